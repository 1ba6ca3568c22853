import { type Condition, comparisonsOf } from '../questionnaire/condition.ts';

/** What a rule asks about. */
export type Asks = {
  /** Ids of questions, and of what the company says about itself. */
  readonly ids: ReadonlySet<string>;
  /** Whether it asks about results. */
  readonly results: boolean;
};

/**
 * What conditions ask about.
 *
 * @param beside ids that the rule looks at besides
 */
export function asksOf(
  conditions: readonly (Condition | undefined)[],
  beside: readonly string[] = [],
): Asks {
  const addresses = conditions
    .flatMap((condition) => (condition ? comparisonsOf(condition) : []))
    .map(({ address }) => address);
  const ids = addresses.flatMap((address) => (address.kind === 'result' ? [] : [address.id]));
  return {
    ids: new Set([...ids, ...beside]),
    results: addresses.some((address) => address.kind === 'result'),
  };
}
