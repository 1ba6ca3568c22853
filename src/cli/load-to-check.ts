import { existsSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { baselineTold } from '../assessment/check/baseline.ts';
import type { Baseline } from '../assessment/check/check-format.ts';
import { type PlaceOf, type Side, sideOf } from '../assessment/check/side.ts';
import { type Engine, engineOf } from '../assessment/engine.ts';
import { isRecomputable } from '../assessment/recomputable.ts';
import { inThisEdition } from '../questionnaire/migrate-answers.ts';
import { record } from '../questionnaire/outline.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Place, Problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { Failure } from './failure.ts';
import { FileProblems } from './file-problems.ts';
import { isFolder, readInput, type Text } from './files.ts';
import type { Io } from './io.ts';
import { type CommonOptions, loadAnswers, loadAssessment, readSource } from './load.ts';
import { loadOne, refuseOther } from './load-to-compare.ts';

/** A file that demands are held against. */
export type LoadedToCheck = {
  readonly name: string;
  readonly questionnaire: Questionnaire;
  readonly now: Side;
  readonly warnings: readonly Problem[];
};

// What each result hangs on is not asked.
const judged = { sensitivity: false };

/**
 * Reads answers or a stored assessment with the places of its answers.
 *
 * @throws Failure for a stored result that does not follow from its answers: nobody passes by editing it
 */
export async function loadToCheck(
  file: string,
  engines: Engines,
  options: CommonOptions,
  io: Io,
): Promise<LoadedToCheck> {
  const { name, text } = await readInput(file, io);
  const source = readSource({ name, text });
  const isStored = record(source.data).format === 'assessment/1';
  const loaded = isStored
    ? loadAssessment(name, source, options, io)
    : loadAnswers(name, source, options, io, undefined, judged);
  if (!isRecomputable(loaded)) throw new Failure('not-recomputable', { file: name });
  const { assessment, warnings } = loaded;
  const engine = engines(loaded.questionnaire);
  const { questionnaire } = engine;
  const read = isStored ? source : inThisEdition(source, questionnaire).file;
  return { name, questionnaire, now: sideOf(engine, assessment, placesIn(read)), warnings };
}

/** Makes every questionnaire ready to judge once, however many files answer it. */
export type Engines = (questionnaire: Questionnaire) => Engine;

export function sharedEngines(): Engines {
  const known = new Map<string, Engine>();
  return (questionnaire) => {
    const key = `${questionnaire.id} ${questionnaire.digest}`;
    const engine = known.get(key) ?? engineOf(questionnaire);
    known.set(key, engine);
    return engine;
  };
}

/** The state that a file is held against; null with its remark where there is none to compare with. */
export type LoadedBaseline = { readonly told: Baseline; readonly before: Side | null };

/**
 * Reads the baseline of a file: the one that is named, or in a folder the one of the same name.
 *
 * In a folder, say of a commit, one that has mistakes or is about something else is no baseline: it would keep whoever
 * mends that from ever passing.
 *
 * @param given file or folder
 * @throws FileProblems where the one that is named has mistakes
 */
export async function loadBaseline(
  given: string,
  one: LoadedToCheck,
  options: CommonOptions & { readonly baselineName?: string },
  io: Io,
): Promise<LoadedBaseline> {
  const isInFolder = isFolder(resolve(io.cwd, given));
  const file = isInFolder ? inFolder(given, one.name, io) : given;
  const { baselineName: called } = options;
  if (file === null) return noBaseline(called ?? given, 'missing');
  const read = await readInput(file, io);
  const input = called === undefined ? read : { ...read, name: nameBelow(called, given, file) };
  try {
    return baselineIn(input, one, options, io);
  } catch (error) {
    if (!isInFolder || !(error instanceof FileProblems)) throw error;
    return noBaseline(input.name, 'unreadable');
  }
}

function noBaseline(file: string, remark: Baseline['remarks'][number]): LoadedBaseline {
  return {
    told: { file, date: null, version: null, usable: false, remarks: [remark] },
    before: null,
  };
}

function baselineIn(
  input: Text,
  { questionnaire, now }: LoadedToCheck,
  options: CommonOptions,
  io: Io,
): LoadedBaseline {
  const source = readSource(input);
  refuseOther(input.name, source, questionnaire, undefined, options);
  const one = loadOne(input.name, source, questionnaire, options, io);
  const isOtherDigest = one.warnings.some(({ code }) => code === 'other-digest');
  const judgedAnew = one.judgedAnew === true || isOtherDigest;
  const { assessment } = one;
  const told = baselineTold(input.name, assessment, now.assessment, questionnaire, judgedAnew);
  const before = told.usable ? sideOf(now.engine, assessment, () => null) : null;
  return { told, before };
}

// As git names a file of a commit: the name, and the way below it.
function nameBelow(called: string, given: string, file: string): string {
  const way = relative(given, file).split(sep).join('/');
  return way === '' || /[:/]$/.test(called) ? `${called}${way}` : `${called}/${way}`;
}

// The same way below the folder, else the same name in it; a result may be stored as JSON.
function inFolder(folder: string, name: string, io: Io): string | null {
  const stem = (path: string) => path.slice(0, path.length - extname(path).length);
  const ways = [name, basename(name)].flatMap((path) =>
    [path, ...['.json', '.yaml', '.yml'].map((ending) => `${stem(path)}${ending}`)].map((one) =>
      join(folder, one),
    ),
  );
  const isThere = (path: string) =>
    existsSync(resolve(io.cwd, path)) && resolve(io.cwd, path) !== resolve(io.cwd, name);
  return ways.find(isThere) ?? null;
}

// Looked up at once, so that nothing of the file has to be kept.
function placesIn(file: YamlFile): PlaceOf {
  const whole = record(file.data);
  const sections = ['answers', 'profile'] as const;
  const places = new Map<string, Place>(
    sections.flatMap((section) => [
      [section, whole[section] === undefined ? file.at([]) : file.keyAt([section])] as const,
      ...Object.keys(record(whole[section])).map(
        (id) => [`${section} ${id}`, file.keyAt([section, id])] as const,
      ),
    ]),
  );
  return (section, id) => places.get(`${section} ${id}`) ?? places.get(section) ?? null;
}
