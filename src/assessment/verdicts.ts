import type { Situation } from '../questionnaire/compile-condition.ts';
import { and, negation, type Truth } from '../questionnaire/truth.ts';
import { allAtTarget } from './at-target.ts';
import type { Count } from './count.ts';
import type { Engine, EngineVerdict } from './engine.ts';
import type { Recorder } from './recorder.ts';
import type { Stand } from './stand.ts';
import { withinBounds } from './target.ts';

/** A verdict that stands. */
export type StandingVerdict = {
  readonly verdict: number;
  /** True: it holds whatever the open answers are. False: it may hold; they decide. */
  readonly certain: boolean;
  /** Positions of those questions of `first` whose part of `liftedWhen` is not met. */
  readonly first: readonly number[];
};

/**
 * Judges the verdicts: each holds by `when and not liftedWhen`. A certain one raises the targets of the questions
 * that lift it; a verdict of kind `fine` comes last, because it needs all others to be silent.
 */
export function judgeVerdicts(
  engine: Engine,
  stand: Stand,
  counted: Count,
  before: Situation,
  situationWith: (targets: readonly (number | null)[]) => Situation,
  record?: Recorder,
  known?: Known,
): { readonly verdicts: readonly StandingVerdict[]; readonly targets: readonly (number | null)[] } {
  const warnings: StandingVerdict[] = [];
  for (let verdict = 0; verdict < engine.verdicts.length; verdict += 1) {
    const entry = engine.verdicts[verdict] as EngineVerdict;
    if (entry.verdict.kind === 'fine') continue;
    if (known?.isAsBefore(entry)) {
      const standing = known.near.find((one) => one.verdict === verdict);
      if (standing) warnings.push(standing);
      continue;
    }
    const truth = holds(entry, before);
    if (truth === 'false') continue;
    const first = firstUnmet(entry, before, counted, stand);
    warnings.push({ verdict, certain: truth === 'true', first });
  }
  const targets = raised(engine, stand, warnings, record);

  const mayBeFine =
    warnings.length === 0 &&
    stand.situation.questions.some(({ state }) => state === 'answered') &&
    allAtTarget(engine, engine.all, stand, counted, targets);
  if (!mayBeFine) return { verdicts: warnings, targets };
  const after = situationWith(targets);
  const fine = engine.verdicts.flatMap((entry, index) =>
    entry.verdict.kind === 'fine' && holds(entry, after) === 'true'
      ? [{ verdict: index, certain: true, first: [] }]
      : [],
  );
  return { verdicts: fine, targets };
}

/** What was judged of other answers: verdicts that nothing else is asked about stand as they stood. */
type Known = {
  readonly near: readonly StandingVerdict[];
  readonly isAsBefore: (verdict: EngineVerdict) => boolean;
};

/** Whether a verdict holds, but for what those of kind `fine` need besides. */
function holds({ test, lifting }: EngineVerdict, situation: Situation): Truth {
  const truth = test(situation);
  if (truth === 'false' || lifting === null) return truth;
  return and(truth, negation(lifting.truth(situation) ?? 'false'));
}

function firstUnmet(
  { first, parts }: EngineVerdict,
  situation: Situation,
  counted: Count,
  stand: Stand,
): readonly number[] {
  return first.filter((position, place) => {
    if (situation.questions[position]?.state === 'absent') return false;
    const asked = parts[place] ?? [];
    if (asked.length > 0) return asked.some((test) => test(situation) !== 'true');
    const target = stand.targets[position];
    return target != null && (counted.given[position]?.low ?? target) < target;
  });
}

// The very targets there were, where none is raised.
function raised(
  engine: Engine,
  stand: Stand,
  warnings: readonly StandingVerdict[],
  record?: Recorder,
): readonly (number | null)[] {
  let targets: (number | null)[] | null = null;
  for (const { verdict, certain } of warnings) {
    if (!certain) continue;
    for (const { question: position, points } of engine.verdicts[verdict]?.lifting?.asks ?? []) {
      const target = (targets ?? stand.targets)[position];
      const question = engine.questions[position];
      if (target == null || !question || points <= target) continue;
      const told = record?.targetRaised.bind(null, position, verdict);
      targets ??= [...stand.targets];
      targets[position] = withinBounds(engine, question, points, told);
    }
  }
  return targets ?? stand.targets;
}
