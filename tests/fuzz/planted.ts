import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import type { Mischief } from './attempt.ts';

type Main = (argv: readonly string[], io: Io) => Promise<number>;

/**
 * The program with one bug of a class, as somebody might write it; without a name the program as it is. Each shows only
 * for some inputs, so that it has to be looked for.
 */
export function planted(name: string | undefined, main: Main): Main {
  return name === undefined ? main : bugs[name as Mischief](main);
}

const bugs: Readonly<Record<Mischief, (main: Main) => Main>> = {
  'a stack trace': (main) => (argv, io) =>
    onSay(main, argv, io, (said) => {
      if (said.includes('unbekannt') || said.length > 20_000) throw new TypeError('of undefined');
    }),
  'a hang': (main) => async (argv, io) => {
    const code = await main(argv, io);
    while (code === 2);
    return code;
  },
  'too much memory': (main) => async (argv, io) => {
    const code = await main(argv, io);
    if (code === 2) hoard.push(...Array.from({ length: 20 }, () => Buffer.alloc(1 << 25, 1)));
    return code;
  },
  'a refusal without a place': (main) => (argv, io) =>
    main(
      argv,
      saying(io, (said) => said.replace(/^.*:\d+:\d+ {2}/gm, '')),
    ),
  'a wrong exit code': (main) => async (argv, io) => {
    const code = await main(argv, io);
    return code === 2 ? 0 : code;
  },
  'a changed prototype': (main) => (argv, io) =>
    onSay(main, argv, io, (said) => {
      const [, key] = /(__proto__|constructor|toString)/.exec(said) ?? [];
      if (key) Object.assign(Object.prototype, { polluted: true });
    }),
  'output outside the folder': (main) => async (argv, io) => {
    const code = await main(argv, io);
    if (code === 0 && argv.includes('-o')) writeFileSync(join(io.cwd, '../debris.tmp'), '');
    return code;
  },
  'text that steers': (main) => (argv, io) =>
    main(
      argv,
      saying(io, (said) => said.replaceAll('\ufffd', '\u001b')),
    ),
  'a lost answer': (main) => (argv, io) =>
    main(
      argv,
      saying(io, (said) => said.replace(/"goals\.owner"/g, '"goals.owned"')),
    ),
  'a half-written file': (main) => async (argv, io) => {
    const code = await main(argv, io);
    const file = argv[argv.indexOf('-o') + 1];
    if (code === 0 && argv.includes('-o') && file) {
      writeFileSync(join(io.cwd, file), 'the first block');
    }
    return code;
  },
};

const hoard: Buffer[] = [];

async function onSay(main: Main, argv: readonly string[], io: Io, look: (said: string) => void) {
  const said: string[] = [];
  const code = await main(
    argv,
    saying(io, (text) => {
      said.push(text);
      return text;
    }),
  );
  look(said.join(''));
  return code;
}

// The machine with other words on its way out.
function saying(io: Io, change: (said: string) => string): Io {
  const changing = <Stream extends Io['stdout']>(stream: Stream): Stream =>
    new Proxy(stream, {
      get: (target, key) => {
        if (key !== 'write') {
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (data: string | Uint8Array, done: (error?: Error | null) => void) =>
          target.write(change(Buffer.from(data).toString('utf8')), done);
      },
    });
  return { ...io, stdout: changing(io.stdout), stderr: changing(io.stderr) };
}
