import type { AnswerValue } from '../questionnaire/answers.ts';
import { broughtWithin } from '../questionnaire/number-range.ts';
import type { ProfileQuestion, ScoredQuestion } from '../questionnaire/question-format.ts';
import { shownAs } from '../shared/snap.ts';

type Optional = ScoredQuestion | Extract<ProfileQuestion, { kind: 'choice' | 'several' }>;

/**
 * Every answer that is one step of thought away: each other option; of several, each one more or one less; of a number,
 * the nearest in each other band.
 *
 * @param given the answer there is, or null while the question is open: of several then none, each alone, and all
 */
export function otherAnswers(question: Optional, given: AnswerValue | null): AnswerValue[] {
  switch (question.kind) {
    case 'level':
      return question.options.map((_option, level) => level).filter((level) => level !== given);
    case 'choice':
      return question.options.map(({ id }) => id).filter((id) => id !== given);
    case 'several':
      return Array.isArray(given) ? toggled(question, given) : someOf(question);
    case 'number':
      return inOtherBands(question, typeof given === 'number' ? given : null);
    default:
      return question satisfies never;
  }
}

type Several = {
  readonly options: readonly { readonly id: string; readonly exclusive: boolean }[];
};

function toggled({ options }: Several, given: readonly string[]): AnswerValue[] {
  const chosen = new Set(given);
  const free = options.filter((option) => chosen.has(option.id) && !option.exclusive);
  return options.map(({ id, exclusive }, index) => {
    if (chosen.has(id)) return given.filter((other) => other !== id);
    if (exclusive) return [id];
    const place = free.findIndex((other) => options.indexOf(other) > index);
    return free.map((other) => other.id).toSpliced(place < 0 ? free.length : place, 0, id);
  });
}

function someOf({ options }: Several): AnswerValue[] {
  const free = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const alone = options.map(({ id }) => [id]);
  return [[], ...alone, ...(free.length > 1 ? [free] : [])];
}

type Numeric = Extract<ScoredQuestion, { kind: 'number' }>;

/**
 * Of a band above, its lower bound; of a band below, the last number before the next begins, as finely as the bounds and
 * the answer are written (or as the question is displayed). A band that no number so written lies in has none.
 */
function inOtherBands(question: Numeric, given: number | null): AnswerValue[] {
  const { bands, displayed } = question;
  const bounds = bands.map(({ from }) => from).sort((a, b) => a - b);
  const decimals =
    displayed ?? Math.max(...[...bounds, ...(given === null ? [] : [given])].map(decimalsOf));
  const shown = (value: number) => (displayed === undefined ? value : shownAs(value, displayed));
  // What is below them all belongs to the first.
  const bandOf = (value: number) =>
    Math.max(
      0,
      bounds.findLastIndex((from) => shown(value) >= from),
    );
  const own = given === null ? null : bandOf(given);
  return bounds.flatMap((from, band) => {
    if (band === own) return [];
    const next = bounds[band + 1];
    const isBelow = own !== null && band < own && next !== undefined;
    const edge = isBelow ? lastBefore(next, decimals) : firstFrom(from, decimals);
    const nearest = broughtWithin(edge, question);
    return bandOf(nearest) === band ? [nearest] : [];
  });
}

function firstFrom(bound: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.ceil(Number((bound * factor).toPrecision(15))) / factor;
}

function lastBefore(bound: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.ceil(Number((bound * factor).toPrecision(15))) - 1) / factor;
}

// As it is written: 12.5 has one decimal. Beyond twelve nobody tells two answers apart.
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const written = (digits.split('.')[1] ?? '').length - Number(exponent);
  return Math.min(12, Math.max(0, written));
}
