import { setFlagsFromString } from 'node:v8';

/**
 * Has the engine collect garbage early, in this thread and in those that it starts: of what lines leave behind nothing is
 * needed again, and left to itself the heap would grow to several times what is in use.
 */
export function keepHeapSmall(): void {
  // By so much of what is in use, and no more, the heap grows before garbage is collected.
  setFlagsFromString('--heap-growing-percent=30');
  // Threads that judge keep all cores busy: helping each other collect only takes time from that.
  setFlagsFromString('--no-parallel-scavenge');
}
