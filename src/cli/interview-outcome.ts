import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { assess } from '../assessment/assess.ts';
import type { Engine } from '../assessment/engine.ts';
import type { Asker } from '../interview/card.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { viewOf } from '../report/view.ts';
import { tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Call } from './call.ts';
import type { InterviewOptions } from './commands/interview.ts';
import { write } from './io.ts';
import { tool } from './package-files.ts';
import { reportWords } from './report-files.ts';
import { quoted, repeated } from './shell-words.ts';
import { showResult } from './show-result.ts';

/** What an interview came to. */
export type Finished = {
  readonly engine: Engine;
  readonly answers: Answers;
  readonly language: string;
  /** The file of the answers. */
  readonly name: string;
  readonly options: InterviewOptions;
  /** Whoever can still be asked something. */
  readonly asker: Asker | null;
};

/** Shows the result, offers the report, and names the commands that do it again. */
export async function showOutcome(finished: Finished, call: Call): Promise<number> {
  const { engine, answers, language, name, options } = finished;
  const { io, words } = call;
  const { questionnaire } = engine;
  const view = viewOf(
    assess(questionnaire, answers, tool()),
    questionnaire,
    language,
    reportWords(language),
  );
  const width = io.stderr.columns ?? 80;
  const done = wrap(words.interview.done(name), width).join('\n');
  await write(io.stderr, tameLog(`\n${done}\n\n`));
  await write(io.stdout, showResult(view, words, io));
  await offerReport(finished, call);

  const way = [quoted(name), ...repeated(options)].join(' ');
  const lines = [
    words.interview.reportWith(`hurdles report ${way} -o ${words.interview.reportFile}`),
    words.interview.changeWith(`hurdles interview ${way}`),
    ...(answers.scope?.quick
      ? [words.interview.goOnFull(`hurdles interview ${way} --no-quick`)]
      : []),
  ];
  await write(
    io.stderr,
    tameLog(`\n${lines.map((line) => wrap(line, width).join('\n')).join('\n')}\n`),
  );
  return 0;
}

// A report that is there is somebody's; it is not written over.
async function offerReport({ name, options, asker }: Finished, call: Call): Promise<void> {
  const { io, words } = call;
  const target = words.interview.reportFile;
  if (asker === null) return;
  if (existsSync(resolve(io.cwd, target))) {
    asker.say(words.interview.reportExists(target));
    return;
  }
  const answers = [words.interview.yes, words.interview.no];
  const chosen = await asker.choose(words.interview.writeReport(target), answers);
  if (chosen !== 0) return;
  const { runReport } = await import('./commands/report.ts');
  const { questionnaire, config, lang } = options;
  await runReport(
    [name],
    {
      config,
      output: target,
      ...(questionnaire === undefined ? {} : { questionnaire }),
      ...(lang === undefined ? {} : { lang }),
    },
    call,
  );
}
