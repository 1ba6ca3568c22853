import { nearest } from '../../shared/nearest.ts';
import { Failure } from '../failure.ts';
import { looksLikeFile } from '../files.ts';
import type { Program } from './program.ts';

const optionsThatShow = ['-h', '--help', '-V', '--version'];

/**
 * A call with the command it means: `hurdles` and `hurdles answers.yaml` mean the interview; another bare word must be a
 * command.
 *
 * @throws Failure for a word that is none
 */
export function withCommand(
  argv: readonly string[],
  { commands, valued }: Program,
  cwd: string,
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
  if (looksLikeFile(word, cwd)) return ['interview', ...argv];
  throw new Failure('unknown-command', { word, nearest: nearest(word, commands) });
}
