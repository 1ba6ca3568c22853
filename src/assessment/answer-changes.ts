import { fromLong } from '../questionnaire/answers.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import type { Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { optionIndex } from '../questionnaire/standing.ts';
import { compareVersions } from '../questionnaire/version.ts';
import type { AssessedQuestion, Assessment } from './assessment-format.ts';
import { answeredEdition, questionsOf } from './comparability.ts';
import type { AnswerChange, StateChange } from './comparison-format.ts';
import { isSameAnswer } from './same-answer.ts';
import { pointsOfAnswer, scoringOf } from './scoring.ts';

/** What changed in the profile, in the order it is asked. */
export function profileChanges(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
): StateChange['profile'] {
  return questionnaire.profile.flatMap(({ id }) => {
    const said = [from.profile[id] ?? null, to.profile[id] ?? null] as const;
    return isSameAnswer(...said) ? [] : [{ id, said: [...said] }];
  });
}

/**
 * What changed in the answers, in the order they are asked: up or down by what they are worth, due or not, known or
 * not. What an older edition was not answered on and a newer one asks is newly asked: that is no change.
 *
 * @param outside questions that are left out
 */
export function answerChanges(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
  outside: ReadonlySet<string>,
): readonly AnswerChange[] {
  const before = new Map(questionsOf(from).map((question) => [question.id, question]));
  const after = new Map(questionsOf(to).map((question) => [question.id, question]));
  const isNewer = compareVersions(answeredEdition(from), answeredEdition(to)) < 0;
  const profile = profileChanges(from, to, questionnaire).map(({ id }) => id);
  return questionnaire.questions.flatMap(({ question, hurdle }): AnswerChange[] => {
    const { id } = question;
    const [one, other] = [before.get(id), after.get(id)];
    if (!one || !other || outside.has(id)) return [];
    const points = [pointsOf(question, one), pointsOf(question, other)] as const;
    const change = changeOf(one, other, points, isNewer);
    if (change === null) return [];
    const isDueNow = change === 'newly-due' || change === 'no-longer-due';
    const said = (now: AssessedQuestion) => ({
      state: now.state,
      ...(now.answer === undefined ? {} : { answer: now.answer }),
    });
    return [
      {
        id,
        hurdle,
        change,
        said: [said(one), said(other)],
        points: [...points],
        target: [one.target, other.target],
        because: isDueNow
          ? dueBecause(question, questionnaire, [one.notDue, other.notDue]).filter(
              (cause) => profile.includes(cause) || isChanged(before.get(cause), after.get(cause)),
            )
          : [],
      },
    ];
  });
}

/** Answers that stay as they were, beside which another note, reason or evidence stands. */
export function changedBeside(
  from: Assessment,
  to: Assessment,
  questionnaire: Questionnaire,
): readonly string[] {
  return [...questionnaire.profile, ...questionnaire.questions.map(({ question }) => question)]
    .map(({ id }) => id)
    .filter((id) => {
      const one = from.answers[id] ?? from.profile[id];
      const other = to.answers[id] ?? to.profile[id];
      return (
        one !== undefined &&
        other !== undefined &&
        isSameAnswer(one, other) &&
        (one.note !== other.note || one.reason !== other.reason || one.evidence !== other.evidence)
      );
    });
}

function pointsOf(question: Question, { id, answer }: AssessedQuestion): number | null {
  if (question.kind === 'text' || answer === undefined || id !== question.id) return null;
  return pointsOfAnswer(scoringOf(question), optionIndex(question), fromLong({ answer }));
}

function changeOf(
  from: AssessedQuestion,
  to: AssessedQuestion,
  points: readonly [number | null, number | null],
  isNewer: boolean,
): AnswerChange['change'] | null {
  if (from.state === 'not-due' || to.state === 'not-due') {
    if (from.state === to.state) return null;
    return from.state === 'not-due' ? 'newly-due' : 'no-longer-due';
  }
  if (isNewer && from.state === 'unanswered') return 'newly-asked';
  if (from.state === 'answered' && to.state === 'answered') {
    if (isSameAnswer(from, to)) return null;
    const [before, after] = points;
    if (before === null || after === null || before === after) return 'changed';
    return after > before ? 'up' : 'down';
  }
  if (from.state === to.state) return null;
  if (to.state === 'not-applicable') return 'not-applicable';
  if (from.state === 'not-applicable') return 'applies';
  if (to.state === 'answered') return 'now-known';
  return from.state === 'answered' ? 'now-unknown' : 'changed';
}

// What keeps a question from being due: its own condition, or what picks its target where one option has none.
function dueBecause(
  question: Question,
  { targets }: Questionnaire,
  reasons: readonly AssessedQuestion['notDue'][],
): readonly string[] {
  const asked =
    reasons.includes('when') && question.when
      ? comparisonsOf(question.when).flatMap(({ address }) =>
          address.kind === 'result' ? [] : [address.id],
        )
      : [];
  const picks = reasons.includes('target') && targets.by !== undefined ? [targets.by] : [];
  return [...new Set([...picks, ...asked])];
}

function isChanged(one: AssessedQuestion | undefined, other: AssessedQuestion | undefined) {
  return one !== undefined && other !== undefined && !isSameAnswer(one, other);
}
