import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { FindingCode } from '../src/lint/finding.ts';
import { lintQuestionnaire } from '../src/lint/lint-questionnaire.ts';
import { type Bases, readQuestionnaire } from '../src/questionnaire/extend-questionnaire.ts';
import type { Problem } from '../src/shared/problem.ts';

/** A mistake in a few lines that add to the questionnaire `basis`; the line of the finding ends in the mark. */
export type LintExample = {
  readonly code: FindingCode;
  readonly why: { readonly de: string; readonly en: string };
  readonly example: string;
};

export const mark = '# ←';

/** What the examples are called in problems, and in the file that a reader would write. */
export const exampleName = 'example.yaml';

/** What the file of every example begins with. */
export const head = 'format: questionnaire/1\nid: example\nversion: 1.0.0\nextends: basis\n';

export const lintExamples = parse(read('lint.examples.yaml')) as readonly LintExample[];

/** An example as a whole file. */
export function wholeText({ example }: LintExample): string {
  return `${head}${example}`;
}

/** The line the mark is in, counted in the whole file. */
export function markedLine(text: string): number {
  return text.split('\n').findIndex((line) => line.includes(mark)) + 1;
}

/** What lint finds in a text that extends the base. */
export function findIn(text: string): readonly Problem[] {
  const bases: Bases = {
    known: ['basis'],
    open: (id) => (id === 'basis' ? { name: 'basis.yaml', text: read('lint.base.yaml') } : null),
  };
  const whole = readQuestionnaire(text, exampleName, bases);
  return whole.ok ? lintQuestionnaire(whole.file) : whole.problems;
}

function read(name: string): string {
  return readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
}
