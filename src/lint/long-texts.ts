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
    const lines = Math.max(
      ...questionnaire.languages.map((language) => linesOf(question, language)),
    );
    return lines > limit
      ? [finding('long-text', file.keyAt([...path, 'text']), { lines, limit })]
      : [];
  });
};

function linesOf(question: ProfileQuestion | Question, language: string): number {
  const lines = (text: LocalisedText, width: number) => {
    const words = text[language] ?? '';
    // Most are short, and wrapping all of them takes its time.
    return words.length <= width / 2 ? 1 : wrap(words, width).length;
  };
  const wordings = [question.text, ...(question.text.variants ?? []).map(({ text }) => text)];
  const asked = Math.max(...wordings.map((text) => lines(text, textWidth)));
  const options: readonly LocalisedText[] =
    'options' in question
      ? question.options.map((option) => ('label' in option ? option.label : option.text))
      : [];
  return options.reduce((sum, option) => sum + lines(option, optionWidth), asked);
}
