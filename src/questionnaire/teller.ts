import { fillIn } from '../shared/localised.ts';
import { tame } from '../shared/tame.ts';
import type { Answer } from './answers.ts';
import { compileCondition } from './compile-condition.ts';
import type { Questionnaire } from './questionnaire.ts';
import { profileSituation } from './standing.ts';
import type { Wording } from './wording.ts';

/** Words a text of the questionnaire for one company, in one language. */
export type Tell = (wording: Wording) => string;

/**
 * Makes the teller for a profile: the first variant that holds is used, `{profile-id}` is filled in.
 *
 * @param language one of the questionnaire's; any other falls back to its first
 */
export function teller(
  questionnaire: Questionnaire,
  profile: Readonly<Record<string, Answer>>,
  language: string,
): Tell {
  const situation = profileSituation(questionnaire, profile);
  const source = questionnaire.languages[0] ?? language;
  const spoken = questionnaire.languages.includes(language) ? language : source;
  const values = placeholderValues(questionnaire, profile, spoken);
  return (wording) => {
    const variant = wording.variants?.find(
      ({ when }) => compileCondition(when, questionnaire)(situation) === 'true',
    );
    const text = variant?.text ?? wording;
    return tame(fillIn(text[spoken] ?? text[source] ?? '', values));
  };
}

function placeholderValues(
  questionnaire: Questionnaire,
  profile: Readonly<Record<string, Answer>>,
  language: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questionnaire.profile.map((question) => {
      const answer = profile[question.id];
      if (answer?.state !== 'answered') return [question.id, '…'];
      const chosen = [answer.answer].flat().map(String);
      if (!('options' in question)) return [question.id, tame(chosen.join(', '))];
      const labels = chosen.map(
        (id) => question.options.find((option) => option.id === id)?.label[language] ?? id,
      );
      return [question.id, labels.join(', ')];
    }),
  );
}
