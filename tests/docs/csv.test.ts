import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerColumns } from '../../src/report/answers-table.ts';
import { planColumns } from '../../src/report/plan-row.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks } from './links.ts';
import { codesIn } from './tables.ts';

describe.each([
  { name: 'csv.md', head: 'Spalte' },
  { name: 'csv.en.md', head: 'Column' },
])('docs/$name', ({ name, head }) => {
  const text = readFileSync(join(root, 'docs', name), 'utf8');

  test('explains every column, in the order in which they stand', () => {
    const tables = text.split(`| ${head} |`).slice(1);
    const told = tables.map((table) =>
      [...table.matchAll(/^\| `(\w+)` \| \S/gm)].map((match) => match[1]),
    );
    expect(told).toEqual([[...answerColumns], [...planColumns]]);
  });

  test('names states, kinds, phases and statuses that there are', () => {
    const of = (column: string) =>
      codesIn(text.split('\n').find((line) => line.startsWith(`| \`${column}\` |`)) ?? '').slice(1);
    expect(of('state')).toEqual(['answered', 'unknown', 'not-applicable', 'unanswered', 'not-due']);
    expect(of('phase')).toEqual(['now', 'next', 'later', 'done', 'dropped', 'other', 'deferred']);
    expect(of('status')).toEqual(['open', 'doing', 'done', 'dropped']);
  });

  test('its commands work as written', async () => {
    const [block = ''] = /(?<=```sh\n)[\s\S]*?(?=```)/.exec(text) ?? [];
    const lines = block.trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    const folder = aFolder();
    for (const line of lines) {
      const [call = ''] = line.replaceAll('examples/', `${root}examples/`).split(' > ');
      const { exitCode } = await hurdles(call.split(' ').slice(1), { cwd: folder.path });
      expect(exitCode, line).toBe(0);
    }
  });

  test('no link leads nowhere', () => {
    expect(deadLinks(join(root, 'docs', name))).toEqual([]);
  });
});
