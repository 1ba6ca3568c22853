import { SaxesParser } from 'saxes';

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
};

// What may stand in what, after junit-10.xsd of Jenkins' xunit plugin: attributes, those that must be there, children.
const format: Readonly<
  Record<string, { may: readonly string[]; must: readonly string[]; holds: readonly string[] }>
> = {
  testsuites: {
    may: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    must: [],
    holds: ['testsuite'],
  },
  testsuite: {
    may: ['name', 'tests', 'failures', 'errors', 'time', 'skipped', 'timestamp', 'hostname'],
    must: ['name', 'tests'],
    holds: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    may: ['name', 'classname', 'time', 'status', 'assertions'],
    must: ['name', 'classname'],
    holds: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { may: ['type', 'message'], must: [], holds: [] },
  error: { may: ['type', 'message'], must: [], holds: [] },
  'system-out': { may: [], must: [], holds: [] },
};

/** Reads JUnit's XML strictly; throws for what is no XML, and for what stands where its schema does not allow it. */
export function readJunit(text: string): Element {
  const parser = new SaxesParser();
  type Open = { name: string; attributes: Record<string, string>; text: string; children: Open[] };
  const open: Open[] = [{ name: '', attributes: {}, text: '', children: [] }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const here = open.at(-1);
    if (here) here.text += piece;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) check(closed);
  });
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root?.name !== 'testsuites') throw new Error('There is no <testsuites>.');
  return root;
}

function check({ name, attributes, text, children }: Element): void {
  const allowed = format[name];
  if (!allowed) throw new Error(`<${name}> is no element of it.`);
  const keys = Object.keys(attributes);
  const strange = keys.filter((key) => !allowed.may.includes(key));
  const missing = allowed.must.filter((key) => !keys.includes(key));
  const inside = children.filter((child) => !allowed.holds.includes(child.name));
  if (strange.length + missing.length + inside.length > 0) {
    throw new Error(`<${name}>: ${JSON.stringify({ strange, missing, inside })}`);
  }
  if (allowed.holds.length > 0 && text.trim() !== '') throw new Error(`<${name}> holds a text.`);
  for (const key of ['tests', 'failures', 'errors']) {
    if (attributes[key] !== undefined && !/^\d+$/.test(attributes[key])) throw new Error(key);
  }
}
