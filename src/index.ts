/**
 * The core as a library: read a questionnaire and answers, judge, word, render. No file system, no clock, no network.
 */
export { assess } from './assessment/assess.ts';
export { type Assessment, AssessmentFormat } from './assessment/assessment-format.ts';
export { checkDemands } from './assessment/check/check-demands.ts';
export { type Check, CheckFormat } from './assessment/check/check-format.ts';
export type { Demands } from './assessment/check/demands.ts';
export { type PlaceOf, type Side, sideOf } from './assessment/check/side.ts';
export { compareOverTime, compareUses, type Named } from './assessment/compare.ts';
export { type Comparison, ComparisonFormat } from './assessment/comparison-format.ts';
export { engineOf } from './assessment/engine.ts';
export { explain } from './assessment/explain.ts';
export { type Explanation, ExplanationFormat } from './assessment/explanation-format.ts';
export { judge } from './assessment/judge.ts';
export { type Plan, PlanFormat, type PlanRoute } from './assessment/plan-format.ts';
export { planOf } from './assessment/plan-of.ts';
export { type Goal, routeTo } from './assessment/route.ts';
export { routeFacts } from './assessment/route-facts.ts';
export { routeWithin } from './assessment/route-within.ts';
export { worthIn } from './assessment/worth.ts';
export { type Answer, type Answers, noAnswers } from './questionnaire/answers.ts';
export type { Bases } from './questionnaire/extend-questionnaire.ts';
export { type MergeOptions, mergeAnswers } from './questionnaire/merge-answers.ts';
export { parseAnswers } from './questionnaire/parse-answers.ts';
export { parseQuestionnaire } from './questionnaire/parse-questionnaire.ts';
export type { Questionnaire } from './questionnaire/questionnaire.ts';
export { brandView } from './report/brand-view.ts';
export { comparisonView } from './report/comparison-view.ts';
export type { ComparisonView } from './report/comparison-view-type.ts';
export { type Brand, type OpenBeside, parseBrand } from './report/parse-brand.ts';
export { type ReportFormat, render } from './report/render.ts';
export type { ReportWords } from './report/report-words.ts';
export { type RouteView, routeView } from './report/route-view.ts';
export { viewOf as view } from './report/view.ts';
export type { View } from './report/view-type.ts';
export { worksheetViews } from './report/worksheet-view.ts';
export type { WorksheetView } from './report/worksheet-view-type.ts';
export type { Parsed, Place, Problem } from './shared/problem.ts';
