import type { Assessment } from '../assessment/assessment-format.ts';
import type { Explained, Explanation } from '../assessment/explanation-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { adviceParts, placeWords, priorityWords } from './explained-advice.ts';
import { companyParts } from './explained-company.ts';
import { hurdleParts, hurdleSum } from './explained-hurdle.ts';
import { levelOf } from './explained-level.ts';
import { profileParts, profileSummary } from './explained-profile.ts';
import { questionParts } from './explained-question.ts';
import { contradictionParts, gateParts, verdictParts } from './explained-rules.ts';
import type { ChapterView, ExplainedPart, ExplainedView } from './explained-view-type.ts';
import { ends, hurdleTitle, numberIn, stepIn, type Wordy, wordyOf } from './explaining.ts';
import type { ReportWords } from './report-words.ts';
import { tamed } from './tamed.ts';
import { adviceTitle, plannedTitle, titleOf } from './telling.ts';

/**
 * Words an explanation, or some of its entries.
 *
 * @param only the entries to be worded, by their `ref`; all others only serve to word these
 * @param words those of reports, in the language
 */
export function explainedViews(
  explanation: Explanation,
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
  only: readonly string[],
): readonly ExplainedView[] {
  const wordy = wordyOf(explanation, assessment, questionnaire, language, words);
  return tamed(
    only.flatMap((ref) => {
      const entry = explanation.entries.find((one) => one.ref === ref);
      return entry ? [worded(entry, wordy)] : [];
    }),
  );
}

/** Words the chapter of a report: the company, every hurdle, the order of the steps. */
export function explainedChapter(
  explanation: Explanation,
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): ChapterView {
  const wordy = wordyOf(explanation, assessment, questionnaire, language, words);
  const sections = explanation.entries.flatMap((entry) => {
    if (entry.kind === 'company') return [worded(entry, wordy)];
    // What is below target stands beside each answer already.
    return entry.kind === 'hurdle'
      ? [{ ...worded(entry, wordy), parts: hurdleSum(entry, wordy) }]
      : [];
  });
  return tamed({
    title: wordy.say('explain.title'),
    lead: wordy.say('explain.lead'),
    sections: [...sections, ...orderSection(wordy)],
  });
}

function orderSection(wordy: Wordy): readonly ExplainedView[] {
  const { say, telling, entries } = wordy;
  const rows = telling.assessment.recommendations.flatMap(({ id, rank }) => {
    const entry = entries.find((one) => one.kind === 'recommendation' && one.id === id);
    if (entry?.kind !== 'recommendation') return [];
    const facts = [priorityWords(entry, wordy), placeWords(entry, wordy)];
    const label = `${rank}. ${plannedTitle(telling, id)}`;
    return [{ label, text: facts.filter((fact) => fact !== null).join('; ') }];
  });
  if (rows.length === 0) return [];
  const title = say('explain.report.steps');
  const summary = say('explain.report.priority');
  const part = { title: say('explain.part.order'), rows, checks: false };
  return [{ ref: 'steps', id: 'steps', kind: 'steps', title, summary, parts: [part] }];
}

function worded(entry: Explained, wordy: Wordy): ExplainedView {
  const { say } = wordy;
  const kind = say(`explain.kind.${entry.kind}`);
  return {
    ref: entry.ref,
    id: entry.id,
    kind: entry.kind,
    title:
      entry.kind === 'company'
        ? say('explain.company')
        : say('explain.head', { kind, title: named(entry, wordy) }),
    summary: summary(entry, wordy),
    parts: parts(entry, wordy),
  };
}

function named(entry: Explained, wordy: Wordy): string {
  const { telling } = wordy;
  const { gates, contradictions } = telling.questionnaire;
  switch (entry.kind) {
    case 'company':
      return '';
    case 'hurdle':
      return hurdleTitle(wordy, entry.id);
    case 'question':
    case 'profile':
      return titleOf(telling, entry.id);
    case 'recommendation':
      return adviceTitle(telling, entry.id);
    case 'verdict':
      return telling.verdict(entry.id);
    case 'gate': {
      const gate = gates.find(({ id }) => id === entry.id);
      return gate ? telling.tell(gate.why) : entry.id;
    }
    case 'contradiction': {
      const found = contradictions.find(({ id }) => id === entry.id);
      return found ? telling.tell(found.ask) : entry.id;
    }
    default:
      return entry satisfies never;
  }
}

function summary(entry: Explained, wordy: Wordy): string {
  const { say, telling } = wordy;
  switch (entry.kind) {
    case 'company':
      return companySummary(wordy);
    case 'hurdle':
      return levelOf(entry.id, wordy);
    case 'question':
      return questionSummary(entry, wordy);
    case 'gate':
      return say(`explain.gate.${entry.holds}`);
    case 'verdict':
      return say(`explain.verdict.${entry.stands}`);
    case 'profile':
      return profileSummary(entry, wordy);
    case 'contradiction':
      return say(`explain.contradiction.${entry.holds}`);
    case 'recommendation': {
      const step = telling.assessment.recommendations.find(({ id }) => id === entry.id);
      if (!step) return say(`explain.advice.${entry.state}`);
      const phase = say(`plan.phase.${step.phase}`).toLocaleLowerCase(telling.language);
      return say('explain.advice.planned', { rank: step.rank, phase });
    }
    default:
      return entry satisfies never;
  }
}

function companySummary({ say, telling }: Wordy): string {
  const { level, levelHigh, plus, reason } = telling.assessment.overall;
  if (level === null) {
    return `${say('explain.level.none')}: ${say(`explain.reason.${reason ?? 'not-due'}`)}`;
  }
  const shown = `${level}${plus ? '+' : ''}`;
  return level === levelHigh
    ? say('explain.level.one', { level: shown })
    : say('explain.level.range', { level: shown, high: levelHigh });
}

function questionSummary(entry: Extract<Explained, { kind: 'question' }>, wordy: Wordy): string {
  const { say, telling, amount } = wordy;
  if (telling.question(entry.id)?.kind === 'text') return say('explain.question.unscored');
  const counts = numberIn(entry.result.counts);
  if (counts === null) return say('explain.question.counts-nothing');
  const possible = stepIn(entry, 'countedHigh')?.result;
  const high = typeof possible === 'number' ? possible : null;
  const isRange = high !== null;
  const isLevel = telling.question(entry.id)?.kind === 'level';
  return say(`explain.question.counts${isLevel ? '-level' : ''}`, {
    counts: isRange ? ends(wordy, counts, high) : amount(counts),
  });
}

function parts(entry: Explained, wordy: Wordy): readonly ExplainedPart[] {
  switch (entry.kind) {
    case 'company':
      return companyParts(entry, wordy);
    case 'hurdle':
      return hurdleParts(entry, wordy);
    case 'question':
      return questionParts(entry, wordy);
    case 'gate':
      return gateParts(entry, wordy);
    case 'verdict':
      return verdictParts(entry, wordy);
    case 'profile':
      return profileParts(entry, wordy);
    case 'contradiction':
      return contradictionParts(entry, wordy);
    case 'recommendation':
      return adviceParts(entry, wordy);
    default:
      return entry satisfies never;
  }
}
