import { questionsOf } from '../comparability.ts';
import type { StateChange } from '../comparison-format.ts';
import { stateChange } from '../state-change.ts';
import type { CheckedFile, Demand } from './check-format.ts';
import { type Demands, verdictKinds } from './demands.ts';
import {
  belowLevel,
  belowTarget,
  type Found,
  hurdleBelow,
  ownCondition,
  standingVerdicts,
  tooOld,
  uncovered,
} from './findings.ts';
import { lowerLevels, newVerdicts, worseAnswers } from './held.ts';
import type { Side } from './side.ts';

/**
 * Holds an assessment against what is demanded of it, and says of every demand what keeps it from being met.
 *
 * With a baseline only what became worse since fails: what it has, too, is told and does not fail; and beyond what is
 * demanded no level may have fallen, no verdict have come and no answer have become worse.
 *
 * @param before the baseline, judged by the same questionnaire; null where there is none or it cannot be compared
 */
export function checkDemands(
  now: Side,
  before: Side | null,
  demands: Demands,
): Pick<CheckedFile, 'outcome' | 'demands' | 'notApplicable' | 'noLongerDue' | 'provisional'> {
  const change = before && stateChange(now.engine, before.assessment, now.assessment, [0, 1]);
  const results = [
    ...asked(demands).map((one) => demandOn(one, now, before)),
    ...(change === null ? [] : held(now, change, demands)),
  ];
  const told = verdictsOnce(results);
  return {
    outcome: told.some(({ outcome }) => outcome === 'unmet') ? 'below' : 'met',
    demands: told,
    notApplicable: notApplicable(now, before),
    noLongerDue: (change?.answers ?? [])
      .filter((answer) => answer.change === 'no-longer-due')
      .map(({ id }) => id),
    provisional: provisional(now, demands),
  };
}

type Asked = Pick<Demand, 'demand' | 'of' | 'wanted'> & {
  readonly find: (side: Side) => Found[];
  /** Whether it can have been unmet before: answers grow old by themselves. */
  readonly everNew?: true;
};

// The order in which they are told: verdicts before levels, as everywhere.
function asked(demands: Demands): readonly Asked[] {
  const { failOn, strict, minLevel, minCoverage, maxAge } = demands;
  return [
    ...failOn.map((of): Asked => {
      const find = (side: Side) => standingVerdicts(side, of, strict);
      return { demand: 'verdicts', of, wanted: null, find };
    }),
    ...(demands.atTarget
      ? [{ demand: 'at-target' as const, of: null, wanted: null, find: belowTarget }]
      : []),
    ...(minLevel === null
      ? []
      : [
          {
            demand: 'level' as const,
            of: null,
            wanted: minLevel,
            find: (side: Side) => belowLevel(side, minLevel),
          },
        ]),
    ...demands.min.map(({ hurdle, level }): Asked => {
      const find = (side: Side) => hurdleBelow(side, hurdle, level);
      return { demand: 'hurdle-level', of: hurdle, wanted: level, find };
    }),
    ...(minCoverage === null
      ? []
      : [
          {
            demand: 'coverage' as const,
            of: null,
            wanted: minCoverage,
            find: (side: Side) => uncovered(side, minCoverage),
          },
        ]),
    ...(maxAge === null
      ? []
      : [
          {
            demand: 'age' as const,
            of: null,
            wanted: maxAge.said,
            find: (side: Side) => tooOld(side, maxAge),
            everNew: true as const,
          },
        ]),
    ...demands.checks.map((check): Asked => {
      const find = (side: Side) =>
        ownCondition(side, check).filter(({ certain }) => certain || strict);
      return { demand: 'condition', of: check.id, wanted: null, find };
    }),
  ];
}

function demandOn(
  { demand, of, wanted, find, everNew }: Asked,
  now: Side,
  before: Side | null,
): Demand {
  const earlier = before === null || everNew ? [] : find(before);
  const had = new Set(earlier.map(keyOf));
  const found = find(now);
  const stays = new Set(found.map(keyOf));
  const findings = found.map((one) => ({ ...one, isNew: !had.has(keyOf(one)) }));
  return {
    demand,
    of,
    wanted,
    outcome: outcomeOf(findings),
    findings,
    mended: earlier.filter((one) => !stays.has(keyOf(one))).map(({ id, kind }) => id ?? kind),
  };
}

function held(now: Side, change: StateChange, demands: Demands): readonly Demand[] {
  const since = (demand: Demand['demand'], found: readonly Found[]): Demand => {
    const findings = found.map((one) => ({ ...one, isNew: true }));
    return { demand, of: null, wanted: null, outcome: outcomeOf(findings), findings, mended: [] };
  };
  return [
    // Whoever demands nothing of the verdicts does not mind new ones.
    ...(demands.failOn.length === 0
      ? []
      : [since('verdicts-held', newVerdicts(now, change, demands.strict))]),
    // Of other scopes no levels can be compared.
    ...(isWhole(change) ? [since('levels-held', lowerLevels(now, change))] : []),
    since('answers-held', worseAnswers(now, change)),
  ];
}

function isWhole({ comparable }: StateChange): boolean {
  return comparable === 'whole';
}

function outcomeOf(findings: readonly { readonly isNew: boolean }[]): Demand['outcome'] {
  if (findings.length === 0) return 'met';
  return findings.some(({ isNew }) => isNew) ? 'unmet' : 'unmet-before';
}

function keyOf({ kind, id }: Found): string {
  return `${kind}:${id ?? ''}`;
}

// One that was demanded by its kind and by its id is told where it comes first.
function verdictsOnce(demands: readonly Demand[]): Demand[] {
  const told = new Set<string>();
  return demands.map((demand) => {
    const findings = demand.findings.filter(({ kind, id }) => {
      const isTold = kind === 'verdict' && told.has(id ?? '');
      if (kind === 'verdict') told.add(id ?? '');
      return !isTold;
    });
    const isSame = findings.length === demand.findings.length;
    return isSame ? demand : { ...demand, findings, outcome: outcomeOf(findings) };
  });
}

function notApplicable(now: Side, before: Side | null): CheckedFile['notApplicable'] {
  return questionsOf(now.assessment)
    .filter(({ state }) => state === 'not-applicable')
    .map(({ id }) => ({
      id,
      isNew: before !== null && before.questions.get(id)?.state !== 'not-applicable',
    }));
}

// What was demanded, and is neither met nor unmet for certain.
function provisional(now: Side, { failOn, strict, checks }: Demands): CheckedFile['provisional'] {
  if (strict) return [];
  const kinds: readonly string[] = verdictKinds;
  return [
    ...now.assessment.verdicts
      .filter(({ certain }) => !certain)
      .filter(({ id, kind }) => failOn.some((of) => (kinds.includes(of) ? of === kind : of === id)))
      .map(({ id }) => ({ kind: 'verdict' as const, id })),
    ...checks
      .filter((check) => ownCondition(now, check).some(({ certain }) => !certain))
      .map(({ id }) => ({ kind: 'condition' as const, id })),
  ];
}
