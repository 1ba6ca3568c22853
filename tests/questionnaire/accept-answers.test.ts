import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { acceptingAnswers } from '../../src/questionnaire/accept-answers.ts';
import { toEntry } from '../../src/questionnaire/answer-entry.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { checkRequired } from '../../src/questionnaire/check-answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const examples = readdirSync('examples').filter((name) => /^[a-z]+\.yaml$/.test(name));

/** What the proper reader makes of data: the answers as JSON, or that there is something to say about them. */
function readProperly(data: unknown, questionnaire: Questionnaire): string | null {
  const text = JSON.stringify(data);
  const parsed = parseAnswers(text, 'answers.json', questionnaire);
  const read = readYaml(text, 'answers.json');
  const lacks = read.ok && checkRequired(read.file, questionnaire).length > 0;
  return parsed.ok && parsed.warnings.length === 0 && !lacks ? JSON.stringify(parsed.value) : null;
}

/** Answers as a file holds them. */
function written(answers: Answers, { profile, questions }: Questionnaire): Record<string, unknown> {
  const asked = [...profile, ...questions.map(({ question }) => question)];
  const entries = (section: Answers['answers']) =>
    Object.fromEntries(
      Object.entries(section).map(([id, answer]) => [
        id,
        toEntry(answer, asked.find((question) => question.id === id)?.kind === 'text'),
      ]),
    );
  return { ...answers, profile: entries(answers.profile), answers: entries(answers.answers) };
}

const someYaml = `
format: answers/1
questionnaire: { version: 1.0.0, id: five-hurdles }
subject: { use: Chatbot, name: ~ }
respondent: { name: Xu, role: mgmt }
updated: 2026-11-20
started: 2026-11-20T09:00:00+01:00
language: de
profile: { stage: pilot, plans: [expansion], goal: { note: ungefähr, answer: unknown } }
answers:
  goals.target: { evidence: document, note: "20 %", answer: 1, at: 2026-11-20T09:00:00Z }
  goals.problem: 2
  goals.owner: ~
  tools.inventory: unknown
steps:
  goals.target: { due: 2026-12-15, status: doing }
`;

describe('a quick reader of answers', () => {
  test.each(examples)('takes %s as it is, or leaves it to the proper reader', (name) => {
    const data = parse(readFileSync(`examples/${name}`, 'utf8'));
    if (data.questionnaire?.id !== fiveHurdles.id) return;
    const taken = acceptingAnswers(fiveHurdles)(data);
    if (taken !== null) expect(JSON.stringify(taken)).toBe(readProperly(data, fiveHurdles));
  });

  test('takes most of the examples, or it would be of no use', () => {
    const accept = acceptingAnswers(fiveHurdles);
    const taken = examples.filter((name) =>
      accept(parse(readFileSync(`examples/${name}`, 'utf8'))),
    );
    expect(taken).toEqual(expect.arrayContaining(['versandhandel.yaml', 'malerbetrieb.yaml']));
  });

  test('puts keys in the order of the format, whatever the order of the file', () => {
    const data = parse(someYaml);
    const taken = acceptingAnswers(fiveHurdles)(data);
    expect(taken).not.toBeNull();
    expect(JSON.stringify(taken)).toBe(readProperly(data, fiveHurdles));
  });

  test.each([
    { why: 'another format', change: { format: 'answers/2' } },
    { why: 'no format', change: { format: undefined } },
    { why: 'another questionnaire', change: { questionnaire: { id: 'other' } } },
    { why: 'no questionnaire', change: { questionnaire: undefined } },
    { why: 'no id of the questionnaire', change: { questionnaire: {} } },
    {
      why: 'another edition',
      change: { questionnaire: { id: 'five-hurdles', version: '1.0.1' } },
    },
    {
      why: 'another digest',
      change: { questionnaire: { id: 'five-hurdles', digest: 'sha256-0' } },
    },
    { why: 'an unknown key', change: { extra: 1 } },
    { why: 'a key of one’s own', change: { 'x-own': 1 } },
    { why: 'an unknown role', change: { scope: { role: 'boss' } } },
    { why: 'a scope that is no truth', change: { scope: { quick: 'yes' } } },
    { why: 'a language that is none', change: { language: 'Deutsch' } },
    { why: 'a day that is none', change: { updated: '2026-02-30' } },
    { why: 'an hour that is none', change: { updated: '2026-02-03T24:00:00Z' } },
    { why: 'the required answer missing', change: { profile: {} } },
    { why: 'the required answer unknown', change: { profile: { stage: 'unknown' } } },
    { why: 'the required answer empty', change: { profile: { stage: null } } },
    { why: 'an option that is none', change: { profile: { stage: 'flying' } } },
    { why: 'a profile that is a list', change: { profile: [] } },
    { why: 'an unknown question', change: { answers: { 'goals.dream': 1 } } },
    { why: 'a question called like what every map has', change: { answers: { constructor: 1 } } },
    {
      why: 'a question called __proto__',
      change: { answers: JSON.parse('{"__proto__": {"answer": 1}}') },
    },
    { why: 'a level that is none', change: { answers: { 'goals.target': 9 } } },
    { why: 'half a level', change: { answers: { 'goals.target': 1.5 } } },
    { why: 'a level as text', change: { answers: { 'goals.target': '1' } } },
    {
      why: 'a core question not applicable',
      change: { answers: { 'goals.target': 'not-applicable' } },
    },
    {
      why: 'answer and state',
      change: { answers: { 'goals.target': { answer: 1, state: 'unknown' } } },
    },
    { why: 'neither answer nor state', change: { answers: { 'goals.target': { note: 'x' } } } },
    { why: 'a note that is none', change: { answers: { 'goals.target': { answer: 1, note: 1 } } } },
    {
      why: 'evidence that is none',
      change: { answers: { 'goals.target': { answer: 1, evidence: 'rumour' } } },
    },
    { why: 'a step without a status', change: { steps: { 'goals.target': {} } } },
    { why: 'a step that is none', change: { steps: { 'goals.dream': { status: 'open' } } } },
    { why: 'a list', change: null },
  ])('leaves $why to the proper reader', ({ change }) => {
    const right = {
      format: 'answers/1',
      questionnaire: { id: 'five-hurdles' },
      profile: { stage: 'pilot' },
      answers: { 'goals.target': 1 },
    };
    const accept = acceptingAnswers(fiveHurdles);
    expect(accept(right)).not.toBeNull();
    const data = change === null ? [] : JSON.parse(JSON.stringify({ ...right, ...change }));
    expect(accept(data)).toBeNull();
  });

  test('makes of random answers to random questionnaires what the proper reader makes of them', () => {
    fc.assert(
      fc.property(
        withSheets(
          fc.oneof(randomQuestionnaires(anything), fc.constantFrom(fiveHurdles, aQuestionnaire())),
        ),
        ({ questionnaire, answers }) => {
          const data = written(answers, questionnaire);
          const taken = acceptingAnswers(questionnaire)(data);
          if (taken !== null) {
            expect(JSON.stringify(taken)).toBe(readProperly(data, questionnaire));
          }
        },
      ),
      search(300),
    );
  });

  test('takes nothing that the proper reader would say something about, whatever is changed in a file', () => {
    const accept = acceptingAnswers(fiveHurdles);
    const right = JSON.parse(JSON.stringify(parse(someYaml)));
    const paths = pathsIn(right);
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        -0,
        0,
        1,
        4,
        5,
        1.5,
        Number.POSITIVE_INFINITY,
        '',
        'unknown',
        'not-applicable',
        '1',
        [],
        {},
        true,
      ),
      fc.constantFrom<unknown>(
        ['expansion', 'expansion'],
        ['expansion', 'none'],
        { answer: 2 },
        { state: 'unknown' },
      ),
      fc.constantFrom<unknown>(
        '2024-02-29',
        '2023-02-29',
        '2026-11-20T09:00:00',
        '2026-11-20T09:00Z',
        '1.0.0',
      ),
      fc.anything({ withNullPrototype: false }),
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, fc.boolean(), (path, value, added) => {
        const data = structuredClone(right);
        const parent = path.slice(0, -1).reduce((at, key) => at[key], data);
        parent[added ? `${path.at(-1)}x` : (path.at(-1) as string)] = value;
        const json = JSON.stringify(data);
        const again = JSON.parse(json);
        const accepted = accept(again);
        if (accepted === null) return;
        taken += 1;
        expect(JSON.stringify(accepted)).toBe(readProperly(again, fiveHurdles));
      }),
      search(600),
    );
    expect(taken).toBeGreaterThan(20);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: whatever a file holds.
function pathsIn(value: any, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...path]];
  const below = Object.keys(value).flatMap((key) => pathsIn(value[key], [...path, key]));
  return path.length === 0 ? below : [[...path], ...below];
}
