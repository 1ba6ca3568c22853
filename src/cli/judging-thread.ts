import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { nodeIo } from './io.ts';
import { blockJudge } from './stream/judge-block.ts';
import type { Settings } from './stream/settings.ts';
import type { Answered, Asked } from './stream/threads.ts';
import { wordsIn } from './words/words.ts';

if (parentPort) void answer(parentPort, workerData as Settings);

/** A thread of its own: takes parts of the work as they come, and answers each. */
async function answer(port: MessagePort, settings: Settings): Promise<void> {
  const words = await wordsIn(settings.language);
  const io = nodeIo(process, settings.cwd);
  const judge = blockJudge(settings, words, io);
  const answerOne = async ({ work, room }: Asked) => {
    const judged = await judge(work, room);
    const spare = work.kind === 'lines' ? work.bytes.buffer : null;
    const answered: Answered = { ...judged, spare };
    port.postMessage(answered, [judged.output.buffer, ...(spare ? [spare] : [])]);
  };
  // One after the other: answers come in the order of the questions.
  let last = Promise.resolve();
  port.on('message', (asked: Asked) => {
    last = last.then(() => answerOne(asked));
  });
}
