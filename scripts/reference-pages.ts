import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { type Part, referenceParts, type Table } from './reference-parts.ts';
import type { Bounds, Json, Row, Type } from './reference-rows.ts';

type Language = 'de' | 'en';
type Said = Readonly<Record<Language, string>>;

/** The words of the reference: both languages of what stands around the keys, German of the keys themselves. */
export type ReferenceWords = {
  readonly page: { readonly title: Said; readonly other: Said; readonly intro: Said };
  readonly heads: Readonly<Record<'key' | 'type' | 'fallback' | 'description', Said>>;
  readonly required: Said;
  readonly kinds: Readonly<Record<string, Said>>;
  readonly types: Readonly<Record<string, Said>>;
  readonly parts: Readonly<Record<string, { readonly title: Said; readonly intro: Said }>>;
  /** By part, then by path; `KIND/PATH` for what only one kind has. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What the pages are called. */
export const referenceNames = {
  de: 'questionnaire-format.md',
  en: 'questionnaire-format.en.md',
} as const satisfies Record<Language, string>;

/** Reads the words from the file beside the pages. */
export function referenceWords(): ReferenceWords {
  const file = new URL('../docs/questionnaire-format.words.yaml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as ReferenceWords;
}

/** The parts of the published schema of questionnaires. */
export function publishedParts(): readonly Part[] {
  const file = new URL('../schemas/questionnaire.v1.schema.json', import.meta.url);
  return referenceParts(JSON.parse(readFileSync(file, 'utf8')) as Json);
}

/** The name a key has in the words: its path, with its kind where only that has it. */
export function keyOf({ kind }: Table, { path }: Row): string {
  return kind === null ? path : `${kind}/${path}`;
}

/** The pages of the reference by name. */
export function referencePages(): Readonly<Record<string, string>> {
  const [parts, words] = [publishedParts(), referenceWords()];
  return {
    [referenceNames.de]: page(parts, words, 'de'),
    [referenceNames.en]: page(parts, words, 'en'),
  };
}

function page(parts: readonly Part[], words: ReferenceWords, language: Language): string {
  const say = (said: Said) => said[language].trim();
  const titleOf = ({ id }: Part) => say(wordsOf(id, words.parts).title);
  const contents = parts.map((part) => `[${titleOf(part)}](#${part.id})`);
  const blocks = [
    '<!-- Made by `npm run reference` from schemas/questionnaire.v1.schema.json and questionnaire-format.words.yaml: edit the formats in src/questionnaire and the words. -->',
    `# ${say(words.page.title)}`,
    say(words.page.other),
    say(words.page.intro),
    contents.join(' ·\n'),
    ...parts.flatMap((part) => [
      `<a id="${part.id}"></a>\n\n## ${titleOf(part)}`,
      say(wordsOf(part.id, words.parts).intro),
      ...part.tables.flatMap((table) => [
        ...(table.kind === null ? [] : [`### ${kindTitle(table.kind, words, language)}`]),
        tableText(part, table, words, language),
      ]),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function kindTitle(kind: string, words: ReferenceWords, language: Language): string {
  return words.kinds[kind]?.[language] ?? `\`kind: ${kind}\``;
}

function tableText(part: Part, table: Table, words: ReferenceWords, language: Language): string {
  const { key, type, fallback, description } = words.heads;
  const heads = [key, type, fallback, description].map((head) => head[language]);
  const rows = table.rows.map((row) => {
    const name = keyOf(table, row);
    const anchor = `${part.id}.${name.replace('/', '.').replaceAll(/\[\]|\*/g, '')}`;
    const told = language === 'en' ? row.description : words.keys[part.id]?.[name];
    if (!told) throw new Error(`nothing said in ${language} about ${part.id}: ${name}`);
    return [
      `<a id="${anchor}"></a>\`${row.path}\``,
      typeText(row.type, words, language),
      fallbackText(row, words, language),
      told,
    ];
  });
  return [heads, heads.map(() => ':--'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function fallbackText({ required, fallback }: Row, words: ReferenceWords, language: Language) {
  if (required) return `**${words.required[language]}**`;
  const isEmpty = fallback === undefined || /^(\[\]|\{\})$/.test(JSON.stringify(fallback));
  return isEmpty ? '–' : code(fallback);
}

function typeText(type: Type, words: ReferenceWords, language: Language): string {
  const say = (word: string) => wordsOf(word, words.types)[language];
  const inner = (one: Type): string => typeText(one, words, language);
  switch (type.kind) {
    case 'word':
      return say(type.word);
    case 'part':
      return `[${say(type.part)}](#${type.part})`;
    case 'number':
      return `${say(type.whole ? 'whole' : 'number')}${boundsText(type.bounds, words, language)}`;
    case 'values':
      return type.values.map(code).join(', ');
    case 'list':
      return say('list').replace('…', inner(type.of));
    case 'map':
      return say('map-of').replace('…', inner(type.of));
    case 'either':
      return type.of.map(inner).join(` ${say('or')} `);
    default:
      return type satisfies never;
  }
}

function boundsText({ least, most, above }: Bounds, words: ReferenceWords, language: Language) {
  const to = wordsOf('to', words.types)[language];
  if (least !== null && most !== null) return `, ${least} ${to} ${most}`;
  if (above !== null) return ` > ${above}`;
  return least === null ? '' : ` ≥ ${least}`;
}

function code(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return `\`${text}\``;
}

function wordsOf<Value>(name: string, among: Readonly<Record<string, Value>>): Value {
  const found = among[name];
  if (found === undefined) throw new Error(`no word for ${name}`);
  return found;
}
