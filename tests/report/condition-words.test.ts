import { expect, test } from 'vitest';
import { reportWords } from '../../src/cli/report-files.ts';
import { type RawCondition, toCondition } from '../../src/questionnaire/condition.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { conditionWords } from '../../src/report/condition-words.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';

const small = aQuestionnaire([
  'required: true\n    text: { de: "Wie weit?"',
  'required: true\n    title: { de: "Stand", en: "Stage" }\n    text: { de: "Wie weit?"',
]);

const worded = (raw: RawCondition, language: string, questionnaire: Questionnaire = small) =>
  conditionWords(questionnaire, language, reportWords(language))(toCondition(raw));

type Row = {
  readonly why: string;
  readonly raw: RawCondition;
  readonly de: string;
  readonly en: string;
};

const comparisons: readonly Row[] = [
  {
    why: 'an option is called by its label',
    raw: { stage: 'pilot' },
    de: '„Stand“ ist „Pilot“',
    en: '“Stage” is “Pilot”',
  },
  {
    why: 'a bound on an ordered choice',
    raw: { stage: { atLeast: 'pilot' } },
    de: '„Stand“ mindestens „Pilot“',
    en: '“Stage” at least “Pilot”',
  },
  {
    why: 'the other bounds',
    raw: { stage: { above: 'none' } },
    de: '„Stand“ über „Noch nichts“',
    en: '“Stage” above “Nothing yet”',
  },
  {
    why: 'what must not be',
    raw: { stage: { isNot: 'none' } },
    de: '„Stand“ ist nicht „Noch nichts“',
    en: '“Stage” is not “Nothing yet”',
  },
  {
    why: 'a level is called by its number',
    raw: { 'goals.problem': { atMost: 1 } },
    de: '„Problem“ höchstens 1',
    en: '“Problem” at most 1',
  },
  {
    why: 'a bare value',
    raw: { 'goals.problem': 0 },
    de: '„Problem“ ist 0',
    en: '“Problem” is 0',
  },
  {
    why: 'one of several values',
    raw: { 'goals.problem': [0, 1] },
    de: '„Problem“ ist 0 oder 1',
    en: '“Problem” is 0 or 1',
  },
  {
    why: 'a list of one',
    raw: { 'goals.way': ['built'] },
    de: '„Weg“ ist „Gebaut“',
    en: '“Way” is “Built”',
  },
  {
    why: 'a number as the language writes it, a question without a short name by its text',
    raw: { staff: { below: 1234.5 } },
    de: '„Wie viele Beschäftigte?“ unter 1.234,5',
    en: '“How many people?” below 1,234.5',
  },
  {
    why: 'an answer among several',
    raw: { 'tests.kinds': { includes: 'manual' } },
    de: '„Arten“ enthält „Von Hand“',
    en: '“Kinds” includes “By hand”',
  },
  {
    why: 'a text with a number',
    raw: { goal: { hasNumber: true } },
    de: '„Welches Ziel?“ enthält eine Zahl',
    en: '“Which goal?” contains a number',
  },
  {
    why: 'a text without a number',
    raw: { goal: { hasNumber: false } },
    de: '„Welches Ziel?“ enthält keine Zahl',
    en: '“Which goal?” contains no number',
  },
  {
    why: 'whether there is an answer',
    raw: { goal: { answered: true } },
    de: '„Welches Ziel?“ ist beantwortet',
    en: '“Which goal?” is answered',
  },
  {
    why: 'whether there is none',
    raw: { goal: { answered: false } },
    de: '„Welches Ziel?“ ist nicht beantwortet',
    en: '“Which goal?” is not answered',
  },
  {
    why: 'whether nobody knows',
    raw: { stage: { unknown: true } },
    de: '„Stand“ ist mit „Weiß ich nicht“ beantwortet',
    en: '“Stage” is answered “Don’t know”',
  },
  {
    why: 'whether somebody knows',
    raw: { stage: { unknown: false } },
    de: '„Stand“ ist nicht mit „Weiß ich nicht“ beantwortet',
    en: '“Stage” is not answered “Don’t know”',
  },
];

const results: readonly Row[] = [
  {
    why: 'the level of the whole',
    raw: { $level: { below: 1 } },
    de: 'Stufe des Betriebs unter 1',
    en: 'level of the company below 1',
  },
  {
    why: 'the level of a hurdle',
    raw: { '$level.goals': { atMost: 1 } },
    de: 'Stufe der Hürde „Ziele“ höchstens 1',
    en: 'level of the hurdle “Goals” at most 1',
  },
  {
    why: 'the score of any hurdle',
    raw: { '$score.any': { below: 12.5 } },
    de: 'Punktwert mindestens einer Hürde unter 12,5',
    en: 'score of at least one hurdle below 12.5',
  },
  {
    why: 'nothing below target',
    raw: { $belowTarget: { is: 0 } },
    de: 'Zahl der Fragen unter dem Soll ist 0',
    en: 'number of questions below target is 0',
  },
  {
    why: 'core questions below target',
    raw: { '$belowTarget.core': { above: 0 } },
    de: 'Zahl der Kernfragen unter dem Soll über 0',
    en: 'number of core questions below target above 0',
  },
  {
    why: 'a share reads as a percentage',
    raw: { '$unknown.any': { above: 0.3 } },
    de: 'Anteil der offenen Fragen in mindestens einer Hürde über 30\u00a0%',
    en: 'share of open questions in at least one hurdle above 30%',
  },
  {
    why: 'a share is not rounded: it is a rule',
    raw: { '$unknown.tests': { above: 0.125 } },
    de: 'Anteil der offenen Fragen in der Hürde „Tests“ über 12,5\u00a0%',
    en: 'share of open questions in the hurdle “Tests” above 12.5%',
  },
  {
    why: 'how far the roles are apart',
    raw: { '$spread.core': { atLeast: 2 } },
    de: 'größter Abstand zwischen den Rollen bei den Kernfragen mindestens 2',
    en: 'largest difference between the roles on the core questions at least 2',
  },
  {
    why: 'the role asked, by its title',
    raw: { $role: { isNot: 'boss' } },
    de: 'die befragte Rolle ist nicht „Chefin“',
    en: 'the role asked is not “Boss”',
  },
];

const nested: readonly Row[] = [
  {
    why: 'all entries of a map must hold',
    raw: { stage: 'pilot', 'goals.problem': 0 },
    de: '„Stand“ ist „Pilot“ und „Problem“ ist 0',
    en: '“Stage” is “Pilot” and “Problem” is 0',
  },
  {
    why: 'two comparisons of one address are two conditions',
    raw: { stage: { atLeast: 'pilot', isNot: 'running' } },
    de: '„Stand“ mindestens „Pilot“ und „Stand“ ist nicht „Im Betrieb“',
    en: '“Stage” at least “Pilot” and “Stage” is not “In operation”',
  },
  {
    why: 'an alternative within a conjunction stands in brackets, the simple part first',
    raw: { any: [{ 'goals.way': 'built' }, { 'goals.problem': 0 }], stage: 'pilot' },
    de: '„Stand“ ist „Pilot“ und („Weg“ ist „Gebaut“ oder „Problem“ ist 0)',
    en: '“Stage” is “Pilot” and (“Way” is “Built” or “Problem” is 0)',
  },
  {
    why: 'so does a conjunction within an alternative',
    raw: { any: [{ stage: 'pilot', 'goals.way': 'built' }, { 'goals.problem': 0 }] },
    de: '„Problem“ ist 0 oder („Stand“ ist „Pilot“ und „Weg“ ist „Gebaut“)',
    en: '“Problem” is 0 or (“Stage” is “Pilot” and “Way” is “Built”)',
  },
  {
    why: 'several values beside another condition are an alternative',
    raw: { stage: ['none', 'pilot'], 'goals.problem': 0 },
    de: '(„Stand“ ist „Noch nichts“ oder „Pilot“) und „Problem“ ist 0',
    en: '(“Stage” is “Nothing yet” or “Pilot”) and “Problem” is 0',
  },
  {
    why: 'parts of one kind need no brackets',
    raw: { all: [{ stage: 'pilot' }, { all: [{ 'goals.way': 'built' }, { 'goals.problem': 0 }] }] },
    de: '„Stand“ ist „Pilot“ und „Weg“ ist „Gebaut“ und „Problem“ ist 0',
    en: '“Stage” is “Pilot” and “Way” is “Built” and “Problem” is 0',
  },
  {
    why: 'an alternative of one is that one',
    raw: { any: [{ stage: 'pilot' }] },
    de: '„Stand“ ist „Pilot“',
    en: '“Stage” is “Pilot”',
  },
  {
    why: 'what is denied is bracketed',
    raw: { not: { stage: 'pilot' } },
    de: 'nicht („Stand“ ist „Pilot“)',
    en: 'not (“Stage” is “Pilot”)',
  },
  {
    why: 'all of it, where it has parts',
    raw: { not: { any: [{ stage: 'pilot' }, { 'goals.problem': 0 }] } },
    de: 'nicht („Stand“ ist „Pilot“ oder „Problem“ ist 0)',
    en: 'not (“Stage” is “Pilot” or “Problem” is 0)',
  },
  {
    why: 'a denial of a denial stays one',
    raw: { not: { not: { stage: 'pilot' } } },
    de: 'nicht (nicht („Stand“ ist „Pilot“))',
    en: 'not (not (“Stage” is “Pilot”))',
  },
  {
    why: 'to any depth',
    raw: {
      any: [
        { $role: 'boss' },
        {
          stage: 'pilot',
          any: [{ 'goals.way': 'built' }, { not: { 'goals.problem': 0, staff: { above: 9 } } }],
        },
      ],
    },
    de: 'die befragte Rolle ist „Chefin“ oder („Stand“ ist „Pilot“ und („Weg“ ist „Gebaut“ oder nicht („Problem“ ist 0 und „Wie viele Beschäftigte?“ über 9)))',
    en: 'the role asked is “Boss” or (“Stage” is “Pilot” and (“Way” is “Built” or not (“Problem” is 0 and “How many people?” above 9)))',
  },
];

test.each([...comparisons, ...results, ...nested])('$why', ({ raw, de, en }) => {
  expect(worded(raw, 'de')).toBe(de);
  expect(worded(raw, 'en')).toBe(en);
});

test('quotation marks within a name become inner ones', () => {
  const named = aQuestionnaire([
    'title: { de: "Weg", en: "Way" }',
    'title: { de: "Der „beste“ Weg", en: "The “best” way" }',
  ]);
  expect(worded({ 'goals.way': 'built' }, 'de', named)).toBe('„Der ‚beste‘ Weg“ ist „Gebaut“');
  expect(worded({ 'goals.way': 'built' }, 'en', named)).toBe('“The ‘best’ way” is “Built”');
});

test('a placeholder in a name shows that something is left out', () => {
  const named = aQuestionnaire([
    'title: { de: "Weg", en: "Way" }',
    'title: { de: "Weg im {sector}", en: "Way in {sector}" }',
  ]);
  expect(worded({ 'goals.way': 'built' }, 'de', named)).toBe('„Weg im …“ ist „Gebaut“');
});

test('every result there is can be worded, for all it can be asked of, in both languages', () => {
  const parts = {
    level: ['', '.any', '.goals'],
    score: ['', '.any', '.goals'],
    belowTarget: ['', '.any', '.core', '.goals'],
    unknown: ['', '.any', '.core', '.goals'],
    spread: ['', '.any', '.core', '.goals'],
  };
  for (const language of ['de', 'en']) {
    const texts = Object.entries(parts).flatMap(([name, ofs]) =>
      ofs.map((of) => worded({ [`$${name}${of}`]: { atLeast: 1 } }, language)),
    );
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('every condition of our own questionnaire can be worded, and shows no id', () => {
  const { gates, verdicts, contradictions, targets, questions } = fiveHurdles;
  const conditions = [
    ...gates.map(({ when }) => when),
    ...verdicts.flatMap(({ when, liftedWhen }) => (liftedWhen ? [when, liftedWhen] : [when])),
    ...contradictions.map(({ when }) => when),
    ...targets.modifiers.map(({ when }) => when),
  ];
  expect(conditions.length).toBeGreaterThan(30);
  const ids = questions.map(({ question }) => question.id);
  for (const language of ['de', 'en']) {
    const word = conditionWords(fiveHurdles, language, reportWords(language));
    for (const condition of conditions) {
      const text = word(condition);
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
      expect(text).not.toMatch(/\$|undefined|\{/);
    }
  }
});
