/**
 * What a file may weigh, how deep it may nest and how many parts it may have before it is refused: some ten times what
 * the largest that anybody needs has, and what is read within seconds. Parts are keys, values and the signs between them.
 */
export const limits = {
  characters: 2_000_000,
  lines: 100_000,
  parts: 600_000,
  depth: 64,
  /** Characters of a single key or value. */
  text: 20_000,
  /** Problems of a file that are told one by one; of the others it is told how many they are. */
  problems: 1_000,
} as const;
