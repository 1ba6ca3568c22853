import { Id } from '../../questionnaire/question-format.ts';
import { isDeviceName } from '../../shared/device-name.ts';
import { valueText } from '../../shared/yaml-text.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { write } from '../io.ts';
import { builtInQuestionnaires, packageFile } from '../package-files.ts';
import type { ForceOptions } from '../refuse-foreign.ts';
import { quoted } from '../shell-words.ts';
import { fileOrInFolder, writeNew } from '../write-new.ts';

export type NewQuestionnaireOptions = ForceOptions & { readonly output?: string };

const schema = 'questionnaire.v1.schema.json';

/** Writes a small, complete questionnaire to begin with, in the language of the talk, and its schema beside it. */
export async function runNewQuestionnaire(
  id: string,
  { output, ...options }: NewQuestionnaireOptions,
  call: Call,
): Promise<number> {
  if (!Id.safeParse(id).success) throw new Failure('bad-id', { value: id });
  if (isDeviceName(id)) throw new Failure('device-name', { name: id });
  // Ours would be taken wherever only the id is named.
  if (builtInQuestionnaires().includes(id)) throw new Failure('id-of-ours', { id });
  const template = packageFile(`templates/new/questionnaire.${call.language}.yaml`);
  const text = template.replace(/^id: .*$/m, () => `id: ${valueText(id, false)}`);
  if (output === '-') {
    await write(call.io.stdout, text);
    return 0;
  }
  const name = fileOrInFolder(output, `${id}.yaml`, call.io.cwd);
  const file = { name, text, schema: { name: schema, text: packageFile(`schemas/${schema}`) } };
  const way = quoted(name);
  await writeNew(
    file,
    (words) => [
      words.lintWith(`hurdles lint ${way}`),
      words.testWith(`hurdles test ${way}`),
      words.tryWith(`hurdles interview ${words.answersFile(id)} -q ${way}`),
    ],
    options,
    call,
  );
  return 0;
}
