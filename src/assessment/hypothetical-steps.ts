import type { ArithmeticStep } from './explanation-format.ts';
import { isSame, type StepBook } from './step-book.ts';

/** Steps as they are published: by the names that other steps refer to them by. */
export type Published = {
  readonly book: StepBook;
  /** The published reference of one of the book's steps. */
  readonly nameOf: (ref: string) => string;
  /** Whether a step stands in an entry by that reference. */
  readonly isThere: (name: string) => boolean;
  /** Whether this judgement is what publishes the step, and not one before it. */
  readonly isOwn: (ref: string) => boolean;
  readonly add: (name: string) => void;
};

/** What was judged of the answers as they are: its steps bear their own names. */
export function asJudged(book: StepBook): Published {
  return {
    book,
    nameOf: (ref) => ref,
    isThere: (name) => book.steps.has(name),
    isOwn: () => true,
    add: () => {},
  };
}

/**
 * The steps of another judgement, where they differ from those before it, below a name of their own.
 *
 * @param ownName what the references of the steps that differ begin with, by the reference in the book
 */
export function differingFrom(
  before: Published,
  book: StepBook,
  ownName: (ref: string) => string,
): Published {
  const names = new Set<string>();
  // The same step, where one before has published it.
  const twinOf = (ref: string): string | null => {
    const step = book.steps.get(ref);
    const twin = before.book.steps.get(ref);
    if (!step || !twin || !isSame(step, twin)) return null;
    const name = before.nameOf(ref);
    return before.isThere(name) ? name : null;
  };
  return {
    book,
    isThere: (name) => names.has(name) || before.isThere(name),
    add: (name) => names.add(name),
    isOwn: (ref) => twinOf(ref) === null,
    nameOf: (ref) => twinOf(ref) ?? `${ownName(ref)}/${ref}`,
  };
}

/**
 * The steps that certain results need, as they are published, by the entry they stand in; those that another judgement
 * has published are left out.
 */
export function stepsFor(
  refs: readonly (string | undefined)[],
  { book, nameOf, isOwn, add }: Published,
): ReadonlyMap<string, readonly ArithmeticStep[]> {
  const found = new Map<string, ArithmeticStep[]>();
  const visited = new Set<string>();
  const visit = (ref: string | undefined) => {
    if (ref === undefined || visited.has(ref) || !isOwn(ref)) return;
    visited.add(ref);
    const step = book.steps.get(ref);
    if (!step) return;
    for (const operand of step.operands) visit(operand.from);
    const name = nameOf(ref);
    const slash = name.indexOf('/');
    const entry = name.slice(0, slash);
    add(name);
    found.set(entry, [...(found.get(entry) ?? []), published(step, name.slice(slash + 1), nameOf)]);
  };
  for (const ref of refs) visit(ref);
  return found;
}

function published(step: ArithmeticStep, id: string, nameOf: Published['nameOf']): ArithmeticStep {
  const operands = step.operands.map(({ from, ...operand }) =>
    from === undefined ? operand : { ...operand, from: nameOf(from) },
  );
  return { ...step, id, operands };
}
