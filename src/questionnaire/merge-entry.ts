import { canonicalJson } from '../shared/canonical-json.ts';
import type { Answer, AnswerValue, Source } from './answers.ts';
import { evidenceKinds } from './evidence.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Voiced } from './role-file.ts';

/** What an answer to a question is worth in points; null where it is never scored. */
export type Worth = (question: string, answer: Answer) => number | null;

/** How an answer ranks among others to the same question: part by part, the lower first. */
type Rank = readonly (number | string)[];

/** What ranks answers: the roles in the order in which they count where points do not, and what answers are worth. */
export type Ranking = { readonly roles: readonly string[]; readonly worth: Worth };

/** The answer that counts among several to a question; undefined among none. */
export function least<Said extends Answer>(
  answers: readonly Said[],
  question: Question | ProfileQuestion,
  ranking: Ranking,
): Said | undefined {
  const [first] = answers
    .map((answer) => ({ answer, rank: rankOf(answer, question, ranking) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  return first?.answer;
}

/** What an answer says, in the one form it has: of several options the order does not matter. */
export function normal(value: AnswerValue, question: Question | ProfileQuestion): AnswerValue {
  if (typeof value !== 'object') return value;
  const ids =
    'options' in question ? question.options.map((one) => ('id' in one ? one.id : '')) : [];
  return [...value].sort((a, b) => ids.indexOf(a) - ids.indexOf(b));
}

/** What several files say of who said what: each once, in the order of the roles. */
export function united(
  sources: readonly Source[],
  question: Question | ProfileQuestion,
  { roles }: Ranking,
): readonly Source[] {
  const once = new Map(
    sources.map((source) => {
      const said = source.answer;
      const given = said === undefined ? {} : { answer: normal(said, question) as typeof said };
      return [canonicalJson({ ...source, ...given }), { ...source, ...given }];
    }),
  );
  return [...once]
    .sort(([a, one], [b, other]) => {
      const byRole = roles.indexOf(one.role) - roles.indexOf(other.role);
      return byRole || (a < b ? -1 : 1);
    })
    .map(([, source]) => source);
}

/** The answer that stands, with what every role said; without sources where it was agreed on. */
export function whole(
  stands: Answer,
  voiced: readonly Voiced[],
  question: Question | ProfileQuestion,
  ranking: Ranking,
): Answer {
  const all = united(
    voiced.flatMap((one) => one.sources),
    question,
    ranking,
  );
  const { sources: _own, ...said } = stands;
  const sources = all.length === 0 ? {} : { sources: [...all] };
  return said.state === 'answered'
    ? { ...said, answer: normal(said.answer, question), ...sources }
    : { ...said, ...sources };
}

/**
 * Ranks an answer: what is known before "I do not know", and that before "does not apply"; then the fewer points;
 * an answer without points (a text) by the first role that gave it. Between answers worth the same the one that stands
 * first in the questionnaire, then the better backed one. No two that differ rank the same, so that the least of several
 * is the same in whatever order they come.
 */
function rankOf(
  answer: Answer,
  question: Question | ProfileQuestion,
  { roles, worth }: Ranking,
): Rank {
  const { note = '', at = '' } = answer;
  const points = worth(question.id, answer) ?? 0;
  const byRole = question.kind === 'text' ? firstRole(answer, roles) : 0;
  const { evidence } = answer;
  return [
    { answered: 0, unknown: 1, 'not-applicable': 2 }[answer.state],
    points,
    byRole,
    ...(answer.state === 'answered' ? placeOf(answer.answer, question) : [0]),
    -(evidence === undefined ? -1 : evidenceKinds.indexOf(evidence)),
    note === '' ? 1 : 0,
    at === '' ? 1 : 0,
    canonicalJson({ note, at, reason: 'reason' in answer ? answer.reason : '' }),
  ];
}

/** Compares two ranks: below zero when the first comes first. */
function compareRanks(one: Rank, other: Rank): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (part !== against) return part < against ? -1 : 1;
  }
  return one.length - other.length;
}

// A text that nobody is noted for was settled by hand, and stands.
function firstRole({ sources = [], ...answer }: Answer, roles: readonly string[]): number {
  if (answer.state !== 'answered') return 0;
  const places = sources
    .filter((source) => source.answer === answer.answer)
    .map(({ role }) => roles.indexOf(role));
  return places.length === 0 ? -1 : Math.min(...places);
}

function placeOf(value: AnswerValue, question: Question | ProfileQuestion): Rank {
  if (typeof value === 'number') return [1, value];
  const ids =
    'options' in question ? question.options.map((one) => ('id' in one ? one.id : '')) : [];
  if (typeof value === 'string') return ids.includes(value) ? [1, ids.indexOf(value)] : [1, value];
  return [value.length, ...value.map((id) => ids.indexOf(id))];
}
