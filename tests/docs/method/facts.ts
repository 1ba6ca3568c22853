import type { Company } from './company.ts';
import { type Words, written } from './words.ts';

/**
 * One fact of an assessment, by its name in the JSON: `overall.level`, `tools.value`, `goals.problem.priority`, a list
 * of ids for `verdicts`, `contradictions`, `steps`, `deferred`. Ranges and a plus are written together.
 *
 * @returns null where the assessment has no such fact: no step for a question, no verdict of that name
 */
export function factOf(
  company: Company,
  words: Words,
  fact: string,
): string | readonly string[] | null {
  const { assessment } = company;
  switch (fact) {
    case 'verdicts':
      return assessment.verdicts.map(({ id }) => id);
    case 'contradictions':
      return assessment.contradictions.map(({ id }) => id);
    case 'steps':
      return assessment.recommendations.map(({ id }) => id);
    case 'deferred':
      return assessment.deferred.map(({ id }) => id);
    default:
      return factAt(company, words, fact);
  }
}

function factAt({ assessment }: Company, words: Words, fact: string): string | null {
  const dot = fact.lastIndexOf('.');
  const [of, key] = [fact.slice(0, dot), fact.slice(dot + 1)];
  const step = assessment.recommendations.find(({ id }) => id === of);
  const question = assessment.hurdles
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === of);
  const verdict = assessment.verdicts.find(({ id }) => id === of);
  const hurdle = assessment.hurdles.find(({ id }) => id === of);
  const place = of === 'overall' ? assessment.overall : (hurdle ?? verdict);
  const facts = { ...question, ...step, ...place } as Readonly<Record<string, unknown>>;
  if (!(key in facts)) return null;
  const high = facts[`${key}High`];
  const plus = key === 'level' && facts.plus === true ? '+' : '';
  return told(words, facts[key], high) + plus;
}

function told(words: Words, value: unknown, high: unknown): string {
  if (typeof value === 'number') {
    const [low, most] = [written(words, value), written(words, Number(high ?? value))];
    return low === most ? low : `${low}–${most}`;
  }
  if (value === null) return '–';
  if (typeof value === 'boolean') return words.truth[value ? 'true' : 'false'];
  if (Array.isArray(value)) return value.map((id) => `\`${id}\``).join(', ') || '–';
  const { min, max } = value as { readonly min?: number; readonly max?: number };
  if (min !== undefined) return `${written(words, min)}–${written(words, max ?? min)}`;
  const word = String(value);
  return word in words.phases ? words.phases[word as 'now'] : `\`${word}\``;
}
