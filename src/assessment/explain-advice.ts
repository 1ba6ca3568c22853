import type { Change, Recommendation } from './assessment-format.ts';
import type { EngineQuestion } from './engine-question.ts';
import type { Explaining } from './explain.ts';
import { ownSteps, toldBy } from './explain-results.ts';
import type { ArithmeticStep, ExplainedOf, GainTold, Told } from './explanation-format.ts';
import { withTargetReached } from './hypothesis.ts';
import { differingFrom, type Published, stepsFor } from './hypothetical-steps.ts';
import { enoughFor, isMet } from './prerequisites.ts';
import { recorded } from './recorded.ts';
import type { Sheet } from './sheet.ts';

type Explained = ExplainedOf<'recommendation'>;

/**
 * Explains the recommendation of every scored question: its place in the plan, or why it has none.
 *
 * @param withGains whether what each would change is explained, too
 * @returns by the position of the question
 */
export function explainAdvice(
  explaining: Explaining,
  withGains: boolean,
): ReadonlyMap<number, Explained> {
  const { engine, plan } = explaining;
  const gains = withGains ? gainsOf(explaining) : new Map<number, Gained>();
  return new Map(
    engine.questions.flatMap((question) =>
      question.scoring
        ? [[question.position, explainOne(explaining, question, gains.get(question.position))]]
        : [],
    ),
  );

  function explainOne(
    { assessment, base, published }: Explaining,
    { id, position, requires }: EngineQuestion,
    gained: Gained | undefined,
  ): Explained {
    const { judgement, book } = base;
    const ref = `recommendation:${id}`;
    const planned = assessment.recommendations.find((one) => one.id === id);
    const ranked = plan.ranked.get(position);
    return {
      kind: 'recommendation',
      ref,
      id,
      ...standing(explaining, position, planned),
      ...(planned ? { step: planned.kind } : {}),
      ...(assessment.steps[id] ? { decided: assessment.steps[id] } : {}),
      result: {
        rank: { value: planned?.rank ?? null },
        phase: { value: planned?.phase ?? null },
        priority: toldBy(planned?.priority ?? null, book.ref(ref, 'priority'), published),
      },
      steps: [...(planned ? ownSteps(book, ref) : []), ...(gained?.steps ?? [])],
      placed: planned?.placed ?? null,
      waited: planned?.placed === null ? (plan.waited.get(position) ?? null) : null,
      gates: (ranked?.gates ?? []).map((gate) => engine.gates[gate]?.id ?? ''),
      requires: requires.map((required) => ({
        id: engine.questions[required]?.id ?? '',
        met: isMet(engine, judgement, required),
        enough: enoughFor(engine, judgement, required),
        has: judgement.counted.given[required]?.low ?? null,
      })),
      ...(gained ? { gain: gained.gain } : {}),
    };
  }
}

function standing(
  { assessment, base, engine }: Explaining,
  position: number,
  planned: Recommendation | undefined,
): Pick<Explained, 'state' | 'by'> & Partial<Pick<Explained, 'because'>> {
  if (planned) return { state: 'planned', by: [] };
  const { id, advice } = engine.questions[position] as EngineQuestion;
  const deferred = assessment.deferred.find((one) => one.id === id);
  if (deferred) return { state: 'deferred', because: deferred.because, by: [...deferred.by] };
  const { stand, targets, counted } = base.judgement;
  const none = (because: NonNullable<Explained['because']>) => ({
    state: 'none' as const,
    because,
    by: [],
  });
  if (!advice) return none('no-advice');
  if (stand.notDue[position]) return none('not-due');
  const { state } = stand.situation.questions[position] ?? {};
  if (state === 'absent') return none('not-applicable');
  if (state !== 'answered') return none('open');
  const target = targets[position] ?? null;
  if (target === null || counted.given[position] == null) return none('no-target');
  return none('at-target');
}

type Gained = {
  readonly gain: { readonly alone: GainTold; readonly cumulative: GainTold };
  readonly steps: readonly ArithmeticStep[];
};

// The same hypotheses as those of the assessment, in the order of the plan.
function gainsOf(explaining: Explaining): ReadonlyMap<number, Gained> {
  const { engine, assessment, base, published, plan } = explaining;
  const { stand, targets } = base.judgement;
  const gains = new Map<number, Gained>();
  const hurdles = engine.hurdles.map(({ id }) => id);
  let reached = stand.sheet;
  let before = published;
  plan.plan.steps.forEach(({ question }, index) => {
    const { gain } = assessment.recommendations[index] as Recommendation;
    const entry = `recommendation:${engine.questions[question]?.id}`;
    const target = targets[question] ?? null;
    const judged = (given: Sheet, from: Published, name: string) =>
      differingFrom(from, recorded(engine, given).book, () => `${entry}/${name}`);
    const aloneReached = withTargetReached(engine, stand, stand.sheet, question, target);
    const alone = judged(aloneReached, published, 'alone');
    reached = withTargetReached(engine, stand, reached, question, target);
    const after = judged(reached, before, 'cumulative');
    gains.set(question, {
      gain: {
        alone: gainTold(gain.alone, published, alone),
        cumulative: gainTold(gain.cumulative, before, after),
      },
      steps: [
        ...(stepsFor(refsOf([gain.alone.hurdle.id], alone), alone).get(entry) ?? []),
        // Of every hurdle: the gains of the steps behind it may rest on them.
        ...(stepsFor(refsOf(hurdles, after), after).get(entry) ?? []),
      ],
    });
    before = after;
  });
  return gains;
}

const steps = { level: 'level', score: 'score' } as const;

function refsOf(hurdles: readonly string[], { book }: Published): readonly (string | undefined)[] {
  return ['company', ...hurdles.map((id) => `hurdle:${id}`)].flatMap((about) =>
    Object.values(steps).map((step) => book.ref(about, step)),
  );
}

function gainTold(change: Change, before: Published, after: Published): GainTold {
  const pair = (
    [from, to]: readonly [number | null, number | null],
    about: string,
    step: keyof typeof steps,
  ): [Told, Told] => [
    toldBy(from, before.book.ref(about, steps[step]), before),
    toldBy(to, after.book.ref(about, steps[step]), after),
  ];
  const { id, level, score } = change.hurdle;
  return {
    level: pair(change.level, 'company', 'level'),
    score: pair(change.score, 'company', 'score'),
    hurdle: {
      id,
      level: pair(level, `hurdle:${id}`, 'level'),
      score: pair(score, `hurdle:${id}`, 'score'),
    },
    lifts: [...change.lifts],
  };
}
