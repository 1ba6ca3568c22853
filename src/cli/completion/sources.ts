import { comparisonFormats, planFormats, reportFormats } from '../program/format-names.ts';

/** Where the words come from that can stand in a place: a list, or something that is looked up. */
export type Source = readonly string[] | Sought;

/** What is looked up in the package, or in the questionnaire that the call is about. */
export type Sought =
  | 'files'
  | 'questionnaires'
  | 'roles'
  | 'levels'
  | 'goal'
  | 'failures'
  | 'hurdle minima'
  | 'what is explained'
  | 'schemas'
  | 'shells';

/** Of what is called like this, wherever it stands. */
const byName: Readonly<Record<string, readonly Source[]>> = {
  FILE: ['files'],
  DIR: ['files'],
  'FILE|DIR': ['files'],
  OLD: ['files'],
  NEW: ['files'],
  'FILE|ID': ['questionnaires', 'files'],
  QUESTIONNAIRE: ['questionnaires', 'files'],
  ROLE: ['roles'],
  GOAL: ['goal'],
  'KIND|VERDICT': ['failures'],
  'HURDLE=N': ['hurdle minima'],
  SHELL: ['shells'],
  // Numbers, days, shares and names of one's own: nobody can know them.
  N: [],
  DAY: [],
  AGE: [],
  SHARE: [],
  FIELDS: [],
  MORE: [],
  LANG: [],
};

/** Of what is called the same in several commands and is not. */
const byCommand: Readonly<Record<string, readonly Source[]>> = {
  'report --format': [reportFormats],
  'compare --format': [comparisonFormats],
  'plan --format': [planFormats],
  'interview --role': ['roles'],
  'answers --role': ['roles'],
  'show --role': ['roles'],
  'check --min-level': ['levels'],
  'explain ID': ['what is explained'],
  'explain FILE|ID': ['what is explained', 'files'],
  'schema NAME': ['schemas'],
  'questionnaire ID': [],
  'check --baseline-name': [],
};

/**
 * Where the words of a place come from.
 *
 * @param command the command's own name
 * @param place   the longest flag of an option, or what an argument is called
 * @param name    what the value or argument is called
 * @returns null where nobody has said so yet
 */
export function sourcesOf(command: string, place: string, name: string): readonly Source[] | null {
  const own = `${command} ${place}`;
  if (Object.hasOwn(byCommand, own)) return byCommand[own] ?? null;
  return Object.hasOwn(byName, name) ? (byName[name] ?? null) : null;
}
