import type { Case } from '../questionnaire/case-format.ts';
import { assessWith } from './assess.ts';
import type { Assessment, Cause } from './assessment-format.ts';
import { caseAnswers } from './case-answers.ts';
import { causesIn } from './causes.ts';
import type { Engine } from './engine.ts';
import { type Judgement, judge } from './judge.ts';

/** What a case expected and did not get. */
export type CaseFailure = {
  readonly what: keyof Case['expect'];
  /** The hurdle, gate, verdict … it is about; null for the company or a whole list. */
  readonly id: string | null;
  readonly expected: string;
  readonly got: string;
  /** The answers behind what came instead. */
  readonly because: readonly Cause[];
};

export type CaseOutcome = { readonly id: string; readonly failures: readonly CaseFailure[] };

/** The rules and the advice that no case reaches. */
export type Unreached = Readonly<
  Record<'gates' | 'verdicts' | 'contradictions' | 'recommendations', readonly string[]>
>;

/** Tests the rules of a questionnaire by its cases. */
export function runCases(
  engine: Engine,
  cases: readonly Case[],
): { readonly outcomes: readonly CaseOutcome[]; readonly unreached: Unreached } {
  const runs = cases.map((one) => {
    const answers = caseAnswers(engine, one);
    const judgement = judge(engine, answers);
    const assessment = assessWith(engine, answers, { name: 'case', version: one.id }, null);
    const reached = reachedBy(engine, judgement, assessment);
    const because = (when: Parameters<typeof causesIn>[0]) =>
      causesIn(when, engine, answers, judgement);
    return {
      reached,
      outcome: { id: one.id, failures: failuresOf(one, assessment, reached, engine, because) },
    };
  });
  const unreached = (all: readonly string[], of: keyof Reached) =>
    all.filter((id) => !runs.some(({ reached }) => reached[of].includes(id)));
  const { questionnaire } = engine;
  return {
    outcomes: runs.map(({ outcome }) => outcome),
    unreached: {
      gates: unreached(
        questionnaire.gates.map(({ id }) => id),
        'gates',
      ),
      verdicts: unreached(
        questionnaire.verdicts.map(({ id }) => id),
        'verdicts',
      ),
      contradictions: unreached(
        questionnaire.contradictions.map(({ id }) => id),
        'contradictions',
      ),
      recommendations: unreached(
        engine.questions.filter(({ advice }) => advice !== null).map(({ id }) => id),
        'recommendations',
      ),
    },
  };
}

type Reached = Unreached;

function reachedBy(engine: Engine, judgement: Judgement, assessment: Assessment): Reached {
  return {
    gates: engine.gates
      .filter((_gate, index) => judgement.counted.gates[index] === 'true')
      .map(({ id }) => id),
    verdicts: assessment.verdicts.filter(({ certain }) => certain).map(({ id }) => id),
    contradictions: assessment.contradictions.map(({ id }) => id),
    recommendations: assessment.recommendations.map(({ id }) => id),
  };
}

function failuresOf(
  { expect }: Case,
  assessment: Assessment,
  reached: Reached,
  engine: Engine,
  because: (when: Engine['gates'][number]['gate']['when']) => readonly Cause[],
): readonly CaseFailure[] {
  const failures: CaseFailure[] = [];
  const differ = (
    what: CaseFailure['what'],
    id: string | null,
    expected: unknown,
    got: unknown,
    causes: readonly Cause[] = [],
  ) => {
    if (show(expected) === show(got)) return;
    failures.push({ what, id, expected: show(expected), got: show(got), because: causes });
  };

  const { level, hurdles = {}, firstSteps, notSteps = [] } = expect;
  if (level !== undefined) differ('level', null, level, assessment.overall.level);
  for (const [id, wanted] of Object.entries(hurdles)) {
    const found = assessment.hurdles.find((hurdle) => hurdle.id === id);
    const limits = found?.limits.filter(({ effective }) => effective) ?? [];
    const causes = limits.flatMap(({ gate, core }) => {
      const rule = engine.gates.find((candidate) => candidate.id === gate);
      return rule ? because(rule.gate.when) : core ? [{ id: core }] : [];
    });
    differ('hurdles', id, wanted, found?.level ?? null, causes);
  }
  for (const what of ['gates', 'verdicts', 'contradictions'] as const) {
    const wanted = expect[what];
    // An empty list expects that there is none.
    if (wanted?.length === 0) differ(what, null, [], reached[what]);
    for (const id of wanted ?? []) {
      differ(what, id, id, reached[what].includes(id) ? id : reached[what]);
    }
  }
  for (const id of expect.notVerdicts ?? []) {
    const standing = assessment.verdicts.find((verdict) => verdict.id === id);
    differ('notVerdicts', id, null, standing ? id : null, standing?.because);
  }
  const steps = assessment.recommendations;
  if (firstSteps) {
    // An empty list expects that there is nothing to do.
    const got = steps.slice(0, Math.max(1, firstSteps.length));
    const causes = got.filter((step, index) => step.id !== firstSteps[index]);
    differ(
      'firstSteps',
      null,
      firstSteps,
      got.map(({ id }) => id),
      causes.flatMap((step) => step.because),
    );
  }
  for (const id of notSteps) {
    const step = steps.find((candidate) => candidate.id === id && candidate.phase === 'now');
    differ('notSteps', id, null, step ? id : null, step?.because);
  }
  return failures;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ') || '–';
  return value === null ? '–' : String(value);
}
