import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mostBytes } from '../../src/cli/files.ts';
import { mostInputs } from '../../src/cli/inputs.ts';
import { usualSizes } from '../../src/cli/stream/blocks.ts';
import { countLimits } from '../../src/questionnaire/check-counts.ts';
import { templateLimits } from '../../src/report/check-template.ts';
import { logoLimits } from '../../src/report/parse-brand.ts';
import { limits } from '../../src/shared/limits.ts';
import { mischiefs } from '../fuzz/attempt.ts';
import { classes } from '../fuzz/classes.ts';
import { finds } from '../fuzz/once.ts';
import { attacks } from '../support/attacks.ts';
import { root } from '../support/run.ts';
import { writers } from '../support/writers.ts';
import { deadLinks } from './links.ts';

const counts = {
  classes: Object.keys(classes).length,
  mischiefs: mischiefs.length,
  finds: finds.length,
  attacks: attacks.length,
  writers: writers.length,
};

test.each([
  {
    name: 'reliability.md',
    language: 'de',
    says: [
      `${counts.classes} Klassen von Eingaben`,
      `${counts.mischiefs} Dinge, die nie`,
      `als ${counts.finds} Tests`,
      `${counts.writers} Schreiber`,
      `${counts.attacks} Angriffe`,
    ],
  },
  {
    name: 'reliability.en.md',
    language: 'en',
    says: [
      `${counts.classes} classes of inputs`,
      `${counts.mischiefs} things that must never`,
      `as ${counts.finds} tests`,
      `${counts.writers} writers`,
      `${counts.attacks} attacks`,
    ],
  },
])('docs/$name says what the tables of the tests hold', ({ name, language, says }) => {
  const page = readFileSync(join(root, 'docs', name), 'utf8').replaceAll(/\s+/g, ' ');
  for (const said of says) expect(page).toContain(said);
  const told = new Intl.NumberFormat(language);
  const stated = [limits, countLimits, templateLimits, logoLimits].flatMap((one) =>
    Object.values(one),
  );
  for (const limit of [...stated, mostBytes, mostInputs, usualSizes.line]) {
    expect(page).toMatch(new RegExp(`\\| (?:\\S+ \\S+, )?${told.format(limit)}\\b`));
  }
});

test.each(['reliability.md', 'reliability.en.md'])(
  'every link of docs/%s leads somewhere',
  (name) => {
    expect(deadLinks(join(root, `docs/${name}`))).toEqual([]);
  },
);
