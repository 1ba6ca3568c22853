import { describe, expect, test } from 'vitest';
import { caseAnswers } from '../../src/assessment/case-answers.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { type Case, CaseFormat } from '../../src/questionnaire/case-format.ts';
import { parseCases } from '../../src/questionnaire/check-cases.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { aQuestionnaire, aQuestionnaireText } from '../support/a-questionnaire.ts';
import { type Change, changed } from '../support/planted.ts';
import { expectedOf, type Mistake, rowsOf } from './mistakes.ts';

const questionnaire = aQuestionnaire();

// One of everything a case can say.
const text = `format: cases/1
questionnaire: small
cases:
  - id: purchase
    why: Bought before anybody said what for.
    given:
      profile: { stage: pilot, plans: [purchase], staff: 12, goal: Weniger Anfragen }
      base: target
      answers: { goals.problem: 0, goals.way: unknown }
    expect:
      level: null
      hurdles: { goals: 0 }
      gates: [no-problem]
      contradictions: []
      verdicts: [not-buy]
      notVerdicts: [clarify]
      firstSteps: [goals.problem]
      notSteps: [tests.cases]
  - id: started
    given: { profile: { stage: running } }
    expect: {}
`;
const cases = (...changes: readonly Change[]) => changed(text, changes);

test('cases beside their questionnaire are read as they stand', () => {
  const parsed = parseCases(text, 'small.cases.yaml', questionnaire);
  expect(parsed).toMatchObject({
    ok: true,
    value: [
      {
        id: 'purchase',
        given: { base: 'target', answers: { 'goals.problem': 0, 'goals.way': 'unknown' } },
        expect: { level: null, hurdles: { goals: 0 }, firstSteps: ['goals.problem'] },
      },
      { id: 'started', given: { profile: { stage: 'running' }, answers: {} }, expect: {} },
    ],
    warnings: [],
  });
});

test('a key that begins with x- is anyone’s own', () => {
  const own = cases(
    ['id: started', 'id: started\n    x-from: a workshop'],
    ['staff: 12', 'staff: 12, x-why: 1'],
  );
  expect(parseCases(own, 'c.yaml', questionnaire)).toEqual(
    parseCases(text, 'c.yaml', questionnaire),
  );
});

const levels = ['0', '1', '2'];

const mistakes: readonly Mistake[] = [
  {
    why: 'the cases belong to another questionnaire',
    code: 'other-questionnaire',
    text: cases(['questionnaire: small', 'questionnaire: ▸large']),
    facts: { found: 'large', expected: 'small' },
  },
  {
    why: 'the format is of a later age',
    code: 'not-one-of',
    text: cases(['cases/1', '▸cases/2']),
    facts: { value: 'cases/2', allowed: ['cases/1'], nearest: 'cases/1' },
  },
  {
    why: 'there is no case among the cases',
    code: 'out-of-range',
    text: 'format: cases/1\nquestionnaire: small\ncases: ▸[]\n',
    facts: { found: '0', bound: '≥ 1' },
  },
  { why: 'the file is empty', code: 'empty-file', text: '', facts: {} },
  {
    why: 'two cases bear the same name',
    code: 'duplicate-id',
    text: cases(['id: started', 'id: ▸purchase']),
    facts: { id: 'purchase', first: { line: 4 } },
  },
  {
    why: 'a case expects nothing at all',
    code: 'missing-key',
    text: cases(['- id: started', '- ▸id: started'], ['    expect: {}\n', '']),
    facts: { key: 'expect' },
  },
  {
    why: 'an expectation is not one',
    code: 'unknown-key',
    text: cases(['notSteps:', '▸notStep:']),
    facts: { key: 'notStep', nearest: 'notSteps' },
  },
  {
    why: 'the base is no word there is',
    code: 'not-one-of',
    text: cases(['base: target', 'base: ▸targets']),
    facts: { value: 'targets', allowed: ['target', 'unknown'], nearest: 'target' },
  },
  {
    why: 'the base is neither a number nor a word',
    code: 'wrong-type',
    text: cases(['base: target', 'base: ▸[2]']),
    facts: { expected: 'number / string', found: '[1]' },
  },
  {
    why: 'a level is half a level',
    code: 'wrong-type',
    text: cases(['hurdles: { goals: 0 }', 'hurdles: { goals: ▸0.5 }']),
    facts: { expected: 'int', found: '0.5' },
  },
  ...(
    [
      ['profile', 'stage: running', '▸stag: running', 'stag', 'stage'],
      ['question', 'goals.way: unknown', '▸goals.ways: unknown', 'goals.ways', 'goals.way'],
      ['hurdle', 'hurdles: { goals: 0 }', 'hurdles: { ▸goal: 0 }', 'goal', 'goals'],
      ['gate', '[no-problem]', '[▸no-problems]', 'no-problems', 'no-problem'],
      [
        'contradiction',
        'contradictions: []',
        'contradictions: [▸test-without-problem]',
        'test-without-problem',
        'tested-without-problem',
      ],
      ['verdict', '[not-buy]', '[not-buy, ▸no-buy]', 'no-buy', 'not-buy'],
      ['verdict', '[clarify]', '[▸clarfy]', 'clarfy', 'clarify'],
      ['question', '[goals.problem]', '[▸goals.problems]', 'goals.problems', 'goals.problem'],
      ['question', '[tests.cases]', '[▸test.cases]', 'test.cases', 'tests.cases'],
    ] as const
  ).map(([what, from, to, id, nearest]) => ({
    why: `${to.replace('▸', '')} names no ${what}`,
    code: 'unknown-id' as const,
    text: cases([from, to]),
    facts: { what, id, nearest },
  })),
  {
    why: 'the question has no such level',
    code: 'unknown-option',
    text: cases(['goals.problem: 0', 'goals.problem: ▸3']),
    facts: { of: 'goals.problem', option: '3', allowed: levels, nearest: null },
  },
  {
    why: 'the profile question has no such option',
    code: 'unknown-option',
    text: cases(['stage: pilot', 'stage: ▸pilto']),
    facts: {
      of: 'stage',
      option: 'pilto',
      allowed: ['none', 'pilot', 'running'],
      nearest: 'pilot',
    },
  },
  {
    why: 'one of several options does not exist',
    code: 'unknown-option',
    text: cases(['plans: [purchase]', 'plans: [expansion, ▸purchases]']),
    facts: {
      of: 'plans',
      option: 'purchases',
      allowed: ['purchase', 'expansion', 'nothing'],
      nearest: 'purchase',
    },
  },
  {
    why: 'nothing is chosen together with something',
    code: 'exclusive-with-others',
    text: cases(['plans: [purchase]', 'plans: ▸[purchase, nothing]']),
    facts: { option: 'nothing' },
  },
  {
    why: 'an answer of several is not a list',
    code: 'wrong-type',
    text: cases(['plans: [purchase]', 'plans: ▸purchase']),
    facts: { expected: 'array', found: 'purchase' },
  },
  {
    why: 'a number is a word',
    code: 'wrong-type',
    text: cases(['staff: 12', 'staff: ▸twelve']),
    facts: { expected: 'number', found: 'twelve' },
  },
  {
    why: 'the profile answer that targets hang on is unknown',
    code: 'unknown-refused',
    text: cases(['stage: pilot', 'stage: ▸unknown']),
    facts: { id: 'stage' },
  },
  {
    why: 'the profile answer that targets hang on is missing',
    code: 'missing-required',
    text: cases(['profile: { stage: running }', 'profile: ▸{}']),
    facts: { id: 'stage', options: ['none', 'pilot', 'running'] },
  },
  {
    why: 'it gives no profile at all',
    code: 'missing-required',
    text: cases(['given: { profile: { stage: running } }', 'given: ▸{}']),
    facts: { id: 'stage', options: ['none', 'pilot', 'running'] },
  },
  {
    why: 'its base is more than any question is worth',
    code: 'out-of-range',
    text: cases(['base: target', 'base: ▸7']),
    facts: { found: '7', bound: '0–3' },
  },
  {
    why: 'its base is less than any question is worth',
    code: 'out-of-range',
    text: cases(['base: target', 'base: ▸-1']),
    facts: { found: '-1', bound: '0–3' },
  },
  {
    why: 'a core question is not applicable',
    code: 'not-applicable-refused',
    text: cases(['goals.problem: 0', 'goals.problem: ▸not-applicable']),
    facts: { id: 'goals.problem', why: 'core' },
  },
  {
    why: 'a profile question is not applicable',
    code: 'not-applicable-refused',
    text: cases(['staff: 12', 'staff: ▸not-applicable']),
    facts: { id: 'staff', why: 'says-so' },
  },
];

test.each(rowsOf(mistakes))('%s, and nothing else, when %s', (_code, _why, mistake) => {
  const { text: wrong, problem } = expectedOf(mistake, 'small.cases.yaml');
  const parsed = parseCases(wrong, 'small.cases.yaml', questionnaire);
  expect(parsed).toEqual({ ok: false, problems: [problem] });
});

test.each(
  rowsOf([
    {
      why: 'a case in the questionnaire gives an answer its question does not have',
      code: 'unknown-option',
      text: aQuestionnaireText(['answers: { goals.problem: 0 }', 'answers: { goals.problem: ▸3 }']),
      facts: { of: 'goals.problem', option: '3', allowed: levels, nearest: null },
    },
    {
      why: 'a case in the questionnaire leaves a core question out',
      code: 'not-applicable-refused',
      text: aQuestionnaireText([
        'answers: { goals.problem: 0 }',
        'answers: { goals.problem: ▸not-applicable }',
      ]),
      facts: { id: 'goals.problem', why: 'core' },
    },
  ]),
)('%s when %s', (_code, _why, mistake) => {
  const { text: wrong, problem } = expectedOf(mistake, 'small.yaml');
  expect(parseQuestionnaire(wrong, 'small.yaml')).toEqual({ ok: false, problems: [problem] });
});

test('text is an answer whatever it says', () => {
  for (const goal of ['none', '"12"', 'not-applicable', 'unknown']) {
    const parsed = parseCases(cases(['Weniger Anfragen', goal]), 'c.yaml', questionnaire);
    expect(parsed.ok, goal).toBe(true);
  }
});

test.each([
  {
    what: 'another expectation',
    changes: ['firstSteps: [goals.problem]', 'firstSteps: []'],
  },
  {
    what: 'one more case',
    changes: [
      'cases:\n',
      'cases:\n  - { id: more, given: { profile: { stage: none } }, expect: {} }\n',
    ],
  },
  {
    what: 'another name for a case',
    changes: ['id: purchase-without-problem', 'id: bought-too-early'],
  },
] as const)('$what makes no new edition of the questionnaire', ({ changes }) => {
  const other = aQuestionnaire(changes);
  expect(other.cases).not.toEqual(questionnaire.cases);
  expect(other.digest).toBe(questionnaire.digest);
});

test('a questionnaire without cases is the same edition', () => {
  const whole = aQuestionnaireText();
  const parsed = parseQuestionnaire(whole.slice(0, whole.indexOf('\ncases:\n') + 1), 'small.yaml');
  expect(parsed).toMatchObject({ ok: true, value: { cases: [], digest: questionnaire.digest } });
});

describe('the base', () => {
  const engine = engineOf(questionnaire);
  const given = (one: Partial<Case['given']>) =>
    caseAnswers(engine, CaseFormat.parse({ id: 'a', given: one, expect: {} })).answers;
  const answered = (answer: number | string | readonly string[]) => ({
    state: 'answered',
    answer,
  });

  test.each([
    {
      base: 'target' as const,
      why: 'what reaches the target of each',
      answers: {
        'goals.problem': answered(2),
        'goals.way': answered('built'),
        'tests.cases': answered(1),
      },
    },
    {
      base: 1,
      why: 'what reaches that many points',
      answers: {
        'goals.problem': answered(1),
        'goals.way': answered('built'),
        'tests.cases': answered(1),
        'tests.kinds': answered(['manual']),
      },
    },
    {
      base: 'unknown' as const,
      why: 'that nobody knows',
      answers: {
        'goals.problem': { state: 'unknown' },
        'goals.way': { state: 'unknown' },
        'tests.cases': { state: 'unknown' },
        'tests.kinds': { state: 'unknown' },
      },
    },
  ])('$base answers every due question by $why', ({ base, answers }) => {
    expect(given({ profile: { stage: 'pilot' }, base })).toMatchObject(answers);
  });

  test('is asked to nobody about what is not due, and says nothing in words', () => {
    expect(Object.keys(given({ profile: { stage: 'none' }, base: 1 }))).toEqual([
      'goals.problem',
      'goals.way',
      'tests.kinds',
    ]);
  });

  test('yields to the answers that are named', () => {
    const answers = given({
      profile: { stage: 'pilot' },
      base: 2,
      answers: { 'goals.problem': 1, 'tests.cases': 'unknown' },
    });
    expect(answers).toMatchObject({
      'goals.problem': answered(1),
      'goals.way': answered('built'),
      'tests.cases': { state: 'unknown' },
    });
  });

  test('follows the named answers where they decide what is due', () => {
    const nothing = given({
      profile: { stage: 'pilot' },
      base: 'target',
      answers: { 'goals.problem': 0 },
    });
    expect(nothing).not.toHaveProperty(['tests.cases']);
  });

  test('at the target moves with what the profile does to the target', () => {
    const ofCrafts = given({ profile: { stage: 'running', sector: 'crafts' }, base: 'target' });
    const ofRetail = given({ profile: { stage: 'running', sector: 'retail' }, base: 'target' });
    expect(ofCrafts['tests.cases']).toEqual(answered(1));
    expect(ofRetail['tests.cases']).toEqual(answered(2));
  });

  test('without one, what is not named stays unanswered', () => {
    expect(given({ profile: { stage: 'pilot' }, answers: { 'goals.problem': 0 } })).toEqual({
      'goals.problem': answered(0),
    });
  });
});
