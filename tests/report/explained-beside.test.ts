import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import type { Explanation } from '../../src/assessment/explanation-format.ts';
import { hurdles } from '../support/run.ts';

async function explained(...argv: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await hurdles(['explain', ...argv]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(stdout).not.toMatch(/\{[a-z-]+\}|undefined|NaN|\[object/);
  return stdout.replace(/\s+/g, ' ');
}

const merged = 'examples/pumpenbau.yaml';

test('a question that several answered says who said what, with note and evidence', async () => {
  const text = await explained(merged, 'goals.target', '--lang', 'en');
  expect(text).toMatch(/Management level 3; “Zwei statt fünf Tage je Angebot”; document/);
  expect(text).toMatch(/level 1; “Von den zwei Tagen höre ich zum ersten Mal”/);
  expect(text.split('zum ersten Mal')).toHaveLength(2);
  expect(await explained(merged, 'measurement.baseline')).toMatch(
    /IT oder KI-Verantwortliche weiß ich nicht/,
  );
});

test('a note, an evidence and a reason that nobody else gave stand beside the answer', async () => {
  const stdin = JSON.stringify({
    format: 'answers/1',
    questionnaire: { id: 'five-hurdles' },
    profile: { stage: 'several' },
    answers: {
      'goals.problem': { answer: 3, note: 'Since May', evidence: 'records' },
      'testing.monitoring': { state: 'not-applicable', reason: 'Only one of us' },
    },
  });
  const told = async (id: string) =>
    (await hurdles(['explain', '-', `question:${id}`, '--lang', 'en'], { stdin })).stdout;
  expect(await told('goals.problem')).toMatch(/Note +“Since May”\n +Evidence +records\n/);
  expect(await told('testing.monitoring')).toMatch(
    /Not applicable +\S.*\n +Reason +“Only one of us”/,
  );
});

test('what was said and decided is there as data, too', async () => {
  const { stdout } = await hurdles(['explain', merged, 'goals.owner', '--json']);
  const [question, advice] = (JSON.parse(stdout) as Explanation).entries;
  expect(question).toMatchObject({ said: { sources: [{ role: 'mgmt', answer: 2 }] } });
  expect(advice).toMatchObject({ decided: { status: 'doing', who: 'Herr Talbach' } });
});

test('a step says how far it is, who does it and by when', async () => {
  const text = await explained(merged, 'recommendation:goals.owner', '--lang', 'en');
  expect(text).toMatch(/What was decided Status under way Who Herr Talbach By .*18.*2026/);
});

const singly = 'examples/machine-builder.yaml';

test('of the company: the one answer that would raise its level', async () => {
  expect(await explained(merged)).toMatch(
    /Eine Antwort Läge „Ausgangswert gemessen“ bei Stufe 2 .* käme der Betrieb auf Stufe 1/,
  );
  // Without a level it is answers that are missing, not better ones.
  expect(await explained(singly)).not.toContain('Eine Antwort');
});

test('of a hurdle: every single answer that would raise its level, or that none does', async () => {
  expect(await explained(merged, 'measurement')).toContain(
    'Eine Antwort Ausgangswert gemessen: mindestens Stufe 2 Werte werden wirklich erhoben: mindestens Stufe 3 Unter Soll',
  );
  expect(await explained(singly, 'tools', '--lang', 'de')).toContain(
    'Eine Antwort Eine einzelne Antwort genügt',
  );
});

test('what keeps a hurdle down is what is open, too', async () => {
  const text = await explained(singly, 'goals', '--lang', 'en');
  expect(text).toContain('Open Data for this use checked: target 2 Below target');
});

test('where only finding out is planned, that is said, and what the priority goes by', async () => {
  const stdin = await hurdles(['score', singly, '--json']);
  const found = (JSON.parse(stdin.stdout) as Assessment).recommendations.find(
    ({ kind, requires }) => kind === 'find-out' && requires.length > 0,
  );
  const text = await explained(singly, `recommendation:${found?.id}`, '--lang', 'en');
  expect(text).toContain('Planned to find out how things stand: 0.25–0.5 person-days, takes');
  expect(text).toContain('Prerequisites none needed to find out');
  expect(text).toContain('Whole step mean of');
  expect(text).not.toContain('not yet (');
  expect(await explained(singly, 'recommendation:goals.target', '--lang', 'en')).not.toContain(
    'find out',
  );
});
