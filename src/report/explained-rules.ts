import type { Cause } from '../assessment/assessment-format.ts';
import type { ConditionTold, ExplainedOf } from '../assessment/explanation-format.ts';
import { type Condition, toAddress } from '../questionnaire/condition.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import { entryOf, hurdleTitle, part, row, stepIn, type Wordy } from './explaining.ts';
import { releaseRows } from './release-words.ts';
import { answerInWords, causeViews, plannedTitle, settledAs, titleOf } from './telling.ts';

/** A gate: its condition part by part, what it limits, what releases it. */
export function gateParts(entry: ExplainedOf<'gate'>, wordy: Wordy): readonly ExplainedPart[] {
  const gate = wordy.telling.questionnaire.gates.find(({ id }) => id === entry.id);
  return [
    ...(gate ? conditionPart('when', gate.when, entry.when, wordy) : []),
    ...part(
      wordy,
      'limits',
      entry.limits.map((limit) => ({
        label: wordy.say(`explain.row.${limit.hurdle === undefined ? 'question' : 'hurdle'}`),
        text: `${limitWords(limit, wordy)} (${wordy.say(`explain.limit.${biteOf(entry, limit, wordy)}`)})`,
      })),
    ),
    ...(entry.holds === 'false'
      ? []
      : part(
          wordy,
          'change',
          releaseRows(entry, wordy, entry.releases.length > 0 ? 'single' : 'together'),
        )),
  ];
}

// A limit that lowers nothing certain may still lower what is possible.
function biteOf(
  { holds }: ExplainedOf<'gate'>,
  { hurdle, question, atMost, effective }: ExplainedOf<'gate'>['limits'][number],
  wordy: Wordy,
): 'bites' | 'possible-only' | 'no-bite' {
  if (effective) return 'bites';
  if (holds !== 'true' || atMost === null) return 'no-bite';
  const entry =
    hurdle === undefined
      ? entryOf(wordy, 'question', question ?? '')
      : entryOf(wordy, 'hurdle', hurdle);
  const step = hurdle === undefined ? 'givenHigh' : 'meanHigh';
  const possible = entry && stepIn(entry, step)?.result;
  return typeof possible === 'number' && possible > atMost ? 'possible-only' : 'no-bite';
}

function limitWords(limit: ExplainedOf<'gate'>['limits'][number], wordy: Wordy): string {
  const { say, quote, amount, telling } = wordy;
  const most = amount(limit.atMost);
  if (limit.hurdle !== undefined) {
    return say('explain.limit.hurdle', { title: quote(hurdleTitle(wordy, limit.hurdle)), most });
  }
  const title = quote(titleOf(telling, limit.question ?? ''));
  if (limit.answerOf === undefined) return say('explain.limit.question', { title, most });
  const other = quote(titleOf(telling, limit.answerOf));
  return limit.atMost === null
    ? say('explain.limit.answer', { title, other })
    : say('explain.limit.answer-is', { title, other, most });
}

/** A verdict: what it asks, what lifts it, what comes first. */
export function verdictParts(
  entry: ExplainedOf<'verdict'>,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const { telling, say } = wordy;
  const verdict = telling.questionnaire.verdicts.find(({ id }) => id === entry.id);
  if (!verdict) return [];
  const stands = entry.stands !== 'no';
  const first = entry.first.map((id) => {
    const rank = telling.assessment.recommendations.find((step) => step.id === id)?.rank;
    const title = plannedTitle(telling, id);
    const settled = settledAs(telling, id);
    if (settled) return `${title} (${say(`decide.settled.${settled}`)})`;
    return rank === undefined ? title : `${title} (${say('decide.rank', { n: rank })})`;
  });
  return [
    ...conditionPart('when', verdict.when, entry.when, wordy),
    ...causedPart(telling.assessment.verdicts, entry.id, wordy),
    ...(verdict.liftedWhen && entry.liftedWhen
      ? conditionPart('lifted', verdict.liftedWhen, entry.liftedWhen, wordy)
      : []),
    ...checked(
      wordy,
      'needs',
      Object.entries(entry.needs ?? {}).map(([need, holds]) => ({
        label: say(`explain.truth.${holds}`),
        text: say(`explain.verdict.needs.${need}`),
      })),
    ),
    ...(stands && entry.urgency !== 'fine'
      ? part(wordy, 'change', [
          ...(entry.liftedWhen
            ? []
            : row(wordy, 'release', say('explain.verdict.no-lifted')).map(({ text }) => ({
                label: say('explain.part.lifted'),
                text,
              }))),
          ...first.flatMap((text) => row(wordy, 'first', text)),
          ...releaseRows(entry, wordy, entry.releases.length > 0 ? 'single' : 'together'),
        ])
      : []),
  ];
}

function checked(...given: Parameters<typeof part>): readonly ExplainedPart[] {
  return part(...given).map((one) => ({ ...one, checks: true }));
}

/** A contradiction: which parts of it hold, and which answers settle it. */
export function contradictionParts(
  entry: ExplainedOf<'contradiction'>,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const found = wordy.telling.questionnaire.contradictions.find(({ id }) => id === entry.id);
  if (!found) return [];
  return [
    ...conditionPart('when', found.when, entry.when, wordy),
    ...causedPart(wordy.telling.assessment.contradictions, entry.id, wordy),
    ...(entry.holds === 'false'
      ? []
      : part(
          wordy,
          'change',
          releaseRows(entry, wordy, entry.releases.length > 0 ? 'single' : 'together'),
        )),
  ];
}

// Where a rule asks for results: the hurdles and the questions that make it hold.
function causedPart(
  rules: readonly { readonly id: string; readonly because: readonly Cause[] }[],
  id: string,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const { say, telling } = wordy;
  const causes = causeViews(telling, rules.find((rule) => rule.id === id)?.because ?? []);
  const rows = causes.flatMap(({ title, answer, state, result }): ExplainedRow[] => {
    if (state !== 'result' || answer === null) return [];
    const text = result === null ? answer : say(`cause.result.${result}`, { value: answer });
    return [{ label: title, text }];
  });
  return part(wordy, 'caused', rows);
}

/** A condition, a row for each of its parts: whether it holds, and what was answered. */
export function conditionPart(
  title: string,
  condition: Condition,
  told: ConditionTold,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const { say } = wordy;
  const isJoined = condition.kind === 'all' || condition.kind === 'any';
  const parts = isJoined ? condition.of : [condition];
  const truths = isJoined ? (told.of ?? []) : [told];
  const order = parts.map((_part, place) => place);
  const simple = (place: number) => (parts[place]?.kind === 'compare' ? 0 : 1);
  const rows = order
    .sort((a, b) => simple(a) - simple(b) || a - b)
    .flatMap((place): ExplainedRow[] => {
      const one = parts[place];
      const truth = truths[place];
      if (!one || !truth) return [];
      return [
        {
          label: say(`explain.truth.${truth.holds ?? 'left-out'}`),
          text: withAnswers(one, truth, wordy),
        },
      ];
    });
  const joint = rows.length < 2 ? 'one' : condition.kind === 'any' ? 'any' : 'all';
  const heading = `${say(`explain.part.${title}`)}: ${say(`explain.condition.${joint}`)}`;
  return rows.length === 0 ? [] : [{ title: heading, rows, checks: true }];
}

// What was answered stands behind a comparison; behind a nest of them it would be lost.
function withAnswers(condition: Condition, told: ConditionTold, wordy: Wordy): string {
  const { say, condition: words, amount } = wordy;
  const text = words(condition);
  if (condition.kind !== 'compare') {
    const answers = leavesOf(told).flatMap((leaf) => answerTo(leaf, wordy) ?? []);
    const each = [...new Set(answers)];
    return each.length === 0
      ? text
      : say('explain.condition.given', { condition: text, answer: each.join('; ') });
  }
  if (told.ranges !== undefined) {
    const address = toAddress(told.address ?? '');
    const isShare = address.kind === 'result' && address.name === 'unknown';
    const shown = isShare ? wordy.telling.numbers.percent : amount;
    const values = told.ranges.map(({ low, high }) =>
      low === high
        ? shown(low)
        : say('explain.worth.range', { low: shown(low), high: shown(high) }),
    );
    return values.length === 0
      ? text
      : say('explain.condition.range', { condition: text, values: values.join('; ') });
  }
  const answer = shortAnswer(told.address ?? '', wordy);
  return answer === null ? text : say('explain.condition.given', { condition: text, answer });
}

function leavesOf(told: ConditionTold): readonly ConditionTold[] {
  return told.of ? told.of.flatMap(leavesOf) : [told];
}

function answerTo({ address = '' }: ConditionTold, wordy: Wordy): string | null {
  const answer = shortAnswer(address, wordy);
  return answer === null ? null : `${titleOf(wordy.telling, address)}: ${answer}`;
}

/** An answer in a word or two: a level by its number. */
export function shortAnswer(id: string, wordy: Wordy): string | null {
  const { telling, say } = wordy;
  const address = toAddress(id);
  if (address.kind === 'result') return null;
  const { answers, profile } = telling.assessment;
  const given = address.kind === 'profile' ? profile[id] : answers[id];
  if (given?.answer !== undefined) {
    return telling.question(id)?.kind === 'level'
      ? say('explain.level.one', { level: given.answer })
      : answerInWords(telling, id, given.answer);
  }
  if (given?.state === 'not-applicable') return say('explain.row.not-applicable');
  return say(`explain.worth.${given?.state === 'unknown' ? 'unknown' : 'unanswered'}`);
}
