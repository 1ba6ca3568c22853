import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { realTerminal } from '../support/real-terminal.ts';
import { aFolder } from '../support/run.ts';

test('in a real terminal: answer, stop with Ctrl-C, go on, and every answer is in the file', async () => {
  const folder = aFolder();
  const first = realTerminal(['a.yaml'], folder.path);
  await first.shows('s aufhören');
  first.press('Muster GmbH\r');
  await first.shows('Frage 1 von 12');
  await first.shows('s aufhören');
  first.press('2\r');
  await first.shows('Frage 2 von 12');
  await first.shows('s aufhören');
  first.press('\u0003');
  expect(await first.ended).toBe(130);

  const second = realTerminal(['a.yaml'], folder.path);
  await second.shows('1 Antwort ist schon da');
  await second.shows('Frage 2 von 12');
  await second.shows('s aufhören');
  second.press('\r');
  await second.shows('Frage 3 von 12');
  await second.shows('s aufhören');
  second.press('\u0003');
  expect(await second.ended).toBe(130);
  expect(parse(folder.read('a.yaml'))).toMatchObject({
    subject: { name: 'Muster GmbH' },
    profile: { size: 'small', sector: 'crafts' },
  });
});

test('interrupted by a signal, it ends as it does by the key', async () => {
  const folder = aFolder();
  const talk = realTerminal(['a.yaml'], folder.path);
  await talk.shows('s aufhören');
  talk.press('Muster GmbH\r');
  await talk.shows('Frage 1 von 12');
  talk.kill('SIGINT');
  await talk.shows('Weiter geht es mit: hurdles interview a.yaml');
  expect(await talk.ended).toBe(130);
  expect(parse(folder.read('a.yaml'))).toMatchObject({ subject: { name: 'Muster GmbH' } });
});
