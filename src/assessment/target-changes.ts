import { comparisonsOf } from '../questionnaire/condition-format.ts';
import type { Question } from '../questionnaire/question-format.ts';
import { type Questionnaire, questionCalled } from '../questionnaire/questionnaire.ts';
import type { Assessment } from './assessment-format.ts';
import { questionsOf } from './comparability.ts';
import type { StateChange } from './comparison-format.ts';

/**
 * The questions that are due in both and have another target now, each with what moved it: the profile answer that
 * picks it, answers that a modifier asks for, a verdict that raises it while it is certain.
 *
 * @param changed ids of what was answered otherwise, profile first
 */
export function targetChanges(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
  outside: ReadonlySet<string>,
  changed: readonly string[],
): StateChange['targets'] {
  const before = new Map(questionsOf(from).map(({ id, target }) => [id, target]));
  return questionsOf(to).flatMap(({ id, target }) => {
    const was = before.get(id) ?? null;
    const question = questionCalled(questionnaire, id);
    if (!question || outside.has(id) || was === null || target === null || was === target)
      return [];
    const movers = [
      ...selectorOf(question, from, to, questionnaire),
      ...modifiersOf(id, questionnaire).filter((mover) => changed.includes(mover)),
    ];
    const because = [
      ...changed.filter((one) => movers.includes(one)),
      ...raisingVerdicts(id, from, to, questionnaire),
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

// The profile question that picks targets, where its two options pick different ones.
function selectorOf(
  question: Question,
  from: Assessment,
  to: Assessment,
  { targets }: Questionnaire,
): readonly string[] {
  const target = question.kind === 'text' ? undefined : question.target;
  if (targets.by === undefined || typeof target !== 'object') return [];
  const picked = ({ profile }: Assessment) => target[String(profile[targets.by ?? '']?.answer)];
  return picked(from) === picked(to) ? [] : [targets.by];
}

function modifiersOf(id: string, { targets }: Questionnaire): readonly string[] {
  return targets.modifiers
    .filter((modifier) => modifier.for.includes(id))
    .flatMap(({ when }) => comparisonsOf(when))
    .flatMap(({ address }) => (address.kind === 'result' ? [] : [address.id]));
}

function raisingVerdicts(
  id: string,
  from: Assessment,
  to: Assessment,
  { verdicts }: Questionnaire,
): readonly string[] {
  const certain = (assessment: Assessment, verdict: string) =>
    assessment.verdicts.some((one) => one.id === verdict && one.certain);
  return verdicts
    .filter(
      (verdict) =>
        verdict.liftedWhen &&
        comparisonsOf(verdict.liftedWhen).some(
          ({ address }) => address.kind === 'question' && address.id === id,
        ) &&
        certain(from, verdict.id) !== certain(to, verdict.id),
    )
    .map((verdict) => `verdict:${verdict.id}`);
}
