import { comparisonsOf } from '../questionnaire/condition.ts';
import type { Assessment } from './assessment-format.ts';
import { questionsOf } from './comparability.ts';
import type { StateChange } from './comparison-format.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import { sheetOf } from './sheet.ts';
import { type Stand, standOf } from './stand.ts';
import { storedAnswers } from './stored-answers.ts';

/**
 * The questions that are due in both and have another target now, each with what moved it: the profile answer that
 * picks it, answers by which a modifier applies or no longer does, a verdict that raises it while it is certain.
 *
 * @param changed ids of what was answered otherwise, profile first
 */
export function targetChanges(
  from: Assessment,
  to: Assessment,
  engine: Engine,
  outside: ReadonlySet<string>,
  changed: readonly string[],
): StateChange['targets'] {
  const before = new Map(questionsOf(from).map(({ id, target }) => [id, target]));
  const stands = [from, to].map((one) => standOf(engine, sheetOf(engine, storedAnswers(one)))) as [
    Stand,
    Stand,
  ];
  return questionsOf(to).flatMap(({ id, target }) => {
    const was = before.get(id) ?? null;
    const question = engine.questions[engine.positions.get(id) ?? -1];
    if (!question || outside.has(id) || was === null || target === null || was === target)
      return [];
    const [one, other] = stands.map(({ targets }) => targets[question.position] ?? null);
    const movers = one === other ? [] : moversOf(question, engine, stands);
    const isRaised = one !== was || other !== target;
    const because = [
      ...changed.filter((mover) => movers.includes(mover)),
      ...(isRaised ? raisingVerdicts(question.position, from, to, engine) : []),
    ];
    return [{ id, target: [was, target], because }];
  });
}

/** What moved the targets of some questions, each once. */
export function causesOfTargets(
  targets: StateChange['targets'],
  answers: StateChange['answers'],
  isAmong: (question: string) => boolean,
): string[] {
  const causes = [
    ...targets.filter(({ id }) => isAmong(id)).flatMap(({ because }) => because),
    ...answers
      .filter(({ id, change }) => isAmong(id) && /due$/.test(change))
      .flatMap(({ because }) => because),
  ];
  return [...new Set(causes)];
}

// The profile question that picks targets, where its two options pick different ones; what a modifier asks for that
// applies on one side only.
function moversOf(
  question: EngineQuestion,
  { selector, questionnaire }: Engine,
  stands: readonly [Stand, Stand],
): readonly string[] {
  const [before, after] = stands.map(({ situation }) => situation) as [
    Stand['situation'],
    Stand['situation'],
  ];
  const picked = ({ profile }: Stand['situation']) => {
    const chosen = profile[selector];
    return chosen?.state === 'answered' ? question.targets[Number(chosen.value)] : undefined;
  };
  const { by, modifiers } = questionnaire.targets;
  const turned = modifiers
    .filter((modifier) => modifier.for.includes(question.id))
    .filter((_modifier, index) => {
      const test = question.modifiers[index]?.test;
      return (test?.(before) === 'true') !== (test?.(after) === 'true');
    });
  return [
    ...(by === undefined || picked(before) === picked(after) ? [] : [by]),
    ...turned
      .flatMap(({ when }) => comparisonsOf(when))
      .flatMap(({ address }) => (address.kind === 'result' ? [] : [address.id])),
  ];
}

function raisingVerdicts(
  position: number,
  from: Assessment,
  to: Assessment,
  { verdicts }: Engine,
): readonly string[] {
  const certain = (assessment: Assessment, verdict: string) =>
    assessment.verdicts.some((one) => one.id === verdict && one.certain);
  return verdicts
    .filter(
      ({ id, lifting }) =>
        lifting?.asks.some(({ question }) => question === position) &&
        certain(from, id) !== certain(to, id),
    )
    .map(({ id }) => `verdict:${id}`);
}
