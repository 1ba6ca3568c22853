import { expect, test } from 'vitest';
import { fiveHurdles } from '../support/five-hurdles.ts';
import {
  answersOf,
  baselines,
  expectations,
  ours,
  outcomeOf,
  shareFound,
  stories,
  verdictsFor,
} from './ranking.ts';

const counting = expectations.filter(({ use }) => use === 'count');
const outcomes = counting.map((company) => outcomeOf(company, ours));

// A verdict that was expected and is not spoken is named here with its reason; the expectation stays as it is.
const unspoken = [
  {
    company: 'broker-free-chatbot',
    verdict: 'no-personal-data-without-rules',
    why: 'the stop for specially protected data stands and asks for more; of another adviser it is expected alone',
  },
];

test('every story has its answers and its expectations, in words of the questionnaire', () => {
  expect(expectations.map(({ id, use }) => ({ id, use }))).toEqual(
    stories.map(({ id, use }) => ({ id, use })),
  );
  expect(counting.length).toBeGreaterThanOrEqual(6);
  const questions = fiveHurdles.questions.map(({ question }) => question.id);
  const verdicts = fiveHurdles.verdicts.map(({ id }) => id);
  for (const company of expectations) {
    expect(questions).toEqual(
      expect.arrayContaining([
        ...company.firstSteps,
        ...company.acceptable,
        ...company.notAmongFirst,
      ]),
    );
    expect(verdicts).toEqual(expect.arrayContaining([...company.verdicts]));
    expect(Object.keys(answersOf(company).answers)).toHaveLength(questions.length);
  }
});

test('of the first steps a practitioner expects, at least 85 % are found where it counts', () => {
  expect(shareFound(outcomes)).toBeGreaterThanOrEqual(0.85);
});

test('no step that would be wrong to begin with is among the first three', () => {
  expect(outcomes.flatMap(({ forbidden }) => forbidden)).toEqual([]);
});

test('every expected verdict is spoken, and no other, but for those named', () => {
  const differing = counting.flatMap((company) => {
    const said = verdictsFor(answersOf(company));
    const differs = [
      ...company.verdicts.filter((id) => !said.includes(id)),
      ...said.filter((id) => !company.verdicts.includes(id)),
    ];
    return differs.map((verdict) => ({ company: company.id, verdict }));
  });
  expect(differing).toEqual(unspoken.map(({ company, verdict }) => ({ company, verdict })));
});

test.each(baselines)('the first steps are clearly better than by $name', (baseline) => {
  const naive = shareFound(counting.map((company) => outcomeOf(company, baseline)));
  expect(shareFound(outcomes) - naive).toBeGreaterThanOrEqual(0.1);
});
