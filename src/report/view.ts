import type { Assessment } from '../assessment/assessment-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { dayInWords } from '../shared/day.ts';
import { carriedView } from './carried-view.ts';
import { coversView } from './covers-view.ts';
import { differencesView } from './differences-view.ts';
import { editionView, titleOfUse } from './edition-view.ts';
import { firstPageView } from './first-page-view.ts';
import { hurdleViews } from './hurdle-views.ts';
import { lanesView } from './lanes.ts';
import { picturesView } from './pictures-view.ts';
import { planView } from './plan-view.ts';
import { factViews, hintViews, notesAt, sourceViews } from './reference-views.ts';
import type { ReportWords } from './report-words.ts';
import { sensitivityView } from './sensitivity-view.ts';
import { tamed } from './tamed.ts';
import {
  adviceTitle,
  answerInWords,
  causeViews,
  isEnough,
  levelView,
  overallScale,
  spoken,
  type Telling,
  tellingOf,
  titleOf,
} from './telling.ts';
import { verdictViews } from './verdict-views.ts';
import type { DayView, DeferredView, OpenView, OverallView, View } from './view-type.ts';

/**
 * Words an assessment for a reader: the one place where ids become texts and numbers are rounded.
 *
 * @param questionnaire the one that was assessed, by its digest
 * @param language      one of the questionnaire's languages
 * @param words         those of reports, in the language; without them nothing is said of what the result hangs on
 */
export function viewOf(
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words?: ReportWords,
): View {
  const telling = tellingOf(assessment, questionnaire, language, words);
  const told = worded(telling);
  const page = firstPageView(telling, told);
  return {
    ...tamed({ ...told, page }),
    isUnproven: false,
    explained: null,
    worksheets: [],
    brand: null,
  };
}

function worded(
  telling: Telling,
): Omit<View, 'isUnproven' | 'explained' | 'page' | 'worksheets' | 'brand'> {
  const { assessment, questionnaire, language, tell } = telling;
  const plan = planView(telling);
  return {
    language,
    tool: assessment.tool,
    questionnaire: editionView(questionnaire, tell),
    subject: {
      name: spoken(assessment.subject.name),
      use: spoken(assessment.subject.use),
      useTitle: titleOfUse(questionnaire, tell),
    },
    date: assessment.date === null ? null : dayView(assessment.date, language),
    scope: {
      quick: assessment.scope.quick,
      role: assessment.scope.role === null ? null : telling.role(assessment.scope.role),
    },
    partial: assessment.scope.quick || assessment.scope.role !== null,
    covers: coversView(telling),
    profile: profileView(telling),
    overall: overallView(telling),
    verdicts: verdictViews(telling),
    hurdles: hurdleViews(telling),
    lanes: lanesView(telling),
    pictures: picturesView(telling, plan),
    plan,
    differences: differencesView(telling),
    contradictions: assessment.contradictions.flatMap(({ id, because }) => {
      const found = questionnaire.contradictions.find((contradiction) => contradiction.id === id);
      if (!found) return [];
      return [{ ask: tell(found.ask), because: causeViews(telling, because) }];
    }),
    open: openView(telling),
    deferred: deferredViews(telling),
    sensitivity: sensitivityView(telling),
    notApplicable: questionsIn(telling, 'not-applicable').map(({ id }) => ({
      title: titleOf(telling, id),
      reason: spoken(assessment.answers[id]?.reason),
    })),
    inactive: questionsIn(telling, 'not-due').flatMap(({ id, answer }) =>
      answer === undefined
        ? []
        : [{ title: titleOf(telling, id), answer: answerInWords(telling, id, answer) }],
    ),
    carriedOver: carriedView(telling),
    notes: {
      plan: notesAt(questionnaire, 'plan', tell),
      method: notesAt(questionnaire, 'method', tell),
      help: notesAt(questionnaire, 'help', tell),
    },
    levels: (questionnaire.scales[overallScale(telling) ?? ''] ?? []).flatMap(
      (_level, index) => levelView(telling, overallScale(telling), index) ?? [],
    ),
    facts: factViews(questionnaire, tell),
    hints: hintViews(questionnaire, tell, language),
    sources: sourceViews(questionnaire, tell),
  };
}

function dayView(iso: string, language: string): DayView {
  return { iso, text: dayInWords(iso, language) };
}

function questionsIn({ assessment }: Telling, state: string) {
  return assessment.hurdles.flatMap(({ questions }) =>
    questions.filter((question) => question.state === state),
  );
}

function profileView(telling: Telling): View['profile'] {
  return telling.questionnaire.profile.flatMap(({ id }) => {
    const said = telling.assessment.profile[id];
    if (said?.answer === undefined) return [];
    return [{ title: titleOf(telling, id), answer: answerInWords(telling, id, said.answer) }];
  });
}

function overallView(telling: Telling): OverallView {
  const { assessment, numbers } = telling;
  const { overall, hurdles } = assessment;
  const scale = overallScale(telling);
  const total = (of: 'applicable' | 'answered') =>
    hurdles.reduce((sum, hurdle) => sum + hurdle[of], 0);
  const whole = (value: number | null) => (value === null ? null : numbers.whole(value));
  return {
    level: levelView(telling, scale, overall.level),
    levelHigh:
      overall.level === overall.levelHigh ? null : levelView(telling, scale, overall.levelHigh),
    target: levelView(telling, scale, overall.target),
    targetIsEnough: isEnough(telling, overall.target),
    reason: overall.reason,
    plus: overall.plus,
    above: overall.above,
    score: whole(overall.score),
    scoreHigh: overall.score === overall.scoreHigh ? null : whole(overall.scoreHigh),
    scoreIsOfPart: overall.score !== null && overall.reason === 'scope',
    atTarget: overall.atTarget,
    due: overall.due,
    answered: total('answered'),
    open: total('applicable') - total('answered'),
    notApplicable: overall.notApplicable,
    backed: overall.backed,
    coverage: overall.coverage === null ? null : numbers.percent(overall.coverage),
  };
}

function openView(telling: Telling): View['open'] {
  const { assessment, tell } = telling;
  const views = assessment.open.map(({ question: id, roles, why, holds }): OpenView => {
    const question = telling.question(id);
    const asked = question ?? telling.profileQuestion(id);
    return {
      title: titleOf(telling, id),
      text: asked ? tell(asked.text) : '',
      why,
      roles: roles.map(telling.role).join(', '),
      proof: question?.evidence ? tell(question.evidence) : null,
      holdsLevel: holds.includes('level'),
      holdsVerdicts: holds
        .filter((held) => held.startsWith('verdict:'))
        .map((held) => telling.verdict(held.slice('verdict:'.length))),
    };
  });
  return {
    questions: views.filter(({ why }) => why !== 'unbacked'),
    unbacked: views.filter(({ why }) => why === 'unbacked'),
  };
}

function deferredViews(telling: Telling): readonly DeferredView[] {
  return telling.assessment.deferred.map(({ id, because, by }) => ({
    title: adviceTitle(telling, id),
    because,
    by: by.map((cause) =>
      because === 'verdict' ? telling.verdict(cause) : adviceTitle(telling, cause),
    ),
  }));
}
