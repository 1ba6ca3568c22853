import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Tell } from '../questionnaire/teller.ts';
import type { View } from './view-type.ts';

/** Which edition of which questionnaire a view is about, and whose it is. */
export function editionView(questionnaire: Questionnaire, tell: Tell): View['questionnaire'] {
  return {
    id: questionnaire.id,
    version: questionnaire.version,
    title: tell(questionnaire.title),
    licence: questionnaire.licence ?? null,
    authors: questionnaire.authors,
  };
}

/** What is assessed bears the name that the questionnaire asks for it by; null where it does not ask. */
export function titleOfUse({ profile }: Questionnaire, tell: Tell): string | null {
  const naming = profile.find(({ names }) => names === 'use');
  return naming?.title ? tell(naming.title) : null;
}
