import type { Place } from '../shared/problem.ts';
import { tameLine } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { ToldDemand, ToldFile, ToldFinding } from './check-told.ts';
import type { Io } from './io.ts';
import { blocksAsText, type Lines, type TerminalPage, terminalPage } from './terminal-page.ts';
import type { Words } from './words/words.ts';

/** How many findings of one demand a reader of a log is told of. */
const mostTold = 3;

/** What was found, as text for a terminal of any width or the log of a CI run. */
export function showCheck(files: readonly ToldFile[], words: Words, io: Io): string {
  const page: Page = { words: words.check, ...terminalPage(io) };
  return blocksAsText([
    ...files.map((one) => fileLines(page, one)),
    summary(files, page.words).flatMap((line) => wrap(line, page.width)),
  ]);
}

type Page = TerminalPage & { readonly words: Words['check'] };

/** How many files there are of which outcome, in a sentence or two. */
export function summary(files: readonly ToldFile[], words: Words['check']): readonly string[] {
  const count = (outcome: ToldFile['outcome']) =>
    files.filter((file) => file.outcome === outcome).length;
  const [below, unusable] = [count('below'), count('unusable')];
  const isAnything = files.some(({ demands }) => demands.length > 0);
  return [
    ...(below > 0 ? [words.summary.below(below, files.length)] : []),
    ...(unusable > 0 ? [words.summary.unusable(unusable)] : []),
    ...(below + unusable === 0
      ? [isAnything ? words.summary.met(files.length) : words.summary.nothing]
      : []),
  ];
}

function fileLines(page: Page, told: ToldFile): Lines {
  const { paint, width, words } = page;
  const { file, subject, outcome, demands, warnings, notes } = told;
  const name = paint.bold(tameLine(file));
  const why = outcome === 'unusable' ? `: ${words.unusable}` : '';
  const sign = outcome === 'met' ? paint.green('✓') : paint.yellow('■');
  const met = demands.filter((demand) => demand.outcome === 'met');
  return [
    ...wrap(`${sign} ${name}${why}`, width, 2),
    ...(subject === null ? [] : wrap(`  ${subject}`, width, 2)),
    ...demands
      .filter((demand) => demand.outcome !== 'met')
      .flatMap((demand) => demandLines(page, demand)),
    ...(met.length === 0
      ? []
      : wrap(`  ✓ ${words.met(met.map(({ label }) => label).join(' · '))}`, width, 4)),
    ...met.flatMap(({ mended }) => (mended === null ? [] : wrap(`  ✓ ${mended}`, width, 4))),
    ...warnings.flatMap((warning) => wrap(`  ! ${warning}`, width, 4)),
    ...notes.flatMap((note) => wrap(`  • ${note}`, width, 4)),
  ];
}

function demandLines(page: Page, { label, outcome, findings, mended }: ToldDemand): Lines {
  const { paint, width, words } = page;
  const isNew = outcome === 'unmet';
  const sign = isNew ? paint.yellow('■') : '•';
  const counted = findings.filter((finding) => finding.isNew);
  const told = [...counted, ...findings.filter((finding) => !finding.isNew)];
  // What fails is told first, and what does not only by its name.
  const shown = told.slice(0, mostTold);
  return [
    ...wrap(
      `  ${sign} ${isNew ? words.unmet(paint.bold(label)) : words.unmetBefore(label)}`,
      width,
      4,
    ),
    ...shown.flatMap((finding) => findingLines(page, finding, isNew)),
    ...(told.length > shown.length
      ? wrap(`    ${words.more(told.length - shown.length)}`, width, 4)
      : []),
    ...(mended === null ? [] : wrap(`    ✓ ${mended}`, width, 6)),
  ];
}

function findingLines(page: Page, finding: ToldFinding, isTold: boolean): Lines {
  const { width, words } = page;
  const { title, causes, steps, isNew } = finding;
  const before = isTold && !isNew ? ` (${words.before})` : '';
  const isItsOwnCause = isNew && causes.length === 1 && causes[0]?.text.startsWith(`${title} (`);
  return [
    ...(isItsOwnCause ? [] : wrap(`    ${title}${before}`, width, 6)),
    ...(isNew
      ? [
          ...causes
            .slice(0, mostCauses)
            .flatMap(({ text, at }) => wrap(`    ↳ ${text}${placed(page, at)}`, width, 6)),
          ...(causes.length > mostCauses
            ? wrap(`      ${words.more(causes.length - mostCauses)}`, width, 6)
            : []),
          ...steps.slice(0, mostTold).flatMap((step) => wrap(`    → ${step}`, width, 6)),
        ]
      : []),
  ];
}

const mostCauses = 5;

function placed({ paint }: Page, at: Place | null): string {
  return at === null ? '' : ` · ${paint.dim(tameLine(`${at.file}:${at.line}`))}`;
}
