import {
  type Fields,
  hasOnly,
  isDay,
  isLanguage,
  isMapOrEmpty,
  isMoment,
  isText,
  isTextOrEmpty,
} from './accept-shape.ts';
import type { Answers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type StepStatus, stepStatuses } from './step-status.ts';

/** A file of answers in which all is right but for its entries, which are still to be looked at. */
export type FileGiven = Omit<Answers, 'profile' | 'answers' | 'steps'> & {
  readonly profile?: Fields | null;
  readonly answers?: Fields | null;
  readonly steps?: Fields | null;
};

/** Makes a check for what stands in a file of answers to a questionnaire beside the entries. */
export function fileCheck(questionnaire: Questionnaire): (data: unknown) => data is FileGiven {
  const roles = new Set(questionnaire.roles.map(({ id }) => id));
  const isRole = (value: unknown) => typeof value === 'string' && roles.has(value);
  const isEdition = hasOnly<Answers['questionnaire']>({
    id: (value) => value === questionnaire.id,
    version: (value) => value === questionnaire.version,
    digest: (value) => value === questionnaire.digest,
  });
  const isScope = hasOnly<NonNullable<Answers['scope']>>({
    quick: (value) => typeof value === 'boolean',
    role: isRole,
  });
  const isRespondent = hasOnly<NonNullable<Answers['respondent']>>({ role: isRole, name: isText });
  const isFile = hasOnly<Record<Exclude<keyof Answers, 'carriedOver'>, unknown>>({
    format: (value) => value === 'answers/1',
    questionnaire: isEdition,
    subject: isSubject,
    scope: isScope,
    respondent: isRespondent,
    language: isLanguage,
    started: isMoment,
    updated: isMoment,
    profile: isMapOrEmpty,
    answers: isMapOrEmpty,
    steps: isMapOrEmpty,
  });
  return (data): data is FileGiven => {
    if (!isFile(data) || data.format === undefined || data.questionnaire === undefined) {
      return false;
    }
    return (data as FileGiven).questionnaire.id !== undefined;
  };
}

const isSubject = hasOnly<NonNullable<Answers['subject']>>({
  name: isTextOrEmpty,
  use: isTextOrEmpty,
});

/** What was said about the state of a recommendation. */
export type Step = {
  readonly status: StepStatus;
  readonly who?: string;
  readonly due?: string;
  readonly note?: string;
};

const isStepShape = hasOnly<Step>({
  status: (value) => stepStatuses.some((status) => status === value),
  who: isText,
  due: isDay,
  note: isText,
});

/** Makes a check for the section on steps: each about a question that recommends something, or empty. */
export function stepsCheck(
  questionnaire: Questionnaire,
): (steps: Fields | null | undefined) => boolean {
  const advised = new Set(
    questionnaire.questions.flatMap(({ question }) =>
      question.kind !== 'text' && question.recommendation ? [question.id] : [],
    ),
  );
  return (steps) => {
    if (steps == null) return true;
    return Object.keys(steps).every((id) => {
      const step = steps[id];
      if (!advised.has(id)) return false;
      return step === null || (isStepShape(step) && step.status !== undefined);
    });
  };
}
