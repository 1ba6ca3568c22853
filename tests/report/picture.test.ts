import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataAddress, pictureIn } from '../../src/report/picture.ts';
import { aJpeg, aPng, letters } from '../support/pictures.ts';

test('a PNG and a JPEG are known by their bytes, with their size', () => {
  expect(pictureIn(aPng)).toMatchObject({ type: 'image/png', width: 240, height: 80 });
  expect(pictureIn(aJpeg)).toMatchObject({ type: 'image/jpeg', width: 120, height: 40 });
});

test.each([
  { what: 'an SVG', bytes: letters('<?xml version="1.0"?>\n<svg onload="x()">'), kind: 'svg' },
  { what: 'a GIF', bytes: letters('GIF89a....'), kind: 'gif' },
  { what: 'a WebP', bytes: letters('RIFF....WEBPVP8 '), kind: 'webp' },
  { what: 'a page', bytes: letters('<!doctype html><script>'), kind: null },
  { what: 'nothing', bytes: [], kind: null },
  { what: 'the beginning of a PNG', bytes: [...aPng.subarray(0, 30)], kind: 'broken' },
  { what: 'a PNG without its end', bytes: [...aPng.subarray(0, -12)], kind: 'broken' },
  {
    what: 'a signature and a page',
    bytes: [...aPng.subarray(0, 8), ...letters('<html>'.repeat(9))],
    kind: 'broken',
  },
  { what: 'the beginning of a JPEG', bytes: [...aJpeg.subarray(0, 24)], kind: 'broken' },
  { what: 'a JPEG without a frame', bytes: [0xff, 0xd8, 0xff, 0xd9], kind: 'broken' },
])('$what is no picture that a report can carry', ({ bytes, kind }) => {
  expect(pictureIn(Uint8Array.from(bytes))).toEqual({ kind });
});

test('what was put behind a picture does not come with it', () => {
  const smuggled = letters('<script>alert(1)</script>');
  for (const whole of [aPng, aJpeg]) {
    const picture = pictureIn(Uint8Array.from([...whole, ...smuggled]));
    if ('kind' in picture) throw new Error('no picture');
    expect(dataAddress(picture)).toBe(
      `data:${picture.type};base64,${Buffer.from(whole).toString('base64')}`,
    );
  }
});

test('no bytes, and no picture with some of them changed, bring the reader down', () => {
  const near = fc
    .tuple(fc.constantFrom(aPng, aJpeg), fc.nat(), fc.integer({ min: 0, max: 255 }))
    .map(([whole, at, byte]) =>
      Uint8Array.from(whole).fill(byte, at % whole.length, (at % whole.length) + 1),
    );
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), near), (bytes) => {
      const found = pictureIn(bytes);
      if (!('kind' in found)) expect(found.bytes.length).toBeLessThanOrEqual(bytes.length);
    }),
  );
});

test('an address holds the bytes as everybody writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const picture = { type: 'image/png', width: 1, height: 1, bytes } as const;
      const expected = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
      expect(dataAddress(picture)).toBe(expected);
    }),
  );
});
