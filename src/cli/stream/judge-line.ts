import { assessWith } from '../../assessment/assess.ts';
import { lineOf, lineOfStored } from '../../assessment/assessment-line.ts';
import { type Engine, engineOf } from '../../assessment/engine.ts';
import { type AcceptAnswers, acceptingAnswers } from '../../questionnaire/accept-answers.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import { record } from '../../questionnaire/outline.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { plainJson, readJsonLine } from '../../shared/read-json.ts';
import type { YamlFile } from '../../shared/read-yaml.ts';
import { FileProblems } from '../file-problems.ts';
import type { Io } from '../io.ts';
import { judgeable, loadAssessment, questionnaireFor } from '../load.ts';
import { tool } from '../package-files.ts';
import { picked } from './fields.ts';
import type { Settings } from './settings.ts';

/** What a line is told with: where it stands. */
export type Where = { readonly file?: string; readonly line?: number };

/** Judges the text of one sheet of answers or of one stored assessment. */
export type JudgeLine = (text: string, name: string, where: Where) => unknown;

/**
 * Makes ready to judge lines; every questionnaire is made ready once.
 *
 * @returns what `--ndjson` prints of a sheet, as data
 * @throws FileProblems or Failure for a line that cannot be judged
 */
export function lineJudge(settings: Settings, io: Io): JudgeLine {
  const { options, full, date, fields } = settings;
  const maker = tool();
  const known = new Map<string, Ready>();
  const readyFor = (id: string, find: () => Questionnaire): Ready => {
    const before = known.get(id);
    if (before) return before;
    const questionnaire = find();
    const ready = { engine: engineOf(questionnaire), accept: acceptingAnswers(questionnaire) };
    known.set(id, ready);
    return ready;
  };
  // Whatever the lines name, -q is the one that is meant.
  const keyOf = (data: unknown) => {
    const { id } = record(record(data).questionnaire);
    return settings.questionnaire === null && typeof id === 'string' ? id : '';
  };

  const tell = ({ engine }: Ready, answers: Answers, where: Where) =>
    full
      ? assessWith(engine, answers, maker, date ?? undefined)
      : { ...where, ...lineOf(engine, answers, settings, date ?? undefined) };

  const properly = (source: YamlFile, name: string, where: Where): unknown => {
    if (record(source.data).format === 'assessment/1') {
      const { assessment, questionnaire } = loadAssessment(name, source, options, io);
      return full ? assessment : { ...where, ...lineOfStored(assessment, questionnaire, settings) };
    }
    const ready = readyFor(
      keyOf(source.data),
      () => settings.questionnaire ?? questionnaireFor(source, options, io),
    );
    const { answers } = judgeable(source, ready.engine.questionnaire);
    return tell(ready, answers, where);
  };

  return (text, name, where) => {
    const data = plainJson(text);
    const ready = data === undefined ? undefined : known.get(keyOf(data));
    const answers = ready?.accept(data);
    if (ready && answers) return picked(tell(ready, answers, where), fields);
    const read = readJsonLine(text, name);
    if (!read.ok) throw new FileProblems(read.problems);
    return picked(properly(read.file, name, where), fields);
  };
}

type Ready = { readonly engine: Engine; readonly accept: AcceptAnswers };
