import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assessWith } from '../../src/assessment/assess.ts';
import { type Judgement, judge } from '../../src/assessment/judge.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { fiveHurdlesEngine as engine, fiveHurdles } from '../support/five-hurdles.ts';

/** What a practitioner would say to a company, written from its story alone. */
export type Expectation = {
  readonly id: string;
  readonly use: 'tune' | 'count';
  readonly verdicts: readonly string[];
  readonly firstSteps: readonly string[];
  readonly acceptable: readonly string[];
  readonly notAmongFirst: readonly string[];
};

/** A way to choose what comes first. */
export type Ranker = {
  readonly name: string;
  readonly steps: (answers: Answers) => readonly string[];
};

/** How one ranker did for one company. */
export type Outcome = {
  readonly company: Expectation;
  readonly steps: readonly string[];
  /** Expected first steps among its first three. */
  readonly hit: readonly string[];
  readonly missed: readonly string[];
  /** Not expected, but defensible. */
  readonly acceptable: readonly string[];
  readonly forbidden: readonly string[];
};

const first = 3;
const here = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

export const stories = parse(here('stories.yaml')) as readonly {
  readonly id: string;
  readonly use: string;
  readonly story: string;
}[];

export const expectations = parse(here('expectations.yaml')) as readonly Expectation[];

export function answersOf({ id }: Expectation): Answers {
  const parsed = parseAnswers(here(`answers/${id}.yaml`), `${id}.yaml`, fiveHurdles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

const assessed = (answers: Answers) =>
  assessWith(engine, answers, { name: 'five-hurdles', version: '0.0.0' }, null);

/** Verdicts that stand for certain or may stand, as the tool speaks them. */
export const verdictsFor = (answers: Answers) => assessed(answers).verdicts.map(({ id }) => id);

export const ours: Ranker = {
  name: 'hurdles',
  steps: (answers) => assessed(answers).recommendations.map(({ id }) => id),
};

/** Every step below its target, by one number; the order of the questionnaire decides between equals. */
function byNumber(
  name: string,
  number: (facts: { answer: number; gap: number; impact: number; effort: number }) => number,
): Ranker {
  return {
    name,
    steps: (answers) =>
      belowTarget(judge(engine, answers))
        .map(({ id, ...facts }) => ({ id, number: number(facts) }))
        .sort((a, b) => b.number - a.number)
        .map(({ id }) => id),
  };
}

function belowTarget({ counted, targets }: Judgement) {
  return engine.questions.flatMap(({ id, position, advice }) => {
    const answer = counted.given[position]?.low;
    const target = targets[position];
    if (!advice || answer == null || target == null || answer >= target) return [];
    const effort = (advice.effort.min + advice.effort.max) / 2;
    return [{ id, answer, gap: target - answer, impact: advice.impact, effort }];
  });
}

/** What anybody would do without a rule engine. */
export const baselines: readonly Ranker[] = [
  byNumber('lowest answer', ({ answer }) => -answer),
  byNumber('largest gap', ({ gap }) => gap),
  byNumber('impact × gap', ({ impact, gap }) => impact * gap),
  byNumber('impact × gap / effort', ({ impact, gap, effort }) => (impact * gap) / effort),
];

export function outcomeOf(company: Expectation, ranker: Ranker): Outcome {
  const steps = ranker.steps(answersOf(company)).slice(0, first);
  return {
    company,
    steps,
    hit: company.firstSteps.filter((id) => steps.includes(id)),
    missed: company.firstSteps.filter((id) => !steps.includes(id)),
    acceptable: company.acceptable.filter((id) => steps.includes(id)),
    forbidden: company.notAmongFirst.filter((id) => steps.includes(id)),
  };
}

/** Expected first steps found, as a share of all that were expected. */
export function shareFound(outcomes: readonly Outcome[]): number {
  const count = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0);
  return count(({ hit }) => hit.length) / count(({ company }) => company.firstSteps.length);
}
