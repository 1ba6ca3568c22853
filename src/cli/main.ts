import { nearest } from '../shared/nearest.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { looksLikeFile } from './files.ts';
import { formatProblems } from './format-problems.ts';
import { type Io, write } from './io.ts';
import { type Program, programIn } from './program/program.ts';
import { sentence } from './sentence.ts';
import { talkLanguage } from './talk-language.ts';
import { wordsIn } from './words/words.ts';

export { nodeIo } from './io.ts';

/**
 * Runs one command.
 *
 * @param argv the arguments after `node` and the script
 * @returns the exit code: 0 done, 1 below what was demanded, 2 wrong usage or a wrong file, 130 interrupted
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  if (argv[0] === 'complete') {
    const { answerShell } = await import('./completion/answer-shell.ts');
    return answerShell(argv.slice(1), io);
  }
  let language = 'de';
  try {
    const talk = talkLanguage(argv, io.env);
    language = talk.language;
    const program = await programIn(io, talk);
    return await program.run(withCommand(argv, program, io));
  } catch (error) {
    return explain(error, io, language);
  }
}

async function explain(error: unknown, io: Io, language: string): Promise<number> {
  if (error instanceof FileProblems) {
    await tell(formatProblems(error.problems, await wordsIn(language)), io);
    return 2;
  }
  if (error instanceof Failure) {
    await tell(sentence(error, await wordsIn(language)), io);
    return 2;
  }
  throw error;
}

// Where nothing can be said any more, the exit code still can.
async function tell(text: string, io: Io): Promise<void> {
  try {
    await write(io.stderr, text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

const optionsThatShow = ['-h', '--help', '-V', '--version'];

// `hurdles` and `hurdles answers.yaml` mean the interview; another bare word must be a command.
function withCommand(
  argv: readonly string[],
  { commands, valued }: Program,
  io: Io,
): readonly string[] {
  const word = argv.find(
    (candidate, index) =>
      (!candidate.startsWith('-') || candidate === '-') && !valued.includes(argv[index - 1] ?? ''),
  );
  if (word === undefined) {
    return argv.some((option) => optionsThatShow.includes(option)) ? argv : ['interview', ...argv];
  }
  if (word === 'help') return [...argv.filter((other) => other !== word), '--help'];
  if (commands.includes(word)) return argv;
  if (looksLikeFile(word, io.cwd)) return ['interview', ...argv];
  throw new Failure('unknown-command', { word, nearest: nearest(word, commands) });
}
