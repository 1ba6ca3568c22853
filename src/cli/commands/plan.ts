import { engineOf } from '../../assessment/engine.ts';
import type { PlanRoute } from '../../assessment/plan-format.ts';
import { planOf } from '../../assessment/plan-of.ts';
import { isRecomputable } from '../../assessment/recomputable.ts';
import type { Route } from '../../assessment/route/search.ts';
import { routeTo } from '../../assessment/route.ts';
import { routeFacts } from '../../assessment/route-facts.ts';
import { routeWithin } from '../../assessment/route-within.ts';
import { csvText } from '../../report/csv-text.ts';
import { planTable } from '../../report/plan-table.ts';
import { routeView } from '../../report/route-view.ts';
import { viewOf } from '../../report/view.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { Failure } from '../failure.ts';
import { formatProblems } from '../format-problems.ts';
import { daysOf, goalOf } from '../goal.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { CommonOptions, Loaded } from '../load.ts';
import type { PlanFormat } from '../program/format-names.ts';
import { quickLoad } from '../quick-load.ts';
import { languageOf, renderBuiltIn, reportWords } from '../report-files.ts';
import { showPlan } from '../show-plan.ts';
import { showRoute } from '../show-route.ts';

export type PlanOptions = CommonOptions & {
  readonly to?: string;
  readonly days?: string;
  readonly json?: boolean;
  readonly format?: PlanFormat;
  readonly date?: string;
};

/** Prints the plan: for people, as Markdown to paste into a ticket, as CSV, or with `--json` as facts and ids. Changes nothing. */
export async function runPlan(file: string, options: PlanOptions, call: Call): Promise<number> {
  const { io } = call;
  if (options.json && options.format !== undefined) throw new Failure('format-and-json', {});
  const loaded = await quickLoad(file, options, io, checkDay(options.date));
  const { assessment, questionnaire, warnings } = loaded;
  if (!isRecomputable(loaded)) throw new Failure('not-recomputable', { file: loaded.name });
  const { words, language } = await call.inLanguageOf(assessment.language);
  await write(io.stderr, formatProblems(warnings, words));
  const route = routeFor(loaded, options);
  if (options.json) {
    await write(io.stdout, jsonText(planOf(questionnaire, assessment, route)));
    return 0;
  }
  const told = (spoken: string) =>
    route === null ? null : routeView(route, assessment, questionnaire, spoken);
  const screen = () => {
    const page = viewOf(assessment, questionnaire, language);
    const way = told(language);
    return way === null ? showPlan(page, words, io) : showRoute(page, way, words, io);
  };
  const spoken = languageOf(questionnaire, options.lang ?? assessment.language);
  switch (options.format) {
    case undefined:
      await write(io.stdout, screen());
      return 0;
    case 'md': {
      const sheet = { ...viewOf(assessment, questionnaire, spoken), route: told(spoken) };
      await write(io.stdout, renderBuiltIn(sheet, 'md', 'plan'));
      return 0;
    }
    case 'csv': {
      const plan = planOf(questionnaire, assessment, route);
      const table = planTable(plan, assessment, questionnaire, spoken, reportWords(spoken));
      // A table without rows does not say why it has none.
      if (table.rows.length === 0) await write(io.stderr, screen());
      await write(io.stdout, csvText(table, spoken));
      return 0;
    }
    default:
      return options.format satisfies never;
  }
}

function routeFor({ questionnaire, answers }: Loaded, { to, days }: PlanOptions): PlanRoute | null {
  if (to !== undefined && days !== undefined) throw new Failure('goal-and-days', {});
  const engine = engineOf(questionnaire);
  const facts = (goal: PlanRoute['goal'], route: Route) => routeFacts(engine, answers, goal, route);
  if (days !== undefined) {
    const budget = daysOf(days);
    return facts({ kind: 'days', days: budget }, routeWithin(engine, answers, budget));
  }
  if (to === undefined) return null;
  const goal = goalOf(to, engine);
  const named =
    goal.kind === 'verdict' ? { ...goal, verdict: engine.verdicts[goal.verdict]?.id ?? '' } : goal;
  return facts(named, routeTo(engine, answers, goal));
}
