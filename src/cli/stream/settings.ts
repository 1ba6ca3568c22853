import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { CommonOptions } from '../load.ts';
import type { Fields } from './picked.ts';

/** All that a thread needs to know to judge lines; plain data, so that it can be handed to one. */
export type Settings = {
  readonly options: CommonOptions;
  readonly cwd: string;
  /** Of what is said about problems. */
  readonly language: string;
  /** The questionnaire that `-q` names, read. */
  readonly questionnaire: Questionnaire | null;
  readonly date: string | null;
  /** Whole assessments instead of a line each. */
  readonly full: boolean;
  readonly recommendations: boolean;
  /** The way to each field that is asked for; null: all. */
  readonly fields: Fields | null;
  /** Stop at the first line that cannot be judged. */
  readonly strict: boolean;
  /** Bytes of the longest line that is read. */
  readonly longest: number;
};
