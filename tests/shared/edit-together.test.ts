import { expect, test, vi } from 'vitest';
import * as yaml from 'yaml';
import type { Edit } from '../../src/shared/edit-data.ts';
import { editYaml } from '../../src/shared/edit-yaml.ts';

vi.mock('yaml', async (original) => {
  const there = await original<typeof yaml>();
  return { ...there, parseDocument: vi.fn(there.parseDocument) };
});

const parsed = vi.mocked(yaml.parseDocument);

/** How often a text of so many answers is parsed while all but the first are put aside. */
function parsesFor(count: number, spell: (data: unknown) => string): number {
  const ids = Array.from({ length: count }, (_, at) => `h.q${at}`);
  const answers = Object.fromEntries(ids.map((id) => [id, 1]));
  const steps = Object.fromEntries(ids.map((id) => [id, { status: 'open' }]));
  const edits: readonly Edit[] = ids.slice(1).flatMap((id) => [
    { path: ['x-carried', '1.0.0', 'answers', id], value: 1 },
    { path: ['answers', id], value: undefined },
    { path: ['x-carried', '1.0.0', 'steps', id], value: { status: 'open' } },
    { path: ['steps', id], value: undefined },
  ]);
  const text = spell({ answers, steps });
  parsed.mockClear();
  const edited = editYaml(text, edits);
  const parses = parsed.mock.calls.length;
  expect(Object.keys(yaml.parse(edited).answers)).toEqual(['h.q0']);
  expect(Object.keys(yaml.parse(edited)['x-carried']['1.0.0'].steps)).toHaveLength(count - 1);
  return parses;
}

test.each([
  { how: 'on lines', spell: (data: unknown) => yaml.stringify(data) },
  { how: 'as JSON over several lines', spell: (data: unknown) => JSON.stringify(data, null, 2) },
  { how: 'as JSON on one line', spell: (data: unknown) => JSON.stringify(data) },
])('a text $how is parsed as often for many answers put aside as for few', ({ spell }) => {
  const few = parsesFor(20, spell);
  expect(parsesFor(400, spell)).toBe(few);
  expect(few).toBeLessThan(20);
});
