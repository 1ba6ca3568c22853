import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { assessWith } from '../../../src/assessment/assess.ts';
import type { Assessment } from '../../../src/assessment/assessment-format.ts';
import { type Engine, engineOf } from '../../../src/assessment/engine.ts';
import { type Judgement, judge } from '../../../src/assessment/judge.ts';
import type { Answers } from '../../../src/questionnaire/answers.ts';
import { MethodFormat } from '../../../src/questionnaire/method-format.ts';
import { parseAnswers } from '../../../src/questionnaire/parse-answers.ts';
import { fiveHurdles } from '../../support/five-hurdles.ts';
import { root } from '../../support/run.ts';

/** A company whose every figure can be asked for, and the file it was read from. */
export type Company = {
  readonly file: string;
  readonly engine: Engine;
  readonly answers: Answers;
  readonly judgement: Judgement;
  readonly assessment: Assessment;
};

/** What is tried: other entries of the answers file, or other constants. */
type Change = Partial<Record<'profile' | 'answers' | 'method', Tree>>;
type Tree = { readonly [key: string]: unknown };

/** Reads an answers file to our own questionnaire and judges it. */
export function companyOf(file: string, method: Tree = {}): Company {
  const constants = MethodFormat.parse(laidOver(fiveHurdles.method, method));
  const questionnaire = { ...fiveHurdles, method: constants };
  const parsed = parseAnswers(file, 'answers.yaml', questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  const engine = engineOf(questionnaire);
  return {
    file,
    engine,
    answers: parsed.value,
    judgement: judge(engine, parsed.value),
    assessment: assessWith(engine, parsed.value, { name: 'five-hurdles', version: '0.0.0' }),
  };
}

/** The same company with something else in its file or in the method, written in YAML as the page shows it. */
export function changed({ file }: Company, change: string): Company {
  const { method = {}, ...entries } = parse(change) as Change;
  const data = parse(file) as Tree;
  const other = Object.fromEntries(
    Object.entries(entries).map(([part, tree]) => [part, { ...(data[part] as Tree), ...tree }]),
  );
  return companyOf(stringify({ ...data, ...other }), method);
}

/** One of the companies in `examples/`, by the name of its file. */
export function exampleCompany(name: string): Company {
  return companyOf(readFileSync(join(root, 'examples', `${name}.yaml`), 'utf8'));
}

function laidOver(base: Tree, over: Tree): Tree {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    return [key, isTree(below) && isTree(value) ? laidOver(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}

function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
