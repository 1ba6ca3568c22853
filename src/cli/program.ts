import { Command, CommanderError, Help, Option } from 'commander';
import { nearest } from '../shared/nearest.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import type { LintFormat } from './lint-report.ts';
import { packageFile } from './package-files.ts';
import type { TalkLanguage } from './talk-language.ts';
import { languages, type Words, wordsIn } from './words/words.ts';

/** What a command is run with; each loads its own module only when it is called. */
export type Call = {
  readonly io: Io;
  readonly words: Words;
  readonly language: string;
  /** The same call in the language of a file, unless somebody chose another. */
  readonly inLanguageOf: (file: string | null | undefined) => Call;
};

function callIn({ language, isChosen }: TalkLanguage, io: Io): Call {
  return {
    io,
    words: wordsIn(language),
    language,
    inLanguageOf: (file) => {
      const speaks = !isChosen && file != null && languages.includes(file);
      return callIn({ language: speaks ? file : language, isChosen }, io);
    },
  };
}

const formats = ['html', 'md', 'json'];

export const commandNames = [
  'interview',
  'report',
  'score',
  'lint',
  'test',
  'list',
  'show',
  'schema',
  'new',
  'migrate',
];

/**
 * Runs the command that the arguments name.
 *
 * @returns its exit code
 * @throws Failure for a wrong call
 */
export async function run(argv: readonly string[], io: Io, talk: TalkLanguage): Promise<number> {
  let exitCode = 0;
  const call = callIn(talk, io);
  const program = programFor(call, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageFailure(error, program, argv);
  }
}

function programFor(call: Call, finish: (exitCode: number) => void): Command {
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
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 100, 100),
    })
    .addHelpText(
      'after',
      `\n${help.examples}\n  hurdles\n  hurdles report examples/versandhandel.yaml -o bericht.html\n  hurdles score examples/versandhandel.yaml --json\n\n${help.exitCodes}`,
    );

  const commandOf =
    (parent: Command) =>
    (name: string, description: string, ...examples: readonly string[]) =>
      parent
        .command(name)
        .description(description)
        .helpOption('-h, --help', help.helpOption)
        .addHelpText(
          'after',
          `\n${help.examples}\n${examples.map((line) => `  ${line}`).join('\n')}`,
        );
  const command = commandOf(program);
  const action =
    <Args extends unknown[]>(runs: (...args: Args) => Promise<number>) =>
    async (...args: Args) => {
      finish(await runs(...args));
    };

  command('interview', help.interview, 'hurdles interview', 'hurdles interview firma.yaml --quick')
    .argument('[FILE]', help.answersFile)
    .option('--quick', help.quick)
    .option('--no-quick', help.noQuick)
    .option('--role <ID>', help.role)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runInterview } = await import('./commands/interview.ts');
        return runInterview(file, self.optsWithGlobals(), call);
      }),
    );
  command(
    'report',
    help.report,
    'hurdles report examples/versandhandel.yaml -o bericht.html',
    'hurdles report examples/versandhandel.yaml -f html -f md -o berichte/',
    'hurdles score examples/versandhandel.yaml --json | hurdles report - -f md --lang en',
  )
    .argument('<FILE...>', help.file)
    .addOption(
      new Option('-f, --format <FORMAT>', help.format).argParser(
        (value: string, before: readonly string[] | undefined) => {
          if (formats.includes(value)) return [...(before ?? []), value];
          const allowed = formats.join(', ');
          throw new Failure('bad-option-value', { option: '--format', value, allowed });
        },
      ),
    )
    .option('-o, --output <FILE|DIR>', help.output)
    .option('--date <DAY>', help.date)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runReport } = await import('./commands/report.ts');
        return runReport(files, self.optsWithGlobals(), call);
      }),
    );
  command(
    'score',
    help.score,
    'hurdles score examples/versandhandel.yaml',
    'hurdles score examples/versandhandel.yaml --json | jq .overall.level',
  )
    .argument('<FILE>', help.file)
    .option('--json', help.json)
    .option('--date <DAY>', help.date)
    .action(
      action(async (file: string, _options: unknown, self: Command) => {
        const { runScore } = await import('./commands/score.ts');
        return runScore(file, self.optsWithGlobals(), call);
      }),
    );
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
        const { runLint } = await import('./commands/lint.ts');
        return runLint(files, self.optsWithGlobals(), call);
      }),
    );
  command('test', help.test, 'hurdles test five-hurdles')
    .argument('<QUESTIONNAIRE>', help.questionnaireFile)
    .option('--strict', help.strict)
    .option('--json', help.caseJson)
    .action(
      action(async (wanted: string, _options: unknown, self: Command) => {
        const { runTest } = await import('./commands/test.ts');
        return runTest(wanted, self.optsWithGlobals(), call);
      }),
    );
  command('list', help.list, 'hurdles list').action(
    action(async (_options: unknown, self: Command) => {
      const { runList } = await import('./commands/list.ts');
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
    .option('--blank', help.blank)
    .option('--role <ID>', help.role)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runShow } = await import('./commands/show.ts');
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
        const { runSchema } = await import('./commands/schema.ts');
        return runSchema(name, self.optsWithGlobals(), call);
      }),
    );
  const create = command(
    'new',
    help.new,
    'hurdles new questionnaire wissen-sichern',
    'hurdles new answers',
  );
  commandOf(create)(
    'questionnaire',
    help.newQuestionnaire,
    'hurdles new questionnaire wissen-sichern',
    'hurdles new questionnaire wissen-sichern -o fragebogen/wissen.yaml',
  )
    .argument('<ID>', help.newId)
    .option('-o, --output <FILE|DIR>', help.newOutput)
    .action(
      action(async (id: string, _options: unknown, self: Command) => {
        const { runNewQuestionnaire } = await import('./commands/new-questionnaire.ts');
        return runNewQuestionnaire(id, self.optsWithGlobals(), call);
      }),
    );
  commandOf(create)(
    'answers',
    help.newAnswers,
    'hurdles new answers',
    'hurdles new answers kurzcheck.yaml --quick',
    'hurdles new answers zweiter-einsatz.yaml --from examples/versandhandel.yaml',
  )
    .argument('[FILE]', help.newFile)
    .option('--quick', help.quick)
    .option('--role <ID>', help.role)
    .option('--from <FILE>', help.from)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runNewAnswers } = await import('./commands/new-answers.ts');
        return runNewAnswers(file, self.optsWithGlobals(), call);
      }),
    );
  create.allowExcessArguments().action((_options: unknown, { args: [word] }: Command) => {
    const things = create.commands.map((thing) => thing.name());
    if (word === undefined) throw new Failure('missing-argument', { name: things.join(' / ') });
    const facts = { option: create.name(), value: word, allowed: things.join(', ') };
    throw new Failure('bad-option-value', facts);
  });
  command('migrate', help.migrate, 'hurdles migrate examples/versandhandel.yaml -o -')
    .argument('<FILE>', help.migrateFile)
    .option('-o, --output <FILE>', help.migrateOutput)
    .action(
      action(async (file: string, _options: unknown, self: Command) => {
        const { runMigrate } = await import('./commands/migrate.ts');
        return runMigrate(file, self.optsWithGlobals(), call);
      }),
    );
  return program;
}

// Commander's own headings in the language of the talk.
function helpStyle(words: Words, io: Io): Partial<Help> {
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

function usageFailure(error: CommanderError, program: Command, argv: readonly string[]): Failure {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const command = program.commands.find((candidate) => argv.includes(candidate.name()));
      const commands = [program, ...(command ? [command, ...command.commands] : [])];
      const flags = commands.flatMap(({ options }) => options.map(({ long }) => long ?? ''));
      return new Failure('unknown-option', { option: quoted, nearest: nearest(quoted, flags) });
    }
    case 'commander.missingArgument':
      return new Failure('missing-argument', { name: quoted });
    case 'commander.optionMissingArgument':
      return new Failure('missing-option-value', { option: quoted });
    case 'commander.excessArguments':
      return new Failure('too-many-arguments', {});
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
