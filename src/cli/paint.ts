import { Chalk, type ChalkInstance } from 'chalk';
import type { Io } from './io.ts';

/** Colours for a screen: none in a pipe, with NO_COLOR or in a dumb terminal; FORCE_COLOR overrides. */
export function paintFor({ env, stdout }: Pick<Io, 'env' | 'stdout'>): ChalkInstance {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return new Chalk({ level: 1 });
  const plain = env.NO_COLOR || env.FORCE_COLOR === '0' || env.TERM === 'dumb' || !stdout.isTTY;
  return new Chalk({ level: plain ? 0 : 1 });
}
