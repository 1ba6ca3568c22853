import type { Step } from './page.ts';

/** What a name on one page is called on the other. */
export type Names = Map<string, string>;

/** What a reader of each page does, with the names left out; `names` learns which of them go together. */
export function differencesInSteps(
  one: readonly Step[],
  other: readonly Step[],
  names: Names,
): readonly string[] {
  const [these, those] = [one, other].map(
    (steps) => steps.map(({ acts }) => acts) as readonly Step['acts'][],
  ) as [readonly Step['acts'][], readonly Step['acts'][]];
  const longest = Math.max(these.length, those.length);
  return Array.from({ length: longest }, (_none, step) => step).flatMap((step) => {
    const [here, there] = [these[step] ?? [], those[step] ?? []];
    if (here.length !== there.length) {
      return [`${one[step]?.heading}: ${here.length} and ${there.length} things to do`];
    }
    return here.flatMap((act, index) => {
      const like = there[index];
      const told = `lines ${act.line} and ${like?.line}`;
      if (like === undefined || act.kind !== like.kind) return [`${told}: ${act.kind}`];
      if (act.kind === 'run' && like.kind === 'run') {
        const [words, others] = [act.command.split(' '), like.command.split(' ')];
        const same = words.length === others.length && act.exit === like.exit;
        const strangers = words.filter((word, at) => !goTogether(word, others[at] ?? '', names));
        return same && strangers.length === 0 ? [] : [`${told}: ${act.command}`];
      }
      if ('name' in act && 'name' in like && !goTogether(act.name, like.name, names)) {
        return [`${told}: ${act.name}`];
      }
      return [];
    });
  });
}

/** Where two trees of data differ in anything but their texts and names. */
export function differencesInData(
  one: unknown,
  other: unknown,
  names: Names,
  path = '',
): readonly string[] {
  if (isText(one) && isText(other)) {
    const keys = (text: object) => Object.keys(text).sort().join();
    return keys(one) === keys(other) ? [] : [`${path}: ${keys(one)}`];
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return [`${path}: ${one.length} and ${other.length}`];
    return one.flatMap((part, at) => differencesInData(part, other[at], names, `${path}/${at}`));
  }
  if (isMap(one) && isMap(other)) {
    const [keys, others] = [Object.keys(one), Object.keys(other)];
    const strangers = keys.filter((key, at) => !goTogether(key, others[at] ?? '', names));
    if (keys.length !== others.length || strangers.length > 0) return [`${path}: ${strangers}`];
    return keys.flatMap((key, at) =>
      differencesInData(one[key], other[others[at] ?? ''], names, `${path}/${key}`),
    );
  }
  if (typeof one === 'string' && typeof other === 'string') {
    return goTogether(one, other, names) ? [] : [`${path}: ${one}, ${other}`];
  }
  return Object.is(one, other) ? [] : [`${path}: ${one}, ${other}`];
}

// A name is called the same wherever it stands; an option is the same on both pages.
function goTogether(one: string, other: string, names: Names): boolean {
  if (one.startsWith('-')) return one === other;
  const known = names.get(one);
  if (known === undefined) names.set(one, other);
  return (known ?? other) === other;
}

function isText(value: unknown): value is object {
  return isMap(value) && ('de' in value || 'en' in value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
