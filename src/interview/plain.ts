import { tame, tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import { type Asker, type Card, type Form, plainCard, type Said, showsAnswer } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import { commandOf, commandWords, questionOf, separator } from './screen.ts';

/** One line after another, as somebody types or a pipe brings them; null when there are no more. */
export type Lines = () => Promise<string | null>;

/** What a line was understood as: what somebody did, or why nothing was understood. */
type Understood = { readonly said: Said } | { readonly complaint: string };

/**
 * Asks line by line: for screen readers, for terminals that cannot draw, and for answers that come through a pipe. Each
 * prompt says how many answers there are, what was answered before, and what can be typed; nothing moves the cursor.
 */
export function askInLines(
  lines: Lines,
  write: (text: string) => void,
  columns: () => number,
  words: InterviewWords,
): Asker {
  const say = (texts: readonly string[]) =>
    write(tameLog(`${texts.flatMap((text) => wrap(text, columns())).join('\n')}\n`));
  const ask = async (card: Card): Promise<Said> => {
    say(['', ...cardLines(card, words)]);
    for (;;) {
      write('> ');
      const typed = await lines();
      if (typed === null) {
        write('\n');
        return { kind: 'end' };
      }
      const understood = understand(typed.trim(), card, words);
      // It may quote what was typed, and what comes through a pipe is not always typed.
      if ('complaint' in understood) say([tame(understood.complaint)]);
      else if (understood.said.kind === 'help') say(card.help);
      else return understood.said;
    }
  };
  return {
    ask,
    saved: () => {},
    say: (text) => say(['', text]),
    choose: async (text, options) => {
      const said = await ask(plainCard('', text, options));
      return said.kind === 'picked' ? (said.picked[0] ?? null) : null;
    },
  };
}

function cardLines(card: Card, words: InterviewWords): readonly string[] {
  const { form, before, progress } = card;
  const where = progress === null ? [] : [words.progress(progress)];
  const options =
    form.kind === 'line'
      ? []
      : [
          words.plain.answers(form.options.length),
          ...form.options.map(
            ({ key, text, meaning }) => `${key}  ${text}${meaning === null ? '' : ` (${meaning})`}`,
          ),
        ];
  return [
    ...(card.part === '' ? [] : [[card.part, ...where].join(' · ')]),
    ...(card.remark === null ? [] : [card.remark]),
    questionOf(card),
    ...card.beside,
    ...options,
    ...(before === null ? [] : [words.plain.before(before)]),
    keysOf(card, words),
  ];
}

function keysOf({ form, commands, before }: Card, words: InterviewWords): string {
  const others = commands.map((command) => commandWords(command, words));
  return [
    howToAnswer(form, words),
    ...(before !== null && showsAnswer(form) ? [words.plain.keep] : []),
    ...others,
  ].join(separator);
}

function howToAnswer(form: Form, { plain }: InterviewWords): string {
  if (form.kind === 'line') return form.mayBeEmpty ? plain.emptyLine : plain.line;
  const [first, last] = [form.options.at(0)?.key ?? '', form.options.at(-1)?.key ?? ''];
  return plain[form.kind](first, last);
}

function understand(typed: string, card: Card, words: InterviewWords): Understood {
  const { form } = card;
  const command = commandOf(typed, card, words);
  if (command !== null) return { said: { kind: command } };
  if (form.kind === 'line') {
    const meant = typed === '' ? form.given : typed;
    const complaint = form.complaint(meant);
    return complaint === null ? { said: { kind: 'typed', typed: meant } } : { complaint };
  }
  const picked = typed === '' ? keptOf(form) : keysTyped(typed, form);
  if (picked === null) return { complaint: words.plain.notUnderstood(typed) };
  if (form.kind === 'one') {
    return picked.length === 1
      ? { said: { kind: 'picked', picked } }
      : { complaint: words.plain.notUnderstood(typed) };
  }
  const complaint = form.complaint(picked);
  return complaint === null ? { said: { kind: 'picked', picked } } : { complaint };
}

function keptOf(form: Exclude<Form, { kind: 'line' }>): readonly number[] {
  if (form.kind === 'several') return form.chosen;
  return form.chosen === null ? [] : [form.chosen];
}

/** The options whose keys were typed, apart by commas or spaces; null where one is none. */
function keysTyped(
  typed: string,
  { options }: Exclude<Form, { kind: 'line' }>,
): readonly number[] | null {
  const indexes = typed
    .split(/[\s,;]+/)
    .filter((key) => key !== '')
    .map((key) => options.findIndex((option) => option.key === key.replace(/[.)]$/, '')));
  return indexes.includes(-1) ? null : [...new Set(indexes)];
}
