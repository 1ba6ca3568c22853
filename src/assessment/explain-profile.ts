import { type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { Explaining } from './explain.ts';
import type { ExplainedOf } from './explanation-format.ts';

type Use = ExplainedOf<'profile'>['uses'][number];

/** Explains what hangs on what the company says about itself: the targets it picks or moves, and all that asks about it. */
export function explainProfile({ engine, assessment }: Explaining): ExplainedOf<'profile'>[] {
  const { questionnaire } = engine;
  const { targets, gates, verdicts, contradictions, questions, profile } = questionnaire;
  return profile.map(({ id }) => {
    const asks = (...conditions: readonly (Condition | undefined)[]) =>
      conditions.some((condition) => condition && asksAbout(condition, id));
    const asking = <One extends { readonly id: string }>(
      kind: Use['kind'],
      all: readonly One[],
      conditions: (one: One) => readonly (Condition | undefined)[],
    ): Use[] => all.flatMap((one) => (asks(...conditions(one)) ? [{ kind, id: one.id }] : []));
    const moved = new Set(
      targets.modifiers.flatMap((modifier) => (asks(modifier.when) ? modifier.for : [])),
    );
    return {
      kind: 'profile',
      ref: `profile:${id}`,
      id,
      result: {},
      steps: [],
      ...(assessment.profile[id] ? { said: assessment.profile[id] } : {}),
      uses: [
        ...questions.flatMap(({ question }): Use[] => {
          if (question.kind === 'text') return [];
          const isPicked = targets.by === id && typeof question.target === 'object';
          return isPicked || moved.has(question.id) ? [{ kind: 'target', id: question.id }] : [];
        }),
        ...asking('verdict', verdicts, ({ when, liftedWhen }) => [when, liftedWhen ?? undefined]),
        ...asking('gate', gates, ({ when }) => [when]),
        ...asking('contradiction', contradictions, ({ when }) => [when]),
        ...asking(
          'question',
          questions.map(({ question }) => question),
          ({ when }) => [when],
        ),
      ],
    };
  });
}

function asksAbout(condition: Condition, id: string): boolean {
  return comparisonsOf(condition).some(
    ({ address }) => address.kind === 'profile' && address.id === id,
  );
}
