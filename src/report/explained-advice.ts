import type { ExplainedOf, GainTold, Told } from '../assessment/explanation-format.ts';
import { decidedRows, settledWords } from './explained-said.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { hurdleTitle, operand, part, row, stepIn, type Wordy } from './explaining.ts';
import { equals, formula } from './formula-words.ts';
import { adviceTitle, titleOf } from './telling.ts';

type Entry = ExplainedOf<'recommendation'>;

/** A recommendation: its place and priority, what it needs, what it would change; or why there is none. */
export function adviceParts(entry: Entry, wordy: Wordy): readonly ExplainedPart[] {
  return [
    ...part(wordy, 'decided', decidedRows(entry, wordy)),
    ...part(wordy, 'order', orderRows(entry, wordy)),
    ...(entry.state === 'none' || entry.step === 'find-out'
      ? []
      : part(wordy, 'requires', requirementRows(entry, wordy))),
    ...part(wordy, 'gain', [
      ...gainRows('alone', entry.gain?.alone, wordy),
      ...gainRows('cumulative', entry.gain?.cumulative, wordy),
      ...row(wordy, 'counted-with', settledWords(entry, wordy)),
    ]),
  ];
}

function orderRows(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say } = wordy;
  if (entry.because) return row(wordy, 'why', becauseWords(entry, wordy));
  const gap = stepIn(entry, 'gap');
  const priority = stepIn(entry, 'priority');
  return [
    ...plannedRow(entry, wordy),
    ...row(wordy, 'place', placeWords(entry, wordy)),
    ...row(wordy, 'gap-share', gap ? formula(gap, wordy) : null),
    ...effortRow(entry, wordy),
    ...row(wordy, 'priority', priority ? formula(priority, wordy) : null),
    ...entry.gates.flatMap((id) => {
      const gate = wordy.telling.questionnaire.gates.find((one) => one.id === id);
      return gate ? [{ label: say('explain.row.limit'), text: wordy.telling.tell(gate.why) }] : [];
    }),
  ];
}

function effortRow(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount } = wordy;
  const effort = stepIn(entry, 'effort');
  if (!effort) return [];
  const at = (of: string) => effort.operands.find((one) => one.of === of)?.value;
  const [min, max] = [at('min'), at('max')];
  const text =
    min === max
      ? say('explain.formula.effort-one', { n: max, days: amount(max) })
      : equals(
          say('explain.formula.effort', { min: amount(min), max: amount(max) }),
          effort,
          wordy,
        );
  return row(wordy, isFindOut(entry) ? 'effort-whole' : 'effort', text);
}

function isFindOut({ step }: Entry): boolean {
  return step === 'find-out';
}

// What is planned is less than the step that gives the priority.
function plannedRow(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, telling } = wordy;
  const planned = telling.assessment.recommendations.find(({ id }) => id === entry.id);
  if (!isFindOut(entry) || !planned) return [];
  const { effort, weeks } = planned;
  const facts = {
    days: telling.numbers.effort(effort),
    weeks: say('plan.duration', { n: weeks, weeks: telling.numbers.exact(weeks) }),
  };
  return [
    ...row(wordy, 'planned', say('explain.advice.find-out', facts)),
    ...row(wordy, 'requires', say('explain.advice.find-out-requires')),
    ...row(wordy, 'counted-with', say('explain.advice.find-out-priority')),
  ];
}

/** Why a step stands where it stands. */
export function placeWords({ placed, waited }: Entry, { say, telling, quote }: Wordy): string {
  if (placed === null)
    return say(waited ? `explain.advice.waited.${waited}` : 'explain.advice.placed.priority');
  const id = placed.slice(placed.indexOf(':') + 1);
  const isVerdict = placed.startsWith('verdict:');
  const by = quote(isVerdict ? telling.verdict(id) : adviceTitle(telling, id));
  return say(`explain.advice.placed.${isVerdict ? 'verdict' : 'prerequisite'}`, { by });
}

function becauseWords({ because = 'open', by }: Entry, { say, telling, quote }: Wordy): string {
  const names = by.map((id) =>
    quote(because === 'verdict' ? telling.verdict(id) : adviceTitle(telling, id)),
  );
  return say(`explain.advice.because.${because}`, { by: names.join('; ') });
}

function requirementRows({ requires }: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling } = wordy;
  return requires.map(({ id, met, enough, has }) => {
    const numbers = { enough: amount(enough), has: amount(has) };
    const isOpen = !['answered', 'not-due', 'not-applicable'].includes(stateOf(id, wordy));
    const key = met ? (has === null ? 'met-anyway' : 'met') : isOpen ? 'unmet-open' : 'unmet';
    return { label: titleOf(telling, id), text: say(`explain.advice.${key}`, numbers) };
  });
}

function stateOf(id: string, { telling }: Wordy): string {
  const questions = telling.assessment.hurdles.flatMap((hurdle) => hurdle.questions);
  return questions.find((question) => question.id === id)?.state ?? '';
}

function gainRows(
  key: 'alone' | 'cumulative',
  gain: GainTold | undefined,
  wordy: Wordy,
): readonly ExplainedRow[] {
  if (!gain) return [];
  const { say, amount, telling, quote } = wordy;
  const hurdle = hurdleTitle(wordy, gain.hurdle.id);
  const pair = (name: string, [from, to]: readonly [Told, Told]): readonly string[] => {
    const [before, after] = [from, to].map(({ value }) =>
      value === null ? say('explain.gain.none') : amount(Number(value)),
    );
    return before === after
      ? []
      : [say(`explain.gain.${name}`, { from: before, to: after, hurdle })];
  };
  const changes = [
    ...pair('level', gain.level),
    ...pair('hurdle-level', gain.hurdle.level),
    ...pair('hurdle-score', gain.hurdle.score),
    ...pair('score', gain.score),
    ...gain.lifts.map((id) => say('explain.gain.lifts', { verdict: quote(telling.verdict(id)) })),
  ];
  const texts = changes.length > 0 ? changes : [say('explain.gain.nothing')];
  return texts.flatMap((text) => row(wordy, key, text));
}

/** Its priority as an arithmetic, for a list of steps. */
export function priorityWords(entry: Entry, wordy: Wordy): string | null {
  const step = stepIn(entry, 'priority');
  return step && operand(step, 'impact') ? formula(step, wordy) : null;
}
