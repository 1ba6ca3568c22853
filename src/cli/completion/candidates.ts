import type { Io } from '../io.ts';
import type { Declared, DeclaredOption } from '../program/declared.ts';
import { type Expected, nameOf, type Place } from './place.ts';
import { shells } from './shells.ts';
import { type Sought, type Source, sourcesOf } from './sources.ts';

/** A word that could be typed, and what it is. */
export type Candidate = { readonly word: string; readonly says: string };

/** The words that can stand in a place. */
export type Candidates = {
  readonly words: readonly Candidate[];
  /** Whether the name of a file can, too: those a shell knows best. */
  readonly files: boolean;
  /** Whether something follows without a space. */
  readonly goesOn: boolean;
};

/** Finds what can stand in a place. A questionnaire is read only where its ids are asked for. */
export async function candidatesFor(place: Place, language: string, io: Io): Promise<Candidates> {
  const sources = place.expects.flatMap((expected) => sourcesAt(place, expected));
  const found: Candidate[] = [];
  for (const source of sources) {
    if (typeof source !== 'string') found.push(...source);
    else if (source !== 'files') {
      // What cannot be read is for the command to complain of.
      found.push(...(await sought(source, place, language, io).catch(() => [])));
    }
  }
  const isAtStart = place.path.length === 1 && place.expects.some(({ kind }) => kind === 'command');
  return {
    words: found,
    // A bare file means the interview.
    files: sources.includes('files') || isAtStart,
    goesOn: sources.includes('hurdle minima'),
  };
}

function sourcesAt(
  { path }: Place,
  expected: Expected,
): readonly (readonly Candidate[] | Exclude<Source, readonly string[]>)[] {
  const command = path.at(-1);
  if (!command) return [];
  switch (expected.kind) {
    case 'command':
      return [command.commands.map(({ name, description }) => ({ word: name, says: description }))];
    case 'option':
      return [path.flatMap(({ options }) => options.flatMap(flagsOf))];
    case 'value': {
      const { option } = expected;
      if (option.choices.length > 0) return [bare(option.choices)];
      return asCandidates(command, nameOf(option), option.value ?? '');
    }
    case 'argument':
      return asCandidates(command, expected.name, expected.name);
    default:
      return expected satisfies never;
  }
}

function asCandidates({ name: command }: Declared, place: string, name: string) {
  const sources = sourcesOf(command, place, name) ?? [];
  return sources.map((source) => (typeof source === 'string' ? source : bare(source)));
}

function flagsOf({ flags, description }: DeclaredOption): readonly Candidate[] {
  // The long one says more; the short one is there for whoever has typed no more than its sign.
  return [...flags].reverse().map((word) => ({ word, says: description }));
}

function bare(words: readonly string[]): readonly Candidate[] {
  return words.map((word) => ({ word, says: '' }));
}

async function sought(
  what: Exclude<Sought, 'files'>,
  place: Place,
  language: string,
  io: Io,
): Promise<readonly Candidate[]> {
  const { packageFolder } = await import('../package-files.ts');
  switch (what) {
    case 'shells':
      return bare(Object.keys(shells));
    case 'schemas': {
      const ending = '.v1.schema.json';
      const files = packageFolder('schemas').filter((file) => file.endsWith(ending));
      return bare(files.map((file) => file.slice(0, -ending.length)));
    }
    default: {
      const { idsFor } = await import('./questionnaire-ids.ts');
      return idsFor(what, place, language, io);
    }
  }
}
