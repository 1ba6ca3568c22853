import { digestOf } from '../shared/canonical-json.ts';
import { checkShape, withoutOwnKeys } from '../shared/check-shape.ts';
import { eachOnce, inReadingOrder, type Parsed, problem } from '../shared/problem.ts';
import { readYaml } from '../shared/read-yaml.ts';
import { checkCaseAnswers } from './check-cases.ts';
import { checkConditions } from './check-conditions.ts';
import { checkIds } from './check-ids.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { checkReferences } from './check-references.ts';
import { checkTargets } from './check-targets.ts';
import { checkTexts } from './check-texts.ts';
import { outline, record } from './outline.ts';
import { type Questionnaire, toQuestionnaire } from './questionnaire.ts';
import { QuestionnaireFormat } from './questionnaire-format.ts';

/**
 * Reads a questionnaire (`format: questionnaire/1`).
 *
 * @param text the file's text, YAML 1.2 or JSON
 * @param name what the file is called in problems
 * @returns the questionnaire, or every problem at once, in reading order
 */
export function parseQuestionnaire(text: string, name: string): Parsed<Questionnaire> {
  const read = readYaml(text, name);
  if (!read.ok) return { ok: false, problems: inReadingOrder(read.problems) };
  const file = { ...read.file, data: withoutOwnKeys(read.file.data) };

  const format = record(file.data).format;
  if (format !== 'questionnaire/1') {
    const facts = { found: String(format ?? ''), expected: 'questionnaire/1' };
    return { ok: false, problems: [problem('wrong-format', file.at(['format']), facts)] };
  }

  const shape = checkShape(QuestionnaireFormat, file);
  const names = outline(file.data);
  const problems = [
    ...(shape.ok ? [] : shape.problems),
    ...checkIds(file, names),
    ...checkReferences(file, names),
    ...checkPrerequisites(file, names),
    ...checkTargets(file, names),
    ...checkTexts(file, names),
    ...checkConditions(file, names),
  ];
  if (!shape.ok || problems.length > 0) {
    return { ok: false, problems: inReadingOrder(eachOnce(problems)) };
  }
  // Cases test the rules and are none: a new one makes no new edition.
  const { cases: _cases, ...rules } = record(file.data);
  const questionnaire = toQuestionnaire(shape.value, digestOf(rules));
  const wrongCases = checkCaseAnswers(file, questionnaire);
  return wrongCases.length > 0
    ? { ok: false, problems: inReadingOrder(wrongCases) }
    : { ok: true, value: questionnaire, warnings: [] };
}
