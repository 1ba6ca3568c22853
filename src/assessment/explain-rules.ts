import type { Answers } from '../questionnaire/answers.ts';
import { allAtTarget } from './at-target.ts';
import { conditionTold, liftingTold } from './condition-told.ts';
import { count } from './count.ts';
import type { Engine, EngineGate } from './engine.ts';
import type { Explaining } from './explain.ts';
import type { ExplainedOf } from './explanation-format.ts';
import { judge } from './judge.ts';
import { releasesOf } from './releases.ts';
import { sheetOf } from './sheet.ts';
import { standOf } from './stand.ts';

/** Explains the gates: whether each holds, what it limits, and which answer releases it. */
export function explainGates(
  { engine, answers, base }: Explaining,
  withReleases: boolean,
): ExplainedOf<'gate'>[] {
  const { counted, stand } = base.judgement;
  return engine.gates.map((gate, index) => {
    const holds = counted.gates[index] ?? 'false';
    const isReleased = (then: Answers) =>
      count(engine, standOf(engine, sheetOf(engine, then))).gates[index] === 'false';
    return {
      kind: 'gate',
      ref: `gate:${gate.id}`,
      id: gate.id,
      result: {},
      steps: [],
      holds,
      when: conditionTold(gate.gate.when, engine, stand.situation),
      limits: limitsOf(engine, gate, index, base.judgement),
      releases:
        holds === 'false' || !withReleases
          ? []
          : releasesOf([gate.gate.when], engine, answers, isReleased),
    };
  });
}

function limitsOf(
  engine: Engine,
  { hurdleLimits, questionLimits }: EngineGate,
  index: number,
  { counted, hurdles }: Explaining['base']['judgement'],
): ExplainedOf<'gate'>['limits'] {
  return [
    ...hurdleLimits.map(({ hurdle, atMost }) => ({
      hurdle: engine.hurdles[hurdle]?.id ?? '',
      atMost,
      effective: (hurdles[hurdle]?.limits ?? []).some(
        ({ gate, effective, atMost: limit }) => gate === index && effective && limit === atMost,
      ),
    })),
    ...questionLimits.map(({ question, atMost }) => ({
      question: engine.questions[question]?.id ?? '',
      atMost: typeof atMost === 'number' ? atMost : (counted.given[atMost.answerOf]?.low ?? null),
      ...(typeof atMost === 'number'
        ? {}
        : { answerOf: engine.questions[atMost.answerOf]?.id ?? '' }),
      effective: (counted.lowering.get(question) ?? []).includes(index),
    })),
  ];
}

/** Explains the verdicts: what each asks, which parts of it are met, and which answer lifts it. */
export function explainVerdicts(
  { engine, answers, base, assessment }: Explaining,
  withReleases: boolean,
): ExplainedOf<'verdict'>[] {
  const { stand, counted, situation, targets, verdicts } = base.judgement;
  return engine.verdicts.map((entry, index) => {
    const { verdict } = entry;
    const standing = verdicts.find((one) => one.verdict === index);
    const stands = standing ? (standing.certain ? 'certain' : 'provisional') : 'no';
    const isLifted = (then: Answers) =>
      judge(engine, then).verdicts.every((one) => one.verdict !== index);
    const conditions = [verdict.when, ...(verdict.liftedWhen ? [verdict.liftedWhen] : [])];
    // Verdicts but those of kind fine look at the targets as they were before any raised them.
    const seen = verdict.kind === 'fine' ? situation : base.judgement.before;
    return {
      kind: 'verdict',
      ref: `verdict:${entry.id}`,
      id: entry.id,
      result: {},
      steps: [],
      urgency: verdict.kind,
      stands,
      when: conditionTold(verdict.when, engine, seen),
      ...(verdict.liftedWhen ? { liftedWhen: liftingTold(verdict.liftedWhen, engine, seen) } : {}),
      ...(verdict.kind === 'fine'
        ? {
            needs: {
              noOther: verdicts.every(
                ({ verdict: other }) => engine.verdicts[other]?.verdict.kind === 'fine',
              ),
              anAnswer: stand.situation.questions.some(({ state }) => state === 'answered'),
              allAtTarget: allAtTarget(engine, engine.all, stand, counted, targets),
            },
          }
        : {}),
      first: assessment.verdicts.find(({ id }) => id === entry.id)?.first ?? [],
      releases:
        stands === 'no' || verdict.kind === 'fine' || !withReleases
          ? []
          : releasesOf(conditions, engine, answers, isLifted),
    };
  });
}

/** Explains the contradictions: which parts of each hold, and which answer settles it. */
export function explainContradictions(
  { engine, answers, base }: Explaining,
  withReleases: boolean,
): ExplainedOf<'contradiction'>[] {
  const { situation } = base.judgement;
  return engine.contradictions.map(({ id, when, test }) => {
    const holds = test(situation);
    const isSettled = (then: Answers) => test(judge(engine, then).situation) === 'false';
    return {
      kind: 'contradiction',
      ref: `contradiction:${id}`,
      id,
      result: {},
      steps: [],
      holds,
      when: conditionTold(when, engine, situation),
      releases:
        holds === 'false' || !withReleases ? [] : releasesOf([when], engine, answers, isSettled),
    };
  });
}
