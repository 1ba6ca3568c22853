import { snap } from '../shared/snap.ts';
import { type Movable, type Move, shareDecimals } from './moves.ts';
import type { Sensitivity } from './sensitivity-format.ts';

/** The smallest move that has an outcome, and what is to be said of it. */
export type Smallest = {
  readonly question: Movable;
  readonly move: Move;
  readonly size: number;
  readonly also: Sensitivity['also'];
  /** Other questions where a move as small has the outcome, too. */
  readonly alike: readonly Movable[];
};

/** Moves put in order once, to be asked for many outcomes. */
export type OrderedMoves = {
  readonly open: readonly Movable[];
  /** Moves of answered questions, equally large ones of one direction together, small ones first. */
  readonly bySize: readonly (readonly Placed[])[];
};

type Placed = { readonly question: Movable; readonly move: Move };

/**
 * Finds the smallest move that has an outcome, or null where none has.
 *
 * An open answer that becomes known comes first: nothing has to change for it, and the range it opened ends. Of several
 * open ones, and of all others, the smallest is the one with the fewest points as a share of the question's own; then
 * towards more before towards less; then a preferred question; then by id, so that the order in the file plays no part;
 * then the first option.
 *
 * @param has       asked as little as can be, from small moves to large ones
 * @param preferred which of equally small moves is the better one to name
 */
export function smallestMove(
  { open, bySize }: OrderedMoves,
  has: (question: Movable, move: Move) => boolean,
  preferred: (question: Movable) => boolean = () => false,
): Smallest | null {
  const fromOpen = leastOf(
    open.flatMap((question) => settled(question, has) ?? []),
    preferred,
  );
  if (fromOpen) return fromOpen;
  for (const alike of bySize) {
    const found = alike.filter(({ question, move }) => has(question, move));
    const hits = found.filter(
      ({ question }, index) => found.findIndex((one) => one.question === question) === index,
    );
    const first = hits.find((hit) => preferred(hit.question)) ?? hits[0];
    if (!first) continue;
    const { question, move } = first;
    return {
      question,
      move,
      size: move.distance,
      also: alsoBeyond(question, move, has),
      alike: hits.flatMap((hit) => (hit === first ? [] : [hit.question])),
    };
  }
  return null;
}

/** Puts the moves of questions in order. */
export function inOrderOfSize(movable: readonly Movable[]): OrderedMoves {
  const questions = [...movable].sort((a, b) => (a.id < b.id ? -1 : 1));
  const placed = questions
    .filter(({ open }) => !open)
    .flatMap((question) => question.moves.map((move) => ({ question, move })))
    .sort(({ move: a }, { move: b }) => a.distance - b.distance || b.direction - a.direction);
  const bySize: Placed[][] = [];
  for (const one of placed) {
    const group = bySize.at(-1);
    const first = group?.[0]?.move;
    const isAlike = first?.distance === one.move.distance && first.direction === one.move.direction;
    if (group && isAlike) group.push(one);
    else bySize.push([one]);
  }
  return { open: questions.filter(({ open }) => open), bySize };
}

type Candidate = Omit<Smallest, 'alike'> & { readonly direction: number };

function leastOf(
  candidates: readonly Candidate[],
  preferred: (question: Movable) => boolean,
): Smallest | null {
  const [first, ...others] = [...candidates].sort(
    (a, b) =>
      a.size - b.size ||
      b.direction - a.direction ||
      Number(preferred(b.question)) - Number(preferred(a.question)),
  );
  if (!first) return null;
  const { direction, ...least } = first;
  const alike = others
    .filter((other) => other.size === least.size && other.direction === direction)
    .map(({ question }) => question);
  return { ...least, alike };
}

// Where the best answer has the outcome, the least from which all have it; else, where the worst has it, the most up to
// which all have it; else the least that has it.
function settled(
  question: Movable,
  has: (question: Movable, move: Move) => boolean,
): Candidate | null {
  const { moves, ends } = question;
  const hits = moves.map((move) => has(question, move));
  const first = moves[hits.indexOf(true)];
  if (!first) return null;
  const found = (move: Move, also: Sensitivity['also'], fromBest = false): Candidate => {
    const span = ends ? ends.highest - ends.lowest : 1;
    const at = move.at ?? 0;
    const points = ends === null ? 0 : fromBest ? ends.highest - at : at - ends.lowest;
    const share = question.about === 'profile' ? points : snap(points / span, shareDecimals);
    return { question, move, size: share, also, direction: fromBest ? -1 : 1 };
  };
  if (hits.every(Boolean)) return found(first, 'all');
  if (ends === null) return found(first, null);
  if (hits.at(-1)) {
    const from = hits.lastIndexOf(false) + 1;
    const least = moves[from] as Move;
    return found(least, moves.some(({ at }) => (at ?? 0) > (least.at ?? 0)) ? 'more' : null);
  }
  if (hits[0]) {
    const to = hits.indexOf(false) - 1;
    const most = moves[to] as Move;
    const hasLess = moves.some(({ at }) => (at ?? 0) < (most.at ?? 0));
    return found(most, hasLess ? 'fewer' : null, true);
  }
  return found(first, null);
}

function alsoBeyond(
  question: Movable,
  { at, direction }: Move,
  has: (question: Movable, move: Move) => boolean,
): Sensitivity['also'] {
  if (question.ends === null || at === null || direction === 0) return null;
  const beyond = question.moves.filter((other) => ((other.at ?? 0) - at) * direction > 0);
  if (beyond.length === 0 || !beyond.every((other) => has(question, other))) return null;
  return direction > 0 ? 'more' : 'fewer';
}
