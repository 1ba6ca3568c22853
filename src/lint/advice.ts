import type { EngineQuestion } from '../assessment/engine-question.ts';
import { comparisonsOf, formatAddress } from '../questionnaire/condition.ts';
import type { Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import { type Check, questionPath, type Subject } from './subject.ts';

/** Recommendations that nothing triggers, and prerequisites that ask for nothing or for too much. */
export const findIdleAdvice: Check = (subject) => {
  const wanted = askedFor(subject);
  return subject.engine.questions.flatMap((question) =>
    question.advice === null
      ? []
      : [
          ...(wanted.has(question.id) ? [] : idleRecommendation(question, subject)),
          ...idlePrerequisites(question, subject),
        ],
  );
};

// What a verdict or another recommendation wants to be better or known, whatever its target.
function askedFor({ questionnaire, engine }: Subject): ReadonlySet<string> {
  const lifting = questionnaire.verdicts.flatMap(({ first, liftedWhen }) => [
    ...first,
    ...(liftedWhen ? comparisonsOf(liftedWhen).map(({ address }) => formatAddress(address)) : []),
  ]);
  const required = engine.questions.flatMap(({ advice }) => advice?.requires ?? []);
  // What is to be found out before anything can be said.
  const clarifies = questionnaire.verdicts.some(({ kind }) => kind === 'clarify');
  const clarifying = engine.questions.flatMap(({ id, core, requires }) =>
    clarifies && core && requires.length === 0 ? [id] : [],
  );
  return new Set([...lifting, ...required, ...clarifying]);
}

// Below its target a question never gets.
function idleRecommendation(question: EngineQuestion, subject: Subject): readonly Problem[] {
  const { file } = subject;
  const lowest = question.scoring?.lowest ?? 0;
  const canFallShort = highestTargets(question, subject).some((target) => target > lowest);
  if (canFallShort) return [];
  const at = file.keyAt([...questionPath(subject, question.position), 'recommendation']);
  return [finding('idle-recommendation', at, { id: question.id })];
}

function idlePrerequisites(question: EngineQuestion, subject: Subject): readonly Problem[] {
  const { engine, file, questionnaire } = subject;
  const { prerequisiteAt } = questionnaire.method;
  const due = question.targets.flatMap((target, option) => (target === null ? [] : [option]));
  return question.requires.flatMap((position, index) => {
    const required = engine.questions[position];
    if (!required) return [];
    const at = file.at([
      ...questionPath(subject, question.position),
      'recommendation',
      'requires',
      index,
    ]);
    const targets = due.flatMap((option) => {
      const target = required.targets[option];
      return target === null ? [] : [target];
    });
    if (due.length > 0 && targets.length === 0) {
      return [finding('prerequisite-never-due', at, { id: required.id })];
    }
    const highest = Math.max(...highestTargets(required, subject));
    // Where no answer is worth so much, the best one is enough.
    const metAt = Math.min(prerequisiteAt, required.scoring?.highest ?? prerequisiteAt);
    return targets.length > 0 && Number.isFinite(highest) && highest < metAt
      ? [
          finding('prerequisite-above-target', at, {
            id: required.id,
            metAt,
            target: highest,
          }),
        ]
      : [];
  });
}

/** The highest target at each option that has one, with every modifier that could raise it. */
function highestTargets(question: EngineQuestion, { questionnaire }: Subject): readonly number[] {
  const { atLeast = -Infinity, atMost = Infinity } = questionnaire.targets.bounds;
  const added = question.modifiers.reduce((sum, { change }) => sum + Math.max(0, change), 0);
  const floor = Math.max(atLeast, ...question.modifiers.map((modifier) => modifier.atLeast));
  return question.targets
    .filter((target) => typeof target === 'number')
    .map((target) => Math.min(Math.max(target + added, floor), atMost));
}
