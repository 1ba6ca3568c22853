import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import type { FirstPageView } from '../../src/report/first-page-view-type.ts';
import { viewOf } from '../../src/report/view.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };

function pageOf(answers: Answers, language = 'de', date: string | null = null): FirstPageView {
  const assessment = { ...assess(fiveHurdles, answers, tool), date };
  const { page } = viewOf(assessment, fiveHurdles, language, reportWords(language));
  if (page === null) throw new Error('There is no first page.');
  return page;
}

const quick = (answers: Answers): Answers => ({ ...answers, scope: { quick: true } });

describe('the headline', () => {
  test.each([
    {
      why: 'is the most urgent verdict, and counts the others',
      answers: sheet({ stage: 'pilot', data: 'unknown' }, 'unknown'),
      kind: 'stop',
      text: { de: /^Keine besonders geschützten Daten /, en: /^Put no specially protected data / },
      more: {
        de: /^Dazu kommen \d weitere Urteile; alle stehen/,
        en: /^There are \d more verdicts; all/,
      },
    },
    {
      why: 'says that one more stands beside it',
      answers: sheet({ stage: 'operation', plans: ['expansion'], outward: 'outside-direct' }, 3, {
        'testing.human': 0,
        'testing.cases': 1,
      }),
      kind: 'stop',
      text: { de: /\.$/, en: /\.$/ },
      more: {
        de: /^Dazu kommt ein weiteres Urteil; beide/,
        en: /^There is one more verdict; both/,
      },
    },
    {
      why: 'is the good news where nothing is urgent',
      answers: sheet({ stage: 'pilot' }, 'target'),
      kind: 'fine',
      text: { de: /^Nichts Dringendes/, en: /^Nothing urgent/ },
      more: null,
    },
    {
      why: 'says that nothing speaks against going on',
      answers: sheet({ stage: 'operation' }, 3, { 'tools.rules': 2 }),
      kind: null,
      text: {
        de: /^Nichts spricht dagegen, mit den ersten Schritten weiterzumachen\.$/,
        en: /^Nothing speaks against carrying on with the first steps\.$/,
      },
      more: null,
    },
    {
      why: 'gives no all-clear to what was asked only in part',
      answers: quick(sheet({ stage: 'operation' }, 3, { 'goals.data': 2, 'goals.target': 2 })),
      kind: null,
      text: {
        de: /^Aus diesen Antworten folgt kein Urteil; gefragt wurde nur ein Teil\.$/,
        en: /^No verdict follows from these answers; only part was asked\.$/,
      },
      more: null,
    },
  ])('$why', ({ answers, kind, text, more }) => {
    for (const language of ['de', 'en'] as const) {
      const { headline } = pageOf(answers, language);
      expect(headline.kind).toBe(kind);
      expect(headline.text).toMatch(text[language]);
      if (more === null) expect(headline.more).toBeNull();
      else expect(headline.more).toMatch(more[language]);
    }
  });

  test('good news says when to look again, as a day where there is a date', () => {
    const fine = sheet({ stage: 'pilot' }, 'target');
    expect(pageOf(fine).headline.again).toMatch(/^Nächste Prüfung: in \d+ Wochen$/);
    expect(pageOf(fine, 'de', '2026-11-20').headline.again).toBe('Nächste Prüfung: 21. Mai 2027');
  });
});

describe('where the company stands', () => {
  test('the level never stands without its target', () => {
    const { standing } = pageOf(sheet({ stage: 'operation' }, 2));
    expect(standing).toEqual({
      level: 'Stufe 2 von 4',
      name: 'Geordnet',
      target: 'Soll in Ihrer Lage: Stufe 2 „Geordnet“',
      possible: null,
    });
  });

  test('a range tells what is possible', () => {
    const { standing } = pageOf(sheet({ stage: 'operation' }, 2, { 'goals.data': 'unknown' }));
    expect(standing.level).toMatch(/^Stufe \d\+? von 4$/);
    expect(standing.possible).toBe('Möglich, je nach den offenen Fragen: Stufe 2 „Geordnet“');
  });

  test('without a level stands why', () => {
    const { standing } = pageOf(sheet({ stage: 'pilot' }, 'unknown'));
    expect(standing.level).toBe('Noch keine Stufe: Zu viele Fragen sind offen.');
    expect(standing.name).toBeNull();
  });
});

describe('what it rests on', () => {
  test('every part is counted, and each use of "not applicable" named with its reason', () => {
    const asked = sheet({ stage: 'operation' }, 2, {
      'goals.data': 'unknown',
      'tools.rules': 'unknown',
      'testing.monitoring': 'not-applicable',
    });
    const { 'involvement.training': _gone, ...others } = asked.answers;
    const answers: Answers = {
      ...asked,
      answers: {
        ...others,
        'testing.monitoring': { state: 'not-applicable', reason: 'Kein Zugriff' },
      },
    };
    const { rests } = pageOf(answers);
    const due = rests.parts.reduce((sum, { n }) => sum + n, 0);
    const { overall } = assess(fiveHurdles, answers, tool);
    expect(due).toBe(overall.due);
    expect(rests.parts.slice(1)).toEqual([
      { part: 'unknown', n: 2, text: '2 „Weiß ich nicht“' },
      { part: 'unanswered', n: 1, text: '1 ohne Antwort' },
      { part: 'not-applicable', n: 1, text: '1 „Trifft nicht zu“' },
    ]);
    expect(rests.excused).toEqual([{ title: expect.any(String), reason: 'Kein Zugriff' }]);
    expect(rests.means).toEqual([
      '3 Antworten sind offen: Sie machen das Ergebnis zur Spanne.',
      expect.stringMatching(
        /^Keine Antwort ist .* belegt; alles beruht auf Ihren eigenen Angaben\.$/,
      ),
      'Als nicht zutreffend ausgenommen ist eine Frage:',
    ]);
  });

  test('where everything is answered, that is said', () => {
    const { rests } = pageOf(sheet({ stage: 'operation' }, 2));
    expect(rests.parts.map(({ part }) => part)).toEqual(['answered']);
    expect(rests.means[0]).toBe('Nichts ist offen.');
    expect(rests.means.at(-1)).toBe('Keine Frage ist als nicht zutreffend ausgenommen.');
  });

  test('what the company did not say about itself is counted apart', () => {
    const { rests } = pageOf(sheet({ stage: 'operation', data: 'unknown' }, 2));
    expect(rests.means).toContain('Eine Angabe zum Betrieb ist offen.');
  });
});

describe('where to begin', () => {
  test('the first three steps, by their place in the plan', () => {
    const { steps, noSteps } = pageOf(sheet({ stage: 'operation' }, 0));
    expect(steps.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(noSteps).toBeNull();
  });

  test('without a step stands why', () => {
    const { steps, noSteps } = pageOf(sheet({ stage: 'pilot' }, 'target'));
    expect(steps).toEqual([]);
    expect(noSteps).toBe(
      'Kein Schritt ist nötig: Alles Gefragte ist so weit, wie es in Ihrer Lage sein soll.',
    );
  });
});
