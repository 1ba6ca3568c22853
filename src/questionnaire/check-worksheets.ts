import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { list, nodeAt, type Outline, record } from './outline.ts';
import { formatSource, stepParts, subjectParts } from './worksheet-format.ts';

/** Sheets filled from what nobody is asked, and keys that their layout has no use for. */
export function checkWorksheets(file: YamlFile, names: Outline): readonly Problem[] {
  const known = addressesIn(names);
  const sheets = list(record(file.data).worksheets);
  return sheets.flatMap((sheet, index) => {
    const path: Path = ['worksheets', index];
    const { layout, fields } = record(sheet);
    const isTable = layout === 'table';
    return [
      ...checkSources([...path, 'from'], known, file),
      ...(isTable ? [] : misplaced(['blankRows'], path, 'table', file)),
      ...list(fields).flatMap((_field, place) => {
        const inField = [...path, 'fields', place];
        return [
          ...checkSources([...inField, 'from'], known, file),
          ...misplaced([isTable ? 'lines' : 'cells'], inField, isTable ? 'form' : 'table', file),
        ];
      }),
    ];
  });
}

function addressesIn({ profile, questions }: Outline): readonly string[] {
  return [
    ...[...profile, ...questions].map(({ id }) => id),
    ...[...profile, ...questions].map(({ id }) => formatSource({ kind: 'note', id })),
    ...subjectParts.map((part) => formatSource({ kind: 'subject', part })),
    ...stepParts.map((part) => formatSource({ kind: 'step', part })),
  ];
}

function checkSources(path: Path, known: readonly string[], file: YamlFile): readonly Problem[] {
  const from = nodeAt(file.data, path);
  const named: readonly (readonly [unknown, Path])[] = Array.isArray(from)
    ? from.map((address, index) => [address, [...path, index]] as const)
    : [[from, path]];
  return named.flatMap(([address, at]) =>
    typeof address !== 'string' || known.includes(address)
      ? []
      : [problem('unknown-source', file.at(at), { address, nearest: nearest(address, known) })],
  );
}

function misplaced(
  keys: readonly string[],
  path: Path,
  layout: 'form' | 'table',
  file: YamlFile,
): readonly Problem[] {
  const here = record(nodeAt(file.data, path));
  return keys
    .filter((key) => here[key] !== undefined)
    .map((key) => problem('other-layout', file.keyAt([...path, key]), { key, layout }));
}
