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
export function notApplicableRefusal(question: Question, rules: Rules): Refusal | null {
  return refusalsBy(rules)(question);
}

/** The same for many questions: what the rules ask about is looked up once. */
export function refusalsBy({ gates, verdicts }: Rules): (question: Question) => Refusal | null {
  const conditions: readonly Condition[] = [
    ...gates.map((gate) => gate.when),
    ...verdicts
      .filter((verdict) => verdict.kind === 'stop')
      .flatMap(({ when, liftedWhen }) => (liftedWhen ? [when, liftedWhen] : [when])),
  ];
  const asked = new Set(
    conditions
      .flatMap(comparisonsOf)
      .flatMap(({ address }) => (address.kind === 'question' ? [address.id] : [])),
  );
  return (question) => {
    if (question.kind === 'text') return null;
    if (question.core) return 'core';
    if (asked.has(question.id)) return 'asked-by-rule';
    return question.notApplicable === false ? 'says-so' : null;
  };
}

type Refusal = 'core' | 'asked-by-rule' | 'says-so';
