import type { Bases } from '../questionnaire/extend-questionnaire.ts';
import { parseQuestionnaire } from '../questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { FileProblems } from './file-problems.ts';
import type { Text } from './files.ts';
import { builtInQuestionnaires, packageFile } from './package-files.ts';
import { preparedQuestionnaire } from './prepared-questionnaire.ts';

/** A questionnaire that comes with the package: as the build prepared it, or from its YAML. */
export function builtInQuestionnaire(id: string): Questionnaire {
  const path = `questionnaires/${id}.yaml`;
  const ready = preparedQuestionnaire(id);
  if (ready) return ready;
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
