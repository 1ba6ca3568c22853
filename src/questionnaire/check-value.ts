import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import type { AnswerValue } from './answers.ts';
import { isWithin, rangeText } from './number-range.ts';
import { numbersMeant } from './numbers-meant.ts';
import type { NumberQuestion, ProfileQuestion, Question } from './question-format.ts';

const states = ['unknown', 'not-applicable'];

/** Whether an answer is one that its question has: the right kind of value, options that exist. */
export function checkValue(
  value: AnswerValue,
  question: Question | ProfileQuestion,
  path: Path,
  file: YamlFile,
): readonly Problem[] {
  const wrongType = (expected: string) => [
    problem('wrong-type', file.at(path), { expected, found: shown(value) }),
  ];
  switch (question.kind) {
    case 'level': {
      const allowed = question.options.map((_option, level) => String(level));
      if (typeof value === 'string' && !allowed.includes(value)) {
        // A word was meant: one of the states, misspelt.
        return [noOption(question.id, value, [...allowed, ...states], path, file)];
      }
      if (typeof value !== 'number') return wrongType('number');
      return allowed.includes(String(value))
        ? []
        : [noOption(question.id, value, allowed, path, file)];
    }
    case 'choice': {
      if (Array.isArray(value)) return wrongType('string');
      const allowed = question.options.map((option) => option.id);
      if (typeof value !== 'string')
        return [noOption(question.id, shown(value), allowed, path, file)];
      return allowed.includes(value) ? [] : [noOption(question.id, value, allowed, path, file)];
    }
    case 'several': {
      if (!Array.isArray(value)) return wrongType('array');
      const chosen: readonly string[] = value;
      const allowed = question.options.map((option) => option.id);
      const missing = chosen.flatMap((id, index) =>
        allowed.includes(id) ? [] : [noOption(question.id, id, allowed, [...path, index], file)],
      );
      const seen = new Set<string>();
      const twice = chosen.flatMap((id, index) => {
        if (seen.has(id)) return [problem('duplicate-id', file.at([...path, index]), { id })];
        seen.add(id);
        return [];
      });
      const alone = question.options.find(
        (option) => option.exclusive && chosen.includes(option.id),
      );
      const crowded =
        alone && chosen.length > 1
          ? [problem('exclusive-with-others', file.at(path), { option: alone.id })]
          : [];
      return [...missing, ...twice, ...crowded];
    }
    case 'number':
      return checkNumber(value, question, path, file) ?? wrongType('number');
    case 'text':
      return typeof value === 'string' ? [] : wrongType('string');
    default:
      return question satisfies never;
  }
}

function checkNumber(
  value: AnswerValue,
  question: NumberQuestion,
  path: Path,
  file: YamlFile,
): readonly Problem[] | null {
  if (typeof value === 'number') {
    if (isWithin(value, question)) return [];
    const facts = { found: String(value), bound: rangeText(question) };
    return [problem('out-of-range', file.at(path), facts)];
  }
  if (typeof value !== 'string') return null;
  const meant = numbersMeant(value).map(String);
  const [only] = meant;
  if (only === undefined) return null;
  const isDecimal = meant.length === 1 && /^-?\d+,\d+$/.test(value);
  return [
    isDecimal
      ? problem('decimal-comma', file.at(path), { found: value, meant: only })
      : problem('number-as-text', file.at(path), { found: value, meant }),
  ];
}

function noOption(
  of: string,
  value: string | number,
  allowed: readonly string[],
  path: Path,
  file: YamlFile,
): Problem {
  const option = String(value);
  const facts = { of, option, allowed, nearest: nearest(option, allowed) };
  return problem('unknown-option', file.at(path), facts);
}

function shown(value: AnswerValue): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
