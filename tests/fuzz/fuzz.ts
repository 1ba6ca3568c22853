import fc from 'fast-check';
import type { Attempt, Find } from './attempt.ts';
import type { Runner } from './runner.ts';

/** What a search through a class came to: the smallest input that does mischief, or none. */
export type Searched = {
  readonly tried: number;
  readonly found: { readonly attempt: Attempt; readonly finds: readonly Find[] } | null;
};

/** Tries inputs of a class, always the same ones for a seed, and makes what it finds as small as it can. */
export async function searchThrough(
  inputs: fc.Arbitrary<Attempt>,
  runner: Runner,
  {
    seed,
    runs,
    shrinks = 200,
  }: { readonly seed: number; readonly runs: number; readonly shrinks?: number },
): Promise<Searched> {
  let tried = 0;
  let left = shrinks;
  let found: Searched['found'] = null;
  const property = fc.asyncProperty(inputs, async (attempt) => {
    if (found !== null && left-- <= 0) return;
    const finds = await runner.tryOut(attempt);
    tried += 1;
    if (finds.length === 0) return;
    // What it shrinks to is the same mischief, and not another on the way.
    if (
      found &&
      !found.finds.some(({ mischief }) => finds.some((one) => one.mischief === mischief))
    )
      return;
    found = { attempt, finds };
    throw new Error(finds.map(({ mischief }) => mischief).join(', '));
  });
  await fc.check(property, { seed, numRuns: runs });
  return { tried, found };
}
