import { type Acceptors, type Long, profileAcceptors, questionAcceptors } from './accept-entry.ts';
import { fileCheck, type Step, stepsCheck } from './accept-file.ts';
import { type Fields, isMap } from './accept-shape.ts';
import { type Entry, toAnswer } from './answer-entry.ts';
import type { Answer, Answers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';

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
  const profile = profileAcceptors(questionnaire);
  const answers = questionAcceptors(questionnaire);
  const required = questionnaire.profile.filter((question) => question.required);
  const isFile = fileCheck(questionnaire);
  const areSteps = stepsCheck(questionnaire);

  return (data) => {
    if (!isFile(data)) return null;
    const profileGiven = accepted(data.profile, profile);
    if (!profileGiven || required.some(({ id }) => profileGiven[id] === undefined)) return null;
    const answersGiven = accepted(data.answers, answers);
    if (!answersGiven || !areSteps(data.steps)) return null;
    const { questionnaire, subject, scope, respondent, language, started, updated } = data;
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
      steps: stepsIn(data.steps ?? {}),
    };
  };
}

// An empty section says nothing, and neither does an empty entry.
function accepted(
  entries: Fields | null | undefined,
  acceptors: Acceptors,
): Record<string, Answer> | null {
  const taken: Record<string, Answer> = {};
  if (entries == null) return taken;
  for (const id of Object.keys(entries)) {
    const acceptor = acceptors.get(id);
    if (!acceptor) return null;
    const entry = entries[id];
    if (entry === null) continue;
    if (!acceptor.accepts(entry)) return null;
    taken[id] = toAnswer(ordered(entry), acceptor.question.kind === 'text');
  }
  return taken;
}

function ordered(entry: unknown): Entry {
  if (!isMap(entry)) return entry as Entry;
  return inOrder<Long>(entry, ['answer', 'state', 'reason', 'note', 'evidence', 'at']) as Entry;
}

function stepsIn(entries: Fields): Record<string, Step> {
  const taken: Record<string, Step> = {};
  for (const [id, entry] of Object.entries(entries)) {
    if (entry !== null) taken[id] = inOrder(entry as Step, ['status', 'who', 'due', 'note']);
  }
  return taken;
}

// The keys that say something, in the order of the format and not of the file.
function inOrder<Shape extends object>(shape: Shape, order: readonly (keyof Shape)[]): Shape {
  const ordered: Partial<Shape> = {};
  for (const key of order) if (shape[key] != null) ordered[key] = shape[key];
  return ordered as Shape;
}
