import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The links of a page into the project that lead nowhere: no such file, or no such heading in it. */
export function deadLinks(path: string): readonly string[] {
  const page = readFileSync(path, 'utf8');
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  return links.flatMap(([, file = '', anchor]) => {
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(target)) return [file];
    const isHeading = anchor === undefined || anchorsIn(readFileSync(target, 'utf8')).has(anchor);
    return isHeading ? [] : [`${file}#${anchor}`];
  });
}

/** How many links a page has into the project. */
export function linkCount(path: string): number {
  return [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:)[^)]+\)/g)].length;
}

// As GitHub makes them, and those that a page sets itself.
function anchorsIn(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
  const own = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  return new Set([...headings, ...own]);
}
