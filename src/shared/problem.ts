/** Where something stands in a file; line and column count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** The way from the root of a file to one of its values, as keys and indices. */
export type Path = readonly (string | number)[];

/** What each kind of problem knows about itself: the facts its words are made of. */
export type ProblemFacts = {
  // The file as a whole.
  'too-large': { readonly characters: number; readonly limit: number };
  'too-deep': { readonly limit: number };
  'empty-file': Record<never, never>;
  'yaml-syntax': { readonly reason: string; readonly message: string };
  'duplicate-key': Record<never, never>;
  'alias-refused': Record<never, never>;
  'unknown-tag': { readonly tag: string };
  'wrong-format': { readonly found: string; readonly expected: string };
  // The shape.
  'missing-key': { readonly key: string };
  'unknown-key': { readonly key: string; readonly nearest: string | null };
  'cut-text': { readonly key: string };
  'wrong-type': { readonly expected: string; readonly found: string };
  'not-one-of': {
    readonly value: string;
    readonly allowed: readonly string[];
    readonly nearest: string | null;
  };
  'out-of-range': { readonly found: string; readonly bound: string };
  malformed: { readonly found: string; readonly form: string };
  // Names and what they point at.
  'duplicate-id': { readonly id: string };
  'reserved-id': { readonly id: string };
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
  'address-not-allowed': { readonly address: string; readonly where: ConditionPlace };
  'looks-forward': { readonly address: string };
  'impossible-comparison': { readonly address: string; readonly comparison: string };
  'prerequisite-cycle': { readonly ids: readonly string[] };
  'nothing-scored': { readonly hurdle: string };
  'exclusive-with-others': { readonly option: string };
  'not-applicable-refused': {
    readonly id: string;
    readonly why: 'core' | 'asked-by-rule' | 'says-so';
  };
  'unknown-refused': { readonly id: string };
  'answer-and-state': Record<never, never>;
  'missing-required': { readonly id: string; readonly options: readonly string[] };
  'no-recommendation': { readonly id: string };
  // Two files that do not fit together.
  'other-questionnaire': { readonly found: string; readonly expected: string };
  'unknown-questionnaire': {
    readonly id: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
  };
  'not-utf8': Record<never, never>;
  'other-major-version': { readonly found: string; readonly expected: string };
  'other-version': { readonly found: string; readonly expected: string };
  'other-digest': { readonly found: string; readonly expected: string };
};

export type ProblemCode = keyof ProblemFacts;

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
  | 'contradiction';

/** Where a condition stands; it decides what the condition may ask about. */
export type ConditionPlace = 'wording' | 'when' | 'modifier' | 'gate' | 'verdict' | 'contradiction';

/** Something wrong in a user's file: an ordinary outcome, not an exception. Its words live in the catalogues. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly severity: 'error' | 'warning';
    readonly at: Place;
    readonly facts: ProblemFacts[Code];
  };
}[ProblemCode];

/** Builds an error; a warning where the last argument says so. */
export function problem<Code extends ProblemCode>(
  code: Code,
  at: Place,
  facts: ProblemFacts[Code],
  severity: 'error' | 'warning' = 'error',
): Problem {
  return { code, severity, at, facts } as Problem;
}

/** Either a value with what is worth a warning, or every problem that stands in the way of one. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Leaves out that a name has the wrong form where it is told that nothing bears it: one slip is one problem. */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const unknown = new Set(
    problems.filter(({ code }) => code.startsWith('unknown-')).map(({ at }) => spot(at)),
  );
  return problems.filter(({ code, at }) => code !== 'malformed' || !unknown.has(spot(at)));
}

function spot({ line, column }: Place): string {
  return `${line}:${column}`;
}

/** Orders problems as a reader meets them: by line, then column, then code. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
