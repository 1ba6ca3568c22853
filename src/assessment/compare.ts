import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import type { Assessment } from './assessment-format.ts';
import { answeredEdition, comparability, isJudgedAlike } from './comparability.ts';
import type { ComparedState, Comparison, Remark } from './comparison-format.ts';
import { engineOf } from './engine.ts';
import { withOwnTargets } from './own-targets.ts';
import { stateChange } from './state-change.ts';
import { usesSideBySide } from './uses-side-by-side.ts';

/** An assessment, and what its file is called. */
export type Named = {
  readonly name: string;
  readonly assessment: Assessment;
  /** It was stored when another edition was at hand, and its answers were judged again. */
  readonly judgedAnew?: boolean;
};

/**
 * Says what changed between assessments of one company, as facts and ids. They are taken in the order they are given.
 *
 * The change is told from the first that can be compared wholly with the last (else in part) to the last; with three
 * or more also from each to the next.
 *
 * @param given two or more, judged by this questionnaire; one of another major version may be among them, unjudged
 * @throws RangeError for fewer than two
 */
export function compareOverTime(
  questionnaire: Questionnaire,
  given: readonly Named[],
  tool: Comparison['tool'],
): Comparison {
  const states = statesOf(questionnaire, given);
  const assessments = given.map(({ assessment }) => withOwnTargets(assessment));
  const last = assessments.length - 1;
  const engine = engineOf(questionnaire);
  const change = (from: number, to: number) =>
    stateChange(engine, at(assessments, from), at(assessments, to), [from, to]);
  const from = firstComparable(questionnaire, assessments);
  return {
    ...head(questionnaire, tool),
    of: 'time',
    states,
    remarks: [
      ...editions(questionnaire, assessments),
      ...anew(given),
      ...scopes(questionnaire, assessments),
      ...(from > 0 ? [{ kind: 'left-out' as const, files: range(0, from) }] : []),
      ...dates(assessments),
      ...subjects(assessments),
    ],
    change: change(from, last),
    between: last < 2 ? [] : range(1, last + 1).map((to) => change(to - 1, to)),
    uses: null,
  };
}

/**
 * Sets the AI uses of one company side by side: the lowest counts, and what is said about the company and not the same
 * everywhere is told.
 *
 * @param given two or more, one for each use
 */
export function compareUses(
  questionnaire: Questionnaire,
  given: readonly Named[],
  tool: Comparison['tool'],
): Comparison {
  const assessments = given.map(({ assessment }) => withOwnTargets(assessment));
  const partial = indexes(assessments, ({ scope }) => scope.quick === true || scope.role !== null);
  const uses = assessments.map(({ subject }) => subject.use?.trim() ?? '');
  const twins = indexes(uses, (use) => use !== '' && uses.indexOf(use) !== uses.lastIndexOf(use));
  return {
    ...head(questionnaire, tool),
    of: 'uses',
    states: statesOf(questionnaire, given),
    remarks: [
      ...editions(questionnaire, assessments),
      ...anew(given),
      ...(partial.length > 0 ? [{ kind: 'partial' as const, files: partial }] : []),
      ...subjects(assessments).filter(({ kind }) => kind === 'other-name'),
      ...(twins.length > 0 ? [{ kind: 'same-use' as const, files: twins }] : []),
    ],
    change: null,
    between: [],
    uses: usesSideBySide(questionnaire, assessments),
  };
}

function head({ id, version, digest }: Questionnaire, tool: Comparison['tool']) {
  return { format: 'comparison/1' as const, tool, questionnaire: { id, version, digest } };
}

function statesOf(questionnaire: Questionnaire, given: readonly Named[]): ComparedState[] {
  const last = at(given, given.length - 1).assessment;
  return given.map(({ name, assessment, judgedAnew = false }) => ({
    name,
    date: assessment.date,
    version: answeredEdition(assessment),
    subject: assessment.subject,
    scope: assessment.scope,
    judged: isJudgedAlike(assessment, questionnaire),
    judgedAnew,
    inLine: comparability(assessment, last, questionnaire) === 'whole',
    overall: withOwnTargets(assessment).overall,
    hurdles: withOwnTargets(assessment).hurdles.map(
      ({ limits: _limits, questions: _questions, ...told }) => told,
    ),
    verdicts: assessment.verdicts.map(({ id, kind, certain }) => ({ id, kind, certain })),
    contradictions: assessment.contradictions.map(({ id }) => id),
  }));
}

function firstComparable(questionnaire: Questionnaire, assessments: readonly Assessment[]): number {
  const last = assessments.length - 1;
  const ways = assessments
    .slice(0, last)
    .map((one) => comparability(one, at(assessments, last), questionnaire));
  const best = ways.includes('whole') ? 'whole' : 'shared';
  return Math.max(0, ways.indexOf(best));
}

function editions(
  questionnaire: Questionnaire,
  assessments: readonly Assessment[],
): readonly Remark[] {
  const foreign = indexes(assessments, (one) => !isJudgedAlike(one, questionnaire));
  const older = indexes(
    assessments,
    (one) => isJudgedAlike(one, questionnaire) && answeredEdition(one) !== questionnaire.version,
  );
  return [
    ...(foreign.length > 0 ? [{ kind: 'other-major' as const, files: foreign }] : []),
    ...(older.length > 0 ? [{ kind: 'other-version' as const, files: older }] : []),
  ];
}

function anew(given: readonly Named[]): readonly Remark[] {
  const files = indexes(given, ({ judgedAnew = false }) => judgedAnew);
  return files.length > 0 ? [{ kind: 'judged-anew', files }] : [];
}

function scopes(
  questionnaire: Questionnaire,
  assessments: readonly Assessment[],
): readonly Remark[] {
  const last = at(assessments, assessments.length - 1);
  const files = indexes(assessments, (one) => comparability(one, last, questionnaire) === 'shared');
  return files.length > 0 ? [{ kind: 'other-scope', files }] : [];
}

// Taken as they are given: whoever turned them round should hear of it, and not find them turned back in silence.
function dates(assessments: readonly Assessment[]): readonly Remark[] {
  return range(1, assessments.length).flatMap((index): Remark[] => {
    const [before, after] = [at(assessments, index - 1).date, at(assessments, index).date];
    return before !== null && after !== null && after < before
      ? [{ kind: 'dates-out-of-order', files: [index - 1, index] }]
      : [];
  });
}

function subjects(assessments: readonly Assessment[]): readonly Remark[] {
  const said = (of: 'name' | 'use') => assessments.map(({ subject }) => subject[of]?.trim() ?? '');
  const different = (values: readonly string[]) =>
    new Set(values.filter((value) => value !== '')).size > 1;
  const all = range(0, assessments.length);
  const [names, uses] = [said('name'), said('use')];
  if (different(names)) return [{ kind: 'other-name', files: all }];
  if (!different(uses)) return [];
  const each = new Set(uses).size === uses.length && !uses.includes('');
  const isOneDay = deepEqual(
    names,
    names.map(() => names[0]),
  );
  return [{ kind: each && isOneDay ? 'several-uses' : 'other-use', files: all }];
}

function indexes<Item>(items: readonly Item[], which: (item: Item) => boolean): number[] {
  return items.flatMap((item, index) => (which(item) ? [index] : []));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined || items.length < 2) throw new RangeError('Comparing takes two or more.');
  return item;
}
