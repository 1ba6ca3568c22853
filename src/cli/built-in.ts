import type { Bases } from '../questionnaire/extend-questionnaire.ts';
import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import { type Questionnaire, toQuestionnaire } from '../questionnaire/questionnaire.ts';
import type { QuestionnaireData } from '../questionnaire/questionnaire-format.ts';
import { FileProblems } from './file-problems.ts';
import type { Text } from './files.ts';
import { builtInQuestionnaires, packageFile } from './package-files.ts';
import { prepared } from './prepared.ts';

/** A questionnaire that comes with the package: as the build prepared it, or from its YAML. */
export function builtInQuestionnaire(id: string): Questionnaire {
  const path = `questionnaires/${id}.yaml`;
  // What the build prepared is what it parsed, without a problem: none of the checks is made again.
  const ready = prepared<{ digest: string; data: QuestionnaireData }>(path);
  if (ready) return toQuestionnaire(ready.data, ready.digest);
  const parsed = parseQuestionnaire(packageFile(path), `${id}.yaml`, builtInBases());
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}

/** One of ours as another one extends it; no file of somebody else's bears such a name. */
export function builtInText(id: string): Text {
  return { name: `<${id}>`, text: packageFile(`questionnaires/${id}.yaml`) };
}

/** One of ours may extend another of ours. */
function builtInBases(): Bases {
  const known = builtInQuestionnaires();
  return { known, open: (id) => (known.includes(id) ? builtInText(id) : null) };
}
