import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import type { Plan } from '../../src/assessment/plan-format.ts';
import { answerColumns } from '../../src/report/answers-table.ts';
import { planColumns } from '../../src/report/plan-row.ts';
import { readCsv } from '../support/read-csv.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = join(root, 'examples/versandhandel.yaml');
const merged = join(root, 'examples/pumpenbau.yaml');

async function tableOf(...argv: string[]) {
  const { exitCode, stdout } = await hurdles([...argv, '-f', 'csv']);
  expect(exitCode).toBe(0);
  return readCsv(stdout, argv.includes('en') ? ',' : ';');
}

async function assessed(file: string): Promise<Assessment> {
  return JSON.parse((await hurdles(['score', file, '--json'])).stdout) as Assessment;
}

describe('the table of answers', () => {
  test('has a row for every question, also those that are not due, the profile first', async () => {
    const { columns, rows } = await tableOf('report', example);
    expect(columns).toEqual(answerColumns);
    const { hurdles: judged } = await assessed(example);
    const questions = judged.flatMap((hurdle) => hurdle.questions.map(({ id }) => [hurdle.id, id]));
    const asked = rows.filter(({ hurdle }) => hurdle !== '');
    expect(asked.map(({ hurdle, question }) => [hurdle, question])).toEqual(questions);
    const profile = rows.slice(0, rows.length - asked.length);
    expect(profile.map(({ question }) => question)).toContain('stage');
    expect(profile.every(({ core, counts, target }) => `${core}${counts}${target}` === '')).toBe(
      true,
    );
  });

  test.each(['versandhandel', 'pumpenbau', 'malerbetrieb', 'machine-builder'])(
    'says of %s what the assessment says',
    async (name) => {
      const file = join(root, `examples/${name}.yaml`);
      const { rows } = await tableOf('report', file, '--lang', 'en');
      const { hurdles: judged, answers } = await assessed(file);
      for (const question of judged.flatMap(({ questions }) => questions)) {
        const row = rows.find((one) => one.question === question.id);
        expect(row).toMatchObject({
          state: question.state,
          notDue: question.notDue ?? '',
          answer: question.answer === undefined ? '' : [question.answer].flat().join(' '),
          counts: question.counts === null ? '' : String(question.counts),
          target: question.target === null ? '' : String(question.target),
          gap: question.gap === null ? '' : String(question.gap),
          gates: question.gates.join(' '),
          note: answers[question.id]?.note ?? '',
          evidence: answers[question.id]?.evidence ?? '',
        });
        expect(row?.answerText === '').toBe(question.answer === undefined);
        expect(row?.stateText).not.toBe('');
      }
    },
  );

  test('of merged answers it says who said what', async () => {
    const { rows } = await tableOf('report', merged);
    const { answers } = await assessed(merged);
    const [id = '', said] =
      Object.entries(answers).find(([, { sources = [] }]) => sources.length > 2) ?? [];
    const row = rows.find(({ question }) => question === id);
    expect(row?.saidBy?.split(' ')).toEqual(said?.sources?.map(({ role }) => role));
    expect(row?.saidText).toContain('Geschäftsführung');
  });

  test('the language decides words, decimals and delimiter, and no fact', async () => {
    const german = await tableOf('report', example);
    const english = await tableOf('report', example, '--lang', 'en');
    expect(english.columns).toEqual(german.columns);
    const facts = (table: typeof german) =>
      table.rows.map(({ question, state, answer, level, target }) => [
        question,
        state,
        answer?.replace(',', '.'),
        level,
        target?.replace(',', '.'),
      ]);
    expect(facts(english)).toEqual(facts(german));
    const titles = (table: typeof german) => table.rows.map(({ title }) => title);
    expect(titles(english)).toContain('Human judgement');
    expect(titles(german)).toContain('Menschliches Urteil');
  });

  test('a stored assessment gives the same table', async () => {
    const stored = (await hurdles(['score', merged, '--json'])).stdout;
    const again = await hurdles(['report', '-', '-f', 'csv'], { stdin: stored });
    expect(again.stdout).toBe((await hurdles(['report', merged, '-f', 'csv'])).stdout);
  });

  test('the ending of a file asks for it, and of several files each has its own', async () => {
    const folder = aFolder();
    const one = await hurdles(['report', example, '-o', 'a.CSV'], { cwd: folder.path });
    expect(one.exitCode).toBe(0);
    expect(folder.read('a.CSV')).toMatch(/^\ufeff"company";"use";/);
    const argv = ['report', example, merged, '-f', 'csv', '-f', 'md', '-o', 'tables/'];
    expect((await hurdles(argv, { cwd: folder.path })).exitCode).toBe(0);
    expect(readdirSync(join(folder.path, 'tables')).sort()).toEqual(
      ['pumpenbau', 'versandhandel'].flatMap((name) => [`${name}.csv`, `${name}.md`]),
    );
    expect(folder.read('tables/pumpenbau.csv')).not.toContain('Nordlicht');
  });
});

describe('the table of a plan', () => {
  const planned = async (...argv: string[]) =>
    JSON.parse((await hurdles(['plan', ...argv, '--json'])).stdout) as Plan;
  const numbered = (rows: readonly Readonly<Record<string, string>>[]) =>
    rows.filter(({ number }) => number !== '');

  test.each(['versandhandel', 'elektrobetrieb', 'pumpenbau'])(
    'has the steps of %s in their order, and their effort adds up to that of the plan',
    async (name) => {
      const file = join(root, `examples/${name}.yaml`);
      const { columns, rows } = await tableOf('plan', file, '--lang', 'en');
      expect(columns).toEqual(planColumns);
      const plan = await planned(file);
      expect(numbered(rows).map(({ step, rank }) => [step, rank])).toEqual(
        plan.steps.map(({ id, rank }) => [id, String(rank)]),
      );
      const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
      expect(sum('effortMin')).toBeCloseTo(plan.effort.min);
      expect(sum('effortMax')).toBeCloseTo(plan.effort.max);
      const beside = rows.slice(plan.steps.length).map(({ phase, step }) => `${phase} ${step}`);
      expect(beside).toEqual([
        ...plan.done.map(({ id }) => `done ${id}`),
        ...plan.dropped.map(({ id }) => `dropped ${id}`),
        ...plan.others.map(({ id }) => `other ${id}`),
        ...plan.deferred.map(({ id }) => `deferred ${id}`),
      ]);
      expect(rows.every(({ title, phaseText }) => title !== '' && phaseText !== '')).toBe(true);
    },
  );

  test('tells who, until when, and why a step is done, dropped or waits', async () => {
    const folder = aFolder({
      'a.yaml': `format: answers/1
questionnaire: { id: five-hurdles }
updated: 2026-11-20T09:00:00Z
profile: { stage: pilot, outward: inside, plans: [integration] }
answers: { goals.problem: 1, goals.target: 0, testing.cases: 0, testing.human: 0, tools.integration: 0 }
steps:
  goals.problem: { status: doing, who: Frau Xu, due: 2026-11-01, note: "-1 Tag" }
  testing.cases: { status: done }
  goals.target: { status: dropped, who: Herr Ott }
`,
    });
    const { stdout } = await hurdles(['plan', 'a.yaml', '-f', 'csv'], { cwd: folder.path });
    const row = (id: string) => readCsv(stdout, ';').rows.find(({ step }) => step === id);
    expect(row('goals.problem')).toMatchObject({
      status: 'doing',
      statusText: 'läuft',
      who: 'Frau Xu',
      due: '2026-11-01',
      overdue: '1',
      note: "'-1 Tag",
    });
    expect(row('testing.cases')).toMatchObject({ phase: 'done', number: '', effortMin: '' });
    expect(row('testing.cases')?.why).toContain('bitte neu beantworten');
    expect(row('goals.target')).toMatchObject({ phase: 'dropped', who: 'Herr Ott' });
  });

  test('says of what should wait what it waits for', async () => {
    const { rows } = await tableOf(
      'plan',
      join(root, 'examples/machine-builder.yaml'),
      '--lang',
      'en',
    );
    const deferred = rows.filter(({ phase }) => phase === 'deferred');
    expect(deferred.length).toBeGreaterThan(0);
    for (const { why } of deferred) expect(why).toContain('“');
  });

  test('with a goal it has the steps of the route', async () => {
    for (const goal of [
      ['--to', '2'],
      ['--days', '5'],
    ] as const) {
      const { rows } = await tableOf('plan', example, ...goal);
      const { route } = await planned(example, ...goal);
      expect(numbered(rows).map(({ step }) => step)).toEqual(route?.steps.map(({ id }) => id));
      expect(rows.length).toBeGreaterThan(0);
      // It stands there for the goal, wherever it stands in the plan.
      expect(
        numbered(rows)
          .map(({ why, placed }) => `${why}${placed}`)
          .join(''),
      ).toBe('');
    }
  });

  test('where no steps lead to the goal it has no rows, and standard error says why', async () => {
    const { exitCode, stdout, stderr } = await hurdles(['plan', example, '--to', '4', '-f', 'csv']);
    expect(exitCode).toBe(0);
    expect(readCsv(stdout, ';')).toEqual({ columns: planColumns, rows: [] });
    expect(stderr).toContain('erreichen');
  });
});
