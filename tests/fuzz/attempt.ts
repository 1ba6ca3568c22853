/** One call of the program with all that it reads: what the fuzzer tries. Plain data, so that a find can be kept. */
export type Attempt = {
  readonly argv: readonly string[];
  /** What lies in its folder, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** The file that may be refused: a refusal names a place in it. Without one a sentence will do. */
  readonly suspect?: string;
  /** What the call may write, by name, `folder/` or `*ending`; anything else that is written, or changed, is a find. */
  readonly writes?: readonly string[];
  /** The same call with its output on stdout: what is written to the file must be that. */
  readonly printing?: { readonly argv: readonly string[]; readonly file: string };
  /** The answers that must come out again, where the call succeeds: in a file, or on stdout as `-`. */
  readonly keeps?: { readonly from: string; readonly in: string };
  /** Exit codes beside 0 and 2. */
  readonly mayExit?: readonly number[];
};

/** What came of an attempt. */
export type Came = {
  /** Null where it did not end in a code. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was thrown out of `main`, or rejected behind its back. */
  readonly thrown: string | null;
  /** What lies in the folder afterwards. */
  readonly left: Readonly<Record<string, string>>;
  /** Files of its own that are other ones afterwards, or gone. */
  readonly changed: readonly string[];
  /** What was made or changed beside the folder. */
  readonly outside: readonly string[];
  /** Keys that the prototypes have now and had not before. */
  readonly polluted: readonly string[];
  /** What the twin that prints said. */
  readonly printed: string | null;
  /** Resident memory at its highest since the process began, in bytes. */
  readonly peak: number;
};

/** What the program must never do. */
export const mischiefs = [
  'a stack trace',
  'a hang',
  'too much memory',
  'a refusal without a place',
  'a wrong exit code',
  'a changed prototype',
  'output outside the folder',
  'text that steers',
  'a lost answer',
  'a half-written file',
] as const;

export type Mischief = (typeof mischiefs)[number];

/** Something the program must not do, with what shows it. */
export type Find = { readonly mischief: Mischief; readonly shown: string };
