import type { Declared, DeclaredOption } from '../program/declared.ts';

/** Where in a call a word stands that is being typed. */
export type Place = {
  /** The command, and the commands it is below. */
  readonly path: readonly Declared[];
  /** What was said before that is neither a command nor an option nor its value. */
  readonly said: readonly string[];
  /** The values that options were given, by their longest flag. */
  readonly values: Readonly<Record<string, string>>;
  /** The options that were given, by their longest flag. */
  readonly flags: readonly string[];
  readonly expects: readonly Expected[];
  /** What is typed of it, without the option it is joined to (`--lang=`). */
  readonly typed: string;
  /** What it is joined to. */
  readonly before: string;
};

/** What a word could be. */
export type Expected =
  | { readonly kind: 'command' }
  | { readonly kind: 'option' }
  | { readonly kind: 'value'; readonly option: DeclaredOption }
  | { readonly kind: 'argument'; readonly name: string };

/**
 * Finds out what the last of the words can be. Total: words that nobody declared are passed over.
 *
 * @param words what stands behind the program's name, up to the cursor; the last is the one being typed
 */
export function placeOf(program: Declared, words: readonly string[]): Place {
  const typed = words.at(-1) ?? '';
  const path = [program];
  const said: string[] = [];
  const flags: string[] = [];
  const values: Record<string, string> = Object.create(null);
  let open: DeclaredOption | null = null;
  let isOver = false;
  for (const word of words.slice(0, -1)) {
    const [, flag = word, joined] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const option = isOver ? undefined : optionCalled(path, flag);
    if (open !== null && !open.variadic) {
      values[nameOf(open)] = word;
      open = null;
    } else if (!isOver && word === '--') {
      isOver = true;
      open = null;
    } else if (option) {
      flags.push(nameOf(option));
      open = option.value !== null && joined === undefined ? option : null;
      if (joined !== undefined) values[nameOf(option)] = joined;
    } else if (!isOver && word.length > 1 && word.startsWith('-')) {
      open = null;
    } else {
      const below = said.length > 0 ? undefined : commandCalled(path, word);
      if (below) path.push(below);
      else if (open === null) said.push(word);
      // Of several values those that look like files are files.
      else if (/\.(ya?ml|json)$/i.test(word)) said.push(word);
    }
  }
  const rest = { path, said, values, flags };
  const [, before = '', value = ''] = /^(--[^=]+=)(.*)$/s.exec(typed) ?? [];
  const joinedTo = isOver ? undefined : optionCalled(path, before.slice(0, -1));
  if (joinedTo) {
    return { ...rest, typed: value, before, expects: [{ kind: 'value', option: joinedTo }] };
  }
  const isOption = !isOver && typed.startsWith('-') && (open === null || open.variadic);
  const ofOption: readonly Expected[] = open === null ? [] : [{ kind: 'value', option: open }];
  const expects: readonly Expected[] = isOption
    ? [{ kind: 'option' }]
    : open !== null && !open.variadic
      ? ofOption
      : [...ofOption, ...argumentsOf(rest)];
  return { ...rest, typed, before: '', expects };
}

/** The longest flag of an option: it is known by that. */
export function nameOf({ flags }: DeclaredOption): string {
  return flags.at(-1) ?? '';
}

function argumentsOf({ path, said }: Pick<Place, 'path' | 'said'>): readonly Expected[] {
  const command = path.at(-1);
  if (!command) return [];
  if (command.commands.length > 0 && said.length === 0) return [{ kind: 'command' }];
  const last = command.arguments.at(-1);
  const argument = command.arguments[said.length] ?? (last?.variadic ? last : undefined);
  return argument ? [{ kind: 'argument', name: argument.name }] : [];
}

function optionCalled(path: readonly Declared[], flag: string): DeclaredOption | undefined {
  return path.flatMap(({ options }) => options).find(({ flags }) => flags.includes(flag));
}

function commandCalled(path: readonly Declared[], name: string): Declared | undefined {
  return path.at(-1)?.commands.find((command) => command.name === name);
}
