/** What the figures of the page are called, and how its numbers are written. */
export type Words = typeof german;

const german = {
  language: 'de' as 'de' | 'en',
  point: ',',
  truth: { true: 'wahr', false: 'falsch', undecided: 'offen' } as const satisfies Truths as Truths,
  mean: 'Mittel',
  value: 'Wert',
  level: 'Stufe',
  score: 'Punktwert',
  certain: 'sicher',
  possible: 'möglich',
  higher: 'höher',
  coverage: 'Abdeckung',
  and: 'und',
  or: 'oder',
  not: 'nicht',
  provisional: 'vorläufig',
  verdict: 'Urteil',
  prerequisite: 'Voraussetzung für',
  priority: 'Priorität',
  findOut: 'herausfinden',
  lifts: 'hebt auf',
  phases: { now: 'jetzt', next: 'als Nächstes', later: 'später' },
  unknown: 'weiß nicht',
};

type Truths = Readonly<Record<'true' | 'false' | 'undecided', string>>;

const english: Words = {
  language: 'en',
  point: '.',
  truth: { true: 'true', false: 'false', undecided: 'undecided' },
  mean: 'Mean',
  value: 'Value',
  level: 'Level',
  score: 'Score',
  certain: 'certain',
  possible: 'possible',
  higher: 'higher',
  coverage: 'Coverage',
  and: 'and',
  or: 'or',
  not: 'not',
  provisional: 'provisional',
  verdict: 'verdict',
  prerequisite: 'prerequisite for',
  priority: 'priority',
  findOut: 'find out',
  lifts: 'lifts',
  phases: { now: 'now', next: 'next', later: 'later' },
  unknown: 'don’t know',
};

export const words = { de: german, en: english } as const;

/** A number as the page writes it: at most some decimals, none that are nothing. */
export function written({ point }: Words, value: number, decimals = 2): string {
  const factor = 10 ** decimals;
  const rounded = Math.round(Number((value * factor).toPrecision(15))) / factor;
  return String(rounded).replace('.', point).replace('-', '−');
}
