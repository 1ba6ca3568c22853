import type { Operator } from './condition-format.ts';

/** A condition as it is written: all entries of a map must hold. */
export type RawCondition = {
  readonly all?: readonly RawCondition[] | undefined;
  readonly any?: readonly RawCondition[] | undefined;
  readonly not?: RawCondition | undefined;
} & { readonly [address: string]: unknown };

/** What a condition asks about. */
export type Address =
  | { readonly kind: 'profile'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'result'; readonly name: ResultName; readonly of: string | null };

export const resultNames = ['level', 'score', 'belowTarget', 'unknown', 'spread', 'role'] as const;
export type ResultName = (typeof resultNames)[number];

export type Scalar = string | number | boolean;

/** One comparison of a condition, with the way to it from the condition's root in the file. */
export type Comparing = {
  readonly kind: 'compare';
  readonly address: Address;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
  readonly path: readonly (string | number)[];
};

/** A condition as a tree: what a map leaves unsaid (all entries hold) is said. */
export type Condition =
  | Comparing
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** Turns the written form into the tree. Total: an address nobody knows stays one, for the checks to name. */
export function toCondition(raw: RawCondition, path: readonly (string | number)[] = []): Condition {
  const parts = Object.entries(raw).flatMap(([key, value]): readonly Condition[] => {
    const here = [...path, key];
    switch (key) {
      case 'all':
      case 'any':
        return [
          {
            kind: key,
            of: (value as readonly RawCondition[]).map((part, index) =>
              toCondition(part, [...here, index]),
            ),
          },
        ];
      case 'not':
        return [{ kind: 'not', of: toCondition(value as RawCondition, here) }];
      default:
        return comparisons(toAddress(key), value, here);
    }
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', of: parts };
}

function comparisons(
  address: Address,
  value: unknown,
  path: readonly (string | number)[],
): readonly Condition[] {
  if (Array.isArray(value)) {
    return [{ kind: 'compare', address, operator: 'in', value: value as Scalar[], path }];
  }
  if (value === null || typeof value !== 'object') {
    return [{ kind: 'compare', address, operator: 'is', value: value as Scalar, path }];
  }
  return Object.entries(value).map(([operator, operand]) => ({
    kind: 'compare',
    address,
    operator: operator as Operator,
    value: operand as Scalar,
    path: [...path, operator],
  }));
}

/** Reads an address: `$level.goals` is a result, `goals.target` a question, `size` a profile id. */
export function toAddress(text: string): Address {
  if (text.startsWith('$')) {
    const [name = '', ...rest] = text.slice(1).split('.');
    return { kind: 'result', name: name as ResultName, of: rest.length ? rest.join('.') : null };
  }
  return { kind: text.includes('.') ? 'question' : 'profile', id: text };
}

/** Writes an address as the file does. */
export function formatAddress(address: Address): string {
  return address.kind === 'result'
    ? `$${address.name}${address.of === null ? '' : `.${address.of}`}`
    : address.id;
}

/** Every comparison in a condition, from left to right. */
export function comparisonsOf(condition: Condition): readonly Comparing[] {
  switch (condition.kind) {
    case 'compare':
      return [condition];
    case 'not':
      return comparisonsOf(condition.of);
    default:
      return condition.of.flatMap(comparisonsOf);
  }
}
