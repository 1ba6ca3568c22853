import type { Io } from './io.ts';
import { patience, progressLine } from './progress-line.ts';

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
  const line = progressLine(io);
  const show = (index: number) => line.show(tell(index + 1, items.length));
  let later: ReturnType<typeof setTimeout> | undefined;
  try {
    for (const [index, item] of items.entries()) {
      if (line.isDue()) {
        show(index);
        await shownFirst();
      } else {
        // Work that waits for another program, such as a browser, is told of while it lasts.
        later = setTimeout(show, patience, index);
      }
      made.push(await work(item));
      clearTimeout(later);
    }
  } finally {
    clearTimeout(later);
    line.clear();
  }
  return made;
}

// Long work that never waits would keep the line from being drawn.
function shownFirst(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
