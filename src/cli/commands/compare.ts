import { compareOverTime, compareUses, type Named } from '../../assessment/compare.ts';
import { brandView } from '../../report/brand-view.ts';
import { comparisonView } from '../../report/comparison-view.ts';
import { tameLine } from '../../shared/tame.ts';
import type { BrandOptions } from '../brand-file.ts';
import { brandFor } from '../brand-for.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { formatProblems } from '../format-problems.ts';
import { expandInOrder } from '../inputs.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { CommonOptions } from '../load.ts';
import { loadToCompare } from '../load-to-compare.ts';
import {
  type Endings,
  formatOfFile,
  isInFolder,
  isStdout,
  refuseInputs,
  writeOutput,
} from '../output.ts';
import { tool } from '../package-files.ts';
import { type ForceOptions, refuseForeign } from '../refuse-foreign.ts';
import { renderBuiltIn } from '../render-built-in.ts';
import { languageOf, reportWords } from '../report-files.ts';
import { showComparison } from '../show-comparison.ts';

export type CompareOptions = CommonOptions &
  BrandOptions &
  ForceOptions & {
    readonly format?: Format;
    /** Short for the format `json`. */
    readonly json?: boolean;
    readonly output?: string;
    readonly uses?: boolean;
  };

type Format = 'html' | 'md' | 'json';

/** Tells what changed between files in the order they are given, or with `--uses` how the uses of a company stand. */
export async function runCompare(
  named: readonly string[],
  options: CompareOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  const files = await expandInOrder(named, io);
  if (files.length < 2) throw new Failure('missing-argument', { name: 'NEW' });
  const format = formatOf(options);
  const { questionnaire, given, warnings } = await loadToCompare(files, options, io);
  const spoken = given.at(-1)?.assessment.language;
  const { words, language: talk } = await call.inLanguageOf(spoken);
  await write(io.stderr, formatProblems(warnings, words));

  if (options.uses) refuseOtherCompanies(given);
  const compare = options.uses ? compareUses : compareOverTime;
  const comparison = compare(questionnaire, given, tool());
  const onScreen = format === null ? talk : null;
  const language = languageOf(questionnaire, options.lang ?? onScreen ?? spoken);
  const branded = await brandFor(options, io);
  const view = () => ({
    ...comparisonView(comparison, given, questionnaire, language, reportWords(language)),
    brand: branded && brandView(branded.brand, language),
  });
  const text =
    format === null
      ? showComparison(view(), io)
      : format === 'json'
        ? jsonText(comparison)
        : await renderBuiltIn(view(), format, 'comparison');

  const { output } = options;
  if (isStdout(output)) {
    await write(io.stdout, text);
    return 0;
  }
  if (isInFolder(output, io)) throw new Failure('is-a-folder', { file: output });
  const { questionnaire: from } = options;
  const inputs = [...files, from ?? [], branded?.file ?? []].flat();
  refuseInputs(output, inputs, options, io);
  refuseForeign(output, text, options, io);
  await writeOutput(output, text, { io, words });
  return 0;
}

// The lowest level over several companies would be the level of none.
function refuseOtherCompanies(given: readonly Named[]): void {
  const names = given.flatMap(({ name: file, assessment }) => {
    const name = assessment.subject.name?.trim() ?? '';
    return name === '' ? [] : [{ file: tameLine(file), name: tameLine(name) }];
  });
  const each = names.filter(
    ({ name }, index) => names.findIndex((other) => other.name === name) === index,
  );
  if (each.length > 1) throw new Failure('other-companies', { names: each });
}

const endings: Endings<Format> = { '.html': 'html', '.htm': 'html', '.md': 'md', '.json': 'json' };

// Without a file to write it is told in the terminal.
function formatOf({ format: named, json, output }: CompareOptions): Format | null {
  if (json && named !== undefined && named !== 'json') throw new Failure('format-and-json', {});
  const format = json ? 'json' : named;
  return isStdout(output) ? (format ?? null) : formatOfFile(output, endings, format);
}
