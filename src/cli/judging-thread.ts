import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { nodeIo } from './io.ts';
import { blockJudge, type Work } from './stream/judge-block.ts';
import type { Settings } from './stream/settings.ts';
import type { Answered } from './stream/threads.ts';

// A thread of its own: takes parts of the work as they come, and answers each.
if (!isMainThread && parentPort) {
  const port = parentPort;
  const settings = workerData as Settings;
  const judge = blockJudge(settings, { ...nodeIo(process), cwd: settings.cwd });
  port.on('message', (work: Work) => {
    const { output, ...judged } = judge(work);
    const bytes = new TextEncoder().encode(output);
    const spare = work.kind === 'lines' ? work.bytes.buffer : null;
    const answered: Answered = { ...judged, output: bytes, spare };
    port.postMessage(answered, spare ? [bytes.buffer, spare] : [bytes.buffer]);
  });
}
