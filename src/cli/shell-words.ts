import type { CommonOptions } from './load.ts';

/** A word as a shell takes it literally. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The options that lead another command the same way to the same questions. */
export function repeated({ questionnaire, config, lang }: CommonOptions): readonly string[] {
  return [
    ...(questionnaire === undefined ? [] : ['-q', quoted(questionnaire)]),
    ...(config ? [] : ['--no-config']),
    ...(lang === undefined ? [] : ['--lang', lang]),
  ];
}
