import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { LocalisedText } from '../shared/localised.ts';
import type { Path, Problem } from '../shared/problem.ts';
import { wrap } from '../shared/wrap.ts';
import { finding } from './finding.ts';
import { type Check, questionPath } from './subject.ts';

// A terminal of 24 lines and 80 columns, less the heading, "don't know", "not applicable", and the keys.
const limit = 18;
const textWidth = 77;
const optionWidth = 72;

/** Questions that do not fit on one screen of a terminal with all their options, in any language. */
export const findLongTexts: Check = (subject) => {
  const { questionnaire, names, file } = subject;
  const all: readonly (readonly [ProfileQuestion | Question, Path])[] = [
    ...questionnaire.profile.map(
      (question, index) => [question, names.profile[index]?.path ?? []] as const,
    ),
    ...questionnaire.questions.map(
      ({ question }, position) => [question, questionPath(subject, position)] as const,
    ),
  ];
  return all.flatMap(([question, path]): readonly Problem[] => {
    const isLong = questionnaire.languages.some(
      (language) => linesOf(question, language, linesAtMost) > limit,
    );
    // Most are short, and wrapping all of them takes its time.
    if (!isLong) return [];
    const lines = Math.max(
      ...questionnaire.languages.map((language) => linesOf(question, language, linesExactly)),
    );
    return lines > limit
      ? [finding('long-text', file.keyAt([...path, 'text']), { lines, limit })]
      : [];
  });
};

type Lines = (text: string, width: number) => number;

function linesOf(question: ProfileQuestion | Question, language: string, count: Lines): number {
  const lines = (text: LocalisedText, width: number) => count(text[language] ?? '', width);
  const wordings = [question.text, ...(question.text.variants ?? []).map(({ text }) => text)];
  const asked = Math.max(...wordings.map((text) => lines(text, textWidth)));
  const options: readonly LocalisedText[] =
    'options' in question
      ? question.options.map((option) => ('label' in option ? option.label : option.text))
      : [];
  return options.reduce((sum, option) => sum + lines(option, optionWidth), asked);
}

function linesExactly(text: string, width: number): number {
  return wrap(text, width).length;
}

// A line holds at least what is left beside the longest word; letters of two columns are rare enough to count as two.
function linesAtMost(text: string, width: number): number {
  const columns = /[\u1100-\u1fff\u2e80-\uffff]/.test(text) ? 2 * text.length : text.length;
  if (columns <= width) return 1;
  const longest = Math.max(...text.split(/\s/).map((word) => word.length));
  return longest >= width ? linesExactly(text, width) : Math.ceil(columns / (width - longest));
}
