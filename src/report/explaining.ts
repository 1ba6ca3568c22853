import type { Assessment } from '../assessment/assessment-format.ts';
import type {
  ArithmeticStep,
  Explained,
  ExplainedOf,
  Explanation,
  Operand,
  Told,
} from '../assessment/explanation-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { conditionWords, type WordCondition } from './condition-words.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { quoted, type ReportWords, type Say, sayIn } from './report-words.ts';
import { type Telling, tellingOf } from './telling.ts';

/** Everything that wording an explanation needs. */
export type Wordy = {
  readonly telling: Telling;
  readonly say: Say;
  readonly condition: WordCondition;
  readonly entries: readonly Explained[];
  /** A number in an arithmetic, at most two decimals. */
  readonly amount: (value: Operand['value'] | undefined) => string;
  readonly quote: (text: string) => string;
};

export function wordyOf(
  explanation: Explanation,
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): Wordy {
  const telling = tellingOf(assessment, questionnaire, language, words);
  const say = sayIn(words, language);
  return {
    telling,
    say,
    condition: conditionWords(questionnaire, language, words),
    entries: explanation.entries,
    amount: (value) =>
      typeof value === 'number'
        ? telling.numbers.hundredths(value).replace('-', '−')
        : String(value ?? '–'),
    quote: (text) => quoted(text, say),
  };
}

/** The entry about something, if there is one. */
export function entryOf<Kind extends Explained['kind']>(
  { entries }: Wordy,
  kind: Kind,
  id: string,
): ExplainedOf<Kind> | undefined {
  return entries.find(
    (entry): entry is ExplainedOf<Kind> => entry.kind === kind && entry.id === id,
  );
}

/** A step of an entry by its id, of the possible end only where it differs. */
export function stepIn(
  { steps }: Pick<Explained, 'steps'>,
  id: string,
): ArithmeticStep | undefined {
  return steps.find((step) => step.id === id);
}

/** The number a result is told as; null where it is none. */
export function numberIn(told: Told | undefined): number | null {
  return typeof told?.value === 'number' ? told.value : null;
}

export function operand(step: ArithmeticStep | undefined, name: string): Operand | undefined {
  return step?.operands.find((one) => one.name === name);
}

export function operandsCalled(step: ArithmeticStep | undefined, name: string): readonly Operand[] {
  return (step?.operands ?? []).filter((one) => one.name === name);
}

/** A row with its label by key; none where there is nothing to say. */
export function row(
  { say }: Wordy,
  label: string,
  text: string | null | undefined,
): readonly ExplainedRow[] {
  return text == null || text === '' ? [] : [{ label: say(`explain.row.${label}`), text }];
}

/** A part with its title by key; none where it has no rows. */
export function part(
  { say }: Wordy,
  title: string,
  rows: readonly ExplainedRow[],
): readonly ExplainedPart[] {
  return rows.length === 0 ? [] : [{ title: say(`explain.part.${title}`), rows, checks: false }];
}

export function hurdleTitle({ telling }: Wordy, id: string): string {
  const hurdle = telling.questionnaire.hurdles.find((one) => one.id === id);
  return hurdle ? telling.tell(hurdle.title) : id;
}

/** "1" or "0 to 1". */
export function ends(wordy: Wordy, low: number | null, high: number | null): string {
  const [from, to] = [wordy.amount(low), wordy.amount(high)];
  return high === null || low === high || from === to
    ? from
    : wordy.say('explain.worth.range', { low: from, high: to });
}
