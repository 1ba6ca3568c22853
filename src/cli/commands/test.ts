import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { engineOf } from '../../assessment/engine.ts';
import { type CaseFailure, runCases, type Unreached } from '../../assessment/run-cases.ts';
import type { TestResult } from '../../assessment/test-format.ts';
import type { Case } from '../../questionnaire/case-format.ts';
import { parseCases } from '../../questionnaire/check-cases.ts';
import { readQuestionnaire } from '../../questionnaire/extend-questionnaire.ts';
import { ownRules } from '../../questionnaire/own-rules.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { readText } from '../files.ts';
import { type GivenQuestionnaire, givenQuestionnaire } from '../given-questionnaire.ts';
import { expandIds } from '../input-ids.ts';
import { type Io, write } from '../io.ts';
import { basesFor, type CommonOptions } from '../load.ts';
import { asData, type JsonOptions } from '../one-or-lines.ts';
import { builtInQuestionnaires, packagePath } from '../package-files.ts';
import type { Words } from '../words/words.ts';

export type TestOptions = CommonOptions & JsonOptions & { readonly strict?: boolean };

/** Runs the cases of questionnaires; 1 when one fails, or with `--strict` when a rule is reached by none. */
export async function runTest(
  named: readonly string[],
  options: TestOptions,
  { io, words }: Call,
): Promise<number> {
  if (options.json && options.ndjson) throw new Failure('json-and-ndjson', {});
  const wanted = await expandIds(named, options, io);
  if (options.json && wanted.length > 1) {
    throw new Failure('json-of-several', { count: wanted.length });
  }
  const given: GivenQuestionnaire[] = [];
  for (const one of wanted) given.push(await givenQuestionnaire(one, options, io));
  const tested = given.map((one) => ({ one, ...testOf(one, options, io) }));
  let hasFailed = false;
  for (const { one, result, inherited } of tested) {
    const failed = result.outcomes.filter(({ failures }) => failures.length > 0);
    const missed = Object.values(result.unreached).flat().length;
    const isIncomplete = options.strict && missed > 0;
    hasFailed ||= failed.length > 0 || result.outcomes.length === 0 || Boolean(isIncomplete);
    const heading = given.length > 1 ? [`${tameLine(one.source().name)}:`] : [];
    const blocks = [
      ...heading,
      ...failed.map(({ id, failures }) => formatCase(id, failures, words)),
      ...formatUnreached(result.unreached, words),
      ...(inherited > 0 ? [words.cases.inherited(inherited)] : []),
      words.cases.summary(result.outcomes.length, failed.length),
    ];
    await write(io.stdout, asData(() => result, options) ?? `${blocks.join('\n')}\n`);
  }
  return hasFailed ? 1 : 0;
}

function testOf(
  given: GivenQuestionnaire,
  options: TestOptions,
  io: Io,
): { readonly result: TestResult; readonly inherited: number } {
  const { questionnaire } = given;
  const cases = [...questionnaire.cases, ...casesBeside(given, io)];
  const { outcomes, unreached } = runCases(engineOf(questionnaire), cases);
  const { own, inherited } = divided(unreached, given, options, io);
  const { id, version, digest } = questionnaire;
  const result = {
    format: 'test/1' as const,
    questionnaire: { id, version, digest },
    outcomes: outcomes.map(({ id: name, failures }) => ({
      id: name,
      failures: failures.map((failure) => ({ ...failure, because: [...failure.because] })),
    })),
    unreached: own,
  };
  return { result, inherited };
}

// What a questionnaire inherits unchanged, the cases of its base are there to reach.
function divided(
  unreached: Unreached,
  { source }: GivenQuestionnaire,
  options: CommonOptions,
  io: Io,
): { readonly own: TestResult['unreached']; readonly inherited: number } {
  const { name, text } = source();
  const read = readQuestionnaire(text, name, basesFor(options, io));
  // It was read before.
  if (!read.ok) throw new FileProblems(read.problems);
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
  { wanted, questionnaire, source }: GivenQuestionnaire,
  io: Io,
): readonly Case[] {
  const file = source().name;
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
