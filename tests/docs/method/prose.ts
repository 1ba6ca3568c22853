import { MethodFormat } from '../../../src/questionnaire/method-format.ts';
import type { Company } from './company.ts';
import { factOf } from './facts.ts';
import { figuresOn } from './page.ts';
import { type Words, written } from './words.ts';

/** A number in a sentence, and whether a figure of its section has it, too. */
export type InSentence = {
  readonly heading: string;
  readonly index: number;
  readonly number: string;
  readonly borneOut: boolean;
};

/** What a sentence names with its value: a constant or a fact of the company, as in `plusFrom` (0,5). */
export const named = /`([\w.-]+)`\s+\(([\d.,–+]+)\)/g;

/**
 * The numbers in the sentences of a page, but for those behind a name. Each should stand in the figures of its section
 * or in the answers file there.
 *
 * @param exempt headings of the chapters that compute nothing: years, sample sizes
 */
export function numbersInSentences(markdown: string, exempt: readonly string[]): InSentence[] {
  let chapter = '';
  let start = 0;
  return markdown.split(/^(?=##+ )/m).flatMap((section) => {
    const offset = start;
    start += section.length;
    const heading = /^#+ (.*)/.exec(section)?.[1] ?? '';
    if (section.startsWith('## ')) chapter = heading;
    if (exempt.includes(chapter)) return [];
    const known = new Set([...checkedPart(section).matchAll(numbers)].map(([number]) => number));
    return [...sentences(section).matchAll(numbers)].map(({ index, 0: number }) => ({
      heading,
      index: offset + index,
      number,
      borneOut: known.has(number),
    }));
  });
}

/** What a page names with a value that is not its own. */
export function wronglyNamed(markdown: string, company: Company, words: Words): readonly string[] {
  return [...markdown.matchAll(named)].flatMap(([told, name = '', value = '']) => {
    const constant = name
      .split('.')
      .reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], MethodFormat.parse({}));
    const is =
      typeof constant === 'number' ? written(words, constant) : factOf(company, words, name);
    return is === value ? [] : [told];
  });
}

type Tree = Readonly<Record<string, unknown>>;

const numbers = /(?<![\w.-])\d+(?:[.,]\d+)*/g;

function checkedPart(section: string): string {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  return [yaml, ...figuresOn(section).flatMap(({ lines }) => lines)].join('\n');
}

// All else is blanked, so that every number keeps its place.
function sentences(section: string): string {
  const others = [
    /^```[\s\S]*?^```/gm,
    /^<!-- figures: .*\n(?:\|.*\n)+/gm,
    /^<!--.*-->$/gm,
    /^#+ .*/gm,
    /^\d+\. /gm,
    /\]\([^)]*\)/g,
    named,
  ];
  return others.reduce(
    (text, other) => text.replace(other, (found) => found.replace(/[^\n]/g, ' ')),
    section,
  );
}
