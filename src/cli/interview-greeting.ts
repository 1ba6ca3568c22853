import { minutesLeft } from '../interview/pace.ts';
import type { Answers } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { teller } from '../questionnaire/teller.ts';
import { tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Call } from './call.ts';
import { write } from './io.ts';

// Wider lines are hard on the eye.
const comfortable = 90;

/**
 * A word before the first question: what happens, how long it takes, where the answers lie, who will see them.
 *
 * @param open how many questions there are to ask
 */
export async function greet(
  questionnaire: Questionnaire,
  answers: Answers,
  open: number,
  name: string,
  language: string,
  { io, words }: Call,
): Promise<void> {
  const tell = teller(questionnaire, answers.profile, language);
  const answered = Object.keys(answers.profile).length + Object.keys(answers.answers).length;
  const notes = questionnaire.notes
    .filter(({ at }) => at === 'start')
    .map(({ text }) => tell(text));
  const { respondent, scope } = answers;
  const role = questionnaire.roles.find(({ id }) => id === (respondent?.role ?? scope?.role));
  const intro = questionnaire.intro ? tell(questionnaire.intro) : '';
  const howLong = open === 0 ? [] : [words.interview.howLong(minutesLeft([], open))];
  const paragraphs = [
    words.interview.welcome(tell(questionnaire.title), intro),
    [...howLong, words.interview.howItGoes].join(' '),
    ...notes,
    ...(role === undefined ? [] : [words.interview.whoSees(tell(role.title), name)]),
    answered > 0 ? words.interview.resumed(answered) : words.interview.whereSaved(name),
  ];
  const width = Math.min(io.stderr.columns ?? 80, comfortable);
  await write(
    io.stderr,
    tameLog(`${paragraphs.map((text) => wrap(text, width).join('\n')).join('\n\n')}\n`),
  );
}
