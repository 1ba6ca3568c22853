import { unruly } from '../shared/tame.ts';
import type { CommonOptions } from './load.ts';

/** A word as a shell takes it literally. */
export function quoted(word: string): string {
  // Whatever begins with a dash would be taken for an option.
  const safe = /^-./.test(word) ? `./${word}` : word;
  if (/^[\w./-]+$/.test(safe)) return safe;
  return unseen.test(safe) ? escaped(safe) : `'${safe.replaceAll("'", "'\\''")}'`;
}

const unseen = new RegExp(`${unruly.source}|\n`, 'u');

// Between $' and ' a shell reads escapes: a name with a line break or worse can be shown, and pasted.
function escaped(word: string): string {
  const signs = [...word].map((sign) => {
    if (sign === "'" || sign === '\\') return `\\${sign}`;
    if (sign === '\n') return '\\n';
    if (!unseen.test(sign)) return sign;
    return [...Buffer.from(sign)]
      .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
      .join('');
  });
  return `$'${signs.join('')}'`;
}

/**
 * A loop in a shell that runs a command for each of some files, named one by one or by patterns.
 *
 * @param rest what stands behind the file, as a shell takes it
 */
export function loopOver(
  files: readonly string[],
  command: string,
  rest: readonly string[] = [],
): string {
  const shown =
    files.length > 4 ? [...files.slice(0, 3).map(asPattern), '…'] : files.map(asPattern);
  const call = [command, '"$file"', ...rest].join(' ');
  return `for file in ${shown.join(' ')}; do ${call}; done`;
}

/** A pattern as a shell expands it: wildcards keep their meaning, any other sign is only a letter. */
export function asPattern(word: string): string {
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
