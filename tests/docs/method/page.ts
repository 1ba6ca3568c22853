import { readPage } from '../page.ts';
import { type Company, companyOf, exampleCompany } from './company.ts';
import type { Figure } from './figure.ts';
import { figures } from './figures.ts';
import { words } from './words.ts';

/** The company that the page works through, read from the page. */
export function companyOnPage(markdown: string): Company {
  const files = readPage(markdown)
    .flatMap(({ acts }) => acts)
    .flatMap((act) => (act.kind === 'file' ? [act.text] : []));
  const [file = '', ...others] = files;
  if (others.length > 0) throw new Error('the page works through one company');
  return companyOf(file);
}

/** A figure of the page: what it is called and the lines it takes, head of the table or fences left out. */
export type Placed = {
  readonly name: string;
  readonly of: string | null;
  readonly line: number;
  readonly lines: readonly string[];
};

/**
 * The figures of a page: what follows `<!-- figures: NAME -->`, or `<!-- figures: NAME, of: EXAMPLE -->` for one of
 * the companies in `examples/`; a table or a block of code.
 */
export function figuresOn(markdown: string): readonly Placed[] {
  const lines = markdown.split('\n');
  return lines.flatMap((line, index): Placed[] => {
    const [, name, of] = /^<!-- figures: ([a-z-]+)(?:, of: (\w+))? -->$/.exec(line) ?? [];
    if (name === undefined) return [];
    const isBlock = lines[index + 1] === '```';
    const start = index + (isBlock ? 2 : 3);
    const isEnd = (text: string) => (isBlock ? text === '```' : !text.startsWith('|'));
    const end = lines.findIndex((text, at) => at >= start && isEnd(text));
    if (end <= start) throw new Error(`line ${index + 1}: no figures follow`);
    return [{ name, of: of ?? null, line: start, lines: lines.slice(start, end) }];
  });
}

/** The page with every figure as the program works it out now. */
export function workedOut(markdown: string, language: 'de' | 'en'): string {
  const own = companyOnPage(markdown);
  const lines = markdown.split('\n');
  // From the end, so that the lines before keep their numbers.
  for (const { name, of, line, lines: now } of figuresOn(markdown).toReversed()) {
    const figure = figures[name];
    if (!figure) throw new Error(`line ${line}: there is no figure called “${name}”`);
    const company = of === null ? own : exampleCompany(of);
    const rows = now.filter((text) => text.startsWith('|')).map(cellsOf);
    const worked = figure({ company, words: words[language], rows });
    lines.splice(line, now.length, ...linesOf(worked));
  }
  return lines.join('\n');
}

/** The cells of a row of a table. */
export function cellsOf(row: string): readonly string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function linesOf(figure: Figure): readonly string[] {
  return figure.map((line) =>
    typeof line === 'string'
      ? line
      : `| ${line.join(' | ')} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |'),
  );
}
