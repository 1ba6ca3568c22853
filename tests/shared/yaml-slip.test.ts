import { expect, test } from 'vitest';
import { readYaml } from '../../src/shared/read-yaml.ts';

const slips = (text: string) => {
  const read = readYaml(text, 'x.yaml');
  if (read.ok) throw new Error('it reads');
  return read.problems.map(({ code, at, facts }) =>
    'reason' in facts ? `${at.line}:${at.column} ${facts.reason}` : `${at.line} ${code}`,
  );
};

test.each([
  { why: 'no space behind a colon', text: 'a: 1\ncore:true\nb: 2\n', slip: '2:6 MISSING_SPACE' },
  {
    why: 'no space behind a colon before a bracket',
    text: 'a:\n  - id: x\n    title:{ de: "Text" }\n    b: 1\n',
    slip: '3:11 MISSING_SPACE',
  },
  { why: 'no space behind a dash', text: 'a:\n  - b: 1\n  -{ c: 2 }\n', slip: '3:4 MISSING_SPACE' },
  { why: 'a long dash', text: 'a:\n  - b: 1\n  – c: 2\n', slip: '3:3 WRONG_DASH' },
  { why: 'a tab after spaces', text: 'a:\n  b: 1\n  \tc: 2\n', slip: '3:3 TAB_AS_INDENT' },
  {
    why: 'quotes within quotes',
    text: 'a: { de: "x" }\nb: "Das "Postfach" hier"\n',
    slip: '2:10 QUOTE_IN_QUOTES',
  },
  {
    why: 'a no-break space behind a colon',
    text: 'a: 1\nb:\u00a02\nc: 3\n',
    slip: '2:3 HARD_SPACE',
  },
  {
    why: 'a no-break space in the indentation',
    text: 'a:\n  b: 1\n\u00a0 c: 2\n  d: 3\n',
    slip: '3:1 HARD_SPACE',
  },
  {
    why: 'a colon in a text between braces',
    text: 'a: 1\nb: { de: "Es gilt: so", en: Watch out: no cloud }\n',
    slip: '2:38 COLON_IN_TEXT',
  },
  {
    why: 'a quotation mark that is missing between others',
    text: 'a: 1\nb: { c: { de: "Ja, en: "Yes" } }\n',
    slip: '2:25 MISSING_CHAR',
  },
  {
    why: 'an object on each line',
    text: '{"a": 1, "b": [1, 2]}\n\n{"a": 2, "b": [3]}\n{"a": 3}\n',
    slip: '3:1 MANY_OBJECTS',
  },
])('the slip is named where it is: $why', ({ text, slip }) => {
  expect(slips(text)[0]).toBe(slip);
});

test('what has none of the usual slips is told as the parser has it', () => {
  expect(slips('a: "open\n')[0]).toMatch(/MISSING_CHAR$/);
});

test('of a file of objects only the second is told, not every sign behind it', () => {
  expect(slips('{ "a": 1 }\n'.repeat(40))).toEqual(['2:1 MANY_OBJECTS']);
});

test('of a flood only the first errors are told, and how many follow', () => {
  const told = slips(Array.from({ length: 40 }, (_line, index) => `k${index}: [}\n`).join(''));
  expect(told).toHaveLength(4);
  expect(told[3]).toMatch(/more-syntax$/);
});

test('of what follows from a tab only the number is told', () => {
  const text = 'a:\n  - b: 1\n\tc: 2\n    d:\n      - e: 3\n  - f: 4\n';
  expect(slips(text)).toEqual(['3:1 TAB_AS_INDENT', expect.stringMatching(/more-syntax$/)]);
});

test('a place that is wrong in two ways is told once', () => {
  expect(slips('logo: a.png\n  file: b.png\n')).toEqual(['1:7 BLOCK_AS_IMPLICIT_KEY']);
});
