import { readFileSync } from 'node:fs';
import { nodeIo } from './src/cli/io.ts';
import { blocksOf } from './src/cli/stream/blocks.ts';
import { blockJudge } from './src/cli/stream/judge-block.ts';
import { de } from './src/cli/words/de.ts';

const settings = {
  options: { config: false },
  cwd: process.cwd(),
  language: 'de',
  questionnaire: null,
  date: null,
  full: false,
  recommendations: process.argv[3] === 'rec',
  fields: null,
  strict: false,
  longest: 1 << 20,
};
async function main() {
  const judge = blockJudge(settings, de as any, nodeIo(process));
  const all = readFileSync(process.argv[2]!);
  const start = process.cpuUsage();
  let n = 0,
    out = 0;
  for await (const b of blocksOf([all] as any, { block: 1 << 20, line: 1 << 20 })) {
    const r = await judge({ ...b, name: 'x', file: null } as any);
    n += r.sheets;
    out += new TextEncoder().encode(r.output).length;
  }
  const used = process.cpuUsage(start);
  console.log(n, out, ((used.user + used.system) / n).toFixed(2), 'µs each');
}
void main();
