import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { Standing } from '../questionnaire/compile-condition.ts';
import { absent, type OptionIndex, standingOf, unanswered } from '../questionnaire/standing.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import { spreadOf } from './spread.ts';

/** A sheet of answers as judging needs it: by position, as though everything were due. */
export type Sheet = {
  readonly profile: readonly Standing[];
  readonly questions: readonly Standing[];
  /** How far roles are apart, in points, by the position of the question; only where they are. */
  readonly spreads: ReadonlyMap<number, number>;
  /** What is asked at all; outside of it nothing is due. */
  readonly scope: { readonly quick: boolean; readonly role: string | null };
  /** Who answers: the role in question, else the respondent's. */
  readonly role: string | null;
};

/** Looks up where each answer belongs. */
export function sheetOf(engine: Engine, { profile, answers, scope, respondent }: Answers): Sheet {
  return {
    profile: profileOf(engine, profile),
    ...questionsOf(engine, answers),
    ...circumstances(scope, respondent),
  };
}

/** A sheet of answers that have their places already and were given by one person each. */
export function sheetOfStandings(
  { profile, questions }: Pick<Sheet, 'profile' | 'questions'>,
  { scope, respondent }: Pick<Answers, 'scope' | 'respondent'>,
): Sheet {
  return { profile, questions, spreads: noSpreads, ...circumstances(scope, respondent) };
}

function circumstances(
  scope: Answers['scope'],
  respondent: Answers['respondent'],
): Pick<Sheet, 'scope' | 'role'> {
  return {
    scope: { quick: scope?.quick ?? false, role: scope?.role ?? null },
    role: scope?.role ?? respondent?.role ?? null,
  };
}

const noSpreads: Sheet['spreads'] = new Map();

type Said = Readonly<Record<string, Answer>>;

// What was said is gone through, not what could have been: every sheet leaves out other questions.
function profileOf({ profileOptions, profilePositions }: Engine, said: Said): readonly Standing[] {
  const profile = new Array<Standing>(profileOptions.length).fill(unanswered);
  for (const id in said) {
    const position = profilePositions.get(id);
    if (position === undefined) continue;
    profile[position] = standingOf(said[id], profileOptions[position] as OptionIndex);
  }
  return profile;
}

function questionsOf(
  { questions: asked, positions }: Engine,
  said: Said,
): Pick<Sheet, 'questions' | 'spreads'> {
  const questions = new Array<Standing>(asked.length).fill(unanswered);
  let spreads: Map<number, number> | null = null;
  for (const id in said) {
    const position = positions.get(id);
    if (position === undefined) continue;
    const question = asked[position] as EngineQuestion;
    const answer = said[id] as Answer;
    questions[position] = inForce(answer, question);
    if (answer.sources === undefined) continue;
    const spread = spreadOf(question, answer);
    if (spread === 0) continue;
    spreads ??= new Map();
    spreads.set(position, spread);
  }
  return { questions, spreads: spreads ?? noSpreads };
}

// "Not applicable" where it is not allowed is no way out: the question stays unanswered.
function inForce(answer: Answer, question: EngineQuestion): Standing {
  if (answer.state === 'not-applicable') return question.mayBeNotApplicable ? absent : unanswered;
  return standingOf(answer, question.options);
}
