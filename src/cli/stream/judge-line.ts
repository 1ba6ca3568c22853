import { assessWith } from '../../assessment/assess.ts';
import { lineOf, type Where } from '../../assessment/assessment-line.ts';
import { lineText } from '../../assessment/assessment-line-text.ts';
import { type Engine, engineOf } from '../../assessment/engine.ts';
import { type AcceptAnswers, acceptingAnswers } from '../../questionnaire/accept-answers.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import { record } from '../../questionnaire/outline.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { plainJson } from '../../shared/plain-json.ts';
import { jsonLine, tamedLine } from '../json-text.ts';
import { builtInQuestionnaires, tool } from '../package-files.ts';
import { preparedQuestionnaire } from '../prepared-questionnaire.ts';
import { picked } from './picked.ts';
import type { Settings } from './settings.ts';

/** A questionnaire made ready to judge the sheets that name it. */
export type Ready = { readonly engine: Engine; readonly accept: AcceptAnswers };

/** Judges sheets in which nothing is wrong, and those are most. */
export type QuickJudge = {
  /** The line that is printed of a sheet; null for one that is to be read properly. */
  readonly judge: (text: string, where: Where) => string | null;
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
    const ready = { engine: engineOf(questionnaire), accept: acceptingAnswers(questionnaire) };
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
    return fields === null ? tamedLine(lineText(line)) : jsonLine(picked(line, fields));
  };

  return {
    judge: (text, where) => {
      const data = plainJson(text);
      const ready = data === undefined ? undefined : readyNow(keyOf(data));
      const answers = ready?.accept(data);
      return ready && answers ? tell(ready, answers, where) : null;
    },
    readyFor: (data, find) => {
      const key = keyOf(data);
      return readyNow(key) ?? made(key, find());
    },
    tell,
  };
}
