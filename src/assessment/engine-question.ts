import type { Compile, Test } from '../questionnaire/compile-condition.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import { refusalsBy } from '../questionnaire/not-applicable.ts';
import type { Question, RecommendationText } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type OptionIndex, optionIndex } from '../questionnaire/standing.ts';
import { worthsOf } from './points.ts';
import { type Scoring, scoringOf } from './scoring.ts';

export type EngineQuestion = {
  readonly id: string;
  readonly position: number;
  readonly hurdle: number;
  readonly question: Question;
  readonly options: OptionIndex;
  /** What conditions and points are made of; null for a question that is never scored. */
  readonly scoring: Scoring | null;
  /** What it is worth by how it stands; null for a question that is never scored. */
  readonly worthOf: ReturnType<typeof worthsOf> | null;
  readonly core: boolean;
  readonly weight: number;
  readonly when: Test | null;
  readonly quick: boolean | Test;
  readonly roles: readonly string[] | null;
  /** The target by the selected option: undefined where there is none, null where the question is not due. */
  readonly targets: readonly (number | null | undefined)[];
  /** The lowest of them: while none is selected, a question is due if it is due at any. */
  readonly lowestTarget: number | null | undefined;
  readonly modifiers: readonly EngineModifier[];
  readonly mayBeNotApplicable: boolean;
  readonly advice: RecommendationText | null;
  /** √effort, by which its priority is divided; effort in person-days. */
  readonly difficulty: number;
  /** Positions of the questions its recommendation requires. */
  readonly requires: readonly number[];
  /** Positions of the gates that ask about it. */
  readonly gates: readonly number[];
};

export type EngineModifier = {
  /** Its place among the modifiers of the questionnaire. */
  readonly index: number;
  readonly test: Test;
  readonly change: number;
  readonly atLeast: number;
  readonly atMost: number;
};

/** Makes the questions of a questionnaire ready to judge, one by one; what they have in common is looked up once. */
export function questionsOf(
  questionnaire: Questionnaire,
  compile: Compile,
  positionOf: (id: string) => number,
): (question: Question, hurdle: number, position: number) => EngineQuestion {
  const { profile, targets, gates, method } = questionnaire;
  const selecting = profile.find(({ id }) => id === targets.by);
  const selectable = selecting?.kind === 'choice' ? selecting.options.map(({ id }) => id) : [];
  const refusalOf = refusalsBy(questionnaire);
  const modifiers = byQuestion(
    targets.modifiers.map((modifier, index) => [
      engineModifier(modifier, index, compile),
      modifier.for,
    ]),
  );
  const asking = byQuestion(
    gates.map(({ when }, index) => [
      index,
      comparisonsOf(when).flatMap(({ address }) =>
        address.kind === 'question' ? [address.id] : [],
      ),
    ]),
  );

  return (question, hurdle, position) => {
    const judged = question.kind === 'text' ? null : question;
    const advice = judged?.recommendation ?? null;
    const target = judged?.target;
    const scoring = judged ? scoringOf(judged) : null;
    const byOption = selectable.length
      ? selectable.map((option) => (typeof target === 'object' ? target[option] : target))
      : [typeof target === 'object' ? undefined : target];
    return {
      id: question.id,
      position,
      hurdle,
      question,
      options: optionIndex(question),
      scoring,
      worthOf: judged && scoring ? worthsOf(judged, scoring, method) : null,
      core: judged?.core ?? false,
      weight: judged?.weight ?? (judged?.core ? method.hurdle.core.weight : 1),
      when: question.when ? compile(question.when) : null,
      quick: typeof question.quick === 'object' ? compile(question.quick) : question.quick === true,
      roles: question.roles ?? null,
      targets: byOption,
      lowestTarget: lowestOf(byOption),
      modifiers: modifiers.get(question.id) ?? [],
      mayBeNotApplicable: refusalOf(question) === null,
      advice,
      difficulty: advice ? Math.sqrt(meanEffort(advice)) : 1,
      requires: (advice?.requires ?? []).map(positionOf),
      gates: asking.get(question.id) ?? [],
    };
  };
}

function engineModifier(
  { when, change = 0, atLeast = -Infinity, atMost = Infinity }: Modifier,
  index: number,
  compile: Compile,
): EngineModifier {
  return { index, test: compile(when), change, atLeast, atMost };
}

type Modifier = Questionnaire['targets']['modifiers'][number];

// Each thing by the ids of the questions it is about, once and in its order.
function byQuestion<Thing>(
  things: readonly (readonly [Thing, readonly string[]])[],
): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const [thing, ids] of things) {
    for (const id of new Set(ids)) {
      const about = found.get(id) ?? [];
      about.push(thing);
      found.set(id, about);
    }
  }
  return found;
}

function lowestOf(targets: EngineQuestion['targets']): number | null | undefined {
  const numbers = numbersIn(targets);
  if (numbers.length > 0) return Math.min(...numbers);
  return targets.includes(undefined) ? undefined : null;
}

/** Person-days between the least and the most. */
export function meanEffort({ effort }: RecommendationText): number {
  return (effort.min + effort.max) / 2;
}

/** The targets that are numbers. */
export function numbersIn(targets: EngineQuestion['targets']): readonly number[] {
  return targets.filter((target) => typeof target === 'number');
}
