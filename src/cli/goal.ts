import type { Engine } from '../assessment/engine.ts';
import type { Goal } from '../assessment/route.ts';
import { nearest } from '../shared/nearest.ts';
import { Failure } from './failure.ts';

/**
 * Reads the goal of a route: a level by its number, `at-target`, or the id of a verdict.
 *
 * @throws Failure for anything else, with what is possible
 */
export function goalOf(value: string, engine: Engine): Goal {
  const top = Math.max(...engine.hurdles.map(({ scale }) => scale.length - 1));
  if (/^\d+$/.test(value) && Number(value) <= top) return { kind: 'level', level: Number(value) };
  if (value === 'at-target') return { kind: 'at-target' };
  const verdicts = engine.verdicts.map(({ id }) => id);
  const verdict = verdicts.indexOf(value);
  if (verdict >= 0) return { kind: 'verdict', verdict };
  throw new Failure('unknown-goal', {
    value,
    top: String(top),
    nearest: nearest(value, ['at-target', ...verdicts]),
    verdicts: verdicts.join(', '),
  });
}

/** Reads a number of person-days; a comma will do. */
export function daysOf(value: string): number {
  const days = Number(value.replace(',', '.'));
  if (/^\d+([.,]\d+)?$/.test(value) && Number.isFinite(days)) return days;
  throw new Failure('bad-days', { value });
}
