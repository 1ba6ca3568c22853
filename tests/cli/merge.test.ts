import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { AssessmentFormat } from '../../src/assessment/assessment-format.ts';
import { paintFor } from '../../src/cli/paint.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { apartLines } from '../../src/cli/show-differences.ts';
import { de } from '../../src/cli/words/de.ts';
import { viewOf } from '../../src/report/view.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { nextFiveHurdlesText } from '../support/next-five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const roles = ['mgmt', 'it', 'dept'];
const texts = Object.fromEntries(
  roles.map((role) => [
    `${role}.yaml`,
    readFileSync(join(root, `examples/roles/${role}.yaml`), 'utf8'),
  ]),
);
const example = readFileSync(join(root, 'examples/pumpenbau.yaml'), 'utf8');

/** A folder with what each role of the example said, and a way to run commands in it. */
function threeRoles(also: Readonly<Record<string, string>> = {}) {
  const folder = aFolder({ ...texts, ...also });
  const run = (...argv: readonly string[]) => hurdles(argv, { cwd: folder.path });
  return { ...folder, run };
}

const prefer = ['--prefer', 'it'];

test('what three roles said becomes one file, the same whatever their order', async () => {
  const { run, read } = threeRoles();
  const files = roles.map((role) => `${role}.yaml`);
  const orders = [files, files.toReversed(), ['it.yaml', 'mgmt.yaml', 'dept.yaml', 'it.yaml']];
  for (const [index, order] of orders.entries()) {
    const { exitCode, stdout } = await run('merge', ...order, ...prefer, '-o', `${index}.yaml`);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(read(`${index}.yaml`)).toBe(example);
  }
  expect((await run('lint', '0.yaml')).exitCode).toBe(0);
});

test('one after the other gives the same as all at once, and what is in it already changes nothing', async () => {
  const { run, read } = threeRoles();
  await run('merge', 'mgmt.yaml', 'it.yaml', ...prefer, '-o', 'two.yaml');
  await run('merge', 'dept.yaml', 'two.yaml', ...prefer, '-o', 'all.yaml');
  expect(read('all.yaml')).toBe(example);
  await run('merge', 'all.yaml', 'mgmt.yaml', ...prefer, '-o', 'again.yaml');
  expect(read('again.yaml')).toBe(example);
});

describe('where the questionnaire has changed since', () => {
  const say = (text = '') => text.replace('{ id: five-hurdles, version: 1.0.0 }', edition);
  const edition = '{ id: five-hurdles, version: 1.0.0, digest: sha256-old }';
  const files = roles.map((role) => `${role}.yaml`);

  test('answers that all were given to the same version stay answers to it', async () => {
    const { run, read } = threeRoles(
      Object.fromEntries(files.map((file) => [file, say(texts[file])])),
    );
    const { stderr } = await run('merge', ...files, ...prefer, '-o', 'all.yaml');
    expect(read('all.yaml')).toContain(`questionnaire: ${edition}\n`);
    expect(stderr).not.toContain('Die neue Datei gilt');
    expect((await run('score', 'all.yaml')).stderr).toMatch(
      /seither geändert \(beantwortet: 1\.0\.0, sha/,
    );
  });

  test('answers to different ones become answers to the one at hand, and that is said', async () => {
    const { run, read } = threeRoles({ 'it.yaml': say(texts['it.yaml']) });
    await run('merge', ...files, ...prefer, '-o', 'all.yaml');
    expect(read('all.yaml')).toContain(`digest: ${fiveHurdles.digest}`);
  });

  test('what had to be carried over is answered anew, as if each file had been migrated first', async () => {
    const next = nextFiveHurdlesText.replace(
      '{ rename: tool-count, to: tool-number }',
      '{ remove: tool-count }',
    );
    const { run, read } = threeRoles({ 'next.yaml': next });
    const asked = ['-q', 'next.yaml'];
    const one = await run('merge', ...files, ...prefer, ...asked, '-o', 'all.yaml');
    expect(read('all.yaml')).toMatch(
      /^questionnaire: \{ id: five-hurdles, version: 1\.1\.0, digest/m,
    );
    expect(read('all.yaml')).toContain('goals.targeted:');
    const said = one.stderr.replace(/\s+/g, ' ');
    expect(said).toContain(
      'gilt als nach Fassung 1.1.0 beantwortet; beantwortet wurde nach Fassung 1.0.0 (mgmt.yaml, it.yaml, dept.yaml).',
    );
    expect(said).toContain('steht nur noch in mgmt.yaml, it.yaml, dept.yaml.');

    await run('merge', 'dept.yaml', 'it.yaml', ...prefer, ...asked, '-o', 'two.yaml');
    await run('merge', 'two.yaml', 'mgmt.yaml', ...prefer, ...asked, '-o', 'again.yaml');
    expect(read('again.yaml')).toBe(read('all.yaml'));

    for (const file of files) await run('migrate', file, ...asked);
    const other = await run('merge', ...files, ...prefer, ...asked, '-o', 'migrated.yaml');
    expect(read('migrated.yaml')).toBe(read('all.yaml'));
    expect(other.stderr).not.toContain('gilt als');
  });
});

test('one file alone stays as it is, comments and all', async () => {
  const { run, read } = threeRoles();
  const { exitCode, stderr } = await run('merge', 'it.yaml', './it.yaml', '-o', 'one.yaml');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('sind unverändert');
  expect(read('one.yaml')).toBe(texts['it.yaml']);
  expect((await run('merge', 'it.yaml', '-o', '-')).stdout).toBe(texts['it.yaml']);
});

test.each([
  {
    lang: 'de',
    says: [
      'dept.yaml (Fachbereich), mgmt.yaml (Geschäftsführung)',
      'bei 11 liegen die Antworten auseinander',
      'Am weitesten liegen die Antworten bei „Problem vor Technik“ auseinander: Geschäftsführung 3, Fachbereich 0.',
      'Das hat noch niemand beantwortet; wissen kann es:',
      'IT oder KI-Verantwortliche: Automatisierte Tests nach Änderungen; Leistung und Kosten überwacht',
      'Wer gefragt wurde, weiß es nicht; wissen kann es:',
      'Fachbereich, IT oder KI-Verantwortliche: Anpassung nach Rückmeldungen',
      'hurdles report all.yaml --lang de -o bericht.html',
    ],
  },
  {
    lang: 'en',
    says: [
      'dept.yaml (Department), mgmt.yaml (Management)',
      'on 11 the answers differ',
      'Furthest apart on “Problem before technology”: Management 3, Department 0.',
      'Nobody has answered these yet; these may know:',
      'IT or AI lead: Automated tests after changes; Performance',
      'Whoever was asked does not know; these may know: Department, IT or AI lead: Changes',
      'hurdles report all.yaml --lang en -o report.html',
    ],
  },
])(
  'says how far the roles are apart and who could answer the rest ($lang)',
  async ({ lang, says }) => {
    const { run } = threeRoles();
    const files = ['dept.yaml', 'mgmt.yaml'];
    const { stderr } = await run(
      'merge',
      ...files,
      '--prefer',
      'dept',
      '-o',
      'all.yaml',
      '--lang',
      lang,
    );
    for (const one of says) expect(stderr.replace(/\s+/g, ' ')).toContain(one);
  },
);

test('profiles that differ are told all at once, with every role’s answer and the way out', async () => {
  const { run, path } = threeRoles();
  const { exitCode, stdout, stderr } = await run(
    'merge',
    'mgmt.yaml',
    'it.yaml',
    'dept.yaml',
    '-o',
    'all.yaml',
  );
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(
    stderr,
  ).toBe(`it.yaml:17:16  Bei \`private-use\` sagen die Rollen Verschiedenes: mgmt \`not-known\`, it \`known\`, dept \`known\`.
  Welche Rolle gilt, sagt zum Beispiel \`--prefer mgmt\`; oder gleichen Sie die Dateien an.
it.yaml:21:15  Bei \`tool-count\` sagen die Rollen Verschiedenes: mgmt \`few\`, it \`some\`, dept \`some\`.
  Welche Rolle gilt, sagt zum Beispiel \`--prefer mgmt\`; oder gleichen Sie die Dateien an.
it.yaml:22:10  Bei \`plans\` sagen die Rollen Verschiedenes: mgmt \`expansion\`, it \`integration, expansion\`, dept \`expansion\`.
  Welche Rolle gilt, sagt zum Beispiel \`--prefer mgmt\`; oder gleichen Sie die Dateien an.
`);
  expect((await hurdles(['score', 'all.yaml'], { cwd: path })).exitCode).toBe(2);
});

test('what is agreed needs no source, and is no dispute any more', async () => {
  const { run, write } = threeRoles();
  const agreed = example.replace(
    / {2}goals\.problem:\n[\s\S]*?(?= {2}goals\.target)/,
    '  goals.problem: 2\n',
  );
  write('agreed.yaml', agreed);
  expect(agreed).not.toBe(example);
  expect((await run('lint', 'agreed.yaml')).exitCode).toBe(0);
  const { stdout } = await run('score', 'agreed.yaml');
  expect(stdout).not.toContain('Problem vor Technik: Geschäftsführung');
  expect(stdout).toContain('Messbares Ziel: Geschäftsführung 3, Fachbereich 1');
  expect((await run('merge', 'agreed.yaml', 'it.yaml', '-o', '-')).exitCode).toBe(0);
});

test('the interview goes on in a merged file and leaves who said what', async () => {
  const { run } = threeRoles({ 'all.yaml': example });
  const { exitCode, stdout } = await run('interview', 'all.yaml');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Wo Sie verschiedene Betriebe sehen');
});

test('the output goes where a pipe reads it, as JSON where it is called so', async () => {
  const { run, read } = threeRoles();
  const files = ['mgmt.yaml', 'it.yaml', 'dept.yaml', ...prefer];
  const { stdout } = await run('merge', ...files, '-o', '-');
  expect(stdout).toBe(example);
  await run('merge', ...files, '-o', 'all.json');
  const fromJson = await run('score', 'all.json', '--json');
  expect(fromJson.stdout).toBe(
    (await hurdles(['score', '-', '--json'], { stdin: example })).stdout,
  );
  expect(JSON.parse(read('all.json'))).toMatchObject({ format: 'answers/1', language: 'de' });
});

describe('refused is', () => {
  test.each([
    {
      what: 'to write over anything',
      argv: ['mgmt.yaml', 'it.yaml', '-o', 'dept.yaml'],
      says: /dept\.yaml gibt es schon/,
    },
    {
      what: 'a call that does not say where to',
      argv: ['mgmt.yaml', 'it.yaml'],
      says: /fehlt eine Angabe: -o/,
    },
    { what: 'a call without files', argv: ['-o', 'all.yaml'], says: /fehlt eine Angabe/ },
    {
      what: 'a role that there is not',
      argv: ['mgmt.yaml', 'it.yaml', '--prefer', 'boss', '-o', 'all.yaml'],
      says: /--prefer kann nicht „boss“ sein\. Möglich sind: mgmt, it, dept/,
    },
    {
      what: 'another questionnaire',
      argv: ['mgmt.yaml', 'crafts.yaml', '-o', 'all.yaml'],
      says: /^crafts\.yaml:2:\d+ {2}.*five-hurdles-crafts.*\n {2}Zusammenführen lassen sich nur/,
    },
    {
      what: 'another major version',
      argv: ['mgmt.yaml', 'old.yaml', '-o', 'all.yaml'],
      says: /^old\.yaml:2:\d+ {2}Beantwortet wurde Fassung 0\.9\.0/,
    },
    {
      what: 'a stored assessment',
      argv: ['mgmt.yaml', 'stored.yaml', '-o', 'all.yaml'],
      says: /^stored\.yaml:1:\d+ {2}Das ist eine gespeicherte Bewertung/,
    },
    {
      what: 'answers of nobody in particular',
      argv: ['mgmt.yaml', 'nobody.yaml', '-o', 'all.yaml'],
      says: /^nobody\.yaml:.* {2}Hier steht nicht, in welcher Rolle.*\n.*respondent: \{ role: … \}.*mgmt, it, dept/,
    },
    {
      what: 'another company',
      argv: ['mgmt.yaml', 'other.yaml', '-o', 'all.yaml'],
      says: /^other\.yaml:3:\d+ {2}Der Betrieb heißt hier `Anders AG`, in mgmt\.yaml aber `Talbach Pumpenbau GmbH`/,
    },
    {
      what: 'a file with mistakes, and every other one with it',
      argv: ['broken.yaml', 'crafts.yaml', '-o', 'all.yaml', '-q', 'five-hurdles'],
      says: /^broken\.yaml:3:\d+ [\s\S]*^crafts\.yaml:2/m,
    },
  ])('$what', async ({ argv, says }) => {
    const start = 'format: answers/1\nquestionnaire: { id: five-hurdles }\n';
    const { run, path } = threeRoles({
      'crafts.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles-crafts }\n',
      'old.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles, version: 0.9.0 }\n',
      'stored.yaml': 'format: assessment/1\nquestionnaire: { id: five-hurdles }\n',
      'nobody.yaml': `${start}profile: { size: medium }\n`,
      'other.yaml': `${start}subject: { name: Anders AG }\nscope: { role: it }\n`,
      'broken.yaml': `${start}scope: { role: boss }\n`,
    });
    const { exitCode, stdout, stderr } = await run('merge', ...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect((await hurdles(['score', 'all.yaml'], { cwd: path })).stderr).toContain('gibt es nicht');
    expect((await hurdles(['score', 'dept.yaml', '--json'], { cwd: path })).exitCode).toBe(0);
  });
});

describe('where roles see different companies', () => {
  test('the terminal shows each on the scale, with what was said', async () => {
    const folder = aFolder({ 'all.yaml': example });
    const { stdout } = await hurdles(['score', 'all.yaml'], { cwd: folder.path });
    expect(stdout).toContain(`  Problem vor Technik (Kernfrage)
     0 ▲──┼──┼──●──┼ 4  Geschäftsführung 3, Fachbereich 0
     ● „Steht seit Mai in der Jahresplanung“`);
    expect(stdout).toContain('11-mal fällt\n  die Antwort bei „Geschäftsführung“ besser aus');
    expect(stdout).toContain('9 weitere Fragen, bei denen die Antworten auseinanderliegen');
  });

  test.each([40, 24])('no line is wider than %i columns', async (width) => {
    const { stdout } = await hurdles(['score', 'examples/pumpenbau.yaml', '--json']);
    const view = viewOf(
      AssessmentFormat.parse(JSON.parse(stdout)),
      fiveHurdles,
      'de',
      reportWords('de'),
    );
    const lines = apartLines(
      view.differences,
      de.result,
      paintFor({ env: {}, stdout: new PassThrough() }),
      width,
    );
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => [...line].length > width)).toEqual([]);
  });

  test('what makes them a reason to clarify first is named', async () => {
    const { stdout } = await hurdles(['score', 'examples/pumpenbau.yaml', '--json']);
    const { verdicts, answers } = JSON.parse(stdout) as {
      verdicts: readonly { id: string; because: readonly object[] }[];
      answers: Readonly<Record<string, { sources?: readonly object[] }>>;
    };
    expect(verdicts.find(({ id }) => id === 'clarify-first')?.because).toEqual([
      { id: 'goals.problem', value: 3 },
      { id: 'goals.target', value: 2 },
      { id: 'measurement.baseline', value: 3 },
      { id: 'involvement.experts', value: 2 },
    ]);
    expect(answers['goals.problem']?.sources).toHaveLength(2);
  });

  test('a stored assessment tells the same in either language', async () => {
    const { stdout: stored } = await hurdles(['score', 'examples/pumpenbau.yaml', '--json']);
    const { stdout } = await hurdles(['report', '-', '-f', 'md', '--lang', 'en'], {
      stdin: stored,
    });
    expect(stdout).toBe(
      (await hurdles(['report', 'examples/pumpenbau.yaml', '-f', 'md', '--lang', 'en'])).stdout,
    );
    expect(stdout).toContain('## Where you see different companies');
  });
});

test('one role’s result says what it covers and who can answer the rest', async () => {
  const { stdout } = await hurdles(['score', 'examples/roles/it.yaml']);
  expect(stdout).toContain('20 von 29 fälligen\nFragen.');
  expect(stdout).toContain('Ganz abgedeckt: Tool-Chaos');
  expect(stdout).toMatch(
    /Wer die übrigen 9 Fragen beantworten kann[^:]*:\s+Geschäftsführung \(8\), Fachbereich \(7\)/,
  );
  expect(stdout).toContain('Keine Stufe für den Betrieb');
});
