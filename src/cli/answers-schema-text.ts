import { answersSchema } from '../questionnaire/answers-schema.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { jsonText } from './json-text.ts';
import { packageFile } from './package-files.ts';

/** The text of the JSON Schema of answers to one questionnaire. */
export function answersSchemaText(questionnaire: Questionnaire, language: string): string {
  const published = JSON.parse(packageFile('schemas/answers.v1.schema.json'));
  return jsonText(answersSchema(published, questionnaire, language));
}
