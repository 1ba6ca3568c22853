import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { judge } from '../../src/assessment/judge.ts';
import { recommend } from '../../src/assessment/recommend.ts';
import { candidatesOf } from '../../src/assessment/route/candidates.ts';
import { type Answers, noAnswers } from '../../src/questionnaire/answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { answer, type Short } from '../support/five-hurdles.ts';

const advice = (requires: readonly string[] = []) => ({
  title: { en: 'Do' },
  steps: [{ en: 'Do it' }],
  owner: 'boss',
  effort: { min: 1, max: 1 },
  weeks: 1,
  impact: 5,
  requires,
});
const said = { title: { en: 'Q' }, text: { en: 'Q?' } };
const level = (id: string, target: number, requires: readonly string[] = []) => ({
  id,
  ...said,
  target,
  options: ['a', 'b', 'c', 'd', 'e'].map((en) => ({ en })),
  recommendation: advice(requires),
});

function aQuestionnaire(questions: readonly object[], verdicts: readonly object[]): Questionnaire {
  const text = JSON.stringify({
    format: 'questionnaire/1',
    id: 'rules',
    version: '1.0.0',
    languages: ['en'],
    title: { en: 'Rules' },
    roles: [{ id: 'boss', title: { en: 'Boss' } }],
    scales: { s: [0, 1, 2, 3, 4].map((from) => ({ from, name: { en: `L${from}` } })) },
    hurdles: [{ id: 'h', title: { en: 'H' }, scale: 's', questions }],
    verdicts,
  });
  const parsed = parseQuestionnaire(text, 'rules.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function answering(
  questionnaire: Questionnaire,
  answers: Readonly<Record<string, Short>>,
): Answers {
  const entries = Object.entries(answers).map(([id, short]) => [id, answer(short)]);
  return { ...noAnswers(questionnaire), answers: Object.fromEntries(entries) };
}

const tool = { name: 'test', version: '1' };

test.each([
  { liftedWhen: { 'a.p': { atLeast: 2 } } },
  { liftedWhen: { 'a.p': { above: 1 } } },
  { liftedWhen: { 'a.p': [2, 3, 4] } },
  { liftedWhen: { not: { 'a.p': { atMost: 1 } } } },
  { liftedWhen: { 'a.p': { isNot: 1 }, not: { 'a.p': { below: 2 } } } },
])(
  'whatever way it asks, a verdict raises the target to what lifts it: $liftedWhen',
  ({ liftedWhen }) => {
    const stop = {
      id: 'stop',
      kind: 'stop',
      when: { 'a.p': { atMost: 1 } },
      liftedWhen,
      first: ['a.p'],
      text: { en: 'Stop' },
    };
    const questionnaire = aQuestionnaire([level('a.p', 1), level('a.q', 1)], [stop]);
    const { overall, verdicts, recommendations } = assess(
      questionnaire,
      answering(questionnaire, { 'a.p': 1, 'a.q': 1 }),
      tool,
    );
    expect(verdicts).toMatchObject([{ id: 'stop', certain: true, first: ['a.p'] }]);
    expect(overall.atTarget).toBe(false);
    expect(recommendations).toMatchObject([{ id: 'a.p', placed: 'verdict:stop' }]);
    expect(recommendations[0]?.priority).toBeGreaterThan(0);
    expect(recommendations[0]?.gain.alone.lifts).toEqual(['stop']);
  },
);

test('more than its best answer no prerequisite is asked for', () => {
  const choice = {
    id: 'a.p',
    kind: 'choice',
    ...said,
    options: [0, 1].map((points) => ({ id: `o${points}`, label: { en: 'O' }, points })),
    recommendation: advice(),
  };
  const questionnaire = aQuestionnaire([choice, level('a.q', 2, ['a.p'])], []);
  const { recommendations } = assess(
    questionnaire,
    answering(questionnaire, { 'a.p': 'o1', 'a.q': 0 }),
    tool,
  );
  expect(recommendations).toMatchObject([{ id: 'a.q', after: [], requires: ['a.p'] }]);
});

test('prerequisites that fan out and in again are walked once each, however many ways lead to them', () => {
  // Forty layers of two that both need both below: a million million ways.
  const layers = Array.from({ length: 40 }, (_, layer) =>
    ['x', 'y'].map((side) =>
      level(`${side}.l${layer}`, 2, layer === 0 ? [] : [`x.l${layer - 1}`, `y.l${layer - 1}`]),
    ),
  ).flat();
  const questionnaire = aQuestionnaire(layers, []);
  const all = Object.fromEntries(layers.map(({ id }) => [id, 0]));
  const { recommendations } = assess(questionnaire, answering(questionnaire, all), tool);
  expect(recommendations).toHaveLength(80);
  const engine = engineOf(questionnaire);
  const judgement = judge(engine, answering(questionnaire, all));
  const candidates = candidatesOf(engine, judgement, recommend(engine, judgement));
  expect(Math.max(...candidates.map(({ chain }) => chain))).toBe(40);
});
