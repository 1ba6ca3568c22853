import { notApplicableRefusal } from '../questionnaire/not-applicable.ts';
import type { Question, RecommendationText } from '../questionnaire/question-format.ts';
import { notDueWords } from './not-due-words.ts';
import { otherWords } from './other-words.ts';
import { quantityView } from './quantity.ts';
import type {
  AdviceDetail,
  OptionDetail,
  QuestionDetail,
  TargetDetail,
} from './questionnaire-view-type.ts';
import type { Reading } from './reading.ts';

/** Words all there is to know about a question: what it asks, what an answer is worth, what is advised. */
export function questionDetail(question: Question, reading: Reading): QuestionDetail {
  const { questionnaire, numbers, tell, condition } = reading;
  const judged = question.kind === 'text' ? null : question;
  const told = (text: Question['help']) => (text ? tell(text) : null);
  const quickWhen = typeof question.quick === 'object' ? condition(question.quick) : null;
  const usual = question.quick === true ? 'always' : null;
  return {
    ...reading.reference(question.id),
    id: question.id,
    text: tell(question.text),
    kind: question.kind,
    source: told(question.source),
    help: told(question.help),
    note: told(question.note),
    examples: (question.examples ?? []).map(({ when, text }) => ({
      when: when ? condition(when) : null,
      text: tell(text),
    })),
    options: optionDetails(question, reading),
    quantity: quantityView(question, numbers, tell, reading.say),
    bands: bandsOf(question, reading),
    decimals: question.kind === 'number' ? (question.displayed ?? null) : null,
    combine: question.kind === 'several' ? question.combine : null,
    cap:
      question.kind === 'several' && question.cap !== undefined
        ? numbers.exact(question.cap)
        : null,
    core: judged?.core ?? false,
    weight: judged?.weight === undefined ? null : numbers.exact(judged.weight),
    ofCompany: question.unit === 'company',
    roles: question.roles ? question.roles.map(reading.role).join(', ') : null,
    when: question.when ? condition(question.when) : null,
    notDue: notDueWords(question, reading),
    quick: quickWhen === null ? usual : 'when',
    quickWhen,
    target: targetDetail(question, reading),
    refusal: notApplicableRefusal(question, questionnaire),
    evidence: told(question.evidence),
    advice: judged?.recommendation ? adviceDetail(judged.recommendation, reading) : null,
    otherWords: otherWords(question, reading),
  };
}

function optionDetails(question: Question, { tell, numbers }: Reading): readonly OptionDetail[] {
  switch (question.kind) {
    case 'level':
      return question.options.map(({ text, includesPrevious }, level) => ({
        level: String(level),
        text: tell(text),
        points: null,
        pointsNumber: level,
        buildsOn: includesPrevious,
        exclusive: false,
      }));
    case 'choice':
    case 'several':
      return question.options.map((option) => ({
        level: null,
        text: tell(option.label),
        points: numbers.exact(option.points),
        pointsNumber: option.points,
        buildsOn: false,
        exclusive: 'exclusive' in option && option.exclusive,
      }));
    case 'number':
    case 'text':
      return [];
    default:
      return question satisfies never;
  }
}

function bandsOf(question: Question, { numbers }: Reading): QuestionDetail['bands'] {
  if (question.kind !== 'number') return [];
  return [...question.bands]
    .sort((a, b) => a.from - b.from)
    .map(({ from, points }) => ({
      from: numbers.exact(from),
      points: numbers.exact(points),
      pointsNumber: points,
    }));
}

function targetDetail(question: Question, reading: Reading): TargetDetail | null {
  const { questionnaire, numbers } = reading;
  if (question.kind === 'text' || question.target === undefined) return null;
  const { by, modifiers } = questionnaire.targets;
  const selecting = questionnaire.profile.find(({ id }) => id === by);
  const { target } = question;
  const shown = (value: number | null | undefined) => (value == null ? null : numbers.exact(value));
  const rows =
    typeof target === 'number' || selecting?.kind !== 'choice'
      ? [{ option: null, target: typeof target === 'number' ? shown(target) : null }]
      : selecting.options.map(({ id, label }) => ({
          option: reading.tell(label),
          target: shown(target[id]),
        }));
  return {
    by:
      typeof target === 'number' || !selecting
        ? null
        : reading.tell(selecting.title ?? selecting.text),
    rows,
    changes: modifiers
      .filter((modifier) => modifier.for.includes(question.id))
      .flatMap(({ when, change, atLeast, atMost }) => {
        const told = (how: TargetDetail['changes'][number]['how'], by: number | undefined) =>
          by === undefined ? [] : [{ how, by: numbers.exact(by), when: reading.condition(when) }];
        return [
          ...(change ? told(change < 0 ? 'lower' : 'higher', Math.abs(change)) : []),
          ...told('atLeast', atLeast),
          ...told('atMost', atMost),
        ];
      }),
  };
}

function adviceDetail(advice: RecommendationText, reading: Reading): AdviceDetail {
  const { questionnaire, numbers, tell, reference } = reading;
  const sheet = questionnaire.worksheets.find(({ id }) => id === advice.worksheet);
  return {
    title: tell(advice.title),
    steps: advice.steps.map(tell),
    owner: reading.role(advice.owner),
    effort: numbers.effort(advice.effort),
    weeks: numbers.exact(advice.weeks),
    weeksNumber: advice.weeks,
    impact: numbers.exact(advice.impact),
    requires: advice.requires.map(reference),
    helps: advice.helps.map(reference),
    kpi: advice.kpi ? tell(advice.kpi) : null,
    worksheet: sheet ? tell(sheet.title) : null,
  };
}
