import { compileCondition, type Test } from '../questionnaire/compile-condition.ts';
import { type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { Aggregate } from '../questionnaire/method-format.ts';
import { notApplicableRefusal } from '../questionnaire/not-applicable.ts';
import type { Question, RecommendationText } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Gate, Group, Hurdle, Verdict } from '../questionnaire/questionnaire-format.ts';
import { type OptionIndex, optionIndex } from '../questionnaire/standing.ts';
import { compileLifting, type Lifting } from './lifting.ts';
import { type Scoring, scoringOf } from './scoring.ts';

/** A questionnaire made ready to judge: conditions compiled, names looked up, every question at its position. */
export type Engine = {
  readonly questionnaire: Questionnaire;
  readonly questions: readonly EngineQuestion[];
  readonly hurdles: readonly EngineHurdle[];
  readonly gates: readonly EngineGate[];
  readonly verdicts: readonly EngineVerdict[];
  readonly contradictions: readonly {
    readonly id: string;
    readonly test: Test;
    readonly when: Condition;
  }[];
  readonly profileOptions: readonly OptionIndex[];
  /** Position of the profile question that picks targets, or -1. */
  readonly selector: number;
  readonly positions: ReadonlyMap<string, number>;
  /** Ids of the questions, profile included, that the level, a verdict or what is due hangs on by a rule. */
  readonly asked: ReadonlySet<string>;
};

export type EngineQuestion = {
  readonly id: string;
  readonly position: number;
  readonly hurdle: number;
  readonly question: Question;
  readonly options: OptionIndex;
  /** What conditions and points are made of; null for a question that is never scored. */
  readonly scoring: Scoring | null;
  readonly core: boolean;
  readonly weight: number;
  readonly when: Test | null;
  readonly quick: boolean | Test;
  readonly roles: readonly string[] | null;
  /** The target by the selected option: undefined where there is none, null where the question is not due. */
  readonly targets: readonly (number | null | undefined)[];
  readonly modifiers: readonly EngineModifier[];
  readonly mayBeNotApplicable: boolean;
  readonly advice: RecommendationText | null;
  /** Positions of the questions its recommendation requires. */
  readonly requires: readonly number[];
  /** Positions of the gates that ask about it. */
  readonly gates: readonly number[];
};

export type EngineModifier = {
  readonly test: Test;
  readonly change: number;
  readonly atLeast: number;
  readonly atMost: number;
};

export type Branch = {
  readonly id: string;
  readonly aggregate: Aggregate;
  readonly weight: number;
  readonly questions: readonly number[];
  readonly groups: readonly Branch[];
};

export type EngineHurdle = Branch & {
  /** Positions of all its questions, those of its groups included. */
  readonly all: readonly number[];
  /** Lower bounds of the levels. */
  readonly scale: readonly number[];
};

export type EngineGate = {
  readonly id: string;
  readonly gate: Gate;
  readonly test: Test;
  readonly hurdleLimits: readonly { readonly hurdle: number; readonly atMost: number }[];
  readonly questionLimits: readonly {
    readonly question: number;
    readonly atMost: number | { readonly answerOf: number };
  }[];
};

export type EngineVerdict = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly test: Test;
  readonly lifting: Lifting | null;
  readonly first: readonly number[];
  readonly defers: readonly number[];
};

/** Makes a questionnaire ready to judge; do it once and judge as many answers as you like. */
export function engineOf(questionnaire: Questionnaire): Engine {
  const { profile, questions, hurdles, targets, method } = questionnaire;
  const compile = (condition: Condition) => compileCondition(condition, questionnaire);
  const positions = new Map(questions.map(({ question }, position) => [question.id, position]));
  const positionOf = (id: string) => positions.get(id) as number;
  const hurdleIndex = new Map(hurdles.map((hurdle, index) => [hurdle.id, index]));
  const selector = profile.findIndex((question) => question.id === targets.by);
  const selecting = profile[selector];
  const selectable =
    selecting?.kind === 'choice' ? selecting.options.map((option) => option.id) : [];

  const modifiersFor = (id: string) =>
    targets.modifiers
      .filter((modifier) => modifier.for.includes(id))
      .map(({ when, change = 0, atLeast = -Infinity, atMost = Infinity }) => ({
        test: compile(when),
        change,
        atLeast,
        atMost,
      }));

  const engineQuestion = (question: Question, hurdle: string, position: number): EngineQuestion => {
    const judged = question.kind === 'text' ? null : question;
    const advice = judged?.recommendation ?? null;
    const target = judged?.target;
    return {
      id: question.id,
      position,
      hurdle: hurdleIndex.get(hurdle) as number,
      question,
      options: optionIndex(question),
      scoring: judged ? scoringOf(judged) : null,
      core: judged?.core ?? false,
      weight: judged?.weight ?? (judged?.core ? method.hurdle.core.weight : 1),
      when: question.when ? compile(question.when) : null,
      quick: typeof question.quick === 'object' ? compile(question.quick) : question.quick === true,
      roles: question.roles ?? null,
      targets: selectable.length
        ? selectable.map((option) => (typeof target === 'object' ? target[option] : target))
        : [typeof target === 'object' ? undefined : target],
      modifiers: modifiersFor(question.id),
      mayBeNotApplicable: notApplicableRefusal(question, questionnaire) === null,
      advice,
      requires: (advice?.requires ?? []).map(positionOf),
      gates: questionnaire.gates.flatMap((gate, index) =>
        asksAbout(gate.when, question.id) ? [index] : [],
      ),
    };
  };

  const branch = (node: Hurdle | Group): Branch => ({
    id: node.id,
    aggregate: node.aggregate ?? method.hurdle.aggregate,
    weight: node.weight ?? 1,
    questions: node.questions.map((question) => positionOf(question.id)),
    groups: node.groups.map(branch),
  });

  return {
    questionnaire,
    questions: questions.map(({ question, hurdle }, position) =>
      engineQuestion(question, hurdle, position),
    ),
    hurdles: hurdles.map((hurdle) => ({
      ...branch(hurdle),
      all: questions.flatMap((placed, position) => (placed.hurdle === hurdle.id ? [position] : [])),
      scale: (questionnaire.scales[hurdle.scale] ?? []).map((level) => level.from),
    })),
    gates: questionnaire.gates.map((gate) => ({
      id: gate.id,
      gate,
      test: compile(gate.when),
      hurdleLimits: gate.limits.flatMap((limit) =>
        'hurdle' in limit
          ? [{ hurdle: hurdleIndex.get(limit.hurdle) as number, atMost: limit.atMost }]
          : [],
      ),
      questionLimits: gate.limits.flatMap((limit) =>
        'question' in limit
          ? [
              {
                question: positionOf(limit.question),
                atMost:
                  typeof limit.atMost === 'number'
                    ? limit.atMost
                    : { answerOf: positionOf(limit.atMost.answerOf) },
              },
            ]
          : [],
      ),
    })),
    verdicts: questionnaire.verdicts.map((verdict) => ({
      id: verdict.id,
      verdict,
      test: compile(verdict.when),
      lifting: verdict.liftedWhen ? compileLifting(verdict.liftedWhen, questionnaire) : null,
      first: verdict.first.map(positionOf),
      defers: verdict.defers.map(positionOf),
    })),
    contradictions: questionnaire.contradictions.map(({ id, when }) => ({
      id,
      when,
      test: compile(when),
    })),
    profileOptions: profile.map(optionIndex),
    selector,
    positions,
    asked: askedIn(questionnaire),
  };
}

function askedIn({ questions, targets, gates, verdicts }: Questionnaire): ReadonlySet<string> {
  const conditions = [
    ...questions.flatMap(({ question: { when, quick } }) => [when, quick]),
    ...targets.modifiers.map(({ when }) => when),
    ...gates.map(({ when }) => when),
    ...verdicts.flatMap(({ when, liftedWhen }) => [when, liftedWhen]),
  ].filter((condition) => typeof condition === 'object');
  const ids = conditions
    .flatMap(comparisonsOf)
    .flatMap(({ address }) => (address.kind === 'result' ? [] : [address.id]));
  return new Set([...ids, ...(targets.by === undefined ? [] : [targets.by])]);
}

function asksAbout(condition: Condition, id: string): boolean {
  switch (condition.kind) {
    case 'compare':
      return condition.address.kind === 'question' && condition.address.id === id;
    case 'not':
      return asksAbout(condition.of, id);
    default:
      return condition.of.some((part) => asksAbout(part, id));
  }
}
