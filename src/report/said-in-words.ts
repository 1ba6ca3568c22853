import type { Compared } from '../assessment/differences.ts';
import type { Voice } from '../assessment/spread.ts';
import { type Questionnaire, questionCalled } from '../questionnaire/questionnaire.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { numbersIn } from './numbers.ts';

/** Who said what about a question, side by side: "Management 3, Department 0". */
export function saidInWords(
  { id, voices }: Pick<Compared, 'id' | 'voices'>,
  questionnaire: Questionnaire,
  tell: Tell,
  language: string,
): string {
  const isLevel = questionCalled(questionnaire, id)?.kind === 'level';
  const said = voices.flatMap((voice) => {
    const answer = briefly(voice, id, questionnaire, tell, language);
    if (answer === null) return [];
    const who = speaker(voice, questionnaire, tell);
    return [isLevel ? `${who} ${answer}` : `${who}: ${answer}`];
  });
  return said.join(isLevel ? ', ' : '; ');
}

/** A role's title, and the name of who answered where it is kept. */
export function speaker({ source }: Voice, { roles }: Questionnaire, tell: Tell): string {
  const role = roles.find(({ id }) => id === source.role);
  const title = role ? tell(role.title) : source.role;
  return source.name === undefined ? title : `${title} (${source.name})`;
}

/** An answer in a word or two: the level as a number, an option by its label; null where nothing is known. */
export function briefly(
  { source: { answer } }: Voice,
  id: string,
  questionnaire: Questionnaire,
  tell: Tell,
  language: string,
): string | null {
  const question =
    questionCalled(questionnaire, id) ?? questionnaire.profile.find((one) => one.id === id);
  if (answer === undefined || !question) return null;
  switch (question.kind) {
    case 'level':
    case 'number':
      return numbersIn(language).exact(Number(answer));
    case 'choice':
    case 'several': {
      const labels = [answer].flat().map((option) => {
        const found = question.options.find((candidate) => candidate.id === option);
        return found ? tell(found.label) : String(option);
      });
      return labels.length > 0 ? labels.join(' + ') : '–';
    }
    case 'text':
      return String(answer);
    default:
      return question satisfies never;
  }
}
