import type { Assessment, Recommendation } from '../assessment/assessment-format.ts';
import type { Plan } from '../assessment/plan-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Table } from './csv-text.ts';
import { bareRow, type PlanRow, planColumns } from './plan-row.ts';
import { quoted, type ReportWords, type Say, sayIn } from './report-words.ts';
import { adviceTitle, type Telling, tellingOf, titleOf } from './telling.ts';

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
        ...plan.steps.map((step, index) => {
          const why = placedWords(telling, say, step.placed);
          return stepRow(telling, say, { ...step, why }, index + 1);
        }),
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
  /** Why it stands there; on the way to a goal it stands there for the goal. */
  readonly why: string | null;
  readonly gain: Pick<Recommendation['gain']['alone'], 'level' | 'score' | 'lifts'>;
};

function routeRows(
  telling: Telling,
  say: Say,
  plan: Plan,
  { reached, answerAgain, steps }: NonNullable<Plan['route']>,
): readonly PlanRow[] {
  if (!reached) return [];
  const planned = new Map(plan.steps.map((step) => [step.id, step]));
  return [
    ...answerAgain.map(({ id, rank }) => ({
      ...bareRow(telling, say, id, 'done'),
      rank,
      why: say('decided.unconfirmed'),
    })),
    ...steps.map((step, index) => {
      const { phase = null, canBegin = null } = planned.get(step.id) ?? {};
      const there = { phase, canBegin, placed: null, why: null };
      return stepRow(telling, say, { ...step, ...there }, index + 1);
    }),
  ];
}

function stepRow(telling: Telling, say: Say, step: Step, number: number): PlanRow {
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
    why: step.why,
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
function besideRows(telling: Telling, say: Say, plan: Plan): readonly PlanRow[] {
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
