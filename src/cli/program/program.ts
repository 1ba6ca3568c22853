import { Command, CommanderError, Option } from 'commander';
import { type Call, callIn } from '../call.ts';
import { type Io, write } from '../io.ts';
import { packageFile } from '../package-files.ts';
import type { TalkLanguage } from '../talk-language.ts';
import { languages } from '../words/words.ts';
import { answering } from './answering.ts';
import { authoring } from './authoring.ts';
import { completing } from './completing.ts';
import { creating } from './creating.ts';
import { type Declared, declaredBy } from './declared.ts';
import type { Declare, Declaring } from './declaring.ts';
import { helpStyle } from './help-style.ts';
import { judging } from './judging.ts';
import { usageFailure } from './usage-failure.ts';

/** In the order that the help lists them, with the commands that each declares. */
export const groups: readonly { readonly declare: Declare; readonly names: readonly string[] }[] = [
  { declare: answering, names: ['interview', 'merge', 'migrate'] },
  { declare: judging, names: ['report', 'score', 'check', 'explain', 'compare', 'plan'] },
  { declare: authoring, names: ['lint', 'test', 'list', 'show', 'schema'] },
  { declare: creating, names: ['new'] },
  { declare: completing, names: ['completion'] },
];

/** The program as it is declared: what can be said to it, and what runs what was said. */
export type Program = {
  /** The names of all commands. */
  readonly commands: readonly string[];
  /** The options that are followed by a value. */
  readonly valued: readonly string[];
  /**
   * Runs the command that the arguments name.
   *
   * @returns its exit code
   * @throws Failure for a wrong call
   */
  readonly run: (argv: readonly string[]) => Promise<number>;
};

/**
 * Declares commands, in the language of the talk: those of the group that the call names one of, which is all that such a
 * call can need; all of them where it names none.
 */
export async function programIn(
  argv: readonly string[],
  io: Io,
  talk: TalkLanguage,
): Promise<Program> {
  const first = argv.find((word) => !word.startsWith('-')) ?? '';
  const group = groups.find(({ names }) => names.includes(first));
  let exitCode = 0;
  const shown: string[] = [];
  const program = declared(
    group ? [group] : groups,
    await callIn(talk, io),
    (code) => {
      exitCode = code;
    },
    (text) => shown.push(text),
  );
  const all = program.commands.flatMap((command) => [command, ...command.commands]);
  return {
    commands: program.commands.map((command) => command.name()),
    valued: [program, ...all].flatMap(({ options }) =>
      options.flatMap(({ required, short, long }) =>
        required ? [short, long].filter((flag) => flag != null) : [],
      ),
    ),
    run: async (argv) => {
      try {
        await program.parseAsync(argv, { from: 'user' });
        return exitCode;
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.exitCode === 0) {
          await write(io.stdout, shown.join(''));
          return 0;
        }
        throw usageFailure(error, program, argv);
      }
    },
  };
}

/** All that can be said to the program, as data. */
export async function everythingDeclared(io: Io, talk: TalkLanguage): Promise<Declared> {
  return declaredBy(
    declared(
      groups,
      await callIn(talk, io),
      () => {},
      () => {},
    ),
  );
}

function declared(
  wanted: typeof groups,
  call: Call,
  finish: (exitCode: number) => void,
  show: (text: string) => void,
): Command {
  const { io, words } = call;
  const { help } = words;
  const { version } = JSON.parse(packageFile('package.json')) as { version: string };
  const program = new Command('hurdles')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .option('-q, --questionnaire <FILE|ID>', help.questionnaire)
    .addOption(new Option('--lang <LANG>', help.lang).choices([...languages]))
    .option('--no-config', help.noConfig)
    .exitOverride()
    .configureHelp(helpStyle(words, io))
    .configureOutput({
      writeOut: show,
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 100, 100),
    })
    .addHelpText(
      'after',
      `\n${help.examples}\n  hurdles\n  hurdles report examples/versandhandel.yaml -o bericht.html\n  hurdles score examples/versandhandel.yaml --json\n\n${help.exitCodes}`,
    );

  const commandBelow: Declaring['commandBelow'] =
    (parent) =>
    (name, description, ...examples) =>
      parent
        .command(name)
        .description(description)
        .helpOption('-h, --help', help.helpOption)
        .addHelpText(
          'after',
          `\n${help.examples}\n${examples.map((line) => `  ${line}`).join('\n')}`,
        );
  const action: Declaring['action'] =
    (runs) =>
    async (...args) => {
      finish(await runs(...args));
    };
  for (const { declare } of wanted) {
    declare({ call, command: commandBelow(program), commandBelow, action });
  }
  return program;
}
