import { type Command, Option } from 'commander';
import type { CheckReportFormat } from '../check-report.ts';
import type { CheckOptions } from '../commands/check.ts';
import { Failure } from '../failure.ts';
import type { Declare } from './declaring.ts';
import {
  comparisonFormats,
  planFormats,
  type ReportFormat,
  reportFormats,
} from './format-names.ts';

/** Commands that judge answers and tell the result. */
export const judging: Declare = ({ action, call, command }) => {
  const { help } = call.words;

  command(
    'report',
    help.report,
    'hurdles report examples/versandhandel.yaml -o bericht.html',
    'hurdles report examples/versandhandel.yaml -f html,md -o berichte/',
    'hurdles report examples/versandhandel.yaml examples/malerbetrieb.yaml -f csv -o tabellen/',
    'hurdles report examples/versandhandel.yaml -f badge -o ki-stand.svg',
    'hurdles report examples/versandhandel.yaml --worksheets arbeitsblaetter/',
    'hurdles score examples/versandhandel.yaml --json | hurdles report - -f md --lang en',
    'hurdles report examples/versandhandel.yaml --brand examples/brand/brand.yaml -o bericht.html',
    'hurdles report examples/versandhandel.yaml --template examples/templates/e-mail.txt.hbs',
  )
    .argument('<FILE...>', help.file)
    .addOption(
      new Option('-f, --format <FORMAT>', help.format).argParser(
        (value: string, before: readonly ReportFormat[] | undefined) => {
          const formats = value.split(',').map((name) => {
            const format = reportFormats.find((known) => known === name.trim());
            if (format !== undefined) return format;
            const allowed = reportFormats.join(', ');
            throw new Failure('bad-option-value', { option: '--format', value, allowed });
          });
          return [...(before ?? []), ...formats];
        },
      ),
    )
    .option('-o, --output <FILE|DIR>', help.output)
    .option('--force', help.force)
    .option('--worksheets <DIR>', help.worksheets)
    .option('--with-worksheets', help.withWorksheets)
    .option('--brand <FILE>', help.brand)
    .option('--template <FILE|DIR>', help.template)
    .option('--date <DAY>', help.date)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runReport } = await import('../commands/report.ts');
        return runReport(files, self.optsWithGlobals(), call);
      }),
    );
  command(
    'score',
    help.score,
    'hurdles score examples/versandhandel.yaml',
    'hurdles score examples/versandhandel.yaml --json | jq .overall.level',
    'hurdles score --ndjson < examples/betriebe.ndjson > ergebnisse.ndjson',
    'hurdles score examples/betriebe.ndjson --ndjson --fields subject.name,overall.level,verdicts.id',
    'hurdles score examples/versandhandel.yaml examples/malerbetrieb.yaml --ndjson --with recommendations',
  )
    .argument('[FILE...]', help.scoreFile)
    .option('--json', help.json)
    .option('--ndjson', help.scoreNdjson)
    .option('--full', help.full)
    .option('--with <MORE>', help.withMore)
    .option('--fields <FIELDS>', help.fields)
    .option('--strict', help.ndjsonStrict)
    .option('--threads <N>', help.threads)
    .option('--first-line <N>', help.firstLine)
    .option('--date <DAY>', help.date)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runScore } = await import('../commands/score.ts');
        return runScore(files, self.optsWithGlobals(), call);
      }),
    );
  command(
    'check',
    help.check,
    'hurdles check examples/malerbetrieb.yaml',
    'hurdles check examples/malerbetrieb.yaml --at-target',
    'hurdles check examples/versandhandel.yaml --fail-on none --baseline examples/verlauf/versandhandel-mai.yaml',
    'hurdles check examples/malerbetrieb.yaml --min-coverage 80% -o pruefung.xml',
  )
    // An option that takes several values takes the files behind it, too: they are told apart by their names.
    .usage('[options] <FILE...>')
    .argument('[FILE...]', help.file)
    .option('--at-target', help.checkAtTarget)
    .option('--fail-on <KIND|VERDICT...>', help.checkFailOn)
    .option('--no-fail-on', help.checkNoFailOn)
    .option('--strict', help.checkStrict)
    .option('--min-level <N>', help.checkMinLevel)
    .addOption(
      new Option('--min <HURDLE=N>', help.checkMin).argParser(
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option('--min-coverage <SHARE>', help.checkMinCoverage)
    .option('--max-age <AGE>', help.checkMaxAge)
    .option('--date <DAY>', help.checkDate)
    .option('--baseline <FILE|DIR>', help.checkBaseline)
    .option('--baseline-name <NAME>', help.checkBaselineName)
    .addOption(
      new Option('-f, --format <FORMAT>', help.checkFormat).choices([
        'text',
        'github',
        'junit',
        'json',
      ] satisfies readonly CheckReportFormat[]),
    )
    .option('-o, --output <FILE>', help.checkOutput)
    .option('--force', help.force)
    .action(
      action(async (named: string[], _options: unknown, self: Command) => {
        const { runCheck } = await import('../commands/check.ts');
        const { failOn, ...options } = self.optsWithGlobals<CheckOptions>();
        const { verdicts, files } = withoutFiles(failOn);
        const wanted = verdicts === undefined ? {} : { failOn: verdicts };
        return runCheck([...named, ...files], { ...options, ...wanted }, call);
      }),
    );
  command('explain', help.explain, ...help.explainExamples)
    .argument('<FILE>', help.file)
    .argument('[FILE|ID...]', help.explainId)
    .option('--json', help.explainJson)
    .option('--ndjson', help.ndjson)
    .option('--date <DAY>', help.date)
    .action(
      action(async (file: string, others: string[], _options: unknown, self: Command) => {
        const { runExplain } = await import('../commands/explain.ts');
        return runExplain([file, ...others], self.optsWithGlobals(), call);
      }),
    );
  command(
    'compare',
    help.compare,
    'hurdles compare examples/verlauf/versandhandel-mai.yaml examples/versandhandel.yaml',
    'hurdles compare examples/verlauf/malerbetrieb-april.yaml examples/verlauf/malerbetrieb-juli.yaml examples/malerbetrieb.yaml -o vergleich.html',
    'hurdles compare --uses examples/versandhandel.yaml examples/vorhaben/versandhandel-produkttexte.yaml',
  )
    .argument('<OLD>', help.compareOld)
    .argument('[NEW...]', help.compareNew)
    .option('--uses', help.uses)
    .addOption(
      new Option('-f, --format <FORMAT>', help.compareFormat).argParser(
        (value: string, before: string | undefined) => {
          if (before !== undefined) throw new Failure('given-twice', { option: '--format' });
          if (comparisonFormats.includes(value)) return value;
          const allowed = comparisonFormats.join(', ');
          throw new Failure('bad-option-value', { option: '--format', value, allowed });
        },
      ),
    )
    .option('--json', help.compareJson)
    .option('-o, --output <FILE>', help.showOutput)
    .option('--force', help.force)
    .option('--brand <FILE>', help.brand)
    .action(
      action(async (old: string, others: string[], _options: unknown, self: Command) => {
        const { runCompare } = await import('../commands/compare.ts');
        return runCompare([old, ...others], self.optsWithGlobals(), call);
      }),
    );
  command(
    'plan',
    help.plan,
    'hurdles plan examples/versandhandel.yaml',
    'hurdles plan examples/versandhandel.yaml --to 2',
    'hurdles plan examples/versandhandel.yaml --days 5 -f md',
    'hurdles plan examples/versandhandel.yaml -o plan.csv',
    'hurdles plan examples/*.yaml --ndjson | jq -r .subject.name',
  )
    .argument('<FILE...>', help.file)
    .option('--to <GOAL>', help.planTo)
    .option('--days <N>', help.planDays)
    .addOption(
      new Option('-f, --format <FORMAT>', help.planFormat).argParser((value: string) => {
        const format = planFormats.find((known) => known === value);
        if (format !== undefined) return format;
        const allowed = planFormats.join(', ');
        throw new Failure('bad-option-value', { option: '--format', value, allowed });
      }),
    )
    .option('--json', help.planJson)
    .option('-o, --output <FILE>', help.planOutput)
    .option('--force', help.force)
    .option('--ndjson', help.ndjson)
    .option('--date <DAY>', help.date)
    .action(
      action(async (files: string[], _options: unknown, self: Command) => {
        const { runPlan } = await import('../commands/plan.ts');
        return runPlan(files, self.optsWithGlobals(), call);
      }),
    );
};

// `--fail-on stop simpler answers.yaml`: no verdict is called like a file.
function withoutFiles(given: readonly string[] | false | undefined) {
  if (!given) return { verdicts: given, files: [] };
  const isFile = (value: string) => value === '-' || /\.(ya?ml|json)$/i.test(value);
  return { verdicts: given.filter((value) => !isFile(value)), files: given.filter(isFile) };
}
