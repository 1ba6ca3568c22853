import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { Failure } from '../failure.ts';
import { isFolder } from '../files.ts';
import { type Io, write } from '../io.ts';
import type { CommonOptions } from '../load.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { preparedQuestionnaire } from '../prepared-questionnaire.ts';
import { patience, progressLine } from '../progress-line.ts';
import type { Words } from '../words/words.ts';
import { usualSizes } from './blocks.ts';
import { buffersFor } from './buffers.ts';
import { partsOf } from './inputs.ts';
import { runStream } from './run-stream.ts';
import type { Settings } from './settings.ts';
import { keepHeapSmall } from './small-heap.ts';

/** What is only asked of streams. */
export type StreamOptions = {
  readonly full?: boolean;
  readonly with?: string;
  readonly fields?: string;
  readonly strict?: boolean;
  readonly threads?: string;
  readonly firstLine?: string;
};

type Options = CommonOptions & StreamOptions & { readonly date?: string };

/** Bytes up to which no thread is started. */
const smallInput = 1 << 20;

/** More threads than that wait for the one that reads and writes. */
const mostThreads = 8;

/**
 * Judges any number of sheets and prints a line for each, in their order.
 *
 * @returns 2 where one could not be judged: its problems stand in its place
 */
export async function scoreStream(
  files: readonly string[],
  options: Options,
  { io, words, language }: Call,
): Promise<number> {
  refuseUnreadable(files, io);
  const questionnaire = await namedQuestionnaire(options, io);
  const fields =
    options.fields === undefined
      ? null
      : await fieldsOf(options.fields, options, questionnaire, io);
  // Who names the field asks for what stands in it.
  const isNamed = fields?.some(([first]) => first === 'recommendations') ?? false;
  const settings: Settings = {
    options: { config: options.config, ...asked(options) },
    cwd: io.cwd,
    language,
    questionnaire,
    date: checkDay(options.date) ?? null,
    full: options.full ?? false,
    recommendations: asksFor(options, 'recommendations') || isNamed,
    fields,
    strict: options.strict ?? false,
    longest: usualSizes.line,
  };
  const threads =
    numberIn('--threads', options.threads, 64) ?? Math.min(availableParallelism(), mostThreads);
  const firstLine = numberIn('--first-line', options.firstLine, Number.MAX_SAFE_INTEGER) ?? 1;
  keepHeapSmall();
  const buffers = buffersFor(4 * threads);
  const threading = { threads, small: smallInput, buffers };
  const parts = partsOf(files, usualSizes, firstLine, buffers.take, io);
  const { written, clear } = throughSoFar(words, io);
  const outcome = await runStream(parts, settings, threading, { io, words }, written).finally(
    clear,
  );
  if (outcome === null || outcome.first === null) return 0;
  const { line, file = null } = outcome.first;
  const first = line === undefined ? (file ?? '') : words.lineNumber(line, file);
  const told = words.notJudged(outcome.problems, outcome.sheets, first);
  await write(io.stderr, `${tameLine(told)}\n`);
  return 2;
}

// On a terminal that shows the results themselves nothing else goes between them.
function throughSoFar(words: Words, io: Io) {
  const line = progressLine(io);
  let shown = Number.NEGATIVE_INFINITY;
  return {
    written: (sheets: number) => {
      const now = io.now().getTime();
      if (io.stdout.isTTY || now - shown < patience || !line.isDue()) return;
      line.show(words.progress.judged(sheets));
      shown = now;
    },
    clear: line.clear,
  };
}

function asked({ questionnaire, lang }: Options): Partial<CommonOptions> {
  return {
    ...(questionnaire === undefined ? {} : { questionnaire }),
    ...(lang === undefined ? {} : { lang }),
  };
}

function refuseUnreadable(files: readonly string[], io: Io): void {
  for (const file of files.filter((name) => name !== '-')) {
    const path = resolve(io.cwd, file);
    if (!existsSync(path)) throw new Failure('no-such-file', { file });
    if (isFolder(path)) throw new Failure('is-a-folder', { file });
  }
}

function asksFor(options: Options, more: string): boolean {
  const { with: wanted } = options;
  if (wanted === undefined || wanted === more) return wanted === more;
  throw new Failure('bad-option-value', { option: '--with', value: wanted, allowed: more });
}

// Schemas and YAML take their time: they are loaded for whom they are needed.
async function namedQuestionnaire(options: Options, io: Io): Promise<Questionnaire | null> {
  const { questionnaire: wanted } = options;
  if (wanted === undefined) return null;
  const ours = builtInQuestionnaires().includes(wanted) ? preparedQuestionnaire(wanted) : null;
  return ours ?? (await import('../load.ts')).findQuestionnaire(wanted, options, io);
}

async function fieldsOf(
  given: string,
  options: Options,
  questionnaire: Questionnaire | null,
  io: Io,
) {
  const { askedFields } = await import('./asked-fields.ts');
  return askedFields(given, options, questionnaire, io);
}

function numberIn(option: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= most) return number;
  throw new Failure('bad-option-value', { option, value, allowed: `1 … ${most}` });
}
