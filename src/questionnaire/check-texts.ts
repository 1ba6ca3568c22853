import { placeholdersOf } from '../shared/localised.ts';
import { nearest } from '../shared/nearest.ts';
import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { findByType } from '../shared/walk-schema.ts';
import { list, type Outline, record } from './outline.ts';
import { LevelOptionFormat } from './question-format.ts';
import { QuestionnaireFormat } from './questionnaire-format.ts';
import { WordingFormat } from './wording.ts';

/** Texts that lack a language, speak one that was not announced, or ask for a profile answer nobody gives. */
export function checkTexts(file: YamlFile, names: Outline): readonly Problem[] {
  // Where it does not say which languages it speaks, that alone is to be told.
  if (names.languages.length === 0) return [];
  const texts = findByType(QuestionnaireFormat, file.data, {
    wording: WordingFormat,
    level: LevelOptionFormat,
  });
  return texts.flatMap(({ value, path }) => [
    ...checkText(record(value), path, file, names),
    ...list(record(value).variants).flatMap((variant, index) =>
      checkText(record(record(variant).text), [...path, 'variants', index, 'text'], file, names),
    ),
  ]);
}

const notALanguage = ['variants', 'includesPrevious'];

function checkText(
  text: Readonly<Record<string, unknown>>,
  path: Path,
  file: YamlFile,
  names: Outline,
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
