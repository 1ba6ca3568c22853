/**
 * The core as a library: read a questionnaire and answers, judge, word, lay out. No file system, no clock, no network,
 * and nothing happens by importing it. docs/library.en.md shows how it is used, and what stays as it is.
 */

export type { Assessment } from './assessment/assessment-format.ts';
export type { Named } from './assessment/compare.ts';
export type { Comparison } from './assessment/comparison-format.ts';
export type { Engine } from './assessment/engine.ts';
export { engineOf } from './assessment/engine.ts';
export type { Explanation } from './assessment/explanation-format.ts';
export type { Judgement } from './assessment/judge.ts';
export { judge } from './assessment/judge.ts';
export type { Plan } from './assessment/plan-format.ts';
export type { AssessOptions } from './library/assess.ts';
// Judging: facts and ids.
export { assess } from './library/assess.ts';
export type { CompareOptions } from './library/compare.ts';
// Telling: texts, then pages.
export { compare, comparisonView } from './library/compare.ts';
export { explain } from './library/explain.ts';
export type { MergeOptions } from './library/merge-answers.ts';
export { mergeAnswers } from './library/merge-answers.ts';
export { parseAssessment } from './library/parse-assessment.ts';
export type { PlanGoal, PlanView } from './library/plan.ts';
export { plan, planView } from './library/plan.ts';
export type { Template } from './library/render.ts';
export { render } from './library/render.ts';
export type { ViewOptions } from './library/view.ts';
export { view } from './library/view.ts';
export type { Words } from './library/words.ts';
export { worksheetViews } from './library/worksheets.ts';
export type { Answer, Answers, AnswerValue } from './questionnaire/answers.ts';
// Reading: every problem at once, none thrown.
export { noAnswers } from './questionnaire/answers.ts';
export type { Bases } from './questionnaire/extend-questionnaire.ts';
export { parseAnswers } from './questionnaire/parse-answers.ts';
export { parseQuestionnaire } from './questionnaire/parse-questionnaire.ts';
export type { Questionnaire } from './questionnaire/questionnaire.ts';
export type { ComparisonView } from './report/comparison-view-type.ts';
export type { Brand, OpenBeside } from './report/parse-brand.ts';
export { parseBrand } from './report/parse-brand.ts';
export type { ReportWords } from './report/report-words.ts';
export type { View } from './report/view-type.ts';
export type { WorksheetPage } from './report/worksheet-view-type.ts';
export type { Parsed, Place, Problem, ProblemCode, Severity } from './shared/problem.ts';
