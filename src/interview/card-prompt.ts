import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import type { Card, Said } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import { commandOf, draw, pagesOfHelp, type Size, type Style, type Touch } from './screen.ts';
import { toggled } from './toggled.ts';

/** What a card is drawn with. */
export type Drawn = {
  readonly card: Card;
  readonly words: InterviewWords;
  readonly style: Style;
  readonly size: () => Size;
  /** Calls back whenever the terminal changes its size; returns how to stop. */
  readonly onResize: (callBack: () => void) => () => void;
};

const hideCursor = '\u001b[?25l';

/**
 * The prompt for a card with options: arrows or an option's key choose, Enter answers, a letter does what the line of
 * keys says.
 */
export const optionsPrompt = createPrompt<Said, Drawn>(
  ({ card, words, style, size, onResize }, done) => {
    const form = card.form.kind === 'line' ? null : card.form;
    const last = (form?.options.length ?? 1) - 1;
    const chosen = form?.kind === 'one' ? (form.chosen ?? 0) : (form?.chosen[0] ?? 0);
    const [touch, setTouch] = useState<Touch>({
      active: Math.max(0, chosen),
      picked: form?.kind === 'several' ? form.chosen : [],
      help: 0,
      complaint: null,
    });
    const typed = useRef('');
    useWatch(onResize, done);

    const choose = (active: number) => setTouch({ ...touch, active, complaint: null });
    const toggle = (index: number) => {
      const alone = form?.kind === 'several' ? form.alone : [];
      const picked = toggled(touch.picked, index, alone);
      setTouch({ ...touch, active: index, picked, complaint: null });
    };
    useKeypress((event, rl) => {
      const letter = (event as { sequence?: string }).sequence ?? event.name;
      // What is typed steers; none of it is to pile up in the line.
      rl.clearLine(0);
      const pages = touch.help > 0 ? pagesOfHelp(card, size(), style, words).length : 0;
      if (pages > 0) setTouch({ ...touch, help: turned(touch.help, pages, isUpKey(event)) });
      else if (isEnterKey(event)) {
        const picked = form?.kind === 'several' ? touch.picked : [touch.active];
        const complaint = form?.kind === 'several' ? form.complaint(picked) : null;
        if (complaint === null) done({ kind: 'picked', picked });
        else setTouch({ ...touch, help: 0, complaint });
      } else if (isUpKey(event)) choose(Math.max(0, touch.active - 1));
      else if (isDownKey(event)) choose(Math.min(last, touch.active + 1));
      else if (event.name === 'home') choose(0);
      else if (event.name === 'end') choose(last);
      else if (isSpaceKey(event) && form?.kind === 'several') toggle(touch.active);
      else if (/^\d$/.test(letter)) {
        const index = optionAt(`${typed.current}${letter}`, card) ?? optionAt(letter, card);
        typed.current =
          optionAt(`${typed.current}${letter}`, card) === null ? letter : typed.current + letter;
        if (index === null) return;
        if (form?.kind === 'several') toggle(index);
        else choose(index);
      } else {
        const asked = { left: 'back', right: 'forward' }[event.name];
        const command =
          card.commands.find((one) => one === asked) ?? commandOf(letter, card, words);
        if (command === 'help') setTouch({ ...touch, help: touch.help > 0 ? 0 : 1 });
        else if (command !== null) done({ kind: command });
      }
      if (!/^\d$/.test(letter)) typed.current = '';
    });

    const { above, below } = draw(card, touch, size(), style, words);
    return [`${above.join('\n')}${hideCursor}`, below.join('\n')];
  },
);

/** The prompt for a line of text; a letter alone does what the line of keys says. */
export const linePrompt = createPrompt<Said, Drawn>(
  ({ card, words, style, size, onResize }, done) => {
    const form = card.form.kind === 'line' ? card.form : null;
    const [value, setValue] = useState('');
    const [touch, setTouch] = useState<Touch>({
      active: 0,
      picked: [],
      help: 0,
      complaint: null,
    });
    useWatch(onResize, done);
    useEffect((rl) => {
      if (!form?.given) return;
      rl.write(form.given);
      setValue(form.given);
    }, []);
    useKeypress((event, rl) => {
      if (!isEnterKey(event)) {
        // What was typed is not to go by a key that moves about elsewhere.
        const isUntouched = rl.line === (form?.given ?? '');
        if (isUpKey(event) && isUntouched && card.commands.includes('back')) done({ kind: 'back' });
        else setValue(rl.line);
        return;
      }
      const typed = value.trim();
      const pages = touch.help > 0 ? pagesOfHelp(card, size(), style, words).length : 0;
      if (pages > 0 && typed === '') {
        setTouch({ ...touch, help: turned(touch.help, pages, false) });
        return;
      }
      const command = typed.length === 1 ? commandOf(typed, card, words) : null;
      const complaint = command === null ? (form?.complaint(typed) ?? null) : null;
      if (command === 'help') {
        setValue('');
        setTouch({ ...touch, help: touch.help > 0 ? 0 : 1, complaint: null });
      } else if (command !== null) done({ kind: command });
      else if (complaint === null) done({ kind: 'typed', typed });
      else {
        // Enter empties the line: what is to be mended is put back.
        rl.write(value);
        setTouch({ ...touch, help: 0, complaint });
      }
    });
    const { above, below } = draw(card, touch, size(), style, words);
    return [[...above, `❯ ${value}`].join('\n'), below.join('\n')];
  },
);

// Behind the last page stands the question again. No option is to be seen there, so no key chooses one.
function turned(page: number, of: number, isBack: boolean): number {
  if (isBack) return Math.max(1, page - 1);
  return page < of ? page + 1 : 0;
}

function optionAt(typed: string, { form }: Card): number | null {
  if (form.kind === 'line') return null;
  const index = form.options.findIndex(({ key }) => key === typed);
  return index < 0 ? null : index;
}

// Drawn anew where the terminal changes its size; ended where there is nobody left to type.
function useWatch(onResize: Drawn['onResize'], done: (said: Said) => void): void {
  const [, setTick] = useState(0);
  const ticks = useRef(0);
  useEffect((rl) => {
    rl.on('close', () => done({ kind: 'end' }));
    return onResize(() => {
      ticks.current += 1;
      setTick(ticks.current);
    });
  }, []);
}
