import type { Named } from '../assessment/compare.ts';
import type { ComparedState, Comparison, StateChange } from '../assessment/comparison-format.ts';
import type { AnswerValue } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { dayInShort } from '../shared/day.ts';
import { type ReportWords, type Say, sayIn } from './report-words.ts';
import { answerInWords, type Telling, tellingOf, titleOf } from './telling.ts';

/** Everything the parts of a comparison's view need: what the last state is told with, and the words. */
export type Comparing = {
  readonly comparison: Comparison;
  readonly given: readonly Named[];
  readonly telling: Telling;
  /** Of every state, by its own profile: a verdict may be worded otherwise for another. */
  readonly tellings: readonly Telling[];
  readonly say: Say;
  /** Every state by a short name of its own. */
  readonly labels: readonly string[];
};

/** What was said about a question: an answer, a state, or nothing. */
export type Said = {
  readonly answer?: AnswerValue | undefined;
  readonly state?: string | undefined;
} | null;

export function comparingOf(
  comparison: Comparison,
  given: readonly Named[],
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): Comparing {
  const tellings = given.map(({ assessment }) =>
    tellingOf(assessment, questionnaire, language, words),
  );
  const telling = tellings.at(-1);
  if (!telling) throw new RangeError('There is nothing to compare.');
  const labels =
    comparison.of === 'uses' ? letters(comparison.states) : dayLabels(comparison.states, language);
  return {
    comparison,
    given,
    telling,
    tellings,
    say: sayIn(words, language),
    labels,
  };
}

/** An answer in a few words: a level by its number, else as it reads. */
export function saidInWords({ telling, say }: Comparing, id: string, said: Said): string {
  if (said === null) return say('compare.none');
  if (said.state !== undefined && said.state !== 'answered') {
    return say(`compare.state.${said.state}`);
  }
  if (said.answer === undefined) return say('compare.none');
  return telling.question(id)?.kind === 'level'
    ? say('compare.level', { level: said.answer })
    : answerInWords(telling, id, said.answer);
}

/** From what to what; two levels say so once. */
export function saidChange(comparing: Comparing, id: string, said: readonly [Said, Said]): string {
  const { telling, say } = comparing;
  const isLevel = (one: Said) =>
    one?.answer !== undefined && (one.state === undefined || one.state === 'answered');
  if (telling.question(id)?.kind === 'level' && said.every(isLevel)) {
    return say('compare.levels', { from: said[0]?.answer, to: said[1]?.answer });
  }
  return say('compare.arrow', {
    from: saidInWords(comparing, id, said[0]),
    to: saidInWords(comparing, id, said[1]),
  });
}

const most = 4;

/** What changed and led to something, each with from what to what, the first ones of many; null where nothing is known of it. */
export function causesInWords(
  comparing: Comparing,
  { from, to }: Pick<StateChange, 'from' | 'to'>,
  causes: readonly string[],
  key: 'because' | 'because-level' | 'because-target' = 'because',
): string | null {
  if (causes.length === 0) return null;
  const { say, telling, tellings, given } = comparing;
  const said = (file: number, id: string): Said => {
    const assessment = given[file]?.assessment;
    return assessment?.profile[id] ?? assessment?.answers[id] ?? null;
  };
  const standing = (id: string) => {
    const before = given[to]?.assessment.verdicts.every((verdict) => verdict.id !== id);
    return (tellings[before ? from : to] ?? telling).verdict(id);
  };
  const told = causes.map((id) =>
    id.startsWith('verdict:')
      ? say('compare.verdict-cause', { verdict: standing(id.slice('verdict:'.length)) })
      : `${titleOf(telling, id)}: ${saidChange(comparing, id, [said(from, id), said(to, id)])}`,
  );
  // One over is as short as saying so.
  const shown = told.length > most + 1 ? told.slice(0, most) : told;
  const n = told.length - shown.length;
  const list = shown.join('; ');
  return say(`compare.${key}`, {
    causes: n === 0 ? list : say('compare.causes-more', { causes: list, n }),
  });
}

// The day, else the file; and what tells two of one day apart.
function dayLabels(states: readonly ComparedState[], language: string): readonly string[] {
  const days = states.map(({ date, name }) =>
    date === null ? (name.split(/[/\\]/).at(-1) ?? name) : dayInShort(date, language),
  );
  return days.map((day, index) =>
    days.indexOf(day) === days.lastIndexOf(day)
      ? day
      : `${day} (${days.slice(0, index + 1).filter((other) => other === day).length})`,
  );
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

// A, B, … Z, A2, B2: short enough for the head of a column.
function letters(states: readonly ComparedState[]): readonly string[] {
  return states.map((_state, index) => {
    const round = Math.floor(index / alphabet.length);
    return `${alphabet[index % alphabet.length]}${round === 0 ? '' : round + 1}`;
  });
}
