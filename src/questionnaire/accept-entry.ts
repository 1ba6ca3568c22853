import { hasOnly, isMap, isText, isTimestamp } from './accept-shape.ts';
import { type Evidence, evidenceKinds } from './evidence.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import { isWithin } from './number-range.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Whether an entry of a section says something that its question takes; empty ones say nothing and are no concern of it. */
export type AcceptEntry = (entry: unknown) => boolean;

/** What each question of a section takes, by its id. */
export type Acceptors = ReadonlyMap<string, Acceptor>;

export type Acceptor = {
  readonly position: number;
  readonly question: ProfileQuestion | Question;
  readonly accepts: AcceptEntry;
};

/** What the profile questions take. */
export function profileAcceptors({ profile }: Questionnaire): Acceptors {
  return acceptorsOf(profile, (question) => entryCheck(question, !question.required, false));
}

/** What the questions take. */
export function questionAcceptors(questionnaire: Questionnaire): Acceptors {
  const questions = questionnaire.questions.map(({ question }) => question);
  return acceptorsOf(questions, (question) =>
    entryCheck(question, true, notApplicableRefusal(question, questionnaire) === null),
  );
}

function acceptorsOf<Asked extends ProfileQuestion | Question>(
  questions: readonly Asked[],
  check: (question: Asked) => AcceptEntry,
): Acceptors {
  return new Map(
    questions.map((question, position) => [
      question.id,
      { position, question, accepts: check(question) },
    ]),
  );
}

function entryCheck(
  question: Question | ProfileQuestion,
  mayBeUnknown: boolean,
  mayBeNotApplicable: boolean,
): AcceptEntry {
  const isTextual = question.kind === 'text';
  const isValue = valueCheck(question);
  const isState = (state: unknown) =>
    (state === 'unknown' && mayBeUnknown) || (state === 'not-applicable' && mayBeNotApplicable);
  return (entry) => {
    if (isMap(entry)) {
      if (!isLong(entry)) return false;
      const { answer, state } = entry;
      if ((answer === undefined) === (state === undefined)) return false;
      return answer === undefined ? isState(state) : isValue(answer);
    }
    return isValue(entry) || (!isTextual && isState(entry));
  };
}

/** The long form of an entry, once it is accepted. */
export type Long = {
  readonly answer?: string | number | string[];
  readonly state?: 'unknown' | 'not-applicable';
  readonly reason?: string;
  readonly note?: string;
  readonly evidence?: Evidence;
  readonly at?: string;
};

const isLong = hasOnly<Long>({
  answer: () => true,
  state: () => true,
  reason: isText,
  note: isText,
  evidence: (value) => evidenceKinds.some((kind) => kind === value),
  at: isTimestamp,
});

function valueCheck(question: Question | ProfileQuestion): AcceptEntry {
  switch (question.kind) {
    case 'level': {
      const { length } = question.options;
      return (value) =>
        typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length;
    }
    case 'choice': {
      const options = new Set<unknown>(question.options.map(({ id }) => id));
      return (value) => options.has(value);
    }
    case 'several': {
      const options = new Set<unknown>(question.options.map(({ id }) => id));
      const alone = question.options.filter(({ exclusive }) => exclusive).map(({ id }) => id);
      return (value) =>
        Array.isArray(value) &&
        value.every((id, index) => options.has(id) && value.indexOf(id) === index) &&
        (value.length < 2 || !alone.some((id) => value.includes(id)));
    }
    case 'number':
      return (value) =>
        typeof value === 'number' && Number.isFinite(value) && isWithin(value, question);
    case 'text':
      return isText;
    default:
      return question satisfies never;
  }
}
