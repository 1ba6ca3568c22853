import type { Engine } from '../assessment/engine.ts';
import type { Condition } from '../questionnaire/condition.ts';
import type { Outline } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Path, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { Effort } from './effort.ts';

/** A questionnaire as it is written, and what it names. */
export type Written = { readonly file: YamlFile; readonly names: Outline };

/** A condition and where it stands. */
export type PlacedCondition = { readonly condition: Condition; readonly path: Path };

/** The same, ready to be tried out. */
export type Subject = Written & {
  readonly questionnaire: Questionnaire;
  readonly engine: Engine;
  /** Every condition of the file, those within texts included. */
  readonly conditions: readonly PlacedCondition[];
  readonly effort: Effort;
};

/** Looks for one kind of mistake; every finding with its place. */
export type Check = (subject: Subject) => readonly Problem[];

/** Where the question at a position stands in the file. */
export function questionPath({ names }: Written, position: number): Path {
  return names.questions[position]?.path ?? [];
}
