/** What was worked out before, by a number; no more of it than is useful. */
export type Memory<Value> = {
  readonly recall: (key: number) => Value | undefined;
  readonly keep: (key: number, value: Value) => void;
};

/** @param most how many values are kept; then it begins anew, as what is asked for most comes back at once */
export function memoryOf<Value>(most: number): Memory<Value> {
  const kept = new Map<number, Value>();
  return {
    recall: (key) => kept.get(key),
    keep: (key, value) => {
      if (kept.size >= most) kept.clear();
      kept.set(key, value);
    },
  };
}
