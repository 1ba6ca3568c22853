import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesTyped } from '../../scripts/golden-interview.ts';
import { everythingDeclared } from '../../src/cli/program/program.ts';
import { noBrowser } from '../support/browser.ts';
import { canTrace } from '../support/can-trace.ts';
import { aFolder, collecting, root } from '../support/run.ts';
import { outward, traced } from '../support/traced.ts';

const example = 'examples/versandhandel.yaml';
const earlier = 'examples/verlauf/versandhandel-mai.yaml';
const bin = join(root, 'bin/hurdles.js');

type Row = { readonly argv: readonly string[]; readonly stdin?: string };

// A call of every command that works: a new command adds its row.
const calls: Readonly<Record<string, readonly Row[]>> = {
  interview: [{ argv: ['korn.yaml', '--plain'], stdin: `${linesTyped('de').join('\n')}\n` }],
  merge: [
    {
      argv: [
        'examples/roles/mgmt.yaml',
        'examples/roles/it.yaml',
        '--prefer',
        'it',
        '-o',
        'all.yaml',
      ],
    },
  ],
  migrate: [{ argv: [example, '-o', '-'] }],
  report: [
    { argv: [example, '-f', 'html,md,json,csv,badge', '-o', 'out/'] },
    { argv: [example, '--brand', 'examples/brand/brand.yaml', '--worksheets', 'sheets/'] },
  ],
  score: [{ argv: [example] }, { argv: ['examples/betriebe.ndjson', '--ndjson'] }],
  check: [{ argv: ['examples/malerbetrieb.yaml', '--at-target', '-f', 'github'] }],
  explain: [{ argv: [example] }],
  compare: [{ argv: [earlier, example, '-o', 'comparison.html'] }],
  plan: [{ argv: [example, '--to', '2'] }],
  lint: [{ argv: [example, 'questionnaires/five-hurdles.yaml'] }],
  test: [{ argv: ['five-hurdles'] }],
  list: [{ argv: [] }],
  show: [{ argv: ['-o', 'questionnaire.html'] }],
  schema: [{ argv: ['answers'] }],
  'new questionnaire': [{ argv: ['wissen'] }],
  'new answers': [{ argv: ['new.yaml'] }],
  completion: [{ argv: ['bash'] }],
  complete: [{ argv: ['--', 'report', ''] }],
};

const folder = () => {
  const { path } = aFolder();
  for (const name of ['examples', 'questionnaires']) {
    cpSync(join(root, name), join(path, name), { recursive: true });
  }
  return path;
};

/** A home and a place for temporary files of one's own, and what is left in them in the end. */
function aHome() {
  const [home, temporary] = [aFolder().path, aFolder().path];
  return {
    env: { HOME: home, TMPDIR: temporary },
    left: () => [...readdirSync(home), ...readdirSync(temporary)],
  };
}

test('every command there is has its call', async () => {
  const { stream } = collecting([]);
  const io = {
    stdin: stream,
    stdout: stream,
    stderr: stream,
    env: {},
    cwd: root,
    now: () => new Date(),
    onInterrupt: () => () => {},
  };
  const { commands } = await everythingDeclared(io, { language: 'de', isChosen: false });
  const names = commands.flatMap(({ name, commands: below }) =>
    below.length === 0 ? [name] : below.map((one) => `${name} ${one.name}`),
  );
  expect(names.length).toBeGreaterThan(15);
  expect(Object.keys(calls).toSorted()).toEqual([...names, 'complete'].toSorted());
});

const rows = Object.entries(calls).flatMap(([command, list]) =>
  list.map(({ argv, stdin }) => ({
    line: [command, ...argv].join(' '),
    argv: [...command.split(' '), ...argv],
    stdin,
  })),
);

describe.runIf(canTrace)('the network', () => {
  test.each(rows)(
    '`hurdles $line` works, asks for none, and leaves nothing elsewhere',
    ({ argv, stdin }) => {
      const { env, left } = aHome();
      const {
        exitCode,
        stderr,
        calls: made,
      } = traced('none', [process.execPath, bin, ...argv], folder(), env, stdin);
      expect(exitCode, stderr).toBe(0);
      expect(outward(made)).toEqual([]);
      expect(left()).toEqual([]);
    },
  );

  test.each([
    {
      how: 'connects',
      program: `require('node:net').connect(80, '192.0.2.1').on('error', () => {})`,
    },
    {
      how: 'sends',
      program: `const s = require('node:dgram').createSocket('udp4'); s.send('x', 53, '192.0.2.1', () => s.close())`,
    },
    { how: 'asks for a name', program: `require('node:dns').resolve('example.org', () => {})` },
  ])('a program that $how is caught', ({ program }) => {
    const { calls: made } = traced('none', [process.execPath, '-e', program], root);
    expect(outward(made)).not.toEqual([]);
  });

  // With the network that is there: without any it might not even try. The browser asks the system once in a while whether there is a way to the IPv6 internet. Nothing is sent for that.
  const probe = /connect\(\d+<UDPv6:[^>]*>.*"2001:4860:4860::8888"/;

  test.skipIf(noBrowser)('the browser that prints connects nowhere and sends nothing', () => {
    const cwd = folder();
    const argv = [process.execPath, bin, 'report', example, '-o', 'report.pdf'];
    const { env, left } = aHome();
    const {
      exitCode,
      stderr,
      calls: made,
    } = traced('there', argv, cwd, {
      HURDLES_BROWSER: process.env.HURDLES_BROWSER,
      ...env,
    });
    expect(exitCode, stderr).toBe(0);
    expect(left()).toEqual([]);
    expect(made.length).toBeGreaterThan(100);
    expect(outward(made).filter((call) => !probe.test(call))).toEqual([]);
  });
});
