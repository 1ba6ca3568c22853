import type { Step } from './explanation-format.ts';
import { isSame, type StepBook } from './step-book.ts';

/** Steps as they are published: by the names that other steps refer to them by. */
export type Published = {
  readonly book: StepBook;
  /** The published reference of one of the book's steps. */
  readonly nameOf: (ref: string) => string;
  /** Whether a step stands in an entry by that reference. */
  readonly isThere: (name: string) => boolean;
  readonly add: (name: string) => void;
};

/** What was judged of the answers as they are: its steps bear their own names. */
export function asJudged(book: StepBook): Published {
  return { book, nameOf: (ref) => ref, isThere: (name) => book.steps.has(name), add: () => {} };
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
  return {
    book,
    isThere: (name) => names.has(name) || before.isThere(name),
    add: (name) => names.add(name),
    nameOf: (ref) => {
      const step = book.steps.get(ref);
      const twin = before.book.steps.get(ref);
      if (step && twin && isSame(step, twin)) {
        const name = before.nameOf(ref);
        if (before.isThere(name)) return name;
      }
      return `${ownName(ref)}/${ref}`;
    },
  };
}

/**
 * The steps that certain results need, as they are published; those that another judgement has published are left out.
 *
 * @param entry what the references of these begin with: the entry they stand in
 * @param part  what follows it: the part of the entry they make up
 */
export function stepsFor(
  refs: readonly (string | undefined)[],
  entry: string,
  part: string,
  { book, nameOf, add }: Published,
): readonly Step[] {
  const found = new Map<string, Step>();
  const visit = (ref: string | undefined) => {
    if (ref === undefined) return;
    const name = nameOf(ref);
    const step = book.steps.get(ref);
    if (!step || !name.startsWith(`${entry}/${part}/`) || found.has(name)) return;
    for (const operand of step.operands) visit(operand.from);
    add(name);
    found.set(name, published(step, name.slice(entry.length + 1), nameOf));
  };
  for (const ref of refs) visit(ref);
  return [...found.values()];
}

function published(step: Step, id: string, nameOf: Published['nameOf']): Step {
  const operands = step.operands.map(({ from, ...operand }) =>
    from === undefined ? operand : { ...operand, from: nameOf(from) },
  );
  return { ...step, id, operands };
}
