import { withoutOwnKeys } from '../shared/check-shape.ts';
import { nearest } from '../shared/nearest.ts';
import { type Place, type Problem, problem } from '../shared/problem.ts';
import { readYaml, type YamlFile } from '../shared/read-yaml.ts';
import { type Layer, layered } from './layer.ts';
import { mergeLayers } from './merge-layers.ts';
import { withNamedOptions } from './named-options.ts';
import { record } from './outline.ts';

/** Where the questionnaires are that another one may build on. */
export type Bases = {
  /**
   * Opens what `extends` names: an id, one with the version of an edition (`ID@1.2.0`), or a file in the folder of the one that names it or below; null where there is
   * none.
   */
  readonly open: (
    reference: string,
    from: string,
  ) => { readonly name: string; readonly text: string } | null;
  /** The ids there are. */
  readonly known: readonly string[];
};

/** For a questionnaire that stands alone. */
const noBases: Bases = { open: () => null, known: [] };

/** How many questionnaires may build on each other. */
export const levelLimit = 8;

/**
 * Reads a questionnaire with everything it builds on (`extends`): its data is whole, and every part of it has its place
 * in the file that says it.
 *
 * @param text the file's text, YAML 1.2 or JSON
 * @param name what the file is called in problems
 */
export function readQuestionnaire(text: string, name: string, bases: Bases = noBases): Read {
  const read = readYaml(text, name);
  return read.ok ? extended(read.file, bases) : read;
}

/** The texts of all that a questionnaire builds on, the nearest first; up to the first that cannot be read. */
export function textsBelow(
  text: string,
  name: string,
  bases: Bases,
): readonly { readonly name: string; readonly text: string }[] {
  const found: { readonly name: string; readonly text: string }[] = [];
  for (let above = { name, text }; found.length < levelLimit; ) {
    const read = readYaml(above.text, above.name);
    const reference = read.ok ? record(read.file.data).extends : undefined;
    if (!read.ok || reference === undefined) break;
    const opened = openBase(reference, read.file.at(['extends']), bases, []);
    if ('problems' in opened) break;
    found.push(opened);
    above = opened;
  }
  return found;
}

type Read =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The same for a file that is read already. */
export function extended(file: YamlFile, bases: Bases = noBases): Read {
  const level = readLevel(file, bases, []);
  const whole = 'problems' in level ? level : withNamedOptions(level);
  return 'problems' in whole
    ? { ok: false, problems: whole.problems }
    : { ok: true, file: layered(whole) };
}

function readLevel(
  read: YamlFile,
  bases: Bases,
  above: readonly string[],
): Layer | { readonly problems: readonly Problem[] } {
  const file = { ...read, data: withoutOwnKeys(read.data) };
  const { format, extends: reference } = record(file.data);
  if (format !== 'questionnaire/1') {
    const facts = { found: String(format ?? ''), expected: 'questionnaire/1' };
    return { problems: [problem('wrong-format', file.at(['format']), facts)] };
  }
  const layer: Layer = { data: file.data, origin: { file, path: [] } };
  if (reference === undefined) return layer;

  const at = file.at(['extends']);
  const chain = [...above, at.file];
  const opened = openBase(reference, at, bases, chain);
  if ('problems' in opened) return opened;
  const base = readYaml(opened.text, opened.name);
  if (!base.ok) return base;
  const below = readLevel(base.file, bases, chain);
  return 'problems' in below ? below : mergeLayers(below, layer);
}

function openBase(reference: unknown, at: Place, bases: Bases, chain: readonly string[]) {
  const wrong = (one: Problem) => ({ problems: [one] });
  if (typeof reference !== 'string' || !isReference(reference)) {
    return wrong(problem('malformed', at, { found: String(reference), form: 'base' }));
  }
  if (chain.length >= levelLimit)
    return wrong(problem('too-many-bases', at, { limit: levelLimit }));
  const base = bases.open(reference, at.file);
  if (base === null) {
    const { known } = bases;
    const facts = {
      id: reference,
      known,
      nearest: nearest(reference, known),
      extended: true,
    } as const;
    return wrong(problem('unknown-questionnaire', at, facts));
  }
  if (chain.includes(base.name)) {
    const names = [...chain.slice(chain.indexOf(base.name)), base.name];
    return wrong(problem('extends-cycle', at, { names }));
  }
  return base;
}

// Never a way out of the folder: whoever is handed a questionnaire opens nothing else by it.
function isReference(text: string): boolean {
  const isId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(@\d+\.\d+\.\d+)?$/.test(text);
  const steps = text.split('/');
  const isInside = !/[\\:\0]/.test(text) && !steps.includes('..') && steps[0] !== '';
  return isId || (isInside && /\.(ya?ml|json)$/i.test(text));
}
