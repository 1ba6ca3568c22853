import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { assess } from '../../assessment/assess.ts';
import { engineOf } from '../../assessment/engine.ts';
import { interview } from '../../interview/interview.ts';
import { askIn } from '../../interview/terminal.ts';
import { nextTurn, openTurns, turnsOf } from '../../interview/turns.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import { record } from '../../questionnaire/outline.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { teller } from '../../questionnaire/teller.ts';
import { viewOf } from '../../report/view.ts';
import { wrap } from '../../shared/wrap.ts';
import { type AnswersFile, openAnswers, usualFile } from '../answers-file.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { readText } from '../files.ts';
import { write } from '../io.ts';
import { type CommonOptions, questionnaireFor, readSource } from '../load.ts';
import { tool } from '../package-files.ts';
import { reportWords } from '../report-files.ts';
import { sayWhich } from '../say-which.ts';
import { refuseEmpty, type ScopeOptions, scopeFor } from '../scope.ts';
import { quoted, repeated } from '../shell-words.ts';
import { showResult } from '../show-result.ts';

export type InterviewOptions = CommonOptions & ScopeOptions;

// Wider lines are hard on the eye.
const comfortable = 90;

/** Asks what is open, saves after every answer, and shows the result once all is said. */
export async function runInterview(
  file: string | undefined,
  options: InterviewOptions,
  asked: Call,
): Promise<number> {
  const { io } = asked;
  const name = file ?? usualFile;
  const path = resolve(io.cwd, name);
  const text = existsSync(path) ? readText(path, name) : '';
  // An empty file is one that is yet to be begun.
  const source = text.trim() === '' ? null : readSource({ name, text });
  const inFile = record(source?.data).language;
  const call = asked.inLanguageOf(typeof inFile === 'string' ? inFile : null);
  const { words, language } = call;
  if (source === null) await sayWhich(options, call);
  const questionnaire = questionnaireFor(source, options, io);
  const spoken = questionnaire.languages.includes(language)
    ? language
    : (questionnaire.languages[0] ?? language);
  const tell = teller(questionnaire, {}, spoken);
  const comment = words.interview.fileComment(tell(questionnaire.title));
  const scope = scopeFor(options, questionnaire);
  const opened = openAnswers(
    path,
    name,
    questionnaire,
    { comment, language: spoken, scope },
    io.now,
  );
  refuseEmpty(opened.answers.scope ?? {}, questionnaire);
  const engine = engineOf(questionnaire);
  const again = ['hurdles interview', quoted(name), ...repeated(options)].join(' ');

  if (!io.stdin.isTTY || !io.stderr.isTTY) {
    const missing = openTurns(turnsOf(engine, opened.answers), opened.answers).map(({ id }) => id);
    if (missing.length > 0) throw new Failure('no-terminal', { missing, command: again });
  }

  await greet(questionnaire, opened.answers, name, spoken, call);
  const outcome = await talk(engine, opened, spoken, call, name, again);
  if (outcome === null) return 130;
  if (!outcome.finished) return 0;
  return showOutcome(questionnaire, outcome.answers, spoken, name, options, call);
}

async function talk(
  engine: ReturnType<typeof engineOf>,
  opened: AnswersFile,
  language: string,
  { io, words }: Call,
  name: string,
  again: string,
): Promise<Awaited<ReturnType<typeof interview>> | null> {
  const farewell = () => {
    const said = opened.exists()
      ? words.interview.stopped(name, again)
      : words.interview.nothingSaved;
    return `\n${wrap(said, io.stderr.columns ?? 80).join('\n')}\n`;
  };
  const stopped = () => write(io.stderr, farewell());
  const nothingOpen = nextTurn(turnsOf(engine, opened.answers), opened.answers, null) === null;
  if (nothingOpen) return { finished: true, answers: opened.answers };
  const settle = io.onInterrupt(() => io.stderr.write(farewell()));
  try {
    const ask = askIn({ input: io.stdin, output: io.stderr }, words.interview);
    const outcome = await interview(engine, opened.answers, ask, opened.save, language);
    if (!outcome.finished) await stopped();
    return outcome;
  } catch (error) {
    // Ctrl-C and the end of the input: everything said so far is in the file.
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    await stopped();
    return null;
  } finally {
    settle();
  }
}

async function greet(
  questionnaire: Questionnaire,
  answers: Answers,
  name: string,
  language: string,
  { io, words }: Call,
): Promise<void> {
  const tell = teller(questionnaire, answers.profile, language);
  const answered = Object.keys(answers.profile).length + Object.keys(answers.answers).length;
  const notes = questionnaire.notes
    .filter(({ at }) => at === 'start')
    .map(({ text }) => tell(text));
  const { respondent, scope } = answers;
  const role = questionnaire.roles.find(({ id }) => id === (respondent?.role ?? scope?.role));
  const intro = questionnaire.intro ? tell(questionnaire.intro) : '';
  const paragraphs = [
    words.interview.welcome(tell(questionnaire.title), intro),
    words.interview.howItGoes,
    ...notes,
    ...(role === undefined ? [] : [words.interview.whoSees(tell(role.title), name)]),
    answered > 0 ? words.interview.resumed(answered) : words.interview.whereSaved(name),
  ];
  const width = Math.min(io.stderr.columns ?? 80, comfortable);
  await write(
    io.stderr,
    `${paragraphs.map((text) => wrap(text, width).join('\n')).join('\n\n')}\n`,
  );
}

async function showOutcome(
  questionnaire: Questionnaire,
  answers: Answers,
  language: string,
  name: string,
  options: InterviewOptions,
  { io, words }: Call,
): Promise<number> {
  const view = viewOf(
    assess(questionnaire, answers, tool()),
    questionnaire,
    language,
    reportWords(language),
  );
  await write(io.stderr, `\n${words.interview.done(name)}\n\n`);
  await write(io.stdout, showResult(view, words, io));
  const way = [quoted(name), ...repeated(options)].join(' ');
  const report = `hurdles report ${way} -o ${words.interview.reportFile}`;
  const full = `hurdles interview ${way} --no-quick`;
  const lines = [
    words.interview.reportWith(report),
    words.interview.changeWith(name),
    ...(answers.scope?.quick ? [words.interview.goOnFull(full)] : []),
  ];
  const width = io.stderr.columns ?? 80;
  await write(io.stderr, `\n${lines.map((line) => wrap(line, width).join('\n')).join('\n')}\n`);
  return 0;
}
