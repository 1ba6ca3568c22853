import { extname, relative, resolve } from 'node:path';
import { engineOf } from '../../assessment/engine.ts';
import { worthIn } from '../../assessment/worth.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import { mergeAnswers } from '../../questionnaire/merge-answers.ts';
import { answersData, mergedText } from '../../questionnaire/merged-text.ts';
import { answersIn } from '../../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { RoleFile } from '../../questionnaire/role-file.ts';
import { teller } from '../../questionnaire/teller.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { readYaml } from '../../shared/read-yaml.ts';
import { tameLine } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { hasMark, isSameFile, readInput, type Text } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { expandInputs } from '../inputs.ts';
import { type Io, write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import { type CommonOptions, questionnaireFor, readSource } from '../load.ts';
import { mergeReport } from '../merge-report.ts';
import type { ForceOptions } from '../refuse-foreign.ts';
import { scopeFor } from '../scope.ts';
import { quoted, repeated } from '../shell-words.ts';
import { refuseThere } from '../write-new.ts';
import { writeWhole } from '../write-whole.ts';

export type MergeOptions = CommonOptions &
  ForceOptions & {
    readonly output?: string;
    readonly prefer?: readonly string[];
    readonly names?: boolean;
    readonly json?: boolean;
  };

/**
 * Makes one file of the answers of several roles, and says where they differ; one file alone stays as it is. With `--json`
 * the answers are printed as JSON where no file is named.
 */
export async function runMerge(
  named: readonly string[],
  options: MergeOptions,
  asked: Call,
): Promise<number> {
  const { io } = asked;
  const output = options.output ?? (options.json ? '-' : undefined);
  if (output === undefined) throw new Failure('missing-argument', { name: '-o' });
  if (output !== '-') refuseThere(output, io.cwd, options);
  const files = await expandInputs(named, io);
  const texts: Text[] = [];
  for (const file of eachOnce(files, io)) texts.push(await readInput(file, io));
  const [first, ...others] = texts;
  if (first === undefined) throw new Failure('missing-argument', { name: 'FILE' });
  const questionnaire = questionnaireFor(readSource(first), options, io);
  for (const role of options.prefer ?? []) scopeFor({ role }, questionnaire, '--prefer');
  const { read, warnings } = readAll(texts, questionnaire);
  if (others.length === 0) {
    const { words } = await asked.inLanguageOf(read[0]?.answers.language);
    await write(io.stderr, formatProblems(warnings, words));
    const [one] = read;
    const text =
      options.json && one ? jsonText(answersData(one.answers, questionnaire)) : first.text;
    await deliver(text, files[0] ?? '-', output, asked);
    await write(io.stderr, `${words.merge.one(first.name)}\n`);
    return 0;
  }
  const engine = engineOf(questionnaire);
  const { prefer = [], names = false } = options;
  const merged = mergeAnswers(questionnaire, read, { worth: worthIn(engine), prefer, names });
  if (!merged.ok) throw new FileProblems(merged.problems);
  const call = await asked.inLanguageOf(merged.value.language);
  const language = spoken(questionnaire, call.language);
  await write(io.stderr, formatProblems(warnings, call.words));
  const isJson = options.json === true || extname(output).toLowerCase() === '.json';
  const text = isJson
    ? jsonText(answersData(merged.value, questionnaire))
    : yamlOf(merged.value, questionnaire, call);
  refuseUnreadable({ name: output, text }, questionnaire);
  await deliver(text, null, output, call);
  await write(io.stderr, mergeReport(engine, read, merged.value, names, language, call));
  if (output !== '-') {
    const way = [quoted(output), ...repeated(options)].join(' ');
    const report = `hurdles report ${way} -o ${call.words.interview.reportFile}`;
    await write(io.stderr, `${call.words.merge.reportWith(report)}\n`);
  }
  return 0;
}

// One that stands in another place under another name is one file, too.
function eachOnce(files: readonly string[], io: Io): readonly string[] {
  const isSame = (one: string, other: string) =>
    one === other ||
    (one !== '-' && other !== '-' && isSameFile(resolve(io.cwd, one), resolve(io.cwd, other)));
  return files.filter((file, index) => files.findIndex((other) => isSame(other, file)) === index);
}

// All files are read before any problem is told.
function readAll(
  texts: readonly Text[],
  questionnaire: Questionnaire,
): { readonly read: readonly RoleFile[]; readonly warnings: readonly Problem[] } {
  const all = texts.map(({ name, text }) => {
    const source = readYaml(text, name);
    if (!source.ok) return source;
    const parsed = answersIn(source.file, questionnaire);
    return parsed.ok ? { ...parsed, file: source.file } : parsed;
  });
  const problems = all.flatMap((one) => (one.ok ? [] : one.problems.map(toldOfMerging)));
  if (problems.length > 0) throw new FileProblems(problems);
  const read = all.flatMap((one) => (one.ok ? [{ file: one.file, answers: one.value }] : []));
  return { read, warnings: all.flatMap((one) => (one.ok ? one.warnings : [])) };
}

// Many files make a large one: what could not be read again is not written.
function refuseUnreadable({ name, text }: Text, questionnaire: Questionnaire): void {
  const source = readYaml(text, name);
  const read = source.ok ? answersIn(source.file, questionnaire) : source;
  if (!read.ok) throw new FileProblems(read.problems);
}

function toldOfMerging(one: Problem): Problem {
  return one.code === 'other-questionnaire'
    ? problem(one.code, one.at, { ...one.facts, merging: true })
    : one;
}

function spoken({ languages }: Questionnaire, language: string): string {
  return languages.includes(language) ? language : (languages[0] ?? language);
}

// The same answers give the same bytes, whoever asks: the comments speak the language of the answers.
function yamlOf(answers: Answers, questionnaire: Questionnaire, { words, language }: Call): string {
  const tell = teller(questionnaire, answers.profile, spoken(questionnaire, language));
  return mergedText(answers, questionnaire, words.merge.head(tell(questionnaire.title)));
}

async function deliver(
  text: string,
  source: string | null,
  output: string,
  { io, words }: Call,
): Promise<void> {
  if (output === '-') return write(io.stdout, text);
  const path = resolve(io.cwd, output);
  const mark = source !== null && source !== '-' && hasMark(resolve(io.cwd, source));
  writeWhole(path, output, text, mark);
  await write(io.stderr, `${tameLine(words.written(relative(io.cwd, path) || output))}\n`);
}
