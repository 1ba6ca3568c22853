import { csvRows } from './csv-text.ts';
import type { CellView, WorksheetView } from './worksheet-view-type.ts';

/** A worksheet that is a table, for a spreadsheet: its columns and the rows in which something stands already. */
export function worksheetCsv({ fields, rows }: WorksheetView, language: string): string {
  return csvRows(
    [fields.map(({ label }) => label), ...rows.map((row) => row.map(textOf))],
    language,
  );
}

function textOf({ text, said }: CellView): string {
  const quoted = said.map((one) => (one.who === null ? one.text : `${one.who}: ${one.text}`));
  return [text, ...quoted].filter((part) => part !== '').join('; ');
}
