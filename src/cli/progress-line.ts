import type { Io } from './io.ts';

/** A line on a terminal that says how far work is and goes away; in a pipe, and where it is soon done, nothing is said. */
export type ProgressLine = {
  /** Says it now, in place of what stood there. */
  readonly show: (line: string) => void;
  /** Whether somebody looks on who begins to wonder by now. */
  readonly isDue: () => boolean;
  readonly clear: () => void;
};

/** Begins to count the time with the call. */
export function progressLine({
  stderr,
  env,
  now,
}: Pick<Io, 'stderr' | 'env' | 'now'>): ProgressLine {
  const began = now().getTime();
  const isShown = stderr.isTTY === true && env.TERM !== 'dumb';
  let stands = false;
  return {
    isDue: () => isShown && now().getTime() - began >= patience,
    show: (line) => {
      if (!isShown) return;
      stderr.write(`\r${line.slice(0, (stderr.columns || 80) - 1)}${clearRest}`);
      stands = true;
    },
    clear: () => {
      if (stands) stderr.write(`\r${clearRest}`);
      stands = false;
    },
  };
}

/** Milliseconds after which somebody wonders. */
export const patience = 500;

const clearRest = '\u001b[K';
