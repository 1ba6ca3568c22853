import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { Failure } from '../failure.ts';
import { formatProblems } from '../format-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { CommonOptions } from '../load.ts';
import { oneOrLines } from '../one-or-lines.ts';
import { quickLoad } from '../quick-load.ts';
import { repeated } from '../shell-words.ts';
import { isLines } from '../stream/inputs.ts';
import type { StreamOptions } from '../stream/score-stream.ts';

export type ScoreOptions = CommonOptions &
  StreamOptions & {
    readonly json?: boolean;
    readonly ndjson?: boolean;
    readonly date?: string;
  };

/** Prints the result: for people, with `--json` the whole assessment and nothing else, with `--ndjson` a line each. */
export async function runScore(
  words: readonly string[],
  options: ScoreOptions,
  call: Call,
): Promise<number> {
  if (!options.ndjson) refuseStreamOptions(words, options);
  const named = words.length === 0 && options.ndjson ? ['-'] : words;
  const files = await oneOrLines(named, options, 'hurdles score', call.io, repeated(options));
  if (options.ndjson) {
    const { scoreStream } = await import('../stream/score-stream.ts');
    return scoreStream(files, options, call);
  }
  const [file] = files;
  if (file === undefined) throw new Failure('missing-argument', { name: 'FILE' });
  return scoreOne(file, options, call);
}

async function scoreOne(file: string, options: ScoreOptions, call: Call): Promise<number> {
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

const onlyForStreams = {
  full: '--full',
  with: '--with',
  fields: '--fields',
  strict: '--strict',
  threads: '--threads',
  firstLine: '--first-line',
} as const satisfies Record<keyof StreamOptions, string>;

function refuseStreamOptions(words: readonly string[], options: ScoreOptions): void {
  const [option] = (Object.keys(onlyForStreams) as (keyof StreamOptions)[]).filter(
    (name) => options[name] !== undefined,
  );
  if (option !== undefined) throw new Failure('needs-ndjson', { what: onlyForStreams[option] });
  const lines = words.find((word) => word !== '-' && isLines(word));
  if (lines !== undefined) throw new Failure('lines-need-ndjson', { file: lines });
}
