import fc from 'fast-check';
import { type Answer, type Answers, noAnswers } from '../../src/questionnaire/answers.ts';
import { notApplicableRefusal } from '../../src/questionnaire/not-applicable.ts';
import type { ProfileQuestion, Question } from '../../src/questionnaire/question-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';

/** Something a questionnaire accepts as an answer, with the points it is worth; null for a text. */
export type Possible = { readonly answer: Answer; readonly points: number };

/** A random sheet of answers: everything may also be unknown or missing, or not applicable where that is allowed. */
export function randomSheets(
  questionnaire: Questionnaire,
  { scoped = true, open = true }: { readonly scoped?: boolean; readonly open?: boolean } = {},
): fc.Arbitrary<Answers> {
  const profile = Object.fromEntries(
    questionnaire.profile.map((question) => [question.id, profileAnswer(question)]),
  );
  const answers = Object.fromEntries(
    questionnaire.questions.map(({ question }) => [
      question.id,
      answerTo(question, questionnaire, open),
    ]),
  );
  const role = fc.constantFrom(...questionnaire.roles.map(({ id }) => id));
  const scope = fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant({ quick: true }) },
    { weight: 1, arbitrary: role.map((one) => ({ role: one })) },
  );
  return fc
    .record({
      profile: fc.record(profile),
      answers: fc.record(answers),
      scope: scoped ? scope : fc.constant(undefined),
    })
    .map((drawn) => ({
      ...noAnswers(questionnaire),
      updated: '2026-11-20T09:14:00Z',
      profile: given(drawn.profile),
      answers: given(drawn.answers),
      ...(drawn.scope ? { scope: drawn.scope } : {}),
    }));
}

/** A random questionnaire or a given one, with a random sheet for it. */
export function withSheets(
  questionnaires: fc.Arbitrary<Questionnaire>,
  options?: Parameters<typeof randomSheets>[1],
): fc.Arbitrary<{ readonly questionnaire: Questionnaire; readonly answers: Answers }> {
  return questionnaires.chain((questionnaire) =>
    randomSheets(questionnaire, options).map((answers) => ({ questionnaire, answers })),
  );
}

/** Every answer a question accepts, worked out from its file alone; none for a text. */
export function possibleAnswers(question: Question): readonly Possible[] {
  const answered = (answer: number | string | readonly string[]) =>
    ({ state: 'answered', answer }) as const;
  switch (question.kind) {
    case 'level':
      return question.options.map((_option, level) => ({ answer: answered(level), points: level }));
    case 'choice':
      return question.options.map(({ id, points }) => ({ answer: answered(id), points }));
    case 'several': {
      const free = question.options.filter(({ exclusive }) => !exclusive);
      const alone = question.options.filter(({ exclusive }) => exclusive);
      const chosen = [...subsets(free), ...alone.map((option) => [option])];
      return chosen.map((options) => ({
        answer: answered(options.map(({ id }) => id)),
        points: worth(question, options),
      }));
    }
    case 'number':
      return question.bands.flatMap(({ from, points }) => {
        // Below all bounds the points of the lowest band are given.
        const first = question.bands.every((band) => band.from >= from);
        const inside = { answer: answered(from), points };
        return first ? [inside, { answer: answered(from - 1), points }] : [inside];
      });
    case 'text':
      return [];
    default:
      return question satisfies never;
  }
}

type Several = Extract<Question, { kind: 'several' }>;

type Worth = readonly { readonly points: number }[];

function worth({ combine, cap, options }: Several, chosen: Worth): number {
  const total = (of: Worth) => of.reduce((sum, { points }) => sum + points, 0);
  switch (combine) {
    case 'sum':
      return Math.min(total(chosen), cap ?? Infinity);
    case 'max':
      return Math.max(0, ...chosen.map(({ points }) => points));
    case 'share': {
      const all = total(options.filter(({ exclusive }) => !exclusive));
      return all === 0 ? 0 : Math.min(1, total(chosen) / all);
    }
    default:
      return combine satisfies never;
  }
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const [one, ...others] = items;
  if (one === undefined) return [[]];
  return subsets(others).flatMap((subset) => [subset, [one, ...subset]]);
}

function answerTo(question: Question, questionnaire: Questionnaire, open: boolean) {
  const possible = possibleAnswers(question).map(({ answer }) => answer);
  const answered: fc.Arbitrary<Answer> =
    question.kind === 'text'
      ? fc.constantFrom('none', '20 %').map((answer) => ({ state: 'answered', answer }))
      : fc.record({ answer: fc.constantFrom(...possible), beside }).map(withBeside);
  const mayBeNotApplicable =
    question.kind !== 'text' && notApplicableRefusal(question, questionnaire) === null;
  return fc.oneof(
    { weight: 8, arbitrary: answered },
    ...(open ? [{ weight: 2, arbitrary: unknown }] : []),
    ...(open ? [{ weight: 1, arbitrary: missing }] : []),
    ...(mayBeNotApplicable ? [{ weight: 1, arbitrary: notApplicable }] : []),
  );
}

const unknown = fc.constant<Answer>({ state: 'unknown' });
const notApplicable = fc.constant<Answer>({ state: 'not-applicable' });
const missing = fc.constant(undefined);
const beside = fc.constantFrom('none', 'none', 'document', 'estimate', 'sources');

function withBeside({ answer, beside }: { answer: Answer; beside: string }): Answer {
  if (beside === 'document' || beside === 'estimate') return { ...answer, evidence: beside };
  if (beside !== 'sources' || answer.state !== 'answered') return answer;
  const said = answer.answer as number | string | string[];
  const other = typeof said === 'number' ? 0 : said;
  const sources = [
    { role: 'mgmt', answer: said },
    { role: 'dept', answer: other },
  ];
  return { ...answer, sources };
}

function profileAnswer(question: ProfileQuestion) {
  const answered = (): fc.Arbitrary<Answer> => {
    const say = (answer: number | string | readonly string[]): Answer => ({
      state: 'answered',
      answer,
    });
    switch (question.kind) {
      case 'choice':
        return fc.constantFrom(...question.options.map(({ id }) => say(id)));
      case 'several': {
        const free = question.options.filter(({ exclusive }) => !exclusive);
        const alone = question.options.filter(({ exclusive }) => exclusive);
        const chosen = [...subsets(free), ...alone.map((option) => [option])];
        return fc.constantFrom(...chosen.map((options) => say(options.map(({ id }) => id))));
      }
      case 'number':
        return fc.constantFrom(0, 12.5, 60).map(say);
      case 'text':
        return fc.constantFrom('Less work', '20 % less work').map(say);
      default:
        return question satisfies never;
    }
  };
  return fc.oneof(
    { weight: 10, arbitrary: answered() },
    ...(question.required ? [] : [{ weight: 1, arbitrary: unknown }]),
    { weight: 1, arbitrary: missing },
  );
}

function given(entries: Readonly<Record<string, Answer | undefined>>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
  );
}
