import type { Command } from 'commander';
import type { Call } from '../call.ts';

/** Tells commander of a group of commands; each loads its own module only when it is called. */
export type Declare = (declaring: Declaring) => void;

export type Declaring = {
  readonly call: Call;
  /** Adds a command with its help and examples that work. */
  readonly command: AddCommand;
  /** The same, below another command. */
  readonly commandBelow: (parent: Command) => AddCommand;
  /** Runs a command and keeps its exit code. */
  readonly action: <Args extends unknown[]>(
    runs: (...args: Args) => Promise<number>,
  ) => (...args: Args) => Promise<void>;
};

type AddCommand = (name: string, description: string, ...examples: readonly string[]) => Command;
