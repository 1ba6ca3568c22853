const widest = 140;

/**
 * Sets the columns of the tables in a Markdown text below each other, so that they can be read as they stand; those that
 * would become wider than a window stay as they are. What comes of it when it is shown is the same.
 */
export function alignTables(markdown: string): string {
  return markdown.replace(/^\|.*\|\n\|(?: *:?-+:? *\|)+\n(?:\|.*\|\n?)*/gm, aligned);
}

function aligned(table: string): string {
  const end = table.endsWith('\n') ? '\n' : '';
  const [head = [], rule = [], ...rows] = table.trimEnd().split('\n').map(cellsOf);
  const columns = rule.map((mark, column) => ({
    isRight: !mark.startsWith(':') && mark.endsWith(':'),
    width: Math.max(3, ...[head, ...rows].map((row) => lengthOf(row[column] ?? ''))),
  }));
  const width = columns.reduce((sum, column) => sum + column.width + 3, 1);
  if (width > widest) return table;
  const lines = [head, ...rows].map((row) =>
    columns.map((column, index) => {
      const cell = row[index] ?? '';
      const gap = ' '.repeat(column.width - lengthOf(cell));
      return column.isRight ? gap + cell : cell + gap;
    }),
  );
  const marks = columns.map(({ isRight, width }) =>
    isRight ? `${'-'.repeat(width - 1)}:` : `:${'-'.repeat(width - 1)}`,
  );
  lines.splice(1, 0, marks);
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + end;
}

// A stroke that belongs to a text is escaped.
function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function lengthOf(cell: string): number {
  return [...cell].length;
}
