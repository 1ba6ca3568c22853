import { Help } from 'commander';
import type { Io } from '../io.ts';
import type { Words } from '../words/words.ts';

/** Commander's own headings in the language of the talk. */
export function helpStyle(words: Words, io: Io): Partial<Help> {
  const headings: Readonly<Record<string, string>> = {
    'Usage:': words.help.usage,
    'Arguments:': words.help.arguments,
    'Options:': words.help.options,
    'Global Options:': words.help.globalOptions,
    'Commands:': words.help.commands,
  };
  return {
    showGlobalOptions: true,
    commandUsage: (command) =>
      new Help()
        .commandUsage(command)
        .replace('[options]', words.help.optionsPlace)
        .replace('[command]', words.help.commandPlace),
    subcommandTerm: (command) =>
      new Help().subcommandTerm(command).replace('[options]', words.help.optionsPlace),
    helpWidth: Math.min(io.stdout.columns ?? 100, 100),
    styleTitle: (title) => headings[title] ?? title,
    optionDescription: (option) => option.description,
  };
}
