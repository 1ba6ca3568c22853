import type { Answers } from '../../questionnaire/answers.ts';
import type { Engine } from '../engine.ts';
import { type Judgement, judge } from '../judge.ts';
import { recommend } from '../recommend.ts';
import { asDecided } from './as-decided.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { onlyHelps } from './only-helps.ts';
import { type Chosen, TooManyTrials, type Trial, trialOf } from './trial.ts';

/** Steps in an order in which each can begin, and what comes of them. */
export type Route = {
  readonly steps: readonly Candidate[];
  readonly before: Judgement;
  /** The results after each step. */
  readonly results: readonly Judgement[];
  /** False: no steps of the plan reach the goal; then these are all that can be done. */
  readonly reached: boolean;
  /** Dropped steps without which the goal cannot be reached, where it can be with them; ids. */
  readonly onlyWith: readonly string[];
  /** Proven to be the best there is; false: an approximation. */
  readonly exact: boolean;
  /** How many results were worked out to find it. */
  readonly judgings: number;
};

/** How many results may be worked out before an approximation has to do: some two seconds. */
export const mostJudgings = 10_000;

/** A result takes the longer the more questions there are: so many questions may be judged, exactly or roughly. */
const mostJudged = 320_000;

/** What is searched, and how: always a set of steps, or null where none is good enough. */
export type Search = {
  /** Exact where more steps never reach less. */
  readonly bySteps: Find;
  /** Exact always, by going through all sets. */
  readonly byAll: Find;
  /** Good, not always the best. */
  readonly roughly: Find;
};

type Find = (candidates: readonly Candidate[], trial: Trial, before: Judgement) => Chosen | null;

/**
 * Searches for steps: by the fast way where it is exact, else by going through all, else roughly; and says which. What
 * is rough ends with what it has when it has worked out as much again.
 *
 * @param limit how many results may be worked out by an exact way
 */
export function searchRoute(
  engine: Engine,
  answers: Answers,
  limit: number,
  { bySteps, byAll, roughly }: Search,
): Route {
  const before = judge(engine, answers);
  const all = candidatesOf(engine, before, recommend(engine, before));
  const candidates = asDecided(all, answers.steps, 'out');
  const { chosen: found, exact, judgings } = searched(candidates);
  return told();

  function searched(among: readonly Candidate[]) {
    const most = Math.ceil(mostJudged / engine.questions.length);
    const trial = trialOf(engine, before, among, Math.min(limit, most));
    try {
      const find = onlyHelps(engine, before, among) ? bySteps : byAll;
      return { chosen: find(among, trial, before), exact: true, judgings: trial.judgings() };
    } catch (error) {
      if (!(error instanceof TooManyTrials)) throw error;
      const rough = trialOf(engine, before, among, most);
      const chosen = roughly(among, rough, before);
      return { chosen, exact: false, judgings: trial.judgings() + rough.judgings() };
    }
  }

  function onlyWith(): readonly string[] {
    const isDropped = ({ id }: Candidate) => answers.steps[id]?.status === 'dropped';
    if (found !== null || !all.some(isDropped)) return [];
    const more = asDecided(all, answers.steps, 'dear');
    const { chosen } = searched(more);
    return more.filter((one, index) => chosen?.[index] && isDropped(one)).map(({ id }) => id);
  }

  function told(): Route {
    const telling = trialOf(engine, before, candidates, Infinity);
    const { order } = telling.perform(found ?? candidates.map(() => true));
    const results = order.map((_step, count) => {
      const done = order.slice(0, count + 1);
      return telling.suppose(candidates.map((_candidate, index) => done.includes(index)));
    });
    return {
      steps: order.map((index) => candidates[index] as Candidate),
      before,
      results,
      reached: found !== null,
      onlyWith: onlyWith(),
      exact,
      judgings,
    };
  }
}
