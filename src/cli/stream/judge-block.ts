import { isUtf8 } from 'node:buffer';
import type { Where } from '../../assessment/assessment-line.ts';
import { problem } from '../../shared/problem.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json-text.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './blocks.ts';
import { type ByteText, fromBytes, toBytes } from './byte-text.ts';
import { quickJudge } from './judge-line.ts';
import { problemLine } from './problem-line.ts';
import type { Settings } from './settings.ts';

/** A part of what is to be judged: lines, or one file as a whole. */
export type Work = (Block | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }) & {
  /** What its input is called in problems. */
  readonly name: string;
  /** What the lines name it; null where there is only one input. */
  readonly file: string | null;
};

/** What came of it. */
export type Judged = {
  /** Lines of JSON, in the room that was given or in a larger one. */
  readonly output: Uint8Array<ArrayBuffer>;
  readonly sheets: number;
  /** Sheets that could not be judged, and where the first of them is. */
  readonly problems: number;
  readonly first: Where | null;
};

/** @param room a buffer to write to, with nothing of worth in it */
export type JudgeBlock = (work: Work, room: ArrayBuffer) => Promise<Judged>;

/** Makes ready to judge one part of the work after the other; with `strict` a part ends at its first problem. */
export function blockJudge(settings: Settings, words: Words, io: Io): JudgeBlock {
  const quick = quickJudge(settings);
  let properly: Properly | null = null;

  const judge: Judge = (bytes, name, where) => {
    const told = quick.judge(bytes, where);
    if (told !== null) return told;
    if (properly === null) throw notYetLoaded;
    return toBytes(properly(fromBytes(bytes), name, where, settings, quick, io));
  };
  return async (work, room) => {
    try {
      return judgedBlock(work, room, settings, words, judge);
    } catch (error) {
      if (error !== notYetLoaded) throw error;
      // Schemas and YAML take their time and room: they are loaded for whom they are needed.
      properly = (await import('./judge-properly.ts')).judgeProperly;
      return judgedBlock(work, room, settings, words, judge);
    }
  };
}

/** Makes a line of a sheet. */
type Judge = (bytes: ByteText, name: string, where: Where) => ByteText;

type Properly = typeof import('./judge-properly.ts').judgeProperly;

const notYetLoaded = new Error('Not yet loaded');

function judgedBlock(
  work: Work,
  room: ArrayBuffer,
  { strict, longest }: Settings,
  words: Words,
  judge: Judge,
): Judged {
  const { name, file } = work;
  const inFile = file === null ? {} : { file };
  const output = written(room);
  let sheets = 0;
  let problems = 0;
  let first: Where | null = null;
  const put = (where: Where, told: () => ByteText) => {
    sheets += 1;
    try {
      output.write(told());
    } catch (error) {
      output.write(toBytes(jsonLine(problemLine(error, name, where, words))));
      problems += 1;
      first ??= where;
    }
  };
  const tooLong = () => {
    throw new Failure('line-too-long', { limit: longest });
  };
  const notUtf8 = () => {
    throw new FileProblems([problem('not-utf8', { file: name, line: 1, column: 1 }, {})]);
  };

  if (work.kind === 'too-long') {
    put({ ...inFile, line: work.firstLine }, tooLong);
    return { output: output.all(), sheets, problems, first };
  }
  const bytes = Buffer.from(work.bytes.buffer, work.bytes.byteOffset, work.bytes.length);
  const isValid = isUtf8(bytes);
  if (work.kind === 'file') {
    const whole = () => bytes.toString('latin1').replace(byteOrderMark, '');
    put(inFile, isValid ? () => judge(whole(), name, inFile) : notUtf8);
    return { output: output.all(), sheets, problems, first };
  }
  let line = work.firstLine;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const text = bytes.toString('latin1', start, bytes[end - 1] === 13 ? end - 1 : end);
    const where = { ...inFile, line };
    if (end - start > longest) put(where, tooLong);
    else if (!isValid && !isUtf8(bytes.subarray(start, end))) put(where, notUtf8);
    else if (isSheet(text)) put(where, () => judge(text, name, where));
    if (strict && problems > 0) break;
    start = end + 1;
  }
  return { output: output.all(), sheets, problems, first };
}

const byteOrderMark = /^\u00ef\u00bb\u00bf/;

// Whatever begins with a brace is one; of anything else it is asked whether there is anything.
function isSheet(text: ByteText): boolean {
  return text.startsWith('{') || fromBytes(text).trim() !== '';
}

// One line after the other. As one long string they would outlive what they are made of, and take its room, too.
function written(room: ArrayBuffer) {
  let bytes = Buffer.from(room);
  let used = 0;
  return {
    write: (text: ByteText) => {
      const most = used + text.length;
      if (most > bytes.length) {
        const larger = Buffer.from(new ArrayBuffer(2 * most));
        larger.set(bytes.subarray(0, used));
        bytes = larger;
      }
      used += bytes.write(text, used, 'latin1');
    },
    all: () => new Uint8Array(bytes.buffer, 0, used),
  };
}
