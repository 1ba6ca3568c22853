import { type Command, Option } from 'commander';
import type { LintFormat } from '../lint-report.ts';
import type { Declare } from './declaring.ts';

/** Commands for those who write questionnaires. */
export const authoring: Declare = ({ action, call, command }) => {
  const { help } = call.words;

  command(
    'lint',
    help.lint,
    'hurdles lint examples/versandhandel.yaml',
    'hurdles lint questionnaires/five-hurdles.yaml',
  )
    .argument('<FILE...>', help.lintFile)
    .addOption(
      new Option('-f, --format <FORMAT>', help.lintFormat).choices([
        'text',
        'json',
        'github',
      ] satisfies readonly LintFormat[]),
    )
    .option('--fix', help.lintFix)
    .option('--strict', help.lintStrict)
    .option('--against <FILE|ID>', help.against)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runLint } = await import('../commands/lint.ts');
        return runLint(files, self.optsWithGlobals(), call);
      }),
    );
  command('test', help.test, 'hurdles test five-hurdles')
    .argument('<QUESTIONNAIRE...>', help.questionnaireFile)
    .option('--strict', help.strict)
    .option('--json', help.caseJson)
    .option('--ndjson', help.ndjson)
    .action(
      action(async (wanted: string[], _options: unknown, self: Command) => {
        const { runTest } = await import('../commands/test.ts');
        return runTest(wanted, self.optsWithGlobals(), call);
      }),
    );
  command('list', help.list, 'hurdles list', 'hurdles list --json | jq -r .questionnaires[].id')
    .option('--json', help.listJson)
    .action(
      action(async (_options: unknown, self: Command) => {
        const { runList } = await import('../commands/list.ts');
        return runList(self.optsWithGlobals(), call);
      }),
    );
  command(
    'show',
    help.show,
    'hurdles show five-hurdles -o fragebogen.html',
    'hurdles show --blank -o formular.html',
    'hurdles show --lang en',
  )
    .argument('[FILE|ID]', help.shown)
    .addOption(new Option('-f, --format <FORMAT>', help.showFormat).choices(['html', 'md']))
    .option('-o, --output <FILE>', help.showOutput)
    .option('--force', help.force)
    .option('--blank', help.blank)
    .option('--role <ID>', help.role)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runShow } = await import('../commands/show.ts');
        return runShow(file, self.optsWithGlobals(), call);
      }),
    );
  command(
    'schema',
    help.schema,
    'hurdles schema answers > answers.v1.schema.json',
    'hurdles schema answers -q five-hurdles > five-hurdles.answers.v1.schema.json',
  )
    .argument('<NAME>', help.schemaName)
    .action(
      action(async (name: string, _options: unknown, self: Command) => {
        const { runSchema } = await import('../commands/schema.ts');
        return runSchema(name, self.optsWithGlobals(), call);
      }),
    );
};
