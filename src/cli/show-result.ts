import stringWidth from 'fast-string-width';
import type { CauseView, HurdleView, StepView, VerdictView, View } from '../report/view-type.ts';
import { wrap } from '../shared/wrap.ts';
import { decidedLines, decisionText } from './decision-lines.ts';
import type { Io } from './io.ts';
import { apartLines } from './show-differences.ts';
import { blocksAsText, type Lines, type TerminalPage, terminalPage } from './terminal-page.ts';
import type { Words } from './words/words.ts';

/** The result as text for a terminal of any width: verdicts, hurdles, where the company stands, first steps. */
export function showResult(view: View, words: Words, io: Io): string {
  const page: Page = {
    view,
    words: words.result,
    plan: words.plan,
    ...terminalPage(io),
  };
  return blocksAsText([
    head(page),
    covers(page),
    verdicts(page),
    hurdles(page),
    overall(page),
    apart(page),
    steps(page),
    contradictions(page),
    open(page),
  ]);
}

type Page = TerminalPage & {
  readonly view: View;
  readonly words: Words['result'];
  readonly plan: Words['plan'];
};

// Of one role: what its answers cover, and who can answer the rest.
function covers({ view, words, width }: Page): Lines {
  if (view.covers === null) return [];
  const { asked, due, hurdles: covered, others, restShared, rest } = view.covers;
  const roles = rest.map(({ role, questions }) => words.restOf(role, questions));
  return [
    ...wrap(words.onlyRole(view.scope.role ?? '', asked, due), width),
    ...covered.flatMap(({ extent, titles }) =>
      wrap(`  ${words.covers(words.extents[extent], titles.join(', '))}`, width, 4),
    ),
    ...(roles.length === 0
      ? []
      : wrap(`  ${words.rest(others, restShared, roles.join(', '))}`, width, 4)),
  ];
}

function apart(page: Page): Lines {
  const lines = apartLines(page.view.differences, page.words, page.paint, page.width);
  return lines.length === 0 ? [] : [...title(page, page.words.apart), ...lines];
}

function head({ view, words, paint, width }: Page): Lines {
  const subject = [view.subject.name ?? words.unnamed, view.subject.use, view.date?.text];
  return wrap(paint.bold(subject.filter(Boolean).join(' · ')), width);
}

function verdicts(page: Page): Lines {
  if (page.view.verdicts.length === 0) return [];
  return [
    ...title(page, page.words.decide),
    ...page.view.verdicts.flatMap((one) => verdict(page, one)),
  ];
}

function verdict(page: Page, { kind, certain, text, because, lifted, first }: VerdictView): Lines {
  const { words, paint, width } = page;
  const mark = kind === 'fine' ? paint.green('✓') : paint.yellow('■');
  const doubt = certain ? '' : ` (${words.provisional})`;
  const steps = first.flatMap(({ title: name, rank }) =>
    rank === null ? [] : [words.step(rank, name)],
  );
  return [
    ...wrap(`${mark} ${paint.bold(text)}${doubt}`, width, 2),
    ...because.flatMap((cause) => wrap(`  ${words.because} ${causeText(page, cause)}`, width, 4)),
    ...(lifted === null ? [] : wrap(`  ${words.lifted} ${lifted}`, width, 4)),
    ...(steps.length === 0 ? [] : wrap(`  ${words.first} ${steps.join('; ')}`, width, 4)),
  ];
}

function causeText(
  { words }: Page,
  { title: name, answer, level, state, result }: CauseView,
): string {
  if (result === 'unknown') return words.openShare(name, answer ?? '');
  if (state === 'unknown') return `${name}: ${words.unknown}`;
  if (state === 'unanswered' || answer === null) return `${name}: ${words.unanswered}`;
  return level === null ? `${name}: ${answer}` : `${name}, ${words.level(level)}: ${answer}`;
}

function hurdles(page: Page): Lines {
  const { view, words } = page;
  const names = Math.max(...view.hurdles.map((hurdle) => stringWidth(hurdle.title)));
  return [
    ...title(page, words.hurdles),
    ...view.hurdles.flatMap((hurdle, index) =>
      hurdleLines(page, hurdle, view.lanes.lanes[index]?.bar ?? '', names),
    ),
  ];
}

function hurdleLines(page: Page, hurdle: HurdleView, bar: string, names: number): Lines {
  const { words, paint, width } = page;
  const { level, target, targetIsEnough, reason } = hurdle;
  const aim = target === null ? '' : `${targetIsEnough ? words.enough : words.target} ${target}`;
  const numbers = `${bar}  ${levelText(hurdle).padEnd(5)} ${aim}`.trimEnd();
  const gap = ' '.repeat(Math.max(0, names - stringWidth(hurdle.title)));
  const row = `  ${hurdle.title}${gap}  ${numbers}`;
  const named = level === null ? row : `${row}  ${level.name}`;
  const rows =
    stringWidth(named) <= width
      ? [named]
      : stringWidth(row) <= width
        ? [row]
        : [...wrap(`  ${paint.bold(hurdle.title)}`, width, 2), ...wrap(`  ${numbers}`, width, 2)];
  const cap = hurdle.limits.find(({ effective }) => effective);
  const remarks = [
    reason === null ? null : words.reasons[reason],
    cap ? (cap.kind === 'gate' ? words.cappedBy(cap.why) : words.cappedByCore(cap.why)) : null,
  ];
  const lowered = hurdle.questions.flatMap(({ title: name, counts, countsIn, countsBecause }) =>
    counts === null ? [] : [words.countsOnly[countsIn](name, counts, countsBecause.join(' '))],
  );
  return [
    ...rows,
    ...[...remarks, ...lowered].flatMap((remark) =>
      remark === null ? [] : wrap(`  ${paint.dim(`↳ ${remark}`)}`, width, 4),
    ),
  ];
}

function levelText({ level, plus, levelHigh }: HurdleView): string {
  if (level === null) return '–';
  return `${level.number}${plus ? '+' : ''}${levelHigh === null ? '' : `–${levelHigh.number}`}`;
}

function overall({ view, words, paint, width }: Page): Lines {
  const { overall: result } = view;
  const level =
    result.level === null
      ? words.noLevel[result.reason ?? 'not-rateable']
      : `${words.overallLevel(`${result.level.number}${result.plus ? '+' : ''}`, result.level.name)}`;
  const parts = [
    paint.bold(level),
    result.levelHigh === null ? null : words.atMostLevel(result.levelHigh.number),
    result.target === null
      ? null
      : result.targetIsEnough
        ? words.overallEnough(result.target.number)
        : words.overallTarget(result.target.number),
    result.plus ? words.plus(result.above) : null,
    result.score === null
      ? null
      : words.index(result.score, result.scoreHigh, result.scoreIsOfPart),
    words.answered(result.answered, result.due),
    result.notApplicable === 0 ? null : words.notApplicable(result.notApplicable),
  ];
  return [
    ...wrap(paint.underline(words.overall), width),
    ...wrap(`  ${parts.filter((part) => part !== null).join(' · ')}`, width, 2),
    ...(view.sensitivity.headline === '' ? [] : wrap(`  ${view.sensitivity.headline}`, width, 2)),
  ];
}

function steps(page: Page): Lines {
  const { view, words, width } = page;
  const apart = decidedLines(view, page.plan, width);
  if (view.plan.isEmpty) {
    return [...(view.overall.atTarget ? wrap(words.nothingToDo, width) : []), ...apart];
  }
  const more = view.plan.next.length + view.plan.later.length;
  return [
    ...title(page, words.steps),
    ...view.plan.now.flatMap((step) => stepLines(page, step)),
    ...(more === 0 ? [] : wrap(`  ${words.moreSteps(more)}`, width, 2)),
    ...apart,
  ];
}

function stepLines({ words, plan, paint, width }: Page, step: StepView): Lines {
  const name = step.kind === 'find-out' ? words.findOut(step.title) : step.title;
  const facts = [step.owner, words.days(step.effort), words.weeks(step.weeks)].join(' · ');
  const [doFirst] = step.steps;
  return [
    ...wrap(`  ${step.rank}. ${paint.bold(name)}`, width, 5),
    ...wrap(`     ${facts}`, width, 5),
    ...(step.decided ? wrap(`     ${decisionText(step.decided, plan, paint)}`, width, 5) : []),
    ...(doFirst === undefined ? [] : wrap(`     → ${doFirst}`, width, 7)),
  ];
}

function contradictions(page: Page): Lines {
  const { view, words, width } = page;
  if (view.contradictions.length === 0) return [];
  return [
    ...title(page, words.contradictions),
    ...view.contradictions.flatMap(({ ask }) => wrap(`  • ${ask}`, width, 4)),
  ];
}

function open(page: Page): Lines {
  const { view, words, width } = page;
  if (view.open.questions.length === 0) return [];
  return [
    ...title(page, words.open),
    ...view.open.questions.flatMap(({ title: name, roles }) =>
      wrap(`  • ${name}${roles === '' ? '' : ` (${words.whoKnows(roles)})`}`, width, 4),
    ),
  ];
}

function title({ paint, width }: Page, text: string): Lines {
  return wrap(paint.underline(text), width);
}
