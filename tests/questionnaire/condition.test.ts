import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileCondition,
  type Range,
  type Situation,
  type Standing,
} from '../../src/questionnaire/compile-condition.ts';
import {
  type Condition,
  formatAddress,
  type RawCondition,
  toAddress,
  toCondition,
} from '../../src/questionnaire/condition.ts';
import { hasNumber } from '../../src/questionnaire/has-number.ts';
import { and, negation, or, type Truth } from '../../src/questionnaire/truth.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { search } from '../support/search.ts';

const small = aQuestionnaire();

/** What a condition can see: how each question stands by its id (else absent), each result by its address. */
type Seen = {
  readonly standings?: Readonly<Record<string, Standing>>;
  readonly results?: Readonly<Record<string, readonly Range[]>>;
  readonly role?: string;
};

function situation({ standings = {}, results = {}, role }: Seen): Situation {
  const standing = (id: string): Standing => standings[id] ?? { state: 'absent' };
  return {
    profile: small.profile.map(({ id }) => standing(id)),
    questions: small.questions.map(({ question }) => standing(question.id)),
    ranges: (name, of) => results[of === null ? name : `${name}.${of}`] ?? [],
    role: role ?? null,
  };
}

function truthIn(condition: Condition, seen: Seen): Truth {
  return compileCondition(condition, small)(situation(seen));
}

/** Whether a condition holds, as it is written in a file. */
function holds(raw: RawCondition, seen: Seen): Truth {
  return truthIn(toCondition(raw), seen);
}

const said = (value: number | readonly number[] | string): Standing => ({
  state: 'answered',
  value,
});
const unknown: Standing = { state: 'unknown' };
const unanswered: Standing = { state: 'unanswered' };
const absent: Standing = { state: 'absent' };

describe('truth has three values (Kleene 1952)', () => {
  test.each([
    { a: 'true', b: 'true', all: 'true', any: 'true' },
    { a: 'true', b: 'undecided', all: 'undecided', any: 'true' },
    { a: 'true', b: 'false', all: 'false', any: 'true' },
    { a: 'undecided', b: 'undecided', all: 'undecided', any: 'undecided' },
    { a: 'undecided', b: 'false', all: 'false', any: 'undecided' },
    { a: 'false', b: 'false', all: 'false', any: 'false' },
  ] as const)('of $a and $b, all are $all and any is $any', ({ a, b, all, any }) => {
    expect([and(a, b), and(b, a)]).toEqual([all, all]);
    expect([or(a, b), or(b, a)]).toEqual([any, any]);
  });

  test.each([
    { truth: 'true', not: 'false' },
    { truth: 'undecided', not: 'undecided' },
    { truth: 'false', not: 'true' },
  ] as const)('not $truth is $not', ({ truth, not }) => {
    expect(negation(truth)).toBe(not);
  });

  test('of nothing all hold and none does', () => {
    expect(truthIn({ kind: 'all', of: [] }, {})).toBe('true');
    expect(truthIn({ kind: 'any', of: [] }, {})).toBe('false');
  });
});

describe('an answer decides every comparison', () => {
  const standings = {
    stage: said(1), // pilot
    sector: said(0), // crafts
    plans: said([0, 1]), // purchase, expansion
    staff: said(12),
    goal: said('20 % weniger Anfragen'),
    'goals.problem': said(1),
    'goals.way': said(1), // built
  } satisfies Record<string, Standing>;

  test.each<{ when: RawCondition; truth: Truth }>([
    { when: { sector: 'crafts' }, truth: 'true' },
    { when: { sector: 'retail' }, truth: 'false' },
    { when: { sector: { is: 'crafts' } }, truth: 'true' },
    { when: { sector: { isNot: 'crafts' } }, truth: 'false' },
    { when: { sector: { isNot: 'retail' } }, truth: 'true' },
    { when: { sector: ['retail', 'crafts'] }, truth: 'true' },
    { when: { sector: { in: ['retail'] } }, truth: 'false' },
    { when: { stage: { atLeast: 'pilot' } }, truth: 'true' },
    { when: { stage: { above: 'pilot' } }, truth: 'false' },
    { when: { stage: { atMost: 'none' } }, truth: 'false' },
    { when: { stage: { below: 'running' } }, truth: 'true' },
    { when: { plans: { includes: 'expansion' } }, truth: 'true' },
    { when: { plans: { includes: 'nothing' } }, truth: 'false' },
    { when: { staff: 12 }, truth: 'true' },
    { when: { staff: { isNot: 12 } }, truth: 'false' },
    { when: { staff: [10, 11] }, truth: 'false' },
    { when: { staff: { above: 12 } }, truth: 'false' },
    { when: { staff: { atLeast: 12, below: 13 } }, truth: 'true' },
    { when: { staff: { atLeast: 12, below: 12 } }, truth: 'false' },
    { when: { goal: { hasNumber: true } }, truth: 'true' },
    { when: { goal: { hasNumber: false } }, truth: 'false' },
    { when: { goal: { answered: true } }, truth: 'true' },
    { when: { goal: { unknown: true } }, truth: 'false' },
    { when: { 'goals.problem': 1 }, truth: 'true' },
    { when: { 'goals.problem': { atLeast: 2 } }, truth: 'false' },
    { when: { 'goals.problem': { atMost: 1 } }, truth: 'true' },
    { when: { 'goals.problem': { in: [0, 2] } }, truth: 'false' },
    { when: { 'goals.way': 'built' }, truth: 'true' },
  ])('$when is $truth', ({ when, truth }) => {
    expect(holds(when, { standings })).toBe(truth);
  });
});

describe('what nobody knows leaves a comparison undecided', () => {
  const comparisons: readonly RawCondition[] = [
    { sector: 'crafts' },
    { sector: { isNot: 'crafts' } },
    { sector: ['crafts'] },
    { stage: { atLeast: 'pilot' } },
    { stage: { below: 'running' } },
    { plans: { includes: 'purchase' } },
    { staff: { atMost: 10 } },
    { goal: { hasNumber: true } },
    { 'goals.problem': { atLeast: 1 } },
    { 'goals.problem': 2 },
    { 'goals.way': 'built' },
    { 'tests.kinds': { includes: 'manual' } },
    { 'goals.words': { hasNumber: false } },
  ];
  const all = (standing: Standing) => ({
    standings: Object.fromEntries(
      [...small.profile.map(({ id }) => id), ...small.questions.map((one) => one.question.id)].map(
        (id) => [id, standing],
      ),
    ),
  });

  test.each(comparisons)('%o', (when) => {
    expect(holds(when, all(unknown))).toBe('undecided');
    expect(holds(when, all(unanswered))).toBe('undecided');
    expect(holds({ not: when }, all(unknown))).toBe('undecided');
  });

  test.each(comparisons)('but is false of what is not due or does not apply: %o', (when) => {
    expect(holds(when, all(absent))).toBe('false');
  });

  test.each<{ why: string; when: RawCondition; truth: Truth }>([
    {
      why: 'every level is at least the lowest',
      when: { 'goals.problem': { atLeast: 0 } },
      truth: 'true',
    },
    {
      why: 'every level is at most the highest',
      when: { 'goals.problem': { atMost: 2 } },
      truth: 'true',
    },
    {
      why: 'no level is above the highest',
      when: { 'goals.problem': { above: 2 } },
      truth: 'false',
    },
    {
      why: 'no level is below the lowest',
      when: { 'goals.problem': { below: 0 } },
      truth: 'false',
    },
    { why: 'every option is one of all', when: { sector: ['crafts', 'retail'] }, truth: 'true' },
    { why: 'no stage is before the first', when: { stage: { below: 'none' } }, truth: 'false' },
    { why: 'a number could be any', when: { staff: { atLeast: 0 } }, truth: 'undecided' },
  ])('unless it holds for every or no value it could have: $why', ({ when, truth }) => {
    expect(holds(when, all(unknown))).toBe(truth);
    expect(holds(when, all(unanswered))).toBe(truth);
  });
});

test.each<{ standing: Standing; answered: Truth; notAnswered: Truth; isUnknown: Truth }>([
  { standing: said(1), answered: 'true', notAnswered: 'false', isUnknown: 'false' },
  { standing: unknown, answered: 'false', notAnswered: 'true', isUnknown: 'true' },
  { standing: unanswered, answered: 'false', notAnswered: 'true', isUnknown: 'false' },
  { standing: absent, answered: 'false', notAnswered: 'false', isUnknown: 'false' },
])(
  'whether something was said is always decided: $standing.state',
  ({ standing, answered, notAnswered, isUnknown }) => {
    const standings = { 'goals.problem': standing };
    expect(holds({ 'goals.problem': { answered: true } }, { standings })).toBe(answered);
    expect(holds({ 'goals.problem': { answered: false } }, { standings })).toBe(notAnswered);
    expect(holds({ 'goals.problem': { unknown: true } }, { standings })).toBe(isUnknown);
  },
);

describe('a result is compared within what is possible', () => {
  const between = (low: number, high: number) => ({ results: { level: [{ low, high }] } });

  test.each<{ when: RawCondition; range: [number, number]; truth: Truth }>([
    { when: { $level: { atLeast: 2 } }, range: [2, 4], truth: 'true' },
    { when: { $level: { atLeast: 2 } }, range: [1, 2], truth: 'undecided' },
    { when: { $level: { atLeast: 2 } }, range: [0, 1], truth: 'false' },
    { when: { $level: { above: 2 } }, range: [2, 4], truth: 'undecided' },
    { when: { $level: { above: 2 } }, range: [1, 2], truth: 'false' },
    { when: { $level: { atMost: 2 } }, range: [1, 2], truth: 'true' },
    { when: { $level: { atMost: 2 } }, range: [2, 3], truth: 'undecided' },
    { when: { $level: { atMost: 2 } }, range: [3, 4], truth: 'false' },
    { when: { $level: { below: 2 } }, range: [0, 1], truth: 'true' },
    { when: { $level: { below: 2 } }, range: [1, 2], truth: 'undecided' },
    { when: { $level: { below: 2 } }, range: [2, 2], truth: 'false' },
    { when: { $level: { in: [0, 1, 2] } }, range: [1, 2], truth: 'true' },
    { when: { $level: { in: [0, 2] } }, range: [0, 2], truth: 'undecided' },
    { when: { $level: 2 }, range: [2, 2], truth: 'true' },
    { when: { $level: 2 }, range: [1, 3], truth: 'undecided' },
    { when: { $level: 2 }, range: [3, 4], truth: 'false' },
    { when: { $level: { isNot: 2 } }, range: [2, 2], truth: 'false' },
    { when: { $level: { isNot: 2 } }, range: [1, 2], truth: 'undecided' },
    { when: { $level: { isNot: 2 } }, range: [3, 4], truth: 'true' },
    { when: { $level: [0, 4] }, range: [1, 3], truth: 'false' },
    { when: { $level: [0, 3] }, range: [1, 3], truth: 'undecided' },
  ])('$when within $range is $truth', ({ when, range: [low, high], truth }) => {
    expect(holds(when, between(low, high))).toBe(truth);
  });

  test('any means one of them', () => {
    const results = {
      'level.any': [
        { low: 0, high: 1 },
        { low: 2, high: 2 },
      ],
    };
    expect(holds({ '$level.any': { atLeast: 2 } }, { results })).toBe('true');
    expect(holds({ '$level.any': { below: 1 } }, { results })).toBe('undecided');
    expect(holds({ '$level.any': { above: 2 } }, { results })).toBe('false');
  });

  test('each of two comparisons with any hurdle may be met by another one', () => {
    const results = {
      'level.any': [
        { low: 0, high: 0 },
        { low: 3, high: 3 },
      ],
    };
    expect(holds({ '$level.any': { atLeast: 1, atMost: 2 } }, { results })).toBe('true');
    expect(holds({ '$level.any': { atLeast: 1, atMost: -1 } }, { results })).toBe('false');
  });

  test('a result that is not there makes every comparison false', () => {
    expect(holds({ $level: { atLeast: 0 } }, {})).toBe('false');
  });

  test('a role is one of the questionnaire, or none', () => {
    expect(holds({ $role: 'boss' }, { role: 'boss' })).toBe('true');
    expect(holds({ $role: ['boss', 'team'] }, { role: 'team' })).toBe('true');
    expect(holds({ $role: { isNot: 'boss' } }, { role: 'boss' })).toBe('false');
    expect(holds({ $role: { isNot: 'boss' } }, {})).toBe('false');
  });
});

test('a map holds when all its entries hold, and entries mix with any, all and not', () => {
  const when = {
    stage: { atLeast: 'pilot' },
    any: [{ sector: 'crafts' }, { 'goals.problem': 2 }],
    not: { plans: { includes: 'nothing' } },
  };
  const standings = { stage: said(2), sector: said(1), 'goals.problem': said(2), plans: said([0]) };
  expect(holds(when, { standings })).toBe('true');
  expect(holds(when, { standings: { ...standings, stage: said(0) } })).toBe('false');
  expect(holds(when, { standings: { ...standings, plans: said([2]) } })).toBe('false');
  expect(holds(when, { standings: { ...standings, 'goals.problem': unknown } })).toBe('undecided');
});

test.each(['stage', 'goals.problem', '$level', '$level.goals', '$unknown.any', '$role'])(
  'an address is written as it was read: %s',
  (address) => {
    expect(formatAddress(toAddress(address))).toBe(address);
  },
);

describe('for all conditions and situations', () => {
  // What could be said to each question, as the engine sees it.
  const values: Readonly<Record<string, readonly (number | readonly number[] | string)[]>> = {
    stage: [0, 1, 2],
    sector: [0, 1],
    plans: [[], [0], [1], [0, 1], [2]],
    staff: [0, 9, 10, 250],
    goal: ['mehr Umsatz', 'ein Drittel weniger'],
    'goals.problem': [0, 1, 2],
    'goals.way': [0, 1],
  };
  const ids = Object.keys(values);
  const possible = (id: string) => fc.constantFrom(...(values[id] ?? []));

  // Not `answered` and `unknown`: these ask about the file, and what it says may change.
  const comparison: fc.Arbitrary<RawCondition> = fc.oneof(
    fc.constantFrom<RawCondition>(
      { sector: 'crafts' },
      { sector: { isNot: 'crafts' } },
      { sector: ['crafts', 'retail'] },
      { plans: { includes: 'purchase' } },
      { plans: { includes: 'nothing' } },
      { goal: { hasNumber: true } },
      { goal: { hasNumber: false } },
      { 'goals.way': { isNot: 'built' } },
    ),
    fc
      .tuple(
        fc.constantFrom('is', 'isNot', 'atLeast', 'atMost', 'above', 'below'),
        fc.oneof(
          fc.tuple(
            fc.constant('stage'),
            fc.constantFrom<string | number>('none', 'pilot', 'running'),
          ),
          fc.tuple(fc.constant('staff'), fc.constantFrom<string | number>(0, 9, 10)),
          fc.tuple(fc.constantFrom('goals.problem', '$level', '$score.any'), fc.nat(2)),
        ),
      )
      .map(([operator, [address, value]]) => ({ [address]: { [operator]: value } })),
  );
  const { condition } = fc.letrec<{ condition: RawCondition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      tie('condition').map((not) => ({ not })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    ),
  }));

  const range = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b),
  }));
  const seen = fc
    .tuple(
      fc.tuple(
        ...ids.map((id) =>
          fc.oneof(possible(id).map(said), fc.constantFrom<Standing>(unknown, unanswered, absent)),
        ),
      ),
      range,
      fc.array(range, { maxLength: 3 }),
    )
    .map(([standings, level, scores]) => ({
      standings: Object.fromEntries(ids.map((id, index) => [id, standings[index] as Standing])),
      results: { level: [level], 'score.any': scores },
    }));

  test('not not is nothing', () => {
    fc.assert(
      fc.property(condition, seen, (raw, situation) => {
        expect(holds({ not: { not: raw } }, situation)).toBe(holds(raw, situation));
      }),
    );
  });

  test('not all is any not, and not any is all not (De Morgan)', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), seen, (parts, situation) => {
        const nots = parts.map((not) => ({ not }));
        expect(holds({ not: { all: parts } }, situation)).toBe(holds({ any: nots }, situation));
        expect(holds({ not: { any: parts } }, situation)).toBe(holds({ all: nots }, situation));
      }),
    );
  });

  test('knowing more never turns what is decided', () => {
    const known = fc.tuple(...ids.map((id) => fc.option(possible(id), { nil: undefined })));
    const decided = { wasDecided: 0, becameDecided: 0 };
    fc.assert(
      fc.property(condition, seen, known, fc.nat(), (raw, before, news, share) => {
        const isOpen = (id: string) => /^un/.test(before.standings[id]?.state ?? '');
        const narrower = ({ low, high }: Range) => {
          const at = low + (share % (high - low + 1));
          return { low: at, high: at };
        };
        const after = {
          standings: Object.fromEntries(
            ids.map((id, index) => {
              const value = news[index];
              const standing = before.standings[id] ?? absent;
              return [id, isOpen(id) && value !== undefined ? said(value) : standing];
            }),
          ),
          results: {
            level: before.results.level.map(narrower),
            'score.any': before.results['score.any'].map(narrower),
          },
        };
        const truth = holds(raw, before);
        if (truth === 'undecided') {
          if (holds(raw, after) !== 'undecided') decided.becameDecided += 1;
          return;
        }
        decided.wasDecided += 1;
        expect(holds(raw, after)).toBe(truth);
      }),
      search(2000),
    );
    // Both happen, or nothing was looked at.
    expect(decided.wasDecided).toBeGreaterThan(100);
    expect(decided.becameDecided).toBeGreaterThan(100);
  });
});

describe('a goal has a number, in digits or in words', () => {
  test.each([
    '20 % weniger Anfragen',
    'Anfragen halbieren',
    'ein Drittel der Belege',
    'keine Rückfragen mehr',
    'bis zur Hälfte',
    'doppelt so schnell',
    'Zwölf Stunden im Monat',
    'höchstens ein Dutzend Fehler',
    'Kein Kunde wartet',
    'half of the requests',
    'cut calls by a third',
    'none of them late',
    'Twice as fast',
    'answers within 2h',
    '٣ أيام',
    'Hälfte'.normalize('NFD'),
  ])('%s', (goal) => {
    expect(hasNumber(goal)).toBe(true);
  });

  test.each([
    'mehr Umsatz',
    'einfacher arbeiten',
    'schneller antworten',
    'eine bessere Übersicht',
    'allein weiterkommen',
    'Achtung vor den Kunden',
    'more revenue',
    'easier work',
    'someone answers',
    'attention to detail',
    'a knowledge base',
    '',
    '…',
  ])('not in: %s', (goal) => {
    expect(hasNumber(goal)).toBe(false);
  });
});
