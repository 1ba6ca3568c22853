import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import { type Questionnaire, toQuestionnaire } from '../questionnaire/questionnaire.ts';
import { QuestionnaireFormat } from '../questionnaire/questionnaire-format.ts';
import { FileProblems } from './file-problems.ts';
import { packageFile } from './package-files.ts';
import { prepared } from './prepared.ts';

/** A questionnaire that comes with the package: as the build prepared it, or from its YAML. */
export function builtInQuestionnaire(id: string): Questionnaire {
  const path = `questionnaires/${id}.yaml`;
  const yaml = packageFile(path);
  const ready = prepared<{ digest: string; data: unknown }>(path, yaml);
  // What was prepared read without a problem: it is given its types, and none of the checks is made again.
  if (ready) return toQuestionnaire(QuestionnaireFormat.parse(ready.data), ready.digest);
  const parsed = parseQuestionnaire(yaml, `${id}.yaml`);
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}
