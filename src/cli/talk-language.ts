import { Failure } from './failure.ts';
import { languages } from './words/words.ts';

/** The language of the talk, and whether anybody chose it. */
export type TalkLanguage = { readonly language: string; readonly isChosen: boolean };

/**
 * The language the program talks: `--lang`, else what the environment says (LC_ALL, LC_MESSAGES, LANG), else German.
 *
 * @throws Failure when `--lang` names a language there is no catalogue for
 */
export function talkLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): TalkLanguage {
  const asked = askedFor(argv);
  if (asked !== null) {
    if (languages.includes(asked)) return { language: asked, isChosen: true };
    throw new Failure('unknown-language', { language: asked, known: languages.join(', ') });
  }
  const said = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2).toLowerCase();
  return languages.includes(said)
    ? { language: said, isChosen: true }
    : { language: 'de', isChosen: false };
}

function askedFor(argv: readonly string[]): string | null {
  const joined = argv.find((option) => option.startsWith('--lang='));
  if (joined !== undefined) return joined.slice('--lang='.length);
  const at = argv.indexOf('--lang');
  return at >= 0 ? (argv[at + 1] ?? null) : null;
}
