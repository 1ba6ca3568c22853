import { parse } from 'csv-parse/sync';

/** A table as another program reads it: the names of the columns, and each row by them. */
export function readCsv(
  text: string,
  delimiter: ';' | ',',
): {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
} {
  const [columns = [], ...rows] = parse(text, {
    bom: true,
    delimiter,
    record_delimiter: '\r\n',
  }) as string[][];
  return {
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])),
    ),
  };
}
