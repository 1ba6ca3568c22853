import type { Assessment } from '../assessment/assessment-format.ts';
import type {
  Check,
  CheckedFile,
  Demand,
  Finding,
  FoundCause,
  MendingStep,
} from '../assessment/check/check-format.ts';
import { verdictKinds } from '../assessment/check/demands.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import {
  adviceTitle,
  answerInWords,
  causeViews,
  spoken,
  type Telling,
  tellingOf,
  titleOf,
} from '../report/telling.ts';
import { dayInWords } from '../shared/day.ts';
import type { Place } from '../shared/problem.ts';
import { tameLine } from '../shared/tame.ts';
import type { ConfiguredCheck } from './own-checks.ts';
import type { Words } from './words/words.ts';

/** What was found in one file, in words. */
export type ToldFile = {
  readonly file: string;
  readonly outcome: Check['outcome'];
  /** Whose answers they are, and of when; null where they could not be read. */
  readonly subject: string | null;
  readonly demands: readonly ToldDemand[];
  /** What makes a baseline less than it seems. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  /** Why it could not be checked. */
  readonly problems: readonly { readonly at: Place | null; readonly message: string }[];
};

export type ToldDemand = {
  readonly demand: Demand['demand'];
  readonly label: string;
  readonly outcome: Demand['outcome'];
  readonly findings: readonly ToldFinding[];
  /** Null where nothing was mended since the baseline. */
  readonly mended: string | null;
};

export type ToldFinding = {
  readonly title: string;
  readonly isNew: boolean;
  /** Where to look first. */
  readonly at: Place;
  readonly causes: readonly { readonly text: string; readonly at: Place | null }[];
  readonly steps: readonly string[];
};

/** What wording a checked file takes beside its facts. */
export type Spoken = {
  readonly assessment: Assessment;
  readonly questionnaire: Questionnaire;
  readonly checks: readonly ConfiguredCheck[];
  readonly language: string;
};

type Teller = Spoken & { readonly telling: Telling; readonly words: Words['check'] };

/** Words what was found in a file. */
export function toldFile(checked: CheckedFile, spokenOf: Spoken, words: Words): ToldFile {
  const { assessment, questionnaire, language } = spokenOf;
  const telling = tellingOf(assessment, questionnaire, language);
  const teller: Teller = { ...spokenOf, telling, words: words.check };
  return {
    file: checked.file,
    outcome: checked.outcome,
    subject: subjectOf(teller),
    demands: checked.demands.map((demand) => toldDemand(teller, demand, checked.file)),
    warnings: warningsOf(teller, checked),
    notes: notesOf(teller, checked),
    problems: [],
  };
}

function subjectOf({ assessment: { subject, date }, language }: Teller): string | null {
  const day = date === null ? null : dayInWords(date, language);
  const parts = [spoken(subject.name), spoken(subject.use), day].filter((part) => part !== null);
  return parts.length === 0 ? null : tameLine(parts.join(' · '));
}

function toldDemand(teller: Teller, demand: Demand, file: string): ToldDemand {
  const { words } = teller;
  const mended = demand.mended.map((id) => nameOf(teller, demand, id));
  return {
    demand: demand.demand,
    label: labelOf(teller, demand),
    outcome: demand.outcome,
    findings: demand.findings.map((finding) => toldFinding(teller, finding, file)),
    mended: mended.length === 0 ? null : words.mended(mended.join(', ')),
  };
}

function labelOf(
  { words, telling, questionnaire }: Teller,
  { demand, of, wanted }: Demand,
): string {
  const { exact, exactPercent } = telling.numbers;
  const said = words.demand;
  const name = of ?? '';
  switch (demand) {
    case 'verdicts':
      return (verdictKinds as readonly string[]).includes(name)
        ? said.kind(name)
        : said.verdict(name);
    case 'level':
      return said.level(exact(Number(wanted)));
    case 'hurdle-level': {
      const hurdle = questionnaire.hurdles.find(({ id }) => id === of);
      return said['hurdle-level'](
        hurdle ? telling.tell(hurdle.title) : name,
        exact(Number(wanted)),
      );
    }
    case 'coverage':
      return said.coverage(exactPercent(Number(wanted)));
    case 'age': {
      const [, amount = '', unit = 'd'] = /^(\d+)([dwm])$/.exec(String(wanted)) ?? [];
      return said.age(words.age[unit as 'd' | 'w' | 'm'](Number(amount)));
    }
    case 'condition':
      return said.condition(name);
    case 'at-target':
    case 'levels-held':
    case 'verdicts-held':
    case 'answers-held':
      return said[demand];
    default:
      return demand satisfies never;
  }
}

// What was mended: a verdict by its text would be a list of sentences.
function nameOf({ telling, questionnaire, words }: Teller, { demand }: Demand, id: string): string {
  const hurdle = questionnaire.hurdles.find((one) => one.id === id);
  if (hurdle) return telling.tell(hurdle.title);
  if (demand === 'at-target') return titleOf(telling, id);
  return id === 'company' ? words.company : id;
}

function toldFinding(teller: Teller, finding: Finding, file: string): ToldFinding {
  const { because, steps, isNew } = finding;
  // What can be mended is where to look first.
  const mending = because.find(({ id, at }) => at !== null && steps.some((step) => step.id === id));
  const at = (mending ?? because.find((cause) => cause.at !== null))?.at;
  return {
    title: tameLine(titleOfFinding(teller, finding)),
    isNew,
    at: at ?? { file, line: 1, column: 1 },
    causes: [
      ...because.filter(isSaid).map((cause) => ({
        text: tameLine(causeText(teller, cause, finding)),
        at: cause.at,
      })),
      ...unsaid(teller, because),
    ],
    steps: [
      ...steps
        .filter(({ kind }) => kind === 'improve')
        .map((step) => tameLine(stepText(teller, step))),
      ...findOut(teller, steps),
    ],
  };
}

function isSaid({ state, before }: FoundCause): boolean {
  return state !== 'unanswered' || before !== undefined;
}

// What nobody answered stands nowhere in the file; it is told together.
function unsaid({ telling, words }: Teller, because: readonly FoundCause[]): ToldFinding['causes'] {
  const open = because.filter((cause) => !isSaid(cause));
  if (open.length === 0) return [];
  const titles = open.map(({ id }) => `${titleOf(telling, id)} (${id})`);
  return [{ text: tameLine(words.unanswered(titles.join(', '))), at: null }];
}

// To find something out takes the same for every question.
function findOut({ telling, words }: Teller, steps: readonly MendingStep[]): readonly string[] {
  const open = steps.filter(({ kind }) => kind === 'find-out');
  const [first] = open;
  if (first === undefined) return [];
  const effort = words.days(telling.numbers.effort(first.effort));
  return [words.findOut(open.map(({ id }) => id).join(', '), effort, open.length)];
}

function titleOfFinding(teller: Teller, finding: Finding): string {
  const { telling, words, questionnaire, language } = teller;
  const { kind, reason, certain } = finding;
  const id = finding.id ?? '';
  const why = reason === null ? '' : words.reasons[reason];
  switch (kind) {
    case 'verdict':
      return `${telling.verdict(id)} (${id}${certain ? '' : `, ${words.provisional}`})`;
    case 'question':
      return titleOf(telling, id);
    case 'company':
      return 'level' in finding ? levelText(teller, words.company, finding) : words.nothingDue(why);
    case 'hurdle': {
      const hurdle = questionnaire.hurdles.find((one) => one.id === id);
      return levelText(teller, hurdle ? telling.tell(hurdle.title) : id, finding);
    }
    case 'condition': {
      const said = messageOf(teller, id) ?? words.conditionHolds(id);
      return certain ? said : `${said} (${words.provisional})`;
    }
    case 'age':
      return finding.date == null || reason !== null
        ? words.undated(why)
        : words.dated(dayInWords(finding.date, language));
    case 'coverage':
      return finding.value == null
        ? words.notCovered(why)
        : words.covered(telling.numbers.percent(finding.value), finding.because.length);
    default:
      return kind satisfies never;
  }
}

function levelText({ words }: Teller, what: string, finding: Finding): string {
  const { level = null, levelHigh = null, levelBefore, reason } = finding;
  if (levelBefore != null) {
    return level === null
      ? words.levelLost(what, String(levelBefore))
      : words.levelFell(what, String(levelBefore), String(level));
  }
  if (level === null) return words.noLevel(what, reason === null ? '–' : words.reasons[reason]);
  const isRange = levelHigh !== null && levelHigh > level;
  return words.level(
    what,
    isRange ? words.levelRange(String(level), String(levelHigh)) : String(level),
  );
}

function messageOf({ checks, language }: Teller, id: string): string | null {
  const message = checks.find((check) => check.id === id)?.message;
  if (message === undefined || typeof message === 'string') return message ?? null;
  return message[language] ?? Object.values(message)[0] ?? null;
}

function causeText(teller: Teller, cause: FoundCause, finding: Finding): string {
  const { telling, words } = teller;
  const { id, state, before, value } = cause;
  if (state === 'result') {
    const [view] = causeViews(telling, [{ id, ...(value === undefined ? {} : { value }) }]);
    return view ? `${view.title} (${id}): ${view.answer ?? ''}` : `${id}: ${value ?? '–'}`;
  }
  const title = `${titleOf(telling, id)} (${id})`;
  const target = finding.target ?? null;
  const aimed = (text: string) =>
    target === null || finding.id !== id
      ? text
      : words.withTarget(text, telling.numbers.exact(target));
  if (before !== undefined) {
    return aimed(words.changed(title, briefly(teller, id, before), briefly(teller, id, cause)));
  }
  if (state !== 'answered' || cause.answer === undefined) {
    return `${title}: ${state === 'answered' ? '–' : words.open[state]}`;
  }
  const isLevel = telling.question(id)?.kind === 'level';
  const answer = answerInWords(telling, id, cause.answer);
  return aimed(words.answered(title, isLevel ? String(cause.answer) : null, answer));
}

function briefly(
  { telling, words }: Teller,
  id: string,
  { state, answer }: Pick<FoundCause, 'answer'> & { readonly state: FoundCause['state'] },
): string {
  if (state === 'result') return '–';
  if (state !== 'answered') return words.open[state];
  if (answer === undefined) return '–';
  return telling.question(id)?.kind === 'level'
    ? words.stage(String(answer))
    : answerInWords(telling, id, answer);
}

function stepText({ telling, words }: Teller, step: MendingStep): string {
  const { id, rank, effort, status } = step;
  const title = `${adviceTitle(telling, id)} (${id})`;
  return [
    words.step(title, rank === null ? null : String(rank)),
    words.days(telling.numbers.effort(effort)),
    ...(status === null ? [] : [words.status[status]]),
  ].join(' · ');
}

function warningsOf({ words }: Teller, { baseline }: CheckedFile): readonly string[] {
  if (baseline === null) return [];
  const { file, version, remarks } = baseline;
  return remarks.map((remark) => tameLine(words.baseline.remarks[remark](file, version ?? '–')));
}

function notesOf(teller: Teller, checked: CheckedFile): readonly string[] {
  const { telling, words, language } = teller;
  const { scope, notApplicable, noLongerDue, provisional, baseline } = checked;
  const gone = noLongerDue.map((id) => `${titleOf(telling, id)} (${id})`);
  const skipped = notApplicable.map(({ id, isNew }) => {
    const title = `${titleOf(telling, id)} (${id})`;
    return isNew ? `${title}, ${words.newlyNotApplicable}` : title;
  });
  const doubtful = provisional.map(({ kind, id }) =>
    kind === 'verdict' ? id : (messageOf(teller, id) ?? id),
  );
  const day = baseline?.date == null ? null : dayInWords(baseline.date, language);
  return [
    ...(baseline?.usable ? [words.baseline.against(baseline.file, day)] : []),
    ...(scope.quick ? [words.scope.quick] : []),
    ...(scope.role === null ? [] : [words.scope.role(telling.role(scope.role))]),
    ...(skipped.length === 0 ? [] : [words.notApplicable(skipped.length, skipped.join(', '))]),
    ...(gone.length === 0 ? [] : [words.noLongerDue(gone.length, gone.join(', '))]),
    ...(doubtful.length === 0 ? [] : [words.provisionalNote(doubtful.join(', '))]),
  ].map(tameLine);
}
