import { type Answers, dayOf, isBacked } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { snap } from '../shared/snap.ts';
import { assessedHurdles } from './assessed-hurdles.ts';
import type { Assessment } from './assessment-format.ts';
import { causesIn } from './causes.ts';
import { type Engine, engineOf } from './engine.ts';
import { withTargetReached } from './hypothesis.ts';
import { type Judgement, judge, judgeSheet } from './judge.ts';
import { openQuestions } from './open-questions.ts';
import { recommend } from './recommend.ts';
import { recommendations } from './recommendations.ts';
import { pointsOfAnswer } from './scoring.ts';
import { sensitivityOf } from './sensitivity.ts';
import type { Sheet } from './sheet.ts';
import type { NotDue } from './stand.ts';

/**
 * Judges answers and says what to do: the whole assessment, as facts and ids.
 *
 * Pure: the same answers and date give the same assessment, byte for byte once written as JSON.
 *
 * @param tool what made it, for the reader of a stored one
 * @param date the day of the assessment (YYYY-MM-DD); the day the answers were last changed if left out
 */
export function assess(
  questionnaire: Questionnaire,
  answers: Answers,
  tool: Assessment['tool'],
  date: string | null = dayOf(answers),
  extent: Extent = whole,
): Assessment {
  return assessWith(engineOf(questionnaire), answers, tool, date, extent);
}

/** How much of an assessment is asked for. */
export type Extent = {
  /** What the result hangs on; without it that is null. It takes far longer than all the rest. */
  readonly sensitivity: boolean;
};

const whole: Extent = { sensitivity: true };

/** The same, for many answers to one questionnaire. */
export function assessWith(
  engine: Engine,
  answers: Answers,
  tool: Assessment['tool'],
  date: string | null = dayOf(answers),
  extent: Extent = whole,
): Assessment {
  const { questionnaire } = engine;
  const judgement = judge(engine, answers);
  const atTargets = judgeSheet(engine, allTargetsReached(engine, judgement));
  const plan = recommend(engine, judgement);
  const idOf = (position: number) => engine.questions[position]?.id ?? '';

  return {
    format: 'assessment/1',
    tool,
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      digest: questionnaire.digest,
      ...answeredVersion(questionnaire, answers),
    },
    subject: subjectOf(questionnaire, answers),
    scope: { quick: answers.scope?.quick ?? false, role: answers.scope?.role ?? null },
    ...respondentOf(answers),
    date,
    overall: overallOf(engine, answers, judgement, atTargets),
    hurdles: assessedHurdles(engine, answers, judgement, atTargets),
    verdicts: judgement.verdicts.map(({ verdict, certain, first }) => {
      const { id, verdict: told } = engine.verdicts[verdict] as Engine['verdicts'][number];
      return {
        id,
        kind: told.kind,
        certain,
        because: causesIn(told.when, engine, answers, judgement),
        first: first.map(idOf),
      };
    }),
    contradictions: judgement.contradictions.map((index) => {
      const { id, when } = engine.contradictions[index] as Engine['contradictions'][number];
      return { id, because: causesIn(when, engine, answers, judgement) };
    }),
    open: openQuestions(engine, answers, judgement),
    recommendations: recommendations(engine, answers, judgement, plan.steps),
    deferred: [
      ...plan.deferred.map(({ question, because, by }) => ({
        id: idOf(question),
        because,
        by: by.map((index) =>
          because === 'verdict' ? (engine.verdicts[index]?.id ?? '') : idOf(index),
        ),
      })),
      ...lowButNotDue(engine, answers, judgement),
    ],
    sensitivity: extent.sensitivity ? sensitivityOf(engine, answers, judgement, plan) : null,
    carriedOver: [...(answers.carriedOver ?? [])],
    language: answers.language ?? null,
    profile: stored(answers.profile),
    answers: stored(answers.answers),
    steps: answers.steps,
  };
}

/** The answers with every due question at its target. */
export function allTargetsReached(engine: Engine, { stand, targets }: Judgement): Sheet {
  const due = engine.all.filter(
    (position) => stand.situation.questions[position]?.state !== 'absent',
  );
  // One after the other, as what becomes due by one may be asked about by the next.
  return due.reduce(
    (reached, position) =>
      withTargetReached(engine, stand, reached, position, targets[position] ?? null),
    stand.sheet,
  );
}

function answeredVersion(
  { version }: Questionnaire,
  { questionnaire: answered }: Answers,
): { readonly answered?: string } {
  const isOther = answered.version !== undefined && answered.version !== version;
  return isOther ? { answered: String(answered.version) } : {};
}

function respondentOf({ respondent }: Answers): Pick<Assessment, 'respondent'> {
  return respondent?.role === undefined ? {} : { respondent: { role: respondent.role } };
}

function subjectOf(questionnaire: Questionnaire, answers: Answers): Assessment['subject'] {
  const naming = questionnaire.profile.find((question) => question.names === 'use');
  const named = naming && answers.profile[naming.id];
  const use =
    answers.subject?.use ?? (named?.state === 'answered' ? String(named.answer) : undefined);
  const name = answers.subject?.name;
  return { ...(name === undefined ? {} : { name }), ...(use === undefined ? {} : { use }) };
}

function overallOf(
  engine: Engine,
  answers: Answers,
  judgement: Judgement,
  atTargets: Judgement,
): Assessment['overall'] {
  const { overall, hurdles, stand } = judgement;
  const total = (of: 'due' | 'applicable' | 'answered') =>
    hurdles.reduce((sum, hurdle) => sum + hurdle[of], 0);
  const applicable = total('applicable');
  const { round } = engine.questionnaire.method;
  const backed = engine.questions.filter(({ id, scoring, position }) => {
    if (!scoring || stand.situation.questions[position]?.state !== 'answered') return false;
    return isBacked(answers.answers[id]);
  });
  return {
    level: overall.level,
    levelHigh: overall.reason === 'scope' ? null : (overall.levels?.high ?? null),
    target: overall.reason === 'scope' ? null : (atTargets.overall.levels?.low ?? null),
    plus: overall.plus,
    above: overall.above,
    score: overall.score?.low ?? null,
    scoreHigh: overall.score?.high ?? null,
    coverage: applicable === 0 ? null : snap(total('answered') / applicable, round),
    atTarget: judgement.atTarget,
    due: total('due'),
    notApplicable: total('due') - applicable,
    backed: backed.length,
    reason: overall.reason,
  };
}

// An answer that is kept though its question is not due: if it is low, say that it can wait.
function lowButNotDue(
  engine: Engine,
  answers: Answers,
  { stand }: Judgement,
): Assessment['deferred'] {
  const { prerequisiteAt } = engine.questionnaire.method;
  return engine.questions.flatMap(({ id, position, scoring, options, advice }) => {
    if (!isNotYetDue(stand.notDue[position]) || !scoring || !advice) return [];
    const points = pointsOfAnswer(scoring, options, answers.answers[id]);
    return points !== null && points < prerequisiteAt
      ? [{ id, because: 'not-due' as const, by: [] }]
      : [];
  });
}

// What lies outside the scope was left out on purpose, not put off.
function isNotYetDue(why: NotDue | null | undefined): boolean {
  return why === 'when' || why === 'target';
}

function stored(answers: Answers['answers']): Assessment['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([id, { state, ...rest }]) => [
      id,
      (state === 'answered' ? rest : { state, ...rest }) as Assessment['answers'][string],
    ]),
  );
}
