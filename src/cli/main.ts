import { nearest } from '../shared/nearest.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { looksLikeFile } from './files.ts';
import { formatProblems } from './format-problems.ts';
import { type Io, write } from './io.ts';
import { run, vocabulary } from './program/program.ts';
import { sentence } from './sentence.ts';
import { type TalkLanguage, talkLanguage } from './talk-language.ts';
import { type Words, wordsIn } from './words/words.ts';

export { nodeIo } from './io.ts';

/**
 * Runs one command.
 *
 * @param argv the arguments after `node` and the script
 * @returns the exit code: 0 done, 1 below what was demanded, 2 wrong usage or a wrong file, 130 interrupted
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  io.stdout.on('error', toldByWrite);
  io.stderr.on('error', toldByWrite);
  if (argv[0] === 'complete') {
    const { answerShell } = await import('./completion/answer-shell.ts');
    return answerShell(argv.slice(1), io);
  }
  let words = wordsIn('de');
  try {
    const talk = talkLanguage(argv, io.env);
    words = wordsIn(talk.language);
    return await run(withCommand(argv, io, talk), io, talk);
  } catch (error) {
    return explain(error, io, words);
  }
}

async function explain(error: unknown, io: Io, words: Words): Promise<number> {
  if (error instanceof FileProblems) {
    await write(io.stderr, formatProblems(error.problems, words));
    return 2;
  }
  if (error instanceof Failure) {
    await write(io.stderr, sentence(error, words));
    return 2;
  }
  throw error;
}

const optionsThatShow = ['-h', '--help', '-V', '--version'];

// `hurdles` and `hurdles answers.yaml` mean the interview; another bare word must be a command.
function withCommand(argv: readonly string[], io: Io, talk: TalkLanguage): readonly string[] {
  const { commands, valued } = vocabulary(io, talk);
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

// Whoever writes is told by the write itself; without a listener the stream would end the process.
function toldByWrite(): void {}
