import type { CellView, WorksheetView } from './worksheet-view-type.ts';

/** A worksheet that is a table, for a spreadsheet: its columns and the rows in which something stands already. */
export function worksheetCsv({ fields, rows }: WorksheetView, language: string): string {
  return csvOf([fields.map(({ label }) => label), ...rows.map((row) => row.map(textOf))], language);
}

function textOf({ text, said }: CellView): string {
  const quoted = said.map((one) => (one.who === null ? one.text : `${one.who}: ${one.text}`));
  return [text, ...quoted].filter((part) => part !== '').join('; ');
}

/** Rows as CSV (RFC 4180) that a spreadsheet opens as it is: with a byte order mark, in German with semicolons. */
function csvOf(rows: readonly (readonly string[])[], language: string): string {
  const separator = language === 'de' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => quotedCell(cell)).join(separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

// What a spreadsheet would take for a formula is a text.
function quotedCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
