import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { renderBuiltIn } from '../../src/cli/render-built-in.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { alignTables } from '../../src/report/align-tables.ts';
import { hurdleBar } from '../../src/report/hurdle-bar.ts';
import { viewOf } from '../../src/report/view.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { crafts } from '../support/five-hurdles-crafts.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { rendered, slipsIn } from '../support/rendered.ts';
import { hurdles, root } from '../support/run.ts';
import { search } from '../support/search.ts';

const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.yaml'));
const reports = examples.flatMap((name) => [
  { name, lang: 'de' },
  { name, lang: 'en' },
]);
// What everybody should have read ends where it is explained.
const explained = {
  de: /^## (?:Die Urteile im Einzelnen|Wo Sie stehen)$/m,
  en: /^## (?:The verdicts in detail|Where you stand)$/m,
};

describe.each(reports)('the report on $name in Markdown, $lang,', async ({ name, lang }) => {
  const argv = ['report', `examples/${name}`, '-f', 'md', '--lang', lang];
  const { stdout: report } = await hurdles(argv);

  test('shows as it is meant: tables, boxes, headings, what is folded', () => {
    expect(slipsIn(report)).toEqual([]);
  });

  test('begins with all that everybody should have read, in less than two screens', async () => {
    const [beginning = ''] = report.split(explained[lang as 'de' | 'en']);
    const stored = await hurdles(['score', `examples/${name}`, '--json']);
    const assessment = JSON.parse(stored.stdout) as Assessment;
    const questionnaire = assessment.questionnaire.id === crafts.id ? crafts : fiveHurdles;
    const { verdicts, hurdles: five, plan, overall } = viewOf(assessment, questionnaire, lang);
    for (const { text } of verdicts) expect(beginning).toContain(text);
    expect(five).toHaveLength(5);
    for (const { title, bar } of five) {
      expect(beginning).toMatch(new RegExp(`\\| ${title} +\\| \`${bar}\``));
    }
    for (const { title } of plan.now) expect(beginning).toContain(title);
    expect(beginning.match(/^- \[ \] /gm) ?? []).toHaveLength(plan.now.length);
    expect(beginning).toContain(overall.target?.name);
    expect(beginning).toMatch(lang === 'de' ? /Antwort(?:en)? .*offen/ : /answers? .*open/);
    if (overall.notApplicable > 0) {
      expect(beginning).toMatch(lang === 'de' ? /nicht zutreffend/ : /not applicable/);
    }
    expect(beginning).not.toMatch(lang === 'de' ? /Punktwert/ : /Score/);
    expect(beginning.split('\n').length).toBeLessThan(50);
  });

  test('fits the summary of a CI run many times over', () => {
    expect(Buffer.byteLength(report)).toBeLessThan((1024 * 1024) / 10);
  });
});

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 12 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 4 },
  { of: 'one of every kind', questionnaires: fc.constant(aQuestionnaire()), runs: 12 },
])('of $of', ({ questionnaires, runs }) => {
  test('every report shows as it is meant, whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(withSheets(questionnaires), async ({ questionnaire, answers }) => {
        const assessment = assess(questionnaire, answers, { name: 'five-hurdles', version: '0' });
        for (const language of questionnaire.languages) {
          const view = viewOf(assessment, questionnaire, language, reportWords(language));
          expect(slipsIn(await renderBuiltIn(view, 'md'))).toEqual([]);
        }
      }),
      search(runs),
    );
  });
});

test.each([{ argv: ['plan'] }, { argv: ['plan', '--to', '2'] }, { argv: ['plan', '--days', '5'] }])(
  'what $argv writes shows as it is meant',
  async ({ argv }) => {
    for (const name of examples) {
      const { stdout } = await hurdles([...argv, `examples/${name}`, '-f', 'md']);
      expect(slipsIn(stdout)).toEqual([]);
    }
  },
);

test.each([
  { slip: '# a\n\n### b\n', why: 'a heading is left out' },
  { slip: '## a\n', why: 'there is no title' },
  { slip: '# a\n\n| a | b |\n| :-- | :-- |\n| c |\n', why: 'a cell is missing' },
  { slip: '# a\n\n<b>c</b>\n', why: 'there is a tag that is not ours' },
  {
    slip: '# a\n\n<details>\n<summary>b</summary>\n- c\n</details>\n',
    why: 'there is no line between',
  },
  { slip: '# a\n\n<details>\n<summary>b</summary>\n\n- c\n', why: 'what is folded never ends' },
  { slip: '# a\n\nb **c **d\n', why: 'a mark is shown as it stands' },
  { slip: '# a\n\nb\n2. c\n   - [ ]d\n    - [ ] e\n', why: 'a box is none' },
])('a report would not show as it is meant where $why', ({ slip }) => {
  expect(slipsIn(slip)).not.toEqual([]);
});

test.each([
  {
    why: 'an answer is open',
    answers: sheet({ stage: 'operation' }, 3, { 'testing.weekly': 'unknown' }),
  },
  {
    why: 'only part was asked',
    answers: { ...sheet({ stage: 'pilot' }, 2), scope: { quick: true } },
  },
  { why: 'there are steps to take', answers: sheet({ stage: 'operation' }, 2) },
])(
  'where no verdict is spoken because $why, Markdown says what the first page says',
  async ({ answers }) => {
    for (const language of ['de', 'en']) {
      const assessment = assess(fiveHurdles, answers, { name: 'five-hurdles', version: '0' });
      const view = viewOf(assessment, fiveHurdles, language, reportWords(language));
      expect(view.verdicts).toEqual([]);
      expect(await renderBuiltIn(view, 'md')).toContain(`\n\n${view.page?.headline.text}\n\n`);
    }
  },
);

describe('the bar of a hurdle', () => {
  const bounds = [0, 1, 2, 3, 4];
  test.each([
    { value: 2, valueHigh: 2, target: 3, bar: '██████░░░◆░░░', why: 'its target lies ahead' },
    { value: 1, valueHigh: 2, target: 3, bar: '███▒▒▒░░░◆░░░', why: 'more is possible' },
    { value: 3, valueHigh: 3, target: 3, bar: '█████████◆░░░', why: 'it has reached its target' },
    { value: 4, valueHigh: 4, target: 2, bar: '██████◆██████', why: 'it has gone beyond' },
    { value: 2.95, valueHigh: 2.95, target: 3, bar: '████████░◆░░░', why: 'a hair is missing' },
    { value: 1, valueHigh: 1, target: null, bar: '███░░░░░░░░░', why: 'it has no target' },
    { value: 7, valueHigh: 9, target: 4, bar: '████████████◆', why: 'it lies beyond its scale' },
    { value: -1, valueHigh: 0, target: 0, bar: '◆░░░░░░░░░░░░', why: 'it lies below its scale' },
    { value: null, valueHigh: null, target: null, bar: null, why: 'it has no value' },
  ])('is $bar when $why', ({ bar, why: _, ...hurdle }) => {
    expect(hurdleBar(hurdle, bounds)).toBe(bar);
  });

  test('never reaches its diamond before its target, and always has the same length', () => {
    const points = fc.integer({ min: 0, max: 4000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(points, points, points, (one, other, target) => {
        const [value, valueHigh] = [Math.min(one, other), Math.max(one, other)];
        const bar = hurdleBar({ value, valueHigh, target }, bounds) ?? '';
        expect(bar).toMatch(/^█*▒*░*◆?█*▒*░*$/);
        expect(bar).toHaveLength(13);
        if (value < target && target > 0.2) expect(bar).not.toMatch(/█◆/);
      }),
      search(300),
    );
  });
});

describe('tables whose columns stand below each other', () => {
  const cell = fc
    .array(fc.constantFrom('a', 'ü', ' ', '\\|', '`x`', '**b**', '█', '–', '&lt;'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('').trim());
  const table = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom(':--', '--:', '---')))
    .chain(([width, marks]) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
        .map(([head = [], ...rows]) =>
          [head, head.map((_cell, index) => marks[index] ?? ':--'), ...rows]
            .map((row) => `| ${row.join(' | ')} |\n`)
            .join(''),
        ),
    );

  test('show the same as before, with or without text around them', () => {
    fc.assert(
      fc.property(table, (text) => {
        const page = `before\n\n${text}\nafter | a stroke\n`;
        const shown = (markdown: string) => rendered(markdown).replaceAll(' align="left"', '');
        expect(shown(alignTables(page))).toBe(shown(page));
      }),
      search(300),
    );
  });

  test('have rows of one length', () => {
    expect(alignTables('| a | b |\n| :-- | --: |\n| long | 1 |\n| \\| | 100 |\n')).toBe(
      '| a    |   b |\n| :--- | --: |\n| long |   1 |\n| \\|   | 100 |\n',
    );
  });

  test('stay as they are where a row would be wider than a window', () => {
    const wide = `| a | b |\n| :-- | :-- |\n| ${'x'.repeat(150)} | 1 |\n`;
    expect(alignTables(wide)).toBe(wide);
  });
});
