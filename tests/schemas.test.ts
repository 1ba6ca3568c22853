import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../scripts/json-schemas.ts';
import { hurdles } from './support/run.ts';

test.each(Object.entries(jsonSchemas()))(
  'the published schema of %s is the one the program checks by (`npm run schemas` writes it)',
  async (name, text) => {
    expect(
      readFileSync(new URL(`../schemas/${name}.v1.schema.json`, import.meta.url), 'utf8'),
    ).toBe(text);
    expect((await hurdles(['schema', name])).stdout).toBe(text);
  },
);

describe('what the program reads and writes fits the published schemas', () => {
  const examples = ['versandhandel', 'machine-builder', 'malerbetrieb'];
  const read = (path: string): unknown =>
    parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
  const validator = (schema: object) =>
    new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  const schema = async (...argv: string[]) =>
    JSON.parse((await hurdles(['schema', ...argv])).stdout) as object;

  test('questionnaires', async () => {
    const isValid = validator(await schema('questionnaire'));
    for (const name of ['five-hurdles', 'five-hurdles-crafts']) {
      isValid(read(`questionnaires/${name}.yaml`));
      expect(isValid.errors, name).toBeNull();
    }
    expect(isValid({ format: 'questionnaire/1', id: 'x' })).toBe(false);
  });

  test.each(examples)('the assessment of %s', async (name) => {
    const isValid = validator(await schema('assessment'));
    const { stdout } = await hurdles(['score', `examples/${name}.yaml`, '--json']);
    isValid(JSON.parse(stdout));
    expect(isValid.errors).toBeNull();
  });

  test('lines of a stream, and what stands in the place of a broken one', async () => {
    const isValid = validator(await schema('assessment-line'));
    const { stdout } = await hurdles([
      'score',
      'examples/betriebe.ndjson',
      'package.json',
      '--ndjson',
      '--with',
      'recommendations',
    ]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      isValid(JSON.parse(line));
      expect(isValid.errors, line).toBeNull();
    }
    expect(isValid({ format: 'assessment-line/1' })).toBe(false);
  });

  test.each(examples)(
    'the answers of %s, also by the schema made for the questionnaire',
    async (name) => {
      const answers = read(`examples/${name}.yaml`);
      for (const argv of [['answers'], ['answers', '-q', 'five-hurdles']]) {
        const isValid = validator(await schema(...argv));
        isValid(answers);
        expect(isValid.errors).toBeNull();
      }
    },
  );

  test.each([
    { why: 'a level that does not exist', wrong: { answers: { 'goals.problem': 7 } } },
    { why: 'a question that does not exist', wrong: { answers: { 'goal.problem': 1 } } },
    { why: 'an option that does not exist', wrong: { profile: { stage: 'pilto' } } },
    { why: 'a core question left out', wrong: { answers: { 'goals.problem': 'not-applicable' } } },
    { why: 'a step without a recommendation', wrong: { steps: { 'goals.x': { status: 'open' } } } },
    { why: 'another questionnaire', wrong: { questionnaire: { id: 'other' } } },
  ])('the schema made for a questionnaire knows $why', async ({ wrong }) => {
    const isValid = validator(await schema('answers', '-q', 'five-hurdles'));
    const answers = { ...(read('examples/malerbetrieb.yaml') as object), ...wrong };
    expect(isValid(answers)).toBe(false);
  });

  test('its options say what they mean, in the language of the talk', async () => {
    const { stdout } = await hurdles(['schema', 'answers', '-q', 'five-hurdles', '--lang', 'en']);
    expect(stdout).toContain('There is no particular problem');
  });
});
