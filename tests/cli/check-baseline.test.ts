import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check, CheckedFile } from '../../src/assessment/check/check-format.ts';
import { answersFile, lineOf } from '../support/answers-file.ts';
import { type Short, sheet } from '../support/five-hurdles.ts';
import { nextFiveHurdlesText, renamed } from '../support/next-five-hurdles.ts';
import { aFolder, hurdles } from '../support/run.ts';

const next = { id: 'five-hurdles', version: '1.1.0' };

type Said = Readonly<Record<string, Short>>;
const may = '2026-05-20';
const saying = (
  base: number | 'target',
  answers: Said = {},
  beside: object = {},
  profile: Said = {},
) => answersFile(sheet({ stage: 'pilot', ...profile }, base, answers), beside);

const against = async (
  old: string,
  now: string,
  argv: readonly string[] = [],
): Promise<{ exitCode: number; one: CheckedFile; stdout: string; stderr: string }> => {
  const folder = aFolder({ 'old.json': old, 'now.json': now });
  const call = ['check', 'now.json', '--baseline', 'old.json', ...argv];
  const told = await hurdles(call, { cwd: folder.path });
  const { stdout } = await hurdles([...call, '-f', 'json'], { cwd: folder.path });
  const { files } = JSON.parse(stdout) as Check;
  return { ...told, stdout: told.stdout.replace(/\s+/g, ' '), one: files[0] as CheckedFile };
};
const outcomes = ({ demands }: CheckedFile) =>
  Object.fromEntries(demands.map(({ demand, outcome }) => [demand, outcome]));

// So that one answer less does not cost the hurdle its level.
const high = { 'goals.order': 4, 'goals.data': 4, 'goals.owner': 4 };

const held = { 'verdicts-held': 'met', 'levels-held': 'met', 'answers-held': 'met' };

describe('only what became worse fails', () => {
  test.each([
    {
      why: 'nothing changed, though all is below target',
      old: saying(1),
      now: saying(1),
      argv: ['--at-target', '--min-level', '3', '--min', 'goals=3'],
      expected: {
        verdicts: 'unmet-before',
        'at-target': 'unmet-before',
        level: 'unmet-before',
        'hurdle-level': 'unmet-before',
        ...held,
      },
      exitCode: 0,
    },
    {
      why: 'it became better, not yet good',
      old: saying(1),
      now: saying(2),
      argv: ['--min-level', '3'],
      expected: { verdicts: 'met', level: 'unmet-before', ...held },
      exitCode: 0,
    },
    {
      why: 'an answer became worse and no level fell',
      old: saying(3, high),
      now: saying(3, { ...high, 'goals.benefit': 2 }),
      argv: [],
      expected: { verdicts: 'met', ...held, 'answers-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'nobody knows any more what was known',
      old: saying(3, high),
      now: saying(3, { ...high, 'goals.benefit': 'unknown' }),
      argv: [],
      expected: { verdicts: 'met', ...held, 'answers-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'nobody knew before either',
      old: saying(3, { 'goals.benefit': 'unknown' }),
      now: saying(3, { 'goals.benefit': 0 }),
      argv: [],
      expected: { verdicts: 'met', ...held },
      exitCode: 0,
    },
    {
      why: 'a level fell',
      old: saying(3),
      now: saying(3, { 'goals.problem': 0 }),
      argv: [],
      expected: { verdicts: 'met', ...held, 'levels-held': 'unmet', 'answers-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'a verdict stood before',
      old: saying(3, { 'tools.rules': 1 }, {}, { data: 'protected' }),
      now: saying(3, { 'tools.rules': 1 }, {}, { data: 'protected' }),
      argv: [],
      expected: { verdicts: 'unmet-before', ...held },
      exitCode: 0,
    },
    {
      why: 'a verdict is new, by what is said of the company',
      old: saying(3, { 'goals.target': 1 }),
      now: saying(3, { 'goals.target': 1 }, {}, { plans: ['purchase'] }),
      argv: [],
      expected: { verdicts: 'unmet', ...held },
      exitCode: 1,
    },
    {
      why: 'a verdict is new that was not demanded',
      old: saying(3, { 'goals.target': 1 }),
      now: saying(3, { 'goals.target': 1 }, {}, { plans: ['purchase'] }),
      argv: ['--fail-on', 'not-expand'],
      expected: { verdicts: 'met', ...held, 'verdicts-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'a provisional verdict became certain',
      old: saying(3, { 'tools.rules': 'unknown' }, {}, { data: 'protected' }),
      now: saying(3, { 'tools.rules': 0 }, {}, { data: 'protected' }),
      argv: ['--fail-on', 'not-buy'],
      expected: { verdicts: 'met', ...held, 'verdicts-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'the verdicts are nobody’s matter',
      old: saying(3, { 'goals.target': 1 }),
      now: saying(3, { 'goals.target': 1 }, {}, { plans: ['purchase'] }),
      argv: ['--no-fail-on'],
      expected: { 'levels-held': 'met', 'answers-held': 'met' },
      exitCode: 0,
    },
    {
      why: 'a question is newly below target, another was',
      old: saying('target', { 'tools.process': 0 }),
      now: saying('target', { 'tools.process': 0, 'tools.selection': 0 }),
      argv: ['--at-target'],
      expected: { verdicts: 'met', 'at-target': 'unmet', ...held, 'answers-held': 'unmet' },
      exitCode: 1,
    },
    {
      why: 'answers grew too old meanwhile',
      old: saying(3, {}, { updated: may }),
      now: saying(3, {}, { updated: may }),
      argv: ['--max-age', '90d'],
      expected: { verdicts: 'met', age: 'unmet', ...held },
      exitCode: 1,
    },
  ])('$exitCode when $why', async ({ old, now, argv, expected, exitCode }) => {
    const outcome = await against(old, now, argv);
    expect(outcomes(outcome.one)).toEqual(expected);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stderr).toBe('');
  });
});

describe('what is told', () => {
  test('which answer became worse, from what to what, and where', async () => {
    const now = saying(3, { 'goals.benefit': 1 });
    const { one, stdout } = await against(saying(3), now);
    const line = lineOf(now, 'goals.benefit');
    expect(stdout).toContain(
      `Nutzen gerechnet und verglichen (goals.benefit): Stufe 3 → Stufe 1 (Soll 2) · now.json:${line}`,
    );
    const [finding] = one.demands.at(-1)?.findings ?? [];
    expect(finding?.because).toEqual([
      {
        id: 'goals.benefit',
        state: 'answered',
        answer: 1,
        before: { state: 'answered', answer: 3 },
        at: { file: 'now.json', line, column: 3 },
      },
    ]);
  });

  test('which level fell, and by which answer', async () => {
    const { stdout } = await against(saying(3), saying(3, { 'goals.problem': 0 }));
    expect(stdout).toMatch(
      /Betrieb: Stufe 3 → [01] ↳ Problem vor Technik \(goals\.problem\): Stufe 3 → Stufe 0/,
    );
    expect(stdout).toMatch(/Unklare Ziele: Stufe 3 → [01]/);
  });

  test('which answer holds a level down where only the company is another', async () => {
    const { stdout } = await against(
      saying(3, { 'tools.rules': 1 }),
      saying(3, { 'tools.rules': 1 }, {}, { data: 'protected' }),
    );
    expect(stdout).toMatch(
      /Tool-Chaos: Stufe 2 → 1 ↳ Daten \(data\): Besonders geschützte .* ↳ Spielregeln und Datenampel \(tools\.rules\), Stufe 1: .* → Schritt 1: KI-Spielregeln/,
    );
  });

  test('what was so before, and what was mended', async () => {
    const old = saying('target', { 'tools.process': 0, 'tools.selection': 0 });
    const { stdout } = await against(old, saying('target', { 'tools.process': 0 }), [
      '--at-target',
    ]);
    expect(stdout).toContain(
      '• Nicht erfüllt, aber schon vorher so: Überall am Soll Klarer Prozess je Werkzeug',
    );
    expect(stdout).toContain('Seither behoben: Auswahl mit Kriterien und Test');
  });

  test('that an answer does not apply any more', async () => {
    const { stdout, exitCode } = await against(
      saying(3, { 'testing.monitoring': 0 }),
      saying(3, { 'testing.monitoring': 'not-applicable' }),
    );
    expect(stdout).toContain('1 Antwort lautet „trifft nicht zu“');
    expect(stdout).toContain('(testing.monitoring), neu');
    expect(exitCode).toBe(0);
  });

  test('that questions are no longer due', async () => {
    const { stdout, one } = await against(saying(3), saying(3, {}, {}, { stage: 'none' }));
    expect(one.noLongerDue).toContain('testing.cases');
    expect(stdout).toMatch(/• \d+ Fragen sind nicht mehr fällig, weil .*\(testing\.cases\)/);
  });

  test.each([
    {
      remark: 'old',
      old: saying(3, {}, { updated: '2025-01-10' }),
      says: 'ist mehr als ein Jahr älter',
    },
    { remark: 'later', old: saying(3, {}, { updated: '2026-11-30' }), says: 'ist jünger als' },
    { remark: 'undated', old: saying(3, {}, { updated: undefined }), says: 'sagt nicht, von wann' },
    {
      remark: 'other-name',
      old: saying(3, {}, { subject: { name: 'Meier' } }),
      says: 'nennt einen anderen Betrieb',
    },
    {
      remark: 'other-scope',
      old: saying(3, {}, { scope: { quick: true } }),
      says: 'beantwortet andere Fragen',
    },
    {
      remark: 'judged-anew',
      old: saying(
        3,
        {},
        {
          questionnaire: {
            id: 'five-hurdles',
            version: '1.0.0',
            digest: `sha256-${'0'.repeat(64)}`,
          },
        },
      ),
      says: 'ist veraltet',
    },
  ])('a baseline that is $remark says so', async ({ remark, old, says }) => {
    const now = saying(3, {}, { subject: { name: 'Muster' } });
    const { one, stdout } = await against(old, now);
    expect(one.baseline?.remarks).toEqual([remark]);
    expect(stdout).toContain('! Der Vergleichsstand old.json');
    expect(stdout).toContain(says);
  });

  test('one of another major version is no baseline: all that is demanded counts', async () => {
    const folder = aFolder({ 'now.json': saying(1) });
    const { stdout } = await hurdles(['score', 'now.json', '--json'], { cwd: folder.path });
    const stored = JSON.parse(stdout) as { questionnaire: object };
    const old = {
      ...stored,
      questionnaire: { ...stored.questionnaire, version: '0.9.0', digest: 'sha256-x' },
    };
    const outcome = await against(JSON.stringify(old), saying(1), ['--min-level', '2']);
    expect(outcomes(outcome.one)).toEqual({ verdicts: 'unmet', level: 'unmet' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('beantwortet Fassung 0.9.0, die anderes fragt');
  });

  test('one of an earlier version of the questionnaire is stale, and compared all the same', async () => {
    const folder = aFolder({
      'next.yaml': nextFiveHurdlesText,
      'old.json': saying(3),
      'now.json': renamed(
        saying(3, { 'goals.benefit': 1, 'goals.target': 1 }, { questionnaire: next }),
      ),
    });
    const call = ['check', 'now.json', '--baseline', 'old.json', '-q', 'next.yaml'];
    const { exitCode, stdout } = await hurdles(call, { cwd: folder.path });
    expect(stdout.replace(/\s+/g, ' ')).toContain('ist veraltet: Er beantwortet Fassung 1.0.0');
    expect(stdout).toContain('(goals.benefit): Stufe 3 → Stufe 1');
    expect(stdout).toContain('(goals.targeted): Stufe 3 → Stufe 1');
    expect(exitCode).toBe(1);
  });

  test('an answer that is called otherwise by now is told where it stands in the file', async () => {
    const now = saying('target', { 'goals.target': 0 });
    const folder = aFolder({ 'next.yaml': nextFiveHurdlesText, 'now.json': now });
    const call = ['check', 'now.json', '--at-target', '-q', 'next.yaml'];
    const { stdout } = await hurdles(call, { cwd: folder.path });
    const line = lineOf(now, 'goals.target');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`\\(goals\\.targeted\\), Stufe 0: [^↳→]* · now\\.json:${line} `),
    );
  });

  test('of another scope no level is compared, but answers are', async () => {
    const { one, exitCode } = await against(
      saying(3),
      saying(3, { 'goals.problem': 1 }, { scope: { quick: true } }),
    );
    expect(outcomes(one)).toEqual({
      verdicts: 'met',
      'verdicts-held': 'met',
      'answers-held': 'unmet',
    });
    expect(exitCode).toBe(1);
  });
});

describe('where it lies', () => {
  test('a stored assessment will do', async () => {
    const folder = aFolder({
      'old.yaml': saying(3),
      'now.yaml': saying(3, { 'goals.benefit': 1 }),
    });
    const { stdout } = await hurdles(['score', 'old.yaml', '--json'], { cwd: folder.path });
    folder.write('old.json', stdout);
    const call = ['check', 'now.yaml', '--baseline', 'old.json'];
    expect((await hurdles(call, { cwd: folder.path })).exitCode).toBe(1);
    const self = ['check', 'old.yaml', '--baseline', 'old.json'];
    expect((await hurdles(self, { cwd: folder.path })).exitCode).toBe(0);
  });

  test('for several files in a folder, by name; who has none has to meet all', async () => {
    const { mkdirSync } = await import('node:fs');
    const folder = aFolder({ 'a.yaml': saying(1), 'b.yaml': saying(1), 'c.yaml': saying(3) });
    mkdirSync(`${folder.path}/before`);
    folder.write('before/a.yaml', saying(1));
    folder.write('before/c.json', saying(3, { 'goals.benefit': 4 }));
    const call = [
      'check',
      'a.yaml',
      'b.yaml',
      'c.yaml',
      '--baseline',
      'before',
      '--min-level',
      '2',
    ];
    const { exitCode, stdout } = await hurdles(call, { cwd: folder.path });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✓ a\.yaml\n(?: .*\n)+\n■ b\.yaml\n(?: .*\n)+\n■ c\.yaml/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'In before gibt es zu dieser Datei keinen Vergleichsstand',
    );
    expect(stdout).toContain('Nutzen gerechnet und verglichen (goals.benefit): Stufe 4 → Stufe 3');

    // What is only a copy is told by the name it is a copy of.
    const named = await hurdles([...call, '--baseline-name', 'main:'], { cwd: folder.path });
    expect(named.exitCode).toBe(1);
    const told = named.stdout.replace(/\s+/g, ' ');
    expect(told).toContain('Verglichen mit main:a.yaml vom');
    expect(told).toContain('Verglichen mit main:c.json vom');
    expect(told).toContain('In main: gibt es zu dieser Datei keinen Vergleichsstand');
    expect(told).not.toContain('before');
    const other = await hurdles([...call, '--baseline-name', 'release 1'], { cwd: folder.path });
    expect(other.stdout.replace(/\s+/g, ' ')).toContain('Verglichen mit release 1/a.yaml vom');
  });

  test('a name for it without it is refused', async () => {
    const { path } = aFolder({ 'a.yaml': saying(1) });
    const call = ['check', 'a.yaml', '--baseline-name', 'main:'];
    const { exitCode, stderr } = await hurdles(call, { cwd: path });
    expect([exitCode, stderr]).toEqual([2, 'Hier fehlt eine Angabe: --baseline.\n']);
  });

  test.each([
    { why: 'has mistakes', text: 'format: answers/1\n' },
    { why: 'is no YAML', text: '{' },
    {
      why: 'answers another questionnaire',
      text: 'format: answers/1\nquestionnaire: { id: five-hurdles-crafts }\nprofile: { stage: pilot }\n',
    },
  ])(
    'one in a folder that $why keeps nobody from passing: everything demanded counts',
    async ({ text }) => {
      const folder = aFolder({ 'a.yaml': saying(3), 'low.yaml': saying(0) });
      mkdirSync(join(folder.path, 'before'));
      for (const name of ['a.yaml', 'low.yaml']) folder.write(`before/${name}`, text);
      const call = [
        'check',
        '--baseline',
        'before',
        '--baseline-name',
        'main:',
        '--min',
        'tools=2',
      ];
      const mended = await hurdles([...call, 'a.yaml'], { cwd: folder.path });
      expect([mended.exitCode, mended.stderr]).toEqual([0, '']);
      expect(mended.stdout.replace(/\s+/g, ' ')).toContain(
        '! Der Vergleichsstand main:a.yaml hat Fehler oder gehört zu einem anderen Fragebogen.',
      );
      const low = await hurdles([...call, 'low.yaml'], { cwd: folder.path });
      expect(low.exitCode).toBe(1);
    },
  );

  test.each([
    {
      why: 'is not there',
      file: 'gone.yaml',
      text: null,
      says: 'Die Datei gone.yaml gibt es nicht.',
    },
    { why: 'is broken', file: 'b.yaml', text: 'format: answers/1\n', says: 'b.yaml:1:1' },
    {
      why: 'answers another questionnaire',
      file: 'b.yaml',
      text: 'format: answers/1\nquestionnaire: { id: five-hurdles-crafts }\nprofile: { stage: pilot }\n',
      says: 'gehört zum Fragebogen `five-hurdles-crafts`',
    },
  ])('one that $why makes the file unusable: 2', async ({ file, text, says }) => {
    const folder = aFolder({ 'a.yaml': saying(3), ...(text === null ? {} : { [file]: text }) });
    const call = ['check', 'a.yaml', '--baseline', file];
    const { exitCode, stderr, stdout } = await hurdles(call, { cwd: folder.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toContain('a.yaml: Ließ sich nicht prüfen');
    if (text === null) return;
    const named = await hurdles([...call, '--baseline-name', 'main:b'], { cwd: folder.path });
    expect(named.stderr).toContain('main:b');
    expect(named.stderr).not.toContain('b.yaml');
  });
});
