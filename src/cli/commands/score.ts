import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { formatProblems } from '../format-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { CommonOptions } from '../load.ts';
import { quickLoad } from '../quick-load.ts';

export type ScoreOptions = CommonOptions & { readonly json?: boolean; readonly date?: string };

/** Prints the result: for people, or with `--json` the whole assessment and nothing else. */
export async function runScore(file: string, options: ScoreOptions, call: Call): Promise<number> {
  const { io } = call;
  const loaded = await quickLoad(file, options, io, checkDay(options.date));
  const { words, language } = await call.inLanguageOf(loaded.assessment.language);
  await write(io.stderr, formatProblems(loaded.warnings, words));
  if (options.json) {
    await write(io.stdout, jsonText(loaded.assessment));
    return 0;
  }
  const { tellResult } = await import('../tell-result.ts');
  await write(io.stdout, tellResult(loaded, language, words, io));
  return 0;
}
