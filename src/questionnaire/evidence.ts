/** What an answer rests on, the weakest first; it changes no number. */
export const evidenceKinds = ['estimate', 'example', 'document', 'records'] as const;

export type Evidence = (typeof evidenceKinds)[number];
