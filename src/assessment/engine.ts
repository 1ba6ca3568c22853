import { type Compile, conditionCompiler, type Test } from '../questionnaire/compile-condition.ts';
import { type Condition, comparisonsOf } from '../questionnaire/condition.ts';
import type { Aggregate } from '../questionnaire/method-format.ts';
import type { Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Gate, Group, Hurdle, Verdict } from '../questionnaire/questionnaire-format.ts';
import { type OptionIndex, optionIndex } from '../questionnaire/standing.ts';
import { snapTo } from '../shared/snap.ts';
import { type Asks, asksOf } from './asks.ts';
import { type EngineQuestion, questionsOf } from './engine-question.ts';
import { compileLifting, type Lifting } from './lifting.ts';
import { type Remembered, rememberedOf } from './remembered.ts';

/** A questionnaire made ready to judge: conditions compiled, names looked up, every question at its position. */
export type Engine = {
  readonly questionnaire: Questionnaire;
  readonly compile: Compile;
  /** Rounds as the method says. */
  readonly snapped: (value: number) => number;
  readonly questions: readonly EngineQuestion[];
  readonly hurdles: readonly EngineHurdle[];
  readonly gates: readonly EngineGate[];
  /** Positions of the gates that limit what questions count. */
  readonly limiting: readonly number[];
  readonly verdicts: readonly EngineVerdict[];
  readonly contradictions: readonly {
    readonly id: string;
    readonly test: Test;
    readonly when: Condition;
    readonly asks: Asks;
  }[];
  readonly profileOptions: readonly OptionIndex[];
  /** Position of the profile question that picks targets, or -1. */
  readonly selector: number;
  readonly positions: ReadonlyMap<string, number>;
  readonly profilePositions: ReadonlyMap<string, number>;
  readonly hurdleIndex: ReadonlyMap<string, number>;
  /** Positions of the questions with a condition of their own, and of those that such a condition asks about. */
  readonly conditional: readonly number[];
  readonly deciding: ReadonlySet<number>;
  /** Positions of the questions whose being due or whose target hangs on an answer, by its id. */
  readonly dependents: ReadonlyMap<string, readonly number[]>;
  /** Positions of all questions, and of the core ones. */
  readonly all: readonly number[];
  readonly core: readonly number[];
  /** Ids of the questions, profile included, that the level, a verdict or what is due hangs on by a rule. */
  readonly asked: ReadonlySet<string>;
  readonly remembered: Remembered;
};

export type Branch = {
  readonly id: string;
  readonly aggregate: Aggregate;
  readonly weight: number;
  readonly questions: readonly number[];
  readonly groups: readonly Branch[];
  /** Of its questions, then of its groups. */
  readonly weights: readonly number[];
};

export type EngineHurdle = Branch & {
  /** Positions of all its questions, those of its groups included. */
  readonly all: readonly number[];
  /** Of these, those that are scored, and the core questions in the order of their ids. */
  readonly scored: readonly number[];
  readonly core: readonly number[];
  /** What gates limit it to, in their order. */
  readonly limits: readonly { readonly gate: number; readonly atMost: number }[];
  /** Lower bounds of the levels. */
  readonly scale: readonly number[];
};

export type EngineGate = {
  readonly id: string;
  readonly gate: Gate;
  readonly test: Test;
  readonly asks: Asks;
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
  /** What it, what lifts it and what it puts first are about. */
  readonly asks: Asks;
  readonly lifting: Lifting | null;
  readonly first: readonly number[];
  /** What `liftedWhen` asks of each of these: all must be true for its part to be met. */
  readonly parts: readonly (readonly Test[])[];
  readonly defers: readonly number[];
};

/** Makes a questionnaire ready to judge; do it once and judge as many answers as you like. */
export function engineOf(questionnaire: Questionnaire): Engine {
  const { profile, questions, hurdles, targets, method } = questionnaire;
  const compile = conditionCompiler(questionnaire);
  const positions = new Map(questions.map(({ question }, position) => [question.id, position]));
  const positionOf = (id: string) => positions.get(id) as number;
  const hurdleIndex = new Map(hurdles.map((hurdle, index) => [hurdle.id, index]));
  const hurdleOf = (id: string) => hurdleIndex.get(id) as number;
  const engineQuestion = questionsOf(questionnaire, compile, positionOf);
  const engineQuestions = questions.map(({ question, hurdle }, position) =>
    engineQuestion(question, hurdleOf(hurdle), position),
  );
  const gates = questionnaire.gates.map((gate) => engineGate(gate, compile, hurdleOf, positionOf));

  const branch = (node: Hurdle | Group): Branch => {
    const own = node.questions.map((question) => positionOf(question.id));
    const groups = node.groups.map(branch);
    const ownWeights = own.map((position) => engineQuestions[position]?.weight ?? 1);
    return {
      id: node.id,
      aggregate: node.aggregate ?? method.hurdle.aggregate,
      weight: node.weight ?? 1,
      questions: own,
      groups,
      weights: [...ownWeights, ...groups.map(({ weight }) => weight)],
    };
  };
  const questionsIn = byHurdle(hurdles, engineQuestions);
  const limitsOn = byHurdle(
    hurdles,
    gates.flatMap(({ hurdleLimits }, gate) => hurdleLimits.map((limit) => ({ ...limit, gate }))),
  );
  const engineHurdle = (hurdle: Hurdle, index: number): EngineHurdle => {
    const all = questionsIn[index] ?? [];
    const at = (some: readonly EngineQuestion[]) => some.map(({ position }) => position);
    return {
      ...branch(hurdle),
      all: at(all),
      scored: at(all.filter(({ scoring }) => scoring !== null)),
      core: at(all.filter(({ core }) => core).sort((a, b) => (a.id < b.id ? -1 : 1))),
      limits: (limitsOn[index] ?? []).map(({ gate, atMost }) => ({ gate, atMost })),
      scale: (questionnaire.scales[hurdle.scale] ?? []).map((level) => level.from),
    };
  };

  return {
    questionnaire,
    compile,
    snapped: snapTo(method.round),
    questions: engineQuestions,
    hurdles: hurdles.map(engineHurdle),
    gates,
    limiting: gates.flatMap(({ questionLimits }, index) =>
      questionLimits.length > 0 ? [index] : [],
    ),
    verdicts: questionnaire.verdicts.map((verdict) => {
      const { id, when, liftedWhen, defers } = verdict;
      const lifting = liftedWhen
        ? compileLifting(liftedWhen, questionnaire, compile, positionOf)
        : null;
      const first = verdict.first.map(positionOf);
      const partsOf = (position: number) =>
        (lifting?.parts ?? []).flatMap(({ question, test }) =>
          question === position ? [test] : [],
        );
      return {
        id,
        verdict,
        test: compile(when),
        asks: asksOf([when, liftedWhen], verdict.first),
        lifting,
        first,
        parts: first.map(partsOf),
        defers: defers.map(positionOf),
      };
    }),
    contradictions: questionnaire.contradictions.map(({ id, when }) => ({
      id,
      when,
      test: compile(when),
      asks: asksOf([when]),
    })),
    profileOptions: profile.map(optionIndex),
    selector: profile.findIndex((question) => question.id === targets.by),
    positions,
    profilePositions: new Map(profile.map(({ id }, position) => [id, position])),
    hurdleIndex,
    conditional: engineQuestions.flatMap((one) =>
      conditionsOf(one.question).length > 0 ? [one.position] : [],
    ),
    deciding: new Set(
      engineQuestions
        .flatMap(({ question }) => conditionsOf(question))
        .flatMap(comparisonsOf)
        .flatMap(
          ({ address }) => positions.get(address.kind === 'question' ? address.id : '') ?? [],
        ),
    ),
    all: engineQuestions.map(({ position }) => position),
    core: engineQuestions.flatMap(({ core, position }) => (core ? [position] : [])),
    dependents: dependentsIn(questionnaire, positions),
    asked: askedIn(questionnaire),
    remembered: rememberedOf(questionnaire),
  };
}

// In their order, each at the place of its hurdle.
function byHurdle<Thing extends { readonly hurdle: number }>(
  hurdles: readonly unknown[],
  things: readonly Thing[],
): readonly (readonly Thing[])[] {
  const found: Thing[][] = hurdles.map(() => []);
  for (const thing of things) found[thing.hurdle]?.push(thing);
  return found;
}

function engineGate(
  gate: Gate,
  compile: Compile,
  hurdleOf: (id: string) => number,
  positionOf: (id: string) => number,
): EngineGate {
  return {
    id: gate.id,
    gate,
    test: compile(gate.when),
    asks: asksOf([gate.when]),
    hurdleLimits: gate.limits.flatMap((limit) =>
      'hurdle' in limit ? [{ hurdle: hurdleOf(limit.hurdle), atMost: limit.atMost }] : [],
    ),
    questionLimits: gate.limits.flatMap((limit) => {
      if (!('question' in limit)) return [];
      const { question, atMost } = limit;
      return [
        {
          question: positionOf(question),
          atMost: typeof atMost === 'number' ? atMost : { answerOf: positionOf(atMost.answerOf) },
        },
      ];
    }),
  };
}

function dependentsIn(
  { questions, targets }: Questionnaire,
  positions: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const dependents = new Map<string, number[]>();
  const depend = (position: number, { ids }: Asks) => {
    for (const id of ids) {
      const known = dependents.get(id) ?? [];
      if (known.at(-1) !== position) known.push(position);
      dependents.set(id, known);
    }
  };
  questions.forEach(({ question }, position) => {
    const isPicked = question.kind !== 'text' && typeof question.target === 'object';
    const picked = isPicked && targets.by !== undefined ? [targets.by] : [];
    depend(position, asksOf(conditionsOf(question), picked));
  });
  for (const { when, for: moved } of targets.modifiers) {
    for (const id of moved) depend(positions.get(id) as number, asksOf([when]));
  }
  return dependents;
}

function conditionsOf({ when, quick }: Question): readonly Condition[] {
  return [when, quick].filter((condition) => typeof condition === 'object');
}

function askedIn({ questions, targets, gates, verdicts }: Questionnaire): ReadonlySet<string> {
  const conditions = [
    ...questions.flatMap(({ question }) => conditionsOf(question)),
    ...targets.modifiers.map(({ when }) => when),
    ...gates.map(({ when }) => when),
    ...verdicts.flatMap(({ when, liftedWhen }) => [when, liftedWhen]),
  ].filter((condition) => typeof condition === 'object');
  const ids = conditions
    .flatMap(comparisonsOf)
    .flatMap(({ address }) => (address.kind === 'result' ? [] : [address.id]));
  return new Set([...ids, ...(targets.by === undefined ? [] : [targets.by])]);
}
