import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hurdles } from '../tests/support/run.ts';

// A bakery with an idea, line by line: the profile, help, an answer of which one thinks better, a reason, a note.
const spoken = {
  de: {
    goal: 'Weniger Reste am Abend',
    number: '20 % weniger Reste bis 30.6.',
    note: 'Zettel an der Kasse',
    unknown: 'w',
  },
  en: {
    goal: 'Fewer leftovers in the evening',
    number: '20% fewer leftovers by 30 June',
    note: 'Slips at the till',
    unknown: 'd',
  },
} as const;

/** The lines somebody types, in a language. */
export function linesTyped(language: keyof typeof spoken): readonly string[] {
  const { goal, number, note, unknown } = spoken[language];
  return [
    ...['Bäckerei Korn', '1', '8', '3', 'Bestellmengen', goal, number],
    // Help once; a key that is not offered there.
    ...['1', 'h', '1', '1', '2', '2', '1', 'x', '1'],
    // The questions of this stage: gone back, a note, a number there is none of, one that nobody knows.
    ...['2', '1', 'b', '2', 'n', note, '1', '1', unknown, '0'],
    ...['1', '1', '1', '9', '0', '1', '1', '0'],
    // All is right, and no report.
    ...['1', '2'],
  ];
}

/** The transcript of a whole interview line by line, in both languages, by the path it is kept at. */
export async function goldenInterviews(): Promise<Readonly<Record<string, string>>> {
  const told: Record<string, string> = {};
  for (const language of ['de', 'en'] as const) {
    const cwd = mkdtempSync(join(tmpdir(), 'hurdles-'));
    const stdin = `${linesTyped(language).join('\n')}\n`;
    const argv = ['interview', 'korn.yaml', '--plain', '--lang', language];
    const { screen } = await hurdles(argv, { cwd, stdin });
    rmSync(cwd, { recursive: true });
    told[`examples/interview${language === 'de' ? '' : `.${language}`}.txt`] = screen;
  }
  return told;
}
