import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MethodFormat } from '../../src/questionnaire/method-format.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { deadLinks, linkCount } from './links.ts';
import { companyOf, exampleCompany } from './method/company.ts';
import { figures } from './method/figures.ts';
import { cellsOf, companyOnPage, figuresOn, workedOut } from './method/page.ts';
import { named, numbersInSentences, wronglyNamed } from './method/prose.ts';
import { brokenSums, equationsIn, worth } from './method/sums.ts';
import { words, written } from './method/words.ts';
import { codesIn } from './tables.ts';

const pages = {
  de: {
    name: 'method.md',
    exempt: ['Woher die Ideen stammen', 'Was Expertenurteil ist', 'Was an Validierung fehlt'],
  },
  en: {
    name: 'method.en.md',
    exempt: ['Where the ideas come from', 'What is expert judgement', 'What validation is missing'],
  },
} as const;
const languages = ['de', 'en'] as const;
const textOf = (language: 'de' | 'en') =>
  readFileSync(join(root, 'docs', pages[language].name), 'utf8');

describe.each(languages)('the page on the method, %s', (language) => {
  const { name, exempt } = pages[language];
  const text = textOf(language);
  const placed = figuresOn(text);
  const shown = placed.flatMap(({ lines }) => lines).join('\n');
  const company = companyOnPage(text);

  test('every figure is what the program works out', () => {
    expect(new Set(placed.map((figure) => figure.name))).toEqual(new Set(Object.keys(figures)));
    expect(workedOut(text, language)).toBe(text);
  });

  test('every sum that is written out comes to what stands behind it', () => {
    expect(equationsIn(shown).length).toBeGreaterThan(50);
    expect(brokenSums(shown)).toEqual([]);
  });

  test('a sentence names no number that no figure of its section bears out', () => {
    const numbers = numbersInSentences(text, exempt);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter(({ borneOut }) => !borneOut)).toEqual([]);
  });

  test('the constants and facts that sentences name have the values they name', () => {
    expect([...text.matchAll(named)].length).toBeGreaterThan(25);
    expect(wronglyNamed(text, company, words[language])).toEqual([]);
  });

  test('a number in a sentence that is changed does not go unnoticed', () => {
    const places = [
      ...numbersInSentences(text, exempt).map(({ index, number }) => index + number.length),
      ...[...text.matchAll(named)].map(({ index, 0: told }) => index + told.length - 1),
    ];
    const unnoticed = places.filter((end) => {
      const digit = (Number(text[end - 1]) + 1) % 10;
      const other = `${text.slice(0, end - 1)}${digit}${text.slice(end)}`;
      const numbers = numbersInSentences(other, exempt);
      return (
        numbers.every(({ borneOut }) => borneOut) &&
        wronglyNamed(other, company, words[language]).length === 0
      );
    });
    expect(unnoticed.map((end) => text.slice(end - 40, end))).toEqual([]);
  });

  test('what its sentences say in words is so', () => {
    const { assessment, judgement } = company;
    expect(judgement.verdicts.map(({ certain }) => certain)).toEqual([true, false, true]);
    expect(assessment.overall.levelHigh).toBe(assessment.overall.level);
    expect(assessment.recommendations.slice(0, 3).map(({ placed }) => placed)).toEqual(
      assessment.verdicts.map(({ id }) => `verdict:${id}`),
    );
    const alone = assessment.recommendations.map(({ gain }) => gain.alone.score);
    expect(alone.filter(([from, to]) => from === to)).toHaveLength(2);
    const levels = assessment.recommendations.map(({ gain }) => gain.cumulative.level);
    expect(levels.map(([from, to]) => from !== to)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(placed.find((figure) => figure.name === 'targets')?.lines).toHaveLength(4);
    // The third step of one hurdle, and elsewhere only what is good enough to build on.
    const { recommendations, hurdles } = exampleCompany('versandhandel').assessment;
    expect(recommendations[2]).toMatchObject({ id: 'testing.weekly', placed: null });
    const low = hurdles.flatMap(({ questions }) =>
      questions.filter(({ answer, gap }) => Number(answer) < 2 && (gap ?? 0) > 0),
    );
    expect(low.every(({ id }) => id.startsWith('testing.'))).toBe(true);
  });

  test('the constants are those of the schema, all of them, and our questionnaire leaves them so', () => {
    const rows = placed.find((figure) => figure.name === 'constants')?.lines.map(cellsOf) ?? [];
    const told = rows.map(([key = '', value = '']) => [codesIn(key)[0], codesIn(value)[0]]);
    const defaults = leaves(MethodFormat.parse({})).map(([key, value]) => [key, String(value)]);
    expect(told).toEqual(defaults);
    expect(fiveHurdles.method).toEqual(MethodFormat.parse({}));
  });

  test('a constant that is another changes what stands on the page, unless it says so', () => {
    const rows = placed.find((figure) => figure.name === 'constants')?.lines.map(cellsOf) ?? [];
    const without = rows.flatMap(([key = '', , , , outcome = '']) =>
      outcome.includes('→') ? [] : codesIn(key),
    );
    expect(without).toEqual([
      'overall.level',
      'unanswered',
      'phases.startWeeks',
      'round',
      'recommend.firstThreePerHurdle',
    ]);
  });

  test('other points in the answers file leave no sum as it was', () => {
    const others = text.replace('goals.order: 3', 'goals.order: 2');
    expect(workedOut(others, language)).not.toBe(others);
  });

  test('its company gets the same result from the command that the page names', async () => {
    const folder = aFolder({ 'adler.yaml': company.file });
    const argv = /`hurdles (score adler\.yaml --json)`/.exec(text)?.[1]?.split(' ') ?? [];
    const { stdout, exitCode } = await hurdles(argv, { cwd: folder.path });
    expect(exitCode).toBe(0);
    const { overall } = JSON.parse(stdout) as { overall: { score: number } };
    expect(overall.score).toBe(company.assessment.overall.score);
    const lint = await hurdles(['lint', 'adler.yaml'], { cwd: folder.path });
    expect(lint.exitCode).toBe(0);
    expect(lint.stdout).toBe('');
  });

  test('a file that says “not applicable” where a rule asks is refused', () => {
    const refused = 'tools.rules: { state: not-applicable, reason: x }';
    const parsed = parseAnswers(
      company.file.replace('tools.rules: 2', refused),
      'answers.yaml',
      fiveHurdles,
    );
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: 'not-applicable-refused' }] });
  });

  test('four strengths and a hole are 44, and the middle is 50', () => {
    const rows = placed.find((figure) => figure.name === 'index-cases')?.lines.map(cellsOf) ?? [];
    const told = Object.fromEntries(
      rows.map(([values = '', sum = '']) => [values, worth(sum.split(' = ')[1] ?? '')]),
    );
    expect(Math.round(told['4; 4; 4; 4; 0'] ?? 0)).toBe(44);
    expect(told['2; 2; 2; 2; 2']).toBe(50);
  });

  test('the truth table has every pair of truths', () => {
    const rows = placed.find((figure) => figure.name === 'logic')?.lines.map(cellsOf) ?? [];
    const truths = Object.values(words[language].truth);
    const pairs = truths.flatMap((one) => truths.map((other) => `${one} ${other}`));
    expect(rows.map(([one, other]) => `${one} ${other}`).sort()).toEqual(pairs.sort());
  });

  test('every link into the project leads somewhere', () => {
    const path = join(root, 'docs', name);
    expect(linkCount(path)).toBeGreaterThan(10);
    expect(deadLinks(path)).toEqual([]);
  });
});

describe('the two languages of the page on the method', () => {
  test('have the same headings, figures, inputs, tables and constants, one after the other', () => {
    const [german, english] = languages.map((language) => outline(textOf(language)));
    expect(german?.length).toBeGreaterThan(80);
    expect(english).toEqual(german);
  });

  test('work through the same company', () => {
    const [german, english] = languages.map((language) => companyOnPage(textOf(language)));
    expect(german?.assessment.hurdles).toEqual(english?.assessment.hurdles);
    expect(german?.assessment.recommendations).toEqual(english?.assessment.recommendations);
  });
});

describe('a sum on the page', () => {
  test.each([
    { sum: '(2·3 + 1) / 3 = 7/3 = 2,33', broken: false },
    { sum: '(2·3 + 1) / 3 = 7/3 = 2.33', broken: false },
    { sum: '(2·3 + 1) / 3 = 7/4 = 2,33', broken: true },
    { sum: '5 · (2 − 1) / 4 · 1,5 / √((1 + 2) / 2) = 1,53', broken: false },
    { sum: '5 · (2 − 1) / 4 · 1,5 / √((1 + 3) / 2) = 1,53', broken: true },
    { sum: 'min(2; 1; 1 + 1) = 1', broken: false },
    { sum: 'min(2; 1; 1 + 1) = 2', broken: true },
    { sum: '15 / 16 = 0,95', broken: true },
  ])('$sum is found broken: $broken', ({ sum, broken }) => {
    expect(equationsIn(`Name    ${sum}`)).toEqual([sum]);
    expect(brokenSums(`| Name | ${sum} |`)).toEqual(broken ? [sum] : []);
  });
});

describe('a number in a sentence', () => {
  const page = (sentence: string) =>
    `## One\n\n${sentence}\n\n<!-- figures: index -->\n\`\`\`\n1 + 2 = 3\n\`\`\`\n`;

  test.each([
    { sentence: 'The sum is 3.', unchecked: [] },
    { sentence: 'The sum is 4.', unchecked: ['4'] },
    { sentence: 'So far `plusFrom` (0.7) above.', unchecked: [] },
    { sentence: 'With `{ goals.problem: 5 }` it is.', unchecked: ['5'] },
  ])('$sentence', ({ sentence, unchecked }) => {
    const found = numbersInSentences(page(sentence), []).filter(({ borneOut }) => !borneOut);
    expect(found.map(({ number }) => number)).toEqual(unchecked);
  });

  test.each([
    {
      sentence: '`plusFrom` (0.5), `round` (9), `tools.value` (1–2), `involvement.level` (1+)',
      wrong: 0,
    },
    { sentence: '`plusFrom` (0.7), `round` (9), `tools.value` (1), `nothing.there` (1)', wrong: 3 },
  ])('of $sentence, $wrong are wrong', ({ sentence, wrong }) => {
    const company = companyOnPage(textOf('en'));
    expect(wronglyNamed(sentence, company, words.en)).toHaveLength(wrong);
  });
});

test('a company is not what it was with another constant', () => {
  const { file, assessment } = companyOnPage(textOf('de'));
  const other = companyOf(file, { hurdle: { core: { weight: 3 } } });
  expect(written(words.de, other.assessment.overall.score ?? 0)).not.toBe(
    written(words.de, assessment.overall.score ?? 0),
  );
});

// What must be the same on both pages: texts are left out, codes and numbers stay.
function outline(markdown: string): readonly string[] {
  const plain = markdown.replace(/^```yaml[\s\S]*?^```/gm, 'yaml');
  const facts = [...plain.matchAll(named)].map(([, name = '']) => name);
  const lines = plain.split('\n').flatMap((line) => {
    if (/^#+ /.test(line)) return [line.replace(/ .*/, '')];
    if (line.startsWith('<!--')) return [line];
    if (line.startsWith('|')) return [`| ${inputs(cellsOf(line)).join(' | ')} |`];
    return [];
  });
  return [...lines, ...facts];
}

// Of a row its number of cells, and what stands in code without a word of a language.
function inputs(cells: readonly string[]): readonly string[] {
  return cells.map((cell) =>
    codesIn(cell)
      .filter((code) => /^[\w.$]+$/.test(code) && !/oft|often/.test(code))
      .join(),
  );
}

function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
}
