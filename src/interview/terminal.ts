import inquirer from 'inquirer';
import type { Answer, AnswerValue } from '../questionnaire/answers.ts';
import { hasOwnNone } from '../questionnaire/own-none.ts';
import type {
  NumberQuestion,
  ProfileQuestion,
  Question,
} from '../questionnaire/question-format.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { tame } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Ask, Reply } from './interview.ts';
import type { InterviewWords } from './interview-words.ts';
import type { Turn } from './turns.ts';
import { typedNumber } from './typed-number.ts';

/** The streams to talk over. */
export type Streams = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
};

type Prompting = ReturnType<typeof promptingOver>;
type Choice = { readonly name: string; readonly short: string; readonly value: Reply | number };

/** What a prompt is put on. */
type Page = {
  readonly prompt: Prompting;
  readonly words: InterviewWords;
  readonly columns: number;
};

/** Asks in a terminal, with inquirer's prompts. A Ctrl-C rejects with its `ExitPromptError`. */
export function askIn(streams: Streams, words: InterviewWords): Ask {
  const prompt = promptingOver(streams);
  const { output } = streams;
  const page = (): Page => ({ prompt, words, columns: columnsOf(output) });
  return async (turn, current, tell) => {
    output.write(`\n${wrap(heading(turn, words, tell), columnsOf(output)).join('\n')}\n`);
    if (turn.kind === 'name') return askText(page(), words.companyName, current, true, null);
    const { question } = turn;
    switch (question.kind) {
      case 'level':
      case 'choice':
        return askOne(page(), turn, question, current, tell);
      case 'several':
        return askSeveral(page(), turn, question, current, tell);
      case 'number':
      case 'text': {
        const mayBeEmpty = 'optional' in question && question.optional;
        const number = question.kind === 'number' ? numberField(question, words, tell) : null;
        return askText(page(), tell(question.text), current, mayBeEmpty, number);
      }
      default:
        return question satisfies never;
    }
  };
}

function promptingOver({ input, output }: Streams) {
  return inquirer.createPromptModule({ input, output });
}

function heading(turn: Turn, words: InterviewWords, tell: Tell): string {
  switch (turn.kind) {
    case 'name':
      return words.yourCompany;
    case 'profile':
      return `${words.yourCompany} · ${words.progress(turn.number, turn.of)}`;
    case 'question': {
      const hurdle = words.hurdle(turn.hurdleNumber, turn.hurdles, tell(turn.hurdle.title));
      return `${hurdle} · ${words.progress(turn.number, turn.of)}`;
    }
    default:
      return turn satisfies never;
  }
}

type Options = Extract<Question | ProfileQuestion, { kind: 'level' | 'choice' }>;

async function askOne(
  page: Page,
  turn: Exclude<Turn, { kind: 'name' }>,
  question: Options,
  current: Answer | undefined,
  tell: Tell,
): Promise<Reply> {
  const { prompt } = page;
  const options = question.options.map((option, index): Choice => {
    const text = 'text' in option ? tell(option.text) : tell(option.label);
    return choice(page, text, index);
  });
  const chosen = question.options.findIndex((option, index) => {
    if (current?.state !== 'answered') return false;
    return 'id' in option ? option.id === current.answer : index === current.answer;
  });
  const others = ways(page, turn);
  const { reply } = await prompt<{ reply: Reply | number }>([
    {
      type: 'select',
      name: 'reply',
      message: message(page, tell(question.text)),
      choices: [...options, new inquirer.Separator(), ...others],
      default: chosen >= 0 ? chosen : currentWay(current, others),
      pageSize: 20,
      loop: false,
      theme: { indexMode: 'number', style: styleFor(page) },
    },
  ]);
  if (typeof reply !== 'number') return finished(page, reply, current);
  const option = question.options[reply];
  const answer = option && 'id' in option ? option.id : reply;
  return { kind: 'answer', answer: { state: 'answered', answer } };
}

async function askSeveral(
  page: Page,
  turn: Exclude<Turn, { kind: 'name' }>,
  question: Extract<Question | ProfileQuestion, { kind: 'several' }>,
  current: Answer | undefined,
  tell: Tell,
): Promise<Reply> {
  const { prompt, words } = page;
  const before = current?.state === 'answered' ? [current.answer].flat() : [];
  const choices = question.options.map((option, index) => ({
    ...choice(page, tell(option.label), index),
    checked: before.includes(option.id),
  }));
  const none: Reply = { kind: 'answer', answer: { state: 'answered', answer: [] } };
  const isNone = current?.state === 'answered' && before.length === 0;
  const noneOfThese = { ...choice(page, words.noneOfThese, none), checked: isNone };
  const { replies } = await prompt<{ replies: (Reply | number)[] }>([
    {
      type: 'checkbox',
      name: 'replies',
      message: message(page, `${tell(question.text)} (${words.several})`),
      choices: [
        ...choices,
        new inquirer.Separator(),
        ...(hasOwnNone(question) ? [] : [noneOfThese]),
        ...ways(page, turn),
      ],
      pageSize: 20,
      loop: false,
      validate: (picked: readonly { readonly value: Reply | number }[]) => {
        // Enter alone says nothing: it could have been meant for the line the cursor is on.
        if (picked.length === 0) return words.pickOne;
        if (picked.length > 1 && picked.some(({ value }) => typeof value !== 'number'))
          return words.alone;
        const lonely = picked.find(
          ({ value }) => typeof value === 'number' && question.options[value]?.exclusive,
        );
        if (!lonely || picked.length === 1) return true;
        const option = question.options[lonely.value as number];
        return words.exclusive(option ? tell(option.label) : '');
      },
      theme: { style: styleFor(page, words.severalKeys) },
    },
  ]);
  const [first] = replies;
  if (first !== undefined && typeof first !== 'number') return finished(page, first, current);
  const ids = replies.flatMap((index) => question.options[index as number]?.id ?? []);
  return { kind: 'answer', answer: { state: 'answered', answer: ids } };
}

/** What is to be known of a line that wants a number. */
type NumberField = {
  /** What is said of it beside the question. */
  readonly hints: readonly string[];
  readonly read: (typed: string) => ReturnType<typeof typedNumber>;
  readonly shown: (value: number) => string;
};

function numberField(question: NumberQuestion, words: InterviewWords, tell: Tell): NumberField {
  const unit = question.unitLabel ? tell(question.unitLabel) : null;
  const range = words.numberRange(question);
  return {
    hints: [unit, range].filter((hint) => hint !== null),
    read: (typed) => typedNumber(typed, question, words),
    shown: (value) => [words.number(value), unit].filter((part) => part !== null).join(' '),
  };
}

async function askText(
  page: Page,
  text: string,
  current: Answer | undefined,
  mayBeEmpty: boolean,
  number: NumberField | null,
): Promise<Reply> {
  const { prompt, words } = page;
  const before = current?.state === 'answered' ? tame(shownBefore(current.answer, words)) : null;
  const hints = [...(number?.hints ?? []), ...(mayBeEmpty ? [words.optional] : []), words.textKeys];
  const { reply } = await prompt<{ reply: string }>([
    {
      type: 'input',
      name: 'reply',
      message: message(page, `${text} (${hints.join('; ')})`),
      ...(before === null ? {} : { default: before }),
      validate: (typed: string) => {
        const trimmed = typed.trim();
        if (trimmed === '?' || trimmed === '<') return true;
        if (trimmed === '') return mayBeEmpty || words.needsText;
        const read = number?.read(trimmed);
        return read === undefined || 'number' in read || read.complaint;
      },
      ...(number === null ? {} : { transformer: understood(number) }),
    },
  ]);
  const typed = reply.trim();
  if (typed === '<') return { kind: 'back' };
  if (typed === '') return { kind: 'skip' };
  if (typed === '?')
    return mayBeEmpty ? { kind: 'skip' } : { kind: 'answer', answer: { state: 'unknown' } };
  const read = number?.read(typed);
  const answer = read && 'number' in read ? read.number : typed;
  return { kind: 'answer', answer: { state: 'answered', answer } };
}

// In the end what was understood, not what was typed.
function understood({ read, shown }: NumberField) {
  return (typed: string, { isFinal = false }) => {
    const told = isFinal ? read(typed.trim()) : null;
    return told && 'number' in told ? shown(told.number) : typed;
  };
}

// A number as it would be typed again.
function shownBefore(answer: AnswerValue, words: InterviewWords): string {
  return typeof answer === 'number' ? words.number(answer) : String(answer);
}

// The ways on beside an answer.
function ways(page: Page, turn: Exclude<Turn, { kind: 'name' }>): Choice[] {
  const { words } = page;
  const required = turn.kind === 'profile' && turn.question.required;
  const notApplicable = turn.kind === 'question' && turn.mayBeNotApplicable;
  const state = (name: string, answer: Answer) => choice(page, name, { kind: 'answer', answer });
  return [
    ...(required ? [] : [state(words.unknown, { state: 'unknown' })]),
    ...(notApplicable ? [state(words.notApplicable, { state: 'not-applicable' })] : []),
    choice(page, words.back, { kind: 'back' }),
    choice(page, words.pause, { kind: 'pause' }),
  ];
}

// Wrapped by us between words: the prompt itself breaks a line where it is full.
function choice({ columns }: Page, text: string, value: Reply | number): Choice {
  const lines = wrap(text, columns - numberedMargin);
  return { name: lines.join(`\n${' '.repeat(numberedMargin - 1)}`), short: text, value };
}

// The cursor, a number of two digits, a dot, and the last column left free.
const numberedMargin = 6;

// The answer on a line of its own below the question, and all of it between the edges of the terminal.
function styleFor({ words, columns }: Page, keys = words.keys) {
  return {
    keysHelpTip: () => wrap(keys, columns - 1).join('\n'),
    answer: (text: string) => `\n  ${wrap(`→ ${text}`, columns - 3).join('\n    ')}`,
  };
}

function message({ columns }: Page, text: string): string {
  return wrap(text, columns - 3).join('\n  ');
}

function columnsOf(output: Streams['output']): number {
  return 'columns' in output && typeof output.columns === 'number' ? output.columns : 80;
}

function currentWay(
  current: Answer | undefined,
  others: readonly Choice[],
): Choice['value'] | undefined {
  return others.find(({ value }) => {
    if (typeof value === 'number' || value.kind !== 'answer') return false;
    return value.answer.state === current?.state;
  })?.value;
}

// "Not applicable" wants a reason, because it takes a question out of the result.
async function finished(
  { prompt, words }: Page,
  reply: Reply,
  current: Answer | undefined,
): Promise<Reply> {
  if (reply.kind !== 'answer') return reply;
  const answer = reply.answer;
  if (answer.state !== 'not-applicable') return { kind: 'answer', answer };
  const before = current?.state === 'not-applicable' ? current.reason : undefined;
  const { reason } = await prompt<{ reason: string }>([
    {
      type: 'input',
      name: 'reason',
      message: words.reason,
      ...(before === undefined ? {} : { default: tame(before) }),
    },
  ]);
  const given = reason.trim();
  if (given === '<') return { kind: 'again' };
  return { kind: 'answer', answer: { ...answer, ...(given === '' ? {} : { reason: given }) } };
}
