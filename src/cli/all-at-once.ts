import { Failure, Failures } from './failure.ts';

/** Tries several things of a call and keeps what is wrong with each, so that all of it is told at once. */
export type AllAtOnce = {
  /** What comes of it; null where it failed. */
  readonly tried: <Value>(work: () => Value) => Value | null;
  /** @throws Failure, or Failures for several, where something failed */
  readonly refuse: () => void;
};

export function allAtOnce(): AllAtOnce {
  const failed: Failure[] = [];
  return {
    tried: (work) => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failed.push(error);
        return null;
      }
    },
    refuse: () => {
      const [first, ...others] = failed;
      if (first) throw others.length === 0 ? first : new Failures(failed);
    },
  };
}
