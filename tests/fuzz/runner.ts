import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Attempt, Came, Find, Mischief } from './attempt.ts';
import { findsIn } from './finds.ts';

/** Tries one input after the other in another process, which is ended where it does not answer. */
export type Runner = {
  readonly tryOut: (attempt: Attempt) => Promise<readonly Find[]>;
  /** The highest resident memory of any input, in bytes. */
  readonly peak: () => number;
  readonly end: () => void;
};

export type Bounds = {
  /** Milliseconds that an input may take: far more than any needs. */
  readonly deadline: number;
  /** Bytes of resident memory, of the program with all that tries it. */
  readonly memory: number;
};

export const usualBounds: Bounds = { deadline: 30_000, memory: 1_200_000_000 };

/** @param plantedBug the bug that the program is run with, so that the fuzzer can be seen to find it */
export function startRunner(bounds: Bounds = usualBounds, plantedBug?: Mischief): Runner {
  let child: Promise<ChildProcess> | null = null;
  let peak = 0;
  const restart = (running: ChildProcess) => {
    child = null;
    running.removeAllListeners();
    running.kill('SIGKILL');
  };
  const tryOut = async (attempt: Attempt): Promise<readonly Find[]> => {
    child ??= started(plantedBug);
    const running = await child;
    const answer = await answerOf(running, attempt, bounds.deadline);
    if (typeof answer === 'string') {
      restart(running);
      return [
        answer === 'late'
          ? { mischief: 'a hang', shown: `no answer in ${bounds.deadline} ms` }
          : { mischief: 'too much memory', shown: `the process ended: ${answer}` },
      ];
    }
    peak = Math.max(peak, answer.peak);
    if (answer.peak <= bounds.memory) return findsIn(attempt, answer);
    restart(running);
    const shown = `${Math.round(answer.peak / 1e6)} MB`;
    return [...findsIn(attempt, answer), { mischief: 'too much memory', shown }];
  };
  return {
    tryOut,
    peak: () => peak,
    end: () => {
      void child?.then(restart);
    },
  };
}

function started(plantedBug: Mischief | undefined): Promise<ChildProcess> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
    execArgv: ['--import', loader, '--max-old-space-size=1000'],
    env: { ...process.env, ...(plantedBug ? { PLANTED: plantedBug } : {}) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`The runner did not start: ${code}`)));
  });
}

function answerOf(
  child: ChildProcess,
  attempt: Attempt,
  deadline: number,
): Promise<Came | 'late' | `code ${string}`> {
  return new Promise((resolve) => {
    const done = (answer: Came | 'late' | `code ${string}`) => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      resolve(answer);
    };
    const timer = setTimeout(() => done('late'), deadline);
    child.once('message', (came) => done(came as Came));
    child.once('exit', (code, signal) => done(`code ${code ?? signal}`));
    child.send(attempt);
  });
}
