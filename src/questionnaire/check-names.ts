import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem, type ReferredThing } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { ids, list, type Outline, record } from './outline.ts';

/** Words that other YAML readers turn into something else, or that name a state of an answer. */
export const reservedIds: readonly string[] = [
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

/** Ids that stand twice, ids that name nothing, options that do not exist, prerequisites in a circle. */
export function checkNames(file: YamlFile, names: Outline): readonly Problem[] {
  const root = record(file.data);
  const problems: Problem[] = [];
  const questionIds = names.questions.map((question) => question.id);
  const advised = names.questions.filter((question) => question.hasRecommendation);

  const unique = (entries: readonly { readonly id: string; readonly path: Path }[]) => {
    const seen = new Set<string>();
    for (const { id, path } of entries) {
      if (id !== '' && seen.has(id)) {
        problems.push(problem('duplicate-id', file.at([...path, 'id']), { id }));
      }
      seen.add(id);
    }
  };
  const refer = (what: ReferredThing, known: readonly string[], value: unknown, path: Path) => {
    if (typeof value !== 'string' || known.includes(value)) return;
    problems.push(
      problem('unknown-id', file.at(path), { what, id: value, nearest: nearest(value, known) }),
    );
  };
  const referAll = (what: ReferredThing, known: readonly string[], values: unknown, path: Path) => {
    list(values).forEach((value, index) => {
      refer(what, known, value, [...path, index]);
    });
  };
  const referKeys: Refer = (what, known, values, path) => {
    for (const id of Object.keys(record(values))) {
      if (known.includes(id)) continue;
      const facts = { what, id, nearest: nearest(id, known) };
      problems.push(problem('unknown-id', file.keyAt([...path, id]), facts));
    }
  };
  const listed = (key: string) =>
    list(root[key]).map((value, index) => ({ node: record(value), path: [key, index] as Path }));

  unique(names.profile);
  unique(names.questions);
  unique([...names.hurdles, ...names.groups]);
  for (const key of [
    'roles',
    'gates',
    'verdicts',
    'contradictions',
    'worksheets',
    'facts',
    'hints',
    'cases',
  ]) {
    unique(ids(root[key]).map((id, index) => ({ id, path: [key, index] })));
  }

  for (const question of [...names.profile, ...names.questions]) {
    if (question.kind === 'level') continue;
    const options = question.options.map((id, index) => ({
      id,
      path: [...question.path, 'options', index],
    }));
    unique(options);
    for (const { id, path } of options) {
      if (reservedIds.includes(id)) {
        problems.push(problem('reserved-id', file.at([...path, 'id']), { id }));
      }
    }
  }

  for (const { id, path, scored } of names.hurdles) {
    const node = record(list(root.hurdles)[path[1] as number]);
    refer('scale', names.scales, node.scale, [...path, 'scale']);
    if (!scored) problems.push(problem('nothing-scored', file.at(path), { hurdle: id }));
  }

  const by = record(root.targets).by;
  const selectable = names.profile.find((question) => question.id === by)?.options;
  const targetsByStage = names.questions.some(
    ({ path }) => Object.keys(record(record(nodeAt(file.data, path)).target)).length > 0,
  );
  if (by === undefined && targetsByStage) {
    problems.push(problem('missing-key', file.at(['targets']), { key: 'by' }));
  }
  refer(
    'profile',
    names.profile.map((question) => question.id),
    by,
    ['targets', 'by'],
  );
  list(record(root.targets).modifiers).forEach((modifier, index) => {
    const path = ['targets', 'modifiers', index, 'for'];
    referAll('question', questionIds, record(modifier).for, path);
  });

  for (const { path, id } of names.questions) {
    const node = record(nodeAt(file.data, path));
    referAll('role', names.roles, node.roles, [...path, 'roles']);
    const target = record(node.target);
    if (selectable && Object.keys(target).length > 0) {
      for (const option of Object.keys(target)) {
        if (selectable.includes(option)) continue;
        problems.push(
          problem('unknown-option', file.keyAt([...path, 'target', option]), {
            of: String(by),
            option,
            allowed: selectable,
            nearest: nearest(option, selectable),
          }),
        );
      }
      for (const option of selectable) {
        if (Object.hasOwn(target, option)) continue;
        problems.push(problem('missing-key', file.at([...path, 'target']), { key: option }));
      }
    }
    const advice = record(node.recommendation);
    const at = [...path, 'recommendation'];
    refer('role', names.roles, advice.owner, [...at, 'owner']);
    refer('worksheet', names.worksheets, advice.worksheet, [...at, 'worksheet']);
    referAll('question', questionIds, advice.helps, [...at, 'helps']);
    list(advice.requires).forEach((required, index) => {
      const known = advised.map((question) => question.id);
      if (required === id) {
        problems.push(
          problem('prerequisite-cycle', file.at([...at, 'requires', index]), { ids: [id] }),
        );
      } else if (
        typeof required === 'string' &&
        questionIds.includes(required) &&
        !known.includes(required)
      ) {
        problems.push(
          problem('no-recommendation', file.at([...at, 'requires', index]), { id: required }),
        );
      } else {
        refer('question', known, required, [...at, 'requires', index]);
      }
    });
  }
  problems.push(...cycles(file, names));

  const hurdleIds = names.hurdles.map((hurdle) => hurdle.id);
  for (const { node, path } of listed('gates')) {
    list(node.limits).forEach((limit, index) => {
      const at = [...path, 'limits', index];
      refer('hurdle', hurdleIds, record(limit).hurdle, [...at, 'hurdle']);
      refer('question', questionIds, record(limit).question, [...at, 'question']);
      const answerOf = record(record(limit).atMost).answerOf;
      refer('question', questionIds, answerOf, [...at, 'atMost', 'answerOf']);
    });
  }
  for (const { node, path } of listed('verdicts')) {
    referAll('question', questionIds, node.first, [...path, 'first']);
    referAll('question', questionIds, node.defers, [...path, 'defers']);
  }
  for (const { node, path } of listed('facts')) {
    referAll('hurdle', hurdleIds, node.hurdles, [...path, 'hurdles']);
  }
  for (const { node, path } of listed('cases')) {
    checkCase(node, path, names, root, referKeys, referAll);
  }
  return problems;
}

type Refer = (what: ReferredThing, known: readonly string[], value: unknown, path: Path) => void;

function checkCase(
  node: Readonly<Record<string, unknown>>,
  path: Path,
  names: Outline,
  root: Readonly<Record<string, unknown>>,
  referKeys: Refer,
  referAll: Refer,
): void {
  const profileIds = names.profile.map((question) => question.id);
  const questionIds = names.questions.map((question) => question.id);
  const hurdleIds = names.hurdles.map((hurdle) => hurdle.id);
  const given = record(node.given);
  referKeys('profile', profileIds, given.profile, [...path, 'given', 'profile']);
  referKeys('question', questionIds, given.answers, [...path, 'given', 'answers']);
  const expect = record(node.expect);
  const at = [...path, 'expect'];
  referKeys('hurdle', hurdleIds, expect.hurdles, [...at, 'hurdles']);
  referAll('gate', ids(root.gates), expect.gates, [...at, 'gates']);
  referAll('verdict', ids(root.verdicts), expect.verdicts, [...at, 'verdicts']);
  referAll('verdict', ids(root.verdicts), expect.notVerdicts, [...at, 'notVerdicts']);
  referAll('question', questionIds, expect.firstSteps, [...at, 'firstSteps']);
  referAll('question', questionIds, expect.notSteps, [...at, 'notSteps']);
}

// Each circle once, told from its first question in the file.
function cycles(file: YamlFile, names: Outline): readonly Problem[] {
  const requires = new Map(names.questions.map((question) => [question.id, question.requires]));
  const told = new Set<string>();
  return names.questions.flatMap(({ id, path }) => {
    const circle = circleFrom(id, requires);
    if (circle === null || circle.length < 2 || circle.some((member) => told.has(member)))
      return [];
    for (const member of circle) told.add(member);
    const at = file.at([...path, 'recommendation', 'requires']);
    return [problem('prerequisite-cycle', at, { ids: circle })];
  });
}

function circleFrom(
  start: string,
  requires: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const visited = new Set<string>();
  const follow = (id: string, way: readonly string[]): readonly string[] | null => {
    for (const next of requires.get(id) ?? []) {
      if (next === start) return way;
      if (visited.has(next)) continue;
      visited.add(next);
      const circle = follow(next, [...way, next]);
      if (circle) return circle;
    }
    return null;
  };
  return follow(start, [start]);
}

function nodeAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (Array.isArray(node) ? node[key as number] : record(node)[key]),
    data,
  );
}
