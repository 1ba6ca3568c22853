import type { Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import type { Written } from './subject.ts';

/** Words that are a text to us and something else to other readers of YAML. */
export function findTurnedWords({ file }: Pick<Written, 'file'>): readonly Problem[] {
  return file.turned.map(({ word, at }) => finding('turned-word', at, { word }));
}
