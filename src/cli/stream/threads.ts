import { Worker } from 'node:worker_threads';
import { packagePath } from '../package-files.ts';
import type { Judged, Work } from './judge-block.ts';
import type { Settings } from './settings.ts';

/** A part of the work for another thread, with a buffer to write to. */
export type Asked = { readonly work: Work; readonly room: ArrayBuffer };

/** What came of it, and the buffer it came in, to be used again. */
export type Answered = Judged & { readonly spare: ArrayBuffer | null };

export type Threads = {
  /** Judges in the thread that has least to do. Takes the bytes of the work and the room away. */
  readonly judge: (work: Work, room: ArrayBuffer) => Promise<Answered>;
  readonly end: () => Promise<void>;
};

/** Starts threads that judge, each with the questionnaires it meets. A mistake of ours in one is thrown here. */
export function startThreads(count: number, settings: Settings): Threads {
  const threads = Array.from({ length: count }, () => startThread(settings));
  return {
    judge: (work, room) => {
      const idlest = threads.reduce((one, other) =>
        other.waiting() < one.waiting() ? other : one,
      );
      return idlest.judge(work, room);
    },
    end: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

function startThread(settings: Settings) {
  // The built one: a thread starts from a file of its own.
  const worker = new Worker(packagePath('dist/cli/judging-thread.js'), {
    workerData: settings,
    // Lines are short-lived: a large young generation only takes memory.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const waiting: { resolve: (answered: Answered) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', (answered: Answered) => waiting.shift()?.resolve(answered));
  // A thread that failed answers nothing any more, neither what it was asked nor what it will be.
  let failed: { readonly error: unknown } | null = null;
  worker.on('error', (error) => {
    failed = { error };
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    waiting: () => waiting.length,
    judge: (work: Work, room: ArrayBuffer) =>
      new Promise<Answered>((resolve, reject) => {
        if (failed) return reject(failed.error);
        waiting.push({ resolve, reject });
        const asked: Asked = { work, room };
        worker.postMessage(asked, work.kind === 'too-long' ? [room] : [work.bytes.buffer, room]);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
