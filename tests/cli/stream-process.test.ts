import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aFolder, root } from '../support/run.ts';
import { missing } from '../support/say-without-programs.ts';

const bin = join(root, 'bin/hurdles.js');
const sheet = JSON.stringify(
  parse(readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8')) as object,
);
const good = (index: number) => sheet.replace('Versandhandel', `Versandhandel ${index}`);
const bad = sheet.replace('"goals.problem"', '"goal.problem"');

/** A file of so many sheets, every hundredth of them broken. */
function manySheets(count: number): { readonly path: string; readonly folder: string } {
  const folder = aFolder();
  const lines = Array.from({ length: count }, (_, index) =>
    (index + 1) % 100 === 0 ? bad : good(index + 1),
  );
  writeFileSync(join(folder.path, 'many.ndjson'), `${lines.join('\n')}\n`);
  return { path: join(folder.path, 'many.ndjson'), folder: folder.path };
}

test.each(['1', '2', '3'])(
  'twenty thousand sheets, every hundredth broken, are as many lines, with %s threads',
  (threads) => {
    const { folder } = manySheets(20_000);
    const ran = spawnSync(
      'bash',
      ['-c', `"$0" "$1" score --ndjson --threads ${threads} < many.ndjson`, process.execPath, bin],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    expect(ran.status).toBe(2);
    expect(ran.stderr).toBe(
      '200 von 20000 Antwortbögen ließen sich nicht beurteilen, als Erstes Zeile 100.\n',
    );
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(20_000);
    const wrong = lines.flatMap((line, index) =>
      line.startsWith(`{"line":${index + 1},`) ? [] : [index + 1],
    );
    expect(wrong).toEqual([]);
    const broken = lines.flatMap((line, index) => (line.includes('"problems"') ? [index + 1] : []));
    expect(broken).toEqual(Array.from({ length: 200 }, (_, index) => (index + 1) * 100));
  },
);

test('whoever reads no further ends it quietly', () => {
  const { folder } = manySheets(20_000);
  const ran = spawnSync(
    'bash',
    [
      '-c',
      'set -o pipefail; "$0" "$1" score --ndjson --threads 2 < many.ndjson | head -n 1',
      process.execPath,
      bin,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1);
});

test('whoever reads nothing for now holds up the input, too', async () => {
  const child = spawn(process.execPath, [bin, 'score', '--ndjson', '--threads', '2']);
  let taken = 0;
  const block = `${sheet}\n`.repeat(200);
  // Far more than all buffers on the way hold.
  const most = 64 << 20;
  const isStopped = await new Promise<boolean>((resolve) => {
    const feed = () => {
      if (taken > most) return resolve(false);
      const isReady = child.stdin.write(block, () => {
        taken += block.length;
      });
      if (isReady) setImmediate(feed);
      else child.stdin.once('drain', feed);
    };
    feed();
    let before = -1;
    const watch = setInterval(() => {
      if (taken === before && taken > 0) {
        clearInterval(watch);
        resolve(true);
      }
      before = taken;
    }, 1500);
  });
  child.stdin.on('error', () => {});
  child.kill();
  expect(isStopped).toBe(true);
  expect(taken).toBeLessThan(most);
});

test.skipIf(missing.includes('parallel'))(
  'spread over shards by GNU parallel, broken sheets among them, it is byte for byte the run in one piece',
  () => {
    const { folder } = manySheets(3000);
    const bash = (line: string) =>
      spawnSync('bash', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, node: process.execPath, bin },
      });
    const whole = bash('"$node" "$bin" score --ndjson < many.ndjson');
    const spread = bash(
      `parallel --pipe -N 700 --keep-order '"$node" "$bin" score --ndjson --threads 1 --first-line $(( ({#} - 1) * 700 + 1 ))' < many.ndjson`,
    );
    expect(whole.stdout.trimEnd().split('\n')).toHaveLength(3000);
    expect(spread.stdout).toBe(whole.stdout);
    // As many as there are shards with broken sheets in them.
    expect([whole.status, spread.status]).toEqual([2, 5]);
  },
);
