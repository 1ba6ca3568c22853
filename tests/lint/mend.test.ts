import { describe, expect, test } from 'vitest';
import { exampleName, findIn, head } from '../../scripts/lint-examples.ts';
import { mended } from '../../src/lint/mend.ts';

const mend = (text: string) => mended(text, findIn(text), exampleName, findIn);
const owner = (rest: string) =>
  `hurdles: [{ id: goals, questions: [{ id: goals.owner, ${rest} }] }]\n`;

describe('what has only one right answer is mended, and no other byte changes', () => {
  test.each([
    {
      why: 'a word that other programs turn',
      before: 'title: { de: "Ja", en: Yes }\n',
      after: 'title: { de: "Ja", en: "Yes" }\n',
    },
    {
      why: 'a key that other programs turn',
      before: 'x-own: { on: 1, a: Off } # as it was\n',
      after: 'x-own: { "on": 1, a: "Off" } # as it was\n',
    },
    {
      why: 'a text cut by two commas',
      before: 'title: { de: Eins, zwei, drei, en: "One" }\n',
      after: 'title: { de: "Eins, zwei, drei", en: "One" }\n',
    },
    {
      why: 'a text cut in each language',
      before: 'title: {   de: Ja, klar , en: Yes, sure }   # two\n',
      after: 'title: {   de: "Ja, klar" , en: "Yes, sure" }   # two\n',
    },
    {
      why: 'a text cut before a key that is no language',
      before: 'sources: [{ title: Knowledge, second edition, author: Meyer }]\n',
      after: 'sources: [{ title: "Knowledge, second edition", author: Meyer }]\n',
    },
    {
      why: 'a decimal comma',
      before: 'method: { plusFrom: 0,25 }\n',
      after: 'method: { plusFrom: 0.25 }\n',
    },
    {
      why: 'a decimal comma on a line of its own',
      before: 'method:\n  plusFrom: 0,25 # a quarter\n',
      after: 'method:\n  plusFrom: 0.25 # a quarter\n',
    },
    {
      why: 'a list of one without its brackets',
      before: owner('roles: team # not the boss\n'),
      after: owner('roles: [team] # not the boss\n'),
    },
    {
      why: 'a weight that does not count, on a line of its own',
      before:
        'hurdles:\n  - id: goals\n    aggregate: min\n    questions:\n      - id: goals.owner\n        weight: 2 # heavy\n        core: false\n',
      after:
        'hurdles:\n  - id: goals\n    aggregate: min\n    questions:\n      - id: goals.owner\n        core: false\n',
    },
    {
      why: 'a weight that does not count, in brackets',
      before:
        'hurdles: [{ id: goals, aggregate: min, questions: [{ id: goals.owner, weight: 2, core: false }, { weight: 1.5, id: goals.problem }] }]\n',
      after:
        'hurdles: [{ id: goals, aggregate: min, questions: [{ id: goals.owner, core: false }, { id: goals.problem }] }]\n',
    },
    {
      why: 'a weight that does not count, last in brackets over several lines',
      before:
        'hurdles:\n  - { id: goals, aggregate: min, questions: [{ id: goals.owner,\n    core: false, weight: 2 }] }\n',
      after:
        'hurdles:\n  - { id: goals, aggregate: min, questions: [{ id: goals.owner,\n    core: false }] }\n',
    },
  ])('$why', ({ before, after }) => {
    for (const end of ['\n', '\r\n']) {
      const lines = (text: string) => `${head}${text}`.replaceAll('\n', end);
      expect(mend(lines(before))?.text).toBe(lines(after));
    }
  });
});

test('several of them at once, and what is left is told', () => {
  const text = `${head}title: { de: Ja, klar, en: No }\nroles: [{ id: council, title: { de: "Rat", en: "Council" } }]\n`;
  const better = mend(text);
  expect(better?.text).toContain('title: { de: "Ja, klar", en: "No" }');
  expect(better?.left.map(({ code }) => code)).toEqual(['unused']);
});

describe('what could be meant in several ways is left alone', () => {
  test.each([
    { why: 'nothing is wrong', text: 'title: { de: "Ja", en: "Yes" }\n' },
    {
      why: 'a cut text that goes on in the next line',
      text: 'title: { de: Ja,\n  klar, en: "Yes" }\n',
    },
    {
      why: 'a cut text with quotation marks in it',
      text: 'title: { de: Ja "so", klar, en: "Yes" }\n',
    },
    { why: 'a list of something larger', text: 'hurdles: goals\n' },
    {
      why: 'a weight alone on its line, with the bracket behind it',
      text: 'hurdles:\n  - { id: goals, aggregate: min, questions: [{ id: goals.owner,\n    weight: 2 }] }\n',
    },
  ])('$why', ({ text }) => {
    expect(mend(`${head}${text}`)).toBeNull();
  });
});

test('one that would make it worse keeps none of the others from being mended', () => {
  const find = (text: string) =>
    text.includes('"on"') ? findIn(text.replace('"on"', '"on", no, yes')) : findIn(text);
  const text = `${head}x-own: [on]\ntitle: { de: "Ja", en: Yes }\n`;
  const better = mended(text, find(text), exampleName, find);
  expect(better?.text).toBe(`${head}x-own: [on]\ntitle: { de: "Ja", en: "Yes" }\n`);
});

test('fewer problems are not better when one of them is new', () => {
  const text = `${head}title: { de: Nein, en: No }\nx-own: [on]\n`;
  const [other] = findIn(`${head}roles: [{ id: council, title: { de: "Rat", en: "Council" } }]\n`);
  const find = (changed: string) => (changed === text ? findIn(text) : other ? [other] : []);
  expect(find(text).length).toBeGreaterThan(1);
  expect(mended(text, find(text), exampleName, find)).toBeNull();
});

test('what stands in a file that is only built on is not touched', () => {
  const elsewhere = findIn(`${head}title: { de: "Ja", en: Yes }\n`).map((one) => ({
    ...one,
    at: { ...one.at, file: 'basis.yaml' },
  }));
  expect(
    mended(`${head}title: { de: "Ja", en: Yes }\n`, elsewhere, exampleName, findIn),
  ).toBeNull();
});
