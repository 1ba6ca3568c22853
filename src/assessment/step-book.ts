import type { ArithmeticStep, Operand, Operation } from './explanation-format.ts';

/** The steps of one judgement, each by its reference: what it is about (`hurdle:goals`), a slash, its name (`value`). */
export type StepBook = {
  readonly steps: ReadonlyMap<string, ArithmeticStep>;
  /** The steps about one thing, as they were written. */
  readonly stepsAbout: (about: string) => readonly ArithmeticStep[];
  /**
   * Writes a step down. One of the possible end (its name ends in `High`) that is the same as that of the certain end
   * is not repeated.
   */
  readonly write: (
    about: string,
    name: string,
    operation: Operation,
    operands: readonly Operand[],
    result: ArithmeticStep['result'],
    decimals?: number,
  ) => void;
  /** The reference of a step, of the certain end where the possible one is the same; undefined where there is none. */
  readonly ref: (about: string, name: string) => string | undefined;
  /** An operand that is the result of a step. */
  readonly result: (name: string, about: string, step: string, of?: string) => Operand;
};

export function stepBook(): StepBook {
  const steps = new Map<string, ArithmeticStep>();
  const byAbout = new Map<string, Map<string, ArithmeticStep>>();
  const sameAs = new Map<string, string>();
  const find = (about: string, name: string) => {
    const key = `${about}/${name}`;
    const ref = sameAs.get(key) ?? key;
    return steps.has(ref) ? ref : undefined;
  };
  return {
    steps,
    stepsAbout: (about) => [...(byAbout.get(about)?.values() ?? [])],
    ref: find,
    write: (about, name, operation, operands, result, decimals) => {
      const key = `${about}/${name}`;
      const step: ArithmeticStep = {
        id: name,
        operation,
        operands: [...operands],
        ...(decimals === undefined ? {} : { decimals }),
        result,
      };
      const low = name.endsWith('High') ? find(about, name.slice(0, -'High'.length)) : undefined;
      const before = low === undefined ? undefined : steps.get(low);
      if (low !== undefined && before && isSame(step, before)) {
        sameAs.set(key, low);
        return;
      }
      steps.set(key, step);
      const others = byAbout.get(about) ?? new Map<string, ArithmeticStep>();
      byAbout.set(about, others.set(name, step));
    },
    result: (name, about, step, of) => {
      const from = find(about, step);
      const found = from === undefined ? undefined : steps.get(from);
      return {
        name,
        value: found?.result ?? null,
        ...(of === undefined ? {} : { of }),
        ...(from === undefined ? {} : { from }),
      };
    },
  };
}

/** Whether two steps do the same with the same operands, wherever these come from. */
export function isSame(one: ArithmeticStep, other: ArithmeticStep): boolean {
  return (
    one.operation === other.operation &&
    one.decimals === other.decimals &&
    one.result === other.result &&
    one.operands.length === other.operands.length &&
    one.operands.every((operand, index) => {
      const twin = other.operands[index];
      return (
        twin !== undefined &&
        operand.name === twin.name &&
        operand.value === twin.value &&
        operand.of === twin.of
      );
    })
  );
}

/** An operand that stands in the questionnaire or in the answers. */
export function plain(name: string, value: Operand['value'], of?: string): Operand {
  return { name, value, ...(of === undefined ? {} : { of }) };
}
