import { expect, test } from 'vitest';
import { noAnswers } from '../../src/questionnaire/answers.ts';
import { answersSheet, type SheetWords } from '../../src/questionnaire/answers-sheet.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';

const words: SheetWords = {
  head: (title) => [`Answers to ${title}`, 'Fill it in.'],
  companyName: 'Who are you?',
  updated: 'Updated?',
  steps: 'Decided?',
  use: 'What is it about?',
  hurdle: (number, of, title) => `${number} of ${of}: ${title}`,
  required: 'Needed.',
  mayBeEmpty: 'May stay empty.',
  several: (example, hasOwnNone) => `a list, e.g. ${example}${hasOwnNone ? '' : '; [] = none'}`,
  alone: 'alone',
  number: () => 'a number',
  text: 'a text',
  unknown: 'don’t know',
  notApplicable: 'not applicable',
};

const small = aQuestionnaire();
const questions = small.questions.map(({ question }) => question);

const laidOut = `# yaml-language-server: $schema=small.answers.v1.schema.json
# Answers to Small
# Fill it in.
format: answers/1
questionnaire: { id: small, version: 1.2.0, digest: ${small.digest} }
scope: { role: team }
language: en
# Updated?
# updated: 2026-01-31

subject:
  # Who are you?
  name: Muster, Söhne
  # What is it about?
  use:

profile:
  # How far?
  #   none = Nothing yet
  #   pilot = Pilot
  #   running = In operation
  #   Needed.
  stage: pilot

  # Which sector?
  #   crafts = Crafts
  #   retail = Retail
  #   unknown = don’t know
  sector:

  # What is planned?
  #   purchase = Purchase
  #   expansion = Expansion
  #   nothing = Nothing (alone)
  #   a list, e.g. [purchase, expansion]
  #   unknown = don’t know
  plans:

  # How many people?
  #   a number
  #   unknown = don’t know
  staff:

  # Which goal?
  #   a text
  #   May stay empty.
  goal:

answers:
  # --- 1 of 2: Goals ---

  # Which way?
  #   bought = Bought
  #   built = Built
  #   unknown = don’t know; not-applicable = not applicable
  goals.way: { answer: built, note: "a: b", evidence: document }

  # What is the goal?
  #   a text
  #   { state: unknown } = don’t know; { state: not-applicable } = not applicable
  goals.words:

  # --- 2 of 2: Tests ---

  # Which tests?
  #   manual = By hand
  #   automatic = Automatic
  #   a list, e.g. [manual, automatic]; [] = none
  #   unknown = don’t know
  tests.kinds: [manual]

steps: {}
`;

const answered = <Value>(answer: Value) => ({ state: 'answered', answer }) as const;
const known = {
  ...noAnswers(small),
  scope: { role: 'team' },
  subject: { name: 'Muster, Söhne' },
  profile: { stage: answered('pilot') },
  answers: {
    'goals.way': { ...answered('built'), note: 'a: b', evidence: 'document' as const },
    'tests.kinds': answered(['manual']),
  },
};

test('every kind of question is laid out with what can be answered, and what is known in its line', () => {
  const listed = ['goals.way', 'goals.words', 'tests.kinds'];
  const sheet = {
    questionnaire: small,
    answers: known,
    questions: questions.filter(({ id }) => listed.includes(id)),
    schema: 'small.answers.v1.schema.json',
  };
  const text = answersSheet(sheet, 'en', words);
  expect(text).toBe(laidOut);
  const parsed = parseAnswers(text, 'a.yaml', small);
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
  if (!parsed.ok) return;
  const { profile, answers, subject, scope } = parsed.value;
  expect({ profile, answers, subject, scope }).toEqual({
    profile: known.profile,
    answers: known.answers,
    subject: known.subject,
    scope: known.scope,
  });
});

test('without a profile and without questions, the sections are there and empty', () => {
  const sheet = { questionnaire: small, answers: noAnswers(small), questions: [], schema: null };
  expect(answersSheet({ ...sheet, questionnaire: { ...small, profile: [] } }, 'de', words)).toMatch(
    /\n\nprofile: \{\}\n\nanswers: \{\}\n\nsteps: \{\}\n$/,
  );
});

test('whatever the words hold, they stay comments', () => {
  const ends = ['\n', '\r', '\u0085', '\u2028', '\u2029', '\0', '\f'];
  const hostile = { ...words, text: `a${ends.map((end) => `${end}x: 1`).join('')}` };
  const sheet = { questionnaire: small, answers: noAnswers(small), questions, schema: null };
  const lines = answersSheet(sheet, 'en', hostile).split(/[\n\r\u0085\u2028\u2029\0\f]/);
  expect(lines.filter((line) => /^ *x: 1/.test(line))).toEqual([]);
  expect(lines.filter((line) => /^ *#.* x: 1/.test(line)).length).toBeGreaterThan(0);
});
