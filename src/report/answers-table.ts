import type {
  AssessedHurdle,
  AssessedQuestion,
  Assessment,
} from '../assessment/assessment-format.ts';
import { type AnswerValue, fromLong } from '../questionnaire/answers.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Cell, Table } from './csv-text.ts';
import { type ReportWords, type Say, sayIn } from './report-words.ts';
import { briefly, speaker } from './said-in-words.ts';
import { subjectCells, subjectColumns } from './subject-cells.ts';
import { answerInWords, spoken, type Telling, tellingOf, titleOf } from './telling.ts';

/** What the table of answers says of each question; later versions only add to them, behind the last. */
export const answerColumns = [
  ...subjectColumns,
  'hurdle',
  'hurdleTitle',
  'question',
  'title',
  'text',
  'kind',
  'core',
  'roles',
  'state',
  'stateText',
  'notDue',
  'answer',
  'answerText',
  'level',
  'counts',
  'target',
  'gap',
  'atTarget',
  'gates',
  'evidence',
  'evidenceText',
  'reason',
  'note',
  'saidBy',
  'saidText',
] as const;

type Row = Readonly<Record<(typeof answerColumns)[number], Cell>>;

/**
 * Everything that was asked, one row per question, in the order of the questionnaire: the profile first, what is not due
 * too. Facts are ids and numbers as in the assessment, with their words in the language beside them.
 */
export function answersTable(
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): Table<(typeof answerColumns)[number]> {
  const telling = tellingOf(assessment, questionnaire, language);
  const say = sayIn(words, language);
  return {
    columns: answerColumns,
    rows: [
      ...questionnaire.profile.map((question) => profileRow(telling, say, question)),
      ...assessment.hurdles.flatMap((hurdle) =>
        hurdle.questions.map((question) => questionRow(telling, say, hurdle, question)),
      ),
    ],
  };
}

function profileRow(telling: Telling, say: Say, question: ProfileQuestion): Row {
  const given = telling.assessment.profile[question.id];
  const said = given && fromLong(given);
  const state = said?.state ?? 'unanswered';
  return {
    ...subjectCells(telling),
    ...nothingJudged,
    hurdle: null,
    hurdleTitle: null,
    ...asked(telling, question.id, question),
    state,
    stateText: say(`answers.state.${state}`),
    ...answerOf(telling, question, said?.state === 'answered' ? said.answer : undefined),
    ...beside(telling, say, question.id, telling.assessment.profile),
  };
}

function questionRow(
  telling: Telling,
  say: Say,
  hurdle: AssessedHurdle,
  assessed: AssessedQuestion,
): Row {
  const { assessment, questionnaire, tell } = telling;
  const question = telling.question(assessed.id);
  const told = questionnaire.hurdles.find(({ id }) => id === hurdle.id);
  const { id, state, counts, target, gap, gates, notDue } = assessed;
  return {
    ...subjectCells(telling),
    hurdle: hurdle.id,
    hurdleTitle: told ? tell(told.title) : hurdle.id,
    ...asked(telling, id, question),
    core: Number(question !== undefined && question.kind !== 'text' && question.core),
    roles: question?.roles?.join(' ') ?? null,
    state,
    stateText: say(`answers.state.${state}`),
    notDue: notDue ?? null,
    ...answerOf(telling, question, assessed.answer),
    counts,
    target,
    gap,
    // Where there is no target, none was reached or missed.
    atTarget: gap === null ? null : Number(gap === 0),
    gates: gates.join(' ') || null,
    ...beside(telling, say, id, assessment.answers),
  };
}

const nothingJudged = {
  core: null,
  roles: null,
  notDue: null,
  counts: null,
  target: null,
  gap: null,
  atTarget: null,
  gates: null,
};

function asked(telling: Telling, id: string, question: Question | ProfileQuestion | undefined) {
  return {
    question: id,
    title: titleOf(telling, id),
    text: question ? telling.tell(question.text) : null,
    kind: question?.kind ?? null,
  };
}

function answerOf(
  telling: Telling,
  question: Question | ProfileQuestion | undefined,
  answer: AnswerValue | undefined,
): Pick<Row, 'answer' | 'answerText' | 'level'> {
  if (answer === undefined || !question) return { answer: null, answerText: null, level: null };
  return {
    answer:
      question.kind === 'text'
        ? null
        : typeof answer === 'number'
          ? answer
          : [answer].flat().join(' '),
    answerText: answerInWords(telling, question.id, answer),
    level: question.kind === 'level' ? Number(answer) : null,
  };
}

function beside(
  telling: Telling,
  say: Say,
  id: string,
  given: Assessment['answers'],
): Pick<Row, 'evidence' | 'evidenceText' | 'reason' | 'note' | 'saidBy' | 'saidText'> {
  const { questionnaire, tell, language } = telling;
  const said = given[id];
  const evidence = said?.evidence ?? null;
  const sources = said?.sources ?? [];
  const voices = sources.map((source) => {
    const voice = { source, points: null };
    const answer = briefly(voice, id, questionnaire, tell, language);
    const state = source.state ?? 'unknown';
    return `${speaker(voice, questionnaire, tell)}: ${answer ?? say(`answers.state.${state}`)}`;
  });
  return {
    evidence,
    evidenceText: evidence && say(`answers.evidence-kind.${evidence}`),
    reason: said?.state === 'not-applicable' ? spoken(said.reason) : null,
    note: spoken(said?.note),
    saidBy: sources.map(({ role }) => role).join(' ') || null,
    saidText: voices.join('; ') || null,
  };
}
