import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { engineOf } from '../../assessment/engine.ts';
import { type CaseFailure, runCases, type Unreached } from '../../assessment/run-cases.ts';
import type { Case } from '../../questionnaire/case-format.ts';
import { parseCases } from '../../questionnaire/check-cases.ts';
import { readQuestionnaire } from '../../questionnaire/extend-questionnaire.ts';
import { ownRules } from '../../questionnaire/own-rules.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Call } from '../call.ts';
import { FileProblems } from '../file-problems.ts';
import { readText } from '../files.ts';
import { type Io, write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import { basesFor, type CommonOptions, findQuestionnaire, questionnaireText } from '../load.ts';
import { builtInQuestionnaires, packagePath } from '../package-files.ts';
import type { Words } from '../words/words.ts';

export type TestOptions = CommonOptions & { readonly json?: boolean; readonly strict?: boolean };

/** Runs the cases of a questionnaire; 1 when one fails, or with `--strict` when a rule is reached by none. */
export async function runTest(
  wanted: string,
  options: TestOptions,
  { io, words }: Call,
): Promise<number> {
  const questionnaire = findQuestionnaire(wanted, options, io);
  const cases = [...questionnaire.cases, ...casesBeside(wanted, questionnaire, options, io)];
  const ran = runCases(engineOf(questionnaire), cases);
  const { own, inherited } = divided(ran.unreached, wanted, options, io);
  const result = { ...ran, unreached: own };
  const failed = result.outcomes.filter(({ failures }) => failures.length > 0);
  const missed = Object.values(result.unreached).flat().length;
  if (options.json) {
    await write(io.stdout, jsonText(result));
  } else {
    const blocks = [
      ...failed.map(({ id, failures }) => formatCase(id, failures, words)),
      ...formatUnreached(result.unreached, words),
      ...(inherited > 0 ? [words.cases.inherited(inherited)] : []),
      words.cases.summary(cases.length, failed.length),
    ];
    await write(io.stdout, `${blocks.join('\n')}\n`);
  }
  return failed.length > 0 || cases.length === 0 || (options.strict && missed > 0) ? 1 : 0;
}

// What a questionnaire inherits unchanged, the cases of its base are there to reach.
function divided(
  unreached: Unreached,
  wanted: string,
  options: CommonOptions,
  io: Io,
): { readonly own: Unreached; readonly inherited: number } {
  const { name, text } = questionnaireText(wanted, options, io);
  const read = readQuestionnaire(text, name, basesFor(options, io));
  if (!read.ok) return { own: unreached, inherited: 0 };
  const rules = ownRules(read.file);
  const kept = (kind: keyof Unreached) => unreached[kind].filter((id) => rules[kind].includes(id));
  const own = {
    gates: kept('gates'),
    verdicts: kept('verdicts'),
    contradictions: kept('contradictions'),
    recommendations: kept('recommendations'),
  };
  const count = (of: Unreached) => Object.values(of).flat().length;
  return { own, inherited: count(unreached) - count(own) };
}

// `five-hurdles.yaml` has its cases in the file or in `five-hurdles.cases.yaml` beside it.
function casesBeside(
  wanted: string,
  questionnaire: Questionnaire,
  options: CommonOptions,
  io: Io,
): readonly Case[] {
  const file = questionnaireText(wanted, options, io).name;
  const name = file.replace(/\.ya?ml$/i, '.cases.yaml');
  const path = builtInQuestionnaires().includes(wanted)
    ? packagePath(`questionnaires/${name}`)
    : resolve(io.cwd, name);
  if (name === file || !existsSync(path)) return [];
  const parsed = parseCases(readText(path, name), name, questionnaire);
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.value;
}

function formatCase(id: string, failures: readonly CaseFailure[], words: Words): string {
  const lines = failures.flatMap(({ what, id: about, expected, got, because }) => [
    `  ${differenceWords({ what, about, expected, got }, words)}`,
    ...because.map(({ id: cause, answer, state, value }) => {
      const said = answer ?? state ?? value;
      return `    ${words.result.because} ${cause}${said === undefined ? '' : `: ${said}`}`;
    }),
  ]);
  return [`✗ ${id}`, ...lines].join('\n');
}

function differenceWords(
  failure: Pick<CaseFailure, 'what' | 'expected' | 'got'> & { readonly about: string | null },
  { cases }: Words,
): string {
  const { what, about, expected, got } = failure;
  const isMissed = what !== 'level' && what !== 'hurdles' && what !== 'firstSteps';
  if (isMissed && about !== null) return cases.unmet[what](about, got);
  return `${cases.what[what]}${about === null ? '' : ` ${about}`}: ${cases.differs(expected, got)}`;
}

function formatUnreached(unreached: Unreached, words: Words): readonly string[] {
  return (Object.keys(unreached) as (keyof Unreached)[])
    .filter((kind) => unreached[kind].length > 0)
    .map((kind) => `${words.cases.unreached[kind]} ${unreached[kind].join(', ')}`);
}
