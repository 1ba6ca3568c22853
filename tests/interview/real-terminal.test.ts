import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { key } from '../support/fake-terminal.ts';
import { realTerminal } from '../support/real-terminal.ts';
import { aFolder, hurdles } from '../support/run.ts';

// What is asked before the questions of the first stage, and those: thirteen.
const profile = [
  'Muster GmbH\r',
  '2\r',
  '1\r',
  '1\r',
  'Bot\r',
  '20 % weniger\r',
  '1\r',
  '1\r',
  '1\r',
];
const rest = ['2\r', '2\r', '1\r', '1\r\r'];
const questions = Array.from({ length: 13 }, (_question, index) => `${index % 3}\r`);
const presses = [...profile, ...rest, ...questions];

type Talk = ReturnType<typeof realTerminal>;

// Each answer leaves its line behind; then comes the next card, with its keys.
async function answer(talk: Talk, keys: string): Promise<void> {
  await talk.shows('s aufhören');
  talk.press(keys);
  await talk.shows('✓');
}

async function toTheEnd(talk: Talk): Promise<number> {
  await talk.shows('Stimmt so: Ergebnis zeigen');
  talk.press('\r');
  await talk.shows('Den Bericht jetzt schreiben');
  await talk.shows('Nein');
  talk.press(`${key.down}\r`);
  return talk.ended;
}

async function scored(folder: { readonly path: string }): Promise<unknown> {
  const { stdout } = await hurdles(['score', 'a.yaml', '--json'], { cwd: folder.path });
  return { ...(JSON.parse(stdout) as object), date: null };
}

test('killed after each answer in turn and begun again each time, it ends with the same assessment', async () => {
  const [killed, whole] = [aFolder(), aFolder()];
  const undisturbed = realTerminal(['a.yaml'], whole.path);
  for (const keys of presses) await answer(undisturbed, keys);
  expect(await toTheEnd(undisturbed)).toBe(0);

  for (const keys of presses) {
    const talk = realTerminal(['a.yaml'], killed.path);
    await answer(talk, keys);
    talk.kill();
    await talk.ended;
    expect(readdirSync(killed.path)).toEqual(['a.yaml']);
  }
  const last = realTerminal(['a.yaml'], killed.path);
  expect(await toTheEnd(last)).toBe(0);
  expect(await scored(killed)).toEqual(await scored(whole));
}, 240_000);

test('a window made narrow while a question is asked is drawn anew, no line wider than it', async () => {
  const folder = aFolder();
  const talk = realTerminal(['a.yaml'], folder.path);
  for (const keys of profile.slice(0, 6)) await answer(talk, keys);
  await talk.shows('Wo stehen Sie mit KI?');
  await talk.shows('s aufhören');
  talk.resize(40, 40);
  await talk.shows('Zu Ihrem Betrieb');
  await talk.shows('s aufhören');
  talk.press('2\r');
  await talk.shows('✓ Stand: Ausprobieren');
  const shown = talk.transcript();
  const from = shown.lastIndexOf('Wo stehen Sie mit KI?');
  const drawn = shown.slice(from, shown.indexOf('✓', from));
  expect(drawn.split(/[\r\n]+/).filter((line) => line.length > 40)).toEqual([]);
  talk.press(key.ctrlC);
  expect(await talk.ended).toBe(130);
});

test('the end of the input ends the interview as Ctrl-C does, with a word on how to go on', async () => {
  const folder = aFolder();
  const talk = realTerminal(['a.yaml'], folder.path);
  await answer(talk, 'Muster GmbH\r');
  await talk.shows('s aufhören');
  talk.press(key.ctrlD);
  await talk.shows('Weiter geht es mit: hurdles interview a.yaml');
  expect(await talk.ended).toBe(130);
});

test('a closed window loses nothing, and the next one goes on there', async () => {
  const folder = aFolder();
  const talk = realTerminal(['a.yaml'], folder.path);
  await answer(talk, 'Muster GmbH\r');
  await answer(talk, '2\r');
  talk.kill('SIGHUP');
  await talk.ended;
  expect(readdirSync(folder.path)).toEqual(['a.yaml']);
  const next = realTerminal(['a.yaml'], folder.path);
  await next.shows('1 Antwort ist schon da');
  await next.shows('Frage 2 von 12');
  await next.shows('s aufhören');
  next.press('s');
  expect(await next.ended).toBe(0);
});

test('the report that is offered in the end is written, and never over another', async () => {
  const folder = aFolder();
  const talk = realTerminal(['a.yaml'], folder.path);
  for (const keys of presses) await answer(talk, keys);
  await talk.shows('Stimmt so: Ergebnis zeigen');
  talk.press('\r');
  await talk.shows('Den Bericht jetzt schreiben');
  await talk.shows('Nein');
  talk.press('\r');
  expect(await talk.ended).toBe(0);
  expect(folder.read('bericht.html')).toContain('Muster GmbH');
  folder.write('bericht.html', 'meiner');
  const again = realTerminal(['a.yaml'], folder.path);
  await again.shows('Stimmt so: Ergebnis zeigen');
  again.press('\r');
  await again.shows('bericht.html gibt es schon');
  expect(await again.ended).toBe(0);
  expect(folder.read('bericht.html')).toBe('meiner');
  expect(parse(folder.read('a.yaml'))).toMatchObject({ subject: { name: 'Muster GmbH' } });
});
