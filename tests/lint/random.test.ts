import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, engineOf } from '../../src/assessment/engine.ts';
import { type Judgement, judge } from '../../src/assessment/judge.ts';
import { recommend } from '../../src/assessment/recommend.ts';
import { lintQuestionnaire } from '../../src/lint/lint-questionnaire.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { compileCondition, type Test } from '../../src/questionnaire/compile-condition.ts';
import {
  comparisonsOf,
  type RawCondition,
  toCondition,
} from '../../src/questionnaire/condition.ts';
import { ConditionFormat } from '../../src/questionnaire/condition-format.ts';
import { questionnaireIn } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { type Gate, QuestionnaireFormat } from '../../src/questionnaire/questionnaire-format.ts';
import type { Path, Problem, ProblemCode } from '../../src/shared/problem.ts';
import { readYaml, type YamlFile } from '../../src/shared/read-yaml.ts';
import { findByType } from '../../src/shared/walk-schema.ts';
import {
  anything,
  type Data,
  type Flavour,
  monotone,
  randomData,
} from '../support/random-questionnaires.ts';
import { possibleAnswers, randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

// What is found is held against many answers: a finding is a claim about all of them.

/** A questionnaire, what was found in it, and how it judges some random sheets. */
type Tried = {
  readonly file: YamlFile;
  readonly questionnaire: Questionnaire;
  readonly engine: Engine;
  readonly found: readonly Problem[];
  readonly sheets: readonly Answers[];
  readonly judged: readonly Judgement[];
};

const sheetsEach = 12;
const anyGates: Flavour = { whens: 'profile', asks: 'any', policy: 'any' };

describe('of random questionnaires', () => {
  test('a condition that is said never to hold is true for no answers', () => {
    const claims = trying(anything, 50, (tried) => {
      const { file, questionnaire, judged } = tried;
      return conditionsIn(file).flatMap(({ raw, path }) => {
        const condition = toCondition(raw);
        const whole = compileCondition(condition, questionnaire);
        const parts = comparisonsOf(condition).filter((part) => {
          const claim = claimAt('never-holds', [...path, ...part.path], tried);
          return claim !== undefined && claim.facts.address !== null;
        });
        const tests: readonly Test[] = [
          ...(claimAt('never-holds', path, tried) ? [whole] : []),
          ...parts.map((part) => compileCondition(part, questionnaire)),
        ];
        for (const holds of tests) {
          for (const { situation } of judged)
            expect([whole(situation), holds(situation)]).not.toEqual(['true', 'true']);
        }
        return tests;
      });
    });
    expect(claims).toBeGreaterThan(10);
  });

  test('a limit that is said to lower nothing lowers nothing where its gate holds', () => {
    const claims = trying(anything, 50, (tried) =>
      tried.engine.gates.flatMap(({ gate }, index) =>
        gate.limits.filter((limit, place) => {
          const path = ['gates', index, 'limits', place, 'atMost'];
          if (!claimAt('idle-limit', path, tried) || isOneOfSeveral(limit, gate)) return false;
          for (const { counted, hurdles } of tried.judged) {
            if (counted.gates[index] !== 'true') continue;
            const lowers =
              'question' in limit
                ? counted.lowering
                    .get(tried.engine.positions.get(limit.question) ?? -1)
                    ?.includes(index)
                : hurdles[
                    tried.engine.hurdles.findIndex(({ id }) => id === limit.hurdle)
                  ]?.limits.some(
                    (one) => one.gate === index && one.atMost === limit.atMost && one.effective,
                  );
            expect(lowers).toBeFalsy();
          }
          return true;
        }),
      ),
    );
    expect(claims).toBeGreaterThan(10);
  });

  test('a recommendation that is said never to appear is in no plan', () => {
    const claims = trying(anything, 30, ({ engine, found, judged }) => {
      const idle = found.flatMap(({ code, facts }) =>
        code === 'idle-recommendation' ? [engine.positions.get(facts.id)] : [],
      );
      for (const judgement of judged) {
        const steps = recommend(engine, judgement).steps.map(({ question }) => question);
        for (const position of idle) expect(steps).not.toContain(position);
      }
      return idle;
    });
    expect(claims).toBeGreaterThan(10);
  });

  test('a level that is said to be out of reach is reached by no hurdle', () => {
    const claims = trying(anything, 60, (tried) =>
      Object.entries(tried.questionnaire.scales).flatMap(([name, levels]) =>
        levels.filter((_level, level) => {
          if (!claimAt('level-unreachable', ['scales', name, level, 'from'], tried)) return false;
          tried.questionnaire.hurdles.forEach(({ scale }, hurdle) => {
            for (const { hurdles } of tried.judged)
              if (scale === name) expect(hurdles[hurdle]?.level?.high ?? -1).toBeLessThan(level);
          });
          return true;
        }),
      ),
    );
    expect(claims).toBeGreaterThan(5);
  });

  test.each([
    { kind: 'of any kind', flavour: anything, runs: 60, least: 1 },
    { kind: 'with gates for any answers', flavour: anyGates, runs: 60, least: 10 },
    { kind: 'made to be monotone', flavour: monotone, runs: 40, least: 10 },
  ])(
    'where nothing is noted, a better answer lowers no hurdle ($kind)',
    ({ flavour, runs, least }) => {
      const quiet = trying(flavour, runs, ({ questionnaire, engine, found, sheets, judged }) => {
        if (found.some(({ code }) => code === 'not-monotone' || code === 'unanswerable')) return [];
        sheets.slice(0, 4).forEach((answers, index) => {
          for (const better of improved(answers, questionnaire))
            expect(lowered(judged[index] as Judgement, judge(engine, better))).toEqual([]);
        });
        return [questionnaire];
      });
      expect(quiet).toBeGreaterThanOrEqual(least);
    },
  );
});

/** Tries a property on random questionnaires, and counts the claims that it looked at. */
function trying(
  flavour: Flavour,
  runs: number,
  holds: (tried: Tried) => readonly unknown[],
): number {
  let claims = 0;
  fc.assert(
    fc.property(randomData(flavour), fc.nat(), (data, seed) => {
      claims += holds(tryOut(data, seed)).length;
    }),
    search(runs),
  );
  return claims;
}

function tryOut(data: Data, seed: number): Tried {
  const read = readYaml(JSON.stringify(data, null, 1), 'random.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  const parsed = questionnaireIn(read.file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  const engine = engineOf(parsed.value);
  const sheets = fc
    .sample(randomSheets(parsed.value), { numRuns: sheetsEach, seed })
    .map((answers) => withRequired(answers, parsed.value));
  return {
    file: read.file,
    questionnaire: parsed.value,
    engine,
    found: lintQuestionnaire(read.file),
    sheets,
    judged: sheets.map((answers) => judge(engine, answers)),
  };
}

// Without what is required nothing is judged.
function withRequired(answers: Answers, { profile }: Questionnaire): Answers {
  const required = profile.flatMap((question) =>
    question.required && question.kind === 'choice' && !answers.profile[question.id]
      ? [[question.id, { state: 'answered', answer: question.options[0]?.id ?? '' }] as const]
      : [],
  );
  return { ...answers, profile: { ...answers.profile, ...Object.fromEntries(required) } };
}

function conditionsIn(file: YamlFile) {
  return findByType(QuestionnaireFormat, file.data, { condition: ConditionFormat }).map(
    ({ value, path }) => ({ raw: value as RawCondition, path }),
  );
}

function claimAt<Code extends ProblemCode>(code: Code, path: Path, { file, found }: Tried) {
  const { line, column } = path.at(-1) === 'atMost' ? file.at(path) : file.keyAt(path);
  return found.find(
    (one): one is Extract<Problem, { code: Code }> =>
      one.code === code &&
      one.at.line === line &&
      (one.at.column === column || one.at.column === file.at(path).column),
  );
}

// Nobody sees which of two limits on one question lowers it.
function isOneOfSeveral(limit: Gate['limits'][number], { limits }: Gate): boolean {
  return (
    'question' in limit &&
    limits.filter((other) => 'question' in other && other.question === limit.question).length > 1
  );
}

function improved(answers: Answers, { questions }: Questionnaire): readonly Answers[] {
  return questions.flatMap(({ question }) => {
    const now = answers.answers[question.id];
    if (now?.state !== 'answered') return [];
    const possible = possibleAnswers(question);
    const worth = possible.find(
      ({ answer }) =>
        answer.state === 'answered' && JSON.stringify(answer.answer) === JSON.stringify(now.answer),
    )?.points;
    return possible
      .filter(({ points }) => worth !== undefined && points > worth)
      .map(({ answer }) => ({
        ...answers,
        answers: { ...answers.answers, [question.id]: answer },
      }));
  });
}

function lowered(before: Judgement, after: Judgement): readonly unknown[] {
  return before.hurdles.flatMap(({ value }, index) => {
    const then = after.hurdles[index]?.value ?? null;
    if (value === null || then === null) return value === then ? [] : [{ value, then }];
    const isLower = then.low < value.low - noise || then.high < value.high - noise;
    return isLower ? [{ value, then }] : [];
  });
}

// What sums of fractions leave behind.
const noise = 1e-9;
