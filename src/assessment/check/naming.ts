import type { Cause } from '../assessment-format.ts';
import type { FoundCause, MendingStep } from './check-format.ts';
import type { Side } from './side.ts';

/** A question as a cause: what was answered, and where. */
export function questionCause({ questions, placeOf }: Side, id: string): FoundCause {
  const question = questions.get(id);
  const state = question?.state ?? 'unanswered';
  return {
    id,
    state,
    ...(state === 'answered' && question?.answer !== undefined ? { answer: question.answer } : {}),
    at: placeOf('answers', id),
  };
}

/** Causes as the assessment tells them, with their places. */
export function namedCauses(side: Side, causes: readonly Cause[]): FoundCause[] {
  return causes.map(({ id, answer, state, value }): FoundCause => {
    if (id.startsWith('$')) {
      return { id, state: 'result', ...(value === undefined ? {} : { value }), at: null };
    }
    const section = id.includes('.') ? 'answers' : 'profile';
    return {
      id,
      state:
        answer === undefined
          ? value === undefined
            ? (state ?? 'unanswered')
            : 'result'
          : 'answered',
      ...(answer === undefined ? {} : { answer }),
      ...(value === undefined ? {} : { value }),
      at: side.placeOf(section, id),
    };
  });
}

/** The step about a question: that of the plan; what nobody knows is to be found out; else what is advised beside it. */
export function stepAbout({ assessment, engine, questions }: Side, id: string): MendingStep[] {
  const status = assessment.steps[id]?.status ?? null;
  const planned = assessment.recommendations.find((step) => step.id === id);
  if (planned) {
    const { kind, rank, effort } = planned;
    return [{ id, kind, rank, effort, status }];
  }
  const state = questions.get(id)?.state;
  if (state === 'unknown' || state === 'unanswered') {
    const { effort } = engine.questionnaire.method.recommend.findOut;
    return [{ id, kind: 'find-out', rank: null, effort, status }];
  }
  const advice = engine.questions[engine.positions.get(id) ?? -1]?.advice;
  return state === 'answered' && advice
    ? [{ id, kind: 'improve', rank: null, effort: advice.effort, status }]
    : [];
}

/** The steps about several questions, in the order of the plan, each once. */
export function stepsAbout(side: Side, ids: readonly string[]): MendingStep[] {
  const steps = [...new Set(ids)].flatMap((id) => stepAbout(side, id));
  const place = ({ rank }: MendingStep) => rank ?? Number.POSITIVE_INFINITY;
  return steps.sort((a, b) => place(a) - place(b) || 0);
}
