import { evidenceKinds } from '../questionnaire/evidence.ts';
import { notApplicableRefusal } from '../questionnaire/not-applicable.ts';
import { hasOwnNone } from '../questionnaire/own-none.ts';
import type { ProfileQuestion, Question } from '../questionnaire/question-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { branchesOf } from './branches.ts';
import type { FormBox, FormHurdle, FormQuestion, FormView, FormWay } from './form-view-type.ts';
import { notDueWords } from './not-due-words.ts';
import { quantityView } from './quantity.ts';
import { nameOf } from './questionnaire-view.ts';
import { type Reading, readingOf } from './reading.ts';
import { notesAt } from './reference-views.ts';
import type { ReportWords } from './report-words.ts';
import { tamed } from './tamed.ts';

/**
 * Words a questionnaire as a form to fill in with a pen.
 *
 * @param language one of the questionnaire's languages
 * @param words    those of reports, in that language
 * @param role     only the questions that this role can answer; null shows all
 */
export function formView(
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
  role: string | null,
): FormView {
  const reading = readingOf(questionnaire, language, words, role);
  const { tell } = reading;
  return tamed({
    ...nameOf(reading),
    intro: questionnaire.intro ? tell(questionnaire.intro) : null,
    asksForUse: questionnaire.profile.some(({ names }) => names === 'use'),
    start: notesAt(questionnaire, 'start', tell),
    role: role === null ? null : reading.role(role),
    roles: questionnaire.roles.map(({ id, title }) => ({ code: id, text: tell(title) })),
    profile: questionnaire.profile.map((question) => profileQuestion(question, reading)),
    hurdles: formHurdles(reading),
    evidence: evidenceKinds,
  });
}

// On paper nobody knows yet which company it is: where there is an example for any, it is the one.
function onPaper<Example extends { readonly when?: unknown }>(
  examples: readonly Example[],
): readonly Example[] {
  const forAny = examples.filter(({ when }) => when === undefined);
  return forAny.length > 0 ? forAny : examples;
}

function formHurdles(reading: Reading): readonly FormHurdle[] {
  const { questionnaire, tell } = reading;
  return questionnaire.hurdles.flatMap((hurdle, index): FormHurdle[] => {
    const branches = branchesOf(hurdle, reading);
    if (branches.length === 0) return [];
    return [
      {
        number: String(index + 1),
        title: tell(hurdle.title),
        lead: hurdle.lead ? tell(hurdle.lead) : null,
        branches: branches.map(({ depth, trail, questions }) => ({
          heading: String(Math.min(2 + depth, 6)),
          title: trail.length > 0 ? trail.join(' › ') : null,
          questions: questions.map((question) => hurdleQuestion(question, reading)),
        })),
      },
    ];
  });
}

function profileQuestion(question: ProfileQuestion, reading: Reading): FormQuestion {
  return {
    ...asked(question, reading),
    title: question.title ? reading.tell(question.title) : null,
    examples: [],
    when: null,
    notDue: null,
    ways: [...noneWay(question), ...(question.required ? [] : [way('unknown', question)])],
    optional: question.optional,
    required: question.required,
    hasNote: false,
    hasEvidence: false,
  };
}

function hurdleQuestion(question: Question, reading: Reading): FormQuestion {
  const { questionnaire, tell, condition } = reading;
  const mayBeNotApplicable = notApplicableRefusal(question, questionnaire) === null;
  return {
    ...asked(question, reading),
    title: tell(question.title),
    examples: onPaper(question.examples ?? []).map(({ when, text }) => ({
      when: when ? condition(when) : null,
      text: tell(text),
    })),
    when: question.when ? condition(question.when) : null,
    notDue: notDueWords(question, reading),
    ways: [
      ...noneWay(question),
      way('unknown', question),
      ...(mayBeNotApplicable ? [way('not-applicable', question)] : []),
    ],
    optional: false,
    required: false,
    hasNote: true,
    hasEvidence: question.kind !== 'text',
  };
}

type Asked = Pick<
  FormQuestion,
  'id' | 'number' | 'text' | 'help' | 'tick' | 'line' | 'quantity' | 'boxes' | 'areBoxesShort'
>;

// Characters, in a column half as wide as a page.
const shortBox = 38;

function asked(question: Question | ProfileQuestion, reading: Reading): Asked {
  const { tell, numbers, say } = reading;
  const { kind } = question;
  const isLine = kind === 'number' || kind === 'text';
  const boxes = boxesOf(question, reading);
  return {
    id: question.id,
    number: reading.reference(question.id).number,
    text: tell(question.text),
    help: question.help ? tell(question.help) : null,
    tick: isLine ? null : kind === 'several' ? 'several' : 'one',
    line: isLine ? kind : null,
    quantity: quantityView(question, numbers, tell, say),
    boxes,
    areBoxesShort:
      boxes.length > 3 &&
      boxes.every(({ text, meaning }) => meaning === null && text.length <= shortBox),
  };
}

function boxesOf(question: Question | ProfileQuestion, { tell }: Reading): readonly FormBox[] {
  if (!('options' in question)) return [];
  if (question.kind === 'level') {
    return question.options.map(({ text }, level) => ({
      code: String(level),
      text: tell(text),
      meaning: null,
      exclusive: false,
    }));
  }
  return question.options.map((option) => ({
    code: option.id,
    text: tell(option.label),
    meaning: 'meaning' in option && option.meaning ? tell(option.meaning) : null,
    exclusive: 'exclusive' in option && option.exclusive,
  }));
}

// No tick at all would leave it open whether none applies or nobody answered.
function noneWay(question: Question | ProfileQuestion): readonly FormWay[] {
  if (question.kind !== 'several' || hasOwnNone(question)) return [];
  return [{ kind: 'none', code: '[]' }];
}

// In a text question the bare word would be the text.
function way(kind: 'unknown' | 'not-applicable', question: Question | ProfileQuestion): FormWay {
  return { kind, code: question.kind === 'text' ? `{ state: ${kind} }` : null };
}
