import { type Judgement, judge } from '../assessment/judge.ts';
import { list, nodeAt, record } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Path, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { shownAs, snap } from '../shared/snap.ts';
import { finding } from './finding.ts';
import { mostOf } from './most.ts';
import { optionsLeft, sheetFor } from './sheets.ts';
import type { Check, Subject, Written } from './subject.ts';

/** Bounds of levels and bands that do not ascend, and points of ordered options that go up and down. */
export function findOutOfOrder({ file, names }: Written): readonly Problem[] {
  const scales = names.scales.map((name): Path => ['scales', name]);
  const bands = names.questions
    .filter(({ kind }) => kind === 'number')
    .map(({ path }): Path => [...path, 'bands']);
  const ordered = names.questions
    .filter((question) => question.kind === 'choice' && question.ordered)
    .map(({ path }): Path => [...path, 'options']);
  return [
    ...[...scales, ...bands].flatMap((path) =>
      outOfOrder(numbersAt(path, 'from', file), (before, found) => found > before, file),
    ),
    // Options may go up or down, as long as they keep to it.
    ...ordered.flatMap((path) => {
      const points = numbersAt(path, 'points', file);
      const isDescending = Number(points.at(-1)?.value) < Number(points[0]?.value);
      return outOfOrder(
        points,
        (before, found) => (isDescending ? found <= before : found >= before),
        file,
      );
    }),
  ];
}

/** Levels that no answers reach, and results below the lowest level, tried with the worst answers. */
export const findUnreachableLevels: Check = (subject) => {
  const { questionnaire, engine, file } = subject;
  const worst = worstResults(subject);
  const shown = shownIn(questionnaire);
  return Object.entries(questionnaire.scales).flatMap(([name, levels]) => {
    const hurdles = engine.hurdles.filter(
      (_hurdle, index) => questionnaire.hurdles[index]?.scale === name,
    );
    const lowest = Math.min(...hurdles.flatMap(({ id }) => worst.get(id) ?? []));
    const highest = Math.max(...hurdles.map((hurdle) => shown(mostOf(hurdle, engine))));
    if (hurdles.length === 0) return [];
    const first = Math.min(...levels.map(({ from }) => from));
    const at = (level: number) => file.at(['scales', name, level, 'from']);
    return [
      ...(first > lowest ? [finding('hole-below', at(0), { from: first, lowest })] : []),
      // What is below them all still has the first.
      ...levels.flatMap(({ from }, level) =>
        level > 0 && from > highest
          ? [finding('level-unreachable', at(level), { from, highest })]
          : [],
      ),
    ];
  });
};

// The values of each hurdle with the worst answers, at every option that picks targets, as levels go by them.
function worstResults({ engine, questionnaire }: Subject): ReadonlyMap<string, readonly number[]> {
  const shown = shownIn(questionnaire);
  const judgements = optionsLeft(engine, new Map()).map(
    (option): Judgement => judge(engine, sheetFor(engine, new Map(), 'lowest', option)),
  );
  return new Map(
    engine.hurdles.map(({ id }, index) => [
      id,
      judgements.flatMap(({ hurdles }) => {
        const value = hurdles[index]?.value;
        return value ? [shown(value.low)] : [];
      }),
    ]),
  );
}

function shownIn({ method }: Questionnaire): (value: number) => number {
  const { displayed } = method.hurdle;
  return (value) => {
    const snapped = snap(value, method.round);
    return displayed === null ? snapped : shownAs(snapped, displayed);
  };
}

type Placed = { readonly value: number; readonly path: Path };

function outOfOrder(
  numbers: readonly Placed[],
  follows: (before: number, found: number) => boolean,
  file: YamlFile,
): readonly Problem[] {
  return numbers.flatMap(({ value: found, path }, index) => {
    const before = numbers[index - 1]?.value;
    if (before === undefined || follows(before, found)) return [];
    return [finding('levels-out-of-order', file.at(path), { found, before })];
  });
}

// What is no number was told as such.
function numbersAt(path: Path, key: string, file: YamlFile): readonly Placed[] {
  return list(nodeAt(file.data, path)).flatMap((entry, index): readonly Placed[] => {
    const value = record(entry)[key];
    return typeof value === 'number' ? [{ value, path: [...path, index, key] }] : [];
  });
}
