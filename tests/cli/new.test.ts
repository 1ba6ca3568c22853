import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { fakeTerminal, key, toTheResult } from '../support/fake-terminal.ts';
import { fiveHurdlesText } from '../support/five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

type Sections = Readonly<Record<'profile' | 'answers', Readonly<Record<string, unknown>>>>;

const schemaLine = /^# yaml-language-server: \$schema=(\S+)\n/;

/** Whether a file fits the schema that its first line names, and that lies beside it. */
function problemsBySchema(folder: ReturnType<typeof aFolder>, name: string): unknown {
  const text = folder.read(name);
  const schema = folder.read(join(dirname(name), schemaLine.exec(text)?.[1] ?? 'none'));
  const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(schema),
  );
  isValid(parse(text));
  return isValid.errors;
}

describe.each(['de', 'en'])('the questionnaire to begin with (%s)', (lang) => {
  const begun = async () => {
    const folder = aFolder();
    const argv = ['new', 'questionnaire', 'our-check', '--lang', lang];
    const ran = await hurdles(argv, { cwd: folder.path });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toBe('');
    const run = (...words: string[]) => hurdles(words, { cwd: folder.path });
    return { folder, run, stderr: ran.stderr };
  };

  test('bears the id it was given, and speaks the language of the talk only', async () => {
    const { folder } = await begun();
    const data = parse(folder.read('our-check.yaml')) as object;
    expect(data).toMatchObject({ id: 'our-check', languages: [lang] });
    const other = lang === 'de' ? 'en' : 'de';
    expect(JSON.stringify(data)).not.toContain(`"${other}":`);
    expect(readdirSync(folder.path)).toEqual(['our-check.yaml', 'questionnaire.v1.schema.json']);
  });

  test('lints without a finding, and fits the schema beside it', async () => {
    const { folder, run } = await begun();
    const { exitCode, stdout } = await run('lint', 'our-check.yaml', '--strict');
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
    expect(problemsBySchema(folder, 'our-check.yaml')).toBeNull();
  });

  test('has cases that come out as expected and reach every rule', async () => {
    const { run } = await begun();
    const { exitCode, stdout } = await run('test', 'our-check.yaml', '--strict', '--json');
    expect(exitCode).toBe(0);
    const { outcomes, unreached } = JSON.parse(stdout) as {
      outcomes: unknown[];
      unreached: object;
    };
    expect(outcomes.length).toBeGreaterThan(1);
    expect(Object.values(unreached).flat()).toEqual([]);
  });

  test('the commands it tells how to go on with work as they are written', async () => {
    const { folder, run, stderr } = await begun();
    const commands = [...stderr.matchAll(/: hurdles (.*)$/gm)].map(([, call = '']) => call);
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const { exitCode, stderr: said } = await run(...command.split(' '));
      const isTalk = command.startsWith('interview');
      expect(exitCode, command).toBe(isTalk ? 2 : 0);
      // Without a terminal the interview only says what it would ask.
      if (isTalk) expect(said).toContain('stage, use, overview.list');
    }
    expect(readdirSync(folder.path)).toHaveLength(2);
  });

  test('answers to it can be laid out, filled in, scored and reported', async () => {
    const { folder, run } = await begun();
    const own = ['-q', 'our-check.yaml', '--lang', lang];
    expect((await run('new', 'answers', 'a.yaml', ...own)).exitCode).toBe(0);
    folder.write('a.yaml', filledIn(folder.read('a.yaml'), folder.read('our-check.yaml')));
    const scored = await run('score', 'a.yaml', ...own);
    expect(scored.stderr).toBe('');
    expect(scored.exitCode).toBe(0);
    const report = await run('report', 'a.yaml', '-f', 'md', ...own);
    expect(report.exitCode).toBe(0);
    expect(report.stdout).toContain(lang === 'de' ? 'Liste anlegen' : 'Make a list');
  });

  test('explains each of its sections in a comment, in lines one can read', async () => {
    const { folder } = await begun();
    const lines = folder.read('our-check.yaml').split('\n');
    const sections = lines.flatMap((line, index) =>
      /^(scales|roles|profile|targets|hurdles|gates|verdicts|contradictions|cases):/.test(line)
        ? [lines[index - 1]]
        : [],
    );
    expect(sections).toHaveLength(9);
    for (const above of sections) expect(above).toMatch(/^# \S.{20,}/);
    expect(lines.filter((line) => line.startsWith('#') && line.length > 120)).toEqual([]);
  });
});

test('the questionnaire to begin with is the same in both languages but for its texts', async () => {
  const bare = async (lang: string) => {
    const { stdout } = await hurdles(['new', 'questionnaire', 'x', '-o', '-', '--lang', lang]);
    return parse(stdout, (_key, value: unknown) =>
      value !== null && typeof value === 'object' && lang in value
        ? { ...value, [lang]: undefined, text: '…' }
        : value,
    ) as object;
  };
  expect({ ...(await bare('en')), languages: ['de'] }).toEqual(await bare('de'));
});

test('in the interview, the questionnaire to begin with is asked through to its result', async () => {
  const folder = aFolder();
  await hurdles(['new', 'questionnaire', 'our-check'], { cwd: folder.path });
  const talk = interview(['interview', 'a.yaml', '-q', 'our-check.yaml'], folder.path);
  await talk.shows('Wie heißt Ihr Betrieb?');
  await talk.shows('s aufhören');
  talk.press('Muster GmbH', key.enter);
  await talk.shows('Frage 1 von 2');
  await talk.shows('s aufhören');
  talk.press(key.down, key.down, key.enter);
  await talk.shows('Frage 2 von 2');
  await talk.shows('s aufhören');
  talk.press('Einkauf', key.enter);
  for (let number = 1; number <= 4; number += 1) {
    await talk.shows(`Frage ${number} von 4`);
    await talk.shows('s aufhören');
    talk.press(key.enter);
  }
  await toTheResult(talk);
  expect(await talk.exitCode).toBe(0);
  expect(talk.stdout()).toContain('Muster GmbH · Einkauf');
  expect(talk.stdout()).toContain('Die Stelle noch nicht ausschreiben');
});

describe('where a new questionnaire is written', () => {
  test.each([
    { why: 'a path with folders that are yet to be made', to: 'a/b/check.yaml' },
    { why: 'a folder to be made', to: 'a/b/', as: 'a/b/our-check.yaml' },
    { why: 'a folder that is there', to: 'there', as: 'there/our-check.yaml' },
  ])('$why: the schema lies beside it', async ({ to, as = to }) => {
    const folder = aFolder();
    await hurdles(['new', 'questionnaire', 'x', '-o', 'there/x.yaml'], { cwd: folder.path });
    const argv = ['new', 'questionnaire', 'our-check', '-o', to];
    const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`Geschrieben: ${as}\n`);
    expect(stderr).toContain(`hurdles lint ${as}\n`);
    expect(problemsBySchema(folder, as)).toBeNull();
    const linted = await hurdles(['lint', as, '--strict'], { cwd: folder.path });
    expect(linted.exitCode).toBe(0);
  });

  test('a name with a space is quoted where it is to be typed again', async () => {
    const folder = aFolder();
    const argv = ['new', 'questionnaire', 'x', '-o', 'unser Check.yaml'];
    const { stderr } = await hurdles(argv, { cwd: folder.path });
    expect(stderr).toContain("hurdles lint 'unser Check.yaml'\n");
  });

  test('a schema that is there already is left as it is', async () => {
    const folder = aFolder({ 'questionnaire.v1.schema.json': '{}' });
    const { stderr } = await hurdles(['new', 'questionnaire', 'x'], { cwd: folder.path });
    expect(folder.read('questionnaire.v1.schema.json')).toBe('{}');
    expect(stderr).not.toContain('schema.json');
  });

  test('a schema of answers is written again when the questionnaire has changed since', async () => {
    const folder = aFolder();
    const run = (...argv: string[]) => hurdles(['new', ...argv], { cwd: folder.path });
    await run('questionnaire', 'our-check');
    const schema = 'our-check.answers.v1.schema.json';
    await run('answers', 'a.yaml', '-q', 'our-check.yaml');
    const before = folder.read(schema);
    const same = await run('answers', 'b.yaml', '-q', 'our-check.yaml');
    expect(same.stderr).not.toContain(schema);
    const text = folder.read('our-check.yaml').replaceAll('overview.list', 'overview.register');
    folder.write('our-check.yaml', text);
    const changed = await run('answers', 'c.yaml', '-q', 'our-check.yaml');
    expect(changed.stderr).toContain(`Geschrieben: ${schema}\n`);
    expect(folder.read(schema)).toBe(before.replaceAll('overview.list', 'overview.register'));
    expect(problemsBySchema(folder, 'c.yaml')).toBeNull();
  });

  test.each(['true', 'null', 'on', 'y'])(
    'an id that YAML readers would turn is quoted: %s',
    async (id) => {
      const { stdout } = await hurdles(['new', 'questionnaire', id, '-o', '-']);
      expect(parse(stdout, { version: '1.1' })).toMatchObject({ id });
    },
  );
});

test.each([
  { why: 'a folder that is there', to: 'there', as: 'there/hurdles-answers.yaml' },
  { why: 'a folder to be made', to: 'a/b/', as: 'a/b/hurdles-answers.yaml' },
])('answers go into $why under their usual name', async ({ to, as }) => {
  const folder = aFolder();
  mkdirSync(join(folder.path, 'there'));
  const { exitCode, stderr } = await hurdles(['new', 'answers', to], { cwd: folder.path });
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`hurdles interview ${as}\n`);
  expect(problemsBySchema(folder, as)).toBeNull();
  const again = await hurdles(['new', 'answers', to], { cwd: folder.path });
  expect(again.stderr).toContain(`${as} gibt es schon`);
});

test.each([
  { what: 'a questionnaire of this name', argv: ['questionnaire', 'taken'], file: 'taken.yaml' },
  {
    what: 'a file where it is to go',
    argv: ['questionnaire', 'x', '-o', 'taken.yaml'],
    file: 'taken.yaml',
  },
  { what: 'a file of answers', argv: ['answers'], file: 'hurdles-answers.yaml' },
  { what: 'a file of this name', argv: ['answers', 'taken.yaml'], file: 'taken.yaml' },
  { what: 'an empty file', argv: ['answers', 'empty.yaml'], file: 'empty.yaml' },
  {
    what: 'the file it takes over from',
    argv: ['answers', 'taken.yaml', '--from', 'taken.yaml'],
    file: 'taken.yaml',
  },
])('nothing is written over: there is $what already', async ({ argv, file }) => {
  const files = { 'taken.yaml': 'ours', 'hurdles-answers.yaml': 'ours', 'empty.yaml': '' };
  const folder = aFolder(files);
  const { exitCode, stdout, stderr } = await hurdles(['new', ...argv], { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    `${file} gibt es schon; nichts wurde geschrieben. Nennen Sie einen anderen Namen, oder überschreiben Sie die Datei mit --force.\n`,
  );
  expect(readdirSync(folder.path).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) expect(folder.read(name)).toBe(text);
});

test.each([
  ...['Wissen', 'wissen_sichern', 'wissen.sichern', '1a', 'für', 'a b', '../x', 'a/b', ''].map(
    (id) => ({ argv: ['questionnaire', id], says: /als Kennung\. Gebraucht werden Kleinbuchst/ }),
  ),
  {
    argv: ['questionnaire', 'five-hurdles'],
    says: /heißt schon ein mitgelieferter .* `extends: five-hurdles`/,
  },
  { argv: ['questionnaire'], says: /fehlt eine Angabe: ID/ },
  { argv: [], says: /fehlt eine Angabe: questionnaire \/ answers/ },
  { argv: ['answer'], says: /Möglich sind: questionnaire, answers/ },
  { argv: ['answers', 'a', 'b'], says: /zu viele/ },
  { argv: ['answers', '--form'], says: /--form gibt es nicht\. Meinten Sie --from\?/ },
  { argv: ['answers', '--from'], says: /Nach .*--from.* fehlt der Wert/ },
  { argv: ['answers', '--role', 'chef'], says: /mgmt, it, dept/ },
  { argv: ['answers', '--from', 'none.yaml'], says: /none\.yaml gibt es nicht/ },
  { argv: ['answers', '-q', 'none'], says: /Fragebogen „none“ gibt es nicht/ },
])('a wrong call writes nothing and says why: hurdles new $argv', async ({ argv, says }) => {
  const folder = aFolder();
  const { exitCode, stdout, stderr } = await hurdles(['new', ...argv], { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(folder.path)).toEqual([]);
});

const foreign = readdirSync(join(root, 'tests/foreign')).filter(
  (name) => name.endsWith('.yaml') && !name.endsWith('.sheets.yaml'),
);

describe.each([
  { of: 'five-hurdles', path: 'questionnaires/five-hurdles.yaml' },
  ...foreign.map((name) => ({ of: name, path: `tests/foreign/${name}` })),
])('a new file of answers to $of', ({ path }) => {
  const laidOut = async () => {
    const folder = aFolder();
    cpSync(join(root, path), join(folder.path, 'q.yaml'));
    const run = (...argv: string[]) => hurdles([...argv, '-q', 'q.yaml'], { cwd: folder.path });
    const { exitCode } = await run('new', 'answers', 'a.yaml');
    expect(exitCode).toBe(0);
    return { folder, run };
  };

  test('asks everything and answers nothing', async () => {
    const { folder } = await laidOut();
    const { subject, profile, answers, ...rest } = parse(folder.read('a.yaml')) as Sections & {
      subject: object;
    };
    const { profile: asked, questions } = read(folder.read('q.yaml'));
    expect(Object.keys(profile)).toEqual(asked.map(({ id }) => id));
    expect(Object.keys(answers)).toEqual(questions.map(({ question }) => question.id));
    const said = [subject, profile, answers].flatMap((section) => Object.values(section));
    expect(said.every((value) => value === null)).toBe(true);
    expect(rest).not.toHaveProperty('started');
    expect(rest).toMatchObject({ format: 'answers/1', steps: {} });
  });

  test('lacks nothing but what must be answered, each told at its line', async () => {
    const { folder, run } = await laidOut();
    const { stdout, exitCode } = await run('lint', 'a.yaml');
    expect(exitCode).toBe(0);
    const lines = folder.read('a.yaml').split('\n');
    const told = [...stdout.matchAll(/^a\.yaml:(\d+):3 {2}Warnung: Ohne/gm)];
    const required = read(folder.read('q.yaml')).profile.filter((one) => one.required);
    expect(told.map(([, line]) => lines[Number(line) - 1])).toEqual(
      required.map(({ id }) => `  ${id}:`),
    );
    expect(stdout.match(/^\S+:\d+:\d+ /gm) ?? []).toHaveLength(required.length);
    expect(problemsBySchema(folder, 'a.yaml')).toBeNull();
  });

  test('has a result once every line is filled in with the first answer it names', async () => {
    const { folder, run } = await laidOut();
    folder.write('a.yaml', filledIn(folder.read('a.yaml'), folder.read('q.yaml')));
    expect(problemsBySchema(folder, 'a.yaml')).toBeNull();
    const { exitCode, stdout, stderr } = await run('score', 'a.yaml', '--json');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const { profile, answers } = JSON.parse(stdout) as Sections;
    const { profile: asked, questions } = read(folder.read('q.yaml'));
    expect(Object.keys(profile)).toHaveLength(asked.length);
    expect(Object.keys(answers)).toHaveLength(questions.length);
  });
});

test('what can be answered stands above each line, a level together with those it builds on', async () => {
  const { stdout } = await hurdles(['new', 'answers', '-']);
  expect(stdout).not.toContain('yaml-language-server');
  expect(stdout).toContain(`
  # Wo stehen Sie mit KI?
  #   none = Noch keine KI: Kein bekannter Einsatz; höchstens Ideen oder Angebote.
`);
  const problem = stdout.slice(stdout.indexOf('Denken Sie an'), stdout.indexOf('goals.problem:'));
  const flat = problem.replace(/\n +# +/g, ' ');
  expect(flat).toContain('2 = Das Problem ist aufgeschrieben');
  expect(flat).toContain(
    '4 = Das Problem ist aufgeschrieben: wer betroffen ist und bei welchem Arbeitsschritt. Zusätzlich gibt es Zahlen',
  );
  expect(flat).toContain('unknown = weiß ich nicht');
  expect(flat).not.toContain('not-applicable');
  const lines = stdout.split('\n').filter((line) => line.includes('#'));
  expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
});

test.each([
  { scope: ['--quick'], keeps: { quick: true } },
  { scope: ['--role', 'it'], keeps: { role: 'it' } },
  { scope: ['--role', 'it', '--quick'], keeps: { quick: true, role: 'it' } },
])('with $scope it asks what lies inside, and says so', async ({ scope, keeps }) => {
  const { stdout } = await hurdles(['new', 'answers', '-', ...scope]);
  const data = parse(stdout) as Sections;
  expect(data).toMatchObject({ scope: keeps });
  const { questions } = read(fiveHurdlesText);
  const inside = questions.filter(
    ({ question: { roles, quick } }) =>
      (!('role' in keeps) || roles === undefined || roles.includes('it')) &&
      (!('quick' in keeps) || quick !== undefined),
  );
  const ids = inside.map(({ question }) => question.id);
  expect(Object.keys(data.answers)).toEqual(ids);
  expect(ids.length).toBeLessThan(questions.length);
  expect(ids.length).toBeGreaterThan(3);
});

describe('what is taken over from earlier answers', () => {
  const old = `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: "Muster, Söhne & Co.", use: Chatbot }
language: en
started: 2026-11-18T13:00:00Z
updated: 2026-11-18T13:22:00Z
scope: { quick: false }
profile:
  size: micro
  sector: unknown
  area: service
  use: Chatbot
  stage: pilot
  private-use: { answer: known, note: "two of us" }
  outward: inside
  data: internal
  cases: many
  plans: [purchase]
answers:
  goals.problem: { answer: 1, note: "about the chatbot" }
  goals.order: 0
  tools.inventory: unknown
  tools.rules: { answer: 2, note: "page 1: rules, page 2: data", evidence: document, at: 2026-11-18T13:20:00Z }
  tools.selection: { state: not-applicable, reason: "one tool # only" }
  testing.cases: 1
steps:
  tools.rules: { status: doing }
`;
  const from = async (text: string, ...argv: string[]) => {
    const folder = aFolder({ 'old.yaml': text });
    const ran = await hurdles(['new', 'answers', 'new.yaml', '--from', 'old.yaml', ...argv], {
      cwd: folder.path,
    });
    return { ...ran, folder };
  };
  const said = (section: object) =>
    Object.fromEntries(Object.entries(section).filter(([, value]) => value !== null));

  test('is what they say about the company, with all that stands beside it, and nothing else', async () => {
    const { exitCode, folder } = await from(old);
    expect(exitCode).toBe(0);
    const before = parse(old) as Sections;
    const { profile, answers, ...rest } = parse(folder.read('new.yaml')) as Sections;
    expect(said(profile)).toEqual({
      size: 'micro',
      sector: 'unknown',
      'private-use': before.profile['private-use'],
    });
    const company = ['goals.order', 'tools.inventory', 'tools.rules', 'tools.selection'];
    expect(said(answers)).toEqual(
      Object.fromEntries(company.map((id) => [id, before.answers[id]])),
    );
    const { id, version, digest } = read(fiveHurdlesText);
    expect(rest).toEqual({
      format: 'answers/1',
      questionnaire: { id, version, digest },
      language: 'en',
      subject: { name: 'Muster, Söhne & Co.' },
      steps: {},
    });
    expect(problemsBySchema(folder, 'new.yaml')).toBeNull();
  });

  test('stands in its lines, below its question, in the language of the old file', async () => {
    const { folder, stderr } = await from(old);
    expect(folder.read('new.yaml')).toMatch(
      /# How many people work in your company[^\n]*\n( {2}# {3}.*\n)+ {2}size: micro\n/,
    );
    expect(stderr).toContain('Written: new.yaml');
  });

  test('lies inside the scope that was asked for', async () => {
    const { folder } = await from(old, '--role', 'dept');
    const { answers } = parse(folder.read('new.yaml')) as Sections;
    expect(answers).not.toHaveProperty('goals.order');
    expect(said(answers)).toHaveProperty(['tools.inventory']);
  });

  test('comes from answers to the same questionnaire only', async () => {
    for (const wrong of [
      { text: old.replace('micro', 'tiny'), says: /^old\.yaml:9:9 {2}.*tiny/ },
      { text: old.replace('id: five-hurdles', 'id: six'), says: /^old\.yaml:2:22 {2}/ },
      { text: 'format: questionnaire/1\n', says: /^old\.yaml:1:9 {2}/ },
    ]) {
      const { exitCode, stderr, folder } = await from(wrong.text);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(wrong.says);
      expect(readdirSync(folder.path)).toEqual(['old.yaml']);
    }
  });

  test('comes from answers to what the questionnaire builds on, too', async () => {
    const { exitCode, stderr, folder } = await from(old, '-q', 'five-hurdles-crafts');
    expect(stderr).not.toContain('Not taken over');
    expect(exitCode).toBe(0);
    const { profile, answers, questionnaire } = parse(folder.read('new.yaml'));
    expect(questionnaire.id).toBe('five-hurdles-crafts');
    expect(said(profile)).toMatchObject({ size: 'micro' });
    expect(said(answers)).toMatchObject({ 'goals.order': 0, 'tools.inventory': 'unknown' });
    const back = folder.read('new.yaml').replace('new.yaml', 'old.yaml');
    const there = await from(back, '-q', 'five-hurdles');
    expect(there.exitCode).toBe(0);
    expect(said(parse(there.folder.read('new.yaml')).answers)).toMatchObject({ 'goals.order': 0 });
  });

  test('leaves out, and says so, what is no answer in the questionnaire that builds on it', async () => {
    const folder = aFolder({
      'old.yaml': old,
      'mine.yaml':
        'format: questionnaire/1\nextends: five-hurdles\nid: mine\nversion: 1.0.0\nhurdles:\n  - id: tools\n    questions:\n      - { id: tools.selection, notApplicable: false }\n',
    });
    const argv = ['new', 'answers', 'new.yaml', '--from', 'old.yaml', '-q', 'mine.yaml'];
    const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
    expect(stderr).toContain(
      'Not taken over, because mine has other answers to it: tools.selection\n',
    );
    expect(exitCode).toBe(0);
    const { profile, answers } = parse(folder.read('new.yaml')) as Sections;
    expect(said(profile)).toMatchObject({ size: 'micro' });
    expect(answers).toMatchObject({ 'goals.order': 0, 'tools.selection': null });
  });

  test('an edition that has changed since is told', async () => {
    const { exitCode, stderr } = await from(
      old.replace('{ id: five-hurdles }', '{ id: five-hurdles, digest: sha256-0 }'),
    );
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^old\.yaml:2:44 {2}Warning/);
  });
});

describe('the interview goes on in a file that is laid out to be filled in', () => {
  const laidOut = async (edit: (text: string) => string = (text) => text) => {
    const folder = aFolder();
    const run = (...argv: string[]) => hurdles(argv, { cwd: folder.path });
    await run('new', 'questionnaire', 'our-check');
    await run('new', 'answers', 'a.yaml', '-q', 'our-check.yaml');
    folder.write('a.yaml', edit(folder.read('a.yaml')));
    const before = folder.read('a.yaml');
    const talk = interview(['interview', 'a.yaml', '-q', 'our-check.yaml'], folder.path);
    return { folder, before, talk };
  };

  test('each answer is put into its empty line, and every other line stays as it is', async () => {
    const { folder, before, talk } = await laidOut();
    await talk.shows('Jede Antwort wird sofort gespeichert');
    await talk.shows('s aufhören');
    talk.press('Muster, Söhne', key.enter);
    await talk.shows('Frage 1 von 2');
    await talk.shows('s aufhören');
    talk.press(key.down, key.enter);
    await talk.shows('Frage 2 von 2');
    await talk.shows('s aufhören');
    talk.press('w', key.enter);
    for (let number = 1; number <= 4; number += 1) {
      await talk.shows(`Frage ${number} von 4`);
      await talk.shows('s aufhören');
      talk.press(key.down, key.enter);
    }
    await toTheResult(talk);
    expect(await talk.exitCode).toBe(0);
    const filled: Readonly<Record<string, string>> = {
      name: 'Muster, Söhne',
      stage: 'soon',
      use: '{ state: unknown }',
      'overview.list': '1',
      'overview.leaving': '1',
      'handover.written': '1',
      'handover.deputies': '1',
    };
    const expected = before.replace(
      /^ {2}([\w.]+):$/gm,
      (_line, id: string) => `  ${id}: ${filled[id]}`,
    );
    expect(folder.read('a.yaml')).toBe(
      `${expected}started: "2026-11-20T09:14:00Z"\nupdated: "2026-11-20T09:14:00Z"\n`,
    );
  });

  test('what was filled in by hand is not asked again, and its remark stays', async () => {
    const { folder, before, talk } = await laidOut((text) =>
      text
        .replace('  stage:\n', '  stage: now # laut Frau Xu\n')
        .replace('  name:\n', '  name: ~\n'),
    );
    await talk.shows('1 Antwort ist schon da');
    await talk.shows('s aufhören');
    talk.press('Lager', key.enter);
    await talk.shows('Frage 1 von 4');
    await talk.shows('s aufhören');
    talk.press(key.ctrlC);
    await talk.exitCode;
    expect(folder.read('a.yaml')).toBe(
      `${before
        .replace('  use:\n', '  use: Lager\n')
        .replace('  name: ~\n', '  name: ~\n  use: Lager\n')}updated: "2026-11-20T09:14:00Z"\n`,
    );
  });
});

test('a use nobody can name leaves its empty line to be filled in', async () => {
  const folder = aFolder();
  await hurdles(['new', 'questionnaire', 'our-check'], { cwd: folder.path });
  await hurdles(['new', 'answers', 'a.yaml', '-q', 'our-check.yaml'], { cwd: folder.path });
  const begun = folder
    .read('a.yaml')
    .replace('  name:\n', '  name: Muster\n  use:\n')
    .replace('  stage:\n', '  stage: now\n');
  folder.write('a.yaml', begun);
  const talk = interview(['interview', 'a.yaml', '-q', 'our-check.yaml'], folder.path);
  await talk.shows('Frage 2 von 2');
  await talk.shows('s aufhören');
  talk.press('w', key.enter);
  await talk.shows('Frage 1 von 4');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  expect(folder.read('a.yaml')).toContain('  name: Muster\n  use:\n');
  expect(folder.read('a.yaml')).toContain('  use: { state: unknown }\n');
});

test.each(['de', 'en'])('help shows examples that work as they are written (%s)', async (lang) => {
  for (const command of [['new'], ['new', 'questionnaire'], ['new', 'answers']]) {
    const { exitCode, stdout } = await hurdles([...command, '--help', '--lang', lang]);
    expect(exitCode).toBe(0);
    if (lang === 'de') expect(stdout).not.toMatch(/\b([Oo]ptions|Usage|Arguments)\b/);
    const examples = stdout.split('\n').filter((line) => line.startsWith('  hurdles new'));
    expect(examples.length, command.join(' ')).toBeGreaterThan(0);
    for (const line of examples) {
      const folder = aFolder();
      cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
      const argv = line.trim().split(' ').slice(1);
      const ran = await hurdles([...argv, '--lang', lang], { cwd: folder.path });
      expect(ran.stderr, line).toMatch(/^(Geschrieben|Written): /);
      expect(ran.exitCode, line).toBe(0);
      const [, written = ''] = /: (.*)\n/.exec(ran.stderr) ?? [];
      expect(existsSync(join(folder.path, written)), line).toBe(true);
    }
  }
});

function read(text: string) {
  const parsed = parseQuestionnaire(text, 'q.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  return parsed.value;
}

// As somebody would who takes the first answer that each comment offers.
function filledIn(sheet: string, questionnaire: string): string {
  const { profile, questions } = read(questionnaire);
  const kinds = new Map<string, string>(
    [...profile, ...questions.map(({ question }) => question)].map(({ id, kind }) => [id, kind]),
  );
  let first = '';
  const lines = sheet.split('\n').map((line) => {
    if (line === '') first = '';
    if (first === '') first = /^ {2}# {3}(\S+) = /.exec(line)?.[1] ?? '';
    const id = /^ {2}([\w.-]+):$/.exec(line)?.[1] ?? '';
    switch (kinds.get(id)) {
      case 'level':
      case 'choice':
        return `${line} ${first}`;
      case 'several':
        return `${line} [${first}]`;
      case 'number':
        return `${line} 12.5`;
      case 'text':
        return `${line} "ein Wort"`;
      default:
        return line;
    }
  });
  return lines.join('\n');
}

/** Runs the interview in a terminal of its own; the clock stands still. */
function interview(argv: readonly string[], cwd: string) {
  const terminal = fakeTerminal();
  const stdout = new PassThrough();
  const chunks: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = main(argv, {
    stdin: terminal.input,
    stdout,
    stderr: terminal.output,
    env: {},
    cwd,
    now: () => new Date('2026-11-20T09:14:00Z'),
    onInterrupt: () => () => {},
  });
  return { ...terminal, exitCode, stdout: () => Buffer.concat(chunks).toString('utf8') };
}
