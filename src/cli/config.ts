import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { Id } from '../questionnaire/question-format.ts';
import { checkShape } from '../shared/check-shape.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { FileProblems } from './file-problems.ts';
import { readText } from './files.ts';

export const configName = 'hurdles.config.yaml';

/** The single statement of `format: config/1`. */
export const ConfigFormat = z.strictObject({
  format: z.literal('config/1'),
  questionnaires: z
    .record(Id, z.string())
    .default({})
    .describe('Where the questionnaires of your own lie, by id; paths from this file.'),
  brand: z.string().optional().describe('The brand that reports bear; its path from this file.'),
});

export type Config = z.infer<typeof ConfigFormat>;

/** Reads `hurdles.config.yaml` of the working folder; without one everything is at its default. */
export function readConfig(cwd: string): Config {
  const path = resolve(cwd, configName);
  if (!existsSync(path)) return { format: 'config/1', questionnaires: {} };
  const read = readYaml(readText(path, configName), configName);
  if (!read.ok) throw new FileProblems(read.problems);
  const shape = checkShape(ConfigFormat, read.file);
  if (!shape.ok) throw new FileProblems(shape.problems);
  return shape.value;
}
