import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { renderBuiltIn } from '../../src/cli/render-built-in.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { type BadgeView, badgeGrounds, badgeView } from '../../src/report/badge-view.ts';
import { contrast } from '../../src/report/contrast.ts';
import { viewOf } from '../../src/report/view.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const tool = { name: 'five-hurdles', version: '0.0.0' };

function badgeOf(answers: Answers, language = 'de'): BadgeView {
  const words = reportWords(language);
  const assessment = assess(fiveHurdles, answers, tool);
  return badgeView(viewOf(assessment, fiveHurdles, language, words), words);
}

const dated = (answers: Answers): Answers => ({ ...answers, updated: '2026-11-20T09:00:00Z' });

describe('a badge', () => {
  test.each([
    {
      why: 'says "not yet" before any level',
      answers: sheet({ stage: 'pilot', plans: ['expansion'] }, 2, { 'testing.cases': 0 }),
      tone: 'stop',
      de: /^noch nicht · Stufe 1\+?, vorerst genügt 1$/,
      en: /^not yet · level 1\+?, 1 is enough for now$/,
    },
    {
      why: 'says so even where too much is open for a level, and that it is provisional where it is',
      answers: sheet({ stage: 'pilot', plans: ['purchase'] }, 'unknown'),
      tone: 'stop',
      de: /^(vorläufig: )?noch nicht · zu viele Fragen offen$/,
      en: /^(provisional: )?not yet · too many questions open$/,
    },
    {
      why: 'is green where everything asked is at its target',
      answers: sheet({ stage: 'pilot' }, 'target'),
      tone: 'reached',
      de: /^Stufe \d\+?, Soll erreicht$/,
      en: /^level \d\+?, target reached$/,
    },
    {
      why: 'gives level and target where nothing is urgent',
      answers: sheet({ stage: 'operation' }, 3, { 'tools.rules': 2 }),
      tone: 'below',
      de: /^Stufe 2\+?, Soll 2$/,
      en: /^level 2\+?, target 2$/,
    },
    {
      why: 'names no level of the company where only part was asked',
      answers: {
        ...sheet({ stage: 'operation' }, 3, { 'goals.data': 2, 'goals.target': 2 }),
        scope: { quick: true },
      },
      tone: 'none',
      de: /^nur zum Teil gefragt$/,
      en: /^only part was asked$/,
    },
  ])('$why', ({ answers, tone, de, en }) => {
    expect(badgeOf(answers)).toMatchObject({ tone, message: expect.stringMatching(de) });
    expect(badgeOf(answers, 'en')).toMatchObject({ tone, message: expect.stringMatching(en) });
  });

  test('says which use it is of, of which day, and never of which company', () => {
    const answers = {
      ...dated(sheet({ stage: 'pilot' }, 'target')),
      subject: { name: 'Geheim GmbH', use: 'Chat' },
    };
    const badge = badgeOf(answers);
    expect(badge.label).toBe('Chat');
    expect(badge.title).toMatch(/^Chat: Stufe .*\. Stand: 20\. November 2026$/);
    const { use: _use, ...useless } = answers.profile;
    const nameless = { ...answers, subject: { name: 'Geheim GmbH' }, profile: useless };
    expect(badgeOf(nameless).label).toBe('Die fünf Hürden');
    const { updated: _, ...undated } = answers;
    expect(badgeOf(undated, 'en').title).toMatch(/Undated$/);
    expect(JSON.stringify(badge)).not.toContain('Geheim');
  });

  test('cuts a long use where it is shown, and says the whole where it is read out', () => {
    const use = 'Ein Vorhaben mit einem Namen, der für ein Schild viel zu lang ist';
    const badge = badgeOf({ ...sheet({ stage: 'pilot' }, 2), subject: { use } });
    expect(badge.label).toMatch(/^Ein Vorhaben .*…$/);
    expect(badge.title).toContain(use);
    expect(badge.left.width).toBeLessThan(280);
  });
});

test('whatever was answered, a badge is never green where a verdict stands against it, and says "not yet" where a certain one does', () => {
  const seen = { stop: 0, other: 0 };
  fc.assert(
    fc.property(randomSheets(fiveHurdles), (answers) => {
      const { verdicts } = assess(fiveHurdles, answers, tool);
      const { tone, message } = badgeOf(answers);
      const urgent = verdicts.filter(({ kind }) => kind !== 'fine');
      if (urgent.length > 0) expect(tone).toMatch(/^(stop|ask)$/);
      if (urgent.some(({ kind, certain }) => kind === 'stop' && certain)) {
        expect(tone).toBe('stop');
        expect(message).toMatch(/^noch nicht · /);
        seen.stop += 1;
      } else seen.other += 1;
    }),
    search(60),
  );
  expect(seen.stop).toBeGreaterThan(0);
});

test('white letters are readable on every ground it has', () => {
  for (const ground of Object.values(badgeGrounds)) {
    expect(contrast('#ffffff', ground)).toBeGreaterThanOrEqual(4.5);
  }
});

test('it fetches nothing, and says itself to whoever cannot see it', async () => {
  const svg = await renderBuiltIn(
    badgeOf(dated(sheet({ stage: 'pilot', plans: ['expansion'] }, 0))),
    'svg',
    'badge',
  );
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
  expect(svg).toMatch(/role="img" aria-label="[^"]+: noch nicht[^"]*Stand: 20\. November 2026"/);
  expect(svg).toMatch(/<title>[^<]+: noch nicht/);
});
