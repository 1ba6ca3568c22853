import { viewOf } from '../../report/view.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { formatProblems } from '../format-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import { type CommonOptions, load } from '../load.ts';
import { reportWords } from '../report-files.ts';
import { showResult } from '../show-result.ts';

export type ScoreOptions = CommonOptions & { readonly json?: boolean; readonly date?: string };

/** Prints the result: for people, or with `--json` the whole assessment and nothing else. */
export async function runScore(file: string, options: ScoreOptions, call: Call): Promise<number> {
  const { io } = call;
  const loaded = await load(file, options, io, checkDay(options.date));
  const { words, language } = await call.inLanguageOf(loaded.assessment.language);
  await write(io.stderr, formatProblems(loaded.warnings, words));
  if (options.json) {
    await write(io.stdout, jsonText(loaded.assessment));
    return 0;
  }
  const view = viewOf(loaded.assessment, loaded.questionnaire, language, reportWords(language));
  await write(io.stdout, showResult(view, words, io));
  return 0;
}
