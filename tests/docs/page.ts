/** What a reader of a page does, from one heading to the next. */
export type Step = { readonly heading: string; readonly acts: readonly Act[] };

/** One thing a reader does; `line` is where the page says it. */
export type Act = { readonly line: number } & (
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'edit' | 'try';
      readonly name: string;
      readonly where: Where;
      readonly text: string;
      /** What lint notes about it. */
      readonly note: string | null;
    }
  | { readonly kind: 'copy'; readonly name: string; readonly to: string }
  | {
      readonly kind: 'run';
      readonly command: string;
      /** What the screen shows; a line of `…` stands for any lines. */
      readonly shows: readonly string[];
      readonly exit: number;
      /** It talks with whoever sits in front of it. */
      readonly byHand: boolean;
    }
);

/** Where in a file a piece goes, by the only line that is or contains a text. */
export type Where =
  | { readonly place: 'after' | 'before'; readonly line: string }
  | { readonly place: 'end' }
  | { readonly place: 'instead'; readonly from: string; readonly to: string };

/**
 * Reads off a page of Markdown what its reader does: the blocks of YAML are put where the remark before each says, the
 * lines that begin with `$ ` in blocks of `console` are run.
 *
 * - `<!-- file: NAME -->` a new file
 * - `<!-- in: NAME, after: "…" -->` (or `before`, `instead of`, `instead of … to`, or `at the end`) a piece of it
 * - `<!-- try in: NAME, … -->` the same, taken back at once; `note: CODE` if lint has something to note about it
 * - `<!-- copy: NAME, to: OTHER -->` without a block
 * - `<!-- exit: 2 -->`, `<!-- by hand -->` before `console`
 * - `<!-- only shown -->` nothing is done; `<!-- figures: NAME -->` neither, they are worked out elsewhere
 *
 * @throws for a block nobody says what to do with: it would go untested
 */
export function readPage(markdown: string): readonly Step[] {
  const steps: { heading: string; acts: Act[] }[] = [{ heading: '', acts: [] }];
  const lines = markdown.split('\n');
  let marks: Marks = new Map();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string;
    const acts = steps.at(-1)?.acts;
    const [, heading] = /^#{2,3} (.*)$/.exec(line) ?? [];
    const [, fence] = /^```(.*)$/.exec(line) ?? [];
    const [, mark] = /^<!-- (.*) -->$/.exec(line) ?? [];
    if (heading !== undefined) steps.push({ heading, acts: [] });
    if (mark !== undefined) {
      marks = marksIn(mark, index + 1);
      const [from, to] = [marks.get('copy'), marks.get('to')];
      if (from && to) acts?.push({ kind: 'copy', line: index + 1, name: from, to });
    } else if (fence !== undefined) {
      const end = lines.indexOf('```', index + 1);
      const block = lines.slice(index + 1, end);
      acts?.push(...actsOf(fence, block, marks, index + 1));
      marks = new Map();
      index = end;
    }
  }
  return steps;
}

type Marks = ReadonlyMap<string, string>;

const knownMarks = [
  'file',
  'in',
  'try in',
  'after',
  'before',
  'instead of',
  'to',
  'at the end',
  'note',
  'copy',
  'exit',
  'by hand',
  'only shown',
  'figures',
  'of',
];

function marksIn(text: string, line: number): Marks {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return new Map(
    parts.map((part) => {
      const [, key = '', value = ''] = /^\s*([a-z ]+?)(?::\s*(.*?))?\s*$/.exec(part) ?? [];
      if (!knownMarks.includes(key)) throw new Error(`line ${line}: no mark is called “${part}”`);
      return [key, value.startsWith('"') ? (JSON.parse(value) as string) : value];
    }),
  );
}

function actsOf(
  language: string,
  block: readonly string[],
  marks: Marks,
  line: number,
): readonly Act[] {
  if (marks.has('only shown')) return [];
  if (language === 'console') return commandsIn(block, marks, line);
  if (language !== 'yaml') return [];
  const text = block.map((one) => `${one}\n`).join('');
  const file = marks.get('file');
  if (file) return [{ kind: 'file', line, name: file, text }];
  const kind = marks.has('try in') ? 'try' : 'edit';
  const name = marks.get('try in') ?? marks.get('in');
  const where = whereIn(marks);
  if (!name || !where) throw new Error(`line ${line}: where does this block go?`);
  return [{ kind, line, name, where, text, note: marks.get('note') ?? null }];
}

function whereIn(marks: Marks): Where | null {
  if (marks.has('at the end')) return { place: 'end' };
  const from = marks.get('instead of');
  if (from !== undefined) return { place: 'instead', from, to: marks.get('to') ?? from };
  for (const place of ['after', 'before'] as const) {
    const line = marks.get(place);
    if (line !== undefined) return { place, line };
  }
  return null;
}

function commandsIn(block: readonly string[], marks: Marks, line: number): readonly Act[] {
  const starts = block.flatMap((text, index) => (text.startsWith('$ ') ? [index] : []));
  if (starts[0] !== 0) throw new Error(`line ${line}: a block of console begins with a command`);
  return starts.map((start, index) => ({
    kind: 'run',
    line: line + 1 + start,
    command: (block[start] as string).slice(2),
    shows: block.slice(start + 1, starts[index + 1]),
    // Of several commands it is the last that may end with something else than 0.
    exit: index === starts.length - 1 ? Number(marks.get('exit') ?? 0) : 0,
    byHand: marks.has('by hand'),
  }));
}
