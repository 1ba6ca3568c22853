import { lineOfStored, type Where } from '../../assessment/assessment-line.ts';
import { record } from '../../questionnaire/outline.ts';
import { readJson } from '../../shared/read-json.ts';
import { FileProblems } from '../file-problems.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json-text.ts';
import { judgeable, loadAssessment, questionnaireFor } from '../load.ts';
import type { QuickJudge } from './judge-line.ts';
import { picked } from './picked.ts';
import type { Settings } from './settings.ts';

/**
 * Judges any sheet of answers and any stored assessment as `hurdles score` does.
 *
 * @param name what the input is called in problems
 * @returns the line that is printed of it
 * @throws FileProblems or Failure for one that cannot be judged
 */
export function judgeProperly(
  text: string,
  name: string,
  where: Where,
  settings: Settings,
  quick: QuickJudge,
  io: Io,
): string {
  const { options } = settings;
  const read = readJson(text, name);
  if (!read.ok) throw new FileProblems(read.problems);
  const source = read.file;
  if (record(source.data).format === 'assessment/1') {
    const { assessment, questionnaire } = loadAssessment(name, source, options, io);
    const told = settings.full
      ? assessment
      : lineOfStored(assessment, questionnaire, settings, where);
    return jsonLine(picked(told, settings.fields));
  }
  const ready = quick.readyFor(source.data, () => questionnaireFor(source, options, io));
  const { answers } = judgeable(source, ready.engine.questionnaire);
  return quick.tell(ready, answers, where);
}
