// Writes what the commands print now into the page for authors, and the figures of now into the page on the method; the
// tests only compare. Read the difference like prose.
import { readFileSync, writeFileSync } from 'node:fs';
import { workedOut } from '../tests/docs/method/page.ts';
import { readPage } from '../tests/docs/page.ts';
import { isAsShown, walk } from '../tests/docs/walk.ts';

const pages = {
  'questionnaires.md': {},
  'questionnaires.en.md': { LANG: 'en_GB.UTF-8' },
};

for (const [name, env] of Object.entries(pages)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  const { ran } = await walk(readPage(text), env);
  const lines = text.split('\n');
  // From the end, so that the lines before keep their numbers.
  for (const { line, shows, byHand, outcome } of ran.toReversed()) {
    if (byHand || isAsShown(outcome.screen, shows)) continue;
    lines.splice(line, shows.length, ...shown(outcome.screen, shows));
  }
  writeFileSync(file, lines.join('\n'));
}

// Where something was left out, as many lines before and behind it as there were.
function shown(screen: string, before: readonly string[]): readonly string[] {
  const all = screen.replace(/\n$/, '').split('\n');
  const gap = before.indexOf('…');
  if (screen === '') return [];
  if (gap < 0) return all;
  const behind = before.length - gap - 1;
  return [...all.slice(0, gap), '…', ...(behind > 0 ? all.slice(-behind) : [])];
}

const methodPages = { 'method.md': 'de', 'method.en.md': 'en' } as const;

for (const [name, language] of Object.entries(methodPages)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  writeFileSync(file, workedOut(readFileSync(file, 'utf8'), language));
}
