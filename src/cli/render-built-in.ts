import { type Precompiled, renderPrecompiled } from '../report/render-precompiled.ts';
import type { OurFormat } from '../report/template-helpers.ts';
import { packageFile } from './package-files.ts';
import { preparedModule } from './prepared.ts';
import { builtInParts, reportWords, type Sheet } from './report-files.ts';

/** Renders a view with the templates and words that come with the package; those that the build compiled need no compiler. */
export async function renderBuiltIn(
  view: { readonly language: string; readonly [part: string]: unknown },
  format: OurFormat | 'svg',
  sheet: Sheet = 'report',
): Promise<string> {
  const name = `${sheet}.${format}`;
  const words = reportWords(view.language);
  const ready = preparedModule<Precompiled>(`templates/${name}.cjs`);
  if (ready) return renderPrecompiled(view, format, ready, words);
  const { render } = await import('../report/render.ts');
  const template = packageFile(`templates/${name}.hbs`);
  return render(view, format, template, words, builtInParts(sheet, format));
}
