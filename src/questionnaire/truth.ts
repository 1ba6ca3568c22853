/** Three-valued truth: what hangs on an answer nobody knows is undecided, neither true nor false. */
export type Truth = 'true' | 'false' | 'undecided';

export function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false';
}

/** Conjunction after Kleene (1952): one false decides, else one undecided leaves it open; of nothing it is true. */
export function allHold(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('undecided') ? 'undecided' : 'true';
}

/** Disjunction after Kleene (1952): one true decides, else one undecided leaves it open; of nothing it is false. */
export function anyHolds(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('undecided') ? 'undecided' : 'false';
}

/** Negation after Kleene (1952). */
export function negation(truth: Truth): Truth {
  switch (truth) {
    case 'true':
      return 'false';
    case 'false':
      return 'true';
    default:
      return 'undecided';
  }
}
