/** What a PDF says of its making. */
export type Stamp = {
  /** The program it was made with. */
  readonly creator: string;
  /** The day it speaks of, YYYY-MM-DD; null when nobody knows. */
  readonly day: string | null;
};

/**
 * Says in a PDF what made it and of which day it is, in place of the browser's name and of the clock, and counts its
 * parts from one: the same report is then the same bytes on every day. Nothing moves, so every place the file points
 * to stays right.
 *
 * @param pdf as Chromium writes it; it is not changed
 */
export function stampPdf(pdf: Uint8Array, { creator, day }: Stamp): Uint8Array {
  const stamped = Buffer.from(pdf);
  overwrite(stamped, '/Creator (', creator);
  for (const key of ['/CreationDate (', '/ModDate (']) {
    overwrite(stamped, key, day === null ? null : `D:${day.replaceAll('-', '')}000000+00'00'`);
  }
  return renumbered(stamped);
}

// Chromium names the cells of tables after numbers it gave out while it was busy with other things, too. Their order
// stays, as the file lists them by name.
function renumbered(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const given = [...new Set(text.match(cellName))].sort();
  const rank = new Map(given.map((name, index) => [name, index + 1]));
  const name = (old: string) => `(node${String(rank.get(old)).padStart(8, '0')})`;
  return Buffer.from(text.replace(cellName, name), 'latin1');
}

const cellName = /\(node\d{8}\)/g;

// An entry of the same length, filled up with blanks; null leaves blanks only. One without room stays as it is.
function overwrite(pdf: Buffer, key: string, value: string | null): void {
  const start = pdf.indexOf(key, 0, 'latin1');
  if (start < 0) return;
  const length = endOfText(pdf, start + key.length) - start;
  const entry = value === null ? '' : `${key}${value.replace(/[^ -~]|[\\()]/g, '')})`;
  if (entry.length <= length) pdf.write(entry.padEnd(length), start, 'latin1');
}

// Within a text a backslash takes its meaning from what follows.
function endOfText(pdf: Buffer, start: number): number {
  let at = start;
  while (at < pdf.length && pdf[at] !== closing) at += pdf[at] === backslash ? 2 : 1;
  return at + 1;
}

const closing = ')'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
