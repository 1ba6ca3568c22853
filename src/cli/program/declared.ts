import type { Command, Option } from 'commander';

/** A command and what can be said to it, as it was declared. */
export type Declared = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly DeclaredOption[];
  readonly arguments: readonly DeclaredArgument[];
  readonly commands: readonly Declared[];
};

export type DeclaredOption = {
  /** `-q` and `--questionnaire`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What its value is called (`FILE|ID`); null for one without. */
  readonly value: string | null;
  /** Whether it takes every word up to the next option. */
  readonly variadic: boolean;
  /** All its values, where only some words can be. */
  readonly choices: readonly string[];
};

export type DeclaredArgument = { readonly name: string; readonly variadic: boolean };

/** What a command and all below it declare. */
export function declaredBy(command: Command): Declared {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(declaredOption),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      variadic: argument.variadic,
    })),
    commands: command.commands.map(declaredBy),
  };
}

function declaredOption(option: Option): DeclaredOption {
  const { flags, short, long, description, variadic, argChoices, required, optional } = option;
  const [, value = ''] = /[<[]([^>\]]*?)(?:\.\.\.)?[>\]]/.exec(flags) ?? [];
  return {
    flags: [short, long].filter((flag) => flag != null),
    description,
    value: required || optional ? value : null,
    variadic,
    choices: argChoices ?? [],
  };
}
