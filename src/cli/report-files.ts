import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { ReportWords } from '../report/report-words.ts';
import type { ReportFormat } from '../report/template-helpers.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { FileProblems } from './file-problems.ts';
import { hasPackageFile, packageFile, packageFolder } from './package-files.ts';
import { prepared } from './prepared.ts';
import { languages } from './words/words.ts';

/** What there is a template of: a report, a questionnaire for reading, a form to fill in with a pen, a comparison, a plan, a worksheet, a badge. */
export type Sheet =
  | 'report'
  | 'questionnaire'
  | 'form'
  | 'comparison'
  | 'plan'
  | 'worksheet'
  | 'badge';

/** The template of a sheet that comes with the package; null where it has none in the format. */
export function builtInTemplate(sheet: Sheet, format: ReportFormat): string | null {
  const path = `templates/${sheet}.${format}.hbs`;
  return hasPackageFile(path) ? packageFile(path) : null;
}

/** The parts of a sheet that comes with the package, by name: its own, and those of a brand. */
export function builtInParts(
  sheet: Sheet,
  format: ReportFormat | 'svg',
): Readonly<Record<string, string>> {
  // What a worksheet says stands in the appendix of a report, too.
  const own = sheet === 'worksheet' ? 'report' : sheet;
  return { ...partsIn(`templates/brand.${format}`), ...partsIn(`templates/${own}.${format}`) };
}

// The parts of a sheet lie in a folder of its name.
function partsIn(folder: string): Readonly<Record<string, string>> {
  const names = packageFolder(folder).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.hbs'.length), packageFile(`${folder}/${name}`)]),
  );
}

/** The language of a questionnaire's texts: the one wanted if it has it and there are words for it, else its first such. */
export function languageOf(
  questionnaire: Questionnaire,
  wanted: string | null | undefined,
): string {
  const spoken = [wanted ?? '', ...questionnaire.languages].find(
    (language) => languages.includes(language) && questionnaire.languages.includes(language),
  );
  return spoken ?? 'de';
}

/** The words of reports in a language. */
export function reportWords(language: string): ReportWords {
  const path = `templates/words.${language}.yaml`;
  const ready = prepared<ReportWords>(`templates/words.${language}.json`);
  if (ready) return ready;
  const read = readYaml(packageFile(path), path);
  if (!read.ok) throw new FileProblems(read.problems);
  return read.file.data as ReportWords;
}
