const shortest = 12;

/**
 * The beginning of a text that can stand for it: up to its first colon, semicolon or full stop.
 *
 * What would be too short to be understood goes on to the next; the mark at its end is left out.
 */
export function firstClause(text: string): string {
  const ends = /[:;]\s|[.!?]\s+(?=\p{Lu})/gu;
  const end = [...text.matchAll(ends)].find(({ index }) => index >= shortest)?.index;
  return withoutStop(end === undefined ? text : text.slice(0, end));
}

/** A sentence as it stands within another one. */
export function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
