import type { Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import type { Written } from './subject.ts';

/**
 * Words that are a text to us and something else to other readers of YAML, and texts in quotation marks that belong to
 * them where a pair for YAML was probably meant.
 */
export function findUnquotedWords({ file }: Pick<Written, 'file'>): readonly Problem[] {
  return [
    ...file.turned.map(({ word, at }) => finding('turned-word', at, { word })),
    ...file.typeset.map(({ text, at }) => finding('typeset-quotes', at, { text })),
  ];
}
