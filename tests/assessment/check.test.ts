import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { checkDemands } from '../../src/assessment/check/check-demands.ts';
import type { Demands } from '../../src/assessment/check/demands.ts';
import { type Side, sideOf } from '../../src/assessment/check/side.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

// What a gate promises of all questionnaires and all answers.

const side = (questionnaire: Questionnaire, answers: Answers): Side => {
  const tool = { name: 'five-hurdles', version: '0.0.0' };
  const assessment = assess(questionnaire, answers, tool, '2026-11-20', { sensitivity: false });
  return sideOf(engineOf(questionnaire), assessment, () => null);
};

const nothing: Demands = {
  atTarget: false,
  failOn: [],
  strict: false,
  minLevel: null,
  min: [],
  minCoverage: null,
  maxAge: null,
  checks: [],
};
const everything = ({ hurdles }: Questionnaire, strict: boolean): Demands => ({
  atTarget: true,
  failOn: ['stop', 'simpler', 'clarify'],
  strict,
  minLevel: 2,
  min: hurdles.map(({ id }) => ({ hurdle: id, level: 1 })),
  minCoverage: 0.8,
  maxAge: null,
  checks: [
    {
      id: 'own',
      when: {
        kind: 'compare',
        address: { kind: 'result', name: 'level', of: 'any' },
        operator: 'below',
        value: 2,
        path: [],
      },
    },
  ],
});

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 80 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 40 },
])('for $of', ({ questionnaires, runs }) => {
  const sheets = withSheets(questionnaires);

  test('who demands nothing lets everything pass', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const { outcome, demands } = checkDemands(side(questionnaire, answers), null, nothing);
        expect([outcome, demands]).toEqual(['met', []]);
      }),
      search(runs),
    );
  });

  test('held against itself nothing fails, and nothing is mended', () => {
    fc.assert(
      fc.property(sheets, fc.boolean(), ({ questionnaire, answers }, strict) => {
        const now = side(questionnaire, answers);
        const { outcome, demands } = checkDemands(now, now, everything(questionnaire, strict));
        expect(outcome).toBe('met');
        expect(demands.flatMap(({ mended }) => mended)).toEqual([]);
        expect(demands.flatMap(({ findings }) => findings).some(({ isNew }) => isNew)).toBe(false);
      }),
      search(runs),
    );
  });

  test('what is met says what the assessment says, and every failure is told', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const now = side(questionnaire, answers);
        const { overall, hurdles, verdicts } = now.assessment;
        const { demands, outcome } = checkDemands(now, null, everything(questionnaire, false));
        const isMet = (demand: string, of: string | null = null) =>
          demands.find((one) => one.demand === demand && one.of === of)?.outcome === 'met';
        expect(isMet('at-target')).toBe(overall.atTarget);
        expect(isMet('level')).toBe(overall.level !== null && overall.level >= 2);
        expect(isMet('coverage')).toBe(overall.coverage !== null && overall.coverage >= 0.8);
        for (const { id, level } of hurdles) {
          expect(isMet('hurdle-level', id)).toBe(level !== null && level >= 1);
        }
        for (const kind of ['stop', 'simpler', 'clarify']) {
          const stands = verdicts.some((one) => one.kind === kind && one.certain);
          expect(isMet('verdicts', kind)).toBe(!stands);
        }
        expect(outcome === 'met').toBe(demands.every((one) => one.outcome === 'met'));
        for (const { outcome: told, findings } of demands) {
          expect(told === 'met').toBe(findings.length === 0);
        }
      }),
      search(runs),
    );
  });

  test('strictly nothing passes that would fail otherwise', () => {
    fc.assert(
      fc.property(sheets, ({ questionnaire, answers }) => {
        const now = side(questionnaire, answers);
        const mildly = checkDemands(now, null, everything(questionnaire, false));
        const strictly = checkDemands(now, null, everything(questionnaire, true));
        if (mildly.outcome === 'below') expect(strictly.outcome).toBe('below');
        for (const [index, { outcome }] of mildly.demands.entries()) {
          if (outcome === 'unmet') expect(strictly.demands[index]?.outcome).toBe('unmet');
        }
      }),
      search(runs),
    );
  });

  test('against a baseline nothing fails of what is demanded that passes without one', () => {
    fc.assert(
      fc.property(sheets, sheets, fc.boolean(), (one, other, strict) => {
        const now = side(one.questionnaire, one.answers);
        const before =
          other.questionnaire === one.questionnaire ? side(one.questionnaire, other.answers) : now;
        const demands = everything(one.questionnaire, strict);
        const alone = checkDemands(now, null, demands).demands;
        const against = checkDemands(now, before, demands).demands;
        for (const [index, { outcome }] of alone.entries()) {
          if (outcome === 'met') expect(against[index]?.outcome).toBe('met');
        }
      }),
      search(runs),
    );
  });
});

test('every level demanded of our own questionnaire that is not met names answers or says why there are none', () => {
  fc.assert(
    fc.property(withSheets(fc.constant(fiveHurdles)), ({ questionnaire, answers }) => {
      const { demands } = checkDemands(
        side(questionnaire, answers),
        null,
        everything(questionnaire, true),
      );
      const silent = demands
        .flatMap(({ findings }) => findings)
        .filter(({ because, reason }) => because.length === 0 && reason === null);
      expect(silent).toEqual([]);
    }),
    search(60),
  );
});

test('one answer that becomes worse fails against what was, and is named', () => {
  fc.assert(
    fc.property(
      withSheets(fc.constant(fiveHurdles)),
      fc.nat(),
      ({ questionnaire, answers }, pick) => {
        const before = side(questionnaire, answers);
        const able = questionnaire.questions.flatMap(({ question: { id } }) => {
          const { state, answer } = before.questions.get(id) ?? {};
          return state === 'answered' && Number(answer) > 0 ? [{ id, answer: Number(answer) }] : [];
        });
        const chosen = able[pick % Math.max(1, able.length)];
        if (chosen === undefined) return;
        const lower = { state: 'answered', answer: chosen.answer - 1 } as const;
        const now = side(questionnaire, {
          ...answers,
          answers: { ...answers.answers, [chosen.id]: lower },
        });
        const { outcome, demands } = checkDemands(now, before, nothing);
        expect(outcome).toBe('below');
        const held = demands.find(({ demand }) => demand === 'answers-held');
        expect(held?.findings.map(({ id }) => id)).toContain(chosen.id);
      },
    ),
    search(60),
  );
});
