import { relative, resolve } from 'node:path';
import {
  type AnswersMigration,
  editionEdits,
  migrateAnswers,
  missingStep,
} from '../../questionnaire/migrate-answers.ts';
import { answersIn } from '../../questionnaire/parse-answers.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { editFile } from '../../shared/edit-data.ts';
import { editYaml } from '../../shared/edit-yaml.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import type { YamlFile } from '../../shared/read-yaml.ts';
import { tame, tameLine, tameLog } from '../../shared/tame.ts';
import type { Call } from '../call.ts';
import { Failure } from '../failure.ts';
import { FileProblems } from '../file-problems.ts';
import { hasMark, isFile, isSameFile, readInput, type Text } from '../files.ts';
import { formatProblems } from '../format-problems.ts';
import { expandInputs } from '../inputs.ts';
import { write } from '../io.ts';
import { type CommonOptions, questionnaireFor, readSource } from '../load.ts';
import type { ForceOptions } from '../refuse-foreign.ts';
import { heardSignals } from '../uninterrupted.ts';
import { writeWhole } from '../write-whole.ts';

export type MigrateOptions = CommonOptions & ForceOptions & { readonly output?: string };

/**
 * Makes answers to an older edition of a questionnaire answers to this one, each file in its place, and says every
 * change. Where one of several files has problems, none is written.
 */
export async function runMigrate(
  named: readonly string[],
  options: MigrateOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  const files = await expandInputs(named, io);
  const count = files.length;
  if (count > 1 && options.output !== undefined) throw new Failure('one-output', { count });
  const tasks: (() => Promise<void>)[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      tasks.push(prepared(file, await readInput(file, io), options, call));
    } catch (error) {
      if (!(error instanceof FileProblems)) throw error;
      for (const one of error.problems) problems.push(one);
    }
  }
  if (problems.length > 0) throw new FileProblems(problems);
  for (const task of tasks) {
    await task();
    await heardSignals();
  }
  return 0;
}

// What is to be done with a file, once it is sure that it can be.
function prepared(
  file: string,
  { name, text }: Text,
  options: MigrateOptions,
  call: Call,
): () => Promise<void> {
  const { io, words } = call;
  const source = readSource({ name, text });
  const questionnaire = questionnaireFor(source, options, io);
  const migration = migrateAnswers(source.data, questionnaire);
  const target = options.output ?? file;
  if (migration === null) {
    const warnings = warningsOf(source, questionnaire);
    if (warnings.some(({ code }) => code === 'other-digest')) {
      const renewed = editYaml(text, editionEdits(questionnaire));
      return async () => {
        const written = await deliver(renewed, file, target, options, call);
        const { version } = questionnaire;
        await write(io.stderr, `${tame(words.migrate.renewed(name, version))}\n${written}`);
      };
    }
    return async () => {
      await write(io.stderr, formatProblems(warnings, words));
      await write(io.stderr, tame(`${words.migrate.nothing(name, questionnaire.version)}\n`));
      // Whoever named another place finds the answers there; the file itself is left alone.
      if (target === '-' || target !== file) {
        await write(io.stderr, await deliver(text, file, target, options, call));
      }
    };
  }
  const edits = [...migration.edits, ...editionEdits(questionnaire)];
  const warnings = warningsOf(editFile(source, edits), questionnaire, migration.found);
  const migrated = editYaml(text, edits);
  return async () => {
    const written = await deliver(migrated, file, target, options, call);
    await write(io.stderr, formatProblems(warnings, words));
    await write(io.stderr, `${told(name, migration, questionnaire, call)}${written}`);
  };
}

// A file with problems is not written.
function warningsOf(
  file: YamlFile,
  questionnaire: Questionnaire,
  found = questionnaire.version,
): readonly Problem[] {
  const parsed = answersIn(file, questionnaire);
  const needed = missingStep(found, questionnaire);
  const isAnswers = parsed.ok || parsed.problems.every(({ code }) => code !== 'wrong-format');
  if (needed !== null && isAnswers) {
    const at = file.at(['questionnaire', 'version']);
    throw new FileProblems([problem('no-migration', at, { found, needed })]);
  }
  if (!parsed.ok) throw new FileProblems(parsed.problems);
  return parsed.warnings;
}

function told(
  name: string,
  { found, edits, carriedOver }: AnswersMigration,
  { version }: Questionnaire,
  { words }: Call,
): string {
  const { migrate } = words;
  const keeps = edits.some(({ path }) => String(path[0]).startsWith('x-'));
  const lines = [
    migrate.edition(name, found, version),
    ...carriedOver.map((change) => `  ${migrate.change(change)}`),
    ...(carriedOver.length === 0 ? [`  ${migrate.noChange}`] : []),
    ...(keeps ? [`  ${migrate.kept}`] : []),
  ];
  return tameLog(tame(`${lines.join('\n')}\n`));
}

// Says where it wrote to, once it has.
async function deliver(
  text: string,
  file: string,
  target: string,
  { questionnaire, force = false }: MigrateOptions,
  { io, words }: Call,
): Promise<string> {
  if (target === '-') {
    // What somebody else wrote beside the answers stays as it is, but it does not steer a terminal.
    await write(io.stdout, io.stdout.isTTY ? tame(text) : text);
    return '';
  }
  const path = resolve(io.cwd, target);
  if (questionnaire !== undefined && isSameFile(resolve(io.cwd, questionnaire), path)) {
    throw new Failure('would-overwrite-input', { file: questionnaire });
  }
  // Another place is for a new file: what stands there may be somebody else's answers.
  const isOwn = file !== '-' && isSameFile(resolve(io.cwd, file), path);
  if (!isOwn && !force && isFile(path)) throw new Failure('already-there', { file: target });
  const mark = file !== '-' && hasMark(resolve(io.cwd, file));
  writeWhole(path, target, text, mark);
  return `${tameLine(words.written(relative(io.cwd, path) || target))}\n`;
}
