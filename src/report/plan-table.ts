import type { Assessment, Recommendation } from '../assessment/assessment-format.ts';
import { isOverdue } from '../assessment/decided-plan.ts';
import type { Plan } from '../assessment/plan-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Cell, Table } from './csv-text.ts';
import { quoted, type ReportWords, type Say, sayIn } from './report-words.ts';
import { subjectCells, subjectColumns } from './subject-cells.ts';
import { adviceTitle, type Telling, tellingOf, titleOf } from './telling.ts';

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

type Row = Readonly<Record<(typeof planColumns)[number], Cell>>;

/**
 * The plan, one row per step: first those to be done, in their order, then what is done, what was dropped, what else was
 * decided, and what should wait. Only steps to be done have an effort, so that it can be summed.
 * With a goal the rows are the steps that lead there; none where none do.
 */
export function planTable(
  plan: Plan,
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): Table<(typeof planColumns)[number]> {
  const telling = tellingOf(assessment, questionnaire, language);
  const say = sayIn(words, language);
  const rows = plan.route
    ? routeRows(telling, say, plan, plan.route)
    : [
        ...plan.steps.map((step, index) => stepRow(telling, say, step, index + 1)),
        ...besideRows(telling, say, plan),
      ];
  return { columns: planColumns, rows };
}

type Step = Pick<
  Recommendation,
  'id' | 'kind' | 'owner' | 'effort' | 'weeks' | 'start' | 'after'
> & {
  readonly rank: number | null;
  readonly phase: Recommendation['phase'] | null;
  readonly canBegin: boolean | null;
  readonly placed: string | null;
  readonly gain: Pick<Recommendation['gain']['alone'], 'level' | 'score' | 'lifts'>;
};

function routeRows(
  telling: Telling,
  say: Say,
  plan: Plan,
  { reached, answerAgain, steps }: NonNullable<Plan['route']>,
): readonly Row[] {
  if (!reached) return [];
  const planned = new Map(plan.steps.map((step) => [step.id, step]));
  return [
    ...answerAgain.map(({ id, rank }) => ({
      ...bareRow(telling, say, id, 'done'),
      rank,
      why: say('decided.unconfirmed'),
    })),
    ...steps.map((step, index) => {
      const { phase = null, canBegin = null, placed = null } = planned.get(step.id) ?? {};
      return stepRow(telling, say, { ...step, phase, canBegin, placed }, index + 1);
    }),
  ];
}

function stepRow(telling: Telling, say: Say, step: Step, number: number): Row {
  const { questionnaire, tell } = telling;
  const advice = telling.advice(step.id);
  const question = telling.question(step.id);
  const sheet = questionnaire.worksheets.find(({ id }) => id === advice?.worksheet);
  const improves = step.kind === 'improve';
  const todo = improves ? (advice?.steps ?? []).map(tell) : question ? [tell(question.text)] : [];
  return {
    ...bareRow(telling, say, step.id, step.phase),
    number,
    rank: step.rank,
    title: improves
      ? adviceTitle(telling, step.id)
      : `${say('first.find-out')}: ${titleOf(telling, step.id)}`,
    kind: step.kind,
    canBegin: step.canBegin === null ? null : Number(step.canBegin),
    owner: step.owner,
    ownerTitle: telling.role(step.owner),
    effortMin: step.effort.min,
    effortMax: step.effort.max,
    weeks: step.weeks,
    start: step.start,
    after: step.after.join(' ') || null,
    placed: step.placed,
    why: placedWords(telling, say, step.placed),
    levelAfter: step.gain.level[1],
    scoreAfter: step.gain.score[1],
    lifts: step.gain.lifts.join(' ') || null,
    todo: todo.join('\n') || null,
    kpi: improves && advice?.kpi ? tell(advice.kpi) : null,
    worksheet: improves && sheet ? tell(sheet.title) : null,
  };
}

function placedWords(telling: Telling, say: Say, placed: string | null): string {
  if (placed === null) return say('first.placed.priority');
  const by = placed.startsWith('verdict:') ? 'verdict' : 'prerequisite';
  const id = placed.slice(by.length + 1);
  const text = by === 'verdict' ? telling.verdict(id) : adviceTitle(telling, id);
  return `${say(`first.placed.${by}`)} ${quoted(text, say)}`;
}

// What no longer is, or not yet is, to be done.
function besideRows(telling: Telling, say: Say, plan: Plan): readonly Row[] {
  const all = (texts: readonly string[]) => texts.map((text) => quoted(text, say)).join('; ');
  const left = (key: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${say(key, { n: texts.length })} ${all(texts)}`];
  const title = (id: string) => adviceTitle(telling, id);
  return [
    ...plan.done.map(({ id, rank, confirmed }) => ({
      ...bareRow(telling, say, id, 'done'),
      rank,
      why: confirmed ? null : say('decided.unconfirmed'),
    })),
    ...plan.dropped.map(({ id, rank, verdicts, steps }) => ({
      ...bareRow(telling, say, id, 'dropped'),
      rank,
      why:
        [
          ...left('decided.stays', verdicts.map(telling.verdict)),
          ...left('decided.waits', steps.map(title)),
        ].join(' ') || null,
    })),
    ...plan.others.map(({ id, why }) => ({
      ...bareRow(telling, say, id, 'other'),
      why: say(`decided.why.${why}`),
    })),
    ...plan.deferred.map(({ id, because, by }) => ({
      ...bareRow(telling, say, id, 'deferred'),
      why: `${say(`later.because.${because}`)} ${all(by.map(because === 'verdict' ? telling.verdict : title))}`.trim(),
    })),
  ];
}

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
function bareRow(telling: Telling, say: Say, id: string, phase: Phase | null): Row {
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
