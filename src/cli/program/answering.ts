import { type Command, Option } from 'commander';
import type { Declare } from './declaring.ts';

/** Commands that gather answers and keep them. */
export const answering: Declare = ({ action, call, command }) => {
  const { help } = call.words;

  command(
    'interview',
    help.interview,
    'hurdles interview',
    'hurdles interview firma.yaml --quick',
    'hurdles interview firma.yaml --plain',
  )
    .argument('[FILE]', help.answersFile)
    .option('--quick', help.quick)
    .option('--no-quick', help.noQuick)
    .option('--role <ID>', help.role)
    .option('--plain', help.plain)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runInterview } = await import('../commands/interview.ts');
        return runInterview(file, self.optsWithGlobals(), call);
      }),
    );
  command(
    'merge',
    help.merge,
    'hurdles merge examples/roles/*.yaml --prefer it -o alle.yaml',
    'hurdles merge examples/roles/*.yaml --prefer it -o - | hurdles score -',
  )
    .argument('<FILE...>', help.mergeFile)
    .option('-o, --output <FILE>', help.mergeOutput)
    .option('--force', help.forceNew)
    .addOption(
      new Option('--prefer <ROLE>', help.prefer).argParser(
        (role: string, before: readonly string[] | undefined) => [...(before ?? []), role],
      ),
    )
    .option('--names', help.names)
    .option('--json', help.mergeJson)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runMerge } = await import('../commands/merge.ts');
        return runMerge(files, self.optsWithGlobals(), call);
      }),
    );
  command('migrate', help.migrate, 'hurdles migrate examples/versandhandel.yaml -o -')
    .argument('<FILE...>', help.migrateFile)
    .option('-o, --output <FILE>', help.migrateOutput)
    .option('--force', help.forceNew)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runMigrate } = await import('../commands/migrate.ts');
        return runMigrate(files, self.optsWithGlobals(), call);
      }),
    );
};
