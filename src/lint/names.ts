import { ids, record } from '../questionnaire/outline.ts';
import { areConfusable } from '../shared/nearest.ts';
import type { Path, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { finding } from './finding.ts';
import type { Written } from './subject.ts';

const lists = ['roles', 'gates', 'verdicts', 'contradictions', 'worksheets', 'facts', 'hints'];

/** Ids of one kind that are a slip of the finger apart. */
export function findSimilarIds({ file, names }: Written): readonly Problem[] {
  const placed = (entries: readonly string[], path: Path) =>
    entries.map((id, index) => ({ id, path: [...path, index] }));
  const kinds: readonly (readonly Entry[])[] = [
    names.questions,
    names.profile,
    [...names.hurdles, ...names.groups],
    ...lists.map((key) => placed(ids(record(file.data)[key]), [key])),
    ...[...names.questions, ...names.profile]
      .filter(({ kind }) => kind === 'choice' || kind === 'several')
      .map(({ options, path }) => placed(options, [...path, 'options'])),
  ];
  return kinds.flatMap((entries) => similarIn(entries, file));
}

type Entry = { readonly id: string; readonly path: Path };

const longest = 100;

// Two names one letter apart become the same when the right letter is left out of each, or of the longer one.
function similarIn(entries: readonly Entry[], file: YamlFile): readonly Problem[] {
  const earlier = new Map<string, string[]>();
  return entries.flatMap(({ id, path }): readonly Problem[] => {
    // Nobody tells ids of that length apart anyway.
    if (id.length > longest) return [];
    const shortened = Array.from(id, (_letter, at) => id.slice(0, at) + id.slice(at + 1));
    const forms = [id, ...new Set(shortened)];
    const known = forms.flatMap((form) => earlier.get(form) ?? []);
    const other = known.find((one) => areConfusable(one, id));
    for (const form of forms) earlier.set(form, [...(earlier.get(form) ?? []), id].slice(0, most));
    const at = file.at([...path, 'id']);
    return other === undefined ? [] : [finding('similar-ids', at, { id, other })];
  });
}

// A long row of names that differ in one letter is a series.
const most = 20;
