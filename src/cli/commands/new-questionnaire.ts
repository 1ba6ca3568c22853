import { join, resolve } from 'node:path';
import { Id } from '../../questionnaire/question-format.ts';
import { valueText } from '../../shared/yaml-text.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { isFolder } from '../files.ts';
import { write } from '../io.ts';
import { packageFile } from '../package-files.ts';
import { quoted } from '../shell-words.ts';
import { writeNew } from '../write-new.ts';

export type NewQuestionnaireOptions = { readonly output?: string };

const schema = 'questionnaire.v1.schema.json';

/** Writes a small, complete questionnaire to begin with, in the language of the talk, and its schema beside it. */
export async function runNewQuestionnaire(
  id: string,
  { output }: NewQuestionnaireOptions,
  call: Call,
): Promise<number> {
  if (!Id.safeParse(id).success) throw new Failure('bad-id', { value: id });
  const template = packageFile(`templates/new/questionnaire.${call.language}.yaml`);
  const text = template.replace(/^id: .*$/m, () => `id: ${valueText(id, false)}`);
  if (output === '-') {
    await write(call.io.stdout, text);
    return 0;
  }
  const name = fileFor(id, output, call.io.cwd);
  const file = { name, text, schema: { name: schema, text: packageFile(`schemas/${schema}`) } };
  const way = quoted(name);
  await writeNew(
    file,
    (words) => [
      words.lintWith(`hurdles lint ${way}`),
      words.testWith(`hurdles test ${way}`),
      words.tryWith(`hurdles interview ${words.answersFile(id)} -q ${way}`),
    ],
    call,
  );
  return 0;
}

function fileFor(id: string, output: string | undefined, cwd: string): string {
  const usual = `${id}.yaml`;
  if (output === undefined) return usual;
  const isInFolder = /[/\\]$/.test(output) || isFolder(resolve(cwd, output));
  return isInFolder ? join(output, usual) : output;
}
