import { wrap } from '../shared/wrap.ts';
import type { Asker, Card, Said } from './card.ts';
import { type Drawn, linePrompt, optionsPrompt } from './card-prompt.ts';
import type { InterviewWords } from './interview-words.ts';
import { closed, type Size, type Style } from './screen.ts';

/** The streams to talk over. */
export type Streams = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
};

// From the top of an empty screen: what the terminal made of the old lines at its new width is gone.
const fromTheTop = '\u001b[2J\u001b[H';

/** Asks in a terminal, one card at a time, each drawn in place; what was answered stays above as one line. */
export function askIn(streams: Streams, words: InterviewWords, style: Style): Asker {
  const { output } = streams;
  const size = () => sizeOf(output);
  const lines = (texts: readonly string[]) => output.write(`${texts.join('\n')}\n`);
  const onResize: Drawn['onResize'] = (callBack) => {
    const redraw = () => {
      output.write(fromTheTop);
      callBack();
    };
    output.on('resize', redraw);
    return () => void output.off('resize', redraw);
  };
  let given: readonly string[] = [];
  return {
    ask: async (card) => {
      const said = await prompted({ card, words, style, size, onResize }, streams);
      const answer = answerOf(card, said, words);
      if (card.isKept) given = answer === null ? [] : closed(card, answer, size(), style);
      return said;
    },
    saved: () => {
      if (given.length > 0) lines(given);
      given = [];
    },
    say: (text) => lines(['', ...wrap(text, size().columns - 1)]),
    choose: (text, options) =>
      chosen(wrap(text, size().columns - mark.length - 1).join('\n'), options, streams),
  };
}

// What stands before a question of inquirer's own.
const mark = '? ';

// Loaded only here: the questions begin sooner without it.
async function chosen(
  text: string,
  options: readonly string[],
  streams: Streams,
): Promise<number | null> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule(streams);
  try {
    const { choice } = await prompt<{ choice: number }>([
      {
        type: 'select',
        name: 'choice',
        message: text,
        choices: options.map((name, value) => ({ name, value })),
        theme: { style: { keysHelpTip: () => undefined } },
      },
    ]);
    return choice;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return null;
    throw error;
  }
}

async function prompted(drawn: Drawn, streams: Streams): Promise<Said> {
  const prompt = drawn.card.form.kind === 'line' ? linePrompt : optionsPrompt;
  try {
    return await prompt(drawn, { ...streams, clearPromptOnDone: true });
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return { kind: 'interrupted' };
    throw error;
  }
}

// A way through the conversation leaves no line behind; an answer does.
function answerOf({ form }: Card, said: Said, words: InterviewWords): string | null {
  switch (said.kind) {
    case 'typed':
      return form.kind === 'line' && said.typed !== '' ? form.understood(said.typed) : null;
    case 'picked':
      return form.kind === 'line'
        ? null
        : said.picked.map((index) => form.options[index]?.text ?? '').join('; ');
    case 'unknown':
      return words.unknown;
    default:
      return null;
  }
}

function sizeOf(output: NodeJS.WritableStream): Size {
  const { columns, rows } = output as { readonly columns?: number; readonly rows?: number };
  return { columns: columns ?? 80, rows: rows ?? 24 };
}
