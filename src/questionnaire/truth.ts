/** Three-valued truth: what hangs on an answer nobody knows is undecided, neither true nor false. */
export type Truth = 'true' | 'false' | 'undecided';

export function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false';
}

/** Conjunction after Kleene (1952): one false decides, else one undecided leaves it open. */
export function and(a: Truth, b: Truth): Truth {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'true' ? b : a;
}

/** Disjunction after Kleene (1952): one true decides, else one undecided leaves it open. */
export function or(a: Truth, b: Truth): Truth {
  if (a === 'true' || b === 'true') return 'true';
  return a === 'false' ? b : a;
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
