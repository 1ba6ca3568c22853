import { answersSchemaText } from '../answers-schema-text.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { write } from '../io.ts';
import { type CommonOptions, findQuestionnaire } from '../load.ts';
import { packageFile } from '../package-files.ts';

const schemaNames = [
  'questionnaire',
  'answers',
  'assessment',
  'assessment-line',
  'explanation',
  'plan',
  'comparison',
  'lint',
  'list',
  'test',
  'check',
  'config',
  'brand',
  'view',
] as const;

/** Prints the JSON Schema of a format; of answers, with `-q`, the one for a certain questionnaire. */
export async function runSchema(
  name: string,
  options: CommonOptions,
  { io, language }: Call,
): Promise<number> {
  if (!(schemaNames as readonly string[]).includes(name)) {
    throw new Failure('bad-option-value', {
      option: 'schema',
      value: name,
      allowed: schemaNames.join(', '),
    });
  }
  const published = packageFile(`schemas/${name}.v1.schema.json`);
  if (name !== 'answers' || options.questionnaire === undefined) {
    await write(io.stdout, published);
    return 0;
  }
  const questionnaire = findQuestionnaire(options.questionnaire, options, io);
  await write(io.stdout, answersSchemaText(questionnaire, language));
  return 0;
}
