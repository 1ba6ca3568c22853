import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lineOf, lineOfSheet } from '../../src/assessment/assessment-line.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { sheetOf, sheetOfStandings } from '../../src/assessment/sheet.ts';
import { fromBytes, toBytes } from '../../src/cli/stream/byte-text.ts';
import { acceptingAnswers } from '../../src/questionnaire/accept-answers.ts';
import { acceptingSheets } from '../../src/questionnaire/accept-sheet.ts';
import { toEntry } from '../../src/questionnaire/answer-entry.ts';
import { dayOf } from '../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { keysWritten, parsedJson } from '../../src/shared/plain-json.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const extent = { recommendations: true };

/** Data taken both ways, from its text: by way of the answers, and position by position with characters left as bytes. */
function bothWays(data: unknown, questionnaire: Questionnaire) {
  const engine = engineOf(questionnaire);
  const text = JSON.stringify(data);
  const answers = acceptingAnswers(questionnaire)(JSON.parse(text));
  const bytes = toBytes(text);
  const taken = acceptingSheets(questionnaire)(parsedJson(bytes), keysWritten(bytes), fromBytes);
  const sheet = taken && sheetOfStandings(taken, taken.given);
  return {
    answered: answers && {
      sheet: sheetOf(engine, answers),
      line: JSON.stringify(lineOf(engine, answers, extent)),
    },
    placed: sheet && {
      sheet,
      line: JSON.stringify(
        lineOfSheet(
          engine,
          sheet,
          {
            version: taken.given.questionnaire.version,
            subject: { name: decoded(taken.subject.name), use: decoded(taken.subject.use) },
            date: dayOf(taken.given),
          },
          extent,
        ),
      ),
    },
  };
}

function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fromBytes(text);
}

const wayward = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 4, 9, 1.5, '', 'unknown', 'not-applicable', '1', [], {}),
  fc.constantFrom<unknown>(true, { answer: 2 }, { state: 'unknown' }, '2026-11-20', 'Müller – “'),
  fc.anything({ withNullPrototype: false }),
);

describe('a quick reader of sheets', () => {
  test('takes the examples that the quick reader of answers takes, and judges the same', () => {
    const examples = readdirSync('examples').filter((name) => /^[a-z]+\.yaml$/.test(name));
    const taken = examples.filter((name) => {
      const data = parse(readFileSync(`examples/${name}`, 'utf8'));
      if (data.questionnaire?.id !== fiveHurdles.id) return false;
      const { answered, placed } = bothWays(data, fiveHurdles);
      // A text behind a quotation mark and a colon is left to the proper reader.
      if (placed) expect(placed).toEqual(answered);
      return placed !== null;
    });
    expect(taken).toEqual(expect.arrayContaining(['versandhandel.yaml', 'malerbetrieb.yaml']));
  });

  test('makes of random answers what the quick reader of answers makes, whatever is changed in them', () => {
    let taken = 0;
    let left = 0;
    fc.assert(
      fc.property(
        withSheets(
          fc.oneof(randomQuestionnaires(anything), fc.constantFrom(fiveHurdles, aQuestionnaire())),
        ),
        fc.option(fc.tuple(fc.nat(), wayward), { freq: 1 }),
        fc.option(fc.record({ name: fc.string({ unit: 'binary' }), use: fc.string() })),
        ({ questionnaire, answers }, change, subject) => {
          const { profile, questions } = questionnaire;
          const asked = [...profile, ...questions.map(({ question }) => question)];
          const entries = (section: typeof answers.answers): Record<string, unknown> =>
            Object.fromEntries(
              Object.entries(section).map(([id, answer]) => [
                id,
                toEntry(answer, asked.find((question) => question.id === id)?.kind === 'text'),
              ]),
            );
          const data: Record<string, Record<string, unknown>> = JSON.parse(
            JSON.stringify({
              ...answers,
              ...(subject ? { subject } : {}),
              profile: entries(answers.profile),
              answers: entries(answers.answers),
            }),
          );
          if (change) {
            const [which, value] = change;
            const places = Object.values(data).flatMap((map) =>
              typeof map === 'object' ? Object.keys(map).map((key) => [map, key] as const) : [],
            );
            const [map, key] = places[which % places.length] ?? [data, 'language'];
            (map as Record<string, unknown>)[key] = value;
          }
          const { answered, placed } = bothWays(data, questionnaire);
          if (placed === null) {
            left += 1;
            const isAmbiguous = keysWritten(JSON.stringify(data)) !== keysIn(data);
            if (!isAmbiguous) expect(answered).toBeNull();
          } else {
            taken += 1;
            expect(placed).toEqual(answered);
          }
        },
      ),
      search(300),
    );
    expect(taken).toBeGreaterThan(30);
    expect(left).toBeGreaterThan(30);
  });

  test('leaves a key that was given twice to the proper reader', () => {
    const once = `{"format":"answers/1","questionnaire":{"id":"five-hurdles"},"profile":{"stage":"pilot"},"answers":{"goals.target":1}}`;
    const accept = acceptingSheets(fiveHurdles);
    const take = (text: string) => accept(parsedJson(text), keysWritten(text), fromBytes);
    expect(take(once)).not.toBeNull();
    expect(take(once.replace('"goals.target":1', '"goals.target":1,"goals.target":2'))).toBeNull();
    expect(take(once.replace('"profile"', '"answers":{},"profile"'))).toBeNull();
    const long = '"goals.target":{"answer":1,"answer":2}';
    expect(take(once.replace('"goals.target":1', long))).toBeNull();
  });
});

function keysIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, part) => sum + keysIn(part), own);
}
