import { engineOf } from '../../assessment/engine.ts';
import { possiblyDue } from '../../assessment/possibly-due.ts';
import { type Answers, noAnswers } from '../../questionnaire/answers.ts';
import { answersSheet } from '../../questionnaire/answers-sheet.ts';
import { companyAnswersFor } from '../../questionnaire/company-answers.ts';
import { record } from '../../questionnaire/outline.ts';
import { answersIn } from '../../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { YamlFile } from '../../shared/read-yaml.ts';
import { answersSchemaText } from '../answers-schema-text.ts';
import type { Call } from '../call.ts';
import { FileProblems } from '../file-problems.ts';
import { readInput } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { expandOne } from '../inputs.ts';
import { write } from '../io.ts';
import { kinOf } from '../kin.ts';
import { type CommonOptions, questionnaireFor, readSource } from '../load.ts';
import { usualFile } from '../new-answers-file.ts';
import type { ForceOptions } from '../refuse-foreign.ts';
import { sayWhich } from '../say-which.ts';
import { refuseEmpty, type ScopeOptions, scopeFor } from '../scope.ts';
import { quoted, repeated } from '../shell-words.ts';
import { fileOrInFolder, refuseThere, writeNew } from '../write-new.ts';

export type NewAnswersOptions = CommonOptions &
  ScopeOptions &
  ForceOptions & { readonly from?: string };

/** Writes a file of answers to fill in with an editor; with `--from` what another says about the same company stands in it. */
export async function runNewAnswers(
  wanted: string | undefined,
  options: NewAnswersOptions,
  asked: Call,
): Promise<number> {
  const { io } = asked;
  const name = fileOrInFolder(wanted, usualFile, io.cwd);
  if (name !== '-') refuseThere(name, io.cwd, options);
  const { from } = options;
  const source =
    from === undefined ? null : await expandOne(from, 'hurdles new answers - --from', io);
  const old = source === null ? null : readSource(await readInput(source, io));
  const inFile = record(old?.data).language;
  const call = await asked.inLanguageOf(typeof inFile === 'string' ? inFile : null);
  if (old === null) await sayWhich(options, call);
  const questionnaire = questionnaireFor(old, options, io);
  const language = questionnaire.languages.includes(call.language)
    ? call.language
    : (questionnaire.languages[0] ?? call.language);
  const scope = scopeFor(options, questionnaire);
  refuseEmpty(scope, questionnaire);
  const known: Answers = {
    ...noAnswers(questionnaire),
    ...(await takenOver(old, questionnaire, options, call)),
    scope,
  };
  const questions = possiblyDue(engineOf(questionnaire), known).map(({ question }) => question);
  const schema = `${questionnaire.id}.answers.v1.schema.json`;
  const { companyName, hurdle } = call.words.interview;
  const words = { ...call.words.sheet, companyName, hurdle };
  const sheet = { questionnaire, answers: known, questions };
  if (name === '-') {
    await write(io.stdout, answersSheet({ ...sheet, schema: null }, language, words));
    return 0;
  }
  const file = {
    name,
    text: answersSheet({ ...sheet, schema }, language, words),
    schema: { name: schema, text: answersSchemaText(questionnaire, language) },
  };
  const way = [quoted(name), ...repeated(options)].join(' ');
  await writeNew(
    file,
    ({ lintWith, goOnWith, reportWith }) => [
      lintWith(`hurdles lint ${way}`),
      goOnWith(`hurdles interview ${way}`),
      reportWith(`hurdles report ${way} -o ${call.words.interview.reportFile}`),
    ],
    options,
    call,
  );
  return 0;
}

async function takenOver(
  old: YamlFile | null,
  questionnaire: Questionnaire,
  options: CommonOptions,
  { io, words }: Call,
): Promise<Partial<Answers>> {
  if (old === null) return {};
  const { id } = record(record(old.data).questionnaire);
  const isOther = typeof id === 'string' && id !== questionnaire.id;
  const kin =
    isOther && options.questionnaire !== undefined
      ? kinOf(options.questionnaire, id, options, io)
      : null;
  const asked = kin ?? questionnaire;
  const parsed = answersIn(old, asked);
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  await write(io.stderr, formatProblems(parsed.warnings, words));
  const { taken, left } = companyAnswersFor(questionnaire, asked, parsed.value);
  if (left.length > 0) await write(io.stderr, `${words.notTakenOver(left, questionnaire.id)}\n`);
  return taken;
}
