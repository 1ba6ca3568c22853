import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
