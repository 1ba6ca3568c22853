import { type Assessment, AssessmentFormat } from '../assessment/assessment-format.ts';
import { checkStored } from '../assessment/check-stored.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { checkShape } from '../shared/check-shape.ts';
import { inReadingOrder, type Parsed, type Problem, problem } from '../shared/problem.ts';
import { readYaml } from '../shared/read-yaml.ts';

/**
 * Reads an assessment that was stored (`format: assessment/1`), as JSON or YAML. Keys that nobody knows are left out: a
 * later version may have written them.
 *
 * @param name          what the file is called in problems
 * @param questionnaire the very edition it was made with; of ours every one that was published is in the package, as
 *   `five-hurdles/questionnaires/published/ID@VERSION.json`
 * @returns the assessment, or every problem; `other-digest` for another edition, whose texts would not be true of it
 */
export function parseAssessment(
  text: string,
  name: string,
  questionnaire: Questionnaire,
): Parsed<Assessment> {
  const read = readYaml(text, name);
  if (!read.ok) return { ok: false, problems: inReadingOrder(read.problems) };
  const source = read.file;
  const shape = checkShape(AssessmentFormat, source);
  if (!shape.ok) return { ok: false, problems: inReadingOrder(shape.problems) };
  const { digest, id, version } = shape.value.questionnaire;
  if (digest !== questionnaire.digest) {
    const facts = {
      found: `${id} ${version}, ${digest}`,
      expected: `${questionnaire.id} ${questionnaire.version}, ${questionnaire.digest}`,
    };
    return refused([problem('other-digest', source.at(['questionnaire', 'digest']), facts)]);
  }
  const wrong = checkStored(source, shape.value, questionnaire);
  return wrong.length > 0 ? refused(wrong) : { ok: true, value: shape.value, warnings: [] };
}

function refused(problems: readonly Problem[]): Parsed<never> {
  return { ok: false, problems };
}
