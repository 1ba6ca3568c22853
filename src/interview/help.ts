import type { Answers } from '../questionnaire/answers.ts';
import { compileCondition } from '../questionnaire/compile-condition.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { profileSituation } from '../questionnaire/standing.ts';
import type { Tell } from '../questionnaire/teller.ts';
import type { InterviewWords } from './interview-words.ts';
import type { Turn } from './turns.ts';

/** Why something is asked, an example for this company, and what would prove the answer: what there is of them. */
export function helpFor(
  turn: Turn,
  questionnaire: Questionnaire,
  { profile }: Answers,
  tell: Tell,
  words: InterviewWords,
): readonly string[] {
  if (turn.kind === 'name') return [];
  const { question } = turn;
  const { why, example, proof } = words.help;
  return [
    ...(question.help ? [why(tell(question.help))] : []),
    ...examplesFor(question, questionnaire, profile).map((text) => example(tell(text))),
    ...('evidence' in question && question.evidence ? [proof(tell(question.evidence))] : []),
  ];
}

type Examples = NonNullable<Question['examples']>;

// The first that is meant for such a company; else those that are meant for any.
function examplesFor(
  question: Question | ProfileQuestion,
  questionnaire: Questionnaire,
  profile: Answers['profile'],
): readonly Examples[number]['text'][] {
  const examples: Examples = ('examples' in question ? question.examples : undefined) ?? [];
  const situation = profileSituation(questionnaire, profile);
  const fitting = examples.find(
    ({ when }) => when && compileCondition(when, questionnaire)(situation) === 'true',
  );
  return (fitting ? [fitting] : examples.filter(({ when }) => !when)).map(({ text }) => text);
}
