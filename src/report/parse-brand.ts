import type * as z from 'zod';
import { checkShape } from '../shared/check-shape.ts';
import { inReadingOrder, type Parsed, type Problem, problem, spotOf } from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { brandColours, leastContrast, papers } from './brand-colours.ts';
import { BrandFormat } from './brand-format.ts';
import { contrast, readable } from './contrast.ts';
import { dataAddress, type Picture, pictureIn } from './picture.ts';
import type { BrandView } from './view-type.ts';

type BrandFile = z.infer<typeof BrandFormat>;

/** The look of whoever hands reports out; texts in all their languages. */
export type Brand = Pick<BrandFile, 'name' | 'footer' | 'contact'> & {
  readonly logo: (Picture & { readonly data: string; readonly alt: Text }) | null;
  readonly colours: BrandView['colours'];
};

type Text = NonNullable<BrandFile['footer']>;

/** What a file beside another holds, or why nobody gets to see it. */
export type Beside =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'missing'; readonly nearest: string | null }
  | { readonly kind: 'outside' };

/** Opens a file beside another or below it, of at most so many bytes. */
export type OpenBeside = (file: string, most: number) => Beside;

/** What a logo may weigh, in bytes and in pixels along a side: a report stays below 300 kB. */
export const logoLimits = { bytes: 100_000, pixels: 4_000 } as const;

/**
 * Reads a brand (`format: brand/1`).
 *
 * @param name what the file is called in problems
 * @param open opens the logo, which lies beside the brand; where nobody does, a brand that names one is a problem
 * @returns the brand, or every problem at once, in reading order
 */
export function parseBrand(
  text: string,
  name: string,
  open: OpenBeside = nothingBeside,
): Parsed<Brand> {
  const read = readYaml(text, name);
  return read.ok
    ? brandIn(read.file, open)
    : { ok: false, problems: inReadingOrder(read.problems.map(asBrand)) };
}

function nothingBeside(): Beside {
  return { kind: 'missing', nearest: null };
}

// An interview makes answers out of an empty file, but no brand.
function asBrand(one: Problem): Problem {
  return one.code === 'empty-file'
    ? problem('wrong-format', one.at, { found: '', expected: 'brand/1' })
    : one;
}

/** The same for a file that is read already. */
export function brandIn(file: YamlFile, open: OpenBeside): Parsed<Brand> {
  const found = entriesOf(file.data).format;
  if (found !== 'brand/1') {
    const facts = { found: String(found ?? ''), expected: 'brand/1' };
    return { ok: false, problems: [problem('wrong-format', file.at(['format']), facts)] };
  }
  const shape = checkShape(BrandFormat, file);
  const logo = openLogo(file, open);
  const problems = [
    ...(shape.ok ? [] : shape.problems.map((one) => asComment(asLongForm(one, file), file))),
    ...coloursThatFade(file),
    ...logo.problems,
  ];
  if (!shape.ok || problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };

  const { name, footer, contact, colours, logo: given } = shape.value;
  const { picture } = logo;
  return {
    ok: true,
    warnings: [],
    value: {
      name,
      footer,
      contact,
      logo: given && picture ? { ...picture, data: dataAddress(picture), alt: given.alt } : null,
      colours: colours ? brandColours(colours.main, colours.accent ?? colours.main) : null,
    },
  };
}

const colourKeys = ['main', 'accent'] as const;

// Whoever names only the picture is shown where its name goes.
function asLongForm(one: Problem, file: YamlFile): Problem {
  const { logo } = entriesOf(file.data);
  const isLogo = one.code === 'wrong-type' && spotOf(file.at(['logo'])) === spotOf(one.at);
  if (!isLogo || typeof logo !== 'string') return one;
  return problem('wrong-type', one.at, {
    ...one.facts,
    write: `logo: { file: ${JSON.stringify(logo)}, alt: "…" }`,
  });
}

// `main: #123456` is a key without a value: the rest of the line is a comment.
function asComment(one: Problem, file: YamlFile): Problem {
  const blank = colourKeys.some((key) => {
    const path = ['colours', key];
    return file.isBlank(path) && spotOf(file.at(path)) === spotOf(one.at);
  });
  return blank ? problem('malformed', one.at, { found: '#…', form: 'colour' }) : one;
}

function coloursThatFade(file: YamlFile): readonly Problem[] {
  const given = entriesOf(entriesOf(file.data).colours);
  return colourKeys.flatMap((key) => {
    const colour = given[key];
    if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return [];
    const [found, needed] = [contrast(colour, papers.light), leastContrast[key]];
    if (found >= needed) return [];
    const facts = {
      colour,
      // Rounded down: what is not enough must not look like enough.
      found: Math.floor(found * 10) / 10,
      needed,
      use: key === 'main' ? ('text' as const) : ('shapes' as const),
      enough: readable(colour, papers.light, needed),
    };
    return [problem('low-contrast', file.at(['colours', key]), facts)];
  });
}

function openLogo(
  file: YamlFile,
  open: OpenBeside,
): { readonly picture?: Picture; readonly problems: readonly Problem[] } {
  const path = ['logo', 'file'];
  const name = entriesOf(entriesOf(file.data).logo).file;
  if (typeof name !== 'string' || name === '') return { problems: [] };
  const at = file.at(path);
  const tooLarge = (kind: 'bytes' | 'pixels', found: number) => ({
    problems: [
      problem('picture-too-large', at, { file: name, kind, found, limit: logoLimits[kind] }),
    ],
  });
  const beside = open(name, logoLimits.bytes);
  switch (beside.kind) {
    case 'missing':
    case 'outside': {
      const nearest = beside.kind === 'missing' ? beside.nearest : null;
      const facts = { file: name, why: beside.kind, nearest };
      return { problems: [problem('not-beside', at, facts)] };
    }
    case 'too-large':
      return tooLarge('bytes', beside.size);
    case 'bytes': {
      const picture = pictureIn(beside.bytes);
      if ('kind' in picture) {
        const facts = { file: name, kind: picture.kind };
        return { problems: [problem('no-picture', at, facts)] };
      }
      const longest = Math.max(picture.width, picture.height);
      if (longest > logoLimits.pixels) return tooLarge('pixels', longest);
      return { picture, problems: [] };
    }
    default:
      return beside satisfies never;
  }
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
