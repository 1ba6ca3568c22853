import type { Answer, Answers } from '../questionnaire/answers.ts';
import { snap } from '../shared/snap.ts';
import type { AssessedHurdle, AssessedQuestion, Assessment } from './assessment-format.ts';
import { allAtTarget } from './at-target.ts';
import type { Engine } from './engine.ts';
import type { HurdleLimit } from './hurdle-result.ts';
import type { Judgement } from './judge.ts';

/** Tells the result of every hurdle and of each of its questions in ids. */
export function assessedHurdles(
  engine: Engine,
  answers: Answers,
  judgement: Judgement,
  atTargets: Judgement,
): Assessment['hurdles'] {
  const { round } = engine.questionnaire.method;
  const snapped = (value: number | undefined) => (value === undefined ? null : snap(value, round));
  return engine.hurdles.map((hurdle, index): AssessedHurdle => {
    const result = judgement.hurdles[index] as Judgement['hurdles'][number];
    const scored = hurdle.all.filter((position) => engine.questions[position]?.scoring);
    return {
      id: hurdle.id,
      level: result.reason === null ? (result.level?.low ?? null) : null,
      levelHigh: result.level?.high ?? null,
      plus: result.reason === null && result.plus,
      value: snapped(result.value?.low),
      valueHigh: snapped(result.value?.high),
      score: result.score?.low ?? null,
      scoreHigh: result.score?.high ?? null,
      unlimited: snapped(result.unlimited?.low),
      target: snapped(atTargets.hurdles[index]?.value?.low),
      atTarget: result.applicable > 0 && isAtTarget(engine, judgement, scored),
      coverage: result.applicable === 0 ? null : snap(result.answered / result.applicable, round),
      due: result.due,
      applicable: result.applicable,
      answered: result.answered,
      reason: result.reason,
      limits: result.limits
        .filter((limit) => bites(limit, result.unlimited?.low))
        .map(toLimit(engine)),
      questions: hurdle.all.map((position) => toQuestion(engine, answers, judgement, position)),
    };
  });
}

// A gate that holds is told even where another limit is stricter; a core question only where it limits at all.
function bites({ gate, atMost }: HurdleLimit, unlimited: number | undefined): boolean {
  return gate !== null || (unlimited !== undefined && atMost < unlimited);
}

function toLimit(engine: Engine) {
  return ({ gate, core, atMost, effective }: HurdleLimit): AssessedHurdle['limits'][number] => ({
    ...(gate === null ? {} : { gate: engine.gates[gate]?.id ?? '' }),
    ...(core === null ? {} : { core: engine.questions[core]?.id ?? '' }),
    atMost,
    effective,
  });
}

function isAtTarget(engine: Engine, judgement: Judgement, positions: readonly number[]): boolean {
  const { stand, counted, targets } = judgement;
  return allAtTarget(engine, positions, stand, counted, targets);
}

function toQuestion(
  engine: Engine,
  answers: Answers,
  { stand, counted, targets }: Judgement,
  position: number,
): AssessedQuestion {
  const { id, scoring } = engine.questions[position] as Engine['questions'][number];
  const answer = answers.answers[id];
  const notDue = stand.notDue[position] ?? null;
  const target = targets[position] ?? null;
  const given = counted.given[position]?.low ?? null;
  const { round } = engine.questionnaire.method;
  const counts = counted.counts[position];
  return {
    id,
    state:
      notDue === null ? stateOf(answer, stand.situation.questions[position]?.state) : 'not-due',
    ...(notDue === null ? {} : { notDue }),
    ...(answer?.state === 'answered'
      ? { answer: answer.answer as string[] | string | number }
      : {}),
    counts: scoring && counts ? snap(counts.low, round) : null,
    target,
    gap: target === null || given === null ? null : snap(Math.max(0, target - given), round),
    gates: (counted.lowering.get(position) ?? []).map((gate) => engine.gates[gate]?.id ?? ''),
  };
}

function stateOf(
  answer: Answer | undefined,
  standing: string | undefined,
): AssessedQuestion['state'] {
  if (standing === 'absent') return 'not-applicable';
  return answer === undefined || answer.state === 'not-applicable' ? 'unanswered' : answer.state;
}
