import { type Answers, dayOf } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Assessment } from './assessment-format.ts';
import type { AssessmentLine, HurdleLine } from './assessment-line-format.ts';
import { allAtTarget } from './at-target.ts';
import type { Engine } from './engine.ts';
import type { HurdleResult } from './hurdle-result.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { type PlannedStep, recommend } from './recommend.ts';
import { schedule } from './schedule.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { targetLevel } from './target-level.ts';

/** What a line tells beside the result itself. */
export type LineExtent = { readonly recommendations: boolean };

/** Where a sheet stands: its line, and its file where there are several. */
export type Where = Pick<AssessmentLine, 'file' | 'line'>;

/** What a line tells of a sheet beside the result. */
export type LineHead = {
  /** Of the questionnaire that was answered, where the sheet names it. */
  readonly version: string | undefined;
  readonly subject: AssessmentLine['subject'];
  /** The day of the assessment (YYYY-MM-DD). */
  readonly date: string | null;
};

/**
 * Judges answers and tells the result on one line: what `assess` says of it, without building the whole assessment.
 *
 * @param date the day of the assessment (YYYY-MM-DD); the day the answers were last changed if left out
 */
export function lineOf(
  engine: Engine,
  answers: Answers,
  extent: LineExtent,
  where: Where = {},
  date: string | null = dayOf(answers),
): AssessmentLine {
  const { version } = answers.questionnaire;
  const head = { version, subject: subjectOf(engine.questionnaire, answers), date };
  return lineOfSheet(engine, sheetOf(engine, answers), head, extent, where);
}

/** The same of a sheet in which every answer has its place. */
export function lineOfSheet(
  engine: Engine,
  sheet: Sheet,
  { version, subject, date }: LineHead,
  { recommendations }: LineExtent,
  { file, line }: Where = {},
): AssessmentLine {
  const { questionnaire } = engine;
  const judgement = judgeSheet(engine, sheet);
  // Without spreads, which take their time: JSON leaves out what is undefined.
  return {
    file,
    line,
    format: 'assessment-line/1',
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      answered: version === questionnaire.version ? undefined : version,
    },
    subject,
    scope: sheet.scope.quick || sheet.scope.role !== null ? sheet.scope : undefined,
    date,
    overall: overallOf(engine, judgement),
    hurdles: hurdlesOf(engine, judgement),
    gates: gatesIn(engine, judgement),
    verdicts: verdictsIn(engine, judgement),
    contradictions: contradictionsIn(engine, judgement),
    recommendations: recommendations ? recommendationsOf(engine, judgement) : undefined,
  };
}

/** The same of an assessment that was made before. */
export function lineOfStored(
  assessment: Assessment,
  { questions }: Questionnaire,
  { recommendations }: LineExtent,
  where: Where = {},
): AssessmentLine {
  const { questionnaire, scope, overall } = assessment;
  const { id, version, answered } = questionnaire;
  const isScored = new Set(
    questions.flatMap(({ question }) => (question.kind === 'text' ? [] : [question.id])),
  );
  const counting = assessment.hurdles.flatMap((hurdle) =>
    hurdle.questions.filter((question) => isScored.has(question.id)),
  );
  const howMany = (state: string) => counting.filter((question) => question.state === state).length;
  const { due, notApplicable, backed: _backed, reason, ...rest } = overall;
  const limiting = assessment.hurdles.flatMap(({ limits, questions }) => [
    ...limits.flatMap(({ gate, effective }) => (gate !== undefined && effective ? [gate] : [])),
    ...questions.flatMap(({ gates }) => gates),
  ]);
  return {
    ...where,
    format: 'assessment-line/1',
    questionnaire: { id, version, ...(answered === undefined ? {} : { answered }) },
    subject: assessment.subject,
    ...(scope.quick || scope.role !== null ? { scope } : {}),
    date: assessment.date,
    overall: {
      ...rest,
      due,
      unknown: howMany('unknown'),
      unanswered: howMany('unanswered'),
      notApplicable,
      reason,
    },
    hurdles: Object.fromEntries(
      assessment.hurdles.map((hurdle): [string, HurdleLine] => [
        hurdle.id,
        {
          level: hurdle.level,
          levelHigh: hurdle.levelHigh,
          plus: hurdle.plus,
          score: hurdle.score,
          scoreHigh: hurdle.scoreHigh,
          atTarget: hurdle.atTarget,
          coverage: hurdle.coverage,
          reason: hurdle.reason,
          limits: hurdle.limits.flatMap(({ gate, core, effective }) =>
            effective ? [gate ?? core ?? ''] : [],
          ),
        },
      ]),
    ),
    gates: [...new Set(limiting)].sort(),
    verdicts: assessment.verdicts.map(({ id, kind, certain }) => ({ id, kind, certain })),
    contradictions: assessment.contradictions.map((one) => one.id),
    ...(recommendations
      ? {
          recommendations: assessment.recommendations.map(({ id, kind, placed, phase }) => ({
            id,
            kind,
            placed,
            phase,
          })),
        }
      : {}),
  };
}

function subjectOf({ profile }: Questionnaire, answers: Answers): AssessmentLine['subject'] {
  const { name, use } = answers.subject ?? {};
  if (use !== undefined) return { name, use };
  const naming = profile.find((question) => question.names === 'use');
  const named = naming && answers.profile[naming.id];
  return { name, use: named?.state === 'answered' ? String(named.answer) : undefined };
}

function overallOf(engine: Engine, judgement: Judgement): AssessmentLine['overall'] {
  const { overall } = judgement;
  const isPart = overall.reason === 'scope';
  let [due, applicable, answered] = [0, 0, 0];
  for (const hurdle of judgement.hurdles) {
    due += hurdle.due;
    applicable += hurdle.applicable;
    answered += hurdle.answered;
  }
  const unknown = unknownIn(engine, judgement);
  return {
    level: overall.level,
    levelHigh: isPart ? null : (overall.levels?.high ?? null),
    target: isPart ? null : targetLevel(engine, judgement),
    plus: overall.plus,
    above: overall.above,
    score: overall.score?.low ?? null,
    scoreHigh: overall.score?.high ?? null,
    coverage: applicable === 0 ? null : engine.snapped(answered / applicable),
    atTarget: judgement.atTarget,
    due,
    unknown,
    unanswered: applicable - answered - unknown,
    notApplicable: due - applicable,
    reason: overall.reason,
  };
}

// What is not due stands as absent.
function unknownIn({ questions }: Engine, { stand }: Judgement): number {
  let count = 0;
  for (const { scoring, position } of questions) {
    if (scoring && stand.situation.questions[position]?.state === 'unknown') count += 1;
  }
  return count;
}

function hurdlesOf(engine: Engine, judgement: Judgement): AssessmentLine['hurdles'] {
  const { stand, counted, targets } = judgement;
  const hurdles: Record<string, HurdleLine> = {};
  engine.hurdles.forEach((hurdle, index) => {
    const result = judgement.hurdles[index] as Judgement['hurdles'][number];
    const { reason, level, score, applicable, answered } = result;
    hurdles[hurdle.id] = {
      level: reason === null ? (level?.low ?? null) : null,
      levelHigh: level?.high ?? null,
      plus: reason === null && result.plus,
      score: score?.low ?? null,
      scoreHigh: score?.high ?? null,
      atTarget: applicable > 0 && allAtTarget(engine, hurdle.all, stand, counted, targets),
      coverage: applicable === 0 ? null : engine.snapped(answered / applicable),
      reason,
      limits: limitsIn(engine, result),
    };
  });
  return hurdles;
}

function limitsIn(engine: Engine, { limits }: HurdleResult): string[] {
  const ids: string[] = [];
  for (const { gate, core, effective } of limits) {
    if (!effective) continue;
    const limiting = gate === null ? engine.questions[core ?? -1] : engine.gates[gate];
    ids.push(limiting?.id ?? '');
  }
  return ids;
}

function gatesIn(engine: Engine, { hurdles, counted }: Judgement): string[] {
  const gates = new Set<number>();
  for (const { limits } of hurdles) {
    for (const { gate, effective } of limits) if (effective && gate !== null) gates.add(gate);
  }
  for (const lowering of counted.lowering.values()) for (const gate of lowering) gates.add(gate);
  if (gates.size === 0) return [];
  return [...gates].map((gate) => engine.gates[gate]?.id ?? '').sort();
}

function verdictsIn(engine: Engine, { verdicts }: Judgement): AssessmentLine['verdicts'] {
  return verdicts.map(({ verdict, certain }) => {
    const { id, verdict: told } = engine.verdicts[verdict] as Engine['verdicts'][number];
    return { id, kind: told.kind, certain };
  });
}

function contradictionsIn(engine: Engine, { contradictions }: Judgement): string[] {
  return contradictions.map((index) => engine.contradictions[index]?.id ?? '');
}

function recommendationsOf(
  engine: Engine,
  judgement: Judgement,
): NonNullable<AssessmentLine['recommendations']> {
  const { steps } = recommend(engine, judgement);
  const dates = schedule(engine, judgement, steps);
  return steps.map((step, index) => ({
    id: engine.questions[step.question]?.id ?? '',
    kind: step.kind,
    placed: placedBy(engine, step),
    phase: dates[index]?.phase ?? 'later',
  }));
}

function placedBy(engine: Engine, { placed }: PlannedStep): string | null {
  if (placed === null) return null;
  return 'verdict' in placed
    ? `verdict:${engine.verdicts[placed.verdict]?.id}`
    : `prerequisite:${engine.questions[placed.prerequisite]?.id}`;
}
