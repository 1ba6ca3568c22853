import type { Finding, FoundCause, MendingStep } from '../assessment/check/check-format.ts';
import { toAddress } from '../questionnaire/condition.ts';
import { adviceTitle, answerInWords, causeViews, titleOf } from '../report/telling.ts';
import { dayInWords } from '../shared/day.ts';
import { tameLine } from '../shared/tame.ts';
import type { Teller, ToldFinding } from './check-told.ts';

/** Words one thing that keeps a demand from being met: what, by which answers, and what would mend it. */
export function toldFinding(teller: Teller, finding: Finding, file: string): ToldFinding {
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

/** What a check of one's own says when it fails, in the language of the talk or another it has. */
export function messageOf({ checks, language }: Teller, id: string): string | null {
  const message = checks.find((check) => check.id === id)?.message;
  if (message === undefined || typeof message === 'string') return message ?? null;
  return message[language] ?? Object.values(message)[0] ?? null;
}

function causeText(teller: Teller, cause: FoundCause, finding: Finding): string {
  const { telling, words } = teller;
  const { id, state, before } = cause;
  if (state === 'result') return resultText(teller, cause);
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

function resultText(teller: Teller, { id, value }: FoundCause): string {
  const { telling, words, questionnaire } = teller;
  const address = toAddress(id);
  if (address.kind !== 'result') {
    const [view] = causeViews(telling, [{ id, ...(value === undefined ? {} : { value }) }]);
    return `${titleOf(telling, id)} (${id}): ${view?.answer ?? '–'}`;
  }
  const { name, of } = address;
  if (name === 'role' || value === undefined) return `${id}: –`;
  const hurdle = questionnaire.hurdles.find((one) => one.id === of);
  const whose = hurdle
    ? telling.tell(hurdle.title)
    : words.resultOf[of === 'core' ? 'core' : 'whole'];
  // Rounded to whole numbers a score could look as if it were what was demanded.
  const { percent, hundredths } = telling.numbers;
  const said = words.results[name](name === 'unknown' ? percent(value) : hundredths(value));
  return `${whose} (${id}): ${said}`;
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
