/** A text in every language of its file, by language code: `{ de: …, en: … }`. */
export type LocalisedText = Readonly<Record<string, string>>;

/** Replaces `{name}` by its value; a name without a value stays as it is written. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] as string) : whole,
  );
}

/** The names in braces that a text asks for. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] as string);
}

const placeholder = /\{([a-z][a-z0-9-]*)\}/g;
