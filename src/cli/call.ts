import type { Io } from './io.ts';
import type { TalkLanguage } from './talk-language.ts';
import { languages, type Words, wordsIn } from './words/words.ts';

/** What a command is run with; each loads its own module only when it is called. */
export type Call = {
  readonly io: Io;
  readonly words: Words;
  readonly language: string;
  /** The same call in the language of a file, unless somebody chose another. */
  readonly inLanguageOf: (file: string | null | undefined) => Promise<Call>;
};

/** The call in the language of the talk. */
export async function callIn({ language, isChosen }: TalkLanguage, io: Io): Promise<Call> {
  return {
    io,
    words: await wordsIn(language),
    language,
    inLanguageOf: (file) => {
      const speaks = !isChosen && file != null && languages.includes(file);
      return callIn({ language: speaks ? file : language, isChosen }, io);
    },
  };
}
