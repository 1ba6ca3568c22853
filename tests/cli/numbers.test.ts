import { PassThrough } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseAnswers } from '../../src/assessment/case-answers.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { main } from '../../src/cli/main.ts';
import type { Case } from '../../src/questionnaire/case-format.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { fakeTerminal, key, toTheResult } from '../support/fake-terminal.ts';
import { aFolder, hurdles } from '../support/run.ts';

const questionnaire = `format: questionnaire/1
id: machines
version: 1.0.0
languages: [de, en]
title: { de: "Maschinen", en: "Machines" }
scales:
  stars:
    - { from: 0, name: { de: "Keiner", en: "None" } }
    - { from: 1, name: { de: "Einer", en: "One" } }
profile:
  - id: turnover
    kind: number
    min: 0
    unitLabel: { de: "€", en: "€" }
    text: { de: "Welcher Umsatz?", en: "Which turnover?" }
hurdles:
  - id: halls
    title: { de: "Hallen", en: "Halls" }
    scale: stars
    questions:
      - id: halls.standstill
        kind: number
        title: { de: "Stillstand", en: "Standstill" }
        text: { de: "Wie lange steht alles still?", en: "How long does everything stand still?" }
        min: 1
        max: 744
        unitLabel: { de: "Std.", en: "hrs" }
        target: 1
        bands: [{ from: 0, points: 1 }, { from: 10, points: 0 }]
verdicts:
  - id: repair
    kind: stop
    when: { halls.standstill: { atLeast: 10 } }
    text: { de: "Erst reparieren", en: "Repair first" }
cases:
  - id: at-target
    given: { base: target }
    expect: { hurdles: { halls: 1 }, verdicts: [] }
`;
const answers = (standstill: string) =>
  `format: answers/1\nquestionnaire: { id: machines }\nprofile: { turnover: 1200.5 }\nanswers: { halls.standstill: ${standstill} }\n`;

let cwd = '';
const run = (...argv: string[]) => hurdles([...argv, '-q', 'machines.yaml'], { cwd });

beforeAll(() => {
  cwd = aFolder({
    'machines.yaml': questionnaire,
    'a.yaml': answers('12'),
    'far.yaml': answers('1200'),
    'comma.yaml': answers('"12,5"'),
  }).path;
});

test('the interview says which numbers are possible, asks back where one can mean two, and shows what it took', async () => {
  const folder = aFolder({ 'machines.yaml': questionnaire });
  const terminal = fakeTerminal();
  const exitCode = main(['interview', 'b.yaml', '-q', 'machines.yaml'], {
    stdin: terminal.input,
    stdout: new PassThrough(),
    stderr: terminal.output,
    env: {},
    cwd: folder.path,
    now: () => new Date('2026-11-20T09:14:00Z'),
    onInterrupt: () => () => {},
  });
  await terminal.shows('Wie heißt');
  await terminal.shows('s aufhören');
  terminal.press(key.enter);
  await terminal.shows('Welcher Umsatz? (€; mindestens 0)');
  terminal.press('1.200', key.enter);
  await terminal.shows('„1.200“ kann 1200 oder 1,2 heißen');
  terminal.press(...Array.from({ length: 5 }, () => key.backspace), '1.200,50', key.enter);
  await terminal.shows('1200,5 €');
  await terminal.shows('Wie lange steht alles still? (Std.; 1 bis 744)');
  terminal.press('1200', key.enter);
  await terminal.shows('Hier ist nur möglich: 1 bis 744.');
  // Out of 1200 and 1.2 only the latter is possible here.
  terminal.press(...Array.from({ length: 4 }, () => key.backspace), '1.200', key.enter);
  await terminal.shows('1,2 Std.');
  await toTheResult(terminal);
  expect(await exitCode).toBe(0);
  expect(parse(folder.read('b.yaml'))).toMatchObject({
    profile: { turnover: 1200.5 },
    answers: { 'halls.standstill': 1.2 },
  });
});

test('a number beyond what the question takes is a problem with its place', async () => {
  const { exitCode, stderr } = await run('score', 'far.yaml');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/far\.yaml:4:30 {2}Der Wert ist 1200; möglich ist 1–744/);
});

test('a decimal comma in quotation marks is mended with them', async () => {
  expect((await run('lint', 'comma.yaml')).exitCode).not.toBe(0);
  const { exitCode } = await run('lint', 'comma.yaml', '--fix');
  expect(exitCode).toBe(0);
  expect((await run('score', 'comma.yaml', '--json')).stdout).toContain('"answer": 12.5');
});

test('result and report tell a number with its unit, answers and bounds alike', async () => {
  const { stdout } = await run('score', 'a.yaml');
  expect(stdout).toContain('Stillstand: 12\u00a0Std.');
  const report = (await run('report', 'a.yaml', '-f', 'md')).stdout;
  expect(report).toContain('1.200,5\u00a0€');
  expect((await run('show', '--lang', 'en')).stdout).toContain('“Standstill” at least 10\u00a0hrs');
});

test('the sheet to fill in, the form and the questionnaire for reading say which numbers are possible', async () => {
  expect((await run('new', 'answers', '-')).stdout).toContain(
    '#   eine Zahl (Std., 1 bis 744); mit Punkt statt Komma',
  );
  expect((await run('show', '--blank')).stdout).toMatch(/Zahl, 1 bis 744: …+ Std\./);
  expect((await run('show', '--blank', '-f', 'html')).stdout).toContain('Zahl, mindestens 0');
  const shown = (await run('show')).stdout;
  expect(shown).toContain('Gefragt ist eine Zahl (Std., 1 bis 744).');
  expect(shown).toContain('Gefragt ist eine Zahl (€, mindestens 0).');
});

test('the schema of the answers refuses the same numbers', async () => {
  const schema = JSON.parse((await run('schema', 'answers')).stdout);
  const { anyOf } = schema.properties.answers.properties['halls.standstill'];
  expect(anyOf[0]).toEqual({ type: 'number', minimum: 1, maximum: 744, description: 'Std.' });
});

test('a case answers within what the question takes', () => {
  const parsed = parseQuestionnaire(questionnaire, 'machines.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const engine = engineOf(parsed.value);
  const [atTarget] = parsed.value.cases;
  // The band at target begins at 0, which is no answer.
  expect(caseAnswers(engine, atTarget as Case).answers['halls.standstill']).toMatchObject({
    answer: 1,
  });
});

test('a bound that no number passes makes a condition that never holds', async () => {
  const folder = aFolder({
    'machines.yaml': questionnaire.replace('atLeast: 10 }', 'atLeast: 800 }'),
  });
  const { stdout } = await hurdles(['lint', 'machines.yaml'], { cwd: folder.path });
  expect(stdout).toMatch(/machines\.yaml:33:33 .*kann nie gelten/);
});
