import fc from 'fast-check';
import { parse } from 'yaml';

/** Scalars and pieces of YAML that have upset a reader of files somewhere. */
export const odd = [
  '',
  '~',
  'null',
  '[]',
  '{}',
  '""',
  '-1',
  '0x7f',
  '1e308',
  '-1e400',
  '1e-320',
  '.nan',
  '-.inf',
  '9007199254740993',
  '99999999999999999999999999',
  '1_000',
  '12:30:45',
  'no',
  'true',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '-0001-01-01',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{ __proto__: { polluted: true } }',
  '{ constructor: { prototype: { polluted: true } } }',
  '&a [*a]',
  '*a',
  '!!js/function "function () {}"',
  '!!binary aGk=',
  '? [a, b]',
  '- - - -',
  '|\n  block',
  '>-\n\n',
  '"\\u0000\\u001b[2J\\u202e\\u2066"',
  '"\\ud800"',
  '\u001b]0;fuzz\u0007',
  '\u202egnp.fuzz',
  '\u0085\u2028\ufeff',
  '"<script fuzz>alert(1)</script>"',
  '"<img fuzz src=x onerror=alert(1)>"',
  "'\"><svg fuzz onload=alert(1)>'",
  '"|\\n# fuzz\\n[x](javascript:fuzz)"',
  '=cmd|fuzz',
  '{{constructor.constructor "return process"}}',
  '{{> @partial-block}}',
  '$(id) `id`',
  '../../../etc/passwd',
  '/dev/zero',
  'https://example.org/fuzz',
  'five-hurdles@9.9.9',
  `"${'x'.repeat(3000)}"`,
  `"${'wort '.repeat(2000)}"`,
  `[${'['.repeat(80)}${']'.repeat(80)}]`,
  `${'9'.repeat(400)}`,
  '👩‍👩‍👧‍👦',
  'a\u0308\u0301\u0301\u0301',
] as const;

/** The same as data, for files that keep their shape. */
const oddData: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\u0000',
  '\u001b[2J\u202e',
  '\ud800',
  '__proto__',
  'constructor',
  '<script fuzz>alert(1)</script>',
  '<img fuzz src=x onerror=alert(1)>',
  '"><svg fuzz onload=alert(1)>',
  '|\n# fuzz\n[x](javascript:fuzz)',
  '=cmd|fuzz',
  '\n::error::fuzz',
  '{nothing}',
  '{{x}}',
  'x'.repeat(5000),
  'unknown',
  'not-applicable',
  'unanswered',
  '$level.any',
  '$score.goals',
  [],
  {},
  [[]],
  [null],
  [1, 'a', {}],
  JSON.parse('{"__proto__": {"polluted": true}}'),
  { any: [] },
  { not: {} },
  { all: [{ not: { not: {} } }] },
  { de: '', en: 1 },
  { answer: 1, state: 'unknown' },
  2 ** 31,
  -(2 ** 53),
  '2026-13-45',
  '99999-01-01',
];

const nat = fc.nat({ max: 1 << 20 });

type Change = readonly [kind: (typeof kinds)[number], at: number, to: number, what: number];

const kinds = [
  'swap',
  'delete',
  'repeat',
  'value',
  'key',
  'indent',
  'splice',
  'cut',
  'nest',
  'anchor',
  'mangle',
] as const;

const change: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom(...kinds), nat, nat, nat);

/** A text with some of its lines, keys and values changed. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) => changes.reduce(applied, text));
}

function applied(text: string, [kind, at, to, what]: Change): string {
  const lines = text.split('\n');
  const [here, there] = [at % lines.length, to % lines.length];
  const line = lines[here] ?? '';
  const piece = odd[what % odd.length] ?? '';
  const put = (...instead: readonly string[]) => lines.toSpliced(here, 1, ...instead).join('\n');
  switch (kind) {
    case 'swap':
      return lines
        .with(here, lines[there] ?? '')
        .with(there, line)
        .join('\n');
    case 'delete':
      return lines.toSpliced(here, 1 + (what % 4)).join('\n');
    case 'repeat': {
      const block = lines.slice(here, here + 1 + (what % 6));
      return lines
        .toSpliced(there, 0, ...Array.from({ length: 1 + (what % 40) }, () => block).flat())
        .join('\n');
    }
    case 'value':
      return put(line.replace(/(?<=[:-] ).*$/, () => piece));
    case 'key':
      return put(line.replace(/[\w.-]+(?=:)/, () => piece));
    case 'indent':
      return put(`${' '.repeat(what % 9)}${what % 2 ? line.trimStart() : line}`);
    case 'splice': {
      const position = at % (text.length + 1);
      return `${text.slice(0, position)}${piece}${text.slice(position)}`;
    }
    case 'cut':
      return text.slice(0, at % (text.length + 1));
    case 'nest': {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return put(`${indent}x-deep: ${'['.repeat(what % 90)}${']'.repeat(what % 90)}`, line);
    }
    case 'anchor':
      return put(line.replace(/(?<=: )/, '&a '), line.replace(/(?<=: ).*/, '*a'));
    case 'mangle': {
      const position = at % (text.length + 1);
      const code = [0, 9, 11, 13, 0x1b, 0x7f, 0x85, 0xa0, 0x202e, 0xd800, 0xfeff][what % 11] ?? 0;
      return `${text.slice(0, position)}${String.fromCharCode(code)}${text.slice(position + 1)}`;
    }
    default:
      return kind satisfies never;
  }
}

type DataChange = readonly [kind: (typeof dataKinds)[number], at: number, to: number, what: number];

const dataKinds = ['odd', 'remove', 'move', 'rename', 'double', 'wrap', 'word'] as const;

const dataChange: fc.Arbitrary<DataChange> = fc.tuple(fc.constantFrom(...dataKinds), nat, nat, nat);

/** A file with some of its values changed, written as JSON: it reads, and goes further for it. */
export function mutatedData(text: string): fc.Arbitrary<string> {
  return fc.array(dataChange, { minLength: 1, maxLength: 4 }).map((changes) => {
    const root = { it: parse(text) as unknown };
    for (const one of changes) alter(root, one);
    return JSON.stringify(root.it) ?? 'null';
  });
}

type Spot = { readonly parent: Record<string | number, unknown>; readonly key: string | number };

function alter(root: { it: unknown }, [kind, at, to, what]: DataChange): void {
  const spots = spotsIn(root, 'it', []);
  const one = spots[at % spots.length];
  const other = spots[to % spots.length];
  if (!one || !other) return;
  const { parent, key } = one;
  const copy = structuredClone(parent[key]);
  switch (kind) {
    case 'odd':
      parent[key] = structuredClone(oddData[what % oddData.length]);
      return;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
    case 'move':
      other.parent[other.key] = copy;
      return;
    case 'rename': {
      if (Array.isArray(parent)) return;
      delete parent[key];
      const names = spots.map((spot) => String(spot.key));
      const name = what % 3 ? names[what % names.length] : String(oddData[what % oddData.length]);
      Object.defineProperty(parent, name ?? '', {
        value: copy,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      return;
    }
    case 'double':
      if (Array.isArray(parent))
        parent.splice(
          Number(key),
          0,
          ...Array.from({ length: 1 + (what % 30) }, () => structuredClone(copy)),
        );
      return;
    case 'wrap':
      parent[key] = what % 2 ? [copy] : { [String(key)]: copy };
      return;
    case 'word':
      parent[key] = other.key;
      return;
    default:
      kind satisfies never;
  }
}

function spotsIn(parent: object, key: string | number, found: Spot[]): Spot[] {
  const owner = parent as Spot['parent'];
  found.push({ parent: owner, key });
  const value = owner[key];
  if (value !== null && typeof value === 'object') {
    const isList = Array.isArray(value);
    for (const name of Object.keys(value)) spotsIn(value, isList ? Number(name) : name, found);
  }
  return found;
}
