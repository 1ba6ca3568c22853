import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '../../src/shared/edit-yaml.ts';
import { search } from '../support/search.ts';

describe('an edit changes the line it is about', () => {
  test.each([
    {
      what: 'an answer in its short form, with the comment behind it left alone',
      text: 'answers:\n  goals.problem: 1   # after the meeting\n  goals.target: 2\n',
      path: ['answers', 'goals.problem'],
      value: 3,
      result: 'answers:\n  goals.problem: 3   # after the meeting\n  goals.target: 2\n',
    },
    {
      what: 'a new answer at the end of its section, before the next one',
      text: 'answers:\n  goals.problem: 1 # first\n\n# what we decided\nsteps: {}\n',
      path: ['answers', 'goals.target'],
      value: 2,
      result:
        'answers:\n  goals.problem: 1 # first\n  goals.target: 2\n\n# what we decided\nsteps: {}\n',
    },
    {
      what: 'only the answer of a long form, not the note below it',
      text: 'answers:\n  goals.problem:\n    answer: 1\n    note: "wie besprochen"   # von Frau Xu\n  goals.target: 2\n',
      path: ['answers', 'goals.problem'],
      value: { answer: 2, note: 'wie besprochen' },
      result:
        'answers:\n  goals.problem:\n    answer: 2\n    note: "wie besprochen"   # von Frau Xu\n  goals.target: 2\n',
    },
    {
      what: 'the first answer of an empty section',
      text: 'profile: {}\nanswers: {}\nsteps: {}\n',
      path: ['answers', 'goals.problem'],
      value: 0,
      result: 'profile: {}\nanswers:\n  goals.problem: 0\nsteps: {}\n',
    },
    {
      what: 'a section without a value',
      text: 'profile:\nanswers:\n',
      path: ['answers', 'goals.problem'],
      value: 0,
      result: 'profile:\nanswers:\n  goals.problem: 0\n',
    },
    {
      what: 'a section that is not there yet',
      text: 'format: answers/1\n',
      path: ['answers', 'goals.problem'],
      value: 0,
      result: 'format: answers/1\nanswers:\n  goals.problem: 0\n',
    },
    {
      what: 'an answer taken away',
      text: 'answers:\n  a.b: 1\n  # about c\n  c.d: 2\n  e.f: 3\n',
      path: ['answers', 'c.d'],
      value: undefined,
      result: 'answers:\n  a.b: 1\n  # about c\n  e.f: 3\n',
    },
    {
      what: 'a new entry below the remark behind the last one, in brackets over several lines',
      text: 'answers: {\n  a.b: 1, # first\n  c.d: 2 # agreed\n}\n',
      path: ['answers', 'e.f'],
      value: 3,
      result: 'answers: {\n  a.b: 1, # first\n  c.d: 2, # agreed\n  e.f: 3\n}\n',
    },
    {
      what: 'the last entry taken away, and the remark behind the one before it kept',
      text: 'answers: {\n  a.b: 1, # first\n  c.d: 2 # agreed\n}\n',
      path: ['answers', 'c.d'],
      value: undefined,
      result: 'answers: {\n  a.b: 1 # first # agreed\n}\n',
    },
    {
      what: 'brackets on one line',
      text: 'profile: { size: small, stage: none } # so far\n',
      path: ['profile', 'stage'],
      value: 'pilot',
      result: 'profile: { size: small, stage: pilot } # so far\n',
    },
    {
      what: 'a section that is empty but for a remark, which stays',
      text: 'answers: # to come\nsteps: {}\n',
      path: ['answers', 'a.b'],
      value: 1,
      result: 'answers: # to come\n  a.b: 1\nsteps: {}\n',
    },
    {
      what: 'only the answer, where somebody keeps a key of his own beside it',
      text: 'answers:\n  a.b: { answer: 1, x-mail: 17 }\n',
      path: ['answers', 'a.b'],
      value: { answer: 2 },
      result: 'answers:\n  a.b: { answer: 2, x-mail: 17 }\n',
    },
    {
      what: 'a key in quotes, and a text of several lines beside it left alone',
      text: 'answers:\n  "a.b": 1\n  c.d:\n    answer: 2\n    note: |\n      first line\n      second line\n',
      path: ['answers', 'a.b'],
      value: 4,
      result:
        'answers:\n  "a.b": 4\n  c.d:\n    answer: 2\n    note: |\n      first line\n      second line\n',
    },
    {
      what: 'a new answer behind a text of several lines',
      text: 'answers:\n  c.d:\n    answer: 2\n    note: |\n      first line\n      second line\n\nsteps: {}\n',
      path: ['answers', 'e.f'],
      value: 4,
      result:
        'answers:\n  c.d:\n    answer: 2\n    note: |\n      first line\n      second line\n  e.f: 4\n\nsteps: {}\n',
    },
    {
      what: 'JSON, which stays JSON',
      text: '{\n  "answers": {\n    "a.b": 1\n  },\n  "steps": {}\n}\n',
      path: ['answers', 'c.d'],
      value: { answer: 2, note: 'ja, „so“' },
      result:
        '{\n  "answers": {\n    "a.b": 1,\n    "c.d": {"answer":2,"note":"ja, „so“"}\n  },\n  "steps": {}\n}\n',
    },
    {
      what: 'a file with Windows line ends, which keeps them',
      text: 'answers:\r\n  a.b: 1\r\n',
      path: ['answers', 'c.d'],
      value: 2,
      result: 'answers:\r\n  a.b: 1\r\n  c.d: 2\r\n',
    },
    {
      what: 'a last line without an end',
      text: 'answers:\n  a.b: 1',
      path: ['answers', 'c.d'],
      value: 'unknown',
      result: 'answers:\n  a.b: 1\n  c.d: unknown',
    },
    {
      what: 'a line that is yet to be filled in, with the remark behind it left alone',
      text: 'answers:\n  # how good?\n  a.b: # Frau Xu\n  # how much?\n  c.d:\n',
      path: ['answers', 'a.b'],
      value: { answer: 2, note: 'ja, „so“' },
      result:
        'answers:\n  # how good?\n  a.b: { answer: 2, note: "ja, „so“" } # Frau Xu\n  # how much?\n  c.d:\n',
    },
    {
      what: 'an empty line in brackets',
      text: 'subject: { name: , use: } # so far\n',
      path: ['subject', 'use'],
      value: 'Lager, Versand',
      result: 'subject: { name: , use: "Lager, Versand" } # so far\n',
    },
    {
      what: 'a key in brackets that has not even a colon',
      text: '# head\nsubject: { name, use: x } # so far\n',
      path: ['subject', 'name'],
      value: 'Muster GmbH',
      result: '# head\nsubject: { name: Muster GmbH, use: x } # so far\n',
    },
    {
      what: 'a text with line ends of older YAML, which are escaped',
      text: 'profile:\n  use:\n',
      path: ['profile', 'use'],
      value: 'x\u2028y: 1\u0085z\u2029',
      result: 'profile:\n  use: "x\\u2028y: 1\\u0085z\\u2029"\n',
    },
    {
      what: 'a text that other YAML readers would turn, which is quoted',
      text: 'profile:\n  use: x\n',
      path: ['profile', 'use'],
      value: 'no',
      result: 'profile:\n  use: "no"\n',
    },
  ])('$what', ({ text, path, value, result }) => {
    expect(editYaml(text, [{ path, value }])).toBe(result);
  });
});

describe('a key is renamed where it stands, and every other byte stays', () => {
  test.each([
    {
      what: 'with the remarks before and behind it',
      text: 'answers:\n  # why\n  a.b :   1 # so\n  c.d: 2\n',
      result: 'answers:\n  # why\n  e.f :   1 # so\n  c.d: 2\n',
    },
    {
      what: 'in single quotes',
      text: "answers: { 'a.b': {answer: 1}, c.d: 2 }\r\n",
      result: "answers: { 'e.f': {answer: 1}, c.d: 2 }\r\n",
    },
    {
      what: 'in JSON',
      text: '{"answers":{ "a.b" : [1,\n2] }}',
      result: '{"answers":{ "e.f" : [1,\n2] }}',
    },
    {
      what: 'with a question mark before it',
      text: 'answers:\n  ? a.b\n  : 1\n',
      result: 'answers:\n  ? e.f\n  : 1\n',
    },
    { what: 'without a value', text: 'answers:\n  a.b:\n', result: 'answers:\n  e.f:\n' },
    {
      what: 'beside a section of its name',
      text: 'a.b: 1\nanswers: { a.b: 2 }\n',
      result: 'a.b: 1\nanswers: { e.f: 2 }\n',
    },
    {
      what: 'if it is there',
      text: 'answers: { c.d: 1 } # a.b\n',
      result: 'answers: { c.d: 1 } # a.b\n',
    },
  ])('$what', ({ text, result }) => {
    expect(editYaml(text, [{ path: ['answers', 'a.b'], rename: 'e.f' }])).toBe(result);
  });

  test('quoted where other YAML readers would turn it', () => {
    expect(editYaml('x:\n  a: 1\n', [{ path: ['x', 'a'], rename: 'no' }])).toBe('x:\n  "no": 1\n');
  });
});

describe('an edit reaches into lists', () => {
  test.each([
    {
      what: 'of lines',
      text: 'a:\n  - b: 1 # one\n    c: 2\n  - b: 3 # two\n',
      result: 'a:\n  - b: 1 # one\n    c: 2\n  - b: 4, five # two\n',
    },
    {
      what: 'in brackets',
      text: 'a: [{ b: 1 }, { c: 2, b: 3 }] # two\n',
      result: 'a: [{ b: 1 }, { c: 2, b: "4, five" }] # two\n',
    },
  ])('$what', ({ text, result }) => {
    expect(editYaml(text, [{ path: ['a', 1, 'b'], value: '4, five' }])).toBe(result);
  });
});

const id = fc.constantFrom('a.a', 'b.b', 'c-c.c', 'd.d', 'e.e', 'f.f');
const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'ja, klar',
    '# kein Kommentar',
    'a: b',
    '„so“',
    'no',
    '- x',
    '{x}',
    "it's",
    'zwei\nZeilen',
    '',
  ),
);
const answer = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('unknown', 'not-applicable'),
  fc.array(fc.constantFrom('purchase', 'expansion'), { maxLength: 2 }),
  fc.record({ answer: fc.integer({ min: 0, max: 4 }), note: words }),
  fc.record({ state: fc.constant('not-applicable'), reason: words }),
);

// The same entry as different people would write it, each with its lines.
const entry = fc
  .tuple(id, answer, fc.constantFrom('short', 'block', 'empty'), fc.constantFrom('', ' # why'))
  .map(([key, value, style, comment]) => {
    if (style === 'empty') return { key, value: null, lines: [`  ${key}:${comment}`] };
    const isMap = typeof value === 'object' && !Array.isArray(value);
    const lines =
      isMap && style === 'block'
        ? [
            `  ${key}:${comment}`,
            ...Object.entries(value).map(
              ([name, part]) => `    ${name}: ${JSON.stringify(part)}${comment}`,
            ),
          ]
        : [`  ${key}: ${JSON.stringify(value)}${comment}`];
    return { key, value: value as unknown, lines };
  });
const between = fc.constantFrom<readonly string[]>(
  [],
  [''],
  ['  # a remark'],
  ['', '  # two', '  # lines'],
);
const file = fc
  .tuple(
    fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 5 }),
    fc.array(between, { minLength: 6, maxLength: 6 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([entries, remarks, end]) => {
    const body = entries.flatMap((one, index) => [
      ...(remarks[index] ?? []).map((line) => ({ line, key: '' })),
      ...one.lines.map((line) => ({ line, key: one.key })),
    ]);
    const lines = [
      { line: '# head', key: '' },
      { line: 'format: answers/1', key: '' },
      {
        line: entries.length > 0 ? 'answers: # all of them' : 'answers: {}',
        key: entries.length > 0 ? '' : '*',
      },
      ...body,
      { line: '', key: '' },
      { line: 'steps: {}', key: '' },
      { line: '# foot', key: '' },
    ];
    return { lines, end, text: lines.map(({ line }) => line + end).join('') };
  });

test('every line that an edit is not about stays, byte for byte and in its order', () => {
  fc.assert(
    fc.property(
      file,
      id,
      fc.option(answer, { nil: undefined }),
      ({ lines, end, text }, key, value) => {
        const before = parse(text) as { answers: Record<string, unknown> };
        const edited = editYaml(text, [{ path: ['answers', key], value }]);

        const { [key]: _gone, ...rest } = before.answers;
        const answers = value === undefined ? rest : { ...rest, [key]: value };
        expect(parse(edited)).toEqual({ ...before, answers });

        const others = lines
          .filter((line) => line.key !== key && line.key !== '*')
          .map(({ line }) => line);
        const after = edited.split(end);
        let position = 0;
        for (const line of others) {
          // The head of a section is its own line: it changes when the section becomes empty.
          if (line.startsWith('answers:') && Object.keys(answers).length === 0) continue;
          const found = after.indexOf(line, position);
          expect(
            found,
            `lost or moved: ${JSON.stringify(line)} in\n${edited}`,
          ).toBeGreaterThanOrEqual(0);
          position = found + 1;
        }
        const own = lines.filter((line) => line.key === key || line.key === '*').length;
        expect(after.length).toBeLessThanOrEqual(others.length + Math.max(own, 1) + 2);
      },
    ),
    search(1000),
  );
});

// Each as somebody could have written it: on lines, in brackets, in brackets over several lines, as JSON.
const spelt = [
  (text: string) => text,
  (text: string) => `${JSON.stringify(parse(text))}\n`,
  (text: string) => `${JSON.stringify(parse(text), null, 2)}\n`,
  (text: string) => `answers: ${JSON.stringify(parse(text).answers)}\nsteps: { a.a: {} }\n`,
] as const;
const edit = fc
  .tuple(
    fc.constantFrom('answers', 'steps', 'x-carried'),
    id,
    fc.constantFrom<readonly string[]>([], ['answer'], ['x-own', 'b']),
    fc.option(answer, { nil: undefined }),
    fc.boolean(),
  )
  .map(([section, key, rest, value, isRenamed]) =>
    isRenamed
      ? { path: ['answers', key], rename: `${key}-new` }
      : { path: [section, key, ...rest], value },
  );

test('edits made at once give the text that they give one after the other', () => {
  fc.assert(
    fc.property(
      file,
      fc.constantFrom(...spelt),
      fc.array(edit, { maxLength: 12 }),
      ({ text }, spell, drawn) => {
        const before = spell(text);
        // There must be none of the new name.
        const edits = drawn.map((one, at) =>
          'rename' in one ? { ...one, rename: `${one.rename}-${at}` } : one,
        );
        const one = edits.reduce((current, next) => editYaml(current, [next]), before);
        expect(editYaml(before, edits)).toBe(one);
      },
    ),
    search(2000),
  );
});
