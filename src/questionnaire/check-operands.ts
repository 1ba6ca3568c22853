import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { type Comparing, formatAddress, type Scalar } from './condition.ts';
import { operators } from './condition-format.ts';
import type { Named } from './outline.ts';

/** Comparisons of a question or a result with something that it cannot be compared with, or that is none of its answers. */
export function checkOperands(
  { operator, value, address }: Comparing,
  asked: Named,
  path: Path,
  file: YamlFile,
): readonly Problem[] {
  const impossible = () => [
    problem('impossible-comparison', file.at(path), {
      address: formatAddress(address),
      comparison: operator,
    }),
  ];
  const operands: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  // What is no comparison at all was told with the shape.
  if (!operators.includes(operator) || !operands.every(isScalar)) return [];
  if (operator === 'answered' || operator === 'unknown') {
    return address.kind === 'result' || typeof value !== 'boolean' ? impossible() : [];
  }
  switch (asked.kind) {
    case 'level':
    case 'number': {
      if (![...ordering, ...equality].includes(operator)) return impossible();
      // A word is no answer to a level; a number in quotes would be one without them.
      const words = operands.filter((operand) => !asked.options.includes(String(operand)));
      if (asked.kind === 'level' && words.length === operands.length) {
        return missingOptions(asked, operands, path, file);
      }
      if (operands.some((operand) => typeof operand !== 'number')) return impossible();
      return asked.kind === 'level' ? missingOptions(asked, operands, path, file) : [];
    }
    case 'choice': {
      const possible = asked.ordered ? [...ordering, ...equality] : equality;
      return possible.includes(operator)
        ? missingOptions(asked, operands, path, file)
        : impossible();
    }
    case 'several':
      return operator === 'includes' ? missingOptions(asked, operands, path, file) : impossible();
    case 'text':
      return operator === 'hasNumber' && typeof value === 'boolean' ? [] : impossible();
    default:
      // A kind that does not exist is told where it stands.
      return [];
  }
}

const ordering = ['atLeast', 'atMost', 'above', 'below'];
const equality = ['is', 'isNot', 'in'];

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function missingOptions(
  asked: Named,
  operands: readonly Scalar[],
  path: Path,
  file: YamlFile,
): readonly Problem[] {
  // A question without any answer is told where it stands.
  if (asked.options.length === 0 && asked.id !== '$role') return [];
  return operands.flatMap((operand, index) => {
    const option = String(operand);
    if (asked.options.includes(option)) return [];
    return [
      problem('unknown-option', file.at([...path, index]), {
        of: asked.id,
        option,
        allowed: asked.options,
        nearest: nearest(option, asked.options),
      }),
    ];
  });
}
