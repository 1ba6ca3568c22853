import { tame } from '../shared/tame.ts';
import { keyText, valueText } from '../shared/yaml-text.ts';
import { toEntry } from './answer-entry.ts';
import type { Answer, Answers } from './answers.ts';
import { isTextual, type Questionnaire } from './questionnaire.ts';

/** Answers as data of the format, entries in the order of the questionnaire; for JSON. */
export function answersData(answers: Answers, questionnaire: Questionnaire) {
  const { profile, answers: said, ...rest } = answers;
  return {
    ...rest,
    profile: entriesOf(questionnaire.profile, profile),
    answers: entriesOf(
      questionnaire.questions.map(({ question }) => question),
      said,
    ),
    steps: rest.steps,
  };
}

const width = 120;

/**
 * Merged answers as YAML, always laid out the same way: equal answers give equal bytes.
 *
 * @param comments what stands at the top, a line each
 */
export function mergedText(
  answers: Answers,
  questionnaire: Questionnaire,
  comments: readonly string[],
): string {
  const { profile, answers: said, steps, ...head } = answersData(answers, questionnaire);
  const lines = [
    ...comments.map(comment),
    ...Object.entries(head).map(([key, value]) => `${key}: ${valueText(value, false)}`),
    '',
    ...section('profile', profile),
    '',
    ...section('answers', said),
    '',
    ...section('steps', steps),
  ];
  return `${lines.join('\n')}\n`;
}

// No part of it begins a line of its own or tells an editor where to fetch a schema.
function comment(text: string): string {
  const flat = tame(text).replace(/\s+/g, ' ').trim();
  return `# ${flat.replace(/(yaml-language-server)\s*:/gi, '$1')}`;
}

function entriesOf(
  questions: readonly { readonly id: string; readonly kind: string }[],
  said: Readonly<Record<string, Answer>>,
): Record<string, unknown> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = said[question.id];
      return answer ? [[question.id, toEntry(answer, isTextual(question))]] : [];
    }),
  );
}

function section(name: string, entries: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.entries(entries);
  if (keys.length === 0) return [`${name}: {}`];
  return [`${name}:`, ...keys.flatMap(([key, value]) => entry(key, value))];
}

// On one line where there is room; else who said what line by line.
function entry(key: string, value: unknown): readonly string[] {
  const start = `  ${keyText(key, false)}:`;
  const line = `${start} ${valueText(value, false)}`;
  const isLong = value !== null && typeof value === 'object' && 'sources' in value;
  if (!isLong || line.length <= width) return [line];
  const { sources, ...own } = value as { readonly sources: readonly unknown[] };
  return [
    start,
    ...Object.entries(own).map(([name, part]) => `    ${name}: ${valueText(part, false)}`),
    '    sources:',
    ...sources.map((source) => `      - ${valueText(source, false)}`),
  ];
}
