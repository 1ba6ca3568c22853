import type { Io } from './io.ts';

/**
 * Does something for each of many, one after the other. What takes a while says on a terminal how far it is, in a line
 * that goes away; in a pipe it says nothing.
 *
 * @param tell the line, for the how-manieth of how many
 */
export async function eachWithProgress<Item, Made>(
  items: readonly Item[],
  tell: (nth: number, of: number) => string,
  work: (item: Item) => Promise<Made> | Made,
  io: Io,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const began = io.now().getTime();
  const isShown = io.stderr.isTTY === true && io.env.TERM !== 'dumb';
  let stands = false;
  const show = (index: number) => {
    const line = tell(index + 1, items.length).slice(0, (io.stderr.columns || 80) - 1);
    io.stderr.write(`\r${line}${clearRest}`);
    stands = true;
  };
  let later: ReturnType<typeof setTimeout> | undefined;
  try {
    for (const [index, item] of items.entries()) {
      const isLong = io.now().getTime() - began >= patience;
      if (isShown && isLong) {
        show(index);
        await shownFirst();
      } else if (isShown) {
        // Work that waits for another program, such as a browser, is told of while it lasts.
        later = setTimeout(show, patience, index);
      }
      made.push(await work(item));
      clearTimeout(later);
    }
  } finally {
    clearTimeout(later);
    if (stands) io.stderr.write(`\r${clearRest}`);
  }
  return made;
}

/** Milliseconds after which somebody wonders. */
const patience = 500;

const clearRest = '\u001b[K';

// Long work that never waits would keep the line from being drawn.
function shownFirst(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
