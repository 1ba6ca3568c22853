import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { explain } from '../../src/assessment/explain.ts';
import {
  type ConditionTold,
  type Explanation,
  ExplanationFormat,
} from '../../src/assessment/explanation-format.ts';
import { judge } from '../../src/assessment/judge.ts';
import { recommend } from '../../src/assessment/recommend.ts';
import { recorded, recordedPlan } from '../../src/assessment/recorded.ts';
import { sheetOf } from '../../src/assessment/sheet.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { crafts } from '../support/five-hurdles-crafts.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { isNear, recompute } from '../support/recompute.ts';
import { root } from '../support/run.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const explained = (questionnaire: Questionnaire, answers: Answers) =>
  explain(questionnaire, answers, assess(questionnaire, answers, tool));

const foreign = new URL('../foreign/', import.meta.url);
const ours = [fiveHurdles, crafts];
const sheets: readonly (readonly [string, Questionnaire, Answers])[] = [
  ...readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(join(root, 'examples', name), 'utf8');
      const { id } = (parse(text) as { questionnaire: { id: string } }).questionnaire;
      const questionnaire = ours.find((one) => one.id === id) as Questionnaire;
      return [name, questionnaire, answersIn(text, questionnaire)] as const;
    }),
  ...readdirSync(foreign)
    .filter((name) => name.endsWith('.sheets.yaml'))
    .flatMap((name) => {
      const questionnaire = foreignQuestionnaire(name.replace('.sheets', ''));
      const file = parse(readFileSync(new URL(name, foreign), 'utf8'), { merge: true }) as {
        sheets: { says: string; profile?: object; answers: object }[];
      };
      return file.sheets.map(({ says, profile = {}, answers }) => {
        const written = {
          format: 'answers/1',
          questionnaire: { id: questionnaire.id, version: questionnaire.version },
          profile,
          answers,
        };
        const given = answersIn(JSON.stringify(written), questionnaire);
        return [`${name}: ${says}`, questionnaire, given] as const;
      });
    }),
];

test('there are examples and foreign sheets to explain', () => {
  expect(sheets.length).toBeGreaterThan(40);
});

test.each(sheets)(
  '%s: every number follows from its explanation alone',
  (_name, questionnaire, answers) => {
    const explanation = explained(questionnaire, answers);
    expect(unexplained(explanation, assess(questionnaire, answers, tool))).toEqual([]);
  },
);

test.each(sheets)(
  '%s: what stands follows from the conditions as told',
  (_name, questionnaire, answers) => {
    const explanation = explained(questionnaire, answers);
    expect(wrongTruths(explanation)).toEqual([]);
    expect(verdictsTold(explanation)).toEqual(
      assess(questionnaire, answers, tool).verdicts.map(({ id, certain }) => ({ id, certain })),
    );
  },
);

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 60 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 15 },
])('for $of', ({ questionnaires, runs }) => {
  test('every number follows from its explanation alone', () => {
    fc.assert(
      fc.property(withSheets(questionnaires), ({ questionnaire, answers }) => {
        const explanation = explained(questionnaire, answers);
        expect(unexplained(explanation, assess(questionnaire, answers, tool))).toEqual([]);
      }),
      search(runs),
    );
  });

  test('an explanation fits its format, survives JSON, and tells the truth of every condition', () => {
    fc.assert(
      fc.property(withSheets(questionnaires), ({ questionnaire, answers }) => {
        const explanation = explained(questionnaire, answers);
        expect(ExplanationFormat.parse(explanation)).toStrictEqual(explanation);
        expect(JSON.parse(JSON.stringify(explanation))).toStrictEqual(explanation);
        expect(wrongTruths(explanation)).toEqual([]);
        expect(verdictsTold(explanation)).toEqual(
          assess(questionnaire, answers, tool).verdicts.map(({ id, certain }) => ({ id, certain })),
        );
      }),
      search(runs),
    );
  });

  test('judging comes to the same whether or not it is recorded', () => {
    fc.assert(
      fc.property(withSheets(questionnaires), ({ questionnaire, answers }) => {
        const engine = engineOf(questionnaire);
        const plain = judge(engine, answers);
        const written = recorded(engine, sheetOf(engine, answers));
        expect(facts(written.judgement)).toEqual(facts(plain));
        expect(recordedPlan(engine, written).plan).toEqual(recommend(engine, plain));
      }),
      search(runs),
    );
  });
});

// Functions are made anew each time.
function facts(judgement: ReturnType<typeof judge>): unknown {
  return JSON.parse(JSON.stringify(judgement));
}

function answersIn(text: string, questionnaire: Questionnaire): Answers {
  const parsed = parseAnswers(text, 'answers', questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

function foreignQuestionnaire(name: string): Questionnaire {
  const parsed = parseQuestionnaire(readFileSync(new URL(name, foreign), 'utf8'), name);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

type Wanted = readonly (readonly [string, unknown])[];

/** Every number of an assessment that its explanation does not give, or gives otherwise. */
function unexplained(explanation: Explanation, assessment: Assessment): readonly string[] {
  const results = recompute(explanation);
  const wrong: string[] = [];
  const compare = (
    where: string,
    told: { value: unknown; from?: string | undefined } | undefined,
    wanted: unknown,
  ) => {
    const given = told?.from === undefined ? undefined : results.get(told.from);
    const isGiven =
      wanted === null ? told?.from === undefined || given === null : isNear(given, wanted);
    if (!told || !isNear(told.value, wanted) || !isGiven) {
      wrong.push(`${where}: ${told?.from} gives ${given}, told ${told?.value}, wanted ${wanted}`);
    }
  };
  const entry = (ref: string) => explanation.entries.find((one) => one.ref === ref);
  const check = (ref: string, wanted: Wanted) => {
    const found = entry(ref);
    for (const [key, value] of wanted) compare(`${ref} ${key}`, found?.result[key], value);
  };
  const pick = (from: object, ...keys: string[]): Wanted =>
    keys.map((key) => [key, (from as Record<string, unknown>)[key]]);

  const { overall, hurdles, recommendations } = assessment;
  check(
    'company',
    pick(
      overall,
      'level',
      'levelHigh',
      'target',
      'plus',
      'above',
      'score',
      'scoreHigh',
      'coverage',
      'due',
      'notApplicable',
      'backed',
    ).filter(
      // Nothing is due: there is nothing to count or to compare.
      ([key]) =>
        !(
          entry('company')?.result.level?.from === undefined &&
          (key === 'plus' || key === 'above')
        ),
    ),
  );
  for (const hurdle of hurdles) {
    const numbers = [
      'level',
      'levelHigh',
      'value',
      'valueHigh',
      'score',
      'scoreHigh',
      'unlimited',
      'target',
      'coverage',
      'due',
      'applicable',
      'answered',
    ];
    const judged = hurdle.value === null ? [] : ['plus'];
    check(`hurdle:${hurdle.id}`, pick(hurdle, ...numbers, ...judged));
    for (const question of hurdle.questions) {
      check(`question:${question.id}`, pick(question, 'counts', 'target', 'gap'));
    }
  }
  for (const { id, priority, gain } of recommendations) {
    const ref = `recommendation:${id}`;
    check(ref, [['priority', priority]]);
    const found = entry(ref);
    const told = found?.kind === 'recommendation' ? found.gain : undefined;
    for (const kind of ['alone', 'cumulative'] as const) {
      for (const end of [0, 1] as const) {
        const where = `${ref} ${kind} ${end}`;
        compare(`${where} level`, told?.[kind].level[end], gain[kind].level[end]);
        compare(`${where} score`, told?.[kind].score[end], gain[kind].score[end]);
        compare(
          `${where} hurdle level`,
          told?.[kind].hurdle.level[end],
          gain[kind].hurdle.level[end],
        );
        compare(
          `${where} hurdle score`,
          told?.[kind].hurdle.score[end],
          gain[kind].hurdle.score[end],
        );
      }
    }
  }
  return wrong;
}

type Truth = ConditionTold['holds'];

// Kleene's three values, worked out from the leaves; what is left out says nothing.
function truthOf(told: ConditionTold): Truth {
  const parts = (told.of ?? []).map(truthOf).filter((truth) => truth !== null);
  if (told.kind === 'compare') return told.holds;
  if (parts.length === 0) return null;
  const has = (truth: Truth) => (parts as readonly Truth[]).includes(truth);
  switch (told.kind) {
    case 'not':
      return has('undecided') ? 'undecided' : has('true') ? 'false' : 'true';
    case 'all':
      return has('false') ? 'false' : has('undecided') ? 'undecided' : 'true';
    case 'any':
      return has('true') ? 'true' : has('undecided') ? 'undecided' : 'false';
    default:
      return told.kind satisfies never;
  }
}

function wrongTruths({ entries }: Explanation): readonly string[] {
  return entries.flatMap((entry) => {
    const conditions = [
      'when' in entry ? entry.when : undefined,
      'liftedWhen' in entry ? entry.liftedWhen : undefined,
    ].filter((one) => one !== undefined);
    return conditions.some((told) => truthOf(told) !== told.holds) ? [entry.ref] : [];
  });
}

function verdictsTold({ entries }: Explanation): readonly { id: string; certain: boolean }[] {
  const verdicts = entries.filter((entry) => entry.kind === 'verdict');
  return verdicts.flatMap(({ id, stands, when, liftedWhen, needs }) => {
    const lifted = liftedWhen ? (truthOf(liftedWhen) ?? 'false') : 'false';
    const all = {
      kind: 'all',
      holds: null,
      of: [when, { kind: 'not', holds: null, of: [{ kind: 'compare', holds: lifted as Truth }] }],
    } as const;
    const holds = truthOf(all as unknown as ConditionTold);
    const hasAll = needs === undefined || Object.values(needs).every(Boolean);
    const told =
      !hasAll || holds === 'false'
        ? 'no'
        : holds === 'true'
          ? 'certain'
          : needs
            ? 'no'
            : 'provisional';
    expect(stands).toBe(told);
    return stands === 'no' ? [] : [{ id, certain: stands === 'certain' }];
  });
}
