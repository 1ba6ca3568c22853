import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { de } from '../../src/cli/words/de.ts';
import { findingCodes } from '../../src/lint/finding.ts';
import { dayOf, isBacked } from '../../src/questionnaire/answers.ts';
import { checkRequired } from '../../src/questionnaire/check-answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { brandMistakes } from '../report/brand-mistakes.ts';
import { templateMistakes } from '../report/template-mistakes.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { type Change, marked } from '../support/planted.ts';
import {
  answersMistakes,
  answersWarnings,
  smallAnswersMistakes,
  someAnswersText,
  someSmallAnswersText,
} from './answers-mistakes.ts';
import { expectedOf, rowsOf } from './mistakes.ts';
import { questionnaireMistakes } from './questionnaire-mistakes.ts';

/** A few answers to our own questionnaire, read. */
function someAnswers(...changes: readonly Change[]) {
  return answersIn(someAnswersText(...changes));
}

/** A few answers to the small questionnaire, read. */
function someSmallAnswers(...changes: readonly Change[]) {
  return answersIn(someSmallAnswersText(...changes), aQuestionnaire());
}

function answersIn(text: string, questionnaire = fiveHurdles) {
  const parsed = parseAnswers(text, 'answers.yaml', questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

function problemsOf(text: string, questionnaire = fiveHurdles) {
  const parsed = parseAnswers(text, 'answers.yaml', questionnaire);
  return parsed.ok ? parsed.warnings : parsed.problems;
}

describe('what an answer can look like', () => {
  test.each([
    { why: 'a level stands for itself', given: '2', means: { state: 'answered', answer: 2 } },
    { why: 'a state stands for itself', given: 'unknown', means: { state: 'unknown' } },
    {
      why: 'the long form has room for what belongs to it',
      given: '{ answer: 2, note: "so", evidence: records, at: 2026-11-20T09:14:00+01:00 }',
      means: {
        state: 'answered',
        answer: 2,
        note: 'so',
        evidence: 'records',
        at: '2026-11-20T09:14:00+01:00',
      },
    },
    {
      why: 'not knowing can have a note',
      given: '{ state: unknown, note: "Frau Xu fragen" }',
      means: { state: 'unknown', note: 'Frau Xu fragen' },
    },
    {
      why: 'a merged file says what each role said',
      given: '{ answer: 1, sources: [{ role: mgmt, answer: 3 }, { role: dept, state: unknown }] }',
      means: {
        state: 'answered',
        answer: 1,
        sources: [
          { role: 'mgmt', answer: 3 },
          { role: 'dept', state: 'unknown' },
        ],
      },
    },
    {
      why: 'a key of one’s own is not read',
      given: '{ answer: 2, x-asked-by: me }',
      means: { state: 'answered', answer: 2 },
    },
  ])('$why', ({ given, means }) => {
    const { answers } = someAnswers(['goals.problem: 2', `goals.problem: ${given}`]);
    expect(answers['goals.problem']).toEqual(means);
  });

  test('a question may not apply, and say why', () => {
    const { answers } = someAnswers(
      ['goals.problem: 2', 'goals.order: not-applicable'],
      [
        'tools.inventory: unknown',
        'testing.automation: { state: not-applicable, reason: "Kein Zugriff" }',
      ],
    );
    expect(answers['goals.order']).toEqual({ state: 'not-applicable' });
    expect(answers['testing.automation']).toEqual({
      state: 'not-applicable',
      reason: 'Kein Zugriff',
    });
  });

  test.each(['unknown', 'not-applicable', 'no'])(
    'to a question for words, "%s" is a text as good as any',
    (word) => {
      const { profile } = someAnswers(['goal: unknown', `goal: ${word}`]);
      expect(profile.goal).toEqual({ state: 'answered', answer: word });
      const { answers } = someSmallAnswers(['goals.words: unknown', `goals.words: ${word}`]);
      expect(answers['goals.words']).toEqual({ state: 'answered', answer: word });
    },
  );

  test('that the words are not known, only the long form can say', () => {
    const { answers } = someSmallAnswers([
      'goals.words: unknown',
      'goals.words: { state: unknown }',
    ]);
    expect(answers['goals.words']).toEqual({ state: 'unknown' });
  });

  test.each([
    { why: 'several answers are a list', given: '[manual]', answer: ['manual'] },
    { why: 'an empty list is an answer: none of these', given: '[]', answer: [] },
    {
      why: 'the long form holds a list too',
      given: '{ answer: [automatic] }',
      answer: ['automatic'],
    },
  ])('$why', ({ given, answer }) => {
    const { answers } = someSmallAnswers(['[manual, automatic]', given]);
    expect(answers['tests.kinds']).toEqual({ state: 'answered', answer });
  });

  test('the profile knows numbers, options and the same states', () => {
    expect(someSmallAnswers().profile).toEqual({
      stage: { state: 'answered', answer: 'running' },
      staff: { state: 'answered', answer: 12.5 },
    });
    expect(someAnswers().profile).toEqual({
      stage: { state: 'answered', answer: 'pilot' },
      sector: { state: 'unknown' },
      plans: { state: 'answered', answer: ['expansion'] },
      goal: { state: 'answered', answer: 'unknown' },
    });
  });
});

describe('what stands beside the answers', () => {
  test('steps, scope, subject and times are kept as they are', () => {
    expect(
      someAnswers(['quick: false', 'quick: true, role: dept'], ['role: mgmt }', 'role: dept }']),
    ).toMatchObject({
      questionnaire: { id: 'five-hurdles', version: fiveHurdles.version },
      subject: { name: 'Muster GmbH', use: 'Versand-Chatbot' },
      scope: { quick: true, role: 'dept' },
      respondent: { role: 'dept' },
      language: 'de',
      steps: { 'goals.target': { status: 'doing', who: 'Frau Xu', due: '2026-12-15' } },
    });
  });

  test('the day of the assessment is the one that stands in the file', () => {
    const lateInBerlin = 'updated: 2026-11-21T00:30:00+01:00';
    expect(dayOf(someAnswers(['updated: 2026-11-20T09:14:00Z', lateInBerlin]))).toBe('2026-11-21');
    const day = 'updated: 2026-11-21';
    expect(dayOf(someAnswers(['updated: 2026-11-20T09:14:00Z', day]))).toBe('2026-11-21');
    expect(dayOf({})).toBeNull();
  });

  test.each([
    { evidence: 'estimate', backed: false },
    { evidence: 'example', backed: false },
    { evidence: 'document', backed: true },
    { evidence: 'records', backed: true },
  ])('an answer with evidence "$evidence" counts as backed: $backed', ({ evidence, backed }) => {
    const { answers } = someAnswers(['evidence: document', `evidence: ${evidence}`]);
    expect(isBacked(answers['goals.target'])).toBe(backed);
  });

  test.each([
    { where: 'at the top', changes: ['language: de', 'language: de\nx-client: 4711'] },
    { where: 'in the profile', changes: ['sector: unknown', 'sector: unknown\n  x-checked: true'] },
    {
      where: 'among the answers',
      changes: ['goals.problem: 2', 'goals.problem: 2\n  x-asked: [1]'],
    },
    { where: 'in a step', changes: ['status: doing', 'status: doing, x-ticket: 12'] },
    { where: 'among the steps', changes: ['steps:\n', 'steps:\n  x-board: main\n'] },
  ] as const)('a key that begins with x- is anyone’s own $where', ({ changes }) => {
    expect(someAnswers(changes)).toEqual(someAnswers());
  });

  test('JSON reads the same', () => {
    expect(answersIn(JSON.stringify(parse(someAnswersText())))).toEqual(someAnswers());
  });

  test('a file without answers reads: nothing was said yet', () => {
    const text = 'format: answers/1\nquestionnaire: { id: five-hurdles }\n';
    expect(answersIn(text)).toMatchObject({ profile: {}, answers: {}, steps: {} });
  });
});

test.each(rowsOf(answersMistakes))('%s, and nothing else, when %s', (_code, _why, mistake) => {
  const { text, problem } = expectedOf(mistake, 'answers.yaml');
  expect(problemsOf(text)).toEqual([problem]);
});

test.each(rowsOf(smallAnswersMistakes))('%s, and nothing else, when %s', (_code, _why, mistake) => {
  const { text, problem } = expectedOf(mistake, 'answers.yaml');
  expect(problemsOf(text, aQuestionnaire())).toEqual([problem]);
});

test.each(rowsOf(answersWarnings))('%s is a warning when %s', (_code, _why, mistake) => {
  const { text, problem } = expectedOf(mistake, 'answers.yaml');
  const parsed = parseAnswers(text, 'answers.yaml', aQuestionnaire());
  expect(parsed).toMatchObject({ ok: true, warnings: [problem] });
});

test('five mistakes are five problems, each with its line and column, in reading order', () => {
  const { text, places } = marked(
    someAnswersText(
      ['role: mgmt', 'role: ▸boss'],
      ['stage: pilot', 'stage: ▸unknown'],
      ['[expansion]', '▸[nothing, expansion]'],
      ['goals.problem: 2', '▸goals.problm: 2'],
      ['due: 2026-12-15', 'due: ▸soon'],
    ),
  );
  const problems = problemsOf(text);
  expect(problems.map(({ code }) => code)).toEqual([
    'unknown-id',
    'unknown-refused',
    'exclusive-with-others',
    'unknown-id',
    'malformed',
  ]);
  expect(problems.map(({ at }) => at)).toEqual(
    places.map((place) => ({ file: 'answers.yaml', ...place })),
  );
});

test('a warning is told among the errors when there are any', () => {
  const text = someSmallAnswersText(['version: 1.2.0', 'version: 1.3.0'], ['built', 'bild']);
  expect(problemsOf(text, aQuestionnaire()).map(({ code, severity }) => [code, severity])).toEqual([
    ['other-version', 'warning'],
    ['unknown-option', 'error'],
  ]);
});

describe('a line that is yet to be filled in', () => {
  test.each([
    { where: 'in the profile', changes: ['sector: unknown', 'sector:'], without: '  sector:\n' },
    {
      where: 'among the answers',
      changes: ['inventory: unknown', 'inventory:'],
      without: '  tools.inventory:\n',
    },
    {
      where: 'among the steps, spelt out',
      changes: ['{ status: doing, who: "Frau Xu", due: 2026-12-15 }', '~'],
      without: '  goals.target: ~\n',
    },
    { where: 'in the subject', changes: ['use: "Versand-Chatbot"', 'use:'], without: ', use:' },
    {
      where: 'for the subject as a whole',
      changes: ['{ name: "Muster GmbH", use: "Versand-Chatbot" }', ''],
      without: 'subject: \n',
    },
  ] as const)('is as good as none $where', ({ changes, without }) => {
    const text = someAnswersText(changes);
    const { subject = {}, ...empty } = answersIn(text);
    const { subject: none = {}, ...left } = answersIn(text.replace(without, ''));
    expect(text).toContain(without);
    expect(empty).toEqual(left);
    expect(subject).toEqual(none);
  });

  test('is told all the same when its name is a mistake, or names no recommendation', () => {
    const text = someSmallAnswersText(
      ['staff: 12.5', 'staf:'],
      ['goals.way: built', 'goals.wey:'],
      ['tests.kinds: [manual, automatic]', 'tests.kinds: [manual]\nsteps:\n  goals.words:'],
    );
    expect(problemsOf(text, aQuestionnaire()).map(({ code }) => code)).toEqual([
      'unknown-id',
      'unknown-id',
      'no-recommendation',
    ]);
  });
});

describe('the profile answers that targets hang on', () => {
  test.each([
    { profile: '{}', missing: ['stage'] },
    { profile: '{ size: small }', missing: ['stage'] },
    { profile: '{ stage: pilot }', missing: [] },
  ])('are missing until they are given: $profile', ({ profile, missing }) => {
    const read = readYaml(`format: answers/1\nprofile: ${profile}\n`, 'a.yaml');
    const problems = read.ok ? checkRequired(read.file, fiveHurdles) : [];
    expect(problems.map(({ facts }) => facts)).toEqual(
      missing.map((id) => ({ id, options: ['none', 'trying', 'pilot', 'operation', 'several'] })),
    );
  });

  test('are missing where their line is empty, and told at that line', () => {
    const { text, places } = marked(
      'format: answers/1\nprofile:\n  size: small\n  ▸stage: # wie weit?\nanswers:\n',
    );
    const read = readYaml(text, 'a.yaml');
    const problems = read.ok ? checkRequired(read.file, fiveHurdles) : [];
    expect(problems.map(({ code, at }) => [code, at])).toEqual([
      ['missing-required', { file: 'a.yaml', ...places[0] }],
    ]);
  });
});

test('every problem there is was planted in one of the tables', () => {
  // Told by whoever judges the answers, or looks for the questionnaire or its bases, or reads the bytes, or compares
  // editions, or tries a questionnaire out.
  const toldElsewhere = [
    'more-syntax',
    'more-problems',
    'missing-required',
    'unknown-questionnaire',
    'not-utf8',
    'no-migration',
    // Of a file as a whole, before anything in it is looked at: see tests/trust/limits.test.ts.
    'too-many-bytes',
    'too-many-lines',
    'too-many-parts',
    'too-long-text',
    'too-many',
    'empty-template',
    'missing-migration',
    'version-too-low',
    'too-many-bases',
    'removed-but-used',
    'extends-cycle',
    // Told of a stored assessment: see tests/library/as-the-program.test.ts.
    'other-answer',
    // Told of several files that are to be one.
    'no-role',
    'other-subject',
    'profile-conflict',
    // Told of a folder of templates, and of one that fails only while it is shown.
    'uncalled-part',
    'not-through-md',
    'template-failed',
    ...findingCodes,
  ];
  const planted = new Set([
    ...[
      questionnaireMistakes,
      answersMistakes,
      smallAnswersMistakes,
      answersWarnings,
      brandMistakes,
      templateMistakes,
    ].flatMap((table) => table.map(({ code }) => String(code))),
    ...toldElsewhere,
  ]);
  const codes = Object.keys(de.problems);
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !planted.has(code))).toEqual([]);
});
