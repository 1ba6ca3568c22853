import type { Engine } from './engine.ts';
import type { Judgement } from './judge.ts';
import type { Recommended } from './recommend.ts';
import type { Outcome, Sensitivity } from './sensitivity-format.ts';

/** An outcome: what kind, and the position of the verdict it is about or -1. */
export type Key = `${Outcome}:${number}`;

/** What the level and the verdicts make of one judgement after another; empty where both stay as they are. */
export function outcomesBetween(now: Judgement, then: Judgement): ReadonlySet<Key> {
  const outcomes = new Set<Key>();
  const level = levelOutcome(now.overall.level, then.overall.level);
  if (level) outcomes.add(`${level}:-1`);
  if (now.verdicts.length === 0 && then.verdicts.length === 0) return outcomes;
  const before = certaintyOf(now);
  const after = certaintyOf(then);
  for (const [verdict, certain] of before) {
    const still = after.get(verdict);
    if (still === undefined) outcomes.add(`lifted:${verdict}`);
    else if (still !== certain) outcomes.add(`${still ? 'certain' : 'provisional'}:${verdict}`);
  }
  for (const verdict of after.keys()) if (!before.has(verdict)) outcomes.add(`comes:${verdict}`);
  return outcomes;
}

function certaintyOf({ verdicts }: Judgement): ReadonlyMap<number, boolean> {
  return new Map(verdicts.map(({ verdict, certain }) => [verdict, certain]));
}

function levelOutcome(from: number | null, to: number | null): Outcome | null {
  if (from === to) return null;
  if (from === null) return 'level-known';
  if (to === null) return 'level-lost';
  return to > from ? 'level-up' : 'level-down';
}

/** The steps, by their questions, that are among the first after a change and were not before, and the other way round. */
export function firstStepsBetween(engine: Engine, now: Recommended, then: Recommended): Turnover {
  const first = ({ steps }: Recommended) =>
    steps.slice(0, engine.questionnaire.method.phases.now).map(({ question }) => question);
  const [before, after] = [first(now), first(then)];
  return {
    in: after.filter((question) => !before.includes(question)),
    out: before.filter((question) => !after.includes(question)),
  };
}

type Turnover = { readonly in: readonly number[]; readonly out: readonly number[] };

/**
 * Whether the first steps are others after the answer to a question has changed. That its own step is done and the next
 * one moves up is no news.
 */
export function altersFirstSteps(turnover: Turnover, question: number): boolean {
  const pushedOut = turnover.out.some((step) => step !== question);
  return pushedOut || (turnover.in.length > 0 && turnover.out.length === 0);
}

/** Everything that differs, told in ids. */
export function changesBetween(
  engine: Engine,
  now: Judgement,
  then: Judgement,
  firstSteps: Turnover,
): Sensitivity['changes'] {
  const high = ({ overall }: Judgement) =>
    overall.reason === 'scope' ? null : (overall.levels?.high ?? null);
  const pair = (from: number | null, to: number | null): [number | null, number | null] | null =>
    from === to ? null : [from, to];
  const level = pair(now.overall.level, then.overall.level);
  const levelHigh = pair(high(now), high(then));
  const outcomes = [...outcomesBetween(now, then)].map((key) => key.split(':'));
  const verdictsThat = (wanted: Outcome) =>
    outcomes
      .filter(([outcome]) => outcome === wanted)
      .map(([, verdict]) => engine.verdicts[Number(verdict)]?.id ?? '');
  const verdicts = {
    lifted: verdictsThat('lifted'),
    added: verdictsThat('comes'),
    certain: verdictsThat('certain'),
    provisional: verdictsThat('provisional'),
  };
  const idsOf = (steps: readonly number[]) => steps.map((step) => engine.questions[step]?.id ?? '');
  return {
    ...(level ? { level } : {}),
    ...(levelHigh ? { levelHigh } : {}),
    ...(Object.values(verdicts).some(({ length }) => length > 0) ? { verdicts } : {}),
    ...(firstSteps.in.length + firstSteps.out.length > 0
      ? { firstSteps: { in: idsOf(firstSteps.in), out: idsOf(firstSteps.out) } }
      : {}),
  };
}
