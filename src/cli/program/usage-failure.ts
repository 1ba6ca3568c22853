import type { Command, CommanderError } from 'commander';
import { nearest } from '../../shared/nearest.ts';
import { Failure } from '../failure.ts';
import { loopOver } from '../shell-words.ts';

/** What somebody got wrong on the command line, in our words. Throws what is not theirs. */
export function usageFailure(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): Failure {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const command = program.commands.find((candidate) => argv.includes(candidate.name()));
      const commands = [program, ...(command ? [command, ...command.commands] : [])];
      const flags = commands.flatMap(({ options }) => options.map(({ long }) => long ?? ''));
      if (command && flags.includes(quoted)) {
        return new Failure('option-before-command', { option: quoted, command: command.name() });
      }
      return new Failure('unknown-option', { option: quoted, nearest: nearest(quoted, flags) });
    }
    case 'commander.missingArgument':
      return new Failure('missing-argument', { name: quoted });
    case 'commander.optionMissingArgument':
      return new Failure('missing-option-value', { option: quoted });
    case 'commander.excessArguments':
      return new Failure('too-many-arguments', { loop: loopFor(program, argv) });
    case 'commander.invalidArgument': {
      const [, option = '', value = '', allowed = ''] =
        /option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\.$/.exec(
          error.message,
        ) ?? [];
      return new Failure('bad-option-value', { option, value, allowed });
    }
    default:
      throw error;
  }
}

// Where a shell has made several files of one word, each is a call of its own.
function loopFor(program: Command, argv: readonly string[]): string | null {
  const command = program.commands.find((candidate) => argv.includes(candidate.name()));
  const [argument] = command?.registeredArguments ?? [];
  if (command === undefined || !argument?.name().includes('FILE')) return null;
  const files = argv.filter((word) => /\.(ya?ml|json)$/i.test(word));
  return files.length > 1 ? loopOver(files, `hurdles ${command.name()}`) : null;
}
