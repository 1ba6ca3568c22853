import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../src/cli/words/words.ts';
import type { Card, Said } from '../../src/interview/card.ts';
import { interview } from '../../src/interview/interview.ts';
import { closed, draw, pagesOfHelp, type Style } from '../../src/interview/screen.ts';
import { noAnswers } from '../../src/questionnaire/answers.ts';
import { fiveHurdlesEngine as engine, fiveHurdles } from '../support/five-hurdles.ts';
import { scriptedAsker } from '../support/scripted-asker.ts';
import { search } from '../support/search.ts';

const same = (text: string) => text;
const plain: Style = { strong: same, quiet: same, accent: same };

// Every card there is, by walking through without an answer.
const cards = await Promise.all(
  ['de', 'en'].map(async (language) => {
    const words = (await wordsIn(language)).interview;
    const asker = scriptedAsker((card): Said => {
      if (card.form.kind === 'line') return { kind: 'typed', typed: 'Bot' };
      const last = card.form.options.length - 1;
      return { kind: 'picked', picked: [card.title === words.list.title ? 0 : last] };
    });
    let known = noAnswers(fiveHurdles);
    await interview(
      {
        engine,
        asker,
        save: (turn, answer) => {
          const section = turn.kind === 'question' ? 'answers' : 'profile';
          known =
            turn.kind === 'name'
              ? { ...known, subject: { name: 'Bot' } }
              : { ...known, [section]: { ...known[section], [turn.id]: answer } };
          return { ok: true, answers: known, changedMeanwhile: false };
        },
        language,
        words,
        clock: () => 0,
      },
      known,
    );
    return asker.asked.map((card) => ({ card, words }));
  }),
).then((all) => all.flat());

const touches = (card: Card) =>
  fc.record({
    active: fc.nat(card.form.kind === 'line' ? 0 : card.form.options.length - 1),
    picked: fc.constant([]),
    help: fc.nat(3),
    complaint: fc.option(fc.constant('Bitte mindestens eine Antwort auswählen, dann Enter.'), {
      nil: null,
    }),
  });

test('all there is to ask has been drawn', () => {
  expect(cards.length).toBeGreaterThan(80);
});

test.each([40, 60, 80, 120, 200])(
  'at %i columns no line is wider, and the active option is there',
  (columns) => {
    for (const { card, words } of cards) {
      fc.assert(
        fc.property(touches(card), (touch) => {
          const { above, below } = draw(card, touch, { columns, rows: 24 }, plain, words);
          expect([...above, ...below].filter((line) => line.length >= columns)).toEqual([]);
          const pages =
            touch.help > 0 ? pagesOfHelp(card, { columns, rows: 24 }, plain, words) : [];
          if (card.form.kind !== 'line' && pages.length === 0) {
            expect(above.filter((line) => line.startsWith('❯'))).toHaveLength(1);
          }
        }),
        search(5),
      );
    }
  },
);

test('on 24 lines of 80 columns every question fits, with its keys', () => {
  const higher = cards.filter(({ card, words }) => {
    const touch = { active: 0, picked: [], help: 0, complaint: null };
    const { above, below } = draw(card, touch, { columns: 80, rows: 24 }, plain, words);
    return above.length + below.length > 24;
  });
  expect(higher.map(({ card }) => card.title)).toEqual([]);
});

test.each([40, 60, 80])(
  'on 24 lines of %i columns no help scrolls, and all of it can be read',
  (columns) => {
    const size = { columns, rows: 24 };
    const flat = (lines: readonly string[]) => lines.join(' ').replaceAll(/\s+/g, ' ');
    let paged = 0;
    for (const { card, words } of cards) {
      if (card.help.length === 0) continue;
      const pages = pagesOfHelp(card, size, plain, words);
      paged += pages.length > 0 ? 1 : 0;
      const touch = { active: 0, picked: [], complaint: null };
      const drawings = Array.from({ length: Math.max(1, pages.length) }, (_, index) =>
        draw(card, { ...touch, help: index + 1 }, size, plain, words),
      );
      for (const { above, below } of drawings) {
        expect(above.length + below.length, card.title).toBeLessThanOrEqual(24);
      }
      const told = flat(
        drawings.flatMap(({ above, below }) => (pages.length > 0 ? above.slice(3) : below)),
      );
      expect(told).toContain(flat(card.help));
      // However far somebody turned before the terminal grew.
      expect(() => draw(card, { ...touch, help: 99 }, size, plain, words)).not.toThrow();
    }
    if (columns === 40) expect(paged).toBeGreaterThan(0);
  },
);

test('what does not fit is said to be there, above and below', () => {
  const list = cards.find(({ card, words }) => card.title === words.list.title);
  if (!list) throw new Error('There is no list of all answers.');
  const touch = { active: 20, picked: [], help: 0, complaint: null };
  const { above } = draw(list.card, touch, { columns: 80, rows: 24 }, plain, list.words);
  expect(above).toContain('  ↑ …');
  expect(above).toContain('  ↓ …');
});

test('what is answered stays as one short entry', () => {
  const [first] = cards;
  const lines = first && closed(first.card, 'Muster GmbH', { columns: 80, rows: 24 }, plain);
  expect(lines).toEqual(['✓ Name des Betriebs: Muster GmbH']);
});

test('an answer that is none of the options is shown when one comes back to it', async () => {
  const words = (await wordsIn('de')).interview;
  const touch = { active: 0, picked: [], help: 0, complaint: null };
  const card: Card = {
    isKept: true,
    title: 'Daten',
    part: 'Zu Ihrem Betrieb',
    progress: null,
    remark: null,
    text: 'Welche Daten?',
    form: { kind: 'one', options: [{ key: '1', text: 'Interne', meaning: null }], chosen: null },
    before: 'Weiß ich nicht',
    beside: [],
    help: [],
    commands: [],
  };
  const shown = (one: Card) => draw(one, touch, { columns: 80, rows: 24 }, plain, words).above;
  expect(shown(card)).toContain('Bisher: Weiß ich nicht');
  expect(shown({ ...card, before: null }).join()).not.toContain('Bisher');
});
