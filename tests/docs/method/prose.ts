import { MethodFormat } from '../../../src/questionnaire/method-format.ts';
import { figuresOn } from './page.ts';
import { type Words, written } from './words.ts';

/** A number in a sentence that no figure of its section bears out, and no constant. */
export type Unchecked = { readonly heading: string; readonly number: string };

/** A constant that a sentence names with its value, as in `plusFrom` (0,5). */
export const namedConstant = /`([\w.]+)` \(([\d.,]+)\)/g;

/**
 * The numbers in the sentences of a page that nothing checks: they stand neither in the figures of their section or in
 * the answers file, nor behind the name of a constant.
 *
 * @param exempt headings of the sections that compute nothing: years, sample sizes
 */
export function uncheckedNumbers(markdown: string, exempt: readonly string[]): Unchecked[] {
  const chapters = markdown.split(/^(?=## )/m);
  return chapters.flatMap((chapter) => {
    const heading = headingOf(chapter);
    if (exempt.includes(heading)) return [];
    return chapter.split(/^(?=### )/m).flatMap((section) => {
      const known = new Set(numbersIn(checkedPart(section)));
      return numbersIn(prose(section))
        .filter((number) => !known.has(number))
        .map((number) => ({ heading: headingOf(section), number }));
    });
  });
}

/** The constants a page names with a value that is not theirs. */
export function wrongConstants(markdown: string, words: Words): readonly string[] {
  return [...markdown.matchAll(namedConstant)].flatMap(([told, path = '', value = '']) => {
    const constant = path
      .split('.')
      .reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], MethodFormat.parse({}));
    return typeof constant === 'number' && written(words, constant) === value ? [] : [told];
  });
}

type Tree = Readonly<Record<string, unknown>>;

function headingOf(section: string): string {
  return /^#+ (.*)/.exec(section)?.[1] ?? '';
}

function checkedPart(section: string): string {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  return [yaml, ...figuresOn(section).flatMap(({ lines }) => lines)].join('\n');
}

function prose(section: string): string {
  return section
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/^<!-- figures: .*\n(?:\|.*\n)+/gm, '')
    .replace(/^<!--.*-->$/gm, '')
    .replace(/^#+ .*/gm, '')
    .replace(/^\d+\. /gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(namedConstant, '');
}

function numbersIn(text: string): readonly string[] {
  return text.match(/(?<![\w.-])\d+(?:[.,]\d+)*/g)?.map((number) => number) ?? [];
}
