import { planOf } from '../../assessment/plan-of.ts';
import { viewOf } from '../../report/view.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { formatProblems } from '../format-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import { type CommonOptions, load } from '../load.ts';
import { languageOf, renderBuiltIn } from '../report-files.ts';
import { showPlan } from '../show-plan.ts';

export type PlanOptions = CommonOptions & {
  readonly to?: string;
  readonly days?: string;
  readonly json?: boolean;
  readonly format?: 'md';
  readonly date?: string;
};

/** Prints the plan: for people, as Markdown to paste into a ticket, or with `--json` as facts and ids. Changes nothing. */
export async function runPlan(file: string, options: PlanOptions, call: Call): Promise<number> {
  const { io } = call;
  const { assessment, questionnaire, warnings } = await load(
    file,
    options,
    io,
    checkDay(options.date),
  );
  const { words, language } = call.inLanguageOf(assessment.language);
  await write(io.stderr, formatProblems(warnings, words));
  if (options.json) {
    await write(io.stdout, jsonText(planOf(questionnaire, assessment)));
    return 0;
  }
  if (options.format === 'md') {
    const spoken = languageOf(questionnaire, options.lang ?? assessment.language);
    const page = viewOf(assessment, questionnaire, spoken);
    await write(io.stdout, renderBuiltIn(page, 'md', 'plan'));
    return 0;
  }
  await write(io.stdout, showPlan(viewOf(assessment, questionnaire, language), words, io));
  return 0;
}
