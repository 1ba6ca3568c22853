import { isBacked } from '../questionnaire/answers.ts';
import type { Range } from '../questionnaire/compile-condition.ts';
import type { AssessedHurdle, AssessedQuestion } from './assessment-format.ts';
import { conditionTold } from './condition-told.ts';
import type { EngineHurdle } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import type { Explaining } from './explain.ts';
import type { ArithmeticStep, ExplainedOf, Operand, Release, Told } from './explanation-format.ts';
import type { Published } from './hypothetical-steps.ts';
import { judge } from './judge.ts';
import { singleAnswers } from './releases.ts';
import { plain, type StepBook } from './step-book.ts';

/** Explains the level and the score of the company. */
export function explainCompany(explaining: Explaining): ExplainedOf<'company'> {
  const { assessment, base, engine } = explaining;
  const { overall, hurdles } = assessment;
  writeCounts(explaining);
  const partial = overall.reason === 'scope';
  const due = base.judgement.hurdles.flatMap(({ level }, index) =>
    level ? [{ id: engine.hurdles[index]?.id ?? '', level }] : [],
  );
  const lowest = Math.min(...due.map(({ level }) => level.low));
  const result = resultsOf(explaining.published, 'company', overall, {
    level: 'level',
    levelHigh: 'levelHigh',
    plus: 'plus',
    above: 'above',
    score: 'score',
    scoreHigh: 'scoreHigh',
    coverage: 'coverage',
    due: 'due',
    notApplicable: 'notApplicable',
    backed: 'backed',
  });
  const target = partial ? undefined : explaining.atTargets.book.ref('company', 'lowest');
  return {
    kind: 'company',
    ref: 'company',
    id: 'company',
    result: {
      ...result,
      target: toldBy(overall.target, target, explaining.atTargets),
      atTarget: { value: overall.atTarget },
      reason: { value: overall.reason },
    },
    steps: [...ownSteps(base.book, 'company'), ...(explaining.targetSteps.get('company') ?? [])],
    lowest: due.filter(({ level }) => level.low === lowest).map(({ id }) => id),
  };

  function writeCounts({ base: { book } }: Explaining): void {
    const sum = (of: 'due' | 'applicable' | 'answered') =>
      book.write(
        'company',
        of,
        'sum',
        hurdles.map(({ id }) => book.result('value', `hurdle:${id}`, of, `hurdle:${id}`)),
        hurdles.reduce((total, hurdle) => total + hurdle[of], 0),
      );
    sum('due');
    sum('applicable');
    sum('answered');
    const own = (name: string, step: string) => book.result(name, 'company', step);
    const left = [own('value', 'due'), own('less', 'applicable')];
    book.write('company', 'notApplicable', 'difference', left, overall.notApplicable);
    const { round } = engine.questionnaire.method;
    if (overall.coverage !== null) {
      const parts = [own('part', 'answered'), own('whole', 'applicable')];
      book.write('company', 'coverage', 'share', parts, overall.coverage, round);
    }
    const backed = engine.questions.flatMap(({ id, scoring, position }): Operand[] => {
      const { state } = base.judgement.stand.situation.questions[position] ?? {};
      if (!scoring || state !== 'answered') return [];
      return [plain('value', isBacked(explaining.answers.answers[id]), `question:${id}`)];
    });
    book.write('company', 'backed', 'count', backed, overall.backed);
  }
}

/**
 * Explains the value, the level, the score and the target of a hurdle.
 *
 * @param withRaises whether it is tried which answers raise its level, too
 */
export function explainHurdle(
  explaining: Explaining,
  index: number,
  withRaises: boolean,
): ExplainedOf<'hurdle'> {
  const { assessment, atTargets, base, engine } = explaining;
  const { id } = engine.hurdles[index] as EngineHurdle;
  const assessed = assessment.hurdles[index] as AssessedHurdle;
  const judged = base.judgement.hurdles[index];
  const subject = `hurdle:${id}`;
  const result = resultsOf(explaining.published, subject, assessed, {
    level: 'level',
    levelHigh: 'reachedHigh',
    plus: 'plus',
    value: 'value',
    valueHigh: 'valueHigh',
    score: 'score',
    scoreHigh: 'scoreHigh',
    unlimited: 'unlimited',
    coverage: 'coverage',
    due: 'due',
    applicable: 'applicable',
    answered: 'answered',
  });
  const target = atTargets.book.ref(subject, 'value');
  return {
    kind: 'hurdle',
    ref: subject,
    id,
    result: {
      ...result,
      target: toldBy(assessed.target, target, atTargets),
      atTarget: { value: assessed.atTarget },
      reason: { value: assessed.reason },
    },
    steps: [...ownSteps(base.book, subject), ...(explaining.targetSteps.get(subject) ?? [])],
    limits: (judged?.limits ?? []).map(({ gate, core, atMost, effective }) => ({
      ...(gate === null ? {} : { gate: engine.gates[gate]?.id ?? '' }),
      ...(core === null ? {} : { core: engine.questions[core]?.id ?? '' }),
      atMost,
      effective,
      certain: gate === null || base.judgement.counted.gates[gate] === 'true',
    })),
    raises: withRaises ? raisesOf(explaining, index) : [],
  };
}

// Where there is no level yet, answers to what is open come first.
function raisesOf({ engine, answers, assessment }: Explaining, index: number): Release[] {
  const { level } = assessment.hurdles[index] as AssessedHurdle;
  if (level === null) return [];
  const asked = new Set(
    (engine.hurdles[index]?.all ?? []).flatMap((position) => engine.questions[position]?.id ?? []),
  );
  return singleAnswers(asked, [], engine, answers, (then) => {
    const judged = judge(engine, then).hurdles[index];
    return judged?.reason === null && (judged.level?.low ?? level) > level;
  });
}

/** Explains what an answer counts, what its target is and how far it is from it. */
export function explainQuestion(explaining: Explaining, position: number): ExplainedOf<'question'> {
  const { assessment, base, engine } = explaining;
  const { id, hurdle, question } = engine.questions[position] as EngineQuestion;
  const subject = `question:${id}`;
  const assessed = assessment.hurdles[hurdle]?.questions.find(
    (one) => one.id === id,
  ) as AssessedQuestion;
  const { situation, notDue } = base.judgement.stand;
  return {
    kind: 'question',
    ref: subject,
    id,
    hurdle: engine.hurdles[hurdle]?.id ?? '',
    state: assessed.state,
    ...(notDue[position] ? { notDue: notDue[position] } : {}),
    ...(assessed.answer === undefined ? {} : { answer: assessed.answer }),
    ...(assessment.answers[id] ? { said: assessment.answers[id] } : {}),
    ...(question.when ? { when: conditionTold(question.when, engine, situation) } : {}),
    result: {
      ...resultsOf(explaining.published, subject, assessed, {
        counts: 'counts',
        target: 'target',
        gap: 'gap',
      }),
      ...rangeOf(base.book, subject, base.judgement.counted.given[position] ?? null),
    },
    steps: ownSteps(base.book, subject),
    gates: assessed.gates,
  };
}

// What the answer is worth before any gate; the assessment leaves that out.
function rangeOf(book: StepBook, subject: string, points: Range | null): Record<string, Told> {
  const told = (value: number | null, step: string) => toldIn(value, book.ref(subject, step));
  return {
    points: told(points?.low ?? null, 'points'),
    pointsHigh: told(points?.high ?? null, 'pointsHigh'),
  };
}

/** The steps about something, as they were written down. */
export function ownSteps(book: StepBook, about: string): ArithmeticStep[] {
  return [...book.stepsAbout(about)];
}

/** A result with the step that gives it. */
export function toldBy(value: Told['value'], ref: string | undefined, published: Published): Told {
  return toldIn(value, ref === undefined ? undefined : published.nameOf(ref));
}

function toldIn(value: Told['value'], from: string | undefined): Told {
  return from === undefined || value === null ? { value } : { value, from };
}

function resultsOf<Assessed extends object>(
  published: Published,
  subject: string,
  assessed: Assessed,
  steps: { readonly [Key in keyof Assessed]?: string },
): Record<string, Told> {
  return Object.fromEntries(
    Object.entries(steps).map(([key, step]) => {
      const value = assessed[key as keyof Assessed] as Told['value'];
      return [key, toldBy(value, published.book.ref(subject, String(step)), published)];
    }),
  );
}
