import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/** The logo of the example. */
export const aPng: Uint8Array = readFileSync(join(root, 'examples/brand/leuchtturm.png'));

/** The same with another width written into it. */
export function aPngOfWidth(width: number): Uint8Array {
  const bytes = Uint8Array.from(aPng);
  new DataView(bytes.buffer).setUint32(16, width);
  return bytes;
}

/** A JPEG of one grey pixel in its frame; no decoder is asked about the rest. */
export const aJpeg: Uint8Array = Uint8Array.from([
  ...[0xff, 0xd8],
  ...[0xff, 0xe0, 0x00, 0x10, ...letters('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ...[0xff, 0xc0, 0x00, 0x0b, 8, 0, 40, 0, 120, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 0x3f, 0, 0x12, 0x34],
  ...[0xff, 0xd9],
]);

/** The bytes of a text. */
export function letters(text: string): readonly number[] {
  return [...Buffer.from(text)];
}
