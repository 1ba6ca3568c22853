import type { Assessment, Cause } from '../assessment/assessment-format.ts';
import { type DecidedPlan, decidedPlan } from '../assessment/decided-plan.ts';
import { asGiven } from '../assessment/stored-answers.ts';
import type { AnswerValue } from '../questionnaire/answers.ts';
import { toAddress } from '../questionnaire/condition.ts';
import { levelSentence } from '../questionnaire/level-sentence.ts';
import type {
  ProfileQuestion,
  Question,
  RecommendationText,
} from '../questionnaire/question-format.ts';
import { type Questionnaire, questionCalled } from '../questionnaire/questionnaire.ts';
import { type Tell, teller } from '../questionnaire/teller.ts';
import type { Wording } from '../questionnaire/wording.ts';
import { tame } from '../shared/tame.ts';
import { type Numbers, numbersIn } from './numbers.ts';
import { quantityInWords } from './quantity.ts';
import { type ReportWords, type Say, sayIn } from './report-words.ts';
import { saidInWords } from './said-in-words.ts';
import type { CauseView, LevelView } from './view-type.ts';

/** Everything the parts of a view need to word an assessment: its questionnaire, its language, its numbers. */
export type Telling = {
  readonly assessment: Assessment;
  /** The plan, with what was decided about it. */
  readonly plan: DecidedPlan;
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly numbers: Numbers;
  readonly tell: Tell;
  /** The words of reports; null where a view is made without them. */
  readonly say: Say | null;
  readonly question: (id: string) => Question | undefined;
  readonly profileQuestion: (id: string) => ProfileQuestion | undefined;
  /** The recommendation beside a question. */
  readonly advice: (id: string) => RecommendationText | undefined;
  readonly role: (id: string) => string;
  readonly verdict: (id: string) => string;
};

export function tellingOf(
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words?: ReportWords,
): Telling {
  const tell = teller(questionnaire, asGiven(assessment.profile), language);
  const title = (found: { readonly title: Wording } | undefined, id: string) =>
    found ? tell(found.title) : id;
  const question = (id: string) => questionCalled(questionnaire, id);
  return {
    assessment,
    plan: decidedPlan(questionnaire, assessment),
    questionnaire,
    language,
    numbers: numbersIn(language),
    tell,
    say: words ? sayIn(words, language) : null,
    question,
    advice: (id) => {
      const found = question(id);
      return found && found.kind !== 'text' ? found.recommendation : undefined;
    },
    profileQuestion: (id) => questionnaire.profile.find((question) => question.id === id),
    role: (id) =>
      title(
        questionnaire.roles.find((role) => role.id === id),
        id,
      ),
    verdict: (id) => {
      const found = questionnaire.verdicts.find((verdict) => verdict.id === id);
      return found ? tell(found.text) : id;
    },
  };
}

/** The short name of a question of either kind. */
export function titleOf(telling: Telling, id: string): string {
  const question = telling.question(id);
  if (question) return telling.tell(question.title);
  const profile = telling.profileQuestion(id);
  return profile ? telling.tell(profile.title ?? profile.text) : id;
}

/** An answer as a sentence; a level that builds on the one below is quoted together with it. */
export function answerInWords(telling: Telling, id: string, value: AnswerValue): string {
  const question = telling.question(id) ?? telling.profileQuestion(id);
  if (!question) return tame(String(value));
  switch (question.kind) {
    case 'level':
      return levelSentence(question, Number(value), telling.tell);
    case 'choice':
    case 'several': {
      const chosen = [value].flat().map(String);
      const labels = chosen.map((option) => {
        const found = question.options.find((candidate) => candidate.id === option);
        return found ? telling.tell(found.label) : option;
      });
      return labels.length > 0 ? labels.join('; ') : '–';
    }
    case 'number':
      return quantityInWords(Number(value), question, telling.numbers, telling.tell);
    case 'text':
      return tame(String(value));
    default:
      return question satisfies never;
  }
}

/** Causes as a reader wants them: what was asked, what was answered; results only where they are a hurdle's. */
export function causeViews(telling: Telling, causes: readonly Cause[]): readonly CauseView[] {
  return causes.flatMap((cause) =>
    cause.id.startsWith('$') ? resultView(telling, cause) : [answerView(telling, cause)],
  );
}

function answerView(telling: Telling, cause: Cause): CauseView {
  const title = titleOf(telling, cause.id);
  if (cause.value !== undefined) {
    const apart = rolesApart(telling, cause.id);
    return { title, answer: apart, level: null, state: 'result', result: null };
  }
  if (cause.answer === undefined) {
    const state = cause.state ?? 'unanswered';
    return { title, answer: null, level: null, state, result: null };
  }
  return {
    title,
    answer: answerInWords(telling, cause.id, cause.answer),
    level: telling.question(cause.id)?.kind === 'level' ? String(cause.answer) : null,
    state: 'answered',
    result: null,
  };
}

// Of a question on which roles differ: who said what.
function rolesApart({ assessment, questionnaire, tell, language }: Telling, id: string): string {
  const sources = assessment.answers[id]?.sources ?? [];
  const voices = sources.map((source) => ({ source, points: null }));
  return saidInWords({ id, voices }, questionnaire, tell, language);
}

function resultView(telling: Telling, { id, value }: Cause): readonly CauseView[] {
  const address = toAddress(id);
  if (address.kind !== 'result' || address.name === 'role' || value === undefined) return [];
  const hurdle = telling.questionnaire.hurdles.find((candidate) => candidate.id === address.of);
  if (!hurdle) return [];
  const { percent, whole } = telling.numbers;
  return [
    {
      title: telling.tell(hurdle.title),
      answer: address.name === 'unknown' ? percent(value) : whole(value),
      level: null,
      state: 'result',
      result: address.name,
    },
  ];
}

/** A level of a scale by its number; null stays null. */
export function levelView(
  { questionnaire, tell }: Telling,
  scale: string | undefined,
  level: number | null | undefined,
): LevelView | null {
  if (level === null || level === undefined) return null;
  const found = questionnaire.scales[scale ?? '']?.[level];
  return {
    number: String(level),
    name: found ? tell(found.name) : '',
    meaning: found?.meaning ? tell(found.meaning) : null,
  };
}

/** The scale that the company's level is told on: that of the first hurdle. */
export function overallScale({ questionnaire }: Telling): string | undefined {
  return questionnaire.hurdles[0]?.scale;
}

/** A text from the answers file, harmless to show; null where there is none. */
export function spoken(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : tame(text);
}

/** Whether a target is too low to be called one. */
export function isEnough({ questionnaire }: Telling, target: number | null): boolean {
  const namedFrom = questionnaire.targets.namedFrom ?? Number.NEGATIVE_INFINITY;
  return target !== null && target < namedFrom;
}

/** The title of a question's recommendation; of the question where it has none. */
export function adviceTitle(telling: Telling, id: string): string {
  const advice = telling.advice(id);
  return advice ? telling.tell(advice.title) : titleOf(telling, id);
}

/** The title of a step as the plan names it: what to improve, or what is first to be found out. */
export function plannedTitle(telling: Telling, id: string): string {
  const planned = telling.assessment.recommendations.find((step) => step.id === id);
  if (planned?.kind !== 'find-out') return adviceTitle(telling, id);
  const title = titleOf(telling, id);
  return telling.say ? `${telling.say('first.find-out')}: ${title}` : title;
}

/** How the company settled a step, so that the plan leaves it out; null where it did not. */
export function settledAs({ plan }: Telling, id: string): 'done' | 'dropped' | null {
  if (plan.done.some((step) => step.id === id)) return 'done';
  return plan.dropped.some((step) => step.id === id) ? 'dropped' : null;
}
