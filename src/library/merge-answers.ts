import { engineOf } from '../assessment/engine.ts';
import { worthIn } from '../assessment/worth.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { mergeAnswers as mergeFiles } from '../questionnaire/merge-answers.ts';
import { answersIn } from '../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { RoleFile } from '../questionnaire/role-file.ts';
import { inReadingOrder, type Parsed, type Problem } from '../shared/problem.ts';
import { readYaml } from '../shared/read-yaml.ts';

/** What decides where several roles do not agree. */
export type MergeOptions = {
  /** Roles whose answer about the company stands where the profiles differ, the first of them that has one. */
  readonly prefer?: readonly string[];
  /** Whether to say who answered, and not only in which role; false if left out. */
  readonly names?: boolean;
};

/**
 * Makes one sheet of what several roles answered: of each question the answer worth least stands, with `sources` that
 * say what each role said. What is known counts before “I don't know”. The order of the files changes nothing.
 *
 * @param files answers in YAML or JSON, each with what it is called in problems
 * @returns the answers, or every problem of every file; also where the roles differ about the company and none is
 *   preferred
 */
export function mergeAnswers(
  questionnaire: Questionnaire,
  files: readonly { readonly name: string; readonly text: string }[],
  options: MergeOptions = {},
): Parsed<Answers> {
  const read: RoleFile[] = [];
  const problems: Problem[] = [];
  for (const { name, text } of files) {
    const source = readYaml(text, name);
    const parsed = source.ok ? answersIn(source.file, questionnaire) : source;
    if (!source.ok || !parsed.ok) {
      for (const one of parsed.ok ? [] : parsed.problems) problems.push(one);
    } else read.push({ file: source.file, answers: parsed.value });
  }
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };
  return mergeFiles(questionnaire, read, { ...options, worth: worthIn(engineOf(questionnaire)) });
}
