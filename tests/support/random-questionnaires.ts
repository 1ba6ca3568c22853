import fc from 'fast-check';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';

/** What kind of questionnaire to make up. */
export type Flavour = {
  /** What the `when` of a question reads: the profile only, or earlier questions too. */
  readonly whens: 'profile' | 'earlier';
  /** What gates and verdicts ask for: low answers only, or anything. */
  readonly asks: 'low' | 'any';
  /** `range` makes every open answer count its whole range; else the method may say otherwise. */
  readonly policy: 'range' | 'any';
};

/** Promises that a better answer makes nothing worse. */
export const monotone: Flavour = { whens: 'profile', asks: 'low', policy: 'any' };
export const anything: Flavour = { whens: 'earlier', asks: 'any', policy: 'any' };

/** A small random questionnaire, as the data of its file. */
export function randomData(flavour: Flavour): fc.Arbitrary<Data> {
  return fc.record(plan(flavour)).map((drawn) => write(drawn, flavour));
}

/** A small random questionnaire, read by the parser, which must accept all of them. */
export function randomQuestionnaires(flavour: Flavour): fc.Arbitrary<Questionnaire> {
  return randomData(flavour).map(read);
}

/** Reads the data of a questionnaire as its file would be read. */
export function read(data: Data): Questionnaire {
  const file = JSON.stringify(data);
  const before = alreadyRead.get(file);
  if (before) return before;
  const parsed = parseQuestionnaire(file, 'random.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3), null, 2));
  // They are large, and the files of a worker share them.
  if (alreadyRead.size >= 400) alreadyRead.clear();
  alreadyRead.set(file, parsed.value);
  return parsed.value;
}

// Reading takes longer than judging, and properties that begin at the same seed draw the same questionnaires.
const alreadyRead = new Map<string, Questionnaire>();

export type Data = { readonly [key: string]: unknown };

export const roles = ['mgmt', 'dept'];
const stages = ['early', 'middle', 'late'];
const text = { en: 'Text' };

// What is drawn names other things by a number, which is taken modulo how many of them there are: so every draw is
// a valid questionnaire, and a failing one shrinks.
const pick = fc.nat({ max: 60 });
const seldom = <Value>(of: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: of as fc.Arbitrary<Value | undefined> },
  );
const oneOf = fc.constantFrom;

type Leaf = { readonly about: 'profile' | 'answer' | 'result'; readonly pick: readonly number[] };
type Asked =
  | ({ readonly kind: 'leaf' } & Leaf)
  | { readonly kind: 'all' | 'any' | 'beside'; readonly of: readonly Asked[] }
  | { readonly kind: 'not'; readonly of: Asked };

const leaf: fc.Arbitrary<Asked> = fc.record({
  kind: fc.constant('leaf' as const),
  about: oneOf('answer' as const, 'answer' as const, 'answer' as const, 'profile', 'result'),
  pick: fc.array(pick, { minLength: 4, maxLength: 4 }),
});

const condition: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: oneOf('all' as const, 'any' as const, 'beside' as const),
      of: fc.array(leaf, { minLength: 2, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: leaf }) },
);

const advice = fc.record({
  min: oneOf(0, 0.5, 1, 2),
  more: oneOf(0.25, 1, 3),
  weeks: oneOf(0.5, 1, 2, 5, 13),
  impact: oneOf(1, 2, 3, 4, 5),
  requires: fc.array(pick, { maxLength: 2 }),
});

const question = fc.record({
  kind: oneOf('level', 'level', 'level', 'level', 'choice', 'choice', 'several', 'number', 'text'),
  points: fc.array(oneOf(0, 1, 2, 3, 4, 0.7, -1), { minLength: 2, maxLength: 6 }),
  ordered: fc.boolean(),
  combine: oneOf('sum', 'max', 'share'),
  cap: seldom(oneOf(1, 3)),
  exclusive: fc.boolean(),
  core: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
  weight: seldom(oneOf(0.5, 3)),
  target: fc.option(
    fc.oneof(
      oneOf(1, 2, 3),
      fc.tuple(...stages.map(() => fc.option(oneOf(1, 2, 3, 4, 1.5), { freq: 4 }))),
    ),
    { nil: undefined, freq: 7 },
  ),
  advice: fc.option(advice, { freq: 5 }),
  when: seldom(condition),
  quick: oneOf(true, undefined),
  roles: seldom(oneOf(...roles)),
  notApplicable: seldom(fc.boolean()),
});

const aggregate = seldom(oneOf('weighted-mean', 'mean', 'sum', 'min', 'max', 'level-gate'));
const group = fc.record({
  questions: fc.array(question, { minLength: 1, maxLength: 2 }),
  weight: seldom(oneOf(0.5, 2)),
  aggregate,
  inner: seldom(fc.array(question, { minLength: 1, maxLength: 2 })),
});
const hurdle = fc.record({
  questions: fc.array(question, { minLength: 1, maxLength: 4 }),
  groups: fc.array(group, { maxLength: 2 }),
  weight: seldom(oneOf(0.5, 2)),
  aggregate,
  scale: oneOf('five', 'five', 'three'),
});

const gate = fc.record({
  when: condition,
  limits: fc.array(
    fc.record({
      what: oneOf('hurdle', 'question', 'answer-of'),
      which: pick,
      of: pick,
      atMost: oneOf(0, 1, 2, 3, 0.5),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});
const verdict = fc.record({
  kind: oneOf('stop', 'stop', 'simpler', 'clarify', 'fine'),
  // Like those of our own: it asks about some answers, and the same answers lift it.
  usual: fc.option(fc.array(fc.tuple(pick, pick), { minLength: 1, maxLength: 2 }), { freq: 2 }),
  when: condition,
  liftedWhen: seldom(condition),
  first: fc.array(pick, { maxLength: 2 }),
  defers: fc.array(pick, { maxLength: 2 }),
});
const modifier = fc.record({
  when: leaf,
  change: seldom(oneOf(-1, 1, 0.5)),
  atLeast: seldom(oneOf(1, 3)),
  atMost: seldom(oneOf(1, 2)),
  for: fc.array(pick, { minLength: 1, maxLength: 3 }),
});

const method = (policy: fc.Arbitrary<string>) =>
  fc.record({
    hurdle: fc.record({
      aggregate: oneOf('weighted-mean', 'weighted-mean', 'mean', 'min', 'max', 'sum', 'level-gate'),
      core: fc.record({ weight: oneOf(2, 1, 3), cap: oneOf(1, 1, 2, 0, null) }),
      rateable: fc.record({ unknownAtMost: oneOf(0.3, 0, 1, 0.5) }),
    }),
    overall: fc.record({ index: oneOf('harmonic-mean', 'harmonic-mean', 'mean') }),
    unknown: policy,
    unanswered: policy,
    plusFrom: oneOf(0.5, 0.25),
    prerequisiteAt: oneOf(2, 1, 3),
    phases: fc.record({ now: oneOf(3, 1, 2), nextWeeks: oneOf(12, 4) }),
    round: oneOf(9, 6),
    recommend: fc.record({ activeGate: oneOf(1.5, 3), firstThreePerHurdle: oneOf(2, 1) }),
  });

const plan = ({ policy }: Flavour) => ({
  method: method(
    policy === 'range' ? oneOf('range') : oneOf('range', 'range', 'lowest', 'exclude'),
  ),
  byStage: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
  bounds: seldom(oneOf({ atLeast: 1, atMost: 4 }, { atMost: 2 })),
  hurdles: fc.array(hurdle, { minLength: 1, maxLength: 4 }),
  modifiers: fc.array(modifier, { maxLength: 2 }),
  gates: fc.array(gate, { maxLength: 3 }),
  verdicts: fc.array(verdict, { maxLength: 4 }),
  contradictions: fc.array(condition, { maxLength: 2 }),
});

type Of<Value> = Value extends fc.Arbitrary<infer Drawn> ? Drawn : never;
type Plan = { readonly [Key in keyof ReturnType<typeof plan>]: Of<ReturnType<typeof plan>[Key]> };
type DrawnQuestion = Of<typeof question>;

/** A question as far as conditions need to know it. */
type Known = {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly points: readonly number[];
  readonly ordered: boolean;
  readonly advised: boolean;
};

function write(drawn: Plan, flavour: Flavour): Data {
  const known: Known[] = [];
  const hurdleIds = drawn.hurdles.map((_hurdle, index) => `h${index}`);
  const asks = (asked: Asked, place: Place) => say(asked, place, flavour, known, hurdleIds);

  const question = (one: DrawnQuestion, hurdleId: string, mustScore: boolean): Data => {
    const kind = mustScore && one.kind === 'text' ? 'level' : one.kind;
    const increasing = flavour.asks === 'low' || one.ordered;
    const own = one.points.map((points) => (kind === 'several' ? Math.abs(points) : points));
    const points = increasing ? [...own].sort((a, b) => a - b) : own;
    const place: Place = { at: 'when', known: flavour.whens === 'earlier' ? [...known] : [] };
    const when = one.when && asks(one.when, place);
    const id = `${hurdleId}.q${known.length}`;
    const advised = known.filter((other) => other.advised);
    known.push({
      id,
      kind,
      options: points.map((_points, index) => (kind === 'level' ? String(index) : `o${index}`)),
      points: kind === 'level' ? points.map((_points, level) => level) : points,
      ordered: kind === 'level' || kind === 'number' || (kind === 'choice' && one.ordered),
      advised: kind !== 'text' && one.advice !== null,
    });
    const asked = {
      id,
      kind,
      title: text,
      text,
      ...given({ when, quick: one.quick, roles: one.roles && [one.roles] }),
    };
    if (kind === 'text') return asked;
    // A target no level reaches is refused.
    const reach = (aim: number | null) =>
      aim === null || kind !== 'level' ? aim : Math.min(Math.max(0, aim), points.length - 1);
    const { target: aimed } = one;
    const target = Array.isArray(aimed)
      ? aimed.map(reach)
      : typeof aimed === 'number'
        ? reach(aimed)
        : aimed;
    const targets =
      Array.isArray(target) && drawn.byStage
        ? Object.fromEntries(stages.map((stage, index) => [stage, target[index] ?? null]))
        : Array.isArray(target)
          ? undefined
          : target;
    const judged = {
      ...asked,
      core: one.core,
      ...given({
        weight: one.weight,
        target: targets,
        notApplicable: one.notApplicable,
        recommendation: one.advice ? recommendation(one.advice, advised) : undefined,
      }),
    };
    const options = points.map((worth, index) => ({ id: `o${index}`, label: text, points: worth }));
    switch (kind) {
      case 'level':
        // The usual kind need not be said.
        return {
          ...judged,
          ...(one.exclusive ? { kind: undefined } : {}),
          options: points.map(() => text),
        };
      case 'choice':
        return { ...judged, ordered: one.ordered, options };
      case 'number':
        return {
          ...judged,
          ...(one.exclusive ? { displayed: 0 } : {}),
          bands: points.map((worth, index) => ({ from: index * bandWidth, points: worth })),
        };
      default:
        return {
          ...judged,
          combine: one.combine,
          ...given({ cap: one.cap }),
          options: options.map((option, index) =>
            index === 0 && one.exclusive ? { ...option, exclusive: true } : option,
          ),
        };
    }
  };

  const hurdles = drawn.hurdles.map((one, index) => {
    const id = `h${index}`;
    const branch = (questions: readonly DrawnQuestion[], mustScore: boolean) =>
      questions.map((each, place) => question(each, id, mustScore && place === 0));
    return {
      id,
      title: text,
      scale: one.scale,
      ...given({ weight: one.weight, aggregate: one.aggregate }),
      questions: branch(one.questions, true),
      groups: one.groups.map(({ questions, inner, weight, aggregate: combined }, number) => ({
        id: `${id}-g${number}`,
        title: text,
        ...given({ weight, aggregate: combined }),
        questions: branch(questions, false),
        groups: inner
          ? [{ id: `${id}-g${number}-inner`, title: text, questions: branch(inner, false) }]
          : [],
      })),
    };
  });

  const idAt = (picked: number) => (known[picked % known.length] as Known).id;
  return {
    format: 'questionnaire/1',
    id: 'random',
    version: '1.0.0',
    languages: ['en'],
    title: text,
    method: drawn.method,
    scales: {
      five: [0, 1, 2, 3, 4].map((from) => ({ from, name: text })),
      three: [0, 0.5, 2].map((from) => ({ from, name: text })),
    },
    roles: roles.map((id) => ({ id, title: text })),
    profile,
    targets: {
      ...(drawn.byStage ? { by: 'stage' } : {}),
      ...given({ bounds: drawn.bounds }),
      modifiers: drawn.modifiers.map(({ when, for: picked, ...change }) => {
        const questions = [...new Set(picked.map(idAt))];
        const earliest = Math.min(
          ...questions.map((id) => known.findIndex((one) => one.id === id)),
        );
        const before = flavour.whens === 'earlier' ? known.slice(0, earliest) : [];
        return {
          when: asks(when, { at: 'when', known: before }),
          ...given(change),
          for: questions,
        };
      }),
    },
    hurdles,
    gates: drawn.gates.map(({ when, limits }, index) => ({
      id: `gate${index}`,
      why: text,
      when: asks(when, { at: 'gate', known }),
      limits: limits.map(({ what, which, of, atMost }) => {
        if (what === 'hurdle') return { hurdle: hurdleIds[which % hurdleIds.length], atMost };
        return {
          question: idAt(which),
          atMost: what === 'question' ? atMost : { answerOf: idAt(of) },
        };
      }),
    })),
    verdicts: drawn.verdicts.map(({ kind, usual, ...one }, index) => {
      const defers = [...new Set(one.defers.map(idAt))];
      const base = { id: `verdict${index}`, kind, text, defers };
      const about = (usual ?? []).flatMap(([which, threshold]) => usually(known, which, threshold));
      if (kind === 'fine') return { ...base, when: { $belowTarget: { is: 0 } } };
      if (about.length > 0) {
        return {
          ...base,
          when: { any: about.map(({ low }) => low) },
          liftedWhen: { all: about.map(({ high }) => high) },
          first: [...new Set(about.map(({ id }) => id))],
        };
      }
      const lifted = flavour.asks === 'any' ? one.liftedWhen : undefined;
      return {
        ...base,
        when: asks(one.when, { at: 'verdict', known }),
        ...given({ liftedWhen: lifted && asks(lifted, { at: 'verdict', known }) }),
        first: [...new Set(one.first.map(idAt))],
      };
    }),
    contradictions: drawn.contradictions.map((asked, index) => ({
      id: `contradiction${index}`,
      ask: text,
      when: say(asked, { at: 'verdict', known }, anything, known, hurdleIds),
    })),
  };
}

const label = (id: string) => ({ id, label: text });
const profile = [
  {
    id: 'stage',
    kind: 'choice',
    ordered: true,
    required: true,
    text,
    options: stages.map(label),
  },
  { id: 'sector', kind: 'choice', text, options: ['crafts', 'retail'].map(label) },
  {
    id: 'plans',
    kind: 'several',
    text,
    options: [{ ...label('nothing'), exclusive: true }, label('purchase'), label('expansion')],
  },
  { id: 'staff', kind: 'number', text },
  { id: 'goal', kind: 'text', optional: true, names: 'use', text },
];

function recommendation(
  { min, more, weeks, impact, requires }: Of<typeof advice>,
  before: readonly Known[],
) {
  const required = before.length
    ? requires.map((picked) => (before[picked % before.length] as Known).id)
    : [];
  return {
    title: text,
    steps: [text],
    owner: 'mgmt',
    effort: { min, max: min + more },
    weeks,
    impact,
    requires: [...new Set(required)],
  };
}

function usually(known: readonly Known[], which: number, threshold: number) {
  const scored = known.filter(({ ordered }) => ordered);
  const one = scored[which % Math.max(1, scored.length)];
  if (!one) return [];
  const at = threshold % (one.options.length - 1);
  return [
    {
      id: one.id,
      low: { [one.id]: { atMost: operand(one, at) } },
      high: { [one.id]: { atLeast: operand(one, at + 1) } },
    },
  ];
}

function operand({ kind, options }: Known, index: number): number | string {
  if (kind === 'number') return index * bandWidth;
  return kind === 'level' ? index : (options[index] as string);
}

const bandWidth = 10;

type Place = { readonly at: 'when' | 'gate' | 'verdict'; readonly known: readonly Known[] };

function say(
  asked: Asked,
  place: Place,
  flavour: Flavour,
  known: readonly Known[],
  hurdleIds: readonly string[],
): Data {
  const low = flavour.asks === 'low' && place.at !== 'when';
  const inner = (one: Asked) => say(one, place, flavour, known, hurdleIds);
  switch (asked.kind) {
    case 'leaf':
      return sayLeaf(asked, place, low, hurdleIds);
    case 'all':
    case 'any':
      return { [asked.kind]: asked.of.map(inner) };
    // Entries of one map, beside an `any`: all must hold.
    case 'beside': {
      const [first, ...rest] = asked.of as [Asked, ...Asked[]];
      return { ...inner(first), any: rest.map(inner) };
    }
    case 'not':
      return low ? inner(asked.of) : { not: inner(asked.of) };
    default:
      return asked satisfies never;
  }
}

function sayLeaf(
  { about, pick }: Leaf,
  { at, known }: Place,
  low: boolean,
  hurdleIds: readonly string[],
): Data {
  const [which = 0, how = 0, value = 0, other = 0] = pick;
  const from = <Choice>(choices: readonly Choice[], picked: number) =>
    choices[picked % choices.length] as Choice;
  const ofHurdle = from([...hurdleIds, 'any'], other);

  if (about === 'result' && at === 'verdict') {
    const shares = from([0, 0.3, 0.5], value);
    return low
      ? from<Data>(
          [
            { $level: { atMost: value % 4 } },
            { [`$level.${ofHurdle}`]: { below: 1 + (value % 3) } },
            { $score: { below: value } },
            { [`$score.${ofHurdle}`]: { atMost: value } },
            { $belowTarget: { above: value % 3 } },
            { '$belowTarget.core': { atLeast: 1 } },
            { [`$unknown.${ofHurdle}`]: { above: shares } },
            { $unknown: { atLeast: shares } },
          ],
          how,
        )
      : from<Data>(
          [
            { $level: value % 4 },
            { [`$level.${ofHurdle}`]: { atLeast: value % 4 } },
            { $score: { above: value } },
            { [`$belowTarget.${ofHurdle}`]: { isNot: value % 3 } },
            { '$unknown.any': { atMost: shares } },
            { '$spread.core': { atLeast: 1 } },
            { $role: from(roles, value) },
          ],
          how,
        );
  }
  const asked = about === 'answer' && known.length > 0 ? from(known, which) : null;
  if (asked === null || (low && !['level', 'choice'].includes(asked.kind))) {
    return from<Data>(
      [
        { stage: { atLeast: from(stages, value) } },
        { stage: [from(stages, value), from(stages, other)] },
        { sector: from(['crafts', 'retail'], value) },
        { sector: { isNot: 'crafts' } },
        { plans: { includes: from(['purchase', 'expansion', 'nothing'], value) } },
        { staff: { above: value } },
        { goal: { answered: true, hasNumber: value % 2 === 0 } },
      ],
      how,
    );
  }

  const { id, kind, options, points, ordered } = asked;
  // A gate that asked whether something is answered would hold the answer against whoever gives it.
  const aboutState = at === 'gate' ? [] : [{ answered: value % 2 === 0 }, { unknown: true }];
  const option = operand(asked, value % options.length);
  if (low) {
    const worst = operand(asked, points.indexOf(Math.min(...points)));
    const below = ordered ? [{ atMost: option }, { atMost: option }, { below: option }] : [];
    return { [id]: from([{ is: worst }, ...below], how) };
  }
  const comparisons: readonly unknown[] =
    kind === 'several'
      ? [{ includes: option }, ...aboutState]
      : kind === 'text'
        ? [{ hasNumber: value % 2 === 0 }, ...aboutState]
        : [
            option,
            { isNot: option },
            [option, operand(asked, other % options.length)],
            ...(ordered
              ? [{ atMost: option }, { atLeast: option }, { above: option }, { below: option }]
              : []),
            ...aboutState,
          ];
  return { [id]: from(comparisons, how) };
}

// Keys without a value are left out, as in a file.
function given(entries: Data): Data {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
