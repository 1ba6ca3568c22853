import { parse } from 'yaml';
import { tame } from '../../src/shared/tame.ts';
import type { Attempt, Came, Find } from './attempt.ts';

/** All that is wrong with what came of an attempt; hangs and memory are seen by whoever waits for it. */
export function findsIn(attempt: Attempt, came: Came): readonly Find[] {
  return [
    ...stackTraces(came),
    ...wrongCodes(attempt, came),
    ...withoutPlace(attempt, came),
    ...pollution(came),
    ...outside(attempt, came),
    ...steering(attempt, came),
    ...lostAnswers(attempt, came),
    ...halfWritten(attempt, came),
  ];
}

type Look = (attempt: Attempt, came: Came) => readonly Find[];

function stackTraces({ thrown, stdout, stderr }: Came): readonly Find[] {
  const printed = /^ +at .*:\d+:\d+\)?$/m.test(stdout + stderr);
  const shown = thrown ?? stdout + stderr;
  return thrown !== null || printed ? [{ mischief: 'a stack trace', shown }] : [];
}

const wrongCodes: Look = ({ mayExit = [] }, { exitCode, thrown, stdout, stderr }) => {
  if (thrown !== null) return [];
  const told = stdout.trim() + stderr.trim();
  const isKnown = exitCode !== null && [0, 2, ...mayExit].includes(exitCode);
  const isSilent = exitCode === 2 && told === '';
  // Success that says that something is wrong with a file.
  const isDenied = exitCode === 0 && refusal.test(firstLine(stderr));
  return isKnown && !isSilent && !isDenied
    ? []
    : [{ mischief: 'a wrong exit code', shown: `${exitCode}: ${told}` }];
};

const places = [
  /^(?<file>.*?):(?<line>\d+):(?<column>\d+) {2}/,
  /^::error file=(?<file>[^,]*),line=(?<line>\d+),col=(?<column>\d+)/,
];
// A warning or a note has its word before what it says.
const refusal = /^.*?:\d+:\d+ {2}(?!(?:Warnung|Hinweis|Warning|Note): )\S/;

const withoutPlace: Look = (attempt, { exitCode, stdout, stderr }) => {
  const { suspect } = attempt;
  if (suspect === undefined || exitCode !== 2) return [];
  // What is found is data to some commands, and comes as their output.
  const said = [stderr, stdout].find((one) => placeIn(one) !== null);
  if (said === undefined) {
    const isSentence = sentences.some((one) => one.test(stderr));
    if (isSentence || isPlacedJson(stdout)) return [];
    return [{ mischief: 'a refusal without a place', shown: stderr || stdout }];
  }
  const at = placeIn(said);
  const own = at?.file === '<stdin>' ? attempt.stdin : attempt.files?.[at?.file ?? ''];
  if (!at || own === undefined) return [];
  const lines = textOf(own).split('\n');
  const isThere = at.line >= 1 && at.line <= lines.length && at.column >= 1;
  const isInLine = at.column <= (lines[at.line - 1] ?? '').length + 2;
  return isThere && isInLine
    ? []
    : [{ mischief: 'a refusal without a place', shown: `no such place: ${said}` }];
};

// What is wrong with the call and not with a file: there is no place for it.
const sentences = [
  /kein Terminal|zu prüfen\.|gibt es nicht|lässt sich nicht|Arbeitsbl|andere[nrs]? (?:Fragebogen|Betrieb|Fassung)/,
  /folgt nicht aus den Antworten darin|in einem Zug|Frage[n]? (?:ist|sind) (?:noch )?offen|nichts zu fragen|keine (?:Fragen|Vorlage)/,
];

function placeIn(text: string): { file: string; line: number; column: number } | null {
  const found = places.map((one) => one.exec(firstLine(text))?.groups).find(Boolean);
  if (!found) return null;
  return { file: found.file ?? '', line: Number(found.line), column: Number(found.column) };
}

function isPlacedJson(text: string): boolean {
  return text.includes('"problems"') && /"line":\s*\d+/.test(text);
}

function firstLine(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf('\n')));
}

function pollution({ polluted }: Came): readonly Find[] {
  return polluted.length === 0
    ? []
    : [{ mischief: 'a changed prototype', shown: polluted.join(', ') }];
}

const outside: Look = ({ files = {}, writes = [] }, came) => {
  const strange = Object.keys(came.left).filter(
    (name) => !(name in files || isMeant(name, writes)),
  );
  const all = [...came.outside, ...strange];
  return all.length === 0 ? [] : [{ mischief: 'output outside the folder', shown: all.join(', ') }];
};

function isMeant(name: string, writes: readonly string[]): boolean {
  return writes.some((one) => {
    if (one.endsWith('/')) return name.startsWith(one);
    return one.startsWith('*') ? name.endsWith(one.slice(1)) : name === one;
  });
}

// What the attacks of the fuzzer begin with, where it is not text any more.
const live = /<(?:script|img|svg)[^>]*\bfuzz\b/i;
// Whatever the name of a picture holds, it stands in quotes that it cannot close.
const named = /aria-label="[^"<]*"/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

const steering: Look = ({ argv, files = {}, writes = [] }, { stdout, stderr, left }) => {
  // A file that is changed keeps what its author wrote beside the change.
  const fresh = Object.keys(left).filter((name) => !(name in files) && isMeant(name, writes));
  const written = fresh.map((name) => left[name] ?? '');
  // The text of a template is its author's, tags and all.
  const templates = Object.entries(files).filter(([name]) => name.endsWith('.hbs'));
  const isAuthors = (tag: string) => templates.some(([, text]) => textOf(text).includes(tag));
  // What is migrated into another file keeps it, too.
  const isKept = (text: string) =>
    argv[0] === 'migrate' && Object.values(files).some((file) => textOf(file).includes(text));
  const found = [stderr, stdout, ...written].flatMap((text, index) => {
    const at = control.exec(text)?.index;
    const isCopy = index > 0 && at !== undefined && isKept(text.slice(at, at + 8));
    if (at !== undefined && !isCopy)
      return [`${JSON.stringify(text.slice(Math.max(0, at - 40), at + 20))}`];
    // Only pages take a tag for one; JSON and the terminal show it.
    const isPage = index > 0 && (/<html|<svg xmlns/.test(text) || argv.includes('md'));
    const isOwn = index > 0 && argv.includes('--template') && argv.includes('md');
    const tag = isPage && !isOwn ? live.exec(text.replace(named, ''))?.[0] : undefined;
    return tag === undefined || isAuthors(tag) ? [] : [tag];
  });
  return found.map((shown) => ({ mischief: 'text that steers', shown }));
};

const lostAnswers: Look = ({ keeps, files = {}, stdin }, { exitCode, stdout, left }) => {
  if (!keeps || exitCode !== 0) return [];
  const given = keeps.from === '-' ? stdin : files[keeps.from];
  const kept = keeps.in === '-' ? stdout : left[keeps.in];
  if (given === undefined) return [];
  if (kept === undefined) return [{ mischief: 'a lost answer', shown: 'all of them' }];
  const there = new Set(wordsIn(parse(kept, readingAll)));
  const lost = said(parse(textOf(given), readingAll)).filter((one) => !there.has(one));
  return lost.map((shown) => ({ mischief: 'a lost answer', shown }));
};

const readingAll = {
  uniqueKeys: false,
  strict: false,
  logLevel: 'silent',
  maxAliasCount: 0,
} as const;

// The questions that were answered, and what was written to them.
function said(data: unknown): readonly string[] {
  const answers = mapOf(mapOf(data).answers);
  return Object.entries(answers).flatMap(([id, entry]) => {
    if (entry === null || entry === 'unanswered' || mapOf(entry).state === 'unanswered') return [];
    const { note } = mapOf(entry);
    return typeof note === 'string' && note.trim() !== '' ? [id, tame(note)] : [id];
  });
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [tame(value)];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return Object.entries(mapOf(value)).flatMap(([key, part]) => [key, ...wordsIn(part)]);
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

const halfWritten: Look = ({ printing, writes = [] }, came) => {
  const changed = came.changed.filter((name) => !isMeant(name, writes));
  const half =
    printing && came.exitCode === 0 && came.left[printing.file] !== came.printed
      ? [printing.file]
      : [];
  const all = [...changed, ...half];
  return all.length === 0 ? [] : [{ mischief: 'a half-written file', shown: all.join(', ') }];
};

/** A file as a text: bytes that are none stay apart from each other. */
export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
}
