import { type ReportFormat, type ReportWords, render } from '../report/render.ts';
import type { View } from '../report/view-type.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { FileProblems } from './file-problems.ts';
import { packageFile } from './package-files.ts';
import { prepared } from './prepared.ts';

/** Renders a view with the templates and words that come with the package. */
export function renderBuiltIn(view: View, format: ReportFormat): string {
  const words = wordsOf(view.language);
  const template = packageFile(`templates/report.${format}.hbs`);
  return render(view, format, template, words);
}

function wordsOf(language: string): ReportWords {
  const path = `templates/words.${language}.yaml`;
  const yaml = packageFile(path);
  const ready = prepared<ReportWords>(path, yaml);
  if (ready) return ready;
  const read = readYaml(yaml, path);
  if (!read.ok) throw new FileProblems(read.problems);
  return read.file.data as ReportWords;
}
