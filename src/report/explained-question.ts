import type { ArithmeticStep, ExplainedOf, Operand } from '../assessment/explanation-format.ts';
import { possible } from './explained-rows.ts';
import { conditionPart } from './explained-rules.ts';
import { besideRows } from './explained-said.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import {
  ends,
  numberIn,
  operand,
  operandsCalled,
  part,
  row,
  stepIn,
  type Wordy,
} from './explaining.ts';
import { equals, formula } from './formula-words.ts';
import { answerInWords } from './telling.ts';

type Entry = ExplainedOf<'question'>;

/** A question: what the answer is worth, what counts of it, where its target is and how far away. */
export function questionParts(entry: Entry, wordy: Wordy): readonly ExplainedPart[] {
  const { say, telling } = wordy;
  const question = telling.question(entry.id);
  const answer =
    entry.answer === undefined
      ? say(`explain.worth.${entry.state === 'unknown' ? 'unknown' : 'unanswered'}`)
      : answerInWords(telling, entry.id, entry.answer);
  const said = row(wordy, 'answer', answer);
  const beside = besideRows(entry, wordy);
  if (question?.kind === 'text') return part(wordy, 'answer', [...said, ...beside]);
  if (entry.state === 'not-due' || entry.state === 'not-applicable') {
    const isAsked = entry.when && question?.when && entry.notDue === 'when';
    return [
      ...part(wordy, 'answer', [
        ...(entry.answer === undefined ? [] : said),
        ...row(
          wordy,
          entry.state,
          entry.state === 'not-due' ? notDue(entry, wordy) : say('explain.question.counts-nothing'),
        ),
        ...beside,
      ]),
      ...(isAsked && question.when && entry.when
        ? conditionPart('asked', question.when, entry.when, wordy)
        : []),
    ];
  }
  return [
    ...part(wordy, 'answer', [...said, ...beside, ...pointRows(entry, wordy)]),
    ...part(wordy, 'target', targetRows(entry, wordy)),
  ];
}

function notDue({ id, notDue: why = 'when' }: Entry, { say, telling, condition }: Wordy): string {
  const when = telling.question(id)?.when;
  return why === 'when' && when
    ? say('explain.question.not-due.when', { condition: condition(when) })
    : say(`explain.question.not-due.${why}`);
}

function pointRows(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, telling } = wordy;
  const given = stepIn(entry, 'given');
  const [low, high] = [numberIn(entry.result.points), numberIn(entry.result.pointsHigh)];
  if (!given) return row(wordy, 'counts', say('explain.policy.exclude'));
  const isOpen = entry.state !== 'answered';
  const isLevel = telling.question(entry.id)?.kind === 'level';
  const text = isOpen
    ? `${ends(wordy, low, high)} (${say(`explain.policy.${low === high ? 'lowest' : 'both'}`)})`
    : isLevel
      ? wordy.amount(low)
      : worked(given, entry, wordy);
  const counted = stepIn(entry, 'counted');
  const countedHigh = stepIn(entry, 'countedHigh');
  const limited = (step: ArithmeticStep | undefined) =>
    step && operandsCalled(step, 'limit').length > 0
      ? row(wordy, 'counts', limitedWords(step, wordy))
      : [];
  return [
    ...row(wordy, isLevel ? 'level' : 'points', text),
    ...limited(counted),
    ...possible(limited(countedHigh), wordy),
  ];
}

function limitedWords(step: ArithmeticStep, wordy: Wordy): string {
  const { telling } = wordy;
  const why = operandsCalled(step, 'limit').flatMap(({ of = '' }) => {
    const gate = telling.questionnaire.gates.find(({ id }) => `gate:${id}` === of);
    return gate ? [telling.tell(gate.why)] : [];
  });
  return `${formula(step, wordy)} (${why.join('; ')})`;
}

// How points come about that are no level.
function worked(given: ArithmeticStep, entry: Entry, wordy: Wordy): string {
  const { say, amount } = wordy;
  const points = (of: Operand) =>
    say('explain.formula.chosen', {
      option: optionLabel(entry.id, of.of, wordy),
      points: amount(of.value),
    });
  switch (given.operation) {
    case 'points-from-bands':
      return bandWords(given, entry, wordy);
    case 'share': {
      const left = say('explain.formula.share', {
        part: amount(operand(given, 'part')?.value),
        whole: amount(operand(given, 'whole')?.value),
      });
      return equals(left, given, wordy);
    }
    case 'sum': {
      const chosen = operandsCalled(given, 'value').map(points);
      return chosen.length === 0 ? formula(given, wordy) : equals(chosen.join(' + '), given, wordy);
    }
    case 'identity':
      return say('explain.worth.points', { n: Number(given.result), value: amount(given.result) });
    default:
      return formula(given, wordy);
  }
}

function bandWords(given: ArithmeticStep, entry: Entry, { say, amount }: Wordy): string {
  const said = operand(given, 'value');
  const froms = operandsCalled(given, 'from');
  const number = Number(said?.value);
  const reached = froms.filter(({ value }) => Number(value) <= number);
  const points = say('explain.worth.points', {
    n: Number(given.result),
    value: amount(given.result),
  });
  const displayed = stepIn(entry, 'displayed');
  const value = displayed
    ? say('explain.formula.rounded', {
        value: amount(operand(displayed, 'value')?.value),
        result: amount(said?.value),
      })
    : amount(said?.value);
  if (reached.length === 0) return say('explain.formula.band-below', { value, points });
  const from = Math.max(...reached.map((one) => Number(one.value)));
  return say('explain.formula.band', { value, from: amount(from), points });
}

function optionLabel(id: string, of: string | undefined, { telling }: Wordy): string {
  return answerInWords(telling, id, [(of ?? '').replace('option:', '')]);
}

function targetRows(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount } = wordy;
  const target = numberIn(entry.result.target);
  if (target === null) return row(wordy, 'target', say('explain.target.none'));
  const gap = stepIn(entry, 'gap');
  return [
    ...row(wordy, 'base-target', baseWords(entry, wordy)),
    ...changedRows(entry, wordy),
    ...row(wordy, 'target', amount(target)),
    ...row(
      wordy,
      'gap',
      gap?.result === 0 ? say('explain.target.gap-none') : gap ? formula(gap, wordy) : null,
    ),
  ];
}

function baseWords(entry: Entry, { say, amount, telling, quote }: Wordy): string {
  const { questionnaire, assessment, tell } = telling;
  const base = amount(stepIn(entry, 'baseTarget')?.result);
  const question = telling.question(entry.id);
  const { by } = questionnaire.targets;
  const isBy = question?.kind !== 'text' && typeof question?.target === 'object';
  const asked = questionnaire.profile.find(({ id }) => id === by);
  if (!isBy || !asked) return say('explain.target.base', { target: base });
  const answer = assessment.profile[asked.id]?.answer;
  if (answer === undefined) {
    return say('explain.target.base-open', { target: base, by: tell(asked.title ?? asked.text) });
  }
  const option = quote(answerInWords(telling, asked.id, answer));
  return say('explain.target.base-by', { target: base, option });
}

function changedRows(entry: Entry, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling, condition } = wordy;
  const { modifiers } = telling.questionnaire.targets;
  const why = ({ of = '' }: Operand) => {
    const modifier = modifiers[Number(of.replace('modifier:', ''))];
    return modifier ? condition(modifier.when) : '';
  };
  const changes = operandsCalled(stepIn(entry, 'changedTarget'), 'value').slice(1);
  const moved = stepIn(entry, 'movedTarget');
  const bounds = (name: 'atLeast' | 'atMost', key: string) =>
    operandsCalled(moved, name).map((one) =>
      say(`explain.target.${key}`, { bound: amount(one.value), condition: why(one) }),
    );
  const signed = (value: Operand['value']) => `${Number(value) > 0 ? '+' : ''}${amount(value)}`;
  const raised = entry.steps.filter(({ id }) => id.startsWith('raised:verdict:'));
  const bounded = stepIn(entry, raised.length > 0 ? 'ownTarget' : 'target');
  const before = operand(bounded, 'value')?.value;
  return [
    ...changes.flatMap((one) =>
      row(
        wordy,
        'changed-target',
        say('explain.target.change', { change: signed(one.value), condition: why(one) }),
      ),
    ),
    ...[...bounds('atLeast', 'at-least'), ...bounds('atMost', 'at-most')].flatMap((text) =>
      row(wordy, 'changed-target', text),
    ),
    ...(bounded && before !== bounded.result
      ? row(
          wordy,
          'bounded',
          say('explain.target.bounded', { from: amount(before), target: amount(bounded.result) }),
        )
      : []),
    ...raised.flatMap(({ id, result }) =>
      row(
        wordy,
        'raised',
        say('explain.target.raised', {
          target: amount(result),
          verdict: wordy.quote(telling.verdict(id.replace('raised:verdict:', ''))),
        }),
      ),
    ),
  ];
}
