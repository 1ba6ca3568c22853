/** What the machine or the call can get wrong, with the facts its sentence needs. */
export type FailureFacts = {
  'no-such-file': { readonly file: string };
  'is-a-folder': {
    readonly file: string;
    /** What names all in it, where that would do. */
    readonly within?: string;
  };
  'too-many-inputs': { readonly count: number; readonly limit: number };
  'no-file-fits': { readonly pattern: string };
  'one-at-a-time': {
    readonly count: number;
    /** Commands for a shell that do it one by one. */
    readonly loop: string;
    /** Whether the command gives a line of JSON for each of several. */
    readonly ndjson: boolean;
  };
  /** The interview saves as it goes. */
  'needs-file': Record<never, never>;
  'questionnaire-from-stdin': Record<never, never>;
  'one-output': { readonly count: number };
  'json-and-ndjson': Record<never, never>;
  'json-of-several': { readonly count: number };
  'cannot-read': { readonly file: string; readonly reason: string };
  'cannot-write': { readonly file: string; readonly reason: string };
  'cannot-save': { readonly file: string; readonly reason: string };
  'being-written': { readonly file: string; readonly folder: string };
  'changed-meanwhile': { readonly file: string };
  'would-overwrite-input': { readonly file: string };
  'already-there': { readonly file: string };
  'not-ours': { readonly file: string };
  'worksheets-there': { readonly files: readonly string[] };
  'no-worksheets': { readonly questionnaire: string };
  'bad-id': { readonly value: string };
  'device-name': { readonly name: string };
  'id-of-ours': { readonly id: string };
  'needs-folder': Record<never, never>;
  'not-a-folder': { readonly folder: string };
  'nowhere-to-append': { readonly format: string };
  'same-target': { readonly file: string };
  'unknown-questionnaire': {
    readonly id: string;
    readonly nearest: string | null;
    readonly known: string;
  };
  'unknown-command': { readonly word: string; readonly nearest: string | null };
  'unknown-option': { readonly option: string; readonly nearest: string | null };
  'option-before-command': { readonly option: string; readonly command: string };
  'missing-argument': { readonly name: string };
  'missing-option-value': { readonly option: string };
  'bad-option-value': { readonly option: string; readonly value: string; readonly allowed: string };
  'line-too-long': { readonly limit: number };
  'unknown-field': {
    readonly field: string;
    readonly nearest: string | null;
    /** What can stand there. */
    readonly known: readonly string[];
  };
  'needs-ndjson': { readonly what: string };
  'lines-need-ndjson': { readonly file: string };
  'nothing-asked': { readonly quick: boolean; readonly role: string | null };
  'bad-days': { readonly value: string };
  'unknown-goal': {
    readonly value: string;
    /** The highest level there is. */
    readonly top: string;
    readonly nearest: string | null;
    readonly verdicts: string;
  };
  'format-and-json': Record<never, never>;
  'goal-and-days': Record<never, never>;
  'bad-day': { readonly value: string };
  'unknown-ending': { readonly file: string; readonly allowed: string };
  'too-many-arguments': {
    /** Commands for a shell that take several files one by one; null where it is not files that are too many. */
    readonly loop: string | null;
  };
  'unknown-language': { readonly language: string; readonly known: string };
  'no-terminal': { readonly missing: readonly string[]; readonly command: string };
  'nothing-called': { readonly id: string; readonly nearest: string | null };
  'not-recomputable': { readonly file: string };
  'other-questionnaires': {
    readonly file: string;
    readonly found: string;
    readonly first: string;
    readonly expected: string;
  };
  'other-companies': {
    readonly names: readonly { readonly file: string; readonly name: string }[];
  };
  'given-twice': { readonly option: string };
  'stdin-twice': Record<never, never>;
  'working-folder-gone': Record<never, never>;
  'needs-template': { readonly format: string };
  'other-template': { readonly file: string; readonly format: string };
  'no-layout': { readonly format: string };
  'no-template': { readonly file: string };
  'no-template-in-folder': { readonly folder: string };
  'other-ending': { readonly file: string; readonly format: string };
  'other-digest': {
    readonly found: string;
    readonly expected: string;
    /** The version of the program that made it, where the questionnaire comes with that; null where it does not. */
    readonly program: string | null;
  };
  'no-browser': { readonly variable: string; readonly names: string };
  'browser-not-there': { readonly variable: string; readonly value: string };
  'browser-too-slow': { readonly browser: string; readonly seconds: number };
  'browser-failed': {
    readonly browser: string;
    /** What it said last; null when it said nothing. */
    readonly said: string | null;
  };
  'no-text-for-terminal': { readonly format: string };
  // What is demanded of a result.
  'unknown-verdict': {
    readonly value: string;
    readonly nearest: string | null;
    readonly known: string;
  };
  'unknown-hurdle': {
    readonly value: string;
    readonly nearest: string | null;
    readonly known: string;
  };
  /** top: the highest level there is; null where that is not the matter. */
  'bad-level': { readonly option: string; readonly value: string; readonly top: number | null };
  'bad-minimum': { readonly value: string };
  'bad-share': { readonly value: string };
  'bad-age': { readonly value: string };
  'none-and-others': { readonly option: string };
  'baseline-folder': { readonly file: string };
};

export type FailureCode = keyof FailureFacts;

/** The world or the call failed in a way we know: `main` turns it into one sentence and exit code 2. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code;
  readonly facts: FailureFacts[Code];

  constructor(code: Code, facts: FailureFacts[Code]) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Several failures of one call, in its order: a sentence each. */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ code }) => code).join(', '));
    this.failures = failures;
  }
}
