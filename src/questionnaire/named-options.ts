import { nearest } from '../shared/nearest.ts';
import { type Problem, problem } from '../shared/problem.ts';
import { entriesOf, itemsOf, type Layer, withEntries, withItems, without } from './layer.ts';

/**
 * Puts options that are named once (`optionScales: { NAME: […] }`) in place wherever a question says `options: NAME`.
 * Their places stay those of the definition.
 */
export function withNamedOptions(
  questionnaire: Layer,
): Layer | { readonly problems: readonly Problem[] } {
  const defined = entriesOf(questionnaire).get('optionScales');
  if (!defined) return questionnaire;
  const scales = entriesOf(defined);
  const problems: Problem[] = [];

  const inQuestion = (question: Layer): Layer => {
    const entries = entriesOf(question);
    const options = entries.get('options');
    if (typeof options?.data !== 'string') return question;
    const scale = scales.get(options.data);
    if (scale) return withEntries(question, new Map(entries).set('options', scale));
    const { file, path } = options.origin;
    const id = options.data;
    const names = [...scales.keys()];
    const facts = { what: 'options', id, nearest: nearest(id, names) } as const;
    problems.push(problem('unknown-id', file.at(path), facts));
    return question;
  };
  const inBranch = (branch: Layer): Layer =>
    changed(changed(branch, 'questions', inQuestion), 'groups', inBranch);

  const whole = changed(changed(questionnaire, 'profile', inQuestion), 'hurdles', inBranch);
  if (problems.length > 0) return { problems };
  const { removed } = questionnaire;
  return { ...without(whole, ['optionScales']), ...(removed ? { removed } : {}) };
}

function changed(parent: Layer, key: string, change: (item: Layer) => Layer): Layer {
  const entries = entriesOf(parent);
  const items = entries.get(key);
  if (!items || !Array.isArray(items.data)) return parent;
  return withEntries(
    parent,
    new Map(entries).set(key, withItems(items, itemsOf(items).map(change))),
  );
}
