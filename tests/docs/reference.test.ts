import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  keyOf,
  publishedParts,
  referenceNames,
  referencePages,
  referenceWords,
} from '../../scripts/reference-pages.ts';
import { root } from '../support/run.ts';
import { deadLinks, linkCount } from './links.ts';

const parts = publishedParts();
const words = referenceWords();
const keysOf = (part: (typeof parts)[number]) =>
  part.tables.flatMap((table) => table.rows.map((row) => keyOf(table, row)));

test.each(Object.entries(referencePages()))(
  '%s is what the formats and the words make of it (`npm run reference` writes it)',
  (name, text) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(text);
  },
);

test('every key has a German text, and none is left that is no key', () => {
  const shown = Object.fromEntries(parts.map((part) => [part.id, keysOf(part).sort()]));
  const worded = Object.fromEntries(
    Object.entries(words.keys).map(([part, texts]) => [part, Object.keys(texts).sort()]),
  );
  expect(worded).toEqual(shown);
  expect(Object.values(shown).flat().length).toBeGreaterThan(180);
});

test('every key says in English what it means', () => {
  const silent = parts.flatMap((part) =>
    part.tables.flatMap((table) =>
      table.rows
        .filter(({ description }) => description.trim() === '')
        .map((row) => `${part.id}: ${keyOf(table, row)}`),
    ),
  );
  expect(silent).toEqual([]);
});

test('every part and every kind of value is called something, and nothing else is', () => {
  expect(Object.keys(words.parts).sort()).toEqual(parts.map(({ id }) => id).sort());
  const pages = Object.values(referencePages()).join('\n');
  const idle = (among: Readonly<Record<string, { de: string; en: string }>>) =>
    Object.entries(among).flatMap(([name, said]) =>
      [said.de, said.en].every((one) => pages.includes(one.replace('…', ''))) ? [] : [name],
    );
  expect(idle(words.kinds)).toEqual([]);
  expect(idle(words.types)).toEqual([]);
});

test('no key of the schema is left out', () => {
  const schema = JSON.parse(
    readFileSync(join(root, 'schemas/questionnaire.v1.schema.json'), 'utf8'),
  ) as { readonly $defs: Readonly<Record<string, unknown>> };
  // What a questionnaire that builds on another may change has the keys of what it changes.
  const whole = Object.entries(schema.$defs).filter(([name]) => !name.endsWith('Change'));
  const names = new Set(whole.flatMap(([, definition]) => propertyNames(definition)));
  const shown = new Set(
    parts.flatMap((part) => keysOf(part).map((key) => key.split(/[./]/).at(-1)?.replace('[]', ''))),
  );
  // Maps that are the sum of their keys are told by these.
  const paths = parts.flatMap(keysOf);
  const missing = [...names].filter(
    (name) => !shown.has(name) && !paths.some((path) => path.includes(`${name}.`)),
  );
  expect(names.size).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

describe.each(Object.values(referenceNames))('%s', (name) => {
  test('leads somewhere with every link', () => {
    const path = join(root, 'docs', name);
    expect(linkCount(path)).toBeGreaterThan(90);
    expect(deadLinks(path)).toEqual([]);
  });

  test('has every anchor only once', () => {
    const page = readFileSync(join(root, 'docs', name), 'utf8');
    const anchors = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

function propertyNames(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, part]) => [
    ...(key === 'properties' && !Array.isArray(node) ? Object.keys(part as object) : []),
    ...propertyNames(part),
  ]);
}
