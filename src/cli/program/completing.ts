import type { Command } from 'commander';
import type { Declare } from './declaring.ts';

/** The command that teaches a shell the others. */
export const completing: Declare = ({ action, call, command }) => {
  const { help } = call.words;

  command('completion', help.completion, 'hurdles completion bash')
    .argument('<SHELL>', help.completionShell)
    .addHelpText('after', `\n${help.completionWhere}`)
    .action(
      action(async (shell: string, _options: unknown, _self: Command) => {
        const { runCompletion } = await import('../commands/completion.ts');
        return runCompletion(shell, call);
      }),
    );
};
