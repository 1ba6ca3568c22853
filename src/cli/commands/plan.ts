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
import { offer, write } from '../io.ts';
import type { CommonOptions, Loaded } from '../load.ts';
import { loadAll } from '../load-all.ts';
import { asData, type JsonOptions, oneOrLines } from '../one-or-lines.ts';
import { formatOfFile, isInFolder, isStdout, refuseInputs, writeOutput } from '../output.ts';
import type { PlanFormat } from '../program/format-names.ts';
import { type ForceOptions, refuseForeign } from '../refuse-foreign.ts';
import { renderBuiltIn } from '../render-built-in.ts';
import { languageOf, reportWords } from '../report-files.ts';
import { quoted, repeated } from '../shell-words.ts';
import { showPlan } from '../show-plan.ts';
import { showRoute } from '../show-route.ts';

export type PlanOptions = CommonOptions &
  JsonOptions &
  ForceOptions & {
    readonly to?: string;
    readonly days?: string;
    readonly format?: PlanFormat;
    readonly output?: string;
    readonly date?: string;
  };

/**
 * Prints the plan: for people, as Markdown to paste into a ticket, as CSV, or as facts and ids with `--json`, of several
 * companies with `--ndjson`. Changes nothing but the file that `-o`
 * names.
 */
export async function runPlan(
  named: readonly string[],
  given: PlanOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  if ((given.json || given.ndjson) && given.format !== undefined) {
    throw new Failure('format-and-json', {});
  }
  const { output } = given;
  if (!isStdout(output) && isInFolder(output, io)) {
    throw new Failure('is-a-folder', { file: output });
  }
  const options = withEnding(given);
  const files = await oneOrLines(named, options, 'hurdles plan', io, again(options));
  const all = await loadAll(files, options, call, checkDay(options.date));
  const stranger = all.find((one) => !isRecomputable(one));
  if (stranger !== undefined) throw new Failure('not-recomputable', { file: stranger.name });
  if (isStdout(output)) {
    for (const one of all) {
      if (!(await offer(io.stdout, await planText(one, options, call)))) break;
    }
    return 0;
  }
  refuseInputs(output, [...files, options.questionnaire ?? []].flat(), options, io);
  const texts: string[] = [];
  for (const one of all) texts.push(await planText(one, options, call));
  refuseForeign(output, texts.join(''), options, io);
  await writeOutput(output, texts.join(''), call);
  return 0;
}

// What makes it the same plan of another company.
function again({ to, days, ...options }: PlanOptions): readonly string[] {
  return [
    ...(to === undefined ? [] : ['--to', quoted(to)]),
    ...(days === undefined ? [] : ['--days', quoted(days)]),
    ...repeated(options),
  ];
}

const endings = { '.md': 'md', '.csv': 'csv', '.json': 'json' } as const;

// What the name of the file says, nobody has to say again.
function withEnding(options: PlanOptions): PlanOptions {
  const { output, json, ndjson, format: named } = options;
  if (isStdout(output) || ndjson) return options;
  const format = formatOfFile(output, endings, json ? 'json' : named);
  return format === 'json' ? { ...options, json: true } : { ...options, format };
}

async function planText(loaded: Loaded, options: PlanOptions, call: Call): Promise<string> {
  const { io } = call;
  const { assessment, questionnaire, warnings } = loaded;
  const { words, language } = await call.inLanguageOf(assessment.language);
  await write(io.stderr, formatProblems(warnings, words));
  const route = routeFor(loaded, options);
  const data = asData(() => planOf(questionnaire, assessment, route), options);
  if (data !== null) return data;
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
      return screen();
    case 'md': {
      const sheet = { ...viewOf(assessment, questionnaire, spoken), route: told(spoken) };
      return renderBuiltIn(sheet, 'md', 'plan');
    }
    case 'csv': {
      const plan = planOf(questionnaire, assessment, route);
      const table = planTable(plan, assessment, questionnaire, spoken, reportWords(spoken));
      // A table without rows does not say why it has none.
      if (table.rows.length === 0) await write(io.stderr, screen());
      return csvText(table, spoken);
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
