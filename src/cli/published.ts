import { type Questionnaire, toQuestionnaire } from '../questionnaire/questionnaire.ts';
import { QuestionnaireFormat } from '../questionnaire/questionnaire-format.ts';
import { hasPackageFile, packageFile } from './package-files.ts';

const folder = 'questionnaires/published';

/**
 * The names of the editions of our own questionnaires that were ever published, each with its digest: `ID@VERSION`.
 * They stay in the package as they were, so that what was judged with one can be told years later.
 */
export function publishedEditions(): Readonly<Record<string, string>> {
  const list = `${folder}/digests.json`;
  return hasPackageFile(list) ? (JSON.parse(packageFile(list)) as Record<string, string>) : {};
}

/** The name of the published edition that has a digest; null where none has. */
export function publishedWith(id: string, digest: string): string | null {
  const found = Object.entries(publishedEditions()).find(
    ([name, own]) => own === digest && name.startsWith(`${id}@`),
  );
  return found?.[0] ?? null;
}

/** The text of a published edition, whole: it extends nothing. */
export function publishedText(name: string): string {
  return packageFile(`${folder}/${name}.json`);
}

/** A published edition. What was published read without a problem, which a test holds: no check is made again. */
export function publishedQuestionnaire(name: string): Questionnaire {
  const data = QuestionnaireFormat.parse(JSON.parse(publishedText(name)));
  return toQuestionnaire(data, publishedEditions()[name] ?? '');
}
