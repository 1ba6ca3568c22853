import type { Answer } from '../questionnaire/answers.ts';
import { levelSentence } from '../questionnaire/level-sentence.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { tameLine } from '../shared/tame.ts';
import type { InterviewWords } from './interview-words.ts';
import { mayStayEmpty, type Turn } from './turns.ts';

/** The short name of what is asked at a turn. */
export function titleOf(turn: Turn, tell: Tell, words: InterviewWords): string {
  if (turn.kind === 'name') return words.companyTitle;
  return tell(turn.question.title ?? turn.question.text);
}

/** An answer on one line, as whoever gave it would read it out. */
export function answerInWords(
  turn: Turn,
  answer: Answer | undefined,
  tell: Tell,
  words: InterviewWords,
): string {
  if (answer === undefined) return mayStayEmpty(turn) ? words.leftEmpty : words.unanswered;
  switch (answer.state) {
    case 'unknown':
      return words.unknown;
    case 'not-applicable':
      return answer.reason === undefined
        ? words.notApplicable
        : words.notApplicableWith(tameLine(answer.reason));
    case 'answered':
      return turn.kind === 'name'
        ? tameLine(String(answer.answer))
        : tameLine(valueInWords(turn.question, answer.answer, tell, words));
    default:
      return answer satisfies never;
  }
}

function valueInWords(
  question: Question | ProfileQuestion,
  value: Extract<Answer, { state: 'answered' }>['answer'],
  tell: Tell,
  words: InterviewWords,
): string {
  switch (question.kind) {
    case 'level':
      return words.quoted(levelSentence(question, Number(value), tell));
    case 'choice':
    case 'several': {
      const labels = [value].flat().map((id) => {
        const found = question.options.find((option) => option.id === id);
        return found ? tell(found.label) : String(id);
      });
      return labels.length > 0 ? labels.join('; ') : words.noneOfThese;
    }
    case 'number': {
      const unit = question.unitLabel ? ` ${tell(question.unitLabel)}` : '';
      return `${words.number(Number(value))}${unit}`;
    }
    case 'text':
      return String(value);
    default:
      return question satisfies never;
  }
}
