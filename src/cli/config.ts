import { resolve } from 'node:path';
import * as z from 'zod';
import { ConditionFormat } from '../questionnaire/condition-format.ts';
import { Id } from '../questionnaire/question-format.ts';
import { checkShape } from '../shared/check-shape.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { configName, hasConfig } from './config-name.ts';
import { FileProblems } from './file-problems.ts';
import { readText } from './files.ts';

const Check = z.strictObject({
  id: Id.describe('What it is called where it fails.'),
  when: ConditionFormat.describe('It fails when this holds; profile, questions and results.'),
  message: z
    .union([z.string().min(1), z.record(z.string(), z.string().min(1))])
    .optional()
    .describe('What is said then: a text, or one for each language.'),
  questionnaire: Id.optional().describe(
    'The questionnaire whose answers it is about; all that are checked if left out.',
  ),
});

/** The single statement of `format: config/1`. */
export const ConfigFormat = z
  .strictObject({
    format: z.literal('config/1'),
    questionnaires: z
      .record(Id, z.string())
      .default({})
      .describe('Where the questionnaires of your own lie, by id; paths from this file.'),
    brand: z.string().optional().describe('The brand that reports bear; its path from this file.'),
    checks: z
      .array(Check)
      .default([])
      .describe('Conditions that `hurdles check` demands not to hold.'),
  })
  .meta({ title: 'Configuration', description: 'What `hurdles` goes by in a folder.' });

export type Config = z.infer<typeof ConfigFormat>;

/** Reads `hurdles.config.yaml` of the working folder; without one everything is at its default. */
export function readConfig(cwd: string): Config {
  return openConfig(cwd)?.config ?? { format: 'config/1', questionnaires: {}, checks: [] };
}

/** The same, with the places in the file; null where there is none. */
export function openConfig(
  cwd: string,
): { readonly config: Config; readonly file: YamlFile } | null {
  if (!hasConfig(cwd)) return null;
  const read = readYaml(readText(resolve(cwd, configName), configName), configName);
  if (!read.ok) throw new FileProblems(read.problems);
  const shape = checkShape(ConfigFormat, read.file);
  if (!shape.ok) throw new FileProblems(shape.problems);
  return { config: shape.value, file: read.file };
}
