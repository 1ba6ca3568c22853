import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainJson } from '../../src/shared/plain-json.ts';
import { readJson } from '../../src/shared/read-json.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { search } from '../support/search.ts';

describe('a quick reader of JSON', () => {
  test.each([
    { why: 'a key is given twice', text: '{"a":1,"a":2}' },
    { why: 'a key is given twice further down', text: '{"b":[{"a":1,"a":2}]}' },
    { why: 'a key is given twice, once with an escape', text: '{"a":1,"\\u0061":2}' },
    { why: 'a key is given twice, with a space before a colon', text: '{"a":1,"a" :2}' },
    { why: 'a key is given twice, with a tab before a colon', text: '{"a":1,"a"\t:2}' },
    { why: 'a key is given twice, with a line break before a colon', text: '{"a":1,"a"\n:2}' },
    { why: 'there are too many lines', text: `{"a":1}${'\n'.repeat(100_001)}` },
    { why: 'it is cut off', text: '{"a":1' },
    { why: 'it is no JSON', text: '{a: 1}' },
    { why: 'brackets are too deep', text: `${'['.repeat(70)}${']'.repeat(70)}` },
  ])('leaves it to the proper one where $why', ({ text }) => {
    expect(plainJson(text)).toBeUndefined();
  });

  test('what it takes is what the proper one reads; what that refuses it does not take', () => {
    const words = fc.constantFrom(
      'a',
      'b',
      'x-c',
      '__proto__',
      'a b',
      '":',
      'ä„“',
      '\\"a\\":',
      ':',
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '1.50', '-0', '2e3', 'null', 'true', '"no"', '"1.0.0"', '" : "'),
        words.map((word) => JSON.stringify(word)),
        fc.array(tie('any'), { maxLength: 3 }).map((parts) => `[${parts.join(',')}]`),
        fc
          .array(fc.tuple(words, fc.constantFrom(':', ': ', ' :', '\n:', ':\n'), tie('any')), {
            maxLength: 4,
          })
          .map((entries) => {
            const said = entries.map(
              ([key, colon, value]) => `${JSON.stringify(key)}${colon}${value}`,
            );
            return `{${said.join(', ')}}`;
          }),
      ),
    }));
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(any, (text) => {
        const properly = readYaml(String(text), 'a.json');
        const data = plainJson(String(text));
        if (!properly.ok) {
          refused += 1;
          expect(data === undefined || data === null).toBe(true);
        } else if (data !== undefined) {
          taken += 1;
          expect(JSON.stringify(data)).toBe(JSON.stringify(properly.file.data));
        }
      }),
      search(2000),
    );
    expect(taken).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(20);
  });

  test('its places are those of the proper one', () => {
    const text = '{"answers":{"goals.target":7}}';
    const [quick, proper] = [readJson(text, 'a.json'), readYaml(text, 'a.json')];
    if (!quick.ok || !proper.ok) throw new Error('not read');
    expect(quick.file.at(['answers', 'goals.target'])).toEqual(
      proper.file.at(['answers', 'goals.target']),
    );
    expect(quick.file.keyAt(['answers'])).toEqual(proper.file.keyAt(['answers']));
  });
});
