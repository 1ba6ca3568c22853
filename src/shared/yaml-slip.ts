/** A slip of the pen that makes a line unreadable: what it is, and the column it is in, from 1. */
export type YamlSlip = { readonly reason: string; readonly column: number };

/**
 * Looks at a line that cannot be read for what people usually get wrong there: the parser only says where it got stuck.
 *
 * @returns null where the line has none of the usual slips
 */
export function yamlSlip(line: string): YamlSlip | null {
  for (const [reason, pattern] of usual) {
    const found = pattern.exec(line);
    if (found) return { reason, column: found[0].length };
  }
  return null;
}

// Each pattern ends with the character that is wrong, or before which one is missing.
const usual: readonly (readonly [string, RegExp])[] = [
  ['TAB_AS_INDENT', /^ *\t/],
  ['HARD_SPACE', /^ *(?:- *)?(?:[a-z][\w.-]*: *)?[\u00a0\u2007\u202f]/i],
  ['WRONG_DASH', /^ *[–—](?= )/],
  ['MISSING_SPACE', /^ *-[^\s-]/],
  ['MISSING_SPACE', /^ *(?:- +)?[a-z][\w.-]*:[^\s:/]/i],
  ['QUOTE_IN_QUOTES', /^ *(?:- +)?(?:\{ *)?[\w.-]+: *"[^"]*"[^\s"#,:}\]]/],
  // In `{ de: Watch out: no cloud }`, behind what stands in quotes.
  [
    'COLON_IN_TEXT',
    /^(?:"[^"]*"|'[^']*'|[^"'#])*?[{,] *[a-z][\w.-]*: +[^\s"'{[,}][^"'{},]*?:(?= )/i,
  ],
];
