import { assessWith } from '../../assessment/assess.ts';
import { lineOf, lineOfSheet, type Where } from '../../assessment/assessment-line.ts';
import { lineText } from '../../assessment/assessment-line-text.ts';
import { type Engine, engineOf } from '../../assessment/engine.ts';
import { sheetOfStandings } from '../../assessment/sheet.ts';
import { type AcceptAnswers, acceptingAnswers } from '../../questionnaire/accept-answers.ts';
import { type AcceptSheet, acceptingSheets } from '../../questionnaire/accept-sheet.ts';
import { type Answers, dayOf } from '../../questionnaire/answers.ts';
import { record } from '../../questionnaire/outline.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { keysWritten, parsedJson, plainJson } from '../../shared/plain-json.ts';
import { jsonLine, tamedJson } from '../json-text.ts';
import { builtInQuestionnaires, tool } from '../package-files.ts';
import { preparedQuestionnaire } from '../prepared-questionnaire.ts';
import { type ByteText, fromBytes, toBytes } from './byte-text.ts';
import { picked } from './picked.ts';
import type { Settings } from './settings.ts';

/** A questionnaire made ready to judge the sheets that name it. */
export type Ready = {
  readonly engine: Engine;
  readonly accept: AcceptAnswers;
  readonly acceptSheet: AcceptSheet;
};

/** Judges sheets in which nothing is wrong, and those are most. */
export type QuickJudge = {
  /** The line that is printed of a sheet; null for one that is to be read properly. */
  readonly judge: (bytes: ByteText, where: Where) => ByteText | null;
  /** The questionnaire of a sheet, made ready once; by `find` if it is a new one. */
  readonly readyFor: (data: unknown, find: () => Questionnaire) => Ready;
  /** The line that is printed of answers. */
  readonly tell: (ready: Ready, answers: Answers, where: Where) => string;
};

export function quickJudge(settings: Settings): QuickJudge {
  const { full, date, fields } = settings;
  const maker = tool();
  const ours = builtInQuestionnaires();
  const known = new Map<string, Ready>();
  // Whatever the sheets name, -q is the one that is meant.
  const keyOf = (data: unknown) => {
    const { id } = record(record(data).questionnaire);
    return settings.questionnaire === null && typeof id === 'string' ? id : '';
  };
  const made = (key: string, questionnaire: Questionnaire): Ready => {
    const ready = {
      engine: engineOf(questionnaire),
      accept: acceptingAnswers(questionnaire),
      acceptSheet: acceptingSheets(questionnaire),
    };
    known.set(key, ready);
    return ready;
  };
  if (settings.questionnaire) made('', settings.questionnaire);
  const readyNow = (key: string): Ready | undefined => {
    const ready = known.get(key);
    if (ready || !ours.includes(key)) return ready;
    const questionnaire = preparedQuestionnaire(key);
    return questionnaire ? made(key, questionnaire) : undefined;
  };
  const tell: QuickJudge['tell'] = ({ engine }, answers, where) => {
    if (full) {
      return jsonLine(picked(assessWith(engine, answers, maker, date ?? undefined), fields));
    }
    const line = lineOf(engine, answers, settings, where, date ?? undefined);
    return jsonLine(picked(line, fields));
  };
  const judgeAnswers: QuickJudge['judge'] = (bytes, where) => {
    const data = plainJson(fromBytes(bytes));
    const ready = data === undefined ? undefined : readyNow(keyOf(data));
    const answers = ready?.accept(data);
    return ready && answers ? toBytes(tell(ready, answers, where)) : null;
  };
  const judgeSheet: QuickJudge['judge'] = (bytes, where) => {
    // What an escape stands for is a character and no byte.
    const isDecoded = bytes.includes('\\u');
    const text = isDecoded ? fromBytes(bytes) : bytes;
    const data = parsedJson(text);
    const ready = data === undefined ? undefined : readyNow(keyOf(data));
    const sheet = ready?.acceptSheet(data, keysWritten(text), isDecoded ? asItIs : fromBytes);
    if (!ready || !sheet) return null;
    const head = {
      version: sheet.given.questionnaire.version,
      subject: sheet.subject,
      date: date ?? dayOf(sheet.given),
    };
    const standings = sheetOfStandings(sheet, sheet.given);
    const { file } = where;
    const at = isDecoded || file === undefined ? where : { ...where, file: toBytes(file) };
    const line = lineOfSheet(ready.engine, standings, head, settings, at);
    return `${lineText(line, isDecoded ? tamedBytes : quotedBytes)}\n`;
  };

  return {
    judge: full || fields !== null ? judgeAnswers : judgeSheet,
    readyFor: (data, find) => {
      const key = keyOf(data);
      return readyNow(key) ?? made(key, find());
    },
    tell,
  };
}

function asItIs(text: string): string {
  return text;
}

function tamedBytes(said: string): ByteText {
  return toBytes(tamedJson(said));
}

// Most texts stand in JSON as they are.
function quotedBytes(said: ByteText): ByteText {
  return harmless.test(said) ? `"${said}"` : tamedBytes(fromBytes(said));
}

// No control characters, quotation marks or backslashes, and none of the bytes that begin what `tamedJson` escapes.
const harmless = /^[ !#-[\]-~\x80-\xc1\xc3-\xd7\xd9-\xe1\xe3-\xff]*$/;
