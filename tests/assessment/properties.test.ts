import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess, assessWith } from '../../src/assessment/assess.ts';
import { type Assessment, AssessmentFormat } from '../../src/assessment/assessment-format.ts';
import { type Engine, engineOf } from '../../src/assessment/engine.ts';
import { withProfile, withStanding } from '../../src/assessment/hypothesis.ts';
import { type Judgement, judge, judgeSheet } from '../../src/assessment/judge.ts';
import { sheetOf } from '../../src/assessment/sheet.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Standing } from '../../src/questionnaire/compile-condition.ts';
import { comparisonsOf } from '../../src/questionnaire/condition.ts';
import { notApplicableRefusal } from '../../src/questionnaire/not-applicable.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import type { Question } from '../../src/questionnaire/question-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { fiveHurdles, fiveHurdlesText } from '../support/five-hurdles.ts';
import {
  anything,
  type Data,
  type Flavour,
  monotone,
  randomData,
  randomQuestionnaires,
  read,
} from '../support/random-questionnaires.ts';
import {
  type Possible,
  possibleAnswers,
  randomSheets,
  withSheets,
} from '../support/random-sheets.ts';
import { search } from '../support/search.ts';
import { withAnswer } from '../support/with-answer.ts';

// What section 5 of the design promises of all questionnaires and all answers. What "better" and "at its target" mean
// is worked out here from the questionnaire's file (possibleAnswers), not asked of the code under test.

const tool = { name: 'five-hurdles', version: '0.0.0' };
const ours = fc.constant(fiveHurdles);
const byProfile: Flavour = { whens: 'profile', asks: 'any', policy: 'any' };
const everyRange: Flavour = { whens: 'earlier', asks: 'any', policy: 'range' };

// All but what finds out results when asked for them.
function judged({ situation, before, stand, ...rest }: Judgement) {
  const { notDue, targets } = stand;
  return { ...rest, notDue, due: stand.situation.questions, own: targets };
}

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 80 },
  { of: 'our own questionnaire', questionnaires: ours, runs: 50 },
])('for $of', ({ questionnaires, runs }) => {
  const sheets = withSheets(questionnaires);

  test('an assessment fits its format, survives JSON, and holds no number that is none', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const assessment = assess(questionnaire, answers, tool);
        expect(strangersIn(assessment)).toEqual([]);
        // Equal: the format knows every key there is.
        expect(AssessmentFormat.parse(assessment)).toStrictEqual(assessment);
        expect(JSON.parse(JSON.stringify(assessment))).toStrictEqual(assessment);
      }),
      search(runs),
    );
  });

  test('judged beside other answers, a sheet comes out as judged afresh', () => {
    const two = sheets.chain(({ questionnaire, answers }) =>
      randomSheets(questionnaire, { scoped: false }).map((other) => ({
        questionnaire,
        one: answers,
        other,
      })),
    );
    fc.assert(
      fc.property(two, fc.nat(), ({ questionnaire, one, other }, which) => {
        const engine = engineOf(questionnaire);
        const near = judge(engine, one);
        const [before, after] = [near.stand.sheet, sheetOf(engine, other)];
        const position = which % before.questions.length;
        const index = which % before.profile.length;
        const moved = {
          answer: withStanding(before, position, after.questions[position] as Standing),
          profile: withProfile(before, index, after.profile[index] as Standing),
          everything: { ...before, profile: after.profile, questions: after.questions },
        };
        for (const sheet of Object.values(moved)) {
          const afresh = judgeSheet(engine, sheet);
          expect(judged(judgeSheet(engine, sheet, { near }))).toEqual(judged(afresh));
        }
      }),
      search(runs),
    );
  });

  test('the same answers give the same bytes, and the order they were given in is no matter', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const once = assess(questionnaire, answers, tool);
        expect(JSON.stringify(assess(questionnaire, answers, tool))).toBe(JSON.stringify(once));
        const turned = {
          ...answers,
          profile: reversed(answers.profile),
          answers: reversed(answers.answers),
        };
        const again = assess(questionnaire, turned, tool);
        const result = ({ profile, answers: said, ...rest }: Assessment) => JSON.stringify(rest);
        expect(result(again)).toBe(result(once));
      }),
      search(runs),
    );
  });

  test('what is certain is never above what is possible, and an index lies between 0 and 100', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { overall, hurdles } = assess(questionnaire, answers, tool);
        for (const result of [overall, ...hurdles]) {
          notAbove(result.level, result.levelHigh);
          notAbove(result.score, result.scoreHigh);
          notAbove(0, result.score);
          notAbove(result.scoreHigh, 100);
        }
        for (const hurdle of hurdles) {
          notAbove(hurdle.value, hurdle.valueHigh);
          expect([hurdle.value, hurdle.valueHigh].filter((end) => end === null).length % 2).toBe(0);
        }
      }),
      search(runs),
    );
  });

  test('the company is never further than its weakest rateable hurdle, nor rated while one cannot be', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { overall, hurdles, scope } = assess(questionnaire, answers, tool);
        for (const { level } of hurdles) notAbove(overall.level, level);
        if (scope.quick || scope.role !== null) expect(overall.level).toBeNull();
        const unrated = hurdles.some(({ reason }) => reason === 'not-rateable');
        if (unrated) expect([null, overall.levelHigh]).toContain(overall.level);
        expect(overall.level === null).toBe(overall.reason !== null);
      }),
      search(runs),
    );
  });

  test('a gate never raises anything', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const engine = engineOf(questionnaire);
        const gated = assessWith(engine, answers, tool);
        const free = assessWith(withoutLimits(engine), answers, tool);
        nothingLower(free, gated);
      }),
      search(runs),
    );
  });

  test('nothing is recommended that is at its target, unless a verdict needs it; all else below is', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const assessment = assess(questionnaire, answers, tool);
        const questions = byId(assessment);
        for (const { id, kind, placed } of assessment.recommendations) {
          const { state, gap, target } = questions.get(id) as Assessed;
          if (kind === 'find-out') {
            expect(['unknown', 'unanswered']).toContain(state);
            expect(placed).not.toBeNull();
          } else if (!placed?.startsWith('verdict:')) {
            expect(state).toBe('answered');
            // Without a target of its own a prerequisite is measured at the method's.
            if (target !== null || placed === null) expect(gap).toBeGreaterThan(0);
          }
        }
        const told = [...assessment.recommendations, ...assessment.deferred].map(({ id }) => id);
        expect(new Set(told).size).toBe(told.length);
        for (const { question } of questionnaire.questions) {
          const { state, gap } = questions.get(question.id) as Assessed;
          const advised = question.kind !== 'text' && question.recommendation;
          if (advised && state === 'answered' && (gap ?? 0) > 0)
            expect(told).toContain(question.id);
        }
      }),
      search(runs),
    );
  });

  test('what a step needs stands before it in the plan, or waits with a reason', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const assessment = assess(questionnaire, answers, tool);
        const plan = assessment.recommendations.map(({ id }) => id);
        const deferred = assessment.deferred.map(({ id }) => id);
        for (const { id, kind, start, requires, rank } of assessment.recommendations) {
          if (kind === 'find-out') continue;
          for (const required of unmet(questionnaire, assessment, requires)) {
            expect([...plan.slice(0, rank - 1), ...deferred], `before ${id}`).toContain(required);
            const before = assessment.recommendations.find((step) => step.id === required);
            if (before) expect(start).toBeGreaterThanOrEqual(before.start + before.weeks);
          }
        }
      }),
      search(runs),
    );
  });

  test('the plan tells its ranks, why each step stands where it does, and the gain in one chain', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { recommendations, verdicts, deferred, overall } = assess(
          questionnaire,
          answers,
          tool,
        );
        expect(recommendations.map(({ rank }) => rank)).toEqual(
          recommendations.map((_step, index) => index + 1),
        );
        const standing = verdicts.map(({ id }) => `verdict:${id}`);
        let [level, score] = [overall.level, overall.score];
        for (const { placed, rank, gain, phase } of recommendations) {
          if (placed?.startsWith('verdict:')) expect(standing).toContain(placed);
          if (placed?.startsWith('prerequisite:')) {
            const dependents = recommendations.slice(rank).map(({ id }) => `prerequisite:${id}`);
            expect(dependents).toContain(placed);
          }
          expect(phase === 'now').toBe(rank <= questionnaire.method.phases.now);
          expect(gain.alone.level[0]).toBe(overall.level);
          expect([gain.cumulative.level[0], gain.cumulative.score[0]]).toEqual([level, score]);
          [level, score] = [gain.cumulative.level[1], gain.cumulative.score[1]];
        }
        for (const { because, by } of deferred) {
          expect(by.length > 0).toBe(because !== 'not-due');
          if (because !== 'verdict') continue;
          const certain = verdicts.filter((verdict) => verdict.certain).map(({ id }) => id);
          expect(certain).toEqual(expect.arrayContaining(by));
        }
      }),
      search(runs),
    );
  });

  test('a warning and "nothing urgent" never stand together, nor "nothing urgent" below a target', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { verdicts, overall, hurdles } = assess(questionnaire, answers, tool);
        const fine = verdicts.filter(({ kind }) => kind === 'fine');
        if (fine.length === 0) return;
        expect(fine).toEqual(verdicts);
        const questions = hurdles.flatMap((hurdle) => hurdle.questions);
        expect(questions.some(({ state }) => state === 'answered')).toBe(true);
        expect(questions.filter(({ gap }) => (gap ?? 0) > 0)).toEqual([]);
        const scored = questions.filter(({ id }) => !isText(questionnaire, id));
        expect(scored.filter(({ state }) => ['unknown', 'unanswered'].includes(state))).toEqual([]);
        if (overall.due > overall.notApplicable) expect(overall.atTarget).toBe(true);
      }),
      search(runs),
    );
  });
});

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(monotone), runs: 200 },
  { of: 'our own questionnaire', questionnaires: ours, runs: 200 },
])('for $of whose rules ask for low answers', ({ questionnaires, runs }) => {
  test('a better answer lowers nothing and adds no warning', () => {
    const seen = counter();
    fc.assert(
      fc.property(
        withSheets(questionnaires),
        fc.nat(),
        fc.nat(),
        ({ questionnaire, answers }, which, how) => {
          const engine = engineOf(questionnaire);
          const before = assessWith(engine, answers, tool);
          const better = betterOnes(questionnaire, before);
          if (better.length === 0) return;
          const { id, choices } = at(better, which);
          const after = assessWith(engine, withAnswer(answers, id, at(choices, how)), tool);
          nothingLower(after, before);
          expect(warnings(before)).toEqual(expect.arrayContaining(warnings(after)));
          expect(warnings(before, true)).toEqual(expect.arrayContaining(warnings(after, true)));
          seen.count('tried', true);
          seen.count('raised the index', (after.overall.score ?? 0) > (before.overall.score ?? 0));
          seen.count('lifted a warning', warnings(after).length < warnings(before).length);
        },
      ),
      search(runs),
    );
    seen.expectAtLeast({ tried: 0.8, 'raised the index': 0.2, 'lifted a warning': 0.02 });
  });
});

// An answer to a question that decides whether others are due may take those away, and with them what they gave. The
// promise is about questions that no `when` looks at.
describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(everyRange), runs: 200 },
  { of: 'our own questionnaire', questionnaires: ours, runs: 150 },
])('for $of that count an open answer as a range', ({ questionnaires, runs }) => {
  test('an answer instead of "don\'t know" never leaves the range', () => {
    const seen = counter();
    fc.assert(
      fc.property(
        withSheets(questionnaires),
        fc.nat(),
        fc.nat(),
        ({ questionnaire, answers }, which, how) => {
          const engine = engineOf(questionnaire);
          const before = assessWith(engine, answers, tool);
          const open = openOnes(questionnaire, before);
          if (open.length === 0) return;
          const { id, choices } = at(open, which);
          for (const { answer } of [
            ...choices.slice(0, 1),
            at(choices, how),
            ...choices.slice(-1),
          ]) {
            const after = assessWith(engine, withAnswer(answers, id, answer), tool);
            within(after, before);
          }
          seen.count('tried', true);
          seen.count('was a range', before.overall.score !== before.overall.scoreHigh);
        },
      ),
      search(runs),
    );
    seen.expectAtLeast({ tried: 0.5, 'was a range': 0.4 });
  });

  test('not knowing is never a silent 0: the best answer may lie above it, the worst never below', () => {
    const seen = counter();
    fc.assert(
      fc.property(withSheets(questionnaires), fc.nat(), ({ questionnaire, answers }, which) => {
        const engine = engineOf(questionnaire);
        const before = assessWith(engine, answers, tool);
        const open = openOnes(questionnaire, before);
        if (open.length === 0) return;
        const { id, choices } = at(open, which);
        const worst = assessWith(engine, withAnswer(answers, id, first(choices).answer), tool);
        const best = assessWith(engine, withAnswer(answers, id, at(choices, -1).answer), tool);
        notAbove(before.overall.score, worst.overall.score);
        notAbove(best.overall.scoreHigh, before.overall.scoreHigh);
        seen.count('tried', true);
        seen.count('the best is better', (best.overall.score ?? 0) > (worst.overall.score ?? 0));
      }),
      search(runs / 2),
    );
    seen.expectAtLeast({ tried: 0.5, 'the best is better': 0.15 });
  });
});

describe.each([
  { of: 'random questionnaires', data: randomData(byProfile), runs: 120 },
  { of: 'our own questionnaire', data: fc.constant(parse(fiveHurdlesText) as Data), runs: 12 },
])('for $of whose `when`s read the profile only', ({ data, runs }) => {
  test('the order of the questions changes nothing', () => {
    const seen = counter();
    const both = data.chain((original) =>
      fc.record({
        turned: fc.nat().map((seed) => read(shuffled(original, seed))),
        sheet: withSheets(fc.constant(read(original))),
      }),
    );
    fc.assert(
      fc.property(both, ({ turned, sheet: { questionnaire, answers } }) => {
        const before = assess(questionnaire, answers, tool);
        const after = assess(turned, answers, tool);
        expect(inAnyOrder(after)).toEqual(inAnyOrder(before));
        const ids = (of: Questionnaire) => of.questions.map(({ question }) => question.id).join();
        seen.count('another order', ids(turned) !== ids(questionnaire));
        seen.count('several steps', before.recommendations.length > 2);
      }),
      search(runs),
    );
    seen.expectAtLeast({ 'another order': 0.6, 'several steps': 0.2 });
  });
});

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(byProfile), runs: 150 },
  { of: 'our own questionnaire', questionnaires: ours, runs: 60 },
])('for $of with every due question at its target', ({ questionnaires, runs }) => {
  test('nothing is recommended but what a verdict needs, and the target is where one stands', () => {
    const seen = counter();
    fc.assert(
      fc.property(
        withSheets(questionnaires, { open: false, scoped: false }),
        ({ questionnaire, answers }) => {
          const engine = engineOf(questionnaire);
          const asked = assessWith(engine, answers, tool);
          const reached = atTargets(questionnaire, asked, answers);
          const { overall, hurdles, recommendations, verdicts } = assessWith(engine, reached, tool);
          const rated = overall.due > overall.notApplicable;
          const warned = verdicts.some(({ kind }) => kind !== 'fine');
          const byVerdict = recommendations.filter(({ placed }) => placed !== null);
          if (!warned) {
            expect(byVerdict).toEqual([]);
            expect(overall.atTarget).toBe(rated);
          }
          expect(
            recommendations.filter(({ id }) => !byVerdict.some((one) => one.id === id)),
          ).toEqual(
            verdicts.some(({ certain }) => certain)
              ? expect.any(Array) // A certain verdict raises targets.
              : [],
          );
          // Where a verdict had raised targets, they are lower again now that it is lifted.
          // Of several options any may be taken that reach a target, be it by a little more.
          const kinds = questionnaire.questions.map(({ question }) => question.kind);
          const exact =
            asked.verdicts.every(({ kind }) => kind === 'fine') && !kinds.includes('several');
          if (!warned && exact) for (const { value, target } of hurdles) expect(value).toBe(target);
          if (!warned && exact && overall.reason === null)
            expect(overall.level).toBe(overall.target);
          seen.count('no warning', !warned && rated);
          seen.count('no warning before either', exact && rated);
          seen.count('a warning all the same', warned);
        },
      ),
      search(runs),
    );
    seen.expectAtLeast({ 'no warning': 0.3, 'no warning before either': 0.01 });
  });
});

test('"not applicable" where it is not allowed is as good as no answer', () => {
  const seen = counter();
  fc.assert(
    fc.property(
      withSheets(fc.oneof(randomQuestionnaires(anything), ours)),
      fc.nat(),
      ({ questionnaire, answers }, which) => {
        const refused = questionnaire.questions.filter(
          ({ question }) =>
            question.kind !== 'text' && notApplicableRefusal(question, questionnaire),
        );
        seen.count('tried', refused.length > 0);
        if (refused.length === 0) return;
        const { id } = at(refused, which).question;
        const { [id]: _said, ...others } = answers.answers;
        const unsaid = assess(questionnaire, { ...answers, answers: others }, tool);
        const evaded = assess(
          questionnaire,
          withAnswer(answers, id, { state: 'not-applicable' }),
          tool,
        );
        expect({ ...evaded, answers: {} }).toEqual({ ...unsaid, answers: {} });
      },
    ),
    search(100),
  );
  seen.expectAtLeast({ tried: 0.7 });
});

test('the random sheets are ones that a file could hold', () => {
  fc.assert(
    fc.property(withSheets(randomQuestionnaires(anything)), ({ questionnaire, answers }) => {
      const { profile, answers: stored } = assess(questionnaire, answers, tool);
      const file = JSON.stringify({ ...answers, profile, answers: stored });
      expect(parseAnswers(file, 'answers.json', questionnaire)).toMatchObject({
        ok: true,
        value: { answers: answers.answers, profile: answers.profile },
      });
    }),
    search(100),
  );
});

test('the random questionnaires and sheets reach what is worth reaching', () => {
  const seen = counter();
  for (const { questionnaire, answers } of fc.sample(
    withSheets(randomQuestionnaires(anything)),
    search(250),
  )) {
    const one = assess(questionnaire, answers, tool);
    const questions = one.hurdles.flatMap((hurdle) => hurdle.questions);
    const { method } = questionnaire;
    const some = <Item>(items: readonly Item[], test: (item: Item) => boolean) => items.some(test);
    const facts = {
      'a hurdle limited by a gate': some(one.hurdles, ({ limits }) =>
        some(limits, ({ gate, effective }) => gate !== undefined && effective),
      ),
      'a hurdle limited by a core question': some(one.hurdles, ({ limits }) =>
        some(limits, ({ core, effective }) => core !== undefined && effective),
      ),
      'a question lowered by a gate': some(questions, ({ gates }) => gates.length > 0),
      'a question not due': some(questions, ({ notDue }) => notDue === 'when'),
      'a null target': some(questions, ({ notDue }) => notDue === 'target'),
      'not applicable': some(questions, ({ state }) => state === 'not-applicable'),
      'a range of levels': one.overall.level !== one.overall.levelHigh,
      'not rateable': one.overall.reason === 'not-rateable',
      'out of scope': one.overall.reason === 'scope',
      'a certain verdict': some(one.verdicts, ({ certain, kind }) => certain && kind !== 'fine'),
      'a provisional verdict': some(one.verdicts, ({ certain }) => !certain),
      'a fine verdict': some(one.verdicts, ({ kind }) => kind === 'fine'),
      'a contradiction': one.contradictions.length > 0,
      'a step for a verdict': some(
        one.recommendations,
        ({ placed }) => placed?.startsWith('verdict:') ?? false,
      ),
      'a step for a step': some(
        one.recommendations,
        ({ placed }) => placed?.startsWith('prerequisite:') ?? false,
      ),
      'something to find out': some(one.recommendations, ({ kind }) => kind === 'find-out'),
      'deferred by a verdict': some(one.deferred, ({ because }) => because === 'verdict'),
      blocked: some(one.deferred, ({ because }) => because === 'blocked'),
      'deferred until due': some(one.deferred, ({ because }) => because === 'not-due'),
      'groups in groups': some(questionnaire.hurdles, ({ groups }) =>
        some(groups, (group) => group.groups.length > 0),
      ),
      'open answers left out': method.unknown === 'exclude',
      'a choice, several and a text': ['choice', 'several', 'text'].every((kind) =>
        some(questionnaire.questions, ({ question }) => question.kind === kind),
      ),
      'more than one hurdle': questionnaire.hurdles.length > 1,
    };
    for (const [name, held] of Object.entries(facts)) seen.count(name, held);
  }
  seen.expectAtLeast({
    'a hurdle limited by a gate': 0.05,
    'a hurdle limited by a core question': 0.1,
    'a question lowered by a gate': 0.05,
    'a question not due': 0.05,
    'a null target': 0.1,
    'not applicable': 0.1,
    'a range of levels': 0.1,
    'not rateable': 0.05,
    'out of scope': 0.1,
    'a certain verdict': 0.2,
    'a provisional verdict': 0.1,
    'a fine verdict': 0.01,
    'a contradiction': 0.1,
    'a step for a verdict': 0.1,
    'a step for a step': 0.02,
    'something to find out': 0.05,
    'deferred by a verdict': 0.02,
    blocked: 0.005,
    'deferred until due': 0.05,
    'groups in groups': 0.1,
    'open answers left out': 0.1,
    'a choice, several and a text': 0.1,
    'more than one hurdle': 0.5,
  });
});

type Assessed = Assessment['hurdles'][number]['questions'][number];

function byId(assessment: Assessment): ReadonlyMap<string, Assessed> {
  return new Map(
    assessment.hurdles.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const)),
  );
}

function isText({ questions }: Questionnaire, id: string): boolean {
  return questions.some(({ question }) => question.id === id && question.kind === 'text');
}

/** Values that JSON would swallow or bend. */
function strangersIn(value: unknown, path = ''): readonly string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object') return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => strangersIn(inner, `${path}.${key}`));
}

/** Where both exist. */
function notAbove(low: number | null, high: number | null): void {
  if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
}

const lows = ['level', 'score'] as const;
const highs = ['levelHigh', 'scoreHigh'] as const;

function pairs(after: Assessment, before: Assessment) {
  return [
    [after.overall, before.overall] as const,
    ...after.hurdles.map((hurdle, index) => [hurdle, at(before.hurdles, index)] as const),
  ];
}

function nothingLower(after: Assessment, before: Assessment): void {
  for (const [now, then] of pairs(after, before)) {
    for (const key of [...lows, ...highs]) notAbove(then[key], now[key]);
    if ('value' in now && 'value' in then) {
      notAbove(then.value, now.value);
      notAbove(then.valueHigh, now.valueHigh);
    }
  }
}

function within(after: Assessment, before: Assessment): void {
  for (const [now, then] of pairs(after, before)) {
    for (const key of lows) notAbove(then[key], now[key]);
    for (const key of highs) notAbove(now[key], then[key]);
    if ('value' in now && 'value' in then) {
      notAbove(then.value, now.value);
      notAbove(now.valueHigh, then.valueHigh);
    }
  }
}

function warnings({ verdicts }: Assessment, certain = false): string[] {
  return verdicts
    .filter((verdict) => verdict.kind !== 'fine' && (verdict.certain || !certain))
    .map(({ id }) => id);
}

function at<Item>(items: readonly Item[], index: number): Item {
  return items.at(index < 0 ? index : index % items.length) as Item;
}

function first<Item>(items: readonly Item[]): Item {
  return at(items, 0);
}

function pointsGiven(question: Question, answer: unknown): number | null {
  const said = [answer].flat().join();
  const found = possibleAnswers(question).find(
    ({ answer: possible }) =>
      possible.state === 'answered' && [possible.answer].flat().join() === said,
  );
  return found?.points ?? null;
}

/** The answered questions to which there is a better answer, with those. */
function betterOnes(questionnaire: Questionnaire, assessment: Assessment) {
  const states = byId(assessment);
  return questionnaire.questions.flatMap(({ question }) => {
    const { answer } = states.get(question.id) as Assessed;
    const given = answer === undefined ? null : pointsGiven(question, answer);
    if (given === null) return [];
    const choices = possibleAnswers(question).filter(({ points }) => points > given);
    return choices.length > 0
      ? [{ id: question.id, choices: choices.map((choice) => choice.answer) }]
      : [];
  });
}

/** The due questions without an answer that no `when` looks at, with all their answers, the worst first. */
function openOnes(questionnaire: Questionnaire, assessment: Assessment) {
  const states = byId(assessment);
  const deciding = questionnaire.questions
    .flatMap(({ question }) => [question.when, question.quick])
    .flatMap((when) => (typeof when === 'object' ? comparisonsOf(when) : []))
    .map(({ address }) => (address.kind === 'question' ? address.id : null));
  return questionnaire.questions.flatMap(({ question }) => {
    const state = states.get(question.id)?.state;
    const open = state === 'unknown' || state === 'unanswered';
    if (!open || question.kind === 'text' || deciding.includes(question.id)) return [];
    return [{ id: question.id, choices: byPoints(possibleAnswers(question)) }];
  });
}

function byPoints(possible: readonly Possible[]): readonly Possible[] {
  return [...possible].sort((a, b) => a.points - b.points);
}

function atTargets(
  questionnaire: Questionnaire,
  assessment: Assessment,
  answers: Answers,
): Answers {
  const states = byId(assessment);
  return questionnaire.questions.reduce((reached, { question }) => {
    const { state, target } = states.get(question.id) as Assessed;
    if (target === null || state === 'not-applicable' || state === 'not-due') return reached;
    const least = byPoints(possibleAnswers(question)).find(({ points }) => points >= target);
    return least ? withAnswer(reached, question.id, least.answer) : reached;
  }, answers);
}

function unmet(
  questionnaire: Questionnaire,
  assessment: Assessment,
  requires: readonly string[],
): readonly string[] {
  const states = byId(assessment);
  return requires.filter((id) => {
    const { state, target, answer } = states.get(id) as Assessed;
    if (state === 'not-applicable' || state === 'not-due') return false;
    if (state !== 'answered') return true;
    const question = questionnaire.questions.find((placed) => placed.question.id === id)?.question;
    // More than its best answer no question can be asked for.
    const best = Math.max(...possibleAnswers(question as Question).map(({ points }) => points));
    const enough = Math.min(questionnaire.method.prerequisiteAt, target ?? Infinity, best);
    return (pointsGiven(question as Question, answer) ?? 0) < enough;
  });
}

function withoutLimits(engine: Engine): Engine {
  const gates = engine.gates.map((gate) => ({ ...gate, hurdleLimits: [], questionLimits: [] }));
  return { ...engine, gates };
}

function reversed<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).reverse());
}

/** The same data with the questions of each hurdle and group in another order. */
function shuffled(data: Data, seed: number): Data {
  let state = seed;
  const next = () => {
    state = (state * 48271 + 11) % 2147483647;
    return state;
  };
  const branch = (node: Data): Data => ({
    ...node,
    ...(Array.isArray(node.questions)
      ? {
          questions: node.questions
            .map((question: unknown) => ({ question, key: next() }))
            .sort((a, b) => a.key - b.key)
            .map(({ question }) => question),
        }
      : {}),
    ...(Array.isArray(node.groups) ? { groups: node.groups.map(branch) } : {}),
  });
  return { ...data, hurdles: (data.hurdles as Data[]).map(branch) };
}

// What stands in the order of the file is put in order of ids; of core questions that are equally weak any may be named.
function inAnyOrder(assessment: Assessment) {
  const sorted = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    ...assessment,
    questionnaire: null,
    hurdles: assessment.hurdles.map((hurdle) => ({
      ...hurdle,
      limits: hurdle.limits.map(({ core, ...limit }) => ({ ...limit, core: core !== undefined })),
      questions: sorted(hurdle.questions, ({ id }) => id),
    })),
    verdicts: assessment.verdicts.map((verdict) => ({
      ...verdict,
      because: sorted(verdict.because, ({ id }) => id),
    })),
    open: sorted(assessment.open, ({ question, why }) => `${question} ${why}`),
    deferred: sorted(assessment.deferred, ({ id }) => id),
  };
}

/** Counts how often something happened, so that a property that never met its case does not pass for one that held. */
function counter() {
  const counts = new Map<string, { held: number; of: number }>();
  return {
    count(name: string, held: boolean) {
      const { held: before, of } = counts.get(name) ?? { held: 0, of: 0 };
      counts.set(name, { held: before + (held ? 1 : 0), of: of + 1 });
    },
    expectAtLeast(shares: Readonly<Record<string, number>>) {
      for (const [name, share] of Object.entries(shares)) {
        const { held, of } = counts.get(name) ?? { held: 0, of: 0 };
        expect(of > 0 ? held / of : 0, `share of "${name}"`).toBeGreaterThanOrEqual(share);
      }
    },
  };
}
