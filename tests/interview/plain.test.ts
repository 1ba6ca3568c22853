import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { goldenInterviews } from '../../scripts/golden-interview.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const transcripts = await goldenInterviews();

describe.each(Object.entries(transcripts))('line by line (%s)', (path, transcript) => {
  test('a whole interview reads as it did (`npm run golden` writes it anew)', () => {
    const kept = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    expect(transcript).toBe(kept);
  });

  test('nothing moves the cursor, and no line is wider than the terminal', () => {
    expect(transcript.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(transcript.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('every prompt says how many answers there are and what can be typed', () => {
    const prompts = transcript.split('> ').slice(0, -2);
    const stop = path.includes('.en.') ? 's stop' : 's aufhören';
    const again = prompts.filter((prompt) => prompt.split('\n').length <= 4);
    const cards = prompts.filter((prompt) => !again.includes(prompt) && prompt.includes(stop));
    expect(cards.length).toBeGreaterThan(25);
    for (const card of cards) {
      const options = card.split('\n').filter((line) => /^\d+ {2}/.test(line)).length;
      const count = /^(\d+) (?:Möglichkeiten|choices):$/m.exec(card)?.[1];
      expect(Number(count ?? 0)).toBe(options);
    }
  });
});

describe('answers from a pipe', () => {
  const run = (folder: { readonly path: string }, lines: readonly string[], ...argv: string[]) =>
    hurdles(['interview', 'a.yaml', '--plain', ...argv], {
      cwd: folder.path,
      stdin: lines.map((line) => `${line}\n`).join(''),
    });

  test('too few lines: what was said is saved, the rest is counted, exit code 130', async () => {
    const folder = aFolder();
    const { exitCode, stdout, stderr } = await run(folder, ['Muster', '2', 'w']);
    expect(exitCode).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toContain('Weiter geht es mit: hurdles interview a.yaml --plain');
    expect(stderr).toMatch(/\d+ Fragen sind noch offen\.\n$/);
    expect(parse(folder.read('a.yaml'))).toMatchObject({
      subject: { name: 'Muster' },
      profile: { size: 'small', sector: 'unknown' },
    });
  });

  test('it goes on with the next line, and Enter alone keeps an answer that is there', async () => {
    const folder = aFolder();
    await run(folder, ['Muster', '2']);
    const { stderr } = await run(folder, ['b', '', '4', 's']);
    expect(stderr).toContain('Bisher: 10–49');
    expect(stderr).toContain('Enter allein behält die Antwort');
    expect(parse(folder.read('a.yaml'))).toMatchObject({
      profile: { size: 'small', sector: 'logistics' },
    });
  });

  test('s stops with exit code 0, and nothing said leaves no file', async () => {
    const folder = aFolder();
    const { exitCode, stderr } = await run(folder, ['s']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Abgebrochen, bevor etwas zu speichern war.');
    expect(existsSync(join(folder.path, 'a.yaml'))).toBe(false);
  });

  test('what is not offered is said to be so, and asked again', async () => {
    const folder = aFolder();
    const { stderr } = await run(folder, ['Muster', '7', 'x', '1,2', '2']);
    expect(stderr).toContain('„7“ steht nicht zur Wahl.');
    expect(stderr).toContain('„x“ steht nicht zur Wahl.');
    expect(stderr).toContain('„1,2“ steht nicht zur Wahl.');
    expect(parse(folder.read('a.yaml'))).toMatchObject({ profile: { size: 'small' } });
  });

  test('several answers are typed with commas between them', async () => {
    const profile = 'size: small, sector: retail, area: service, use: Bot, goal: x 1, stage: none';
    const folder = aFolder({
      'a.yaml': `format: answers/1\nquestionnaire: { id: five-hurdles, version: 1.0.0 }\nsubject: { name: M }\nprofile: { ${profile}, private-use: unknown, outward: inside, data: internal, cases: few, tool-count: few }\n`,
    });
    const { stderr } = await run(folder, ['1,2', '2, 3']);
    expect(stderr).toContain('„Nichts“ geht nicht zusammen mit anderen Antworten.');
    expect(parse(folder.read('a.yaml'))).toMatchObject({
      profile: { plans: ['purchase', 'integration'] },
    });
  });

  test('a terminal that cannot draw is asked line by line without being told', async () => {
    const folder = aFolder();
    const { stderr, exitCode } = await hurdles(['interview', 'a.yaml'], {
      cwd: folder.path,
      stdin: 's\n',
      env: { TERM: 'dumb' },
    });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Wie heißt Ihr Betrieb?');
  });
});

test('where no answer could be saved nothing is asked, and it is said what to do', async () => {
  const { path } = aFolder({ 'no-folder': '' });
  const argv = ['interview', 'no-folder/a.yaml', '--plain'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: path, stdin: 'Muster\ns\n' });
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    'Keine Antwort ließe sich speichern: no-folder/a.yaml lässt sich nicht schreiben: was im Pfad ein Ordner sein müsste, ist eine Datei. Nennen Sie eine Datei in einem Ordner, in dem Sie schreiben dürfen: hurdles interview DATEI\n',
  );
});

test('an answer that is saved is a success', async () => {
  const { path } = aFolder();
  const argv = ['interview', 'a.yaml', '--plain'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: path, stdin: 'Muster\ns\n' });
  expect(exitCode).toBe(0);
  expect(stderr).toContain('Gespeichert: a.yaml');
  expect(stderr).not.toContain('bevor etwas zu speichern war');
});
