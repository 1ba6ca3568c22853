import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Json, type Row, rowsOf, type Type } from './reference-rows.ts';

type Language = 'de' | 'en';
type Said = Readonly<Record<Language, string>>;
type Heads = 'name' | 'key' | 'type' | 'meaning';

/** The words of the pages about templates: both languages of what stands around the names, German of what they mean. */
export type TemplateWords = {
  readonly page: Said;
  readonly heads: Readonly<Record<Heads, Said>>;
  readonly types: Readonly<Record<string, Said>>;
  readonly parts: Readonly<Record<string, Said>>;
  /** By what the schema says in English. */
  readonly german: Readonly<Record<string, string>>;
};

/** What the pages are called. */
export const templatePageNames = {
  de: 'templates.md',
  en: 'templates.en.md',
} as const satisfies Record<Language, string>;

/** Reads the words from the file beside the pages. */
export function templateWords(): TemplateWords {
  return parse(textOf('docs/templates.words.yaml')) as TemplateWords;
}

/** The names of each part of what a template shows, the whole first. */
export function namesByPart(): Readonly<Record<string, readonly Row[]>> {
  return rowsByPart('view');
}

/** The keys of a brand. */
export function brandRows(): readonly Row[] {
  return rowsByPart('brand').BrandFile ?? [];
}

/** The pages about brands and templates by name. */
export function templatePages(): Readonly<Record<string, string>> {
  const words = templateWords();
  return {
    [templatePageNames.de]: page(words, 'de'),
    [templatePageNames.en]: page(words, 'en'),
  };
}

function page(words: TemplateWords, language: Language): string {
  const made =
    '<!-- Made by `npm run reference` from the published schemas of brands and of what reports show, and templates.words.yaml: edit the formats in src/report and the words. -->';
  const filled = words.page[language].replace(/^<<(.+)>>$/gm, (_whole, what: string) => {
    if (what === 'names') return names(words, language);
    if (what === 'brand') return table(brandRows(), 'key', words, language);
    const kind = what.endsWith('.yaml') ? 'yaml' : 'handlebars';
    return `\`\`\`${kind}\n${textOf(what).trimEnd()}\n\`\`\``;
  });
  return `${made}\n\n${filled.trim()}\n`;
}

function names(words: TemplateWords, language: Language): string {
  return Object.entries(namesByPart())
    .map(([part, rows]) => {
      const title = wordsOf(part, words.parts)[language];
      return `<a id="${part}"></a>\n\n### ${title}\n\n${table(rows, 'name', words, language)}`;
    })
    .join('\n\n');
}

function table(
  rows: readonly Row[],
  head: 'name' | 'key',
  words: TemplateWords,
  language: Language,
): string {
  const heads = ([head, 'type', 'meaning'] as const).map((one) => words.heads[one][language]);
  const told = rows.map((row) => {
    const type = typeText(row.type, words, language);
    const must = head === 'key' && row.required ? `, **${words.types.required?.[language]}**` : '';
    return [`\`${row.path}\``, `${type}${must}`, meaning(row, words, language)];
  });
  return [heads, heads.map(() => ':--'), ...told]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function meaning({ description, path }: Row, words: TemplateWords, language: Language): string {
  const told = language === 'en' ? description : words.german[description];
  if (!told) throw new Error(`nothing said in ${language} about ${path}: ${description}`);
  return told;
}

function typeText(type: Type, words: TemplateWords, language: Language): string {
  const say = (word: string) => wordsOf(word, words.types)[language];
  const inner = (one: Type): string => typeText(one, words, language);
  switch (type.kind) {
    case 'word':
      return say(type.word);
    case 'part':
      if (type.part === 'text') return say('text');
      return `[${wordsOf(type.part, words.parts)[language]}](#${type.part})`;
    case 'number':
      return say('number');
    case 'values':
      return type.values.map((value) => `\`${value}\``).join(', ');
    case 'list':
      return say('list').replace('…', inner(type.of));
    case 'either': {
      const isMissing = (one: Type) => one.kind === 'word' && one.word === 'null';
      const there = type.of.filter((one) => !isMissing(one));
      // A text, or one for each language, is said in one word.
      const isText = there.some(({ kind }) => kind === 'map');
      const told = isText ? say('text') : there.map(inner).join(', ');
      return there.length < type.of.length ? `${told}; ${say('missing')}` : told;
    }
    case 'map':
      return inner(type.of);
    default:
      return type satisfies never;
  }
}

function rowsByPart(schema: string): Readonly<Record<string, readonly Row[]>> {
  const { $defs = {} } = JSON.parse(textOf(`schemas/${schema}.v1.schema.json`)) as {
    readonly $defs?: Readonly<Record<string, Json>>;
  };
  return Object.fromEntries(
    Object.entries($defs).map(([name, part]) => [name, rowsOf([part], (one) => one)]),
  );
}

function textOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

function wordsOf<Value>(name: string, among: Readonly<Record<string, Value>>): Value {
  const found = among[name];
  if (found === undefined) throw new Error(`no word for ${name}`);
  return found;
}
