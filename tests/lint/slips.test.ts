import { expect, test } from 'vitest';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import { checkRequired } from '../../src/questionnaire/check-answers.ts';
import { answersIn } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire, aQuestionnaireText } from '../support/a-questionnaire.ts';
import { marked } from '../support/planted.ts';

function found(text: string): readonly string[] {
  const read = readYaml(text, 'small.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return lintQuestionnaire(read.file).map(
    ({ code, at, facts }) => `${at.line}:${at.column} ${code} ${JSON.stringify(facts)}`,
  );
}

const without = found(aQuestionnaireText());

test.each([
  ['kind: choice\n        title', '▸kinx: choice\n        title', 'kinx', 'kind'],
  ['kind: several\n            title', '▸kinx: several\n            title', 'kinx', 'kind'],
  ['id: stage\n    kind:', 'id: stage\n    ▸kinx:', 'kinx', 'kind'],
  ['target: 1\n        options:', 'target: 1\n        ▸Options:', 'Options', 'options'],
  ['How far?" }\n    options:', 'How far?" }\n    ▸opitons:', 'opitons', 'options'],
  ['- id: goals.problem\n', '- ▸ID: goals.problem\n', 'ID', 'id'],
  ['\nhurdles:\n  - id: goals', '\n▸hurdels:\n  - id: goals', 'hurdels', 'hurdles'],
  ['questions:\n      - id: goals', '▸question:\n      - id: goals', 'question', 'questions'],
  ['\nprofile:\n', '\n▸profil:\n', 'profil', 'profile'],
  ['\nscales:\n', '\n▸scale:\n', 'scale', 'scales'],
  ['\nroles:\n', '\n▸role:\n', 'role', 'roles'],
  ['\ntargets:\n', '\n▸target:\n', 'target', 'targets'],
  ['by: stage', '▸bye: stage', 'bye', 'by'],
  ['\ngates:\n', '\n▸gate:\n', 'gate', 'gates'],
  ['\nworksheets:\n', '\n▸worksheet:\n', 'worksheet', 'worksheets'],
  ['    groups:\n', '    ▸group:\n', 'group', 'groups'],
])('what is written as %j and meant otherwise is one error: %j', (from, to, key, nearest) => {
  const { text, places } = marked(aQuestionnaireText([from, to]));
  const [place] = places;
  const slip = `${place?.line}:${place?.column} unknown-key ${JSON.stringify({ key, nearest })}`;
  const all = found(text);
  expect(all).toContain(slip);
  // Everything else is what is found in the file without the slip.
  expect(all.filter((one) => one !== slip)).toEqual(without);
});

test('what is wrong below a misspelt key is told with it, and what follows from it is not', () => {
  const { text, places } = marked(
    aQuestionnaireText(
      ['\nprofile:\n', '\n▸profil:\n'],
      ['kind: text\n    optional: true', '▸kinx: text\n    optional: true'],
      ['owner: boss', 'owner: ▸bos'],
    ),
  );
  const parsed = parseQuestionnaire(text, 'small.yaml');
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.problems.map(({ at: { line, column } }) => ({ line, column }))).toEqual(places);
});

test('where two keys cannot both become one, each is told and neither is read as the other', () => {
  const { text, places } = marked(
    aQuestionnaireText(['by: stage', 'by: stage\n  ▸bye: sector\n  ▸byy: sector']),
  );
  const parsed = parseQuestionnaire(text, 'small.yaml');
  expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([
    'unknown-key',
    'unknown-key',
  ]);
  expect(
    parsed.ok ? [] : parsed.problems.map(({ at: { line, column } }) => ({ line, column })),
  ).toEqual(places);
});

test('answers below a misspelt key are not missed', () => {
  const read = readYaml(
    'format: answers/1\nquestionnaire: { id: small, version: 1.2.0 }\nprofil: { stage: pilot }\n',
    'a.yaml',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const parsed = answersIn(read.file, aQuestionnaire());
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([
    { code: 'unknown-key', at: { line: 3, column: 1 }, facts: { nearest: 'profile' } },
  ]);
  expect(checkRequired(read.file, aQuestionnaire())).toEqual([]);
});

test('an id that another file of the same questionnaire has already is told with that file', () => {
  const own =
    'format: questionnaire/1\nextends: small.yaml\nid: mine\nversion: 1.0.0\nhurdles:\n  - id: tests\n    questions:\n      - { id: goals.words, kind: text, title: { de: W, en: W }, text: { de: W, en: W } }\n';
  const parsed = parseQuestionnaire(own, 'mine.yaml', {
    known: [],
    open: () => ({ name: 'small.yaml', text: aQuestionnaireText() }),
  });
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([
    {
      code: 'duplicate-id',
      at: { file: 'mine.yaml', line: 8 },
      facts: { id: 'goals.words', first: { file: 'small.yaml', line: 87 } },
    },
  ]);
});

test.each([
  {
    why: 'the languages are named by words',
    from: 'languages: [de, en]',
    to: 'languages: [▸german, ▸english]',
    code: 'malformed',
  },
  {
    why: 'one that is spoken everywhere was not announced',
    from: 'languages: [de, en]\ntitle: { de: "Klein", en: "Small" }',
    to: 'languages: [de]\ntitle: { de: "Klein", ▸en: "Small" }',
    code: 'unknown-language',
  },
])('where $why, that is told and not every text', ({ from, to, code }) => {
  const { text, places } = marked(aQuestionnaireText([from, to]));
  const parsed = parseQuestionnaire(text, 'small.yaml');
  expect(parsed.ok ? [] : parsed.problems).toMatchObject(places.map((at) => ({ code, at })));
  expect(parsed.ok ? [] : parsed.problems).toHaveLength(places.length);
});

test.each([
  { why: 'has no dot', id: 'problem' },
  { why: 'has a capital letter', id: 'goals.Problem' },
  { why: 'has an umlaut', id: 'goals.möglich' },
])('a question whose id $why is not missed where that id is used', ({ id }) => {
  const text = aQuestionnaireText().replaceAll('goals.problem', id);
  const parsed = parseQuestionnaire(text, 'small.yaml');
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems.map(({ code }) => code)).toContain('malformed');
  expect(problems.map(({ code }) => code)).not.toContain('unknown-address');
});

test('of a question without answers it is told that it has none, and not that its answers do not exist', () => {
  const text = aQuestionnaireText().replace(
    /(- id: stage\n(?:.*\n)*?.*)\n +options:\n(?: +- \{.*\n)+/,
    '$1\n',
  );
  const parsed = parseQuestionnaire(text, 'small.yaml');
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([
    { code: 'missing-key', facts: { key: 'options' } },
  ]);
});
