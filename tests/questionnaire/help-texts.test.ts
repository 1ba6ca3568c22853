import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../../src/questionnaire/answers.ts';
import { compileCondition } from '../../src/questionnaire/compile-condition.ts';
import type { ProfileQuestion, Question } from '../../src/questionnaire/question-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { profileSituation } from '../../src/questionnaire/standing.ts';
import type { LocalisedText } from '../../src/shared/localised.ts';
import { answer, fiveHurdles } from '../support/five-hurdles.ts';
import { crafts } from '../support/five-hurdles-crafts.ts';

// Characters. Both stand below the question in a terminal that may be 40 columns wide.
const longestHelp = 220;
const longestExample = 160;

const ours = [
  { name: 'five-hurdles', questionnaire: fiveHurdles },
  { name: 'five-hurdles-crafts', questionnaire: crafts },
];

const every = ours.flatMap(({ name, questionnaire }) =>
  questionnaire.questions.map(({ question }) => ({
    name,
    questionnaire,
    id: question.id,
    question,
  })),
);

test('there are 30 questions in each of ours', () => {
  expect(every).toHaveLength(60);
});

describe.each(every)('$id of $name', ({ questionnaire, question }) => {
  test('says why it is asked, shortly and without asking again', () => {
    expect(question.help).toBeDefined();
    for (const help of inBoth(question.help)) {
      expect(help.length, help).toBeLessThanOrEqual(longestHelp);
      expect(help, help).not.toMatch(/\?$/);
    }
  });

  test('says what would prove an answer', () => {
    expect(question.evidence).toBeDefined();
    expect(inBoth(question.evidence).map((proof) => proof.length > 0)).toEqual([true, true]);
  });

  test('gives short examples, the one for everybody last', () => {
    const examples = question.examples ?? [];
    expect(examples.map(({ when }) => when === undefined)).toEqual([
      ...examples.slice(1).map(() => false),
      true,
    ]);
    for (const example of examples.flatMap(({ text }) => inBoth(text))) {
      expect(example.length, example).toBeLessThanOrEqual(longestExample);
    }
  });

  test('has an example for every area, the general one where none is named', () => {
    const lastOf = question.examples?.at(-1);
    expect(firstThatHolds(questionnaire, question, {})).toBe(lastOf);
    for (const area of optionsOf(questionnaire, 'area')) {
      const shown = firstThatHolds(questionnaire, question, { area, sector: 'other' });
      expect(shown, area).toBeDefined();
      if (area === 'other') expect(shown).toBe(lastOf);
    }
  });

  test('shows each of its examples to somebody', () => {
    const areas = optionsOf(questionnaire, 'area');
    const companies = optionsOf(questionnaire, 'sector').flatMap((sector) =>
      areas.map((area) => ({ sector, area })),
    );
    const shown = companies.map((company) => firstThatHolds(questionnaire, question, company));
    expect((question.examples ?? []).filter((example) => !shown.includes(example))).toEqual([]);
  });

  test('writes as German and English are printed', () => {
    const texts = [question.help, ...(question.examples ?? []).map(({ text }) => text)];
    for (const text of texts) {
      expect(text?.de).not.toMatch(/["'”’]|\d%| - |^[a-zäöü]/);
      expect(text?.en).not.toMatch(/["'„]|\d %| - |^[a-z]/);
    }
  });
});

// Where the question is about one use, its area decides what a good answer looks like.
test.each(fiveHurdles.questions.map(({ question }) => ({ id: question.id, question })))(
  '$id has an example of its own for every area that has a name',
  ({ question }) => {
    const general = question.examples?.at(-1);
    const without = optionsOf(fiveHurdles, 'area').filter(
      (area) =>
        area !== 'other' &&
        firstThatHolds(fiveHurdles, question, { area, sector: 'other' }) === general,
    );
    expect(without).toEqual([]);
  },
);

test.each(ours)('no two examples of $name are the same', ({ questionnaire }) => {
  const byQuestion = questionnaire.questions.map(({ question }) =>
    (question.examples ?? []).map(({ text }) => text.de),
  );
  for (const examples of byQuestion) expect(new Set(examples).size).toBe(examples.length);
});

const profile = ours.flatMap(({ name, questionnaire }) =>
  questionnaire.profile.map((question) => ({ name, id: question.id, question })),
);

test.each(profile)('the profile question $id of $name says shortly what hangs on it', (asked) => {
  const { help }: ProfileQuestion = asked.question;
  expect(help).toBeDefined();
  for (const text of inBoth(help)) expect(text.length, text).toBeLessThanOrEqual(longestHelp);
});

function inBoth(text: LocalisedText | undefined): readonly string[] {
  return [text?.de ?? '', text?.en ?? ''];
}

function optionsOf(questionnaire: Questionnaire, id: string): readonly string[] {
  const asked = questionnaire.profile.find((question) => question.id === id);
  if (asked?.kind !== 'choice') throw new Error(`no choice ${id}`);
  return asked.options.map((option) => option.id);
}

function firstThatHolds(
  questionnaire: Questionnaire,
  { examples = [] }: Question,
  said: Readonly<Record<string, AnswerValue>>,
) {
  const situation = profileSituation(
    questionnaire,
    Object.fromEntries(Object.entries(said).map(([id, value]) => [id, answer(value)])),
  );
  return examples.find(
    ({ when }) => !when || compileCondition(when, questionnaire)(situation) === 'true',
  );
}
