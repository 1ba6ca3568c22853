import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { answersFile, lineOf } from '../support/answers-file.ts';
import { attacks } from '../support/attacks.ts';
import { sheet } from '../support/five-hurdles.ts';
import { readJunit } from '../support/read-junit.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const stop = answersFile(
  sheet({ stage: 'pilot', data: 'protected' }, 3, {
    'tools.rules': 1,
    'testing.monitoring': 'not-applicable',
  }),
);
const fine = answersFile(sheet({ stage: 'pilot' }, 3));
const files = { 'stop.json': stop, 'fine.json': fine, 'broken.yaml': 'format: answers/1\n' };
const folder = aFolder(files);
const check = (...argv: readonly string[]) => hurdles(['check', ...argv], { cwd: folder.path });
const three = ['fine.json', 'stop.json', 'broken.yaml', 'gone.yaml'];

describe('JUnit', () => {
  test('a suite for each file, a case for each demand', async () => {
    const { stdout, exitCode } = await check(...three, '--at-target', '-f', 'junit');
    const root = readJunit(stdout);
    expect(exitCode).toBe(2);
    expect(root.attributes).toEqual({
      name: 'hurdles check',
      tests: '6',
      failures: '2',
      errors: '2',
    });
    expect(root.children.map(({ attributes }) => attributes)).toMatchObject([
      { name: 'fine.json', tests: '2', failures: '0', errors: '0' },
      { name: 'stop.json', tests: '2', failures: '2', errors: '0' },
      { name: 'broken.yaml', tests: '1', failures: '0', errors: '1' },
      { name: 'gone.yaml', tests: '1', failures: '0', errors: '1' },
    ]);
    const cases = root.children[1]?.children ?? [];
    expect(cases.map(({ name, attributes }) => attributes.name ?? name)).toEqual([
      'Kein Urteil der Art „stop“',
      'Überall am Soll',
      'system-out',
    ]);
    const [failure] = cases[0]?.children ?? [];
    expect(failure?.attributes).toMatchObject({ type: 'verdicts' });
    expect(failure?.text).toContain(`stop.json:${lineOf(stop, 'tools.rules')}`);
    expect(failure?.text).toContain('→ Schritt 1: ');
    expect(cases.at(-1)?.text).toContain('1 Antwort lautet „trifft nicht zu“');
  });

  test('what was so before is a case that passes, and says so', async () => {
    const call = ['stop.json', '--baseline', 'stop.json', '-f', 'junit'];
    const root = readJunit((await check(...call)).stdout);
    expect(root.attributes).toMatchObject({ failures: '0' });
    expect(root.children[0]?.children[0]?.children).toMatchObject([
      { name: 'system-out', text: expect.stringContaining('schon vorher so') },
    ]);
  });
});

describe('GitHub', () => {
  test('an error beside the line of the answer, with the step; notes for the rest', async () => {
    const { stdout, stderr, exitCode } = await check(...three, '-f', 'github');
    const lines = stdout.trim().split('\n');
    expect(exitCode).toBe(2);
    expect(stderr).toBe('');
    const line = lineOf(stop, 'tools.rules');
    const title = 'title=Nicht erfüllt%3A Kein Urteil der Art „stop“';
    expect(lines[0]).toContain(
      `::error file=stop.json,line=${line},col=3,${title}::Keine besonders`,
    );
    expect(lines[0]).toMatch(/%0A→ Schritt 1: .*\(tools\.rules\)/);
    expect(lines[1]).toMatch(/^::notice file=stop\.json,line=1,.*::1 Antwort lautet/);
    expect(lines[2]).toMatch(
      /^::error file=broken\.yaml,line=1,col=1,title=Ließ sich nicht prüfen::Hier fehlt/,
    );
    expect(lines.at(-1)).toMatch(
      /^::error file=gone\.yaml,line=1,.*::Die Datei gone\.yaml gibt es nicht\.$/,
    );
  });

  test('no demand takes the place of the others', async () => {
    const text = answersFile(sheet({ stage: 'pilot' }, 0));
    const { stdout } = await hurdles(
      ['check', '-', '--at-target', '--fail-on', 'none', '-f', 'github'],
      {
        stdin: text,
      },
    );
    const errors = stdout.split('\n').filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(5);
    expect(errors.at(-1)).toMatch(/%0A\(und \d+ weitere Punkte\)$/);
  });

  test('one answer that got worse is one note, which names all that it keeps from being met', async () => {
    const before = answersFile(sheet({ stage: 'pilot' }, 3));
    const worse = answersFile(sheet({ stage: 'pilot' }, 3, { 'goals.target': 0 }));
    const { path } = aFolder({ 'old.json': before, 'new.json': worse });
    const { stdout } = await hurdles(
      ['check', 'new.json', '--at-target', '--baseline', 'old.json', '-f', 'github'],
      { cwd: path },
    );
    const errors = stdout.split('\n').filter((line) => line.startsWith('::error'));
    const line = lineOf(worse, 'goals.target');
    const own = errors.filter((error) => error.startsWith(`::error file=new.json,line=${line},`));
    expect(own).toHaveLength(1);
    const [title = '', message = ''] = (own[0] ?? '').split(/,title=|::(?!error)/).slice(1);
    expect(title).toBe(
      'Nicht erfüllt%3A Überall am Soll; Keine Stufe gefallen; Keine Antwort schlechter',
    );
    expect(message.split('%0A')).toEqual([
      'Messbares Ziel',
      'Betrieb: Stufe 3 → 1',
      'Unklare Ziele: Stufe 3 → 1',
      'Keine systematische Messung: Stufe 3 → 2',
      '↳ Messbares Ziel (goals.target), Stufe 0: Es gibt kein Ziel. (Soll 3)',
      '↳ Messbares Ziel (goals.target): Stufe 3 → Stufe 0 (Soll 3)',
      expect.stringMatching(/^→ Schritt 1: .*\(goals\.target\)/),
    ]);
    // What stands at another answer is a note of its own there.
    const places = errors.map((error) => /,line=\d+,col=\d+/.exec(error)?.[0]);
    expect(new Set(places).size).toBe(places.length);
  });

  test('what was so before is a warning', async () => {
    const { stdout } = await check('stop.json', '--baseline', 'stop.json', '-f', 'github');
    expect(stdout).toMatch(/^::warning file=stop\.json,.*schon vorher so, zählt nicht\)$/m);
    expect(stdout).not.toContain('::error');
  });
});

describe('JSON', () => {
  const schema = JSON.parse(
    readFileSync(join(root, 'schemas/check.v1.schema.json'), 'utf8'),
  ) as object;
  const isValid = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
    schema,
  );

  test.each([
    three,
    ['stop.json', '--baseline', 'fine.json', '--at-target', '--min-level', '4', '--min', 'tools=4'],
    ['fine.json', '--baseline', 'stop.json', '--max-age', '1w', '--min-coverage', '1', '--strict'],
    ['fine.json', '--no-fail-on'],
  ])('fits the published schema, and nothing else is on the standard output', async (...argv) => {
    const { stdout } = await check(...argv, '-f', 'json');
    isValid(JSON.parse(stdout));
    expect(isValid.errors).toBeNull();
  });

  test('says the outcome, of all and of each', async () => {
    const { stdout } = await check(...three, '-f', 'json');
    const { format, outcome, files: told } = JSON.parse(stdout);
    expect([format, outcome]).toEqual(['check/1', 'unusable']);
    expect(told.map((one: { outcome: string }) => one.outcome)).toEqual([
      'met',
      'below',
      'unusable',
      'unusable',
    ]);
    expect(told[2].problems[0]).toMatchObject({
      code: 'missing-key',
      at: { file: 'broken.yaml', line: 1 },
    });
    expect(told[3].problems).toMatchObject([{ code: 'no-such-file', at: null }]);
  });
});

describe('-o', () => {
  test.each([
    { file: 'check.xml', begins: '<?xml' },
    { file: 'check.json', begins: '{\n  "format": "check/1"' },
    { file: 'check.txt', begins: '■ stop.json' },
    { file: 'check', begins: '::error file=stop.json', argv: ['-f', 'github'] },
  ])('$file is written, and the terminal keeps the text', async ({ file, begins, argv = [] }) => {
    const { exitCode, stdout, stderr } = await check('stop.json', '-o', file, ...argv);
    expect(exitCode).toBe(1);
    expect(folder.read(file).startsWith(begins)).toBe(true);
    expect(stdout).toContain('Nicht erfüllt: Kein Urteil');
    expect(stderr).toBe(`Geschrieben: ${file}\n`);
  });

  test('nothing that is read is written over', async () => {
    const { exitCode, stderr } = await check('stop.json', '-o', 'stop.json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('würde die eingelesene Datei stop.json überschreiben');
    expect(folder.read('stop.json')).toBe(stop);
  });
});

describe('whatever a file says stays text', () => {
  const hostile = (attack: string) =>
    answersFile(
      sheet({ stage: 'pilot', data: 'protected', use: attack }, 3, { 'tools.rules': 1 }),
      {
        subject: { name: attack, use: attack },
      },
    );

  test.each(attacks)('%s', async (attack) => {
    const name = `x${attack.replaceAll(/[/\0]/g, '-')}\n::error::x.json`;
    const here = aFolder({
      [name]: hostile(attack),
      'hurdles.config.yaml': `format: config/1\nchecks: [{ id: own, when: { stage: pilot }, message: ${JSON.stringify(attack)} }]\n`,
    });
    // One that cannot be read has such a name, too.
    const broken = `broken${name}`;
    here.write(broken, '{');
    const run = (format: string) =>
      hurdles(['check', name, broken, '-f', format], { cwd: here.path });
    const suites = readJunit((await run('junit')).stdout);
    expect(suites.children).toHaveLength(2);
    expect(suites.children[0]?.children.filter((one) => one.name === 'testcase')).toHaveLength(2);

    const { stdout } = await run('github');
    const ours =
      /^::(?:error|warning|notice) file=[^\r\n:,]*,line=\d+,col=\d+,title=[^\r\n:,]*::[^\r\n]+$/;
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .filter((line) => !ours.test(line)),
    ).toEqual([]);

    for (const format of ['text', 'github', 'junit', 'json']) {
      const told = await run(format);
      expect(told.exitCode).toBe(2);
      expect(told.stdout + told.stderr).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      expect(told.stdout + told.stderr).not.toMatch(/^::error::x/m);
    }
  });

  test('half a character and what no XML may hold', async () => {
    const { stdout } = await hurdles(['check', '-', '-f', 'junit'], {
      stdin: hostile('a\ud83d b\udc00 c\uffff d\ufffe').replaceAll('\\ud83d', '\\ud83d'),
    });
    expect(() => readJunit(stdout)).not.toThrow();
    expect(stdout).toContain('c\ufffd d\ufffd');
  });
});
