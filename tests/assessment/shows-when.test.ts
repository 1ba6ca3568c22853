import { expect, test } from 'vitest';
import { assessWith } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { turnsOf } from '../../src/interview/turns.ts';
import { type Answers, type AnswerValue, noAnswers } from '../../src/questionnaire/answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { viewOf } from '../../src/report/view.ts';
import {
  fiveHurdles,
  fiveHurdlesEngine,
  fiveHurdlesText,
  type Short,
  sheet,
} from '../support/five-hurdles.ts';

// What our own questionnaire asks, says and advises, when.

const tool = { name: 'five-hurdles', version: '0.0.0' };
const stages = ['none', 'trying', 'pilot', 'operation', 'several'];

function judged(...said: Parameters<typeof sheet>): Assessment {
  return assessWith(fiveHurdlesEngine, sheet(...said), tool);
}

function step({ recommendations }: Assessment, id: string) {
  return recommendations.find((one) => one.id === id);
}

function question({ hurdles }: Assessment, id: string) {
  return hurdles.flatMap(({ questions }) => questions).find((one) => one.id === id);
}

test.each([
  { stage: 'none', asked: 13 },
  { stage: 'trying', asked: 16 },
  { stage: 'pilot', asked: 29 },
  { stage: 'operation', asked: 30 },
  { stage: 'several', asked: 30 },
])('at stage $stage $asked questions are asked', ({ stage, asked }) => {
  const answers = sheet({ stage }, null);
  const turns = turnsOf(fiveHurdlesEngine, answers);
  expect(turns.filter(({ kind }) => kind === 'question')).toHaveLength(asked);
  expect(assessWith(fiveHurdlesEngine, answers, tool).overall.due).toBe(asked);
});

test('a bot that talks to customers and that nobody checks is not made good by excellence elsewhere', () => {
  const excellent = { stage: 'operation', outward: 'customers' };
  const others = { 'tools.inventory': 2, 'tools.process': 2, 'testing.human': 0 };
  const { verdicts, hurdles, overall, recommendations } = judged(excellent, 4, others);
  const scores = hurdles.map(({ score }) => score as number);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const testing = hurdles.find(({ id }) => id === 'testing');

  expect(scores.filter((score) => score === 100)).toHaveLength(3);
  expect(verdicts).toMatchObject([
    {
      id: 'not-unattended',
      certain: true,
      because: expect.arrayContaining([
        { id: 'outward', answer: 'customers' },
        { id: 'testing.human', answer: 0 },
      ]),
    },
  ]);
  expect(testing?.level).toBeLessThanOrEqual(1);
  expect(testing?.limits).toContainEqual({
    gate: 'unreleased-outward',
    atMost: 1,
    effective: true,
  });
  expect(overall.level).toBeLessThanOrEqual(1);
  expect(overall.score).toBeLessThan(mean - 10);
  expect(recommendations[0]).toMatchObject({
    id: 'testing.human',
    placed: 'verdict:not-unattended',
    gain: { alone: { lifts: ['not-unattended'] } },
  });
});

const companies: readonly {
  readonly company: string;
  readonly profile: Readonly<Record<string, Short>>;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
}[] = [
  { company: 'an ordinary company', profile: {} },
  { company: 'a micro firm', profile: { size: 'micro' } },
  { company: 'one whose AI talks to customers', profile: { outward: 'customers' } },
  {
    company: 'one whose AI decides very many cases alone',
    profile: { outward: 'autonomous', cases: 'very-many' },
  },
  { company: 'one with protected data', profile: { data: 'protected' } },
  { company: 'one about to buy', profile: { plans: ['purchase', 'expansion'] } },
  // With few cases a benefit by gut feeling, the target while trying out, is not enough: simpler-without-ai.
  { company: 'one with few cases', profile: { cases: 'few' }, answers: { 'goals.benefit': 3 } },
  {
    company: 'one that does not know about its cases',
    profile: { cases: 'unknown' },
    answers: { 'goals.benefit': 3 },
  },
];

test.each(companies.flatMap((company) => stages.map((stage) => ({ ...company, stage }))))(
  'at stage $stage $company with everything at its target has nothing urgent to do',
  ({ stage, profile, answers = {} }) => {
    const one = judged({ stage, ...profile }, 'target', answers);
    expect(one.recommendations).toEqual([]);
    expect(one.verdicts).toMatchObject([{ id: 'nothing-urgent', kind: 'fine', certain: true }]);
    expect(one.overall.atTarget).toBe(true);
    expect(one.overall.level).toBe(one.overall.target);
    expect(one.hurdles.filter(({ due, atTarget }) => due > 0 && !atTarget)).toEqual([]);
  },
);

test.each(stages)(
  'at stage %s one answer below its target is enough to end "nothing urgent"',
  (stage) => {
    const one = judged({ stage }, 'target', { 'goals.problem': 1 });
    expect(one.verdicts.map(({ kind }) => kind)).not.toContain('fine');
    expect(one.overall.atTarget).toBe(false);
    expect(step(one, 'goals.problem')).toMatchObject({ kind: 'improve', rank: 1 });
  },
);

test('without a single answer nothing is urgent is not said', () => {
  const { verdicts, overall } = assessWith(fiveHurdlesEngine, sheet({ stage: 'none' }, null), tool);
  expect(verdicts.map(({ kind }) => kind)).not.toContain('fine');
  expect(overall.atTarget).toBe(false);
});

test('a verdict that hangs on an open answer is provisional, and the answer is to be found out first', () => {
  const one = judged({ stage: 'pilot' }, 3, { 'measurement.baseline': 'unknown' });
  expect(one.verdicts).toMatchObject([
    {
      id: 'not-expand',
      certain: false,
      because: expect.arrayContaining([
        { id: 'stage', answer: 'pilot' },
        { id: 'measurement.baseline', state: 'unknown' },
      ]),
      first: ['measurement.baseline'],
    },
  ]);
  expect(one.recommendations[0]).toMatchObject({
    id: 'measurement.baseline',
    kind: 'find-out',
    placed: 'verdict:not-expand',
    effort: fiveHurdles.method.recommend.findOut.effort,
  });
  expect(one.open).toContainEqual({
    question: 'measurement.baseline',
    roles: ['dept', 'it', 'mgmt'],
    why: 'unknown',
    holds: ['level', 'verdict:not-expand'],
  });
});

test.each([
  { known: 0, certain: [true] },
  { known: 1, certain: [] },
])(
  'once it is known to be $known the verdict stands for certain or not at all',
  ({ known, certain }) => {
    const { verdicts } = judged({ stage: 'pilot' }, 3, { 'measurement.baseline': known });
    const found = verdicts.filter(({ id }) => id === 'not-expand');
    expect(found.map((verdict) => verdict.certain)).toEqual(certain);
  },
);

test.each([
  { baseline: 1, told: ['effect-without-baseline'], why: 'is said' },
  { baseline: 'unknown' as const, told: [], why: 'may only be' },
  { baseline: 3, told: [], why: 'is not there' },
])('a contradiction that $why (baseline $baseline) shows as $told', ({ baseline, told }) => {
  const answers = { 'measurement.effect': 3, 'measurement.baseline': baseline };
  const { contradictions } = judged({ stage: 'pilot' }, 2, answers);
  expect(contradictions.map(({ id }) => id)).toEqual(told);
});

test('what nobody knows and no verdict or step needs is a task, not a step', () => {
  const one = judged({ stage: 'pilot' }, 3, { 'testing.monitoring': 'unknown' });
  expect(step(one, 'testing.monitoring')).toBeUndefined();
  expect(one.open.map(({ question: id }) => id)).toContain('testing.monitoring');
});

test('what nobody knows and a step needs is to be found out before it', () => {
  const one = judged({ stage: 'operation' }, 3, {
    'tools.inventory': 'unknown',
    'tools.consolidation': 1,
  });
  expect(one.recommendations.map(({ id, kind, placed }) => [id, kind, placed])).toEqual([
    ['tools.inventory', 'find-out', 'prerequisite:tools.consolidation'],
    ['tools.consolidation', 'improve', null],
  ]);
});

test('an integration waits while the verdict against it stands', () => {
  const hasty = { stage: 'pilot', plans: ['integration'] };
  const answers = { 'tools.integration': 0, 'tools.process': 1, 'goals.data': 1 };
  const one = judged(hasty, 3, answers);
  expect(one.verdicts).toMatchObject([{ id: 'not-integrate', certain: true }]);
  expect(one.recommendations.map(({ id }) => id)).toEqual(['tools.process', 'goals.data']);
  expect(one.deferred).toEqual([
    { id: 'tools.integration', because: 'verdict', by: ['not-integrate'] },
  ]);

  const patient = judged({ ...hasty, plans: [] }, 3, answers);
  expect(patient.deferred).toEqual([]);
  expect(step(patient, 'tools.integration')).toBeDefined();
});

test('what needs the integration is blocked with it', () => {
  const text = fiveHurdlesText.replace('requires: [tools.rules]', 'requires: [tools.integration]');
  const parsed = parseQuestionnaire(text, 'changed.yaml');
  if (!parsed.ok || text === fiveHurdlesText) throw new Error('Nothing was changed.');
  const answers = sheet({ stage: 'pilot', plans: ['integration'] }, 3, {
    'tools.integration': 0,
    'tools.process': 1,
    'involvement.training': 0,
  });
  const { deferred, recommendations } = assessWith(engineOf(parsed.value), answers, tool);
  expect(recommendations.map(({ id }) => id)).toEqual(['tools.process']);
  expect(deferred).toEqual([
    { id: 'tools.integration', because: 'verdict', by: ['not-integrate'] },
    { id: 'involvement.training', because: 'blocked', by: ['tools.integration'] },
  ]);
});

test('a low answer to what is not due yet is kept, counts nowhere, and may wait', () => {
  const without = judged({ stage: 'none' }, 'target');
  const one = judged({ stage: 'none' }, 'target', { 'testing.cases': 0, 'testing.weekly': 2 });
  expect(question(one, 'testing.cases')).toMatchObject({
    state: 'not-due',
    notDue: 'target',
    answer: 0,
    counts: null,
  });
  expect(one.deferred).toEqual([{ id: 'testing.cases', because: 'not-due', by: [] }]);
  expect(one.overall).toEqual(without.overall);
  expect(one.recommendations).toEqual([]);
  expect(one.answers['testing.cases']).toEqual({ answer: 0 });
});

function scoped(scope: Answers['scope'], role?: string): Assessment {
  const answers = { ...sheet({ stage: 'pilot' }, 2), scope };
  return assessWith(fiveHurdlesEngine, role ? { ...answers, respondent: { role } } : answers, tool);
}

test.each([
  { scope: { quick: true }, inside: 'quick' },
  { scope: { role: 'it' }, inside: 'of the role' },
  { scope: { quick: true, role: 'dept' }, inside: 'both' },
])(
  'a check of what is $inside has no company level, and what lies outside is not due',
  ({ scope }) => {
    const one = scoped(scope);
    expect(one.overall).toMatchObject({
      level: null,
      levelHigh: null,
      target: null,
      reason: 'scope',
    });
    expect(one.overall.score).toBe(50);
    const outside = fiveHurdles.questions.filter(
      ({ question: { quick, roles } }) =>
        (scope.quick && !quick) || (scope.role && roles && !roles.includes(scope.role)),
    );
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.length).toBeLessThan(30);
    for (const { question: asked } of outside) {
      const found = question(one, asked.id);
      expect(found).toMatchObject({ state: 'not-due', counts: null });
      expect(['scope', 'target']).toContain(found?.notDue);
      expect(step(one, asked.id)).toBeUndefined();
    }
    const due = turnsOf(fiveHurdlesEngine, { ...sheet({ stage: 'pilot' }, 2), scope });
    expect(one.overall.due).toBe(due.filter(({ kind }) => kind === 'question').length);
  },
);

test('who answers is not what is asked: a respondent of a role is asked everything', () => {
  expect(scoped(undefined, 'it').overall).toMatchObject({ level: 2, due: 29 });
  expect(scoped({ quick: false }).overall).toMatchObject({ level: 2, due: 29 });
});

test('"not applicable" is no way out of a core question', () => {
  const one = judged({ stage: 'pilot' }, 3, { 'goals.target': 'not-applicable' });
  const unsaid = sheet({ stage: 'pilot' }, 3);
  const { 'goals.target': _left, ...others } = unsaid.answers;
  expect(question(one, 'goals.target')).toMatchObject({ state: 'unanswered' });
  expect(one.overall).toMatchObject({ notApplicable: 0, level: 1, levelHigh: 3 });
  expect({ ...one, answers: {} }).toEqual({
    ...assessWith(fiveHurdlesEngine, { ...unsaid, answers: others }, tool),
    answers: {},
  });
});

test('a verdict with two causes is lifted by neither alone, but by both together', () => {
  const answers = { 'goals.problem': 1, 'goals.target': 1 };
  const one = judged({ stage: 'pilot', plans: ['purchase'] }, 3, answers);
  expect(one.verdicts.map(({ id }) => id)).toEqual(['not-buy']);
  const [problem, target] = one.recommendations;
  expect([problem?.id, target?.id]).toEqual(['goals.problem', 'goals.target']);
  expect([problem?.gain.alone.lifts, target?.gain.alone.lifts]).toEqual([[], []]);
  expect([problem?.gain.cumulative.lifts, target?.gain.cumulative.lifts]).toEqual([
    [],
    ['not-buy'],
  ]);
  // Goals may be at 2 once the problem is written down: one above the weakest core question, the target.
  expect([problem?.gain.cumulative.level, target?.gain.cumulative.level]).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

const sixth = `
  - id: money
    title: { de: "Kein Geld", en: "No money" }
    scale: maturity
    questions:
      - id: money.budget
        core: true
        title: { de: "Budget", en: "Budget" }
        text: { de: "Gibt es ein Budget?", en: "Is there a budget?" }
        target: 1
        options:
          - { de: "Keines.", en: "None." }
          - { de: "Eines.", en: "There is one." }
        recommendation:
          title: { de: "Budget festlegen", en: "Set a budget" }
          steps:
            - { de: "Eine Zahl nennen", en: "Name a figure" }
          owner: mgmt
          effort: { min: 0.5, max: 0.5 }
          weeks: 1
          impact: 5
      - id: money.source
        kind: choice
        title: { de: "Quelle", en: "Source" }
        text: { de: "Woher kommt es?", en: "Where does it come from?" }
        target: { none: null, trying: null, pilot: 1, operation: 1, several: 1 }
        options:
          - { id: nowhere, label: { de: "Von nirgends.", en: "From nowhere." }, points: 0 }
          - { id: profit, label: { de: "Aus dem Gewinn.", en: "Out of profit." }, points: 1 }
`;

test('a sixth hurdle is an edit of the content: it is asked, judged, advised and told', () => {
  const text = fiveHurdlesText.replace(/\ngates:\n/, `${sixth}\ngates:\n`);
  const parsed = parseQuestionnaire(text, 'six-hurdles.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const six = parsed.value;
  const engine = engineOf(six);
  const five = sheet({ stage: 'pilot' }, 'target');

  const turns = turnsOf(engine, { ...noAnswers(six), profile: five.profile });
  expect(turns.filter(({ kind }) => kind === 'question')).toHaveLength(31);
  expect(turns.slice(-2)).toMatchObject([
    { id: 'money.budget', hurdleNumber: 6, hurdles: 6, number: 30, of: 31 },
    { id: 'money.source', hurdleNumber: 6, hurdles: 6, number: 31, of: 31 },
  ]);

  const said = (answer: AnswerValue) => ({ state: 'answered', answer }) as const;
  const broke = {
    ...five,
    answers: { ...five.answers, 'money.budget': said(0), 'money.source': said('profit') },
  };
  const assessment = assessWith(engine, broke, tool);
  expect(assessment.hurdles[5]).toMatchObject({
    id: 'money',
    level: 0,
    value: 0.333333333,
    score: 33.333333333,
    due: 2,
  });
  expect(assessment.overall).toMatchObject({ level: 0, above: 5, due: 31 });
  expect(assessment.recommendations.map(({ id }) => id)).toEqual(['money.budget']);

  const view = viewOf(assessment, six, 'de', reportWords('de'));
  expect(view.hurdles).toHaveLength(6);
  expect(view.hurdles[5]).toMatchObject({ id: 'money', number: 6, title: 'Kein Geld' });
  expect(view.lanes.lanes).toHaveLength(6);
  expect(view.plan.now).toMatchObject([{ title: 'Budget festlegen', hurdle: 'Kein Geld' }]);
});
