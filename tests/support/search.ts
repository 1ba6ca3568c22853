/**
 * How long a property is searched for a counterexample.
 *
 * Always the same way, so that a failure is one of the change and not of the day. `SEED=7 RUNS=20 npx vitest` goes
 * other ways, and further.
 */
export function search(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const { SEED = '20261120', RUNS = '1' } = process.env;
  return { numRuns: Math.round(numRuns * Number(RUNS)), seed: Number(SEED) };
}
