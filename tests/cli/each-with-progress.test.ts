import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { eachWithProgress } from '../../src/cli/each-with-progress.ts';
import type { Io } from '../../src/cli/io.ts';

/** What stands on the standard error of work that takes `seconds` for each of its parts. */
async function shown(seconds: number, { isTTY = true, env = {}, fails = false } = {}) {
  let now = 0;
  const chunks: string[] = [];
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 12 });
  stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const io = { stderr, env, now: () => new Date(now) } as unknown as Io;
  const work = (one: number) => {
    now += seconds * 1000;
    if (fails && one === 3) throw new Error('three');
    return one * 2;
  };
  const tell = (nth: number, of: number) => `part ${nth} of ${of}, which is long`;
  const made = await eachWithProgress([1, 2, 3], tell, work, io).catch(String);
  return { made, screen: chunks.join('') };
}

test('long work says how far it is, in one line of the width of the terminal, and clears it', async () => {
  const { made, screen } = await shown(1);
  expect(made).toEqual([2, 4, 6]);
  expect(screen).toBe('\rpart 2 of 3\u001b[K\rpart 3 of 3\u001b[K\r\u001b[K');
});

test('it is cleared before an error is told', async () => {
  const { made, screen } = await shown(1, { fails: true });
  expect(made).toBe('Error: three');
  expect(screen.endsWith('\r\u001b[K')).toBe(true);
});

test.each([
  { why: 'the work is short', seconds: 0.01, around: {} },
  { why: 'it goes into a pipe', seconds: 1, around: { isTTY: false } },
  { why: 'the terminal cannot go back in a line', seconds: 1, around: { env: { TERM: 'dumb' } } },
])('nothing is said when $why', async ({ seconds, around }) => {
  expect(await shown(seconds, around)).toEqual({ made: [2, 4, 6], screen: '' });
});

test('work that waits for another program is told of while it waits', async () => {
  vi.useFakeTimers();
  try {
    const chunks: string[] = [];
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    stderr.on('data', (chunk) => chunks.push(String(chunk)));
    const io = { stderr, env: {}, now: () => new Date(0) } as unknown as Io;
    const printed = (one: number) =>
      new Promise<number>((resolve) => {
        setTimeout(resolve, 3_000, one);
      });
    const made = eachWithProgress([7], (nth, of) => `page ${nth} of ${of}`, printed, io);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(chunks.join('')).toBe('\rpage 1 of 1\u001b[K');
    await vi.advanceTimersByTimeAsync(1);
    expect(await made).toEqual([7]);
    expect(chunks.join('')).toBe('\rpage 1 of 1\u001b[K\r\u001b[K');
  } finally {
    vi.useRealTimers();
  }
});
