import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { aQuestionnaire, aQuestionnaireText } from '../support/a-questionnaire.ts';
import { marked } from '../support/planted.ts';
import { expectedOf, rowsOf } from './mistakes.ts';
import { questionnaireMistakes } from './questionnaire-mistakes.ts';

/** What is wrong with a text; nothing when it reads. */
function problemsOf(text: string) {
  const parsed = parseQuestionnaire(text, 'small.yaml');
  return parsed.ok ? [] : parsed.problems;
}

test('the small questionnaire of these tests reads without a problem', () => {
  expect(problemsOf(aQuestionnaireText())).toEqual([]);
});

test.each(rowsOf(questionnaireMistakes))(
  '%s, and nothing else, when %s',
  (_code, _why, mistake) => {
    const { text, problem } = expectedOf(mistake, 'small.yaml');
    expect(problemsOf(text)).toEqual([problem]);
  },
);

test('every mistake of a file is told at once, in the order a reader meets them', () => {
  const { text, places } = marked(
    aQuestionnaireText(
      ['version: 1.2.0', 'version: ▸"1.2"'],
      ['id: retail', 'id: ▸no'],
      ['by: stage', 'by: ▸stages'],
      ['weeks: 1', 'weeks: ▸soon'],
      ['sector: crafts', '▸sectr: crafts'],
      ['"What do you test in {sector}?"', '▸"What do you test in {sektor}?"'],
    ),
  );
  const problems = problemsOf(text);
  expect(problems.map(({ at }) => ({ line: at.line, column: at.column }))).toEqual(places);
  expect(problems.map(({ code }) => code)).toEqual([
    'malformed',
    'reserved-id',
    'unknown-id',
    'unknown-address',
    'wrong-type',
    'unknown-placeholder',
  ]);
});

test.each([
  { where: 'at the top', changes: ['version: 1.2.0', 'version: 1.2.0\nx-owner: me'] },
  {
    where: 'in a question',
    changes: ['id: goals.words', 'id: goals.words\n        x-from: [1, 2]'],
  },
  { where: 'in a text', changes: ['de: "Handwerk"', 'x-note: "check", de: "Handwerk"'] },
  {
    where: 'in the sentence of a level',
    changes: ['de: "Gesagt"', 'x-note: "check", de: "Gesagt"'],
  },
  { where: 'in a target', changes: ['none: 1,', 'none: 1, x-why: "agreed",'] },
  {
    where: 'in a condition',
    changes: ['when: { sector: crafts }', 'when: { x-why: 1, sector: crafts }'],
  },
  {
    where: 'in a comparison',
    changes: ['{ includes: purchase }', '{ includes: purchase, x-why: 1 }'],
  },
  { where: 'in a case', changes: ['answers: { goals', 'answers: { x-why: 1, goals'] },
  { where: 'among the scales', changes: ['scales:\n', 'scales:\n  x-draft: none\n'] },
] as const)('a key that begins with x- is anyone’s own $where', ({ changes }) => {
  expect(problemsOf(aQuestionnaireText(changes))).toEqual([]);
  expect(aQuestionnaire(changes)).toEqual(aQuestionnaire());
});

test.each(['no', 'yes', 'on', 'off', 'y', 'n'])('the word "%s" is a text, not a truth', (word) => {
  const questionnaire = aQuestionnaire(['de: "Handwerk"', `de: ${word}`]);
  const sector = questionnaire.profile.find(({ id }) => id === 'sector');
  expect(sector).toHaveProperty('options.0.label.de', word);
});

test('a line that asks for YAML 1.1 changes nothing of that', () => {
  const text = `%YAML 1.1\n---\n${aQuestionnaireText(['de: "Handwerk"', 'de: no'])}`;
  expect(problemsOf(text)).toEqual([]);
});

describe('the digest', () => {
  const { digest } = aQuestionnaire();

  test('is sha256- and 64 hexadecimal digits', () => {
    expect(digest).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  test.each([
    { what: 'a comment', changes: ['id: small', 'id: small # not large'] },
    { what: 'an empty line', changes: ['id: small', '\n\nid: small'] },
    { what: 'another style of quotes', changes: ['"Handwerk"', "'Handwerk'"] },
    {
      what: 'the order of keys',
      changes: ['id: small\nversion: 1.2.0', 'version: 1.2.0\nid: small'],
    },
    { what: 'a key of one’s own', changes: ['id: small', 'id: small\nx-owner: me'] },
  ] as const)('does not change with $what', ({ changes }) => {
    expect(aQuestionnaire(changes).digest).toBe(digest);
  });

  test.each([
    { what: 'a word', changes: ['"Handwerk"', '"Gewerbe"'] },
    { what: 'a number', changes: ['impact: 5', 'impact: 4'] },
    {
      what: 'the order of options',
      changes: [
        '- { de: "Gesagt", en: "Said" }\n          - { de: "Geschrieben", en: "Written" }',
        '- { de: "Geschrieben", en: "Written" }\n          - { de: "Gesagt", en: "Said" }',
      ],
    },
  ] as const)('changes with $what', ({ changes }) => {
    expect(aQuestionnaire(changes).digest).not.toBe(digest);
  });
});

test('JSON reads the same', () => {
  const json = JSON.stringify(parse(aQuestionnaireText()), null, 2);
  expect(parseQuestionnaire(json, 'small.json')).toEqual({
    ok: true,
    value: aQuestionnaire(),
    warnings: [],
  });
});

test('Windows line ends read the same, and places count the same lines', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  expect(parseQuestionnaire(windows(aQuestionnaireText()), 'small.yaml')).toMatchObject({
    ok: true,
    value: { digest: aQuestionnaire().digest },
  });
  const { text, places } = marked(windows(aQuestionnaireText(['impact: 5', 'impact: ▸7'])));
  expect(problemsOf(text)).toMatchObject([{ at: places[0] }]);
});

test('questions stand in the order they are asked, those of groups after those of their hurdle', () => {
  expect(aQuestionnaire().questions.map(({ question, hurdle }) => [hurdle, question.id])).toEqual([
    ['goals', 'goals.problem'],
    ['goals', 'goals.way'],
    ['goals', 'goals.words'],
    ['tests', 'tests.cases'],
    ['tests', 'tests.kinds'],
  ]);
});
