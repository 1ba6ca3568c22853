import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

export const key = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  left: '\u001b[D',
  right: '\u001b[C',
  space: ' ',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

/** Two streams that pass for a terminal: what is pressed goes in as real escape sequences, what is shown comes out. */
export type FakeTerminal = {
  readonly input: PassThrough & { readonly isTTY: true };
  readonly output: PassThrough & { readonly isTTY: true; readonly columns: number };
  /** Waits until a text is on the screen that was not there before the last keys. */
  readonly shows: (text: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => void;
  /** All that was ever shown, without control sequences. */
  readonly transcript: () => string;
};

export function fakeTerminal(columns = 80): FakeTerminal {
  const input = Object.assign(new PassThrough(), { isTTY: true as const, setRawMode: () => {} });
  // Like the streams of a process, it cannot be ended.
  const output = Object.assign(new PassThrough(), { isTTY: true as const, columns });
  output.end = () => output;
  let shown = '';
  let seen = 0;
  let waiting: (() => void) | null = null;
  output.on('data', (chunk: Buffer) => {
    shown += stripVTControlCharacters(chunk.toString('utf8'));
    waiting?.();
  });
  const shows = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`Never shown: ${text}\nbut:\n${shown.slice(seen)}`)),
        20_000,
      );
      waiting = () => {
        // Where a line is broken depends on its width; what it says does not.
        if (!flat(shown.slice(seen)).includes(flat(text))) return;
        clearTimeout(patience);
        waiting = null;
        // The prompt listens only once it is drawn.
        setImmediate(resolve);
      };
      waiting();
    });
  const press = (...keys: readonly string[]) => {
    seen = shown.length;
    for (const one of keys) input.write(one);
  };
  return { input, output, shows, press, transcript: () => shown };
}

/** Confirms all answers at the end, and wants no report. */
export async function toTheResult(talk: Pick<FakeTerminal, 'shows' | 'press'>): Promise<void> {
  await talk.shows('Stimmt so: Ergebnis zeigen');
  await talk.shows('s aufhören');
  talk.press(key.enter);
  await talk.shows('Den Bericht jetzt schreiben (bericht.html)?');
  await talk.shows('Nein');
  talk.press(key.down, key.enter);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
