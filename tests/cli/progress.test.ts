import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { answersFile } from '../support/answers-file.ts';
import { sheet } from '../support/five-hurdles.ts';
import { aFolder, hurdles } from '../support/run.ts';

const answers = answersFile(sheet({ stage: 'pilot' }, 3));
const lines = `${JSON.stringify(JSON.parse(answers))}\n`.repeat(3);
const folder = aFolder({ 'a.json': answers, 'b.json': answers });

/** Surroundings in which each look at the clock takes so many seconds, and what is said in them. */
function slowly(seconds: number, isTTY: boolean) {
  const chunks: string[] = [];
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  stderr.on('data', (chunk) => chunks.push(String(chunk)));
  let time = Date.parse('2026-11-20T09:00:00Z');
  const now = () => {
    time += seconds * 1000;
    return new Date(time);
  };
  return { around: { stderr, now, cwd: folder.path }, said: () => chunks.join('') };
}

async function streaming(seconds: number, isTTY: boolean, lang = 'de') {
  const { around, said } = slowly(seconds, isTTY);
  const ran = await hurdles(['score', '--ndjson', '--lang', lang], { ...around, stdin: lines });
  expect(ran.exitCode).toBe(0);
  expect(ran.stdout.trimEnd().split('\n')).toHaveLength(3);
  return said();
}

test.each([
  { lang: 'de', judged: '3 Antwortbögen beurteilt …' },
  { lang: 'en', judged: '3 answer sheets judged …' },
])(
  'a long stream says on a terminal how far it is, in a line that goes away: $lang',
  async ({ lang, judged }) => {
    expect(await streaming(1, true, lang)).toBe(`\r${judged}\u001b[K\r\u001b[K`);
  },
);

test.each([
  { why: 'standard error is a pipe', seconds: 1, isTTY: false },
  { why: 'it is soon done', seconds: 0.001, isTTY: true },
])('a stream says nothing of it when $why', async ({ seconds, isTTY }) => {
  expect(await streaming(seconds, isTTY)).toBe('');
});

test('a check of many files says how far it is', async () => {
  const { around, said } = slowly(1, true);
  const { exitCode } = await hurdles(['check', 'a.json', 'b.json'], around);
  expect(exitCode).toBe(0);
  expect(said()).toContain('\rDatei 2 von 2 wird gelesen …\u001b[K');
  expect(said()).toContain('\rDatei 2 von 2 wird geprüft …\u001b[K');
  expect(said().endsWith('\r\u001b[K')).toBe(true);
});
