import type { DecidedPlan } from '../assessment/decided-plan.ts';
import type { ExplainedOf } from '../assessment/explanation-format.ts';
import { decidedView } from './decided-views.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { row, type Wordy } from './explaining.ts';
import { speaker } from './said-in-words.ts';
import { adviceTitle, answerInWords, spoken } from './telling.ts';

type Said = NonNullable<ExplainedOf<'question'>['said']>;
type Source = NonNullable<Said['sources']>[number];

/** What stands beside an answer: its reason, its note, its evidence, and what each role said. */
export function besideRows(
  { id, said }: ExplainedOf<'question'>,
  wordy: Wordy,
): readonly ExplainedRow[] {
  if (!said) return [];
  const { say } = wordy;
  const { sources = [] } = said;
  // What a role wrote stands with the role.
  const isOwn = (key: 'reason' | 'note' | 'evidence') =>
    sources.every((source) => source[key] !== said[key]);
  return [
    ...(isOwn('reason') ? row(wordy, 'why', inQuotes(said.reason, wordy)) : []),
    ...(isOwn('note') ? row(wordy, 'note', inQuotes(said.note, wordy)) : []),
    ...(isOwn('evidence') && said.evidence !== undefined
      ? row(wordy, 'evidence', say(`answers.evidence-kind.${said.evidence}`))
      : []),
    ...sources.map((source) => ({
      label: speaker({ source, points: null }, wordy.telling.questionnaire, wordy.telling.tell),
      text: sourceWords(id, source, wordy),
    })),
  ];
}

function sourceWords(id: string, source: Source, wordy: Wordy): string {
  const { say, telling } = wordy;
  const { answer, state } = source;
  const said =
    answer === undefined
      ? state === 'not-applicable'
        ? say('explain.row.not-applicable')
        : say(`explain.worth.${state === 'unknown' ? 'unknown' : 'unanswered'}`)
      : telling.question(id)?.kind === 'level'
        ? say('explain.level.one', { level: answer })
        : answerInWords(telling, id, answer);
  const facts = [
    said,
    inQuotes(source.reason, wordy),
    inQuotes(source.note, wordy),
    source.evidence === undefined ? null : say(`answers.evidence-kind.${source.evidence}`),
  ];
  return facts.filter((fact) => fact !== null).join('; ');
}

/** What the company decided about a step: how far it is, who does it, by when. */
export function decidedRows(
  { id }: ExplainedOf<'recommendation'>,
  wordy: Wordy,
): readonly ExplainedRow[] {
  const { say, telling } = wordy;
  const decided = decidedView(telling, id);
  if (!decided) return [];
  return [
    ...row(wordy, 'status', say(`plan.status.${decided.status}`)),
    ...row(wordy, 'who', decided.who),
    ...row(wordy, 'due', decided.due?.text),
    ...row(wordy, 'note', inQuotes(decided.note ?? undefined, wordy)),
  ];
}

/**
 * How the plan counts otherwise than the gains told: what is done as confirmed, what was dropped before it not at all.
 * Null where nothing is, or where the gains are not told.
 */
export function settledWords(
  { id, gain }: ExplainedOf<'recommendation'>,
  { say, telling, quote }: Wordy,
): string | null {
  const { plan, assessment } = telling;
  const own = assessment.recommendations.find((step) => step.id === id)?.rank;
  if (gain === undefined || own === undefined) return null;
  const named = (steps: DecidedPlan['done' | 'dropped'], isMeant: (rank: number) => boolean) =>
    steps
      .flatMap((step) => (step.rank !== null && isMeant(step.rank) ? [step] : []))
      .map((step) =>
        say('explain.gain.settled-step', {
          rank: step.rank,
          title: quote(adviceTitle(telling, step.id)),
        }),
      )
      .join('; ');
  // Whatever is done is the base of all others, wherever it stood.
  const done = named(plan.done, (rank) => rank !== own);
  const dropped = named(plan.dropped, (rank) => rank < own);
  if (done === '' && dropped === '') return null;
  const key = done === '' ? 'dropped' : dropped === '' ? 'done' : 'both';
  return say(`explain.gain.settled-${key}`, { done, dropped });
}

function inQuotes(text: string | undefined, { quote }: Wordy): string | null {
  const said = spoken(text);
  return said === null ? null : quote(said);
}
