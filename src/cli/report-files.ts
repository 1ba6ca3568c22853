import { type ReportFormat, type ReportWords, render } from '../report/render.ts';
import type { View } from '../report/view-type.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { FileProblems } from './file-problems.ts';
import { packageFile } from './package-files.ts';

/** Renders a view with the templates and words that come with the package. */
export function renderBuiltIn(view: View, format: ReportFormat): string {
  const name = `templates/words.${view.language}.yaml`;
  const words = readYaml(packageFile(name), name);
  if (!words.ok) throw new FileProblems(words.problems);
  const template = packageFile(`templates/report.${format}.hbs`);
  return render(view, format, template, words.file.data as ReportWords);
}
