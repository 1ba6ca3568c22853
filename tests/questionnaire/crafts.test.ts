import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/questionnaire/question-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { crafts } from '../support/five-hurdles-crafts.ts';

const left = 'testing.automation';
const added = 'involvement.on-site';

const idsOf = ({ questions }: Questionnaire) => questions.map(({ question }) => question.id);
const kept = idsOf(fiveHurdles).filter((id) => id !== left);

describe('a craft business is asked', () => {
  test('one question less and one more, the others in their order', () => {
    expect(idsOf(fiveHurdles)).toContain(left);
    expect(idsOf(crafts)).not.toContain(left);
    expect(idsOf(crafts).filter((id) => id !== added)).toEqual(kept);
    expect(idsOf(crafts)).toHaveLength(kept.length + 1);
  });

  test('about the same five hurdles, on the same scale', () => {
    const hurdles = ({ hurdles: all }: Questionnaire) =>
      all.map(({ id, scale, weight, aggregate }) => ({ id, scale, weight, aggregate }));
    expect(hurdles(crafts)).toHaveLength(5);
    expect(hurdles(crafts)).toEqual(hurdles(fiveHurdles));
    expect(crafts.scales).toEqual(fiveHurdles.scales);
    expect(crafts.method).toEqual(fiveHurdles.method);
  });

  test.each(kept)('in its own words about %s, and an answer is worth the same', (id) => {
    expect(judged(crafts, id)).toEqual(judged(fiveHurdles, id));
  });

  test('for its trade: no sector of the economy is left to choose from', () => {
    const trades = (questionnaire: Questionnaire) => {
      const sector = questionnaire.profile.find(({ id }) => id === 'sector');
      return sector?.kind === 'choice' ? sector.options.map(({ id }) => id) : [];
    };
    expect(trades(crafts).filter((id) => trades(fiveHurdles).includes(id))).toEqual([
      'construction',
      'other',
    ]);
    expect(trades(crafts).at(-1)).toBe('other');
  });
});

test('nothing refers to the question that was taken out', () => {
  expect(JSON.stringify(fiveHurdles)).toContain(left);
  expect(JSON.stringify(crafts)).not.toContain(left);
});

test('the question that was added has advice, a worksheet of its own, and is asked back about', () => {
  const question = called(crafts, added);
  if (question?.kind !== 'level') throw new Error(`no ${added}`);
  expect(question.options).toHaveLength(5);
  const sheet = question.recommendation?.worksheet;
  expect(crafts.worksheets.map(({ id }) => id)).toContain(sheet);
  expect(fiveHurdles.worksheets.map(({ id }) => id)).not.toContain(sheet);
  expect(JSON.stringify(crafts.contradictions)).toContain(added);
});

const texts = textsIn(crafts, []);

test('every text is there in German and in English', () => {
  expect(texts.length).toBeGreaterThan(700);
  const incomplete = texts.filter(
    ({ text }) => Object.keys(text).sort().join() !== 'de,en' || Object.values(text).includes(''),
  );
  expect(incomplete).toEqual([]);
});

// Quotations, figures from studies, and the scale that all questionnaires of the family share, stay as they are.
const ownWords = texts.filter(
  ({ path }) => !/\.source$/.test(path) && !/^(facts|scales|sources)\./.test(path),
);

test.each([
  { why: 'nobody in a workshop is called that', language: 'de', word: /Geschäftsführung/ },
  { why: 'a craft business has none', language: 'de', word: /Fachbereich|Abteilung|Filiale/ },
  { why: 'a craft business has none', language: 'en', word: /\bdepartments?\b|\bbranch\b/i },
  { why: 'it is the boss who decides', language: 'en', word: /by management|\bmanagement plus/i },
  { why: 'a tool is a drill', language: 'de', word: /Werkzeug/i },
  { why: 'a tool is a drill', language: 'en', word: /\btools?\b/i },
  { why: 'it is called by what it does', language: 'de', word: /\bCRM\b|\bERP\b|Ticket|KPI/ },
  { why: 'it is called by what it does', language: 'en', word: /\bCRM\b|\bERP\b|ticket|KPI/ },
])('no text says $word ($language): $why', ({ language, word }) => {
  expect(ownWords.length).toBeGreaterThan(600);
  const said = ownWords.filter(({ text }) => word.test(text[language] ?? ''));
  expect(said.map(({ path, text }) => `${path}: ${text[language]}`)).toEqual([]);
});

function called({ questions }: Questionnaire, id: string): Question | undefined {
  return questions.find(({ question }) => question.id === id)?.question;
}

/** All that the arithmetic and the plan read of a question, and none of its words. */
function judged(questionnaire: Questionnaire, id: string) {
  const question = called(questionnaire, id);
  if (question?.kind !== 'level') throw new Error(`no question ${id}`);
  const { kind, unit, core, quick, when, target, recommendation } = question;
  const levels = question.options.map(({ includesPrevious }) => includesPrevious);
  const { effort, weeks, impact, requires } = recommendation ?? {};
  return { kind, unit, core, quick, when, target, levels, effort, weeks, impact, requires };
}

type Text = { readonly path: string; readonly text: Readonly<Record<string, string>> };

// Whatever speaks one of the languages is a text; its other keys but the variants are languages, too.
function textsIn(node: unknown, path: readonly (string | number)[]): readonly Text[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => textsIn(item, [...path, index]));
  if (node === null || typeof node !== 'object') return [];
  const { variants, ...text } = node as Readonly<Record<string, unknown>>;
  if (!('de' in text || 'en' in text)) {
    return Object.entries(node).flatMap(([key, part]) => textsIn(part, [...path, key]));
  }
  return [
    { path: path.join('.'), text: text as Text['text'] },
    ...textsIn(variants, [...path, 'variants']),
  ];
}
