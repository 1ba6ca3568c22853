import { resolve } from 'node:path';
import type { Check } from '../../assessment/check/check-format.ts';
import { eachOnce, type Problem } from '../../shared/problem.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { type CheckReportFormat, checkReports } from '../check-report.ts';
import {
  type Attempt,
  attempt,
  type Failed,
  judged,
  type Result,
  resultOf,
} from '../checked-file.ts';
import { readConfig } from '../config.ts';
import { type DemandOptions, demandedBy, refuseUnknown } from '../demanded.ts';
import { eachWithProgress } from '../each-with-progress.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { isFolder } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import type { CommonOptions } from '../load.ts';
import { type LoadedToCheck, loadToCheck, sharedEngines } from '../load-to-check.ts';
import {
  type Endings,
  formatOfFile,
  isInFolder,
  isStdout,
  refuseInputs,
  writeOutput,
} from '../output.ts';
import { ownChecks } from '../own-checks.ts';
import { tool } from '../package-files.ts';
import { type ForceOptions, refuseForeign } from '../refuse-foreign.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words/words.ts';

export type CheckOptions = CommonOptions &
  DemandOptions &
  ForceOptions & {
    readonly baseline?: string;
    readonly baselineName?: string;
    readonly format?: CheckReportFormat;
    readonly output?: string;
    /** The day on which the age of the answers is judged. */
    readonly date?: string;
  };

/** Holds every file against what is demanded; 1 where one is below it, 2 where one cannot be read. */
export async function runCheck(
  named: readonly string[],
  options: CheckOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  if (named.length === 0) throw new Failure('missing-argument', { name: 'FILE' });
  if (options.baselineName !== undefined && options.baseline === undefined) {
    throw new Failure('missing-argument', { name: '--baseline' });
  }
  const files = await expandInputs(named, io);
  refuseMixedUp(files, options, io);
  const format = formatOf(options, io);
  const today = checkDay(options.date) ?? io.now().toISOString().slice(0, 10);
  const demanded = demandedBy(options, today);

  // A mistake in it is one of the call, not of each file.
  if (options.config) readConfig(io.cwd);

  const engines = sharedEngines();
  const read: readonly Attempt<LoadedToCheck>[] = await eachWithProgress(
    files,
    call.words.progress.reading,
    (file) => attempt(file, () => loadToCheck(file, engines, options, io)),
    io,
  );
  const loaded = read.flatMap(({ value }) => value ?? []);
  const questionnaires = [
    ...new Map(loaded.map(({ questionnaire: one }) => [`${one.id} ${one.digest}`, one])).values(),
  ];
  refuseUnknown(demanded, questionnaires);
  const checks = ownChecks(questionnaires, options, io);

  const spoken = new Set(loaded.map(({ now }) => now.assessment.language));
  const { words, language } = await call.inLanguageOf(spoken.size === 1 ? [...spoken][0] : null);
  const resultFor = async ({ file, value, failed }: Attempt<LoadedToCheck>) => {
    const result =
      value === null
        ? { file, value, failed }
        : await attempt(file, () => judged(value, demanded, checks, options, io));
    return resultOf(result, value, checks, words, language);
  };
  const results = await eachWithProgress(read, words.progress.checking, resultFor, io);

  const check: Check = {
    format: 'check/1',
    tool: tool(),
    outcome: worst(results.map(({ facts }) => facts.outcome)),
    files: results.map(({ facts }) => facts),
  };
  const isBesideLines = format === 'github' && isStdout(options.output);
  await say(
    loaded.flatMap(({ warnings }) => warnings),
    words,
    io,
  );
  if (!isBesideLines)
    await sayWhy(
      results.flatMap(({ failed }) => failed ?? []),
      words,
      io,
    );
  await tell(check, results, format, files, options, { ...call, words });
  return { met: 0, below: 1, unusable: 2 }[check.outcome];
}

function worst(outcomes: readonly Check['outcome'][]): Check['outcome'] {
  if (outcomes.includes('unusable')) return 'unusable';
  return outcomes.includes('below') ? 'below' : 'met';
}

async function tell(
  check: Check,
  results: readonly Result[],
  format: CheckReportFormat,
  files: readonly string[],
  options: CheckOptions,
  call: Call,
): Promise<void> {
  const { io, words } = call;
  const told = results.map((result) => result.told);
  const report = (as: CheckReportFormat) => checkReports[as](check, told, words, io);
  const { output } = options;
  if (isStdout(output)) {
    await write(io.stdout, report(format));
    return;
  }
  const inputs = [...files, options.questionnaire ?? [], options.baseline ?? []].flat();
  refuseInputs(output, inputs, options, io);
  refuseForeign(output, report(format), options, io);
  // Who reads the log of a run should not have to open a file to learn why it failed.
  await write(io.stdout, report('text'));
  await writeOutput(output, report(format), { io, words });
}

// What several files have in common, a questionnaire for one, is told once.
async function sayWhy(failures: readonly Failed[], words: Words, io: Io): Promise<void> {
  const problems = failures.flatMap((one) => (one instanceof FileProblems ? one.problems : []));
  await say(problems, words, io);
  const sentences = failures.flatMap((one) => (one instanceof Failure ? sentence(one, words) : []));
  await write(io.stderr, [...new Set(sentences)].join(''));
}

async function say(problems: readonly Problem[], words: Words, io: Io): Promise<void> {
  await write(io.stderr, formatProblems(eachOnce(problems), words));
}

function refuseMixedUp(files: readonly string[], { baseline }: CheckOptions, io: Io): void {
  const inputs = [...files, baseline ?? []].flat();
  if (inputs.filter((file) => file === '-').length > 1) throw new Failure('stdin-twice', {});
  if (baseline !== undefined && files.length > 1 && !isFolder(resolve(io.cwd, baseline))) {
    throw new Failure('baseline-folder', { file: baseline });
  }
}

const endings: Endings<CheckReportFormat> = { '.xml': 'junit', '.json': 'json', '.txt': 'text' };

function formatOf({ format, output }: CheckOptions, io: Io): CheckReportFormat {
  if (isStdout(output)) return format ?? 'text';
  if (isInFolder(output, io)) throw new Failure('is-a-folder', { file: output });
  return formatOfFile(output, endings, format);
}
