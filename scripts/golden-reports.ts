import { readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../src/cli/main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every report kept with the examples, by its path: each example in its own language, the first in all formats. */
export async function goldenReports(): Promise<Readonly<Record<string, string>>> {
  const reports: Record<string, string> = {};
  const examples = readdirSync(new URL('../examples/', import.meta.url)).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const example of examples) {
    const stem = example.replace(/\.yaml$/, '');
    for (const format of ['html', 'md', 'csv', 'json']) {
      reports[`examples/reports/${stem}.${format}`] = await output(
        'report',
        `examples/${example}`,
        '-f',
        format,
      );
    }
    reports[`examples/reports/${stem}.svg`] = await output(
      'report',
      `examples/${example}`,
      '-f',
      'badge',
    );
    for (const format of ['md', 'csv']) {
      reports[`examples/reports/${stem}.en.${format}`] = await output(
        'report',
        `examples/${example}`,
        '-f',
        format,
        '--lang',
        'en',
      );
    }
    reports[`examples/reports/${stem}.plan.csv`] = await output(
      'plan',
      `examples/${example}`,
      '-f',
      'csv',
    );
    reports[`examples/reports/${stem}.txt`] = await output(
      'score',
      `examples/${example}`,
      '--lang',
      'de',
    );
  }
  return reports;
}

/** What a command prints in a pipe; throws where it fails. */
export async function output(...argv: string[]): Promise<string> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const chunks: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  stderr.resume();
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env: {},
    cwd: root,
    now: () => new Date(0),
    onInterrupt: () => () => {},
  };
  const exitCode = await main(argv, io);
  if (exitCode !== 0) throw new Error(`hurdles ${argv.join(' ')} ended with ${exitCode}`);
  return Buffer.concat(chunks).toString('utf8');
}
