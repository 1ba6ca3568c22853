import { tameLine, tameLog } from '../shared/tame.ts';
import type { Failure, FailureCode, FailureFacts } from './failure.ts';
import type { Words } from './words/words.ts';

/** A failure in one sentence, on a line. */
export function sentence<Code extends FailureCode>(failure: Failure<Code>, words: Words): string {
  const tell = words.failures[failure.code] as (facts: FailureFacts[Code]) => string;
  return tameLog(`${tameLine(tell(failure.facts))}\n`);
}
