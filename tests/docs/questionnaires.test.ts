import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aggregate } from '../../src/assessment/aggregate.ts';
import { overallIndex } from '../../src/assessment/overall-index.ts';
import { resultNames } from '../../src/questionnaire/condition.ts';
import { type Aggregate, aggregates, MethodFormat } from '../../src/questionnaire/method-format.ts';
import { MigrationFormat } from '../../src/questionnaire/migration-format.ts';
import { nextVersion } from '../../src/questionnaire/version.ts';
import { hurdles, root } from '../support/run.ts';
import { deadLinks, linkCount } from './links.ts';
import { readPage } from './page.ts';
import { differencesInData, differencesInSteps, type Names } from './same-steps.ts';
import { codesIn, tableOf } from './tables.ts';
import { isAsShown, type Walk, walk } from './walk.ts';

const pages = {
  de: {
    name: 'questionnaires.md',
    env: {},
    step: 'Schritt',
    questionnaire: 'daten-sichern',
    answers: 'muster.yaml',
    point: ',',
    tables: {
      conditions: 'Vergleich',
      results: 'Ergebnis',
      company: 'Hürde',
      aggregates: '`aggregate`',
      method: '`method`',
      extending: 'Was',
      versions: 'Was sich ändert',
      changes: 'Änderung',
    },
  },
  en: {
    name: 'questionnaires.en.md',
    env: { LANG: 'en_GB.UTF-8' },
    step: 'Step',
    questionnaire: 'keep-data',
    answers: 'sample.yaml',
    point: '.',
    tables: {
      conditions: 'Comparison',
      results: 'Result',
      company: 'Hurdle',
      aggregates: '`aggregate`',
      method: '`method`',
      extending: 'What',
      versions: 'What changes',
      changes: 'Change',
    },
  },
} as const;
const languages = ['de', 'en'] as const;
const textOf = (language: 'de' | 'en') =>
  readFileSync(join(root, 'docs', pages[language].name), 'utf8');
const stepsOf = (language: 'de' | 'en') => readPage(textOf(language));

const walks: Partial<Record<'de' | 'en', Walk>> = {};
beforeAll(async () => {
  for (const language of languages) {
    walks[language] = await walk(stepsOf(language), pages[language].env);
  }
});

describe.each(languages)('the page for authors, %s', (language) => {
  const page = pages[language];
  const text = textOf(language);
  const flat = text.replace(/\s+/g, ' ');
  const steps = stepsOf(language);
  const walked = () => walks[language] as Walk;
  const run = (...argv: string[]) =>
    hurdles(argv, { cwd: walked().folder.path, env: page.env, stdin: '' });
  const number = (value: number) => String(Math.round(value * 100) / 100).replace('.', page.point);

  test('has thirteen steps, and in each something to write and a command to run', () => {
    const course = steps.filter(({ heading }) => heading.startsWith(`${page.step} `));
    expect(course.map(({ heading }) => Number(/\d+/.exec(heading)?.[0]))).toEqual(
      Array.from({ length: 13 }, (_none, index) => index + 1),
    );
    for (const { heading, acts } of course) {
      const kinds = new Set(acts.map(({ kind }) => kind));
      expect(kinds.has('file') || kinds.has('edit'), heading).toBe(true);
      expect(kinds.has('run'), heading).toBe(true);
    }
    expect(flat).toMatch(/13 (Schritte|steps)/);
  });

  test('the first step is a questionnaire of some twenty-five lines', () => {
    const [first] = steps.flatMap(({ acts }) => acts).filter(({ kind }) => kind === 'file');
    const lines = first?.kind === 'file' ? first.text.trim().split('\n').length : 0;
    expect(lines).toBeGreaterThan(15);
    expect(lines).toBeLessThan(30);
  });

  test('every command prints what the page shows', () => {
    const byProgram = walked().ran.filter(({ byHand }) => !byHand);
    expect(byProgram.length).toBeGreaterThan(35);
    for (const { line, command, shows, exit, outcome } of byProgram) {
      const where = `${page.name}:${line} ${command}`;
      if (!isAsShown(outcome.screen, shows)) {
        expect(outcome.screen.trimEnd(), where).toBe(shows.join('\n'));
      }
      expect(outcome.exitCode, where).toBe(exit);
    }
  });

  test('what is left to a conversation would begin, were there a terminal', () => {
    const byHand = walked().ran.filter((one) => one.byHand);
    expect(byHand.length).toBeGreaterThan(0);
    for (const { outcome, command } of byHand) {
      expect(outcome.exitCode).toBe(2);
      expect(outcome.stdout).toBe('');
      expect(outcome.stderr).toContain(command);
    }
  });

  test('every piece that is only shown as an example reads without a complaint', () => {
    const { tried } = walked();
    expect(tried.length).toBeGreaterThan(7);
    for (const { line, note, outcome } of tried) {
      const where = `${page.name}:${line}`;
      expect(outcome.exitCode, where).toBe(0);
      if (note === null) expect(outcome.stdout, where).toBe('');
      else expect(outcome.stdout, where).toContain(`[${note}]`);
    }
  });

  test('every row of the table of comparisons holds for what it says, and not for the rest', async () => {
    const rows = tableOf(text, page.tables.conditions);
    expect(rows.length).toBeGreaterThan(12);
    const always = /\{ [\w.]+: \{ atLeast: 0 \} \}/.exec(flat)?.[0] ?? '';
    const examples = [
      ...rows.map(([, condition = '', yes = '', no = '']) => ({
        when: codesIn(condition)[0] ?? '',
        yes: codesIn(yes),
        no: codesIn(no),
      })),
      { when: always, yes: ['0', 'unknown'], no: [] },
    ];
    const file = walked().folder.read(`${page.questionnaire}.yaml`);
    for (const { when, yes, no } of examples) {
      expect(yes.length, when).toBeGreaterThan(0);
      const asked = Object.keys(parse(when) as object)[0] ?? '';
      const selector = { de: 'ausfall', en: 'outage' }[language];
      const by = asked === selector ? '' : `${selector}: ${{ de: 'tage', en: 'days' }[language]}, `;
      const section = (answer: string) =>
        asked.includes('.')
          ? `profile: { ${by.replace(/, $/, '')} }, base: target, answers: { ${asked}: ${answer} }`
          : `profile: { ${by}${asked}: ${answer} }, base: target`;
      const cases = [
        ...yes.map((answer) => `given: { ${section(answer)} }, expect: { verdicts: [tried] }`),
        ...no.map((answer) => `given: { ${section(answer)} }, expect: { notVerdicts: [tried] }`),
      ].map((one, index) => `  - { id: case-${index}, ${one} }\n`);
      const goal = { de: 'ziel', en: 'goal' }[language];
      const words = '{ de: "Ziel", en: "Goal" }';
      const questionnaire = file
        .replace('profile:\n', `profile:\n  - { id: ${goal}, kind: text, text: ${words} }\n`)
        .replace(
          'verdicts:\n',
          `verdicts:\n  - { id: tried, kind: stop, when: ${when}, text: ${words} }\n`,
        )
        .replace('cases:\n', `cases:\n${cases.join('')}`);
      walked().folder.write('tried.yaml', questionnaire);
      const outcome = await run('test', 'tried.yaml');
      expect(outcome.stderr, when).toBe('');
      expect(outcome.exitCode, `${when}\n${outcome.stdout}`).toBe(0);
      expect(outcome.stdout).toContain(String(3 + cases.length));
    }
  });

  test('its questionnaires fit the published schema, by which an editor helps', async () => {
    const schema = JSON.parse((await run('schema', 'questionnaire')).stdout) as object;
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const metal = { de: 'daten-sichern-metall', en: 'keep-data-metal' }[language];
    for (const name of [page.questionnaire, `${page.questionnaire}-1.0.0`, metal]) {
      isValid(parse(walked().folder.read(`${name}.yaml`)));
      expect(isValid.errors, name).toBeNull();
    }
  });

  test('the results it names are those there are', () => {
    const named = tableOf(text, page.tables.results).map(([result = '']) => codesIn(result)[0]);
    expect([...named, '$role'].sort()).toEqual(resultNames.map((name) => `$${name}`).sort());
  });

  test('the company is computed as the table says', async () => {
    const assessed = await assessment(page.answers);
    const rows = assessed.hurdles.map((hurdle) => {
      const parts = hurdle.questions.map(({ id, counts }) => ({ core: isCore(id), counts }));
      const sum = parts.map(({ core, counts }) => (core ? `2·${counts}` : counts)).join(' + ');
      const weights = parts.reduce((total, { core }) => total + (core ? 2 : 1), 0);
      const gate = hurdle.limits.find((limit) => limit.gate !== null);
      const core = Math.min(...parts.flatMap((part) => (part.core ? [part.counts] : [])));
      return [
        hurdle.title,
        `(${sum}) / ${weights} = ${number(hurdle.unlimited)}`,
        String(core + 1),
        gate ? String(gate.atMost) : '–',
        number(hurdle.value),
        `${hurdle.level}${hurdle.plus ? '+' : ''}`,
      ];
    });
    expect(tableOf(text, page.tables.company)).toEqual(rows);
    expect(rows).toHaveLength(3);
  });

  test('its score and the priority of its first step are computed as the page says', async () => {
    const { hurdles: all, overall, recommendations } = await assessment(page.answers);
    const shares = all.map(({ value }) => `1/${number(value + 1)}`).join(' + ');
    const mean = 3 / all.reduce((total, { value }) => total + 1 / (value + 1), 0);
    expect(flat).toContain(`3 / (${shares}) = ${number(mean)}`);
    expect(flat).toContain(`(${number(mean)} − 1) / 3 · 100 = ${Math.round(overall.score)}`);
    expect(((mean - 1) / 3) * 100).toBeCloseTo(overall.score, 6);

    const priority = (5 * (2 / 3) * 1.5 * 1.25) / Math.sqrt(0.375);
    expect(recommendations[0]?.priority).toBeCloseTo(priority, 6);
    const told = `5 · 2/3 · ${number(1.5)} · ${number(1.25)} / √0${page.point}375 = ${number(priority)}`;
    expect(flat).toContain(told);
  });

  test('without the duration the company has the range that the page says, and no level there', async () => {
    const duration = { de: 'zurueckholen.dauer', en: 'restore.time' }[language];
    const answers = walked().folder.read(page.answers);
    const unknown = answers.replace(new RegExp(`${duration}: \\d`), `${duration}: unknown`);
    expect(unknown).not.toBe(answers);
    walked().folder.write('unknown.yaml', unknown);
    const [, hurdle] = (await assessment('unknown.yaml')).hurdles;
    expect(hurdle).toMatchObject({ value: 0, valueHigh: 1, level: null, reason: 'not-rateable' });
    expect(flat).toContain('(2·0 + 3) / 3 = 1 ');
  });

  test.each([
    { why: 'four strengths and a hole', values: [4, 4, 4, 4, 0], index: 44 },
    { why: 'the middle everywhere', values: [2, 2, 2, 2, 2], index: 50 },
  ])('$why has the score the page says', ({ values, index }) => {
    const standpoints = values.map((value) => ({ value, lowest: 0, highest: 4, weight: 1 }));
    expect(Math.round(overallIndex('harmonic-mean', standpoints) ?? 0)).toBe(index);
    expect(flat).toMatch(/4, 4, 4, 4, 0 \S+ 44; [^.]{1,30} 50\./);
  });

  test('every way of putting together has the result the page says', () => {
    const part = (value: number) => ({ low: value, high: value, lowest: 0, highest: 3 });
    const points = [part(3), part(1), part(0)];
    const levels = [part(3), part(1.5), part(3)];
    const rows = tableOf(text, page.tables.aggregates);
    expect(rows.map(([name = '']) => codesIn(name)[0]).sort()).toEqual([...aggregates].sort());
    for (const [name = '', , result = ''] of rows) {
      const kind = codesIn(name)[0] as Aggregate;
      const computed = aggregate(kind, kind === 'level-gate' ? levels : points, [2, 1, 1]);
      expect(result.split(' = ').at(-1), kind).toBe(number(computed?.low ?? Number.NaN));
    }
  });

  test('the constants of the method are all there, with what they are when left out', () => {
    const told = tableOf(text, page.tables.method).map(([key = '', value = '']) => [
      codesIn(key)[0],
      parse(codesIn(value)[0] ?? '') as unknown,
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(leaves(MethodFormat.parse({}))));
  });

  test('every example of building on a questionnaire can be laid over the one of the course', async () => {
    const rows = tableOf(text, page.tables.extending);
    expect(rows.length).toBeGreaterThan(6);
    for (const [, , example = ''] of rows) {
      const [code = ''] = codesIn(example);
      const head = `format: questionnaire/1\nextends: ${page.questionnaire}.yaml\nid: laid-over\nversion: 1.0.0\n`;
      walked().folder.write('laid-over.yaml', `${head}${code}\n`);
      const outcome = await run('lint', 'laid-over.yaml', '--strict');
      expect(outcome.stdout, code).toBe('');
      expect(outcome.exitCode, code).toBe(0);
    }
  });

  test('the numbers of editions are those the program asks for', () => {
    const told = tableOf(text, page.tables.versions).map(([, version = '']) =>
      version.replaceAll('*', ''),
    );
    const parts = ['patch', 'minor', 'major'] as const;
    expect(told).toEqual(parts.map((part) => nextVersion('1.0.0', part)));
  });

  test('every change of a migration can be written as shown', () => {
    const changes = tableOf(text, page.tables.changes).map(([change = '']) => codesIn(change)[0]);
    expect(changes.length).toBeGreaterThan(5);
    for (const change of changes) {
      const migration = { to: '1.1.0', changes: [parse(change ?? '') as unknown] };
      expect(MigrationFormat.safeParse(migration).success, change).toBe(true);
    }
  });

  test('the commands of its CI file pass', async () => {
    const steps = ciSteps(walked().folder.read(ciFile(stepsOf(language))));
    const commands = steps.flatMap((script) => script.match(/hurdles (?:lint|test) .*/g) ?? []);
    expect(commands).toHaveLength(3);
    const [, published = '', target = ''] =
      /git show "origin\/\$GITHUB_BASE_REF:(\S+)" > (\S+);/.exec(steps.join('\n')) ?? [];
    const old = published.replace('.yaml', '-1.0.0.yaml');
    walked().folder.write(target, walked().folder.read(old));
    for (const command of commands) {
      const outcome = await run(...command.split(' ').slice(1));
      expect(outcome.exitCode, `${command}\n${outcome.stdout}`).toBe(0);
      expect(command.startsWith('hurdles lint') ? outcome.stdout : '', command).toBe('');
    }
  });

  test('every link into the project leads somewhere', () => {
    const path = join(root, 'docs', page.name);
    expect(linkCount(path)).toBeGreaterThan(20);
    expect(deadLinks(path)).toEqual([]);
  });

  async function assessment(answers: string): Promise<Assessed> {
    const { stdout } = await run('score', answers, '--json');
    const { hurdles: all, ...rest } = JSON.parse(stdout) as Assessed;
    const { hurdles: written } = course() as { hurdles: { id: string; title: Titles }[] };
    const titleOf = (id: string) => written.find((one) => one.id === id)?.title[language] ?? '';
    return { ...rest, hurdles: all.map((hurdle) => ({ ...hurdle, title: titleOf(hurdle.id) })) };
  }

  function isCore(id: string): boolean {
    const { hurdles: written } = course() as { hurdles: { questions: { id: string }[] }[] };
    const question = written.flatMap(({ questions }) => questions).find((one) => one.id === id);
    return (question as { core?: boolean } | undefined)?.core ?? false;
  }

  function course(): unknown {
    return parse(walked().folder.read(`${page.questionnaire}.yaml`));
  }
});

describe('the two languages of the page for authors', () => {
  const names: Names = new Map();

  test('have the same steps, with the same things to do', () => {
    const [german, english] = [stepsOf('de'), stepsOf('en')];
    expect(german.length).toBeGreaterThan(20);
    expect(differencesInSteps(german, english, names)).toEqual([]);
  });

  test('end with the same files, but for texts and names', () => {
    const { de, en } = walks as Record<'de' | 'en', Walk>;
    const files = new Set(
      stepsOf('de')
        .flatMap(({ acts }) => acts)
        .flatMap((act) => (act.kind === 'file' && !act.name.includes('/') ? [act.name] : [])),
    );
    expect(files.size).toBe(4);
    for (const file of files) {
      const [german, english] = [de.folder.read(file), en.folder.read(names.get(file) ?? '')];
      const data = (text: string) => parse(text.replaceAll(/^subject: .*$/gm, '')) as unknown;
      expect(differencesInData(data(german), data(english), names), file).toEqual([]);
    }
  });
});

type Titles = Readonly<Record<string, string>>;
type Assessed = {
  readonly overall: { readonly score: number };
  readonly hurdles: readonly {
    readonly id: string;
    readonly title: string;
    readonly unlimited: number;
    readonly value: number;
    readonly level: number;
    readonly plus: boolean;
    readonly limits: readonly { readonly gate: string | null; readonly atMost: number }[];
    readonly questions: readonly { readonly id: string; readonly counts: number }[];
  }[];
  readonly recommendations: readonly { readonly priority: number }[];
};

function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
}

function ciFile(steps: ReturnType<typeof readPage>): string {
  const acts = steps.flatMap(({ acts }) => acts);
  const file = acts.find((act) => act.kind === 'file' && act.name.startsWith('.github/'));
  return file?.kind === 'file' ? file.name : '';
}

function ciSteps(workflow: string): readonly string[] {
  const { jobs } = parse(workflow) as {
    jobs: Record<string, { steps: readonly { run?: string }[] }>;
  };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}
