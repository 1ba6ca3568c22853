import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks } from './links.ts';

const pages = [
  { name: 'privacy.md', yes: 'ja', no: 'nein' },
  { name: 'privacy.en.md', yes: 'yes', no: 'no' },
];

/** The rows of a page that name a command, each with what the page says its output holds. */
const rowsOf = ({ name, yes, no }: (typeof pages)[number]) =>
  [
    ...readFileSync(join(root, 'docs', name), 'utf8').matchAll(
      /^\| [^|`]+: `([^`]+)` \| (.*) \|$/gm,
    ),
  ].map(([, command = '', cells = '']) => ({
    command,
    holds: cells.split(' | ').map((cell) => {
      expect([yes, no]).toContain(cell);
      return cell === yes;
    }),
  }));

// In the order of the columns.
const planted = ['THE-COMPANY', 'THE-USE', 'THE-NOTE', 'THE-ONE-WHO-DOES', 'THE-ONE-WHO-ANSWERS'];
const answers = (role: string, level: number, status: string, day: string) =>
  `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: THE-COMPANY, use: THE-USE }
respondent: { role: ${role}, name: THE-ONE-WHO-ANSWERS }
updated: ${day}
profile: { stage: pilot, outward: inside, plans: [expansion] }
answers:
  goals.problem: { answer: ${level}, note: THE-NOTE }
  testing.monitoring: { state: not-applicable, reason: THE-NOTE }
  testing.human: 0
steps:
  goals.problem: { status: ${status}, who: THE-ONE-WHO-DOES, due: 2026-12-15 }
`;
const files = {
  'firma.yaml': answers('mgmt', 0, 'doing', '2026-11-20'),
  'it.yaml': answers('it', 1, 'doing', '2026-11-20'),
  'frueher.yaml': answers('mgmt', 2, 'open', '2026-10-20'),
};

describe.each(pages)('docs/$name', (page) => {
  test('leads somewhere with every link', () => {
    expect(deadLinks(join(root, 'docs', page.name))).toEqual([]);
  });

  test.each(rowsOf(page))('`hurdles $command` holds what is said', async ({ command, holds }) => {
    const { path } = aFolder(files);
    const { exitCode, stdout, stderr } = await hurdles(command.split(' '), { cwd: path });
    expect(exitCode, stderr).toBeLessThan(2);
    expect(stdout.length).toBeGreaterThan(100);
    expect(planted.filter((text) => stdout.includes(text))).toEqual(
      planted.filter((_, column) => holds[column]),
    );
  });
});

test('both pages say the same of the same commands', () => {
  const [german, english] = pages.map(rowsOf);
  expect(german?.length).toBeGreaterThan(10);
  expect(english).toEqual(german);
});

test('the interview says who will see the answers, and asks for nothing confidential', async () => {
  const { path } = aFolder();
  const argv = ['interview', 'a.yaml', '--plain', '--role', 'it'];
  const { screen } = await hurdles(argv, { cwd: path, stdin: 's\n' });
  const told = screen.replace(/\s+/g, ' ');
  expect(told).toContain('Wer die Datei bekommt, liest alles');
  expect(told).toContain('bitte schreiben Sie nichts Vertrauliches in freie Texte');
  expect(told).toContain('Hat sonst niemand diese Rolle, ist damit klar, dass Sie es waren');
});
