import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goldenLook } from '../../scripts/golden-look.ts';
import {
  brandRows,
  namesByPart,
  templatePageNames,
  templatePages,
  templateWords,
} from '../../scripts/template-pages.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks, linkCount } from './links.ts';

const words = templateWords();
const rows = [...Object.values(namesByPart()).flat(), ...brandRows()];

test.each(Object.entries(templatePages()))(
  '%s is what the formats and the words make of it (`npm run reference` writes it)',
  (name, text) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(text);
  },
);

test('every name says what it means, in both languages, and no German is left that says nothing', () => {
  expect(rows.length).toBeGreaterThan(250);
  expect(rows.filter(({ description }) => description.trim() === '')).toEqual([]);
  const english = new Set(rows.map(({ description }) => description));
  expect([...english].filter((one) => !words.german[one])).toEqual([]);
  expect(Object.keys(words.german).filter((one) => !english.has(one))).toEqual([]);
});

test('every part is called something, and nothing else is', () => {
  expect(Object.keys(words.parts).sort()).toEqual(Object.keys(namesByPart()).sort());
});

test.each(Object.entries(await goldenLook()))(
  '%s reads as it did (`npm run golden` writes it anew)',
  (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  },
);

describe.each(Object.values(templatePageNames))('%s', (name) => {
  const page = readFileSync(join(root, 'docs', name), 'utf8');

  test('leads somewhere with every link', () => {
    expect(linkCount(join(root, 'docs', name))).toBeGreaterThan(40);
    expect(deadLinks(join(root, 'docs', name))).toEqual([]);
  });

  test('has every anchor only once', () => {
    const anchors = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test('its commands work as written', async () => {
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const folder = aFolder(
      Object.fromEntries([
        ...['antworten', 'answers', 'november'].map((one) => [
          `${one}.yaml`,
          read('examples/versandhandel.yaml'),
        ]),
        ...['mai', 'may'].map((one) => [
          `${one}.yaml`,
          read('examples/verlauf/versandhandel-mai.yaml'),
        ]),
        ['brand.yaml', read('examples/brand/brand.yaml').replace(/^logo:\n(?: .*\n)+/m, '')],
        ['e-mail.txt.hbs', read('examples/templates/e-mail.txt.hbs')],
        ['ticket.md.hbs', read('examples/templates/ticket.md.hbs')],
      ]),
    );
    const house = join(root, 'examples/templates/haus');
    const lines = [...page.matchAll(/^hurdles .*$/gm)].map(([line]) =>
      line.replace(/(?:haus|house)\//, house),
    );
    expect(lines).toHaveLength(7);
    for (const line of lines) {
      const call = line.split(' ').slice(1);
      const { exitCode, stderr } = await hurdles(call, { cwd: folder.path });
      expect(
        [exitCode, stderr.replace(/^(?:Geschrieben: .*|Nichts zu beanstanden\.)\n/, '')],
        line,
      ).toEqual([0, '']);
    }
  });

  test('what it says of errors is so', async () => {
    const [wrong, right] = ['{{date.text}}', '{{#if date}}{{date.text}}{{/if}}'];
    expect(page).toContain(`\`${wrong}\``);
    expect(page).toContain(`\`${right}\``);
    const folder = aFolder({ 'wrong.md.hbs': wrong, 'right.md.hbs': right });
    const lint = (file: string) => hurdles(['lint', file], { cwd: folder.path });
    expect((await lint('wrong.md.hbs')).exitCode).toBe(2);
    expect((await lint('right.md.hbs')).exitCode).toBe(0);
  });
});
