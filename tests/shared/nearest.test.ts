import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/shared/nearest.ts';

const names = ['goals.problem', 'goals.target', 'tools.inventory', 'stage', 'it', 'groesse', 'oel'];

test.each([
  { why: 'a letter is missing', name: 'goals.targt', found: 'goals.target' },
  { why: 'a letter is too many', name: 'stages', found: 'stage' },
  { why: 'two letters are swapped', name: 'goals.tagret', found: 'goals.target' },
  { why: 'the hurdle lacks its last letter', name: 'goal.problem', found: 'goals.problem' },
  { why: 'it is written with a capital', name: 'Stage', found: 'stage' },
  { why: 'a short one is written with capitals', name: 'IT', found: 'it' },
  { why: 'two letters of a short one are swapped', name: 'tsage', found: 'stage' },
  { why: 'it is spelt with an umlaut', name: 'Größe', found: 'groesse' },
  { why: 'a short one is spelt with an umlaut', name: 'öl', found: 'oel' },
  { why: 'it exists', name: 'stage', found: 'stage' },
  { why: 'it resembles nothing', name: 'weather', found: null },
  { why: 'it shares its length and nothing else with a name', name: 'xy', found: null },
  { why: 'it is empty', name: '', found: null },
])('someone who wrote "$name" meant $found: $why', ({ name, found }) => {
  expect(nearest(name, names)).toBe(found);
});

test('of several near names it is the nearest', () => {
  expect(nearest('goals.probem', ['goals.probe', 'goals.problem', 'goals.pro'])).toBeOneOf([
    'goals.probe',
    'goals.problem',
  ]);
  expect(nearest('targets', ['tag', 'target', 'large'])).toBe('target');
});

test('one letter is no slip of another', () => {
  expect(nearest('7', ['0', '1', '2'])).toBeNull();
});

test('where no name exists, none was meant', () => {
  expect(nearest('stage', [])).toBeNull();
});

test('it is always a name that exists', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, known) => {
      expect([null, ...known]).toContain(nearest(name, known));
    }),
  );
});
