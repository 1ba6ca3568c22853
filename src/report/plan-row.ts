import type { Recommendation } from '../assessment/assessment-format.ts';
import { isOverdue } from '../assessment/step-changes.ts';
import type { Cell } from './csv-text.ts';
import type { Say } from './report-words.ts';
import { subjectCells, subjectColumns } from './subject-cells.ts';
import { adviceTitle, type Telling } from './telling.ts';

/** What the table of a plan says of each step; later versions only add to them, behind the last. */
export const planColumns = [
  ...subjectColumns,
  'number',
  'rank',
  'step',
  'title',
  'kind',
  'hurdle',
  'hurdleTitle',
  'phase',
  'phaseText',
  'status',
  'statusText',
  'who',
  'due',
  'overdue',
  'note',
  'canBegin',
  'owner',
  'ownerTitle',
  'effortMin',
  'effortMax',
  'weeks',
  'start',
  'after',
  'placed',
  'why',
  'levelAfter',
  'scoreAfter',
  'lifts',
  'todo',
  'kpi',
  'worksheet',
] as const;

export type PlanRow = Readonly<Record<(typeof planColumns)[number], Cell>>;

/** What is to be done by when, and what is not. */
type Phase = Recommendation['phase'] | 'done' | 'dropped' | 'other' | 'deferred';

const phaseWords = {
  now: 'plan.phase.now',
  next: 'plan.phase.next',
  later: 'plan.phase.later',
  done: 'decided.done',
  dropped: 'decided.dropped',
  other: 'decided.others',
  deferred: 'later.deferred',
} as const satisfies Record<Phase, string>;

/** What can be said of a step whether or not it is to be done. */
export function bareRow(telling: Telling, say: Say, id: string, phase: Phase | null): PlanRow {
  const { assessment, questionnaire, tell } = telling;
  const hurdle = questionnaire.questions.find(({ question }) => question.id === id)?.hurdle;
  const told = questionnaire.hurdles.find((candidate) => candidate.id === hurdle);
  const decided = assessment.steps[id];
  const status = decided?.status ?? 'open';
  return {
    ...subjectCells(telling),
    number: null,
    rank: null,
    step: id,
    title: adviceTitle(telling, id),
    kind: null,
    hurdle: hurdle ?? null,
    hurdleTitle: told ? tell(told.title) : null,
    phase,
    phaseText: phase === null ? null : say(phaseWords[phase]),
    status,
    statusText: say(`plan.status.${status}`),
    who: decided?.who ?? null,
    due: decided?.due ?? null,
    overdue: decided?.due === undefined ? null : Number(isOverdue(assessment, id)),
    note: decided?.note ?? null,
    canBegin: null,
    owner: null,
    ownerTitle: null,
    effortMin: null,
    effortMax: null,
    weeks: null,
    start: null,
    after: null,
    placed: null,
    why: null,
    levelAfter: null,
    scoreAfter: null,
    lifts: null,
    todo: null,
    kpi: null,
    worksheet: null,
  };
}
