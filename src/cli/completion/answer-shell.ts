import { tameLine } from '../../shared/tame.ts';
import { type Io, write } from '../io.ts';
import { everythingDeclared } from '../program/program.ts';
import { type TalkLanguage, talkLanguage } from '../talk-language.ts';
import { type Candidate, type Candidates, candidatesFor } from './candidates.ts';
import { placeOf } from './place.ts';
import { wordsIn } from './shell-line.ts';

/**
 * Answers a shell that asks what the word under the cursor could be: a line each, with what it is behind a tab, and at
 * the end how to go on, as the scripts in `completions/` understand it.
 *
 * Says nothing else, whatever happens: whoever has not finished typing has made no mistake yet.
 *
 * @param argv `-- WORDS…` from the program's name to the cursor; from bash `--line CUR -- LINE`, CUR being the part of
 *   the last word that it would replace
 * @returns 0
 */
export async function answerShell(argv: readonly string[], io: Io): Promise<number> {
  const answer = await answerTo(argv, io).catch(() => nothing);
  await write(io.stdout, answer).catch(() => {});
  return 0;
}

async function answerTo(argv: readonly string[], io: Io): Promise<string> {
  const asked = askedIn(argv);
  if (asked === null) return nothing;
  const talk = talkOf(asked.words, io);
  const place = placeOf(await everythingDeclared(io, talk), asked.words);
  const { words, files, goesOn } = await candidatesFor(place, talk.language, io);
  const fitting = words.filter(({ word }) => word.startsWith(place.typed) && isPlain(word));
  const shown = asked.joined
    ? fitting.map((one) => ({ ...one, word: (place.before + one.word).slice(asked.skip) }))
    : fitting;
  return [...eachOnce(shown).map(line), ending({ words: fitting, files, goesOn })].join('');
}

type Asked = {
  readonly words: readonly string[];
  /** Whether the answer is to be the whole word, option and all, less what it begins with. */
  readonly joined: boolean;
  readonly skip: number;
};

function askedIn(argv: readonly string[]): Asked | null {
  if (argv[0] === '--') {
    const words = argv.slice(1).map((word) =>
      wordsIn(word)
        .map(({ text }) => text)
        .join(' '),
    );
    return { words, joined: false, skip: 0 };
  }
  const [way, current = '', sign, text = ''] = argv;
  if (way !== '--line' || sign !== '--') return null;
  // The first is the program.
  const words = wordsIn(text).slice(1);
  const typed = words.at(-1);
  if (!typed) return null;
  const skip = Math.max(0, typed.raw.length - current.length);
  return { words: words.map((word) => word.text), joined: true, skip };
}

// A language nobody knows is for the command to complain of.
function talkOf(words: readonly string[], { env }: Io): TalkLanguage {
  try {
    return talkLanguage(words.slice(0, -1), env);
  } catch {
    return talkLanguage([], env);
  }
}

// What any shell takes as it stands: anything else it could run, or tear apart.
function isPlain(word: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(word) && word.length <= longestWord;
}

const longestWord = 200;
const longestSaying = 60;

function line({ word, says }: Candidate): string {
  const [whole = ''] = tameLine(says).split(/(?<=[^.])[.;:(]\s|\s\(/, 1);
  const short = whole.length > longestSaying ? `${whole.slice(0, longestSaying - 1)}…` : whole;
  return short.trim() === '' ? `${word}\n` : `${word}\t${short.trim()}\n`;
}

function eachOnce(words: readonly Candidate[]): readonly Candidate[] {
  return words.filter(({ word }, index) => words.findIndex((one) => one.word === word) === index);
}

// The signs of the scripts: 2, no space behind it; 4, no files.
function ending({ files, goesOn }: Candidates): string {
  return `:${(goesOn ? 2 : 0) + (files ? 0 : 4)}\n`;
}

const nothing = ':0\n';
