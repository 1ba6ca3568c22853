import { parse } from 'yaml';
import { overallIndex } from '../../../src/assessment/overall-index.ts';
import { scoringOf } from '../../../src/assessment/scoring.ts';
import { compileCondition, type Situation } from '../../../src/questionnaire/compile-condition.ts';
import { ConditionFormat } from '../../../src/questionnaire/condition-format.ts';
import type { ScoredQuestion } from '../../../src/questionnaire/question-format.ts';
import { codesIn } from '../tables.ts';
import { type Company, changed } from './company.ts';
import { factOf } from './facts.ts';
import { code, type Given, range } from './figure.ts';
import { type Words, written } from './words.ts';

// A change, and what it does to the facts that are named.
export function tried({ company, words, rows }: Given) {
  return rows.map(([change = '', outcome = '', ...rest]) => {
    const then = changed(company, codesIn(change)[0] ?? '');
    return [change, differences(company, then, words, namedIn(outcome)), ...rest];
  });
}

export function constants({ company, words, rows }: Given) {
  const { method } = company.engine.questionnaire;
  return rows.map(([name = '', , meaning = '', trial = '', outcome = '']) => {
    const path = (codesIn(name)[0] ?? '').split('.');
    const value = path.reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], method);
    const other = codesIn(trial)[0];
    if (other === undefined) return [name, code(String(value)), meaning, '–', '–'];
    const change = path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, other);
    const then = changed(company, `method: ${change}`);
    const told = differences(company, then, words, namedIn(outcome));
    return [name, code(String(value)), meaning, trial, told];
  });
}

type Tree = Readonly<Record<string, unknown>>;

// The facts a cell names: those at the beginning of each of its parts.
function namedIn(cell: string): readonly string[] {
  return cell.split('; ').map((part) => codesIn(part)[0] ?? '');
}

function differences(
  before: Company,
  after: Company,
  words: Words,
  facts: readonly string[],
): string {
  return facts
    .map((fact) => {
      const from = factOf(before, words, fact);
      const to = factOf(after, words, fact);
      if (from === null && to === null) throw new Error(`there is no fact called “${fact}”`);
      if (!Array.isArray(from) || !Array.isArray(to)) {
        return from === to
          ? `${code(fact)} = ${to}`
          : `${code(fact)} ${from ?? '–'} → ${to ?? '–'}`;
      }
      const added = to.filter((one) => !from.includes(one)).map((one) => `+ ${code(one)}`);
      const removed = from.filter((one) => !to.includes(one)).map((one) => `− ${code(one)}`);
      const changes = [...added, ...removed];
      if (changes.length > 0) return `${code(fact)} ${changes.join(', ')}`;
      const isSame = from.join() === to.join();
      return isSame ? `${code(fact)} =` : `${code(fact)} → ${to.slice(0, 3).map(code).join(', ')}`;
    })
    .join('; ');
}

// What an answer to each kind of question is worth, and between what the points lie.
export function kinds({ words, rows }: Given) {
  return rows.map(([definition = '', answer = '', , , ...rest]) => {
    const question = questionIn(codesIn(definition)[0] ?? '');
    const scoring = scoringOf(question);
    const value = parse(codesIn(answer)[0] ?? '') as number | string | readonly string[];
    const index = (id: string) =>
      'options' in question
        ? (question.options as readonly { id?: string }[]).findIndex((option) => option.id === id)
        : -1;
    const points = scoring.pointsOf(
      typeof value === 'number'
        ? value
        : typeof value === 'string'
          ? index(value)
          : value.map(index),
    );
    return [
      definition,
      answer,
      written(words, points),
      range(words, scoring.lowest, scoring.highest),
      ...rest,
    ];
  });
}

// `{ kind: several, combine: sum, points: { a: 2, b: 4 } }`: options and bands in short.
function questionIn(text: string): ScoredQuestion {
  const { kind, points, ...rest } = parse(text) as { kind: string; points: Record<string, number> };
  const entries = Object.entries(points ?? {});
  const parts =
    kind === 'number'
      ? { bands: entries.map(([from, worth]) => ({ from: Number(from), points: worth })) }
      : kind === 'level'
        ? { options: Array.from({ length: 5 }, () => ({})) }
        : { options: entries.map(([id, worth]) => ({ id, points: worth })) };
  return { kind, ...rest, ...parts } as unknown as ScoredQuestion;
}

export function indexCases({ words, rows }: Given) {
  return rows.map(([values = '', , , ...rest]) => {
    const points = values.split('; ').map((value) => Number(value.replace(',', '.')));
    const standpoints = points.map((value) => ({ value, lowest: 0, highest: 4, weight: 1 }));
    const shares = points.map((value) => `1/${written(words, value + 1)}`).join(' + ');
    const [index, mean] = (['harmonic-mean', 'mean'] as const).map((name) =>
      written(words, overallIndex(name, standpoints) ?? Number.NaN),
    );
    const sum = `(${points.length} / (${shares}) − 1) / 4 · 100 = ${index}`;
    const plain = `(${points.map((value) => written(words, value)).join(' + ')}) / ${points.length} / 4 · 100 = ${mean}`;
    return [values, sum, plain, ...rest];
  });
}

// Two comparisons about two questions, answered so that they are what the first cells say.
export function logic({ company, words, rows }: Given) {
  const [one, other] = ['goals.problem', 'goals.target'] as const;
  const answer = (word: string) =>
    ({ [words.truth.true]: '3', [words.truth.false]: '1', [words.truth.undecided]: 'unknown' })[
      word
    ] ?? '';
  const parts = `[{ ${one}: { atLeast: 2 } }, { ${other}: { atLeast: 2 } }]`;
  return rows.map(([a = '', b = '']) => {
    const change = `answers: { ${one}: ${answer(a)}, ${other}: ${answer(b)} }`;
    const { situation } = changed(company, change).judgement;
    const told = (condition: string) => words.truth[truthIn(company, situation, condition)];
    return [
      told(`{ ${one}: { atLeast: 2 } }`),
      told(`{ ${other}: { atLeast: 2 } }`),
      told(`{ all: ${parts} }`),
      told(`{ any: ${parts} }`),
      told(`{ not: { ${one}: { atLeast: 2 } } }`),
    ];
  });
}

export function comparisons({ company, words, rows }: Given) {
  return rows.map(([condition = '', , ...rest]) => [
    condition,
    words.truth[truthIn(company, company.judgement.situation, codesIn(condition)[0] ?? '')],
    ...rest,
  ]);
}

function truthIn({ engine }: Company, situation: Situation, condition: string) {
  const read = ConditionFormat.parse(parse(condition));
  return compileCondition(read, engine.questionnaire)(situation);
}
