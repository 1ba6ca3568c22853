import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { viewOf } from '../../src/report/view.ts';
import { type Advised, anyPlan, reportWithPlan } from '../support/a-plan.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };
const lanesIn = (answers: Answers, language: string) =>
  viewOf(assess(fiveHurdles, answers, tool), fiveHurdles, language, reportWords(language)).pictures
    ?.lanes;

describe('what the picture of the hurdles means', () => {
  const pilot = { stage: 'pilot' } as const;
  test.each([
    {
      why: 'one lies behind and no other as low decides for the company',
      answers: sheet({ stage: 'operation' }, 3, { 'testing.cases': 0 }),
      de: /^Am weitesten zurück liegt „Fehlende Tests“\. Diese Hürde bestimmt, wie weit der ganze Betrieb ist\./,
      en: /^Furthest behind is “Missing tests”\. This hurdle decides how far along the whole company is\./,
    },
    {
      why: 'all are as far as they should be',
      answers: sheet(pilot, 'target'),
      de: /^Überall reicht der Wert bis ans Soll\.$/,
      en: /^The value reaches the target everywhere\.$/,
    },
    {
      why: 'all have the same to do',
      answers: sheet({ stage: 'operation' }, 0),
      de: /^Alle 5 Hürden sind gleich weit\. Nirgends reicht der Wert schon bis ans Soll\.$/,
      en: /^You are equally far along with all 5 hurdles\. The value does not reach the target anywhere yet\.$/,
    },
    {
      why: 'nothing is known',
      answers: sheet(pilot, 'unknown'),
      de: /^Noch lässt sich keine Hürde einstufen: Zu viele Fragen sind offen\.$/,
      en: /^No hurdle can be rated yet: too many questions are open\.$/,
    },
    {
      why: 'a limit holds one down',
      answers: sheet({ stage: 'operation' }, 4, { 'goals.problem': 0 }),
      de: /Ohne Deckel stünde „Unklare Ziele“ höher\.$/,
      en: /Without its limit, “Unclear goals” would stand higher\.$/,
    },
  ])('$why', ({ answers, de, en }) => {
    expect(lanesIn(answers, 'de')).toMatch(de);
    expect(lanesIn(answers, 'en')).toMatch(en);
  });

  test('beside the lane stands why it is capped, by the lowest limit', () => {
    const answers = sheet({ stage: 'operation' }, 4, { 'goals.problem': 0 });
    const { lanes } = viewOf(
      assess(fiveHurdles, answers, tool),
      fiveHurdles,
      'de',
      reportWords('de'),
    );
    expect(lanes.hasCut).toBe(true);
    expect(lanes.lanes.map(({ cap }) => cap).filter((cap) => cap !== null)).toEqual([
      'Deckel bei 1: Ohne aufgeschriebenes Problem fehlt dem Ziel die Grundlage.',
    ]);
  });
});

const captionsOf = (steps: readonly Advised[], language = 'de') => {
  const { pictures } = reportWithPlan(steps, language);
  return [pictures?.matrix?.caption, pictures?.timeline?.caption];
};

describe('what the pictures of the plan mean', () => {
  test.each([
    {
      why: 'one step is the whole plan',
      steps: [{ effort: 1, weeks: 1, impact: 5 }],
      de: [
        'Der Plan hat nur einen Schritt. Aufwand in Personentagen: 0,5–1,5. Dieser Schritt hat große Wirkung (mindestens 4 von 5).',
        'Der Schritt dauert etwa eine Woche.',
      ],
      en: [
        'The plan has only one step. Effort in person-days: 0.5–1.5. This step has a great impact (at least 4 of 5).',
        'The step takes about one week.',
      ],
    },
    {
      why: 'two steps, one after the other',
      steps: [{ impact: 4 }, { after: 0, weeks: 2 }],
      de: [
        'Der Plan hat nur 2 Schritte. Aufwand zusammen, in Personentagen: 1–3. Einer von ihnen hat große Wirkung (mindestens 4 von 5).',
        'Alles zusammen dauert etwa 3 Wochen. Sofort beginnen kann Schritt 1. Auf Schritt 1, „Step 0“, wartet ein anderer.',
      ],
      en: [
        'The plan has only 2 steps. Effort in all, in person-days: 1–3. One of them has a great impact (at least 4 of 5).',
        'All of it takes about 3 weeks. Step 1 can begin at once. One other step waits for step 1, “Step 0”.',
      ],
    },
    {
      why: 'the largest waits for what comes first',
      steps: [{ impact: 5 }, { impact: 5 }, { impact: 5 }, { effort: 8, impact: 1, after: 0 }],
      de: [
        'Aufwand der ersten 3 Schritte zusammen, in Personentagen: 1,5–4,5; des ganzen Plans: 5,5–16,5. Jeder von ihnen hat große Wirkung (mindestens 4 von 5). Der größte Brocken, „Step 3“ (Personentage: 4–12), wartet auf Schritt 1.',
        'Alles zusammen dauert etwa 2 Wochen. Nie laufen mehr als 3 Schritte zugleich. Sofort beginnen können die Schritte 1, 2 und 3. Auf Schritt 1, „Step 0“, wartet ein anderer.',
      ],
      en: [
        'Effort of the first 3 steps in all, in person-days: 1.5–4.5; of the whole plan: 5.5–16.5. Each of them has a great impact (at least 4 of 5). The largest piece of work, “Step 3” (person-days: 4–12), waits for step 1.',
        'All of it takes about 2 weeks. No more than 3 steps ever run at once. Steps 1, 2, and 3 can begin at once. One other step waits for step 1, “Step 0”.',
      ],
    },
    {
      why: 'nothing waits, nothing is great, nothing is largest',
      steps: [{}, {}, {}],
      de: [
        'Der Plan hat nur 3 Schritte. Aufwand zusammen, in Personentagen: 1,5–4,5.',
        'Alles zusammen dauert etwa eine Woche. Alle Schritte können sofort beginnen. Keiner davon braucht einen anderen als Voraussetzung.',
      ],
      en: [
        'The plan has only 3 steps. Effort in all, in person-days: 1.5–4.5.',
        'All of it takes about one week. All steps can begin at once. None of them needs another one first.',
      ],
    },
  ])('$why', ({ steps, de, en }) => {
    expect(captionsOf(steps)).toEqual(de);
    expect(captionsOf(steps, 'en')).toEqual(en);
  });

  test.each(['de', 'en'])('they are whole sentences for any plan (%s)', (language) => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const named = steps.map((step, index) => ({ ...step, title: `Step ${index}` }));
        const captions = captionsOf(named, language);
        fc.pre(captions.every((caption) => caption !== undefined));
        for (const caption of captions) {
          expect(caption).toMatch(/^\p{Lu}.*\.$/u);
          expect(caption).not.toMatch(
            /[{}]|undefined|null|NaN|Infinity| {2}|\.\.|(?<![,.–])\b1 (Personentage|person-days|Schritte|Wochen|steps|weeks)\b/,
          );
        }
      }),
      search(30),
    );
  });
});

test.each(['de', 'en'])(
  'what stands on the first page and under the lanes is whole, whatever was asked and answered (%s)',
  (language) => {
    const drawn = randomQuestionnaires(anything).chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        answers: randomSheets(questionnaire),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ questionnaire, answers }) => {
        const view = viewOf(
          assess(questionnaire, answers, tool),
          questionnaire,
          language,
          reportWords(language),
        );
        const { headline, standing, noSteps, rests } = view.page ?? {};
        const told = [
          view.pictures?.lanes,
          standing?.level,
          standing?.target,
          standing?.possible,
          headline?.more,
          noSteps,
          ...(rests?.means ?? []),
          ...(rests?.parts.map(({ text }) => text) ?? []),
          ...view.lanes.lanes.map(({ cap }) => cap),
        ].filter((text) => text != null);
        expect(told.length).toBeGreaterThan(3);
        for (const text of told) expect(text).not.toMatch(/[{}]|undefined|null\b|NaN| {2}/);
      }),
      search(60),
    );
  },
);
