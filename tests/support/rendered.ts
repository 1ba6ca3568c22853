import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as a code host shows it, with the HTML that stands in it. */
export function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** What is wrong with how a Markdown text is built; empty where it shows as it is meant. */
export function slipsIn(markdown: string): readonly string[] {
  const html = rendered(markdown);
  const tags = new Set([...html.matchAll(/<\/?([a-z]\w*)/gi)].map(([, tag = '']) => tag));
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  const folded = [...html.matchAll(/<details>([\s\S]*?)<\/details>/g)].map(([, part = '']) => part);
  const text = html.replace(/<code>[\s\S]*?<\/code>|<[^>]*>/g, '');
  return [
    ...[...tags].filter((tag) => !ours.has(tag)).map((tag) => `a tag of its own: ${tag}`),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one title']),
    ...levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1 ? [`heading ${index + 1} skips a level`] : [],
    ),
    ...unevenTables(markdown),
    ...folded
      .filter((part) => !/^\s*<summary>[^<>]+<\/summary>\s*<(ul|p|h4)>/.test(part))
      .map((part) => `folded and not shown as Markdown: ${part.slice(0, 60)}`),
    ...(html.split('<details>').length === html.split('</details>').length ? [] : ['left open']),
    ...(count(markdown, /^ *- \[[ x]\] /gm) === count(html, /<input type="checkbox"/g)
      ? []
      : ['a box that is none']),
    ...[...text.matchAll(/\*\*|^\s*(?:#|\||- )/gm)].map(([sign]) => `shown as it stands: ${sign}`),
  ];
}

const ours = new Set(
  'h1 h2 h3 h4 p ul ol li strong em code table thead tbody tr th td br hr input blockquote del details summary'.split(
    ' ',
  ),
);

// Shown, a row is filled up or cut off without a word.
function unevenTables(markdown: string): readonly string[] {
  const tables = markdown.match(/(?:^\|.*\n)+/gm) ?? [];
  return tables.flatMap((table) => {
    const cells = table
      .trimEnd()
      .split('\n')
      .map((line) => count(line.replace(/\\\\/g, ''), /(?<!\\)\|/g));
    return new Set(cells).size === 1 ? [] : [`uneven: ${table.slice(0, 60)}`];
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
