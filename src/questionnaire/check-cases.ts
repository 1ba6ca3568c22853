import { checkShape, withoutOwnKeys } from '../shared/check-shape.ts';
import {
  eachOnce,
  inReadingOrder,
  type Parsed,
  type Path,
  type Problem,
  problem,
} from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { type Case, CasesFormat } from './case-format.ts';
import { repeatedIn } from './check-ids.ts';
import { checkValue } from './check-value.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import { nodeAt, record } from './outline.ts';
import type { Question } from './question-format.ts';
import { isTextual, type Questionnaire, questionCalled } from './questionnaire.ts';
import { type Known, type Referrer, referrer } from './referrer.ts';
import { missingRequired } from './required-answers.ts';

/** Ids of a case that name nothing. */
export function checkCaseIds(path: Path, refer: Referrer): readonly Problem[] {
  return [
    ...refer.keys('profile', [...path, 'given', 'profile']),
    ...refer.keys('question', [...path, 'given', 'answers']),
    ...refer.keys('hurdle', [...path, 'expect', 'hurdles']),
    ...refer.each('gate', [...path, 'expect', 'gates']),
    ...refer.each('contradiction', [...path, 'expect', 'contradictions']),
    ...refer.each('verdict', [...path, 'expect', 'verdicts']),
    ...refer.each('verdict', [...path, 'expect', 'notVerdicts']),
    ...refer.each('question', [...path, 'expect', 'firstSteps']),
    ...refer.each('question', [...path, 'expect', 'notSteps']),
  ];
}

/** Answers of cases that their questions do not have, and those without which nothing can be judged. */
export function checkCaseAnswers(file: YamlFile, questionnaire: Questionnaire): readonly Problem[] {
  const cases = nodeAt(file.data, ['cases']);
  if (!Array.isArray(cases)) return [];
  return cases.flatMap((_case, index) => {
    const given = ['cases', index, 'given'];
    const profile = [...given, 'profile'];
    return [
      ...missingRequired(record(nodeAt(file.data, profile)), questionnaire, () => file.at(profile)),
      ...checkBase([...given, 'base'], file, questionnaire),
      ...(['profile', 'answers'] as const).flatMap((section) => {
        const path = [...given, section];
        return Object.entries(record(nodeAt(file.data, path))).flatMap(([id, answer]) =>
          checkAnswer(section, id, answer, [...path, id], file, questionnaire),
        );
      }),
    ];
  });
}

// What no question is worth was meant otherwise: each would be given its best answer, or its worst.
function checkBase(path: Path, file: YamlFile, { questions }: Questionnaire): readonly Problem[] {
  const base = nodeAt(file.data, path);
  if (typeof base !== 'number') return [];
  const spans = questions.flatMap(({ question }) => pointsSpan(question) ?? []);
  const low = Math.min(...spans.map(({ lowest }) => lowest));
  const high = Math.max(...spans.map(({ highest }) => highest));
  if (base >= low && base <= high) return [];
  const facts = { found: String(base), bound: `${low}–${high}` };
  return [problem('out-of-range', file.at(path), facts)];
}

function pointsSpan(
  question: Question,
): { readonly lowest: number; readonly highest: number } | null {
  switch (question.kind) {
    case 'level':
      return { lowest: 0, highest: question.options.length - 1 };
    case 'choice':
      return spanOf(question.options.map(({ points }) => points));
    case 'number':
      return spanOf(question.bands.map(({ points }) => points));
    case 'several': {
      const points = question.options.map((option) => option.points);
      const sum = (of: readonly number[]) => of.reduce((total, value) => total + value, 0);
      return spanOf([
        0,
        ...points,
        sum(points.filter((value) => value > 0)),
        sum(points.filter((value) => value < 0)),
      ]);
    }
    case 'text':
      return null;
    default:
      return question satisfies never;
  }
}

function spanOf(points: readonly number[]): { readonly lowest: number; readonly highest: number } {
  return { lowest: Math.min(...points), highest: Math.max(...points) };
}

function checkAnswer(
  section: 'profile' | 'answers',
  id: string,
  answer: unknown,
  path: Path,
  file: YamlFile,
  questionnaire: Questionnaire,
): readonly Problem[] {
  const question =
    section === 'profile'
      ? questionnaire.profile.find((candidate) => candidate.id === id)
      : questionCalled(questionnaire, id);
  if (!question || answer === null || (typeof answer === 'string' && isTextual(question)))
    return [];
  if (answer === 'unknown') {
    const isRequired = 'required' in question && question.required;
    return isRequired ? [problem('unknown-refused', file.at(path), { id })] : [];
  }
  if (answer === 'not-applicable') {
    const asked = questionCalled(questionnaire, id);
    const why = asked ? notApplicableRefusal(asked, questionnaire) : 'says-so';
    return why ? [problem('not-applicable-refused', file.at(path), { id, why })] : [];
  }
  const isAnswer = ['string', 'number'].includes(typeof answer) || Array.isArray(answer);
  return isAnswer ? checkValue(answer as string | number, question, path, file) : [];
}

/**
 * Reads cases that lie beside their questionnaire (`format: cases/1`).
 *
 * @param name what the file is called in problems
 */
export function parseCases(
  text: string,
  name: string,
  questionnaire: Questionnaire,
): Parsed<readonly Case[]> {
  const read = readYaml(text, name);
  if (!read.ok) return { ok: false, problems: inReadingOrder(read.problems) };
  const file = { ...read.file, data: withoutOwnKeys(read.file.data) };
  const shape = checkShape(CasesFormat, file);
  const refer = referrer(file, knownBy(questionnaire));
  const given = record(file.data).questionnaire;
  const stranger =
    typeof given === 'string' && given !== questionnaire.id
      ? [
          problem('other-questionnaire', file.at(['questionnaire']), {
            found: given,
            expected: questionnaire.id,
          }),
        ]
      : [];
  const problems = [
    ...(shape.ok ? [] : shape.problems),
    ...stranger,
    ...repeatedIn('cases', file),
    ...refer.listed(['cases']).flatMap((path) => checkCaseIds(path, refer)),
    ...checkCaseAnswers(file, questionnaire),
  ];
  if (!shape.ok || problems.length > 0) {
    return { ok: false, problems: inReadingOrder(eachOnce(problems)) };
  }
  return { ok: true, value: shape.value.cases, warnings: [] };
}

function knownBy(questionnaire: Questionnaire): Known {
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  return {
    hurdle: ids(questionnaire.hurdles),
    question: questionnaire.questions.map(({ question }) => question.id),
    profile: ids(questionnaire.profile),
    scale: Object.keys(questionnaire.scales),
    role: ids(questionnaire.roles),
    worksheet: ids(questionnaire.worksheets),
    gate: ids(questionnaire.gates),
    verdict: ids(questionnaire.verdicts),
    contradiction: ids(questionnaire.contradictions),
    entry: [],
    options: [],
  };
}
