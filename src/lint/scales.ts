import type { Branch, Engine } from '../assessment/engine.ts';
import { type Judgement, judge } from '../assessment/judge.ts';
import { list, nodeAt, record } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Path, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { shownAs, snap } from '../shared/snap.ts';
import { finding } from './finding.ts';
import { type Fill, optionsLeft, sheetFor } from './sheets.ts';
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

/**
 * Levels that no answers reach, and values below the lowest level. Tried with the worst and the best answers; what
 * only some of the questions could reach together counts as reached.
 */
export const findUnreachableLevels: Check = (subject) => {
  const { questionnaire, engine, file } = subject;
  const worst = extremes(subject, 'lowest');
  const best = extremes(subject, 'highest');
  const shown = shownIn(questionnaire);
  return Object.entries(questionnaire.scales).flatMap(([name, levels]) => {
    const hurdles = questionnaire.hurdles.flatMap(({ scale }, index) =>
      scale === name ? [index] : [],
    );
    const lows = hurdles.flatMap((index) => worst[index] ?? []);
    const highs = hurdles.flatMap((index) => best[index] ?? []);
    const most = hurdles.map((index) => mostOf(engine.hurdles[index], engine));
    if (lows.length === 0 || highs.length === 0) return [];
    const lowest = Math.min(...lows);
    const highest = Math.max(...highs);
    const beyond = Math.max(highest, ...most.map(shown));
    const first = Math.min(...levels.map(({ from }) => from));
    const at = (level: number) => file.at(['scales', name, level, 'from']);
    return [
      ...(first > lowest ? [finding('hole-below', at(0), { from: first, lowest })] : []),
      ...levels.flatMap(({ from }, level) =>
        from > beyond ? [finding('level-unreachable', at(level), { from, highest })] : [],
      ),
    ];
  });
};

// The value of each hurdle at every option that picks targets, as levels go by it.
function extremes({ engine, questionnaire }: Subject, fill: Fill): readonly (readonly number[])[] {
  const shown = shownIn(questionnaire);
  const judgements = optionsLeft(engine, new Map()).map(
    (option): Judgement =>
      judge(
        engine,
        sheetFor(engine, new Map(), () => fill, option),
      ),
  );
  return engine.hurdles.map((_hurdle, index) =>
    judgements.flatMap(({ hurdles }) => {
      const value = hurdles[index]?.value;
      return value ? [shown(fill === 'lowest' ? value.low : value.high)] : [];
    }),
  );
}

function shownIn({ method }: Questionnaire): (value: number) => number {
  const { displayed } = method.hurdle;
  return (value) => {
    const snapped = snap(value, method.round);
    return displayed === null ? snapped : shownAs(snapped, displayed);
  };
}

// No less than a branch can be worth, whichever of its questions are asked.
function mostOf(branch: Branch | undefined, engine: Engine): number {
  if (!branch) return -Infinity;
  const own = branch.questions.flatMap((position) => {
    const scoring = engine.questions[position]?.scoring;
    return scoring ? [scoring.highest] : [];
  });
  const parts = [...own, ...branch.groups.map((group) => mostOf(group, engine))];
  switch (branch.aggregate) {
    case 'sum': {
      const gains = parts.filter((most) => most > 0);
      return gains.length > 0 ? gains.reduce((sum, most) => sum + most) : Math.max(...parts);
    }
    case 'level-gate':
      return branch.groups.length + Math.min(1, own.length);
    default:
      return Math.max(...parts);
  }
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
