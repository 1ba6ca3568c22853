/** Where something stands in a file; line and column count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** The way from the root of a file to one of its values, as keys and indices. */
export type Path = readonly (string | number)[];

/** What each kind of problem knows about itself: the facts its words are made of. */
export type ProblemFacts = {
  // The file as a whole.
  'too-large': { readonly characters: number; readonly limit: number };
  'too-deep': { readonly limit: number };
  /** More bytes than a file is read of. */
  'too-many-bytes': { readonly limit: number };
  'too-many-lines': { readonly lines: number; readonly limit: number };
  /** Keys, values and the signs between them. */
  'too-many-parts': { readonly limit: number };
  'too-long-text': { readonly characters: number; readonly limit: number };
  'too-many': {
    readonly what: 'question' | 'option' | 'entry';
    readonly count: number;
    readonly limit: number;
  };
  'empty-file': Record<never, never>;
  'yaml-syntax': { readonly reason: string; readonly message: string };
  'more-syntax': { readonly count: number };
  /** Those beyond what is told of a file one by one. */
  'more-problems': {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    readonly limit: number;
  };
  'duplicate-key': {
    /** How many keys behind it stand there already, too, as where an entry of a list lacks its dash. */
    readonly more?: number;
  };
  'alias-refused': Record<never, never>;
  'unknown-tag': { readonly tag: string };
  'wrong-format': { readonly found: string; readonly expected: string };
  // The shape.
  'missing-key': {
    readonly key: string;
    /** What it can be, where only a few words can. */
    readonly allowed?: readonly string[];
  };
  'unknown-key': {
    readonly key: string;
    readonly nearest: string | null;
    /** What could be added there, where nothing is near and only a few keys can. */
    readonly allowed?: readonly string[];
  };
  'cut-text': { readonly key: string };
  'decimal-comma': { readonly found: string; readonly meant: string };
  'wrong-type': {
    readonly expected: string;
    readonly found: string;
    /** How it is written instead, where that can be shown. */
    readonly write?: string;
  };
  'not-one-of': {
    readonly value: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  'out-of-range': {
    readonly found: string;
    readonly bound: string;
    /** What is out of it, where it has a name; `version` where a migration leads beyond the version of the file. */
    readonly of?: 'target' | 'version';
  };
  malformed: { readonly found: string; readonly form: string };
  // Names and what they point at.
  'number-as-text': { readonly found: string; readonly meant: readonly string[] };
  'duplicate-id': {
    readonly id: string;
    /** Where it stands the first time; in the same file where none is named. */
    readonly first?: { readonly line: number; readonly file?: string };
  };
  'reserved-id': { readonly id: string };
  /** What files are named by, and Windows takes for a device. */
  'device-name': { readonly name: string };
  'unknown-id': {
    readonly what: ReferredThing;
    readonly id: string;
    readonly nearest: string | null;
  };
  'unknown-option': {
    readonly of: string;
    readonly option: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  'missing-language': { readonly language: string };
  'unknown-language': { readonly language: string; readonly languages: readonly string[] };
  'unknown-placeholder': { readonly placeholder: string; readonly nearest: string | null };
  // Meaning.
  'unknown-address': { readonly address: string; readonly nearest: string | null };
  'unknown-source': { readonly address: string; readonly nearest: string | null };
  'other-layout': { readonly key: string; readonly layout: 'form' | 'table' };
  'address-not-allowed': { readonly address: string; readonly where: ConditionPlace };
  'looks-forward': { readonly address: string };
  'impossible-comparison': { readonly address: string; readonly comparison: string };
  'prerequisite-cycle': { readonly ids: readonly string[] };
  'nothing-scored': { readonly hurdle: string };
  'unreachable-band': {
    readonly from: number;
    /** The least number the question takes, and the greatest; null where there is none. */
    readonly lowest: number | null;
    readonly highest: number | null;
  };
  'exclusive-with-others': { readonly option: string };
  'not-applicable-refused': {
    readonly id: string;
    readonly why: 'core' | 'asked-by-rule' | 'says-so';
  };
  'unknown-refused': { readonly id: string };
  'answer-and-state': Record<never, never>;
  'missing-required': { readonly id: string; readonly options: readonly string[] };
  'no-recommendation': { readonly id: string };
  // What only trying a questionnaire out can find.
  'never-holds': { readonly address: string | null };
  'always-holds': { readonly address: string | null };
  'idle-limit': { readonly gate: string };
  'not-lifted': { readonly verdict: string };
  'idle-recommendation': { readonly id: string };
  'prerequisite-never-due': { readonly id: string };
  'prerequisite-above-target': {
    readonly id: string;
    readonly metAt: number;
    readonly target: number;
  };
  'levels-out-of-order': { readonly found: number; readonly before: number };
  'level-unreachable': { readonly from: number; readonly highest: number };
  'hole-below': { readonly from: number; readonly lowest: number };
  'idle-weight': { readonly aggregate: string };
  'idle-points': { readonly id: string };
  'target-out-of-reach': {
    readonly target: number;
    readonly lowest: number;
    readonly highest: number;
  };
  'similar-ids': { readonly id: string; readonly other: string };
  'turned-word': { readonly word: string };
  'typeset-quotes': { readonly text: string };
  'long-text': { readonly lines: number; readonly limit: number };
  unanswerable: { readonly id: string; readonly needs: readonly string[] };
  'not-monotone': { readonly address: string };
  unused: { readonly what: 'role' | 'scale' | 'worksheet'; readonly id: string };
  'idle-option': { readonly of: string; readonly option: string };
  // Migrations, and two editions of a questionnaire.
  'still-there': { readonly id: string; readonly of: string | null };
  'changed-before': { readonly id: string };
  'no-options': { readonly id: string };
  'no-migration': { readonly found: string; readonly needed: string };
  'missing-migration': {
    readonly what: 'question' | 'profile' | 'option';
    readonly id: string;
    readonly of: string | null;
    readonly nearest: string | null;
  };
  'version-too-low': {
    readonly found: string;
    readonly needed: string;
    readonly because: 'wording' | 'addition' | 'meaning';
    /** An example of what changed. */
    readonly id: string;
  };
  // Two files that do not fit together.
  'other-questionnaire': {
    readonly found: string;
    readonly expected: string;
    /** Whether it is to be merged with answers to the expected one. */
    readonly merging?: true;
    /** Whether it is held against an older edition, of the expected one. */
    readonly against?: true;
  };
  // What several roles said, to be merged.
  'no-role': { readonly roles: readonly string[] };
  'other-subject': {
    readonly key: 'name' | 'use';
    readonly found: string;
    readonly other: string;
    /** The file that says other. */
    readonly file: string;
  };
  'profile-conflict': {
    readonly id: string;
    /** As it is written, by role. */
    readonly said: readonly { readonly role: string; readonly answer: string }[];
  };
  'unknown-questionnaire': {
    readonly id: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
    /** Whether another questionnaire is to build on it. */
    readonly extended?: true;
  };
  'not-utf8': Record<never, never>;
  'other-major-version': {
    readonly found: string;
    readonly expected: string;
    /** Whether the questionnaire says how to migrate such answers. */
    readonly migrates?: true;
  };
  'other-version': {
    readonly found: string;
    readonly expected: string;
    readonly carriedOver?: readonly ChangeOfIds[];
  };
  'too-many-bases': { readonly limit: number };
  'removed-but-used': {
    readonly id: string;
    readonly file: string;
    readonly lines: readonly number[];
  };
  'extends-cycle': { readonly names: readonly string[] };
  'other-answer': { readonly id: string };
  'other-digest': { readonly found: string; readonly expected: string };
  // A brand.
  'low-contrast': {
    readonly colour: string;
    readonly found: number;
    readonly needed: number;
    readonly use: 'text' | 'shapes';
    /** A colour like it that stands out enough. */
    readonly enough: string;
  };
  'not-beside': {
    readonly file: string;
    readonly why: 'missing' | 'outside';
    readonly nearest: string | null;
  };
  'no-picture': {
    readonly file: string;
    /** What it is instead, where that is known. */
    readonly kind: 'svg' | 'gif' | 'webp' | 'broken' | null;
  };
  'picture-too-large': {
    readonly file: string;
    readonly kind: 'bytes' | 'pixels';
    readonly found: number;
    readonly limit: number;
  };
  // A template of one's own.
  'template-syntax': {
    readonly reason: 'ends' | 'mismatch' | 'other';
    readonly message: string;
  };
  'unknown-name': {
    readonly name: string;
    /** What it was looked for in; null: in the whole. */
    readonly of: string | null;
    readonly nearest: string | null;
  };
  'may-be-missing': { readonly name: string; readonly asked: string };
  'not-a-text': { readonly name: string; readonly parts: readonly string[] };
  'not-a-list': { readonly name: string };
  'unknown-helper': { readonly name: string; readonly nearest: string | null };
  'unknown-part': { readonly name: string; readonly nearest: string | null };
  'uncalled-part': { readonly name: string; readonly nearest: string | null };
  'part-needs': { readonly part: string; readonly names: readonly string[] };
  'unknown-words': { readonly key: string; readonly nearest: string | null };
  unescaped: { readonly name: string };
  /** A text in a template for Markdown that could become Markdown or HTML. */
  'not-through-md': { readonly name: string };
  'empty-template': Record<never, never>;
  'template-failed': { readonly message: string };
};

export type ProblemCode = keyof ProblemFacts;

/** A change of ids from one edition to the next, as it concerns a file. */
export type ChangeOfIds = {
  readonly change: 'rename' | 'remove' | 'split' | 'merge';
  /** The question whose options changed; null: questions did. */
  readonly of: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** open: what to answer now nobody can know; aside: the new question was answered already. */
  readonly left?: 'open' | 'aside' | undefined;
};

/** What an id in a file can name. */
export type ReferredThing =
  | 'hurdle'
  | 'question'
  | 'profile'
  | 'scale'
  | 'role'
  | 'worksheet'
  | 'gate'
  | 'verdict'
  | 'contradiction'
  | 'entry'
  | 'options';

/** Where a condition stands; it decides what the condition may ask about. */
export type ConditionPlace =
  | 'wording'
  | 'when'
  | 'modifier'
  | 'gate'
  | 'verdict'
  | 'contradiction'
  | 'check';

/** An error stands in the way; a warning deserves a look; a note says how things are. */
export type Severity = 'error' | 'warning' | 'note';

/** Something wrong in a user's file: an ordinary outcome, not an exception. Its words live in the catalogues. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly at: Place;
    readonly facts: ProblemFacts[Code];
  };
}[ProblemCode];

/** Builds an error; something less where the last argument says so. */
export function problem<Code extends ProblemCode>(
  code: Code,
  at: Place,
  facts: ProblemFacts[Code],
  severity: Severity = 'error',
): Problem {
  return { code, severity, at, facts } as Problem;
}

/** Either a value with what is worth a warning, or every problem that stands in the way of one. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * One slip is one problem: leaves out what is told twice of the same place, and that a name has the wrong form where it
 * is told that nothing bears it, or is a word to be quoted where it is wrong altogether.
 */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  // Of very many their facts are compared only where two of a kind are told of the same place.
  const first = new Map<string, Problem>();
  const told = new Set<string>();
  const once = problems.filter((one) => {
    const kind = `${spotOf(one.at)} ${one.code}`;
    const before = first.get(kind);
    if (before === undefined) {
      first.set(kind, one);
      return true;
    }
    told.add(`${kind} ${JSON.stringify(before.facts)}`);
    const same = `${kind} ${JSON.stringify(one.facts)}`;
    const isNew = !told.has(same);
    told.add(same);
    return isNew;
  });
  if (!once.some(({ code }) => code === 'malformed' || code === 'turned-word')) return once;
  const unknown = new Set(
    once.filter(({ code }) => code.startsWith('unknown-')).map(({ at }) => spotOf(at)),
  );
  const wrong = new Set(
    once.filter(({ severity }) => severity === 'error').map(({ at }) => spotOf(at)),
  );
  return once.filter(({ code, at }) => {
    if (code === 'malformed') return !unknown.has(spotOf(at));
    return code !== 'turned-word' || !wrong.has(spotOf(at));
  });
}

/** A place as one text, to look it up by. */
export function spotOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Orders problems as a reader meets them: file by file, by line, then column, then code. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.at.file) - files.indexOf(b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
