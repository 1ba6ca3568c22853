import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Sensitivity } from '../../src/assessment/sensitivity-format.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { firstClause } from '../../src/report/first-clause.ts';
import { viewOf } from '../../src/report/view.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const told = (answers: Answers, language = 'de') =>
  viewOf(assess(fiveHurdles, answers, tool), fiveHurdles, language, reportWords(language))
    .sensitivity;

describe('the one sentence', () => {
  test.each([
    {
      why: 'a stop that one answer would lift comes before the level',
      answers: sheet({ stage: 'operation', plans: ['expansion'] }, 3, { 'testing.cases': 1 }),
      de: /^Läge „Prüffälle und Abnahmegrenze“ mindestens bei Stufe 2 \(„An mindestens zehn .*“\), entfiele „Noch nicht ausweiten“\.$/,
      en: /^If “Test cases and acceptance limit” were at least at level 2 \(“.*”\), “Do not expand yet” would no longer apply\.$/,
    },
    {
      why: 'what nobody knows yet is told of as it may turn out',
      answers: sheet({ stage: 'operation', plans: ['expansion'] }, 3, {
        'measurement.baseline': 'unknown',
      }),
      de: /^Stellt sich heraus, dass „Ausgangswert gemessen“ bei Stufe 1 liegt \(„.*“\), entfällt „Noch nicht ausweiten“ und kommt der Betrieb auf Stufe 2 \(„Geordnet“\)\.$/,
      en: /^If “Baseline measured” turns out to be at level 1 \(“.*”\), “Do not expand yet” no longer applies and the company reaches level 2 \(“Ordered”\)\.$/,
    },
    {
      why: 'nothing can be lifted, but one step down would do harm',
      answers: sheet({ stage: 'operation', plans: ['expansion'] }, 2),
      de: /^Das Ergebnis hängt an einzelnen Antworten: Läge „.*“ nur bei Stufe 1 .*käme „Noch nicht ausweiten“ hinzu und fiele der Betrieb auf Stufe 1/,
      en: /^The result hangs on single answers\. If “.*” were only at level 1 .*“Do not expand yet” would apply as well and the company would drop to level 1/,
    },
    {
      why: 'no single answer is enough for anything',
      answers: sheet({ stage: 'operation' }, 0),
      de: /^Das Ergebnis ist robust: Keine einzelne andere Antwort würde die Stufe oder ein Urteil ändern\.$/,
      en: /^The result is robust: no single other answer would change the level or a verdict\.$/,
    },
  ])('$why', ({ answers, de, en }) => {
    expect(told(answers).headline).toMatch(de);
    expect(told(answers, 'en').headline).toMatch(en);
  });

  test('a view that never has a level speaks of verdicts alone', () => {
    const quick = { ...sheet({ stage: 'operation' }, 0), scope: { quick: true } };
    expect(told(quick).headline).toBe(
      'Keine einzelne andere Antwort würde an den Urteilen etwas ändern.',
    );
    expect(told(quick, 'en').headline).toBe('No single other answer would change the verdicts.');
  });

  test('it is part of what a terminal and a report show', () => {
    const { headline, answers } = told(sheet({ stage: 'operation' }, 3, { 'testing.cases': 1 }));
    expect(answers.map(({ text }) => text)).toContain(headline);
  });

  test("without the words of reports, as in a program of one's own, nothing is said", () => {
    const assessment = assess(fiveHurdles, sheet({}, 2), tool);
    expect(viewOf(assessment, fiveHurdles, 'de').sensitivity.headline).toBe('');
  });

  test('where too much is asked to try it all, nothing is claimed', () => {
    const assessment = { ...assess(fiveHurdles, sheet({}, 2), tool), sensitivity: null };
    const view = viewOf(assessment, fiveHurdles, 'de', reportWords('de'));
    expect(view.sensitivity).toEqual({ headline: '', answers: [], profile: [] });
  });
});

test('a change of the profile is told apart, with what it is instead of what', () => {
  const { profile } = told(
    sheet({ stage: 'operation', data: 'internal' }, 2, { 'tools.rules': 0 }),
  );
  const texts = profile.map(({ text }) => text);
  expect(texts).toContain(
    'Stünde bei „Daten“ nicht „Interne“, sondern „Personenbezogene (Namen, Adressen, Personal)“, ' +
      'käme „Bitte noch keine personenbezogenen Daten in KI-Werkzeuge geben“ hinzu.',
  );
});

test('every kind of outcome has its words in both languages, of answers and of what is open', () => {
  const assessment = assess(fiveHurdles, sheet({ stage: 'operation' }, 2), tool);
  const id = 'not-expand';
  const none = { lifted: [], added: [], certain: [], provisional: [] };
  const step = 'testing.cases';
  const changes: readonly Sensitivity['changes'][] = [
    { verdicts: { ...none, lifted: [id] } },
    { verdicts: { ...none, added: [id, 'not-buy'] } },
    { verdicts: { ...none, certain: [id] } },
    { verdicts: { ...none, provisional: [id] } },
    { level: [1, 2] },
    { level: [2, 1] },
    { level: [null, 1] },
    { level: [1, null] },
    { firstSteps: { in: [step], out: [] } },
    { firstSteps: { in: [], out: [step] } },
    { firstSteps: { in: [step], out: ['goals.target'] } },
  ];
  const alike = [[], ['goals.target'], ['goals.target', 'tools.rules', 'tools.inventory', step]];
  const froms = [{ answer: 1 }, { answer: 3 }, { state: 'unknown' as const }];
  const alsos = [null, 'more', 'fewer'] as const;
  const sensitivity = changes.flatMap((change) =>
    froms.flatMap((from) =>
      alike.flatMap((others) =>
        alsos.map((also) => ({
          outcome: 'firstSteps' in change ? ('first-steps' as const) : ('lifted' as const),
          about: 'answer' as const,
          question: 'measurement.kpis',
          ...{ from, to: 2, size: 0.25, nearest: true, also, alike: others, changes: change },
        })),
      ),
    ),
  );
  for (const language of ['de', 'en']) {
    for (const one of sensitivity) {
      const view = viewOf(
        { ...assessment, sensitivity: [one] },
        fiveHurdles,
        language,
        reportWords(language),
      );
      const [change] = view.sensitivity.answers;
      expect(change?.text).toMatch(/^\p{Lu}.*[^.]\.$/u);
      expect(change?.text).not.toMatch(/[{}]|undefined|null/);
      expect(change?.alike === null).toBe(one.alike.length === 0);
    }
  }
});

test.each([
  ['Noch nicht kaufen: erst das Problem aufschreiben.', 'Noch nicht kaufen'],
  ['Keine Daten weitergeben; sonst bitte sofort stoppen.', 'Keine Daten weitergeben'],
  ['Noch nicht ausweiten.', 'Noch nicht ausweiten'],
  [
    'Achtung: Das ist zu kurz, um verstanden zu werden: mehr',
    'Achtung: Das ist zu kurz, um verstanden zu werden',
  ],
  ['Nur mit z. B. zehn Fällen beginnen. Dann weiter.', 'Nur mit z. B. zehn Fällen beginnen'],
  ['', ''],
])('„%s“ is called „%s“ for short', (text, short) => {
  expect(firstClause(text)).toBe(short);
});
