import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { type FakeTerminal, fakeTerminal, key, toTheResult } from '../support/fake-terminal.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const program = join(root, 'bin/hurdles.js');
// To root everything may be written: then the program is run as somebody else, who has to be able to read it.
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const mayBeNobody =
  process.getuid !== undefined &&
  [program, process.execPath].every((file) => spawnSync('test', ['-r', file], nobody).status === 0);

const profile = `profile:
  size: small
  sector: retail
  area: service
  use: Chatbot
  goal: Weniger Anfragen
  stage: none
  private-use: not-known
  outward: inside
  data: internal
  cases: many
  tool-count: few
  plans: [nothing]
`;
const begun = `# Unser Stand vom Montag
format: answers/1
questionnaire: { id: five-hurdles, version: 1.0.0 }
subject: { name: Muster GmbH }
${profile}answers:
  goals.problem: 2   # im Termin geklärt
`;

/** Runs the interview in a terminal of its own; the clock stands still. */
function interview(argv: readonly string[], cwd: string, columns = 80) {
  const terminal = fakeTerminal(columns);
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

test('a whole interview asks the profile and what is due, saves it and shows the result', async () => {
  const folder = aFolder();
  const talk = interview([], folder.path);
  await talk.shows('Wie heißt Ihr Betrieb?');
  await talk.shows('s aufhören');
  talk.press('Muster GmbH', key.enter);
  const texts: Readonly<Record<number, string>> = { 4: 'Assistent', 5: '' };
  for (let number = 1; number <= 12; number += 1) {
    await talk.shows(`Frage ${number} von 12`);
    await talk.shows('s aufhören');
    // The last offers several, with a "nothing" of its own at the top.
    const none = [key.space];
    talk.press(...(number === 12 ? none : [texts[number] ?? '']), key.enter);
  }
  for (let number = 1; number <= 13; number += 1) {
    await talk.shows(`Frage ${number} von 13`);
    await talk.shows('s aufhören');
    talk.press(key.down, key.down, key.enter);
  }
  await toTheResult(talk);
  expect(await talk.exitCode).toBe(0);
  expect(talk.stdout()).toContain('Muster GmbH · Assistent · 20. November 2026');
  expect(talk.stdout()).toContain('Die Hürden');

  const saved = parse(folder.read('hurdles-answers.yaml')) as Record<
    string,
    Record<string, unknown>
  >;
  expect(saved.subject).toEqual({ name: 'Muster GmbH', use: 'Assistent' });
  expect(saved.profile).toMatchObject({
    size: 'micro',
    stage: 'none',
    use: 'Assistent',
    plans: ['nothing'],
  });
  expect(saved.profile).not.toHaveProperty('goal');
  expect(Object.values(saved.answers as object)).toEqual(Array.from({ length: 13 }, () => 2));
  const scored = await hurdles(['score', 'hurdles-answers.yaml'], { cwd: folder.path });
  expect(scored.stdout).toBe(talk.stdout());
});

test('it goes on where it stopped, and touches no line but its own', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('13 Antworten sind schon da');
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press(key.down, key.enter);
  await talk.shows('Frage 3 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  expect(await talk.exitCode).toBe(130);
  expect(talk.transcript()).toContain(
    'Gespeichert: a.yaml. Weiter geht es mit: hurdles interview a.yaml',
  );
  expect(folder.read('a.yaml')).toBe(
    `${begun}  goals.target: 1\nupdated: "2026-11-20T09:14:00Z"\n`,
  );
});

test('one can go back, over the beginning of the questions into the profile', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await back(talk);
  await talk.shows('Frage 1 von 13');
  await back(talk);
  await talk.shows('Frage 12 von 12');
  await talk.shows('s aufhören');
  talk.press(key.down, key.space, key.enter);
  // "Nothing" was chosen before and is taken off; the next open question follows.
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  expect(folder.read('a.yaml')).toContain('plans: [purchase]');
  expect(folder.read('a.yaml')).toContain('  goals.problem: 2   # im Termin geklärt');
});

test('"I do not know" and "does not apply" are answers, and only the latter asks why', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  expect(talk.transcript()).not.toContain('x trifft nicht zu');
  talk.press('w');
  await talk.shows('Frage 3 von 13');
  await talk.shows('x trifft nicht zu');
  await talk.shows('s aufhören');
  talk.press('x');
  await talk.shows('Warum trifft das nicht zu?');
  await talk.shows('b zurück');
  talk.press('Nur ein Versuch', key.enter);
  await talk.shows('Frage 4 von 13');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  const { answers } = parse(folder.read('a.yaml')) as { answers: object };
  expect(answers).toEqual({
    'goals.problem': 2,
    'goals.target': 'unknown',
    'goals.benefit': { state: 'not-applicable', reason: 'Nur ein Versuch' },
  });
});

test('a change of stage decides anew what is asked, and keeps what was said', async () => {
  const folder = aFolder({ 'a.yaml': begun.replace('stage: none', 'stage: pilot') });
  const pilot = interview(['interview', 'a.yaml'], folder.path);
  await pilot.shows('Frage 2 von 29');
  await pilot.shows('s aufhören');
  pilot.press(key.ctrlC);
  await pilot.exitCode;
  folder.write('a.yaml', folder.read('a.yaml').replace('stage: pilot', 'stage: none'));
  const none = interview(['interview', 'a.yaml'], folder.path);
  await none.shows('Frage 2 von 13');
  await none.shows('s aufhören');
  none.press(key.ctrlC);
  await none.exitCode;
});

test('what somebody changes in the file meanwhile stays', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  folder.write('a.yaml', `${begun}  goals.target: { answer: 3, note: von Hand }\n`);
  talk.press(key.down, key.down, key.enter);
  await talk.shows('Die Datei wurde inzwischen auch anderswo geändert.');
  // The target is measurable now, the sentence about it names no number.
  await talk.shows('so stehen lassen');
  await talk.shows('s aufhören');
  talk.press('3', key.enter);
  await talk.shows('Frage 3 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  expect(folder.read('a.yaml')).toContain('goals.target: { answer: 2, note: von Hand }');
  expect(folder.read('a.yaml')).toContain('# im Termin geklärt');
});

test('a file that is taken away meanwhile is written anew, with all that was said', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  rmSync(join(folder.path, 'a.yaml'));
  talk.press(key.enter);
  await talk.shows('Frage 3 von 13');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(folder.read('a.yaml')).toContain('# im Termin geklärt');
  expect(folder.read('a.yaml')).toContain('  goals.target: 0\n');
});

test('a file that was broken meanwhile is not written over, and once it is mended the answer is saved', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  folder.write('a.yaml', `${begun}  goals.target: [\n`);
  talk.press(key.enter);
  await talk.shows('wurde inzwischen anderswo geändert und hat jetzt Fehler');
  await talk.shows('Enter bestätigt');
  talk.press(key.enter);
  await talk.shows('hat jetzt Fehler');
  await talk.shows('Enter bestätigt');
  expect(folder.read('a.yaml')).toBe(`${begun}  goals.target: [\n`);
  folder.write('a.yaml', begun);
  talk.press(key.enter);
  await talk.shows('Frage 3 von 13');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(folder.read('a.yaml')).toContain('  goals.target: 0\n');
});

test('a broken file is told, not asked over', async () => {
  const folder = aFolder({ 'a.yaml': begun.replace('stage: none', 'stage: nowhere') });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  expect(await talk.exitCode).toBe(2);
  expect(talk.transcript()).toMatch(
    /a\.yaml:11:10 {2}Bei `stage` gibt es die Antwort `nowhere` nicht/,
  );
});

test('the quick check asks the quick questions and those that risk demands', async () => {
  const folder = aFolder({
    'a.yaml': begun
      .replace('data: internal', 'data: protected')
      .replace('stage: none', 'stage: operation'),
  });
  const risky = interview(['interview', 'b.yaml', '--quick'], folder.path);
  await risky.shows('Wie heißt Ihr Betrieb?');
  risky.press(key.ctrlC);
  expect(await risky.exitCode).toBe(130);
  expect(risky.transcript()).toContain('Abgebrochen, bevor etwas zu speichern war.');

  folder.write(
    'a.yaml',
    folder.read('a.yaml').replace('subject:', 'scope: { quick: true }\nsubject:'),
  );
  const quick = interview(['interview', 'a.yaml'], folder.path);
  await quick.shows('Frage 2 von 11');
  await quick.shows('s aufhören');
  quick.press(key.ctrlC);
  await quick.exitCode;
});

test('who answers in a role is told who will see it; who answers for all is not', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const one = interview(['interview', 'dept.yaml', '--role', 'dept'], folder.path);
  await one.shows('Wie heißt Ihr Betrieb?');
  one.press(key.ctrlC);
  await one.exitCode;
  const told = one.transcript().replace(/\s+/g, ' ');
  expect(told).toContain('Sie antworten in der Rolle „Fachbereich“.');
  expect(told).toContain('nur in der Datei dept.yaml');
  expect(told).toContain('Ihren Namen schreibt dieses Interview nirgends auf');
  const all = interview(['interview', 'a.yaml'], folder.path);
  await all.shows('Frage 2 von 13');
  all.press(key.ctrlC);
  await all.exitCode;
  expect(all.transcript()).not.toContain('in der Rolle');
});

test('no line is wider than a narrow terminal', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path, 24);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  const lines = talk.transcript().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
  talk.press(key.ctrlC);
  await talk.exitCode;
});

test('without a terminal nobody is asked: the number of open answers, the command, exit code 2', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const { exitCode, stdout, stderr } = await hurdles(['interview', 'a.yaml'], { cwd: folder.path });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('Offen sind 12 Antworten');
  expect(stderr.replace(/\s+/g, ' ')).toContain('Mit --plain nimmt der Befehl die Antworten');
  expect(stderr).toContain('hurdles interview a.yaml');
  expect(folder.read('a.yaml')).toBe(begun);
});

test('the arrow that goes back from a line of text leaves alone what was typed there', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press('n');
  await talk.shows('Ihre Notiz zu dieser Frage');
  await talk.shows('Enter bestätigt');
  talk.press(key.up);
  await talk.shows('s aufhören');
  talk.press('n');
  await talk.shows('Ihre Notiz zu dieser Frage');
  await talk.shows('Enter bestätigt');
  talk.press('erst fragen', key.up, key.enter);
  await talk.shows('Notiz: erst fragen');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(folder.read('a.yaml')).toBe(begun);
  expect(talk.transcript().replace(/\s+/g, ' ')).toContain(
    'noch fehlt: Notiz: erst fragen Gespeichert: a.yaml.',
  );
});

test('in a narrow terminal what is said at the end breaks between words', async () => {
  const sheet = readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8');
  const folder = aFolder({ 'a.yaml': sheet });
  const talk = interview(['interview', 'a.yaml'], folder.path, 40);
  await toTheResult(talk);
  expect(await talk.exitCode).toBe(0);
  const lines = talk.transcript().split(/\r?\n/);
  expect(lines).toContain('Alle Fragen sind beantwortet und');
  expect(lines).toContain('? Den Bericht jetzt schreiben');
});

async function back(talk: Pick<FakeTerminal, 'shows' | 'press'>): Promise<void> {
  await talk.shows('s aufhören');
  talk.press(key.left);
}

test('"none of these" is offered once: not beside an option that says so itself', async () => {
  const folder = aFolder({ 'a.yaml': begun.replace('  plans: [nothing]\n', '') });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 12 von 12');
  await talk.shows('s aufhören');
  expect(talk.transcript()).toContain('Nichts');
  expect(talk.transcript()).not.toContain('Nichts davon');
  talk.press(key.ctrlC);
  await talk.exitCode;
  const sheet = (await hurdles(['new', 'answers', '-'])).stdout;
  expect(sheet).not.toContain('[] = nichts davon');
});

test('Enter alone chooses none of several: it may have been meant for the line the cursor is on', async () => {
  const folder = aFolder({ 'a.yaml': begun.replace('  plans: [nothing]\n', '') });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 12 von 12');
  await talk.shows('s aufhören');
  talk.press(key.enter);
  await talk.shows('Bitte mindestens eine Antwort auswählen');
  talk.press(key.space, key.enter);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  expect(folder.read('a.yaml')).toContain('plans: [nothing]');
});

test('what stands beside an answer stays when the answer changes, to "I do not know" too', async () => {
  const folder = aFolder({
    'a.yaml': begun.replace(
      'goals.problem: 2   # im Termin geklärt',
      'goals.problem: { answer: 2, note: im Termin, evidence: document, x-mail: 17 }',
    ),
  });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await back(talk);
  await talk.shows('Frage 1 von 13');
  await talk.shows('s aufhören');
  talk.press('w');
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  const { answers } = parse(folder.read('a.yaml')) as { answers: object };
  expect(answers).toEqual({
    'goals.problem': { state: 'unknown', note: 'im Termin', evidence: 'document', 'x-mail': 17 },
  });
});

test('--quick narrows a file that is there, --no-quick widens it again', async () => {
  const folder = aFolder({ 'a.yaml': begun.replace('stage: none', 'stage: operation') });
  for (const { option, of } of [
    { option: '--quick', of: 10 },
    { option: '--no-quick', of: 30 },
  ]) {
    const talk = interview(['interview', 'a.yaml', option], folder.path);
    await talk.shows(`von ${of}`);
    await talk.shows('s aufhören');
    talk.press(key.down, key.enter);
    await talk.shows(`von ${of}`);
    await talk.shows('s aufhören');
    talk.press(key.ctrlC);
    await talk.exitCode;
    expect(parse(folder.read('a.yaml'))).toMatchObject({ scope: { quick: option === '--quick' } });
  }
});

test('an empty section with a remark takes the first answer, and keeps the remark', async () => {
  const [head = ''] = begun.split('answers:');
  const folder = aFolder({ 'a.yaml': `${head}answers: # kommt noch\n` });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 1 von 13');
  await talk.shows('s aufhören');
  talk.press(key.down, key.enter);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press(key.ctrlC);
  await talk.exitCode;
  expect(folder.read('a.yaml')).toContain('answers: # kommt noch\n  goals.problem: 1\n');
});

test('two interviews on one file: each keeps what the other saved, and is told of it', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const [one, other] = [
    interview(['interview', 'a.yaml'], folder.path),
    interview(['interview', 'a.yaml'], folder.path),
  ];
  for (const talk of [one, other]) {
    await talk.shows('Frage 2 von 13');
    await talk.shows('s aufhören');
  }
  one.press('1', key.enter);
  await one.shows('Frage 3 von 13');
  await one.shows('s aufhören');
  one.press('s');
  await one.exitCode;
  other.press('w');
  await other.shows('Die Datei wurde inzwischen auch anderswo geändert.');
  await other.shows('s aufhören');
  other.press('s');
  await other.exitCode;
  expect(one.transcript()).not.toContain('anderswo geändert');
  const { answers } = parse(folder.read('a.yaml')) as { answers: object };
  expect(answers).toEqual({ 'goals.problem': 2, 'goals.target': 'unknown' });
});

test('where it cannot be saved the answer waits, and once the way is free it is saved', async () => {
  const folder = aFolder();
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Wie heißt Ihr Betrieb?');
  await talk.shows('s aufhören');
  mkdirSync(join(folder.path, 'a.yaml'));
  talk.press('Muster GmbH', key.enter);
  await talk.shows('Nicht gespeichert');
  await talk.shows('Aufhören; diese eine Antwort geht verloren');
  await talk.shows('Enter bestätigt');
  rmdirSync(join(folder.path, 'a.yaml'));
  talk.press(key.enter);
  await talk.shows('✓ Name des Betriebs: Muster GmbH');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(parse(folder.read('a.yaml'))).toMatchObject({ subject: { name: 'Muster GmbH' } });
});

test('in a small terminal help takes the place of the question, page by page, and answers nothing', async () => {
  const folder = aFolder({ 'a.yaml': begun });
  const talk = interview(['interview', 'a.yaml'], folder.path, 24);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press('?');
  await talk.shows('Warum das gefragt wird:');
  await talk.shows('Enter blättert weiter (1 von 2)');
  talk.press('3');
  await talk.shows('Enter führt zurück zur Frage');
  talk.press(key.up);
  await talk.shows('Enter blättert weiter (1 von 2)');
  talk.press(key.enter);
  await talk.shows('Enter führt zurück zur Frage');
  talk.press(key.enter);
  await talk.shows('Frage 2 von 13');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(folder.read('a.yaml')).toBe(begun);
});

test('who stops because an answer cannot be saved has not succeeded, and is told so', async () => {
  const folder = aFolder();
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Wie heißt Ihr Betrieb?');
  await talk.shows('s aufhören');
  mkdirSync(join(folder.path, 'a.yaml'));
  talk.press('Muster GmbH', key.enter);
  await talk.shows('Aufhören; diese eine Antwort geht verloren');
  await talk.shows('Enter bestätigt');
  rmdirSync(join(folder.path, 'a.yaml'));
  // Gone with the folder it was to be made in: then nothing is there that could be gone on with.
  talk.press('2', key.enter);
  await talk.shows('Nichts gespeichert: a.yaml ließ sich nicht schreiben.');
  expect(await talk.exitCode).toBe(2);
});

test.runIf(mayBeNobody)('a folder that may only be read is told before the first question', () => {
  const folder = aFolder({ 'a.yaml': begun });
  const asNobody = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [program, ...argv, '--plain'], {
      cwd: folder.path,
      input: 's\n',
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      ...nobody,
    });
  chmodSync(join(folder.path, 'a.yaml'), 0o444);
  chmodSync(folder.path, 0o555);
  for (const file of ['new.yaml', 'below/new.yaml', 'a.yaml']) {
    const { status, stderr } = asNobody('interview', file);
    expect([status, stderr.replaceAll(/\s+/g, ' ')]).toEqual([
      2,
      `Keine Antwort ließe sich speichern: ${file} lässt sich nicht schreiben: Ihnen fehlt die Berechtigung dafür. Nennen Sie eine Datei in einem Ordner, in dem Sie schreiben dürfen: hurdles interview DATEI `,
    ]);
  }
  chmodSync(folder.path, 0o777);
  expect(asNobody('interview', 'a.yaml').stderr).toContain('a.yaml lässt sich nicht schreiben');
  expect(asNobody('interview', 'new.yaml').stderr).toContain('Wie heißt Ihr Betrieb?');
});

test('what a file says steers no terminal, wherever the interview shows it', async () => {
  const evil = '\\e[2J\\u202Eevil';
  const folder = aFolder({
    'a.yaml': begun
      .replace('use: Chatbot', `use: { answer: "${evil}", note: "${evil}" }`)
      .replace('goals.problem: 2 ', `goals.problem: { answer: 2, note: "${evil}" } `),
  });
  const talk = interview(['interview', 'a.yaml'], folder.path);
  await talk.shows('Frage 2 von 13');
  await back(talk);
  await talk.shows('Notiz: �[2J�evil');
  await talk.shows('s aufhören');
  talk.press('a');
  await talk.shows('KI-Einsatz: �[2J�evil');
  await talk.shows('s aufhören');
  talk.press('s');
  expect(await talk.exitCode).toBe(0);
  expect(talk.transcript()).not.toContain('\u202e');
});
