import type { CauseView, DecidedView, StepView, View } from '../report/view-type.ts';
import { wrap } from '../shared/wrap.ts';
import { decisionText } from './decision-lines.ts';
import type { Io } from './io.ts';
import {
  blocksAsText,
  indented,
  type Lines,
  type TerminalPage,
  terminalPage,
} from './terminal-page.ts';
import type { Words } from './words/words.ts';

/** The plan as text for a terminal of any width: what to begin, every step with who and until when, what is decided. */
export function showPlan(view: View, words: Words, io: Io): string {
  const page: PlanPage = { ...terminalPage(io), view, words };
  return blocksAsText([
    head(page),
    begin(page),
    phase(page, 'now'),
    phase(page, 'next'),
    phase(page, 'later'),
    sum(page),
    ...decided(page),
  ]);
}

export type PlanPage = TerminalPage & { readonly view: View; readonly words: Words };

/** Whom it is about, and when. */
export function head({ view, words, paint, width }: PlanPage): Lines {
  const { name, use } = view.subject;
  const subject = [name ?? words.result.unnamed, use, view.date?.text];
  return wrap(paint.bold(subject.filter(Boolean).join(' · ')), width);
}

function begin(page: PlanPage): Lines {
  const { view, words, paint } = page;
  const { plan } = view;
  if (plan.isEmpty) {
    const { settled, nothing, nothingYet, nothingAdvised } = words.plan;
    const { atTarget, open, due } = view.overall;
    const below = open === 0 && due > 0 ? nothingAdvised : nothingYet;
    return indented(plan.isSettled ? settled : atTarget ? nothing : below, 0, page);
  }
  const steps = [...plan.now, ...plan.next, ...plan.later].filter(({ canBegin }) => canBegin);
  return [
    ...wrap(paint.underline(words.plan.begin), page.width),
    ...(steps.length === 0 ? indented(words.plan.allBegun, 2, page) : []),
    ...steps.flatMap((step) =>
      wrap(`  ${step.rank}. ${paint.bold(nameOf(step, page))} · ${step.owner}`, page.width, 5),
    ),
  ];
}

function phase(page: PlanPage, name: 'now' | 'next' | 'later'): Lines {
  const steps = page.view.plan[name];
  if (steps.length === 0) return [];
  return [
    page.paint.underline(page.words.plan.phase[name]),
    ...steps.flatMap((step, index) =>
      stepLines(page, step, steps[index - 1] ?? null, name === 'now'),
    ),
  ];
}

function stepLines(
  page: PlanPage,
  step: StepView,
  before: StepView | null,
  inFull: boolean,
): Lines {
  const { words, paint, width } = page;
  const { after } = step;
  const facts = [
    step.owner,
    words.result.days(step.effort),
    words.result.weeks(step.weeks),
    ...(after.length > 0 ? [words.plan.after(after)] : []),
  ];
  const why = inFull
    ? step.because.map((cause) => `${words.result.because} ${causeText(page, cause)}`)
    : [];
  return [
    ...wrap(`  ${step.rank}. ${paint.bold(nameOf(step, page))}`, width, 5),
    ...indented(facts.filter(Boolean).join(' · '), 5, page),
    ...decisionLines(page, step.decided),
    ...why.flatMap((text) => indented(text, 5, page)),
    ...placedLines(page, step, before),
    ...changeLines(page, step),
  ];
}

// What it lifts itself is told where it changes something, and a verdict twice in a row is not told twice.
function placedLines(page: PlanPage, { placed, gain }: StepView, before: StepView | null): Lines {
  if (placed === null || (placed.by === 'verdict' && gain.lifts.includes(placed.text))) return [];
  const { words } = page;
  const isSame = placed.by === 'verdict' && before?.placed?.text === placed.text;
  return indented(
    isSame ? words.plan.sameVerdict : words.plan.placed[placed.by](placed.text),
    5,
    page,
  );
}

/** A step's title, and whether it is only to find something out. */
export function nameOf(step: Pick<StepView, 'kind' | 'title'>, { words }: PlanPage): string {
  return step.kind === 'find-out' ? words.result.findOut(step.title) : step.title;
}

/** Status, who, until when, and the note; nothing where nothing was decided. */
export function decisionLines(page: PlanPage, decision: DecidedView | null): Lines {
  return decision === null
    ? []
    : indented(decisionText(decision, page.words.plan, page.paint), 5, page);
}

/**
 * What a step changes, where it changes something; something else may be told first. What finding out changes depends
 * on what turns out, and is told that way.
 */
export function changeLines(
  page: PlanPage,
  { kind, gain }: Pick<StepView, 'kind' | 'gain'>,
  first: readonly string[] = [],
): Lines {
  const { words, paint } = page;
  const lead = kind === 'find-out' ? words.plan.changesIfReached : words.plan.changes;
  const { level, hurdleLevel, score, lifts } = gain;
  const changes = [
    ...first,
    ...(level ? [words.plan.level(level.from, level.to)] : []),
    ...(hurdleLevel
      ? [words.plan.hurdleLevel(hurdleLevel.hurdle, hurdleLevel.from, hurdleLevel.to)]
      : []),
    ...(score ? [words.plan.score(score.from, score.to)] : []),
    ...lifts.map(words.plan.lifts),
  ];
  if (changes.length === 0) return [];
  return indented(`${paint.dim(lead)} ${changes.join(' · ')}`, 5, page);
}

function causeText({ words }: PlanPage, { title, answer, level, state }: CauseView): string {
  if (state === 'unknown') return `${title}: ${words.result.unknown}`;
  if (state === 'unanswered' || answer === null) return `${title}: ${words.result.unanswered}`;
  return level === null
    ? `${title}: ${answer}`
    : `${title}, ${words.result.level(level)}: ${answer}`;
}

function sum(page: PlanPage): Lines {
  const { plan } = page.view;
  if (plan.isEmpty) return [];
  const steps = plan.now.length + plan.next.length + plan.later.length;
  return [
    ...indented(page.words.plan.total(steps, plan.effort), 0, page),
    ...indented(page.paint.dim(page.words.plan.gainNote), 0, page),
  ];
}

function decided(page: PlanPage): readonly Lines[] {
  const { view, words, paint } = page;
  const { done, dropped, others } = view.plan;
  const list = (title: string, entries: readonly Lines[]): Lines =>
    entries.length === 0 ? [] : [...wrap(paint.underline(title), page.width), ...entries.flat()];
  return [
    list(
      words.plan.unconfirmed,
      done
        .filter(({ confirmed }) => !confirmed)
        .map(({ rank, title, decided: decision, still }) => [
          ...named(page, rank, title),
          ...decisionLines(page, decision),
          ...indented(`${stillText(page, still)}; ${words.plan.answerAgain}`, 5, page),
        ]),
    ),
    list(
      words.plan.done,
      done
        .filter(({ confirmed }) => confirmed)
        .map(({ title, decided: { who } }) =>
          wrap(`  ${paint.green('✓')}  ${title}${who === null ? '' : ` · ${who}`}`, page.width, 5),
        ),
    ),
    list(
      words.plan.dropped,
      dropped.map(({ rank, title, decided: decision, verdicts, steps }) => [
        ...named(page, rank, title),
        ...decisionLines(page, decision),
        ...verdicts.flatMap((verdict) => indented(words.plan.stays(verdict), 5, page)),
        ...steps.flatMap((step) => indented(words.plan.waits(step), 5, page)),
      ]),
    ),
    list(
      words.plan.others,
      others.map(({ title, decided: decision, why }) => [
        ...named(page, null, title),
        ...decisionLines(page, decision),
        ...indented(words.plan.why[why], 5, page),
      ]),
    ),
  ];
}

function named({ width }: PlanPage, rank: number | null, title: string): Lines {
  return wrap(`  ${rank === null ? '–' : `${rank}.`} ${title}`, width, 5);
}

function stillText({ words }: PlanPage, still: CauseView | null): string {
  if (still?.state === 'unknown' || still?.state === 'unanswered') return words.plan.stillOpen;
  return words.plan.still(still?.level ?? null);
}
