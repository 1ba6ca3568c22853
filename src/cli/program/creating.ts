import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import type { Declare } from './declaring.ts';

/** `new` and what it makes. */
export const creating: Declare = ({ action, call, command, commandBelow }) => {
  const { help } = call.words;

  const create = command(
    'new',
    help.new,
    'hurdles new questionnaire wissen-sichern',
    'hurdles new answers',
  );
  commandBelow(create)(
    'questionnaire',
    help.newQuestionnaire,
    'hurdles new questionnaire wissen-sichern',
    'hurdles new questionnaire wissen-sichern -o fragebogen/wissen.yaml',
  )
    .argument('<ID>', help.newId)
    .option('-o, --output <FILE|DIR>', help.newOutput)
    .option('--force', help.forceNew)
    .action(
      action(async (id: string, _options: unknown, self: Command) => {
        const { runNewQuestionnaire } = await import('../commands/new-questionnaire.ts');
        return runNewQuestionnaire(id, self.optsWithGlobals(), call);
      }),
    );
  commandBelow(create)(
    'answers',
    help.newAnswers,
    'hurdles new answers',
    'hurdles new answers kurzcheck.yaml --quick',
    'hurdles new answers zweiter-einsatz.yaml --from examples/versandhandel.yaml',
  )
    .argument('[FILE|DIR]', help.newFile)
    .option('--quick', help.quick)
    .option('--role <ID>', help.role)
    .option('--from <FILE>', help.from)
    .option('--force', help.forceNew)
    .action(
      action(async (file: string | undefined, _options: unknown, self: Command) => {
        const { runNewAnswers } = await import('../commands/new-answers.ts');
        return runNewAnswers(file, self.optsWithGlobals(), call);
      }),
    );
  create.allowExcessArguments().action((_options: unknown, { args: [word] }: Command) => {
    const things = create.commands.map((thing) => thing.name());
    if (word === undefined) throw new Failure('missing-argument', { name: things.join(' / ') });
    const facts = { option: create.name(), value: word, allowed: things.join(', ') };
    throw new Failure('bad-option-value', facts);
  });
};
