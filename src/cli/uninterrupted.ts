const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something that a signal ends only once it is done, with 130: what is written is then whole, and nothing lies
 * about beside it.
 *
 * @param act does not wait for anything
 */
export function uninterrupted<Made>(act: () => Made): Made {
  for (const signal of signals) {
    if (!process.listeners(signal).includes(end)) process.on(signal, end);
  }
  try {
    return act();
  } finally {
    afterSignals(stopListening);
  }
}

/** Does something once every signal that came until now was told: whoever stopped listening at once would lose it. */
export function afterSignals(act: () => void): void {
  // They are told in a part of a turn that may be over in this one.
  setImmediate(() => setImmediate(act));
}

/** Lets a signal be told that came meanwhile: many things done one after the other can be broken off between two. */
export function heardSignals(): Promise<void> {
  return new Promise(afterSignals);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, end);
}

function end(): void {
  process.exit(130);
}
