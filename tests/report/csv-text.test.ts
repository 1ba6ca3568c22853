import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../src/report/csv-text.ts';
import { tame } from '../../src/shared/tame.ts';
import { readCsv } from '../support/read-csv.ts';
import { search } from '../support/search.ts';

const delimiters = { de: ';', en: ',' } as const;
const languages = fc.constantFrom('de', 'en');
// What a text may hold that means something to a table, and anything else.
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'=+-@＝＋－＠﹣\t\r\n ;,"\'\u00a0\u200b\u202e\u3164\ufe0fa1'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));
const numbers = fc.oneof(
  fc.integer(),
  fc.integer({ min: -1e9, max: 1e9 }).map((billionths) => billionths / 1e9),
);
const tables = fc.record({
  language: languages,
  rows: fc.array(
    fc.record({ text: texts, number: numbers, empty: fc.constant(null), last: texts }),
  ),
});
const columns = ['text', 'number', 'empty', 'last'] as const;

function written({ language, rows }: Parameters<typeof readBack>[0]): string {
  return csvText({ columns, rows }, language);
}

function readBack(table: {
  readonly language: 'de' | 'en';
  readonly rows: readonly {
    readonly text: string;
    readonly number: number;
    readonly empty: null;
    readonly last: string;
  }[];
}) {
  return readCsv(written(table), delimiters[table.language]);
}

test('another program reads back what was written, whatever stands in the texts', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const read = readBack(table);
      expect(read.columns).toEqual(columns);
      const rows = read.rows.map(({ text = '', number = '', empty, last = '' }) => [
        withoutApostrophe(text),
        Number(number.replace(',', '.')),
        empty,
        withoutApostrophe(last),
      ]);
      expect(rows).toEqual(
        table.rows.map(({ text, number, last }) => [
          withoutApostrophe(tame(text)),
          number,
          '',
          withoutApostrophe(tame(last)),
        ]),
      );
    }),
    search(300),
  );
});

// As the page on tables says.
function withoutApostrophe(text: string): string {
  return text.replace(
    /^'(?=[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹣])/u,
    '',
  );
}

test('no text begins as a formula does, also behind what cannot be seen', () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (const { text = '', last = '' } of readBack(table).rows) {
        for (const cell of [text, last]) {
          expect(cell.normalize('NFKC')).not.toMatch(
            /^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@]/u,
          );
        }
      }
    }),
    search(300),
  );
});

test.each([
  { language: 'de', row: '"a";1,5', number: 1.5 },
  { language: 'en', row: '"a",1.5', number: 1.5 },
  { language: 'de', row: '"a";-1', number: -1 },
  { language: 'en', row: '"a",-0.000000001', number: -1e-9 },
  { language: 'de', row: '"a";1234567,25', number: 1_234_567.25 },
])('$number stays a number in $language: $row', ({ language, row, number }) => {
  const text = csvText({ columns: ['a', 'b'], rows: [{ a: 'a', b: number }] }, language);
  expect(text.split('\r\n')[1]).toBe(row);
});

test.each([
  { text: '=1+1', cell: `"'=1+1"`, why: 'a formula' },
  { text: '-5', cell: `"'-5"`, why: 'somebody wrote it, so it is no number of ours' },
  { text: '  @SUM(A1)', cell: `"'  @SUM(A1)"`, why: 'white space before it' },
  { text: '\n=1', cell: `"'\n=1"`, why: 'a line break before it' },
  { text: '\u00ad=1', cell: `"'\u00ad=1"`, why: 'what cannot be seen before it' },
  { text: '＝1', cell: `"'＝1"`, why: 'a wide sign' },
  { text: '\t=1', cell: `"' =1"`, why: 'a tab, which becomes a space' },
  { text: 'a = b; "c"', cell: '"a = b; ""c"""', why: 'none, only quoted' },
  { text: '\u202e=1', cell: '"\ufffd=1"', why: 'none any more: what reverses text is gone' },
])('$text is written as $cell: $why', ({ text, cell }) => {
  expect(csvText({ columns: ['a'], rows: [{ a: text }] }, 'de')).toBe(`\ufeff"a"\r\n${cell}\r\n`);
});

test('a table without rows still names its columns', () => {
  expect(csvText({ columns: ['a', 'b'], rows: [] }, 'en')).toBe('\ufeff"a","b"\r\n');
});
