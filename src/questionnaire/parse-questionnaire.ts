import { asMeant } from '../shared/as-meant.ts';
import { digestOf } from '../shared/canonical-json.ts';
import { checkShape } from '../shared/check-shape.ts';
import {
  eachOnce,
  inReadingOrder,
  type Parsed,
  type Place,
  type Problem,
  problem,
} from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { checkCaseAnswers } from './check-cases.ts';
import { checkConditions } from './check-conditions.ts';
import { checkCounts } from './check-counts.ts';
import { checkIds } from './check-ids.ts';
import { checkMigrations } from './check-migrations.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { checkReferences } from './check-references.ts';
import { checkTargets } from './check-targets.ts';
import { checkTexts } from './check-texts.ts';
import { checkWorksheets } from './check-worksheets.ts';
import { type Bases, readQuestionnaire } from './extend-questionnaire.ts';
import { outline, record } from './outline.ts';
import { type Questionnaire, toQuestionnaire } from './questionnaire.ts';
import { QuestionnaireFormat } from './questionnaire-format.ts';

/**
 * Reads a questionnaire (`format: questionnaire/1`).
 *
 * @param text  the file's text, YAML 1.2 or JSON
 * @param name  what the file is called in problems
 * @param bases where to find what it extends
 * @returns the questionnaire, or every problem at once, in reading order
 */
export function parseQuestionnaire(
  text: string,
  name: string,
  bases?: Bases,
): Parsed<Questionnaire> {
  const read = readQuestionnaire(text, name, bases);
  return read.ok
    ? questionnaireIn(read.file)
    : { ok: false, problems: inReadingOrder(read.problems) };
}

/** The same for a file that is read already, with all it extends. */
export function questionnaireIn(file: YamlFile): Parsed<Questionnaire> {
  const { problems, questionnaire } = checkQuestionnaire(file);
  if (questionnaire === null || problems.length > 0) {
    const told = eachOnce(problems);
    const meant = questionnaire === null ? questionnaireAsMeant(file, told.length) : null;
    return { ok: false, problems: inReadingOrder(meant?.problems ?? told) };
  }
  const wrongCases = checkCaseAnswers(file, questionnaire);
  return wrongCases.length > 0
    ? { ok: false, problems: inReadingOrder(wrongCases) }
    : { ok: true, value: questionnaire, warnings: [] };
}

/**
 * A questionnaire that has misspelt keys, read as it was probably meant: the slips, and what else is wrong.
 *
 * @param most how many problems it has as it is written
 * @returns null where nothing is misspelt, or more would be wrong than before
 */
export function questionnaireAsMeant(
  written: YamlFile,
  most: number,
): { readonly file: YamlFile; readonly problems: readonly Problem[] } | null {
  const { file, slips } = asMeant(QuestionnaireFormat, written);
  if (slips.length === 0) return null;
  const rest = questionnaireIn(file);
  const problems = inReadingOrder(eachOnce([...slips, ...(rest.ok ? [] : rest.problems)]));
  return problems.length <= most ? { file, problems } : null;
}

/** Every problem of a questionnaire but those of its cases; and the questionnaire itself where its shape allows one. */
export function checkQuestionnaire(file: YamlFile): {
  readonly problems: readonly Problem[];
  readonly questionnaire: Questionnaire | null;
} {
  const shape = checkShape(QuestionnaireFormat, file);
  const names = outline(file.data);
  const found = [
    ...checkCounts(file, names),
    ...(shape.ok ? [] : shape.problems),
    ...checkIds(file, names),
    ...checkReferences(file, names),
    ...checkPrerequisites(file, names),
    ...checkTargets(file, names),
    ...checkNumbers(file, names),
    ...checkTexts(file, names),
    ...checkWorksheets(file, names),
    ...checkConditions(file, names),
    ...checkMigrations(file, names),
  ];
  const problems = whereTakenAway(found, file);
  if (!shape.ok) return { problems, questionnaire: null };
  // Cases test the rules and are none, migrations lead to them: a new one makes no new edition.
  const { cases: _cases, migrations: _migrations, ...rules } = record(file.data);
  return { problems, questionnaire: toQuestionnaire(shape.value, digestOf(rules)) };
}

// What a file below asks for in vain was there, and an extension took it away: there it is to be mended, once.
function whereTakenAway(problems: readonly Problem[], file: YamlFile): readonly Problem[] {
  const rest: Problem[] = [];
  const missed = new Map<string, { readonly at: Place; readonly id: string; lines: Set<number> }>();
  for (const one of problems) {
    const id = namedIn(one);
    const at = id === null ? undefined : file.removed?.get(id);
    if (id === null || at === undefined || one.at.file === at.file) {
      rest.push(one);
      continue;
    }
    const key = `${one.at.file} ${id}`;
    const lines = missed.get(key)?.lines ?? new Set();
    missed.set(key, { at, id, lines: lines.add(one.at.line) });
  }
  const told = [...missed].map(([key, { at, id, lines }]) =>
    problem('removed-but-used', at, {
      id,
      file: key.slice(0, -id.length - 1),
      lines: [...lines].sort((a, b) => a - b),
    }),
  );
  return [...rest, ...told];
}

function namedIn(one: Problem): string | null {
  switch (one.code) {
    case 'unknown-id':
      return one.facts.id;
    case 'unknown-address':
      return one.facts.address;
    case 'unknown-source':
      return one.facts.address.replace(/^\$note\./, '');
    default:
      return null;
  }
}
