// What it takes to do no more than JSON.parse on each line, with the same blocks and threads: node parse-only.js FILE THREADS
import { createReadStream } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const size = 1 << 20;
if (isMainThread) await readAll(process.argv[2] ?? '', Number(process.argv[3]));
else
  parentPort?.on('message', (/** @type {Uint8Array<ArrayBuffer>} */ block) => {
    parentPort?.postMessage(parseLines(block));
  });

/** @param {Uint8Array<ArrayBuffer>} block */
function parseLines(block) {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let count = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    if (JSON.parse(bytes.toString('utf8', start, end)).format === 'answers/1') count += 1;
    start = end + 1;
  }
  return count;
}

/**
 * @param {string} file
 * @param {number} threads with 1 this one does it all
 */
async function readAll(file, threads) {
  const workers = threads > 1 ? Array.from({ length: threads }, start) : [];
  let count = 0;
  const waiting = [];
  let next = 0;
  let left = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: size })) {
    const all = Buffer.concat([left, chunk]);
    const end = all.lastIndexOf(10) + 1;
    left = all.subarray(end);
    const block = new Uint8Array(all.subarray(0, end));
    if (threads === 1) count += parseLines(block);
    else {
      waiting.push(workers[next++ % threads]?.parse(block));
      if (waiting.length >= 2 * threads) count += (await waiting.shift()) ?? 0;
    }
  }
  for (const one of waiting) count += (await one) ?? 0;
  for (const worker of workers) worker.end();
  console.log(count);
}

function start() {
  const worker = new Worker(new URL(import.meta.url));
  /** @type {((count: number) => void)[]} */
  const waiting = [];
  worker.on('message', (count) => waiting.shift()?.(count));
  return {
    /** @param {Uint8Array<ArrayBuffer>} block @returns {Promise<number>} */
    parse: (block) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        worker.postMessage(block, [block.buffer]);
      }),
    end: () => worker.terminate(),
  };
}
