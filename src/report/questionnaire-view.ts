import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Hurdle } from '../questionnaire/questionnaire-format.ts';
import type { Tell } from '../questionnaire/teller.ts';
import type { SheetField } from '../questionnaire/worksheet-format.ts';
import { branchesOf } from './branches.ts';
import { editionView } from './edition-view.ts';
import { otherWords } from './other-words.ts';
import { quantityView } from './quantity.ts';
import { questionDetail } from './question-detail.ts';
import type {
  HurdleDetail,
  MethodView,
  ProfileDetail,
  QuestionnaireName,
  QuestionnaireView,
  ScaleView,
  TargetRulesView,
} from './questionnaire-view-type.ts';
import { type Reading, readingOf } from './reading.ts';
import { factViews, hintViews, notesAt, sourceViews } from './reference-views.ts';
import type { ReportWords } from './report-words.ts';
import { contradictionViews, gateViews, verdictDetails } from './rule-views.ts';
import { tamed } from './tamed.ts';

/**
 * Words a whole questionnaire for someone who is to understand it, and perhaps agree to it, before it is used.
 *
 * @param language one of the questionnaire's languages
 * @param words    those of reports, in that language
 * @param role     only the questions that this role can answer; null shows all. Method and rules are always whole.
 */
export function questionnaireView(
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
  role: string | null,
): QuestionnaireView {
  const reading = readingOf(questionnaire, language, words, role);
  const { tell } = reading;
  return tamed({
    ...nameOf(reading),
    languages: languageNames(questionnaire.languages, language),
    digest: questionnaire.digest,
    intro: questionnaire.intro ? tell(questionnaire.intro) : null,
    role: role === null ? null : reading.role(role),
    method: methodView(reading),
    scales: scaleViews(reading),
    roles: questionnaire.roles.map(({ title }) => tell(title)),
    notes: {
      start: notesAt(questionnaire, 'start', tell),
      plan: notesAt(questionnaire, 'plan', tell),
      method: notesAt(questionnaire, 'method', tell),
      help: notesAt(questionnaire, 'help', tell),
    },
    targets: targetRules(reading),
    profile: profileDetails(reading),
    hurdles: hurdleDetails(reading),
    gates: gateViews(reading),
    verdicts: verdictDetails(reading),
    contradictions: contradictionViews(reading),
    worksheets: questionnaire.worksheets.map(({ title, layout, fields }) => ({
      title: tell(title),
      layout,
      fields: fields.map((field) => fieldInWords(field, tell)),
    })),
    facts: factViews(questionnaire, tell),
    hints: hintViews(questionnaire, tell, language),
    sources: sourceViews(questionnaire, tell),
    otherWords: otherWordsBeside(reading),
  });
}

/** What every sheet says of the questionnaire it shows. */
export function nameOf({ questionnaire, language, tell }: Reading): QuestionnaireName {
  return { language, ...editionView(questionnaire, tell) };
}

function languageNames(languages: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

function methodView({ questionnaire, numbers }: Reading): MethodView {
  const { hurdle, overall, unknown, unanswered, prerequisiteAt } = questionnaire.method;
  const judged = questionnaire.questions.flatMap(({ question }) =>
    question.kind === 'text' ? [] : [question],
  );
  const { weight, cap } = hurdle.core;
  const hasPrerequisites = judged.some(({ recommendation }) => recommendation?.requires.length);
  return {
    aggregate: hurdle.aggregate,
    core: judged.some(({ core }) => core)
      ? { weight: numbers.exact(weight), cap: cap === null ? null : numbers.exact(cap) }
      : null,
    rateable:
      hurdle.rateable.unknownAtMost < 1
        ? numbers.exactPercent(hurdle.rateable.unknownAtMost)
        : null,
    unknown,
    unanswered,
    index: overall.index,
    prerequisiteAt: hasPrerequisites ? numbers.exact(prerequisiteAt) : null,
  };
}

// In the order the hurdles use them.
function scaleViews({ questionnaire, tell, numbers }: Reading): readonly ScaleView[] {
  const { hurdles, scales } = questionnaire;
  const used = [...new Set(hurdles.map(({ scale }) => scale))];
  return used.map((id) => ({
    hurdles:
      used.length === 1
        ? null
        : hurdles
            .filter(({ scale }) => scale === id)
            .map(({ title }) => tell(title))
            .join(', '),
    levels: (scales[id] ?? []).map(({ from, name, meaning }, level) => ({
      number: String(level),
      from: from === level ? null : numbers.exact(from),
      name: tell(name),
      meaning: meaning ? tell(meaning) : null,
    })),
  }));
}

function targetRules({ questionnaire, numbers, tell }: Reading): TargetRulesView | null {
  const { targets, profile, questions } = questionnaire;
  const isUsed = questions.some(
    ({ question }) => question.kind !== 'text' && question.target !== undefined,
  );
  if (!isUsed) return null;
  const selecting = profile.find(({ id }) => id === targets.by);
  const shown = (value: number | undefined) => (value === undefined ? null : numbers.exact(value));
  return {
    by: selecting ? tell(selecting.title ?? selecting.text) : null,
    changes: targets.modifiers.length > 0,
    atLeast: shown(targets.bounds.atLeast),
    atMost: shown(targets.bounds.atMost),
    namedFrom: shown(targets.namedFrom),
  };
}

function profileDetails(reading: Reading): readonly ProfileDetail[] {
  const { questionnaire, tell } = reading;
  return questionnaire.profile.map((question) => ({
    id: question.id,
    number: reading.reference(question.id).number,
    title: question.title ? tell(question.title) : null,
    text: tell(question.text),
    help: question.help ? tell(question.help) : null,
    askBack:
      question.kind === 'text'
        ? (question.askBack ?? []).map(({ when, text }) => ({
            when: reading.condition(when),
            text: tell(text),
          }))
        : [],
    kind: question.kind,
    quantity: quantityView(question, reading.numbers, tell, reading.say),
    options:
      'options' in question
        ? question.options.map((option) => ({
            text: tell(option.label),
            meaning: 'meaning' in option && option.meaning ? tell(option.meaning) : null,
            exclusive: 'exclusive' in option && option.exclusive,
          }))
        : [],
    required: question.required,
    optional: question.optional,
    ofCompany: question.unit === 'company',
    otherWords: otherWords(question, reading),
  }));
}

function hurdleDetails(reading: Reading): readonly HurdleDetail[] {
  const { questionnaire, numbers, tell } = reading;
  return questionnaire.hurdles.flatMap((hurdle: Hurdle, index): HurdleDetail[] => {
    const branches = branchesOf(hurdle, reading);
    if (branches.length === 0) return [];
    return [
      {
        number: String(index + 1),
        title: tell(hurdle.title),
        lead: hurdle.lead ? tell(hurdle.lead) : null,
        branches: branches.map(({ node, depth, trail, questions }) => ({
          heading: String(Math.min(2 + depth, 5)),
          questionHeading: String(Math.min(3 + depth, 6)),
          title: trail.length > 0 ? trail.join(' › ') : null,
          aggregate: node.aggregate ?? null,
          weight: node.weight === undefined ? null : numbers.exact(node.weight),
          questions: questions.map((question) => questionDetail(question, reading)),
          otherWords: otherWords('lead' in node ? [node.title, node.lead] : [node.title], reading),
        })),
      },
    ];
  });
}

// With what helps to fill it in, and what is printed in it already.
function fieldInWords({ text, hint, cells }: SheetField, tell: Tell): string {
  const label = hint ? `${tell(text)} (${tell(hint)})` : tell(text);
  return cells.length > 0 ? `${label}: ${cells.map(tell).join('; ')}` : label;
}

function otherWordsBeside(reading: Reading): QuestionnaireView['otherWords'] {
  const { questionnaire } = reading;
  const { title, intro, scales, roles, notes, worksheets, facts, hints, sources } = questionnaire;
  return otherWords(
    [title, intro, scales, roles, notes, worksheets, facts, hints, sources],
    reading,
  );
}
