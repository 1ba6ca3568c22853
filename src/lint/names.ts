import { ids, record } from '../questionnaire/outline.ts';
import { areConfusable } from '../shared/nearest.ts';
import type { Path, Problem } from '../shared/problem.ts';
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
  return kinds.flatMap((entries) =>
    entries.flatMap(({ id, path }, index) => {
      const other = entries.slice(0, index).find((earlier) => areConfusable(earlier.id, id));
      return other
        ? [finding('similar-ids', file.at([...path, 'id']), { id, other: other.id })]
        : [];
    }),
  );
}

type Entry = { readonly id: string; readonly path: Path };
