import { type Condition, comparisonsOf } from './condition.ts';
import type { Question } from './question-format.ts';
import type { QuestionnaireData } from './questionnaire-format.ts';

type Rules = Pick<QuestionnaireData, 'gates' | 'verdicts'>;

/**
 * Why a question cannot be left out as not applicable, or null when it can.
 *
 * Core questions cannot, and none that a gate or a stop verdict asks about: a hole is not closed by declaring it
 * somebody else's.
 */
export function notApplicableRefusal(
  question: Question,
  rules: Rules,
): 'core' | 'asked-by-rule' | 'says-so' | null {
  if (question.kind === 'text') return null;
  if (question.core) return 'core';
  if (askedByRule(question.id, rules)) return 'asked-by-rule';
  return question.notApplicable === false ? 'says-so' : null;
}

function askedByRule(id: string, { gates, verdicts }: Rules): boolean {
  const conditions: readonly Condition[] = [
    ...gates.map((gate) => gate.when),
    ...verdicts
      .filter((verdict) => verdict.kind === 'stop')
      .flatMap(({ when, liftedWhen }) => (liftedWhen ? [when, liftedWhen] : [when])),
  ];
  return conditions.some((condition) =>
    comparisonsOf(condition).some(
      ({ address }) => address.kind === 'question' && address.id === id,
    ),
  );
}
