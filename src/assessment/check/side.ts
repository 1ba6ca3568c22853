import type { Answers } from '../../questionnaire/answers.ts';
import type { Place } from '../../shared/problem.ts';
import type { AssessedQuestion, Assessment } from '../assessment-format.ts';
import { questionsOf } from '../comparability.ts';
import type { Engine } from '../engine.ts';
import { type Judgement, judge } from '../judge.ts';
import { storedAnswers } from '../stored-answers.ts';

/** An assessment that demands are held against, with all that naming its causes needs. */
export type Side = {
  readonly engine: Engine;
  readonly assessment: Assessment;
  readonly answers: Answers;
  readonly judgement: Judgement;
  readonly questions: ReadonlyMap<string, AssessedQuestion>;
  readonly placeOf: PlaceOf;
};

/** Where a question or profile question is answered in the file; null where that cannot be told. */
export type PlaceOf = (section: 'answers' | 'profile', id: string) => Place | null;

export function sideOf(engine: Engine, assessment: Assessment, placeOf: PlaceOf): Side {
  const answers = storedAnswers(assessment);
  return {
    engine,
    assessment,
    answers,
    judgement: judge(engine, answers),
    questions: new Map(questionsOf(assessment).map((question) => [question.id, question])),
    placeOf,
  };
}
