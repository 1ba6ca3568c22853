import { Failure } from '../failure.ts';
import { write } from '../io.ts';
import { packageFile } from '../package-files.ts';
import type { Call } from '../program.ts';

export const schemaNames = ['questionnaire', 'answers', 'assessment'] as const;

/** Prints the JSON Schema of a format. */
export async function runSchema(name: string, { io }: Call): Promise<number> {
  if (!(schemaNames as readonly string[]).includes(name)) {
    throw new Failure('bad-option-value', {
      option: 'schema',
      value: name,
      allowed: schemaNames.join(', '),
    });
  }
  await write(io.stdout, packageFile(`schemas/${name}.v1.schema.json`));
  return 0;
}
