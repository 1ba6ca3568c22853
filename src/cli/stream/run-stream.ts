import type { Where } from '../../assessment/assessment-line.ts';
import type { Call } from '../call.ts';
import { type Io, offer } from '../io.ts';
import type { Words } from '../words/words.ts';
import type { Buffers } from './buffers.ts';
import { blockJudge, type Judged, type Work } from './judge-block.ts';
import type { Settings } from './settings.ts';
import { startThreads } from './threads.ts';

/** What a stream came to. */
export type Outcome = {
  readonly sheets: number;
  readonly problems: number;
  readonly first: Where | null;
};

export type Threading = {
  /** How many threads judge beside this one, which reads and writes; with 1 it judges, too, and there is no other. */
  readonly threads: number;
  /** Up to so many bytes no thread is started: it would take longer than the work. */
  readonly small: number;
  readonly buffers: Buffers;
};

/**
 * Judges one part of the work after the other and writes what comes of it, in order. Only so much is read as is judged
 * and written: whoever reads the output slowly slows down the input.
 *
 * @param written told after each part how many sheets are through
 * @returns null where nobody reads the output any more
 */
export async function runStream(
  work: AsyncIterable<Work>,
  settings: Settings,
  { threads, small, buffers }: Threading,
  { io, words }: Pick<Call, 'io' | 'words'>,
  written: (sheets: number) => void = () => {},
): Promise<Outcome | null> {
  const parts = work[Symbol.asyncIterator]();
  const opening = threads > 1 ? await upTo(small, parts) : { parts: [], isAll: false };
  const judging =
    threads > 1 && !opening.isAll ? inThreads(threads, settings) : here(settings, words, io);
  const queue = opening.parts[Symbol.iterator]();
  const nextPart = async (): Promise<Work | null> => {
    const { value, done } = queue.next();
    if (!done) return value;
    if (opening.isAll) return null;
    const next = await parts.next();
    return next.done ? null : next.value;
  };

  let [sheets, problems] = [0, 0];
  let first: Where | null = null;
  let isRead = true;
  // A file or a pipe; any other stream may keep what it was given for later.
  const isThroughWhenTold = 'fd' in io.stdout;
  const write = async (answered: Answered) => {
    sheets += answered.sheets;
    problems += answered.problems;
    first ??= answered.first;
    isRead = await offer(io.stdout, answered.output);
    written(sheets);
    if (isThroughWhenTold) buffers.giveBack(answered.output.buffer);
    if (answered.spare) buffers.giveBack(answered.spare);
  };
  const isOver = () => !isRead || (settings.strict && problems > 0);

  const waiting: Promise<Answered>[] = [];
  try {
    while (!isOver()) {
      const part = await nextPart();
      if (part) waiting.push(quietly(judging.judge(part, buffers.take(roomFor).buffer)));
      if (!part || waiting.length >= judging.ahead) {
        const next = waiting.shift();
        if (!next) break;
        await write(await next);
      }
    }
    return isRead ? { sheets, problems, first } : null;
  } finally {
    await judging.end();
    await parts.return?.();
  }
}

/** Bytes that what comes of a part mostly fits in; it may take more. */
const roomFor = 1 << 18;

type Answered = Judged & { readonly spare: ArrayBuffer | null };

type Judging = {
  readonly judge: (work: Work, room: ArrayBuffer) => Promise<Answered>;
  /** How many parts may be under way. */
  readonly ahead: number;
  readonly end: () => Promise<void>;
};

function inThreads(count: number, settings: Settings): Judging {
  return { ...startThreads(count, settings), ahead: 2 * count };
}

function here(settings: Settings, words: Words, io: Io): Judging {
  const judge = blockJudge(settings, words, io);
  const judgeHere = async (work: Work, room: ArrayBuffer) => ({
    ...(await judge(work, room)),
    spare: work.kind === 'lines' ? work.bytes.buffer : null,
  });
  return { judge: judgeHere, ahead: 1, end: async () => {} };
}

// What fails while nobody waits for it fails when somebody does, or not at all.
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

async function upTo(
  bytes: number,
  parts: AsyncIterator<Work>,
): Promise<{ readonly parts: readonly Work[]; readonly isAll: boolean }> {
  const taken: Work[] = [];
  for (let size = 0; size < bytes; ) {
    const next = await parts.next();
    if (next.done) return { parts: taken, isAll: true };
    taken.push(next.value);
    if (next.value.kind !== 'too-long') size += next.value.bytes.length;
  }
  return { parts: taken, isAll: false };
}
