import { type Comparing, comparisonsOf, formatAddress } from '../questionnaire/condition.ts';
import { LevelOptionFormat } from '../questionnaire/question-format.ts';
import { QuestionnaireFormat } from '../questionnaire/questionnaire-format.ts';
import { WordingFormat } from '../questionnaire/wording.ts';
import { FieldFormat } from '../questionnaire/worksheet-format.ts';
import { placeholdersOf } from '../shared/localised.ts';
import type { Problem } from '../shared/problem.ts';
import { findByType } from '../shared/walk-schema.ts';
import { finding } from './finding.ts';
import { type Check, questionPath, type Subject } from './subject.ts';

/** What is defined and read by nothing: roles, scales, worksheets, options of several that no rule asks for. */
export const findUnused: Check = (subject) => {
  const { questionnaire, engine, file } = subject;
  const advice = engine.questions.flatMap((question) => question.advice ?? []);
  // A question that names no roles is one for each of them.
  const all = questionnaire.roles.map(({ id }) => id);
  const roles = new Set([
    ...engine.questions.flatMap((question) => question.roles ?? all),
    ...advice.map(({ owner }) => owner),
    ...rolesAskedFor(subject),
  ]);
  const scales = new Set(questionnaire.hurdles.map(({ scale }) => scale));
  const worksheets = new Set(advice.map(({ worksheet }) => worksheet));
  return [
    ...questionnaire.roles.flatMap(({ id }, index) =>
      roles.has(id)
        ? []
        : [finding('unused', file.at(['roles', index, 'id']), { what: 'role', id })],
    ),
    ...Object.keys(questionnaire.scales).flatMap((id) =>
      scales.has(id) ? [] : [finding('unused', file.keyAt(['scales', id]), { what: 'scale', id })],
    ),
    ...questionnaire.worksheets.flatMap(({ id }, index) =>
      worksheets.has(id)
        ? []
        : [finding('unused', file.at(['worksheets', index, 'id']), { what: 'worksheet', id })],
    ),
    ...idleOptions(subject),
  ];
};

// Of a choice the others may all mean "else"; of several, each is ticked for a reason.
function idleOptions(subject: Subject): readonly Problem[] {
  const { questionnaire, names, file } = subject;
  const asked = comparisonsIn(subject);
  const told = toldIn(subject);
  const isAsked = (id: string, option: string) =>
    asked.some(({ address, value }) => formatAddress(address) === id && value === option);
  const profile = questionnaire.profile.flatMap((question, index) => {
    if (question.kind !== 'several' || told.has(question.id)) return [];
    const path = names.profile[index]?.path ?? [];
    return question.options.flatMap((option, place) =>
      option.exclusive || isAsked(question.id, option.id)
        ? []
        : [
            finding('idle-option', file.at([...path, 'options', place, 'id']), {
              of: question.id,
              option: option.id,
            }),
          ],
    );
  });
  const questions = questionnaire.questions.flatMap(({ question }, position) => {
    if (question.kind !== 'several') return [];
    const path = questionPath(subject, position);
    return question.options.flatMap((option, place) =>
      option.exclusive || option.points !== 0 || isAsked(question.id, option.id)
        ? []
        : [
            finding('idle-option', file.at([...path, 'options', place, 'id']), {
              of: question.id,
              option: option.id,
            }),
          ],
    );
  });
  return [...profile, ...questions];
}

function rolesAskedFor(subject: Subject): readonly string[] {
  return comparisonsIn(subject).flatMap(({ address, value }) =>
    address.kind === 'result' && address.name === 'role' ? [value].flat().map(String) : [],
  );
}

function comparisonsIn({ conditions }: Subject): readonly Comparing[] {
  return conditions.flatMap(({ condition }) => comparisonsOf(condition));
}

function toldIn({ questionnaire, file }: Subject): ReadonlySet<string> {
  const texts = findByType(QuestionnaireFormat, file.data, {
    wording: WordingFormat,
    level: LevelOptionFormat,
    field: FieldFormat,
  });
  // What stands on a sheet is told, too.
  const onSheets = questionnaire.worksheets
    .flatMap(({ from = [], fields }) => [...from, ...fields.flatMap((field) => field.from)])
    .flatMap((source) => (source.kind === 'asked' ? [source.id] : []));
  return new Set([
    ...onSheets,
    ...texts.flatMap(({ value }) => placeholdersOf(JSON.stringify(value))),
  ]);
}
