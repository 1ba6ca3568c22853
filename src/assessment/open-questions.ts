import { type Answer, type Answers, isBacked } from '../questionnaire/answers.ts';
import type { Standing } from '../questionnaire/compile-condition.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import { standingOf } from '../questionnaire/standing.ts';
import type { Assessment } from './assessment-format.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import { withStanding } from './hypothesis.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import type { Sheet } from './sheet.ts';
import { standingReaching } from './stand.ts';

type Open = Assessment['open'][number];

/**
 * What somebody should find out or prove: every due question without an answer, with what hangs on it; the profile
 * answers a verdict waits for; and the unbacked answers that hold up a level or keep a verdict away.
 */
export function openQuestions(engine: Engine, answers: Answers, judgement: Judgement): Open[] {
  const roles = engine.questionnaire.roles.map((role) => role.id);
  const scored = engine.questions.filter(({ scoring }) => scoring !== null);
  const states = judgement.stand.situation.questions;
  const open = scored.flatMap((question): Open[] => {
    const state = states[question.position]?.state;
    if (state !== 'unknown' && state !== 'unanswered') return [];
    const holds = whatHangsOn(engine, judgement, question);
    return [{ question: question.id, roles: [...(question.roles ?? roles)], why: state, holds }];
  });
  const unbacked = scored.flatMap((question): Open[] => {
    const answer = answers.answers[question.id];
    if (states[question.position]?.state !== 'answered' || isBacked(answer)) return [];
    const holds = whatItHoldsUp(engine, answers, judgement, question);
    if (holds.length === 0) return [];
    return [
      { question: question.id, roles: [...(question.roles ?? roles)], why: 'unbacked', holds },
    ];
  });
  return [...openProfile(engine, judgement), ...open, ...unbacked];
}

function openProfile(engine: Engine, { situation, verdicts }: Judgement): Open[] {
  const waiting = verdicts.filter(({ certain }) => !certain);
  return engine.questionnaire.profile.flatMap(({ id }, index): Open[] => {
    const state = situation.profile[index]?.state;
    if (state !== 'unknown' && state !== 'unanswered') return [];
    const holds = waiting.flatMap(({ verdict }) => {
      const told = engine.verdicts[verdict]?.verdict;
      const asks =
        told &&
        comparisonsOf(told.when).some(
          ({ address }) => address.kind === 'profile' && address.id === id,
        );
      return asks ? [`verdict:${told.id}`] : [];
    });
    return holds.length > 0 ? [{ question: id, roles: [], why: state, holds }] : [];
  });
}

// What the worst and the best answer would make of the result.
function whatHangsOn(engine: Engine, judgement: Judgement, question: EngineQuestion): string[] {
  const { scoring, question: asked } = question;
  if (!scoring || asked.kind === 'text') return [];
  const [worst, best] = [scoring.lowest, scoring.highest].map((points) =>
    judgeSheet(engine, settledAt(judgement, question, standingReaching(question, points)), {
      near: judgement,
    }),
  ) as [Judgement, Judgement];
  return differences(engine, question, best, worst);
}

// One answer, and no more of who said what about it.
function settledAt(
  { stand: { sheet } }: Judgement,
  { position }: EngineQuestion,
  standing: Standing,
): Sheet {
  const settled = withStanding(sheet, position, standing);
  if (!sheet.spreads.has(position)) return settled;
  const spreads = new Map(sheet.spreads);
  spreads.delete(position);
  return { ...settled, spreads };
}

function whatItHoldsUp(
  engine: Engine,
  answers: Answers,
  judgement: Judgement,
  question: EngineQuestion,
): string[] {
  const lower = oneLower(question, answers.answers[question.id]);
  if (lower === null) return [];
  const said = settledAt(judgement, question, standingOf(lower, question.options));
  const then = judgeSheet(engine, said, { near: judgement });
  const held = judgement.overall.level !== then.overall.level ? ['level'] : [];
  return [...held, ...newStops(engine, judgement, then)];
}

function differences(
  engine: Engine,
  { hurdle }: EngineQuestion,
  best: Judgement,
  worst: Judgement,
): string[] {
  const level =
    best.overall.levels?.low !== worst.overall.levels?.low ||
    best.hurdles[hurdle]?.level?.low !== worst.hurdles[hurdle]?.level?.low;
  return [...(level ? ['level'] : []), ...newStops(engine, best, worst)];
}

function newStops(engine: Engine, from: Judgement, to: Judgement): string[] {
  const before = new Set(
    from.verdicts.filter(({ certain }) => certain).map(({ verdict }) => verdict),
  );
  return to.verdicts.flatMap(({ verdict, certain }) => {
    const told = engine.verdicts[verdict]?.verdict;
    return certain && told && told.kind !== 'fine' && !before.has(verdict)
      ? [`verdict:${told.id}`]
      : [];
  });
}

// The next lower answer, or null where there is none below.
function oneLower(
  { question, scoring }: EngineQuestion,
  answer: Answer | undefined,
): Answer | null {
  if (answer?.state !== 'answered' || !scoring || question.kind === 'text') return null;
  const value = answer.answer;
  switch (question.kind) {
    case 'level':
      return typeof value === 'number' && value > 0
        ? { state: 'answered', answer: value - 1 }
        : null;
    case 'choice': {
      const points = question.options.find(({ id }) => id === value)?.points ?? scoring.lowest;
      const below = question.options
        .filter((option) => option.points < points)
        .sort((a, b) => b.points - a.points)[0];
      return below ? { state: 'answered', answer: below.id } : null;
    }
    case 'number': {
      const points = scoring.pointsOf(value as number);
      const below = question.bands
        .filter((band) => band.points < points)
        .sort((a, b) => b.points - a.points)[0];
      return below ? { state: 'answered', answer: below.from } : null;
    }
    case 'several':
      return Array.isArray(value) && value.length > 0
        ? { state: 'answered', answer: value.slice(0, -1) }
        : null;
    default:
      return question satisfies never;
  }
}
