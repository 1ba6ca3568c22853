// Speed as ratios, each measured in one run against something real. `npm run bench [NAME…]` runs all, or those named.
import { benchAssess } from './bench/assess.js';
import { benchBatch } from './bench/batch.js';
import { benchFirstQuestion } from './bench/first-question.js';
import { benchLibrary } from './bench/library.js';
import { benchLimits } from './bench/limits.js';
import { benchPeers } from './bench/peers.js';
import { benchSize } from './bench/size.js';
import { benchStart } from './bench/start.js';

/** @type {Readonly<Record<string, () => void | Promise<void>>>} */
const benches = {
  start: benchStart,
  'first-question': benchFirstQuestion,
  assess: benchAssess,
  library: benchLibrary,
  peers: benchPeers,
  size: benchSize,
  limits: benchLimits,
  batch: benchBatch,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `No bench is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
