import { LanguageCode } from '../shared/language-code.ts';
import { placeholdersOf } from '../shared/localised.ts';
import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { findByType } from '../shared/walk-schema.ts';
import { isPlainMap } from '../shared/yaml-text.ts';
import { list, type Outline, record } from './outline.ts';
import { LevelOptionFormat } from './question-format.ts';
import { QuestionnaireFormat } from './questionnaire-format.ts';
import { WordingFormat } from './wording.ts';
import { FieldFormat } from './worksheet-format.ts';

/** Texts that lack a language, speak one that was not announced, or ask for a profile answer nobody gives. */
export function checkTexts(file: YamlFile, names: Outline): readonly Problem[] {
  // Where it does not say which languages it speaks, or not by their codes, that alone is to be told.
  const isCode = (language: string) => LanguageCode.safeParse(language).success;
  if (names.languages.length === 0 || !names.languages.every(isCode)) return [];
  const texts = findByType(QuestionnaireFormat, file.data, {
    wording: WordingFormat,
    level: LevelOptionFormat,
    field: FieldFormat,
  });
  return texts
    .flatMap((found) => (found.name === 'field' ? [found, ...textsBeside(found)] : [found]))
    .flatMap(({ name, value, path }) => [
      ...checkText(record(value), path, file, names, name === 'field' ? ofFields : ofTexts),
      ...list(record(value).variants).flatMap((variant, index) => {
        const inVariant = [...path, 'variants', index, 'text'];
        return checkText(record(record(variant).text), inVariant, file, names, ofTexts);
      }),
    ]);
}

type Found = {
  readonly name: 'wording' | 'level' | 'field';
  readonly value: unknown;
  readonly path: Path;
};

// A field of a worksheet is a text that has others beside it.
function textsBeside({ value, path }: Found): readonly Found[] {
  const { hint, cells } = record(value);
  const beside = (text: unknown, ...way: Path): readonly Found[] =>
    isPlainMap(text) ? [{ name: 'wording', value: text, path: [...path, ...way] }] : [];
  return [
    ...beside(hint, 'hint'),
    ...list(cells).flatMap((cell, index) => beside(cell, 'cells', index)),
  ];
}

// What stands beside the languages.
const ofTexts = ['variants', 'includesPrevious'];
const ofFields = ['variants', 'from', 'hint', 'lines', 'cells'];

function checkText(
  text: Readonly<Record<string, unknown>>,
  path: Path,
  file: YamlFile,
  names: Outline,
  notALanguage: readonly string[],
): readonly Problem[] {
  const profileIds = names.profile.map((question) => question.id);
  const missing = names.languages
    .filter((language) => !Object.hasOwn(text, language))
    .map((language) => problem('missing-language', file.at(path), { language }));
  const rest = Object.entries(text)
    .filter(([key]) => !notALanguage.includes(key))
    .flatMap(([language, words]): Problem[] => {
      if (typeof words !== 'string') return [];
      if (!names.languages.includes(language)) {
        // One that the title speaks is meant everywhere: only `languages` lacks it, which is told once, with the title.
        if (path[0] !== 'title' && isInTitle(language, file)) return [];
        const at = file.keyAt([...path, language]);
        // What is inherited may speak languages that this one leaves out.
        if (at.file !== file.at([]).file) return [];
        return [problem('unknown-language', at, { language, languages: names.languages })];
      }
      return placeholdersOf(words)
        .filter((placeholder) => !profileIds.includes(placeholder))
        .map((placeholder) =>
          problem('unknown-placeholder', file.at([...path, language]), {
            placeholder,
            nearest: nearest(placeholder, profileIds),
          }),
        );
    });
  return [...missing, ...rest];
}

function isInTitle(language: string, file: YamlFile): boolean {
  const { title } = record(file.data);
  return Object.hasOwn(record(title), language) && file.at(['title']).file === file.at([]).file;
}
