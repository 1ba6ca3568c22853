import type { Answers } from '../questionnaire/answers.ts';
import type { Engine } from './engine.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { type Movable, type Move, movableAnswers, movableProfile, movesToTry } from './moves.ts';
import {
  altersFirstSteps,
  changesBetween,
  firstStepsBetween,
  type Key,
  outcomesBetween,
} from './outcomes.ts';
import { type Recommended, recommend } from './recommend.ts';
import type { Outcome, Sensitivity } from './sensitivity-format.ts';
import { inOrderOfSize, type Smallest, smallestMove } from './smallest-move.ts';

/**
 * Moves every single answer to each other option, judges again, and names for each outcome the smallest move that has
 * it: a verdict lifted, brought on, become certain or provisional; the level higher, lower, told or no longer told;
 * other first steps. Exact: nothing is drawn or estimated. An outcome that no single move has is not there.
 *
 * Profile answers are moved apart from the others, and not for the first steps: the targets hang on them, so that other
 * steps would say nothing. A question that becomes due by a move counts with the answer kept for it, else as unanswered.
 *
 * @returns null where a questionnaire has more answers than can be tried in seconds: some six hundred questions of five options
 */
export function sensitivityOf(
  engine: Engine,
  answers: Answers,
  now: Judgement,
  plan: Recommended,
): Sensitivity[] | null {
  if (movesToTry(engine) > most) return null;
  const judgements = new Map<Move, Judgement>();
  const judgementOf = (move: Move): Judgement => {
    const known = judgements.get(move);
    if (known) return known;
    const judgement = judgeSheet(engine, move.sheet(), { near: now });
    if (judgements.size < mostKept) judgements.set(move, judgement);
    return judgement;
  };
  const first = engine.questionnaire.method.phases.now;
  const turnoverOf = (then: Judgement) =>
    firstStepsBetween(engine, plan, recommend(engine, then, undefined, first));

  const entriesOf = (questions: readonly Movable[]): Sensitivity[] => {
    const outcomes = new Map(
      questions.flatMap(({ moves }) =>
        moves.map((move) => [move, outcomesBetween(now, judgementOf(move))] as const),
      ),
    );
    const ordered = inOrderOfSize(questions);
    const keys = new Set([...outcomes.values()].flatMap((ofMove) => [...ofMove]));
    const found = inOrder([...keys]).flatMap((key): (readonly [Key, Smallest])[] => {
      const verdict = engine.verdicts[Number(key.split(':')[1])];
      const smallest = smallestMove(
        ordered,
        (_question, move) => (outcomes.get(move) as ReadonlySet<Key>).has(key),
        // Of two answers that would do, the one that the verdict's advice is about.
        ({ position }) => verdict?.first.includes(position) ?? false,
      );
      return smallest ? [[key, smallest]] : [];
    });
    return found.map(([key, smallest]) => entry(key, smallest));
  };
  const firstSteps = (questions: readonly Movable[]): Sensitivity[] => {
    const smallest = smallestMove(inOrderOfSize(questions), ({ position }, move) =>
      altersFirstSteps(turnoverOf(judgementOf(move)), position),
    );
    return smallest ? [entry('first-steps:-1', smallest)] : [];
  };

  const entry = (key: Key, { question, move, size, also, alike }: Smallest): Sensitivity => {
    const [outcome, verdict] = key.split(':') as [Outcome, string];
    const then = judgementOf(move);
    return {
      outcome,
      ...(verdict === '-1' ? {} : { verdict: engine.verdicts[Number(verdict)]?.id ?? '' }),
      about: question.about,
      question: question.id,
      from: question.from,
      to: move.to as Sensitivity['to'],
      size,
      nearest: isNearest(question, move),
      also,
      alike: alike.map(({ id }) => id),
      changes: changesBetween(engine, now, then, turnoverOf(then)),
    };
  };

  const ofAnswers = movableAnswers(engine, answers, now);
  return [
    ...entriesOf(ofAnswers),
    ...firstSteps(ofAnswers),
    ...entriesOf(movableProfile(engine, answers, now)),
  ];
}

// Of more moves, those that are needed again are judged again: they would take too much memory.
const mostKept = 1000;

// A matter of seconds; ours is at about ten thousand.
const most = 200_000;

const order: readonly Outcome[] = [
  'lifted',
  'certain',
  'provisional',
  'comes',
  'level-known',
  'level-up',
  'level-down',
  'level-lost',
];

// By what it is, then the most urgent verdict first.
function inOrder(keys: readonly Key[]): readonly Key[] {
  const place = (key: Key) => order.indexOf(key.split(':')[0] as Outcome);
  const verdict = (key: Key) => Number(key.split(':')[1]);
  return [...keys].sort((a, b) => place(a) - place(b) || verdict(a) - verdict(b));
}

// Of an open answer nothing lies between; of options without an order neither.
function isNearest({ open, moves }: Movable, { distance, direction }: Move): boolean {
  if (open) return true;
  return !moves.some((other) => other.direction === direction && other.distance < distance);
}
