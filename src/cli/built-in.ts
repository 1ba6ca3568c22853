import { createHash } from 'node:crypto';
import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import { type Questionnaire, toQuestionnaire } from '../questionnaire/questionnaire.ts';
import { QuestionnaireFormat } from '../questionnaire/questionnaire-format.ts';
import { FileProblems } from './file-problems.ts';
import { hasPackageFile, packageFile } from './package-files.ts';

/** What the build writes of a questionnaire that reads without a problem, so that it need not be read again. */
type Prebuilt = {
  /** Fingerprint of the YAML it was made from. */
  readonly source: string;
  readonly digest: string;
  readonly data: unknown;
};

/**
 * A questionnaire that comes with the package: as the build prepared it, or from its YAML where that was changed
 * since (in a checkout).
 */
export function builtInQuestionnaire(id: string): Questionnaire {
  const yaml = packageFile(`questionnaires/${id}.yaml`);
  const prebuilt = `dist/questionnaires/${id}.json`;
  if (hasPackageFile(prebuilt)) {
    const { source, digest, data } = JSON.parse(packageFile(prebuilt)) as Prebuilt;
    if (source === fingerprint(yaml))
      return toQuestionnaire(QuestionnaireFormat.parse(data), digest);
  }
  const parsed = parseQuestionnaire(yaml, `${id}.yaml`);
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
