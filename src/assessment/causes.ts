import type { Answer, Answers } from '../questionnaire/answers.ts';
import { causesOf, type Situation } from '../questionnaire/compile-condition.ts';
import { type Comparing, type Condition, formatAddress } from '../questionnaire/condition.ts';
import { snap } from '../shared/snap.ts';
import type { Cause } from './assessment-format.ts';
import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import { spreadOf } from './spread.ts';

/** The answers and results that make a condition hold (or leave it undecided), each once. */
export function causesIn(
  condition: Condition,
  engine: Engine,
  answers: Answers,
  { situation }: Judgement,
): Cause[] {
  const causes = causesOf(condition, engine.compile, situation).flatMap((comparing) =>
    toCauses(comparing, engine, answers, situation),
  );
  return causes.filter((cause, index) => causes.findIndex(({ id }) => id === cause.id) === index);
}

function toCauses(
  comparing: Comparing,
  engine: Engine,
  answers: Answers,
  situation: Situation,
): readonly Cause[] {
  const { address } = comparing;
  switch (address.kind) {
    case 'profile':
      return [toCause(address.id, answers.profile[address.id])];
    case 'question':
      return [toCause(address.id, answers.answers[address.id])];
    case 'result':
      return resultCauses(comparing, engine, answers, situation);
    default:
      return address satisfies never;
  }
}

function toCause(id: string, answer: Answer | undefined): Cause {
  if (answer?.state === 'answered')
    return { id, answer: answer.answer as string[] | string | number };
  return { id, state: answer?.state === 'unknown' ? 'unknown' : 'unanswered' };
}

// Of how far roles are apart, those questions are named for which it holds by themselves.
function disputed(
  { address, ...compared }: Comparing,
  { questions, hurdles, questionnaire, compile }: Engine,
  { answers }: Answers,
  situation: Situation,
): readonly Cause[] {
  if (address.kind !== 'result' || address.name !== 'spread') return [];
  const { of } = address;
  const hurdle = hurdles.findIndex(({ id }) => id === of);
  const asked = questions.filter(({ core, hurdle: own, position }) => {
    const isMeant = of === null || of === 'any' || (of === 'core' ? core : own === hurdle);
    return isMeant && situation.questions[position]?.state !== 'absent';
  });
  const test = compile({ ...compared, address });
  return asked.flatMap((question) => {
    const value = snap(spreadOf(question, answers[question.id]), questionnaire.method.round);
    const alone = { ...situation, ranges: () => [{ low: value, high: value }] };
    return value > 0 && test(alone) === 'true' ? [{ id: question.id, value }] : [];
  });
}

// Of "any hurdle", those hurdles are named for which it holds.
function resultCauses(
  comparing: Comparing,
  engine: Engine,
  answers: Answers,
  situation: Situation,
): readonly Cause[] {
  const { address } = comparing;
  if (address.kind !== 'result' || address.name === 'role') return [];
  const apart = disputed(comparing, engine, answers, situation);
  if (apart.length > 0) return apart;
  const { name, of } = address;
  const { questionnaire } = engine;
  const narrowed =
    of === 'any'
      ? engine.hurdles
          .map((hurdle) => ({ ...comparing, address: { ...address, of: hurdle.id } }))
          .filter((one) => engine.compile(one)(situation) !== 'false')
      : [comparing];
  return narrowed.map((one) => {
    const part = one.address.kind === 'result' ? one.address.of : null;
    const low = situation.ranges(name, part)[0]?.low;
    return {
      id: formatAddress(one.address),
      ...(low === undefined ? {} : { value: snap(low, questionnaire.method.round) }),
    };
  });
}
