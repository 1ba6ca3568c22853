import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type PublishedPackage, publishedPackages } from './published-packages.ts';

type Language = 'de' | 'en';
type Localised = Readonly<Record<Language, string>>;
type Words = {
  readonly page: Localised;
  readonly columns: Readonly<
    Record<'name' | 'for' | 'why' | 'size' | 'licence' | 'with', Localised>
  >;
  readonly packages: Readonly<Record<string, { readonly for: Localised; readonly why: Localised }>>;
};

/** The pages about the packages we are made of, by file name: our reasons, and what the packages say of themselves. */
export function dependencyPages(): Readonly<Record<string, string>> {
  return { 'dependencies.md': page('de'), 'dependencies.en.md': page('en') };
}

/** Why each package is there. */
export const dependencyWords = parse(
  readFileSync(new URL('../docs/dependencies.words.yaml', import.meta.url), 'utf8'),
) as Words;

function page(language: Language): string {
  const all = publishedPackages();
  const of = (how: PublishedPackage['how'], isOurs: boolean) =>
    all.filter((one) => one.how === how && one.isOurs === isOurs);
  const kb = sizeIn(
    language,
    all.reduce((sum, { bytes, how }) => sum + (how === 'installed' ? bytes : 0), 0),
  );
  const filled: Readonly<Record<string, string>> = {
    installed: chosen(of('installed', true), language),
    'installed-with': brought(of('installed', false), language),
    bundled: chosen(of('bundled', true), language),
    'bundled-with': brought(of('bundled', false), language),
    count: String(all.length),
    'count-installed': String(all.filter(({ how }) => how === 'installed').length),
    'count-bundled': String(all.filter(({ how }) => how === 'bundled').length),
    licences: [...new Set(all.map(({ licence }) => licence))].toSorted().join(', '),
    size: kb,
  };
  return dependencyWords.page[language].replaceAll(/<<([\w-]+)>>/g, (_, name: string) => {
    const text = filled[name];
    if (text === undefined) throw new Error(`Nothing fills <<${name}>>.`);
    return text;
  });
}

function chosen(packages: readonly PublishedPackage[], language: Language): string {
  return table(
    ['name', 'for', 'why', 'size', 'licence'],
    packages.map((one) => {
      const words = dependencyWords.packages[one.name];
      if (!words)
        throw new Error(`docs/dependencies.words.yaml does not say why ${one.name} is there.`);
      return [
        `\`${one.name}\` ${one.version}`,
        words.for[language],
        words.why[language],
        sizeIn(language, one.bytes),
        one.licence,
      ];
    }),
    language,
  );
}

function brought(packages: readonly PublishedPackage[], language: Language): string {
  return table(
    ['name', 'with', 'size', 'licence'],
    packages.map((one) => [
      `\`${one.name}\` ${one.version}`,
      one.broughtBy.map((name) => `\`${name}\``).join(', '),
      sizeIn(language, one.bytes),
      one.licence,
    ]),
    language,
  );
}

function table(
  columns: readonly (keyof Words['columns'])[],
  rows: readonly (readonly string[])[],
  language: Language,
): string {
  const heads = columns.map((column) => dependencyWords.columns[column][language]);
  const rule = columns.map((column) => (column === 'size' ? '--:' : ':--'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sizeIn(language: Language, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return `${new Intl.NumberFormat(language).format(kilobytes)} kB`;
}
