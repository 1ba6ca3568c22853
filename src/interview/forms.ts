import type { Answer, AnswerValue } from '../questionnaire/answers.ts';
import { hasOwnNone } from '../questionnaire/own-none.ts';
import type {
  NumberQuestion,
  ProfileQuestion,
  Question,
} from '../questionnaire/question-format.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { tameLine } from '../shared/tame.ts';
import type { Form, Option, Said } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import type { Turn } from './turns.ts';
import { typedNumber } from './typed-number.ts';

/** How a question is answered, and what an answer given so means; null where the line was left empty. */
export type Field = {
  readonly form: Form;
  readonly read: (said: Extract<Said, { kind: 'picked' | 'typed' }>) => AnswerValue | null;
};

/** The field for what is asked at a turn, filled in with what was said before. */
export function fieldFor(
  turn: Turn,
  current: Answer | undefined,
  tell: Tell,
  words: InterviewWords,
): Field {
  const before = current?.state === 'answered' ? current.answer : null;
  if (turn.kind === 'name') return textField(before, true, words);
  const { question } = turn;
  switch (question.kind) {
    case 'level': {
      const options = question.options.map(({ text }, index) => option(String(index), tell(text)));
      return oneOf(options, (index) => index, before);
    }
    case 'choice': {
      const options = question.options.map(({ label, ...rest }, index) => {
        const meaning = 'meaning' in rest && rest.meaning ? tell(rest.meaning) : null;
        return option(String(index + 1), tell(label), meaning);
      });
      return oneOf(options, (index) => question.options[index]?.id ?? '', before);
    }
    case 'several':
      return severalOf(question, before, tell, words);
    case 'number':
      return numberField(question, before, tell, words);
    case 'text':
      return textField(before, 'optional' in question && question.optional, words);
    default:
      return question satisfies never;
  }
}

function option(key: string, text: string, meaning: string | null = null): Option {
  return { key, text, meaning };
}

function oneOf(
  options: readonly Option[],
  value: (index: number) => number | string,
  before: AnswerValue | null,
): Field {
  const chosen = options.findIndex((_option, index) => value(index) === before);
  return {
    form: { kind: 'one', options, chosen: chosen < 0 ? null : chosen },
    read: (said) => (said.kind === 'picked' ? value(said.picked[0] ?? 0) : null),
  };
}

function severalOf(
  question: Extract<Question | ProfileQuestion, { kind: 'several' }>,
  before: AnswerValue | null,
  tell: Tell,
  words: InterviewWords,
): Field {
  const own = question.options.map(({ label, exclusive }) => ({ text: tell(label), exclusive }));
  // Where the questionnaire has no "none of these" of its own, one is offered.
  const none = hasOwnNone(question) ? [] : [{ text: words.noneOfThese, exclusive: true }];
  const all = [...own, ...none];
  const ids = before === null ? null : [before].flat();
  const isChosen = (index: number) => {
    const id = question.options[index]?.id;
    return id === undefined ? ids?.length === 0 : (ids?.includes(id) ?? false);
  };
  return {
    form: {
      kind: 'several',
      options: all.map(({ text }, index) => option(String(index + 1), text)),
      chosen: all.flatMap((_one, index) => (isChosen(index) ? [index] : [])),
      alone: all.flatMap(({ exclusive }, index) => (exclusive ? [index] : [])),
      complaint: (picked) => {
        // Enter alone says nothing: it could have been meant for the line the cursor is on.
        if (picked.length === 0) return words.pickOne;
        const alone = picked.find((index) => all[index]?.exclusive);
        if (alone === undefined || picked.length === 1) return null;
        return words.exclusive(all[alone]?.text ?? '');
      },
    },
    read: (said) =>
      said.kind === 'picked'
        ? said.picked
            .toSorted((a, b) => a - b)
            .flatMap((index) => question.options[index]?.id ?? [])
        : null,
  };
}

function numberField(
  question: NumberQuestion,
  before: AnswerValue | null,
  tell: Tell,
  words: InterviewWords,
): Field {
  const unit = question.unitLabel ? tell(question.unitLabel) : null;
  const mayBeEmpty = 'optional' in question && question.optional;
  const complaint = (typed: string) => {
    if (typed === '') return mayBeEmpty ? null : words.needsNumber;
    const read = typedNumber(typed, question, words);
    return 'number' in read ? null : read.complaint;
  };
  const read = (typed: string) => {
    const understood = typedNumber(typed, question, words);
    return 'number' in understood ? understood.number : null;
  };
  return {
    form: {
      kind: 'line',
      given: before === null ? '' : words.number(Number(before)),
      mayBeEmpty,
      hints: [unit, words.numberRange(question)].filter((hint) => hint !== null),
      complaint,
      understood: (typed) => {
        const number = read(typed);
        return [number === null ? typed : words.number(number), unit]
          .filter((part) => part !== null)
          .join(' ');
      },
    },
    read: (said) => (said.kind === 'typed' && said.typed !== '' ? read(said.typed) : null),
  };
}

/** A line of text. */
export function textField(
  before: AnswerValue | null,
  mayBeEmpty: boolean,
  words: InterviewWords,
): Field {
  return {
    form: {
      kind: 'line',
      given: before === null ? '' : tameLine(String(before)),
      mayBeEmpty,
      hints: [],
      complaint: (typed) => (typed === '' && !mayBeEmpty ? words.needsText : null),
      understood: (typed) => typed,
    },
    read: (said) => (said.kind === 'typed' && said.typed !== '' ? said.typed : null),
  };
}
