import { stringify } from 'csv-stringify/sync';
import { tamed } from './tamed.ts';

/** What stands in a cell: a text that somebody wrote, a number of ours, or nothing. */
export type Cell = string | number | null;

/** Rows under the same columns, in the order in which they are to be read. */
export type Table<Column extends string = string> = {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<Column, Cell>>[];
};

/**
 * Writes a table as CSV (RFC 4180) that a spreadsheet of a language opens as it is meant: UTF-8 with a byte order mark;
 * a comma between the cells where the language has decimal points, a semicolon where it has decimal commas; every text
 * in quotation marks. No text becomes a formula (OWASP, CSV Injection); numbers stay numbers.
 *
 * @param language decides the decimal mark, and with it the delimiter
 */
export function csvText({ columns, rows }: Table, language: string): string {
  return csvRows(
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))],
    language,
  );
}

/** The same of rows that are nothing but cells, the first of them the heads of the columns. */
export function csvRows(rows: readonly (readonly Cell[])[], language: string): string {
  const number = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 9 });
  const hasComma = number.formatToParts(0.5).some(({ value }) => value === ',');
  return stringify([...tamed(rows)], {
    bom: true,
    delimiter: hasComma ? ';' : ',',
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
    cast: { string: defused, number: (value) => number.format(value) },
  });
}

/**
 * A text that a spreadsheet could take for a formula gets an apostrophe in front. The library sees what stands first;
 * some programs look past what cannot be seen, and read the wide forms of East Asian typing as the narrow ones.
 */
function defused(text: string): string {
  const [seen = ''] = text
    .replace(/^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]+/u, '')
    .normalize('NFKC');
  return seen !== text[0] && '=+-@'.includes(seen) && seen !== '' ? `'${text}` : text;
}
