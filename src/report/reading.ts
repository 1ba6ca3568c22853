import type { Question } from '../questionnaire/question-format.ts';
import { type Questionnaire, questionCalled, questionsOf } from '../questionnaire/questionnaire.ts';
import { type Tell, teller } from '../questionnaire/teller.ts';
import { conditionWords, type WordCondition } from './condition-words.ts';
import { type Numbers, numbersIn } from './numbers.ts';
import type { QuestionReference } from './questionnaire-view-type.ts';
import { type ReportWords, type Say, sayIn } from './report-words.ts';

/** Everything the parts of a view need to word a questionnaire that nobody has answered: its language, its numbers. */
export type Reading = {
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly numbers: Numbers;
  /** Placeholders read "…": there is no profile to fill them from. */
  readonly tell: Tell;
  readonly say: Say;
  readonly condition: WordCondition;
  readonly role: (id: string) => string;
  /** A question by its number ("2.3") and short name. */
  readonly reference: (id: string) => QuestionReference;
  /** Whether a question is among those to be shown. */
  readonly isAsked: (question: Question) => boolean;
};

/**
 * @param role only the questions that this role can answer; null shows all
 */
export function readingOf(
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
  role: string | null,
): Reading {
  const tell = teller(questionnaire, {}, language);
  const numbers = questionNumbers(questionnaire);
  return {
    questionnaire,
    language,
    numbers: numbersIn(language),
    tell,
    say: sayIn(words, language),
    condition: conditionWords(questionnaire, language, words),
    role: (id) => {
      const found = questionnaire.roles.find((candidate) => candidate.id === id);
      return found ? tell(found.title) : id;
    },
    reference: (id) => {
      const question = questionCalled(questionnaire, id);
      return { number: numbers.get(id) ?? '', title: question ? tell(question.title) : id };
    },
    isAsked: ({ roles }) => role === null || roles === undefined || roles.includes(role),
  };
}

// Counted before anything is left out, so that a number means the same question on every sheet.
function questionNumbers({ hurdles, profile }: Questionnaire): ReadonlyMap<string, string> {
  const asked = hurdles.flatMap((hurdle, index) =>
    questionsOf(hurdle).map(({ id }, place) => [id, `${index + 1}.${place + 1}`] as const),
  );
  const first = profile.map(({ id }, place) => [id, `P${place + 1}`] as const);
  return new Map([...first, ...asked]);
}
