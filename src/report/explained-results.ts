import type { AssessedQuestion } from '../assessment/assessment-format.ts';
import type { ArithmeticStep, ExplainedOf } from '../assessment/explanation-format.ts';
import { companyRise, hurdleRises, openRows } from './explained-rise.ts';
import type { ExplainedPart, ExplainedRow } from './explained-view-type.ts';
import {
  ends,
  entryOf,
  hurdleTitle,
  numberIn,
  operand,
  operandsCalled,
  part,
  row,
  stepIn,
  type Wordy,
} from './explaining.ts';
import { formula } from './formula-words.ts';
import { advisableOf, releaseWords } from './release-words.ts';
import { titleOf } from './telling.ts';

/** The company: the levels of its hurdles, the lowest of them, the score. */
export function companyParts(
  entry: ExplainedOf<'company'>,
  wordy: Wordy,
): readonly ExplainedPart[] {
  const { say, amount, telling } = wordy;
  const { hurdles, overall } = telling.assessment;
  const step = (id: string) => stepIn(entry, id);
  const { result } = entry;
  const lowest = (level: number | null) =>
    level === null ? say('explain.level.none') : say('explain.level.lowest', { level });
  const reached = step('lowest');
  const levels = [
    ...hurdles.map((hurdle) => ({
      label: hurdleTitle(wordy, hurdle.id),
      text: levelOf(hurdle.id, wordy),
    })),
    ...row(
      wordy,
      'level',
      overall.level === null ? noLevel(overall.reason, wordy) : lowest(overall.level),
    ),
    ...(step('lowestHigh') && overall.levelHigh !== null
      ? possible(row(wordy, 'level', lowest(overall.levelHigh)), wordy)
      : []),
    ...(overall.level !== null && reached
      ? row(
          wordy,
          'plus',
          say('explain.level.above', {
            n: overall.above,
            enough: amount(operand(step('enoughAbove'), 'bound')?.value),
          }),
        )
      : []),
    ...row(
      wordy,
      'target',
      overall.target === null
        ? null
        : say('explain.level.target', {
            level: say('explain.level.one', { level: overall.target }),
          }),
    ),
  ];
  const numbers = [
    ...stepRows(entry, 'score', 'score', wordy),
    ...row(wordy, 'coverage', coverage(numberIn(result.coverage), step('coverage'), wordy)),
  ];
  return [
    ...part(wordy, 'level', levels),
    ...part(wordy, 'sum', numbers),
    ...part(wordy, 'change', companyChanges(entry, wordy)),
  ];
}

// Beside the label that says it is about a level.
function noLevel(reason: string | null, { say }: Wordy): string {
  return say('explain.level.no', { reason: say(`explain.reason.${reason ?? 'not-due'}`) });
}

function companyChanges(entry: ExplainedOf<'company'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, telling } = wordy;
  const { overall, hurdles } = telling.assessment;
  const lowest = Number(stepIn(entry, 'lowest')?.result ?? 0);
  const open = hurdles.filter(({ reason }) => reason === 'not-rateable').map(({ id }) => id);
  const titles = (ids: readonly string[]) => ids.map((id) => hurdleTitle(wordy, id)).join('; ');
  const top =
    telling.questionnaire.scales[telling.questionnaire.hurdles[0]?.scale ?? '']?.length ?? 0;
  if (overall.reason === 'not-due' || overall.reason === 'scope') return [];
  return [
    ...(open.length > 0 && overall.level === null
      ? row(wordy, 'rateable', say('explain.change.rateable', { hurdles: titles(open) }))
      : []),
    ...row(
      wordy,
      'next',
      lowest + 1 >= top
        ? say('explain.change.top')
        : say('explain.change.all-up', { level: lowest + 1, hurdles: titles(entry.lowest) }),
    ),
    ...(lowest + 1 >= top ? [] : row(wordy, 'single', companyRise(wordy))),
  ];
}

/** Where a hurdle stands, from its certain to its possible level. */
export function levelOf(id: string, { say, telling }: Pick<Wordy, 'say' | 'telling'>): string {
  const hurdle = telling.assessment.hurdles.find((one) => one.id === id);
  if (!hurdle || hurdle.levelHigh === null) {
    return `${say('explain.level.none')}: ${say(`explain.reason.${hurdle?.reason ?? 'not-due'}`)}`;
  }
  if (hurdle.level === null) {
    return `${say('explain.level.none')}: ${say(`explain.reason.${hurdle.reason ?? 'not-due'}`)}`;
  }
  const plus = hurdle.plus ? '+' : '';
  return hurdle.level === hurdle.levelHigh
    ? say('explain.level.one', { level: `${hurdle.level}${plus}` })
    : say('explain.level.range', { level: `${hurdle.level}${plus}`, high: hurdle.levelHigh });
}

/** A hurdle: its answers, how they become its value, its level and its score, and what would change it. */
export function hurdleParts(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedPart[] {
  return [...hurdleSum(entry, wordy), ...part(wordy, 'change', hurdleChanges(entry, wordy))];
}

/** The same without what would change it. */
export function hurdleSum(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedPart[] {
  return [
    ...part(wordy, 'answers', answerRows(entry, wordy)),
    ...part(wordy, 'sum', sumRows(entry, wordy)),
  ];
}

function answerRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { telling } = wordy;
  const hurdle = telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const questions = (hurdle?.questions ?? []).filter(
    ({ id }) => telling.question(id)?.kind !== 'text',
  );
  const left = (state: AssessedQuestion['state']) =>
    questions
      .filter((question) => question.state === state)
      .map(({ id }) => titleOf(telling, id))
      .join('; ');
  return [
    ...questions
      .filter(({ state }) => state !== 'not-due' && state !== 'not-applicable')
      .map(({ id }) => ({ label: titleOf(telling, id), text: worth(id, entry, wordy) })),
    ...row(wordy, 'not-applicable', left('not-applicable')),
    ...row(wordy, 'not-due', left('not-due')),
  ];
}

// What an answer is worth and how much it weighs.
function worth(id: string, hurdle: ExplainedOf<'hurdle'>, wordy: Wordy): string {
  const { say, amount, telling } = wordy;
  const entry = entryOf(wordy, 'question', id);
  const question = telling.question(id);
  const of = `question:${id}`;
  const weight = hurdle.steps
    .flatMap(({ operands }) => operands)
    .find((one) => one.name === 'weight' && one.of === of)?.value;
  const [low, high] = [numberIn(entry?.result.points), numberIn(entry?.result.pointsHigh)];
  const counts = numberIn(entry?.result.counts);
  const isOpen = entry?.state === 'unknown' || entry?.state === 'unanswered';
  const points =
    low === null
      ? say('explain.worth.excluded')
      : question?.kind === 'level' && !isOpen
        ? say('explain.worth.level', { value: amount(low) })
        : low === high || high === null
          ? say('explain.worth.points', { n: low, value: amount(low) })
          : ends(wordy, low, high);
  const facts = [
    isOpen ? `${say(`explain.worth.${entry.state}`)}: ${points}` : points,
    (entry?.gates.length ?? 0) > 0 ? say('explain.worth.counts', { counts: amount(counts) }) : null,
    weight === undefined || low === null
      ? null
      : say('explain.worth.weight', { weight: amount(weight) }),
    question?.kind !== 'text' && question?.core ? say('explain.worth.core') : null,
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}

function sumRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount } = wordy;
  const step = (id: string) => stepIn(entry, id);
  const { rateable, openShare, value } = {
    rateable: step('rateable'),
    openShare: step('openShare'),
    value: step('capped'),
  };
  if (!value) {
    const hurdle = wordy.telling.assessment.hurdles.find(({ id }) => id === entry.id);
    return row(wordy, 'level', noLevel(hurdle?.reason ?? null, wordy));
  }
  const { percent } = wordy.telling.numbers;
  const target = hasTargets(entry, wordy) ? numberIn(entry.result.target) : null;
  const open = operand(openShare, 'part')?.value;
  const limited = limitRows(entry, wordy);
  return [
    ...groupRows(entry, wordy),
    ...aggregateRows(entry, wordy),
    ...limited,
    ...(limited.length > 0 ? stepRows(entry, 'value', 'capped', wordy) : []),
    ...stepRows(entry, 'displayed', 'displayed', wordy),
    ...(open === 0
      ? []
      : row(
          wordy,
          'rateable',
          say(`explain.rateable.${rateable?.result ? 'yes' : 'no'}`, {
            open: amount(open),
            applicable: amount(operand(openShare, 'whole')?.value),
            share: percent(Number(openShare?.result)),
            bound: percent(Number(operand(rateable, 'bound')?.value)),
          }),
        )),
    ...levelRows(entry, wordy),
    ...plusRow(entry, wordy),
    ...stepRows(entry, 'score', 'score', wordy),
    ...row(wordy, 'target', target === null ? null : targetWords(target, wordy)),
  ];
}

// Without any, everything is good enough, and there is nothing to tell.
function hasTargets({ id }: ExplainedOf<'hurdle'>, { telling }: Wordy): boolean {
  const hurdle = telling.assessment.hurdles.find((one) => one.id === id);
  return (hurdle?.questions ?? []).some(({ target }) => target !== null);
}

function targetWords(target: number, { say, amount }: Wordy): string {
  return say('explain.target.hurdle', { target: amount(target) });
}

// The inner groups come first: the outer ones are made of them.
function groupRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  return entry.steps.flatMap((step) => {
    const [group, name, beside] = step.id.split('/');
    if (group === undefined || name === undefined || group === 'target') return [];
    const end = beside ?? name;
    if (end !== 'mean' && end !== 'meanHigh') return [];
    const label = groupTitle(group, entry.id, wordy);
    const rows = [{ label, text: formula(step, wordy) }];
    return end === 'mean' ? rows : possible(rows, wordy);
  });
}

function groupTitle(id: string, hurdle: string, wordy: Wordy): string {
  const { questionnaire, tell } = wordy.telling;
  type Node = {
    readonly id: string;
    readonly title: Parameters<typeof tell>[0];
    readonly groups: readonly Node[];
  };
  const find = (nodes: readonly Node[]): Node | undefined =>
    nodes.flatMap((node) => (node.id === id ? [node] : (find(node.groups) ?? [])))[0];
  const found = find(questionnaire.hurdles.filter((one) => one.id === hurdle));
  return found ? tell(found.title) : id;
}

function aggregateRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const low = stepIn(entry, 'mean');
  const high = stepIn(entry, 'meanHigh');
  const named = (step: ArithmeticStep): readonly ExplainedRow[] => [
    { label: wordy.say(`explain.aggregate.${step.operation}`), text: formula(step, wordy) },
  ];
  return [...(low ? named(low) : []), ...(high ? possible(named(high), wordy) : [])];
}

function limitRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling } = wordy;
  const unlimited = Number(stepIn(entry, 'mean')?.result);
  // A core question alone that limits neither end is nothing to tell.
  const ends = [stepIn(entry, 'capped'), stepIn(entry, 'cappedHigh')];
  const bites = ends.some((step) => step && operand(step, 'value')?.value !== step.result);
  if (!bites && entry.limits.every(({ gate }) => gate === undefined)) return [];
  return entry.limits.flatMap(({ gate, core, atMost, effective, certain }) => {
    const rule = telling.questionnaire.gates.find(({ id }) => id === gate);
    const text =
      core === undefined
        ? say('explain.limit.gate', {
            most: amount(atMost),
            why: rule ? telling.tell(rule.why) : (gate ?? ''),
          })
        : say('explain.limit.core', {
            most: amount(atMost),
            question: wordy.quote(titleOf(telling, core)),
            weakest: amount(stepIn(entry, 'weakestCore')?.result),
            cap: amount(operandsCalled(stepIn(entry, 'coreLimit'), 'value')[1]?.value),
          });
    const possible = stepIn(entry, 'meanHigh')?.result;
    const limitsPossible =
      certain && core === undefined && typeof possible === 'number' && possible > atMost;
    const idle = limitsPossible ? 'possible-only' : 'idle';
    const remark = effective ? 'sets' : atMost >= unlimited ? idle : null;
    // What limits nothing need not be told the reason why it might.
    const undecided = certain || remark === 'idle' ? null : 'undecided';
    const remarks = [remark, undecided].filter((one) => one !== null);
    const said = remarks.map((one) => say(`explain.limit.${one}`)).join('; ');
    return row(
      wordy,
      core === undefined ? 'limit' : 'core',
      said === '' ? text : `${text} (${said})`,
    );
  });
}

function levelRows(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const low = stepIn(entry, 'reached');
  const high = stepIn(entry, 'reachedHigh');
  const isRateable = stepIn(entry, 'rateable')?.result !== false;
  const worded = (step: ArithmeticStep | undefined) =>
    step ? row(wordy, 'level', reachedWords(step, isRateable, wordy)) : [];
  return [...worded(low), ...possible(worded(high), wordy)];
}

// What a value would be enough for is no level as long as too much is open.
function reachedWords(step: ArithmeticStep, isRateable: boolean, { say, amount }: Wordy): string {
  const level = Number(step.result);
  const value = amount(operand(step, 'value')?.value);
  const bounds = operandsCalled(step, 'from').map((one) => Number(one.value));
  const [from = 0, nextFrom] = [bounds[level], bounds[level + 1]];
  if (isRateable && Number(operand(step, 'value')?.value) < from) {
    return say('explain.level.below-all', { value, from: amount(from) });
  }
  const facts = { value, level, from: amount(from) };
  if (!isRateable) return say('explain.level.would-reach', facts);
  return nextFrom === undefined
    ? say('explain.level.reached', facts)
    : say('explain.level.reached-not-next', {
        ...facts,
        next: level + 1,
        bound: amount(nextFrom),
      });
}

function plusRow(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const beyond = stepIn(entry, 'beyond');
  const far = stepIn(entry, 'farEnough');
  if (stepIn(entry, 'rateable')?.result === false) return [];
  if (Number(beyond?.result ?? 0) <= 0 || stepIn(entry, 'belowTop')?.result !== true) return [];
  const reached = stepIn(entry, 'reached');
  const [from, next] = operandsCalled(reached, 'from').slice(Number(reached?.result));
  // Where the next level begins before there could be one, nobody is waiting for it.
  const stretch = Number(next?.value) - Number(from?.value);
  if (Number(operand(far, 'bound')?.value) >= stretch) return [];
  const above = wordy.amount(beyond?.result);
  const enough = wordy.amount(operand(far, 'bound')?.value);
  const key = far?.result === true ? 'beyond' : 'not-beyond';
  return row(wordy, 'plus', wordy.say(`explain.level.${key}`, { above, enough }));
}

function hurdleChanges(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const { say, amount, telling, quote } = wordy;
  const reached = stepIn(entry, 'reached');
  if (!reached) return [];
  const hurdle = telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const below = (hurdle?.questions ?? [])
    .filter(({ gap }) => gap !== null && gap > 0)
    .filter(({ state }) => state === 'answered');
  const next = operandsCalled(reached, 'from')[Number(reached.result) + 1]?.value;
  const effective = entry.limits.filter((limit) => limit.effective);
  return [
    ...openRow(entry, wordy),
    ...effective.flatMap(({ gate, core }) => {
      if (core !== undefined) {
        const weakest = amount(stepIn(entry, 'weakestCore')?.result);
        const text = say('explain.change.core', {
          question: quote(titleOf(telling, core)),
          weakest,
        });
        return row(wordy, 'core', text);
      }
      const releases = entryOf(wordy, 'gate', gate ?? '')?.releases ?? [];
      const words = advisableOf(releases, wordy).map((release) => releaseWords(release, wordy));
      const none = releases.length > 0 ? 'release-profile' : 'release-together';
      const text = words.length > 0 ? words.join(say('explain.change.or')) : null;
      return row(wordy, 'release', text ?? say(`explain.change.${none}`));
    }),
    ...row(
      wordy,
      'next',
      next == null
        ? say('explain.change.top')
        : say('explain.change.next', { level: Number(reached.result) + 1, from: amount(next) }),
    ),
    ...(next == null ? [] : hurdleRises(entry, wordy)),
    ...openRows(entry, wordy),
    ...below.flatMap(({ id, target, gap }) =>
      row(
        wordy,
        'below',
        say('explain.change.below', {
          question: titleOf(telling, id),
          has: amount(Number(target) - Number(gap)),
          target: amount(target),
        }),
      ),
    ),
  ];
}

// The only thing that helps where there is no level: so many answers at least.
function openRow(entry: ExplainedOf<'hurdle'>, wordy: Wordy): readonly ExplainedRow[] {
  const rateable = stepIn(entry, 'rateable');
  if (rateable?.result !== false) return [];
  const openShare = stepIn(entry, 'openShare');
  const number = (step: ArithmeticStep | undefined, name: string) =>
    Number(operand(step, name)?.value);
  const [open, applicable] = [number(openShare, 'part'), number(openShare, 'whole')];
  const bound = number(rateable, 'bound');
  const places = Array.from({ length: open }, (_, place) => place + 1);
  const enough = places.find((answered) => (open - answered) / applicable <= bound) ?? open;
  const hurdle = wordy.telling.assessment.hurdles.find(({ id }) => id === entry.id);
  const questions = (hurdle?.questions ?? [])
    .filter(({ id }) => wordy.telling.question(id)?.kind !== 'text')
    .filter(({ state }) => state === 'unknown' || state === 'unanswered')
    .map(({ id }) => titleOf(wordy.telling, id));
  const facts = { n: enough, open, questions: questions.join('; ') };
  return row(wordy, 'rateable', wordy.say('explain.change.open', facts));
}

function coverage(
  share: number | null,
  step: ArithmeticStep | undefined,
  wordy: Wordy,
): string | null {
  if (share === null || !step) return null;
  return wordy.say('explain.coverage', {
    answered: wordy.amount(operand(step, 'part')?.value),
    applicable: wordy.amount(operand(step, 'whole')?.value),
    share: wordy.telling.numbers.percent(share),
  });
}

/** A number as its formula; at its possible end, too, where that is another. */
function stepRows(
  entry: Pick<ExplainedOf<'hurdle'>, 'steps'>,
  label: string,
  id: string,
  wordy: Wordy,
): readonly ExplainedRow[] {
  const low = stepIn(entry, id);
  const high = stepIn(entry, `${id}High`);
  const worded = (step: ArithmeticStep | undefined) =>
    step ? row(wordy, label, formula(step, wordy)) : [];
  return [...worded(low), ...possible(worded(high), wordy)];
}

/** The same rows, of the possible end. */
export function possible(rows: readonly ExplainedRow[], { say }: Wordy): readonly ExplainedRow[] {
  return rows.map(({ label, text }) => ({ label: say('explain.row.possible', { label }), text }));
}
