import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engineOf } from '../../src/assessment/engine.ts';
import { possiblyDue } from '../../src/assessment/possibly-due.ts';
import { sheetOf } from '../../src/assessment/sheet.ts';
import { standOf } from '../../src/assessment/stand.ts';
import { type Answers, noAnswers } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

function listed(questionnaire: Questionnaire, answers: Partial<Answers>): readonly string[] {
  const known = { ...noAnswers(questionnaire), ...answers };
  return possiblyDue(engineOf(questionnaire), known).map(({ id }) => id);
}

const said = (answer: string) => ({ state: 'answered', answer }) as const;

describe.each([
  { of: 'random questionnaires', questionnaires: randomQuestionnaires(anything), runs: 150 },
  { of: 'our own questionnaire', questionnaires: fc.constant(fiveHurdles), runs: 50 },
])('for $of', ({ questionnaires, runs }) => {
  test('whatever is answered later, no question that is due then is missing', () => {
    const some = withSheets(questionnaires).chain((all) =>
      fc.record({
        all: fc.constant(all),
        profile: fc.subarray(Object.keys(all.answers.profile)),
        answers: fc.subarray(Object.keys(all.answers.answers)),
      }),
    );
    fc.assert(
      fc.property(some, ({ all: { questionnaire, answers }, ...known }) => {
        const engine = engineOf(questionnaire);
        const { notDue } = standOf(engine, sheetOf(engine, answers));
        const due = engine.questions.filter(({ position }) => notDue[position] === null);
        const earlier = {
          ...answers,
          profile: only(answers.profile, known.profile),
          answers: only(answers.answers, known.answers),
        };
        const possible = possiblyDue(engine, earlier).map(({ id }) => id);
        expect(due.map(({ id }) => id).filter((id) => !possible.includes(id))).toEqual([]);
      }),
      search(runs),
    );
  });
});

const small = ['goals.problem', 'goals.way', 'goals.words', 'tests.cases', 'tests.kinds'];
const atNoStage = small.filter((id) => id !== 'tests.cases');

test.each([
  { why: 'nothing is known yet', answers: {}, ids: small },
  {
    why: 'the target says that one is not due at this stage',
    answers: { profile: { stage: said('none') } },
    ids: atNoStage,
  },
  {
    why: 'what its condition asks for is yet to be answered',
    answers: { profile: { stage: said('pilot') } },
    ids: small,
  },
  {
    why: 'one is for another role',
    answers: { scope: { role: 'team' } },
    changes: [['roles: [boss, team]', 'roles: [boss]']] as const,
    ids: small.filter((id) => id !== 'goals.problem'),
  },
  {
    why: 'the quick check leaves out all but those it may come to ask',
    answers: { scope: { quick: true } },
    changes: [
      ['core: true', 'core: true\n        quick: true'],
      ['target: 1\n', 'target: 1\n        quick: { goal: { answered: true } }\n'],
    ] as const,
    ids: ['goals.problem', 'goals.way'],
  },
  {
    why: 'the profile decides against a condition for good',
    answers: { profile: { sector: said('retail') } },
    changes: [['target: 1\n', 'target: 1\n        when: { sector: crafts }\n']] as const,
    ids: small.filter((id) => id !== 'goals.way'),
  },
])('these are listed when $why: $ids', ({ answers, changes = [], ids }) => {
  expect(listed(aQuestionnaire(...changes), answers)).toEqual(ids);
});

function only<Value>(
  entries: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key)));
}
