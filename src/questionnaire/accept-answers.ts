import { toAnswer } from './answer-entry.ts';
import type { Answer, Answers, AnswerValue } from './answers.ts';
import { type Evidence, evidenceKinds } from './evidence.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import { isWithin } from './number-range.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type StepStatus, stepStatuses } from './step-status.ts';

/**
 * Takes answers that are plainly right, without a word about those that are not.
 *
 * What it takes is what `answersIn` reads from the same data, key for key; a test holds the two together. It looks at
 * all that is there, but knows only the ways that files usually go: whatever else there is (another edition, what several
 * roles said, keys of one's own, a mistake) is left to `answersIn`, which tells the problems. So whoever reads many
 * answers, or wants the first one at once, reads nothing twice and loads no schema.
 *
 * @param data what a YAML or JSON reader made of the text; that reader answers for keys that were given twice
 * @returns the answers with every required one among them, or null for "read it properly"
 */
export type AcceptAnswers = (data: unknown) => Answers | null;

/** Makes a questionnaire ready to take answers; do it once for as many as you like. */
export function acceptingAnswers(questionnaire: Questionnaire): AcceptAnswers {
  const roles = new Set(questionnaire.roles.map(({ id }) => id));
  const isRole = (value: unknown) => typeof value === 'string' && roles.has(value);
  const profile = new Map(
    questionnaire.profile.map((question) => [question.id, profileAcceptor(question)]),
  );
  const answers = new Map(
    questionnaire.questions.map(({ question }) => [
      question.id,
      acceptor(question, true, notApplicableRefusal(question, questionnaire) === null),
    ]),
  );
  const advised = new Set(
    questionnaire.questions.flatMap(({ question }) =>
      question.kind !== 'text' && question.recommendation ? [question.id] : [],
    ),
  );
  const required = questionnaire.profile.filter((question) => question.required);

  const isEdition = keys<Answers['questionnaire']>({
    id: (value) => value === questionnaire.id,
    version: (value) => value === questionnaire.version,
    digest: (value) => value === questionnaire.digest,
  });
  const isScope = keys<NonNullable<Answers['scope']>>({
    quick: (value) => typeof value === 'boolean',
    role: isRole,
  });
  const isRespondent = keys<NonNullable<Answers['respondent']>>({ role: isRole, name: isText });
  const isSheet = keys<Record<Exclude<keyof Answers, 'carriedOver'>, unknown>>({
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

  return (data) => {
    if (!isSheet(data) || data.format === undefined || data.questionnaire === undefined)
      return null;
    const given = data as Sheet;
    if (given.questionnaire.id === undefined) return null;
    const profileGiven = accepted(given.profile, profile);
    if (!profileGiven || required.some(({ id }) => profileGiven[id] === undefined)) return null;
    const answersGiven = accepted(given.answers, answers);
    if (!answersGiven) return null;
    const steps = acceptedSteps(given.steps, advised);
    if (!steps) return null;
    const { questionnaire, subject, scope, respondent, language, started, updated } = given;
    return {
      format: 'answers/1',
      questionnaire: inOrder(questionnaire, ['id', 'version', 'digest']),
      ...(subject === undefined ? {} : { subject: inOrder(subject, ['name', 'use']) }),
      ...(scope === undefined ? {} : { scope: inOrder(scope, ['quick', 'role']) }),
      ...(respondent === undefined ? {} : { respondent: inOrder(respondent, ['role', 'name']) }),
      ...(language === undefined ? {} : { language }),
      ...(started === undefined ? {} : { started }),
      ...(updated === undefined ? {} : { updated }),
      profile: profileGiven,
      answers: answersGiven,
      steps,
    };
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Sheet = Omit<Answers, 'profile' | 'answers' | 'steps'> & {
  readonly profile?: Fields | null;
  readonly answers?: Fields | null;
  readonly steps?: Fields | null;
};
type Check = (value: unknown) => boolean;
/** One entry of a section read, or null for doubt. */
type Accept = (entry: unknown) => Answer | null;

// A map that has no other keys than these, each of which fits.
function keys<Shape>(
  checks: {
    readonly [Key in keyof Shape]-?: Check;
  },
): (value: unknown) => value is Shape;
function keys(checks: Readonly<Record<string, Check>>) {
  const known = new Map(Object.entries(checks));
  return (value: unknown): value is Fields => {
    if (!isMap(value)) return false;
    for (const key of Object.keys(value)) if (known.get(key)?.(value[key]) !== true) return false;
    return true;
  };
}

// An empty section says nothing, and neither does an empty entry.
function accepted(
  entries: Fields | null | undefined,
  acceptors: ReadonlyMap<string, Accept>,
): Record<string, Answer> | null {
  const taken: Record<string, Answer> = {};
  if (entries == null) return taken;
  for (const id of Object.keys(entries)) {
    const accept = acceptors.get(id);
    if (!accept) return null;
    const entry = entries[id];
    if (entry === null) continue;
    const answer = accept(entry);
    if (!answer) return null;
    taken[id] = answer;
  }
  return taken;
}

function profileAcceptor(question: ProfileQuestion): Accept {
  return acceptor(question, !question.required, false);
}

function acceptor(
  question: Question | ProfileQuestion,
  mayBeUnknown: boolean,
  mayBeNotApplicable: boolean,
): Accept {
  const isTextual = question.kind === 'text';
  const isValue = valueCheck(question);
  const isState = (state: unknown) =>
    (state === 'unknown' && mayBeUnknown) || (state === 'not-applicable' && mayBeNotApplicable);
  return (entry) => {
    if (isMap(entry)) {
      if (!isLong(entry)) return null;
      const { answer, state } = entry;
      if ((answer === undefined) === (state === undefined)) return null;
      if (answer === undefined ? !isState(state) : !isValue(answer)) return null;
      return toAnswer(
        inOrder(entry, ['answer', 'state', 'reason', 'note', 'evidence', 'at']),
        isTextual,
      );
    }
    const fits = isValue(entry) || (!isTextual && isState(entry));
    return fits ? toAnswer(entry as AnswerValue & string, isTextual) : null;
  };
}

type Long = {
  readonly answer?: string | number | string[];
  readonly state?: 'unknown' | 'not-applicable';
  readonly reason?: string;
  readonly note?: string;
  readonly evidence?: Evidence;
  readonly at?: string;
};

const isLong = keys<Long>({
  answer: () => true,
  state: () => true,
  reason: isText,
  note: isText,
  evidence: (value) => evidenceKinds.some((kind) => kind === value),
  at: isTimestamp,
});

function valueCheck(question: Question | ProfileQuestion): Check {
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

type Step = {
  readonly status: StepStatus;
  readonly who?: string;
  readonly due?: string;
  readonly note?: string;
};

const isStep = keys<Step>({
  status: (value) => stepStatuses.some((status) => status === value),
  who: isText,
  due: isDay,
  note: isText,
});

function acceptedSteps(
  entries: Fields | null | undefined,
  advised: ReadonlySet<string>,
): Record<string, Step> | null {
  const taken: Record<string, Step> = {};
  for (const [id, entry] of Object.entries(entries ?? {})) {
    if (!advised.has(id)) return null;
    if (entry === null) continue;
    if (!isStep(entry) || entry.status === undefined) return null;
    taken[id] = inOrder(entry, ['status', 'who', 'due', 'note']);
  }
  return taken;
}

const isSubject = keys<NonNullable<Answers['subject']>>({
  name: isTextOrEmpty,
  use: isTextOrEmpty,
});

function isMap(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isMapOrEmpty(value: unknown): boolean {
  return value === null || isMap(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrEmpty(value: unknown): boolean {
  return value === null || isText(value);
}

function isLanguage(value: unknown): boolean {
  return isText(value) && /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value);
}

function isMoment(value: unknown): boolean {
  return isDay(value) || isTimestamp(value);
}

// The 29th of February needs to know the year: that is left to whoever knows it.
const day =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const dayForm = new RegExp(`^${day}$`);
const timestampForm = new RegExp(
  `^${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`,
);

function isDay(value: unknown): boolean {
  return isText(value) && dayForm.test(value);
}

function isTimestamp(value: unknown): boolean {
  return isText(value) && timestampForm.test(value);
}

// The keys that say something, in the order of the format and not of the file.
function inOrder<Shape extends object>(shape: Shape, order: readonly (keyof Shape)[]): Shape {
  const ordered: Partial<Shape> = {};
  for (const key of order) if (shape[key] != null) ordered[key] = shape[key];
  return ordered as Shape;
}
