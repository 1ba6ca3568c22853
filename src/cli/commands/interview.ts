import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Engine, engineOf } from '../../assessment/engine.ts';
import type { Asker } from '../../interview/card.ts';
import { interview } from '../../interview/interview.ts';
import { askInLines } from '../../interview/plain.ts';
import type { Style } from '../../interview/screen.ts';
import type { Outcome, Save } from '../../interview/setting.ts';
import { askIn } from '../../interview/terminal.ts';
import { openTurns, turnsOf } from '../../interview/turns.ts';
import { record } from '../../questionnaire/outline.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { teller } from '../../questionnaire/teller.ts';
import type { YamlFile } from '../../shared/read-yaml.ts';
import { wrap } from '../../shared/wrap.ts';
import type { Call } from '../call.ts';
import { hasConfig } from '../config-name.ts';
import { Failure } from '../failure.ts';
import { readText } from '../files.ts';
import { greet } from '../interview-greeting.ts';
import { type Io, write } from '../io.ts';
import type { CommonOptions } from '../load.ts';
import { type AnswersFile, newAnswersFile, usualFile } from '../new-answers-file.ts';
import { builtInQuestionnaires } from '../package-files.ts';
import { paintFor } from '../paint.ts';
import { preparedQuestionnaire } from '../prepared-questionnaire.ts';
import { linesOf } from '../read-lines.ts';
import { refuseUnwritable } from '../refuse-unwritable.ts';
import { refuseEmpty, type ScopeOptions, scopeFor } from '../scope.ts';
import { sentence } from '../sentence.ts';
import { quoted, repeated } from '../shell-words.ts';

export type InterviewOptions = CommonOptions & ScopeOptions & { readonly plain?: boolean };

/** Asks what is open, saves after every answer, and shows the result once all is said. */
export async function runInterview(
  file: string | undefined,
  options: InterviewOptions,
  asked: Call,
): Promise<number> {
  const { io } = asked;
  const name = file ?? usualFile;
  if (name === '-') throw new Failure('needs-file', {});
  const path = resolve(io.cwd, name);
  const text = existsSync(path) ? readText(path, name) : '';
  // An empty file is one that is yet to be begun.
  const source =
    text.trim() === '' ? null : (await import('../load.ts')).readSource({ name, text });
  const inFile = record(source?.data).language;
  const call = await asked.inLanguageOf(typeof inFile === 'string' ? inFile : null);
  const { words, language } = call;
  const questionnaire =
    (source === null ? usualOfOurs(options, io) : null) ??
    (await questionnaireNamed(source, options, call));
  const spoken = questionnaire.languages.includes(language)
    ? language
    : (questionnaire.languages[0] ?? language);
  const tell = teller(questionnaire, {}, spoken);
  const comment = words.interview.fileComment(tell(questionnaire.title));
  const scope = scopeFor(options, questionnaire);
  const fresh = { comment, language: spoken, scope };
  const open = async () => {
    const { openAnswers } = await import('../answers-file.ts');
    return openAnswers(path, name, questionnaire, fresh, io.now);
  };
  const isNew = !existsSync(path);
  const opened = isNew ? newAnswersFile(path, questionnaire, fresh, io.now, open) : await open();
  refuseEmpty(opened.answers.scope ?? {}, questionnaire);
  const engine = engineOf(questionnaire);
  const plainly = options.plain ? ['--plain'] : [];
  const again = ['hurdles interview', quoted(name), ...repeated(options), ...plainly].join(' ');

  const toAsk = openTurns(turnsOf(engine, opened.answers), opened.answers);
  const isPlain = options.plain === true || io.env.TERM === 'dumb';
  const isTerminal = io.stdin.isTTY === true && io.stderr.isTTY === true;
  if (!isPlain && !isTerminal) {
    const missing = toAsk.map(({ id }) => id);
    if (missing.length > 0) throw new Failure('no-terminal', { missing, command: again });
  }

  if (toAsk.length > 0) refuseUnwritable(path, name);
  await greet(questionnaire, opened.answers, toAsk.length, name, spoken, call);
  const talking = askerFor(isPlain, isTerminal, call);
  try {
    const outcome = talking
      ? await talk({
          engine,
          opened,
          spoken,
          call,
          name,
          again,
          asker: whileAsking(talking.asker, opened.ready),
        })
      : { kind: 'finished' as const, answers: opened.answers };
    if (outcome.kind !== 'finished') return exitCodes[outcome.kind];
    const asker = talking?.asker ?? null;
    const { showOutcome } = await import('../interview-outcome.ts');
    return await showOutcome({ engine, ...outcome, language: spoken, name, options, asker }, call);
  } finally {
    talking?.close();
  }
}

const exitCodes = {
  stopped: 0,
  unsaved: 2,
  ended: 130,
  interrupted: 130,
} satisfies Record<Exclude<Outcome['kind'], 'finished'>, number>;

// One of ours, where nobody and nothing names another: nothing is read for that but what the build prepared.
function usualOfOurs(
  { questionnaire, config }: InterviewOptions,
  { cwd }: Io,
): Questionnaire | null {
  const [usual] = builtInQuestionnaires();
  const isNamed = questionnaire !== undefined || (config && hasConfig(cwd));
  return isNamed || usual === undefined ? null : preparedQuestionnaire(usual);
}

async function questionnaireNamed(
  source: YamlFile | null,
  options: InterviewOptions,
  call: Call,
): Promise<Questionnaire> {
  const { questionnaireFor } = await import('../load.ts');
  if (source === null) await (await import('../say-which.ts')).sayWhich(options, call);
  return questionnaireFor(source, options, call.io);
}

// What takes a while is done once the first question stands there; nobody answers faster than that.
function whileAsking(asker: Asker, ready: () => Promise<void>): Asker {
  return {
    ...asker,
    ask: async (card) => {
      const said = asker.ask(card);
      const [answer] = await Promise.all([said, shown().then(ready)]);
      return answer;
    },
  };
}

function shown(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

type Talking = { readonly asker: Asker; readonly close: () => void };

// Nobody is asked where there is nothing to ask and nobody to answer.
function askerFor(isPlain: boolean, isTerminal: boolean, { io, words }: Call): Talking | null {
  if (isPlain) {
    const lines = linesOf(io.stdin);
    const columns = () => io.stderr.columns ?? 80;
    const say = (text: string) => void io.stderr.write(text);
    return { asker: askInLines(lines.next, say, columns, words.interview), close: lines.close };
  }
  if (!isTerminal) return null;
  const paint = paintFor({ env: io.env, stdout: io.stderr });
  const style: Style = {
    strong: (text) => paint.bold(text),
    quiet: (text) => paint.dim(text),
    accent: (text) => paint.cyan(text),
  };
  const streams = { input: io.stdin, output: io.stderr };
  return { asker: askIn(streams, words.interview, style), close: () => {} };
}

type Talk = {
  readonly engine: Engine;
  readonly opened: AnswersFile;
  readonly spoken: string;
  readonly call: Call;
  readonly name: string;
  readonly again: string;
  readonly asker: Asker;
};

async function talk(talking: Talk): Promise<Outcome> {
  const { engine, opened, spoken, call, name, again, asker } = talking;
  const { io, words } = call;
  const farewell = (kind?: Outcome['kind']) => {
    const { stopped, nothingSaved, notSaved } = words.interview;
    const nothing = kind === 'unsaved' ? notSaved.nothing(name) : nothingSaved;
    const some = kind === 'unsaved' ? notSaved.lost(name, again) : stopped(name, again);
    const said = opened.exists() ? some : nothing;
    return `\n${wrap(said, io.stderr.columns ?? 80).join('\n')}\n`;
  };
  const settle = io.onInterrupt(() => io.stderr.write(farewell()));
  try {
    const outcome = await interview(
      {
        engine,
        asker,
        save: savingTo(opened, name, call),
        language: spoken,
        words: words.interview,
        clock: () => io.now().getTime() / 1000,
      },
      opened.answers,
    );
    if (outcome.kind !== 'finished') await write(io.stderr, farewell(outcome.kind));
    if (outcome.kind === 'ended') await sayOpen(engine, outcome, call, io);
    return outcome;
  } finally {
    settle();
  }
}

// Whoever sent too few lines is told how many are missing.
async function sayOpen(
  engine: Engine,
  { answers }: Outcome,
  { words }: Call,
  io: Io,
): Promise<void> {
  const open = openTurns(turnsOf(engine, answers), answers).length;
  if (open > 0) await write(io.stderr, `${words.interview.stillOpen(open)}\n`);
}

// What the world does to a file is told, and tried again on demand; a mistake of ours is not hidden.
function savingTo(opened: AnswersFile, name: string, { words }: Call): Save {
  return (turn, answer) => {
    try {
      return { ok: true, ...opened.save(turn, answer) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const why =
        error.code === 'changed-meanwhile'
          ? words.interview.brokenMeanwhile(name)
          : sentence(error, words).trim();
      return { ok: false, why };
    }
  };
}
