import { isDeviceName } from '../shared/device-name.ts';
import { type Path, type Place, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { ids, type Outline, record } from './outline.ts';

/** Words that other YAML readers turn into something else, or that name a state of an answer. */
const reservedIds: readonly string[] = [
  'unknown',
  'not-applicable',
  'unanswered',
  'yes',
  'no',
  'on',
  'off',
  'true',
  'false',
  'null',
  'y',
  'n',
];

const lists = [
  'roles',
  'gates',
  'verdicts',
  'contradictions',
  'worksheets',
  'facts',
  'hints',
  'cases',
];

/** Ids that stand twice, options whose id means something else elsewhere, and ids that no file can be called by. */
export function checkIds(file: YamlFile, names: Outline): readonly Problem[] {
  const options = [...names.profile, ...names.questions]
    .filter(({ kind }) => kind !== 'level')
    .map((question) => placed(question.options, [...question.path, 'options']));
  return [
    ...repeated(names.profile, file),
    ...repeated(names.questions, file),
    ...repeated([...names.hurdles, ...names.groups], file),
    ...lists.flatMap((key) => repeatedIn(key, file)),
    ...options.flatMap((entries) => [...repeated(entries, file), ...reserved(entries, file)]),
    ...devices(file),
  ];
}

// Files are named by the id of the questionnaire and by those of its worksheets.
function devices(file: YamlFile): readonly Problem[] {
  const { id, worksheets } = record(file.data);
  const naming = [{ id: String(id), path: [] }, ...placed(ids(worksheets), ['worksheets'])];
  return naming
    .filter((one) => isDeviceName(one.id))
    .map((one) => problem('device-name', file.at([...one.path, 'id']), { name: one.id }));
}

/** Ids that stand twice in one of the lists at the root of a file. */
export function repeatedIn(key: string, file: YamlFile): readonly Problem[] {
  return repeated(placed(ids(record(file.data)[key]), [key]), file);
}

type Entry = { readonly id: string; readonly path: Path };

function placed(entries: readonly string[], path: Path): readonly Entry[] {
  return entries.map((id, index) => ({ id, path: [...path, index] }));
}

function repeated(entries: readonly Entry[], file: YamlFile): readonly Problem[] {
  const seen = new Map<string, Place>();
  return entries.flatMap(({ id, path }) => {
    const at = file.at([...path, 'id']);
    const first = seen.get(id);
    if (id === '' || first === undefined) {
      seen.set(id, at);
      return [];
    }
    return [problem('duplicate-id', at, { id, first: seenFrom(at, first) })];
  });
}

/** A place as one names it from another: the file only where it is another. */
export function seenFrom(
  here: Place,
  there: Place,
): { readonly line: number; readonly file?: string } {
  return there.file === here.file ? { line: there.line } : { line: there.line, file: there.file };
}

function reserved(entries: readonly Entry[], file: YamlFile): readonly Problem[] {
  return entries
    .filter(({ id }) => reservedIds.includes(id))
    .map(({ id, path }) => problem('reserved-id', file.at([...path, 'id']), { id }));
}
