import { Failure, Failures } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { formatProblems } from './format-problems.ts';
import { type Io, write } from './io.ts';
import { tool } from './package-files.ts';
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
    if (asksForVersion(argv)) {
      await write(io.stdout, `${tool().version}\n`);
      return 0;
    }
    const talk = talkLanguage(argv, io.env);
    language = talk.language;
    const { programIn } = await import('./program/program.ts');
    const { withCommand } = await import('./program/with-command.ts');
    const program = await programIn(argv, io, talk);
    return await program.run(withCommand(argv, program, io.cwd));
  } catch (error) {
    return explain(error, io, language);
  }
}

async function explain(error: unknown, io: Io, language: string): Promise<number> {
  if (error instanceof FileProblems) {
    await tell(formatProblems(error.problems, await wordsIn(language)), io);
    return 2;
  }
  if (error instanceof Failure || error instanceof Failures) {
    const words = await wordsIn(language);
    const failures = error instanceof Failures ? error.failures : [error];
    const sentences = new Set(failures.map((one) => sentence(one, words)));
    await tell([...sentences].join(''), io);
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

// What other programs ask every time they look for this one is answered without declaring all that it can do.
function asksForVersion(argv: readonly string[]): boolean {
  const [only, ...others] = argv;
  return others.length === 0 && (only === '-V' || only === '--version');
}
