import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './can-trace.ts';
import { aFolder } from './run.ts';

export type Traced = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Every call about sockets, a line each, with what they are (`<TCP:[…]>`). */
  readonly calls: readonly string[];
};

/** Runs a program where there is no network, or with the one there is, and notes every call about sockets. */
export function traced(
  network: 'none' | 'there',
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
  input = '',
): Traced {
  const trace = join(aFolder().path, 'trace');
  const watch = ['-f', '-yy', '-e', 'trace=network', '-o', trace];
  const { status, stdout, stderr } = spawnSync(
    'strace',
    [...watch, ...(network === 'none' ? alone : []), ...command],
    {
      cwd,
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH, ...env },
    },
  );
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('('));
  return { exitCode: status, stdout, stderr, calls };
}

/** What left, or wanted to leave, the machine: connections and messages to anything but a socket of its own. */
export function outward(calls: readonly string[]): readonly string[] {
  return calls.filter(
    (call) =>
      /^\d+ +(?:connect|bind|sendto|sendmsg|sendmmsg)\(/.test(call) &&
      /AF_INET|<(?:TCP|UDP|RAW|PING|L2TP|DCCP|SCTP)/.test(call),
  );
}
