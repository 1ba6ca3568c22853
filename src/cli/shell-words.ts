import type { CommonOptions } from './load.ts';

/** A word as a shell takes it literally. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A loop in a shell that runs a command for each of some files, named one by one or by patterns. */
export function loopOver(files: readonly string[], command: string): string {
  const shown =
    files.length > 4 ? [...files.slice(0, 3).map(asPattern), '…'] : files.map(asPattern);
  return `for file in ${shown.join(' ')}; do ${command} "$file"; done`;
}

// Wildcards keep their meaning; what else a shell would take for a sign of its own is only a letter.
function asPattern(word: string): string {
  const plain = word.replace(/[^\p{L}\p{N}\p{M}\w./*?[\]{},:@%+=-]/gu, '\\$&');
  return plain.startsWith('-') ? `./${plain}` : plain;
}

/** The options that lead another command the same way to the same questions. */
export function repeated({ questionnaire, config, lang }: CommonOptions): readonly string[] {
  return [
    ...(questionnaire === undefined ? [] : ['-q', quoted(questionnaire)]),
    ...(config ? [] : ['--no-config']),
    ...(lang === undefined ? [] : ['--lang', lang]),
  ];
}
