import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { compareOverTime, compareUses } from '../../src/assessment/compare.ts';
import {
  type Comparison,
  ComparisonFormat,
  type StateChange,
} from '../../src/assessment/comparison-format.ts';
import { type Answers, noAnswers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { bare, said } from '../support/bare-questionnaire.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const pilot = { stage: 'pilot' };

function named(answers: Answers, index = 0, questionnaire: Questionnaire = fiveHurdles) {
  const day = `2026-0${index + 1}-15`;
  return { name: `${index}.yaml`, assessment: assess(questionnaire, answers, tool, day) };
}

function compared(...sheets: readonly Answers[]): Comparison {
  return compareOverTime(
    fiveHurdles,
    sheets.map((answers, index) => named(answers, index)),
    tool,
  );
}

function changeOf(from: Answers, to: Answers): StateChange {
  const { change } = compared(from, to);
  if (change === null) throw new Error('There is a change between two.');
  return change;
}

const told = (verdicts: readonly { readonly id: string }[]) => verdicts.map(({ id }) => id);

describe('an answer changes in one way', () => {
  const id = 'goals.target';
  test.each([
    { why: 'another level is higher', from: 1, to: 3, change: 'up' },
    { why: 'another level is lower', from: 3, to: 1, change: 'down' },
    { why: 'somebody found out', from: 'unknown', to: 0, change: 'now-known' },
    { why: 'nobody is sure any more', from: 2, to: 'unknown', change: 'now-unknown' },
  ] as const)('$change where $why', ({ from, to, change }) => {
    const { answers } = changeOf(sheet(pilot, 2, { [id]: from }), sheet(pilot, 2, { [id]: to }));
    expect(answers.map((one) => [one.id, one.change])).toEqual([[id, change]]);
  });

  test('newly due where the profile asks for more, and what led to it is named', () => {
    const { answers } = changeOf(sheet({ stage: 'trying' }, 2), sheet(pilot, 2));
    const due = answers.filter(({ change }) => change === 'newly-due');
    expect(told(due)).toContain('measurement.kpis');
    for (const { because } of due) expect(because).toContain('stage');
  });

  test('not applicable is neither up nor down', () => {
    const without = sheet(pilot, 2, { 'testing.monitoring': 'not-applicable' });
    const ways = (from: Answers, to: Answers) => changeOf(from, to).answers[0]?.change;
    expect(ways(sheet(pilot, 2), without)).toBe('not-applicable');
    expect(ways(without, sheet(pilot, 2))).toBe('applies');
  });

  test('not at all where only the note or the proof beside it is another', () => {
    const from = sheet(pilot, 2);
    const to = {
      ...from,
      answers: {
        ...from.answers,
        'goals.target': { state: 'answered', answer: 2, note: 'counted' },
        'goals.data': { state: 'answered', answer: 2, evidence: 'records' },
      },
    } as Answers;
    const change = changeOf(from, to);
    expect(change.answers).toEqual([]);
    expect(change.notes).toEqual(['goals.target']);
    expect(change.evidence).toEqual({ gained: ['goals.data'], lost: [] });
    expect(change.unchanged).toBe(false);
  });
});

describe('verdicts', () => {
  const buying = { ...pilot, plans: ['purchase'] };

  test('one that is lifted names the answers that lifted it', () => {
    const before = sheet(buying, 2, { 'goals.problem': 1, 'goals.target': 1 });
    const { verdicts } = changeOf(before, sheet(buying, 2));
    const lifted = verdicts.lifted.find(({ id }) => id === 'not-buy');
    expect(lifted?.because).toEqual(['goals.problem', 'goals.target']);
    expect(told(verdicts.added)).not.toContain('not-buy');
  });

  test('an answer that was enough before is no cause, however much it rose', () => {
    const before = sheet(buying, 2, { 'goals.problem': 2, 'goals.target': 1 });
    const { verdicts } = changeOf(before, sheet(buying, 2, { 'goals.problem': 3 }));
    const lifted = verdicts.lifted.find(({ id }) => id === 'not-buy');
    expect(lifted?.because).toEqual(['goals.target']);
  });

  test('a detail that the condition asks for but that keeps the verdict is no cause', () => {
    const before = sheet({ stage: 'pilot' }, 2, { 'testing.cases': 1 });
    const { verdicts } = changeOf(before, sheet({ stage: 'operation' }, 2, { 'testing.cases': 3 }));
    const lifted = verdicts.lifted.find(({ id }) => id === 'not-expand');
    expect(lifted?.because).toEqual(['testing.cases']);
  });

  test('where each alone would bring it, all that did are named, and nothing else', () => {
    const better = { 'measurement.baseline': 1, 'testing.cases': 3, 'involvement.pilot': 2 };
    const worse = { 'measurement.baseline': 0, 'testing.cases': 1, 'involvement.pilot': 3 };
    const { verdicts } = changeOf(sheet(pilot, 2, better), sheet(pilot, 2, worse));
    const added = verdicts.added.find(({ id }) => id === 'not-expand');
    expect(added?.because).toEqual(['measurement.baseline', 'testing.cases']);
  });

  test('a provisional one becomes certain once the answer is known', () => {
    const before = sheet(buying, 2, { 'goals.problem': 'unknown' });
    const { verdicts } = changeOf(before, sheet(buying, 2, { 'goals.problem': 0 }));
    expect(told(verdicts.confirmed)).toContain('not-buy');
    expect(told(verdicts.added)).not.toContain('not-buy');
  });

  test('one that stands both times is neither lifted nor new', () => {
    const same = sheet(buying, 2, { 'goals.problem': 0 });
    const { verdicts } = changeOf(same, sheet(buying, 3, { 'goals.problem': 0 }));
    expect(told(verdicts.standing)).toContain('not-buy');
  });
});

describe('targets', () => {
  test('the target of the company rises with its stage, and the stage is named as the cause', () => {
    const { overall } = changeOf(sheet({ stage: 'trying' }, 2), sheet({ stage: 'operation' }, 2));
    expect(overall?.target[1]).toBeGreaterThan(overall?.target[0] ?? 9);
    expect(overall?.targetBecause).toEqual(['stage']);
  });

  test('a detail that changed and moved nothing is no cause', () => {
    const change = changeOf(
      sheet({ stage: 'trying', sector: 'other' }, 2),
      sheet({ stage: 'operation', sector: 'retail' }, 2),
    );
    expect(told(change.profile)).toEqual(['sector', 'stage']);
    for (const { because } of change.targets) expect(because).not.toContain('sector');
  });
});

describe('levels', () => {
  const low = { 'goals.problem': 0 };
  const hurdleOf = ({ hurdles }: StateChange, id: string) => hurdles.find((one) => one.id === id);

  test('name the answer that brings the old one back, not the detail that moved the target', () => {
    const after = sheet({ stage: 'operation' }, 3);
    const { answers } = sheet({ stage: 'operation' }, 3, low);
    const change = changeOf({ ...sheet({ stage: 'trying' }, 3), answers }, after);
    const { overall } = change;
    expect(overall?.level).toEqual([1, 3]);
    expect(overall?.levelBecause).toEqual(['goals.problem']);
    expect(overall?.targetBecause).toEqual(['stage']);
    expect(hurdleOf(change, 'goals')?.levelBecause).toEqual(['goals.problem']);
    expect(hurdleOf(change, 'tools')?.levelBecause).toBeNull();
  });

  test('name none where only several together bring it back', () => {
    const { overall } = changeOf(sheet(pilot, 2), sheet(pilot, 4));
    expect(overall?.level).toEqual([2, 4]);
    expect(overall?.levelBecause).toEqual([]);
  });

  test('a gate that held before and only now limits is no new gate', () => {
    const gated = { 'goals.problem': 1 };
    const before = sheet(pilot, 1, gated);
    const after = sheet(pilot, 4, gated);
    const gates = (from: Answers, to: Answers) => hurdleOf(changeOf(from, to), 'goals')?.gates;
    const nothing = { gone: [], added: [], released: [], limiting: [] };
    expect(gates(before, after)).toEqual({ ...nothing, limiting: ['no-problem'] });
    expect(gates(after, before)).toEqual({ ...nothing, released: ['no-problem'] });
    expect(gates(sheet(pilot, 4), after)).toEqual({ ...nothing, added: ['no-problem'] });
    expect(gates(after, sheet(pilot, 4))).toEqual({ ...nothing, gone: ['no-problem'] });
  });
});

test('where no question has a target there is none to rise with the answers', () => {
  const small = aQuestionnaire();
  const said = (kinds: string[]): Answers => ({
    ...noAnswers(small),
    profile: { stage: { state: 'answered', answer: 'none' } },
    answers: { 'tests.kinds': { state: 'answered', answer: kinds } },
  });
  const states = [['manual'], ['automatic']].map((kinds, index) =>
    named(said(kinds), index, small),
  );
  const { change } = compareOverTime(small, states, tool);
  const tests = change?.hurdles.find(({ id }) => id === 'tests');
  expect(tests?.direction).toBe('up');
  expect(tests?.target).toEqual([null, null]);
});

describe('steps', () => {
  const decided = (steps: Answers['steps']): Answers => ({ ...sheet(pilot, 2), steps });
  const id = 'goals.target';
  test.each([
    { from: undefined, to: 'open', change: 'new' },
    { from: undefined, to: 'doing', change: 'started' },
    { from: 'open', to: 'doing', change: 'started' },
    { from: 'doing', to: 'done', change: 'done' },
    { from: 'doing', to: 'dropped', change: 'dropped' },
    { from: 'done', to: 'doing', change: 'reopened' },
    { from: 'open', to: undefined, change: 'removed' },
  ] as const)('from $from to $to is told as $change', ({ from, to, change }) => {
    const of = (status: typeof from | typeof to) => decided(status ? { [id]: { status } } : {});
    expect(changeOf(of(from), of(to)).steps.map((step) => step.change)).toEqual([change]);
  });

  test('one is overdue on the day of the later state, not today, and not once it is done', () => {
    const due = (day: string, status: 'doing' | 'done' = 'doing') =>
      changeOf(sheet(pilot, 2), decided({ [id]: { status, due: day } })).overdue;
    expect(due('2026-02-14')).toEqual([id]);
    expect(due('2026-02-15')).toEqual([]);
    expect(due('2026-02-14', 'done')).toEqual([]);
  });
});

describe('what cannot be compared', () => {
  const quick = { ...sheet(pilot, 2), scope: { quick: true } };

  test('a quick check and a full one share the questions due in both, and no level', () => {
    const { change, remarks } = compared(quick, sheet(pilot, 3));
    expect(change?.comparable).toBe('shared');
    expect(change?.overall).toBeNull();
    expect(change?.hurdles).toEqual([]);
    const due = named(quick).assessment.hurdles.flatMap(({ questions }) =>
      questions.filter(({ state }) => state !== 'not-due').map(({ id }) => id),
    );
    expect(change?.answers.map(({ id }) => id)).toEqual(due);
    expect(change?.shared).toBe(due.length);
    expect(remarks).toContainEqual({ kind: 'other-scope', files: [0] });
  });

  test('a verdict about more than was asked both times is no surer or less sure, but not comparable', () => {
    const small = bare(
      { a: { p: { quick: true }, q: {} } },
      {
        verdicts: [
          {
            id: 'wait',
            kind: 'stop',
            text: { en: 'Wait' },
            when: { any: [{ 'a.p': { atMost: 1 } }, { 'a.q': { atMost: 1 } }] },
          },
        ],
      },
    );
    const full = said(small, { 'a.p': 'unknown', 'a.q': 0 });
    const short = { ...full, scope: { quick: true } };
    const states = [named(full, 0, small), named(short, 1, small)];
    expect(states.map(({ assessment }) => assessment.verdicts[0]?.certain)).toEqual([true, false]);
    const { change } = compareOverTime(small, states, tool);
    expect(change?.verdicts).toMatchObject({ doubtful: [], uncomparable: ['wait'] });
  });

  test('two quick checks are compared hurdle by hurdle', () => {
    const better = { ...sheet(pilot, 3), scope: { quick: true } };
    const change = changeOf(quick, better);
    expect(change.comparable).toBe('whole');
    expect(change.hurdles.map(({ direction }) => direction)).toContain('up');
  });

  test('the change is told from the first that compares wholly; what stands before is left out', () => {
    const { change, between, remarks } = compared(quick, sheet(pilot, 1), sheet(pilot, 2));
    expect(change).toMatchObject({ from: 1, to: 2, comparable: 'whole' });
    expect(between.map(({ comparable }) => comparable)).toEqual(['shared', 'whole']);
    expect(remarks).toContainEqual({ kind: 'left-out', files: [0] });
  });

  test('answers to another major version mean something else: nothing is compared', () => {
    const { assessment } = named(sheet(pilot, 0));
    const other: Assessment = {
      ...assessment,
      questionnaire: { ...assessment.questionnaire, answered: '2.0.0' },
    };
    const { change, remarks, states } = compareOverTime(
      fiveHurdles,
      [{ name: 'old', assessment: other }, named(sheet(pilot, 3), 1)],
      tool,
    );
    expect(change).toMatchObject({
      comparable: 'nothing',
      overall: null,
      answers: [],
      hurdles: [],
    });
    expect(change?.verdicts.lifted).toEqual([]);
    expect(states[0]).toMatchObject({ judged: false, inLine: false });
    expect(remarks).toContainEqual({ kind: 'other-major', files: [0] });
  });

  test.each([
    { answered: ['1.0.0', '1.1.0'], change: 'newly-asked' },
    { answered: ['1.0.0', '1.0.0'], change: 'now-known' },
  ] as const)(
    'an answer that was missing is $change where versions $answered were answered',
    ({ answered, change }) => {
      const full = sheet(pilot, 2);
      const { 'goals.data': _missing, ...less } = full.answers;
      const states = [{ ...full, answers: less }, full].map((answers, index) => {
        const { name, assessment } = named(answers, index);
        const questionnaire = { ...assessment.questionnaire, answered: answered[index] ?? '' };
        return { name, assessment: { ...assessment, questionnaire } };
      });
      const told = compareOverTime(fiveHurdles, states, tool).change?.answers;
      expect(told?.map((one) => [one.id, one.change])).toEqual([['goals.data', change]]);
    },
  );

  test('files are taken in the order they are given; days that contradict it are told', () => {
    const [early, late] = [named(sheet(pilot, 1), 0), named(sheet(pilot, 3), 4)];
    const { remarks, change } = compareOverTime(fiveHurdles, [late, early], tool);
    expect(remarks).toEqual([{ kind: 'dates-out-of-order', files: [0, 1] }]);
    expect(change?.overall?.direction).toBe('down');
  });

  test.each([
    { why: 'another company', names: ['A', 'B'], uses: ['x', 'x'], kinds: ['other-name'] },
    { why: 'another use', names: ['A', 'A'], uses: ['x', 'y'], kinds: ['several-uses'] },
    { why: 'a use told once only', names: ['A', 'A'], uses: ['x', undefined], kinds: [] },
    { why: 'nobody named', names: [undefined, undefined], uses: [undefined, undefined], kinds: [] },
  ])('$why: $kinds', ({ names, uses, kinds }) => {
    const sheets = names.map((name, index) => ({
      ...sheet({ ...pilot, use: 'unknown' }, 2),
      subject: { name, use: uses[index] },
    }));
    expect(compared(...sheets).remarks.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('several uses of one company', () => {
  const use = (name: string, level: number, more: Parameters<typeof sheet>[2] = {}): Answers => ({
    ...sheet(pilot, level, more),
    subject: { name: 'A', use: name },
  });
  const uses = (...sheets: readonly Answers[]) =>
    compareUses(
      fiveHurdles,
      sheets.map((answers, index) => named(answers, index)),
      tool,
    );

  test('the lowest counts, hurdle by hurdle and over all, and is named', () => {
    const { uses: told } = uses(use('x', 3), use('y', 2), use('z', 3));
    expect(told?.overall).toEqual({ level: 2, levelHigh: 2, files: [1], complete: true });
    for (const hurdle of told?.hurdles ?? []) expect(hurdle.files).toEqual([1]);
  });

  test('while a use cannot be rated the lowest of the others is only the most it can be', () => {
    const open = { ...sheet(pilot, 'unknown'), subject: { name: 'A', use: 'y' } };
    const { uses: told } = uses(use('x', 3), open);
    expect(told?.overall).toMatchObject({ level: null, levelHigh: 3, complete: false });
  });

  test('but nothing is lower than the lowest', () => {
    const open = { ...sheet(pilot, 'unknown'), subject: { name: 'A', use: 'y' } };
    const { uses: told } = uses(use('x', 0), open);
    expect(told?.overall).toMatchObject({ level: 0, files: [0], complete: false });
  });

  test('answers about the company that differ are told with both values; others may differ', () => {
    const { uses: told } = uses(
      use('x', 2, { 'tools.rules': 3, 'goals.target': 3 }),
      use('y', 2, { 'tools.rules': 1, 'goals.target': 1 }),
      use('z', 2, { 'tools.rules': 3 }),
    );
    expect(told?.differing).toEqual([
      {
        id: 'tools.rules',
        values: [
          { files: [0, 2], said: { answer: 3 } },
          { files: [1], said: { answer: 1 } },
        ],
      },
    ]);
  });

  test('two files about the same use are told', () => {
    expect(uses(use('x', 2), use('x', 3)).remarks).toEqual([{ kind: 'same-use', files: [0, 1] }]);
  });
});

const pairs = (questionnaires: fc.Arbitrary<Questionnaire>) =>
  questionnaires.chain((questionnaire) =>
    fc
      .tuple(randomSheets(questionnaire), randomSheets(questionnaire))
      .map((sheets) => ({ questionnaire, sheets })),
  );

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 60 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 30 },
])('for $of', ({ questionnaires, runs }) => {
  const between = (questionnaire: Questionnaire, from: Answers, to: Answers) =>
    compareOverTime(
      questionnaire,
      [named(from, 0, questionnaire), named(to, 1, questionnaire)],
      tool,
    );

  test('compared with itself nothing changed', () => {
    fc.assert(
      fc.property(pairs(questionnaires), ({ questionnaire, sheets: [one] }) => {
        const { change } = between(questionnaire, one, one);
        expect(change).toMatchObject({ unchanged: true, comparable: 'whole', answers: [] });
      }),
      search(runs),
    );
  });

  test('the other way round what was lifted is new, and what rose fell', () => {
    fc.assert(
      fc.property(pairs(questionnaires), ({ questionnaire, sheets: [one, other] }) => {
        const there = between(questionnaire, one, other).change as StateChange;
        const back = between(questionnaire, other, one).change as StateChange;
        expect(told(back.verdicts.lifted)).toEqual(told(there.verdicts.added));
        expect(told(back.verdicts.added)).toEqual(told(there.verdicts.lifted));
        expect(told(back.verdicts.confirmed)).toEqual(told(there.verdicts.doubtful));
        expect(back.contradictions.resolved).toEqual(there.contradictions.added);
        const ways = (change: StateChange, way: string) =>
          told(change.answers.filter((answer) => answer.change === way));
        for (const [way, turned] of [
          ['up', 'down'],
          ['newly-due', 'no-longer-due'],
          ['applies', 'not-applicable'],
        ] as const) {
          expect(ways(back, way)).toEqual(ways(there, turned));
        }
        const levels = (change: StateChange, way: string) =>
          told(change.hurdles.filter(({ direction }) => direction === way));
        for (const [way, turned] of [
          ['up', 'down'],
          ['higher', 'lower'],
          ['now-rateable', 'no-longer-rateable'],
          ['newly-counts', 'counts-no-longer'],
        ] as const) {
          expect(levels(back, way)).toEqual(levels(there, turned));
        }
        expect(back.evidence.gained).toEqual(there.evidence.lost);
        expect(back.unchanged).toBe(there.unchanged);
      }),
      search(runs),
    );
  });

  test('a comparison fits its format, survives JSON, and comes out the same again', () => {
    fc.assert(
      fc.property(pairs(questionnaires), ({ questionnaire, sheets: [one, other] }) => {
        const states = [one, other, one].map((answers, index) =>
          named(answers, index, questionnaire),
        );
        for (const compare of [compareOverTime, compareUses]) {
          const once = compare(questionnaire, states, tool);
          expect(ComparisonFormat.parse(once)).toStrictEqual(once);
          expect(JSON.parse(JSON.stringify(once))).toStrictEqual(once);
          const again = compare(questionnaire, states, tool);
          expect(JSON.stringify(again)).toBe(JSON.stringify(once));
        }
      }),
      search(runs),
    );
  });

  test('whatever has another target is told with a cause, where the answers are judged alike', () => {
    fc.assert(
      fc.property(pairs(questionnaires), ({ questionnaire, sheets: [one, other] }) => {
        const { change } = between(questionnaire, one, other);
        for (const { id, target, because } of change?.targets ?? []) {
          expect(because, `${id} ${target}`).not.toEqual([]);
        }
      }),
      search(runs),
    );
  });
});
