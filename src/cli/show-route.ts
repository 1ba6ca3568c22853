import type { RouteStepView, RouteView } from '../report/route-view.ts';
import type { View } from '../report/view-type.ts';
import { wrap } from '../shared/wrap.ts';
import type { Io } from './io.ts';
import { changeLines, decisionLines, head, nameOf, type PlanPage } from './show-plan.ts';
import { blocksAsText, indented, type Lines, terminalPage } from './terminal-page.ts';
import type { Words } from './words/words.ts';

/** A route as text for a terminal of any width: the goal, the steps in order, and where they lead. */
export function showRoute(view: View, route: RouteView, words: Words, io: Io): string {
  const page: PlanPage = { ...terminalPage(io), view, words };
  const title = wrap(page.paint.underline(titleOf(page, route)), page.width);
  if (route.isThere) return blocksAsText([head(page), [...title, words.route.isThere]]);
  if (route.disputes.length > 0) {
    return blocksAsText([head(page), [...title, ...disputes(page, route)]]);
  }
  if (!route.reached) {
    const why = [...unreached(page, route), words.route.wholePlan];
    return blocksAsText([
      head(page),
      [...title, ...why.flatMap((line) => indented(line, 0, page))],
    ]);
  }
  if (route.nothing === 'at-target') {
    return blocksAsText([head(page), [...title, ...indented(words.plan.nothing, 0, page)]]);
  }
  return blocksAsText([
    head(page),
    [...title, ...sum(page, route)],
    again(page, route),
    route.steps.flatMap((step) => stepLines(page, step)),
    route.nothing === null ? result(page, route) : [],
    notes(page, route),
  ]);
}

function titleOf({ words }: PlanPage, { goal, exact, reached }: RouteView): string {
  const { level, verdict, days } = goal;
  // What is not proven to be the cheapest is not called so.
  const way = exact || !reached ? words.route.cheapest : words.route.cheap;
  switch (goal.kind) {
    case 'level':
      return words.route.toLevel(way, level?.number ?? '', level?.name ?? '');
    case 'at-target':
      return words.route.toTarget(way);
    case 'verdict':
      return words.route.toLift(way, verdict ?? '');
    case 'fine':
      return words.route.toFine(way, verdict ?? '');
    case 'days':
      return exact ? words.route.best(days ?? '') : words.route.good(days ?? '');
    default:
      return goal.kind satisfies never;
  }
}

function disputes(page: PlanPage, route: RouteView): Lines {
  const { words, width } = page;
  return [
    ...indented(words.route.disputed, 0, page),
    ...route.disputes.flatMap(({ title, said }) => wrap(`  – ${title}: ${said}`, width, 4)),
    ...indented(words.route.settle, 0, page),
  ];
}

function unreached({ view, words }: PlanPage, route: RouteView): readonly string[] {
  const { goal, after, exact, atTarget, onlyWith, stoppedBy } = route;
  if (goal.kind === 'level' && view.partial) return [words.result.noLevel.scope];
  const level = after.level?.number ?? null;
  const why =
    goal.kind !== 'level'
      ? words.route.unreached[goal.kind]
      : level === null
        ? words.route.noLevelThen
        : atTarget
          ? words.route.targetsReachOnly(level)
          : words.route.reachOnly(level);
  return [
    exact ? why : `${why} ${words.route.roughlyUnreached}`,
    ...(stoppedBy.length > 0 ? [words.route.stoppedBy(goal.level?.number ?? '', stoppedBy)] : []),
    ...(onlyWith.length > 0 ? [words.route.onlyWith(onlyWith)] : []),
  ];
}

function sum(page: PlanPage, route: RouteView): Lines {
  const { words } = page;
  const { goal, steps, nothing, effort, effortMean, effortHeld, weeks, findsOut } = route;
  if (nothing !== null) return indented(words.route.nothingFits, 0, page);
  if (steps.length === 0) return indented(words.route.onlyAgain, 0, page);
  const days =
    goal.days === null
      ? words.route.effort(effort, effortMean)
      : words.route.held(effortHeld, goal.days, effort);
  return indented(words.route.sum(steps.length, findsOut, days, weeks), 0, page);
}

function again(page: PlanPage, { answerAgain }: RouteView): Lines {
  if (answerAgain.length === 0) return [];
  const { words, paint, width } = page;
  return [
    ...wrap(paint.underline(words.route.answerAgain), width),
    ...answerAgain.flatMap(({ title, kind, gain, firstLevel }) => [
      ...wrap(`  – ${paint.bold(title)}`, width, 4),
      ...changeLines(
        page,
        { kind, gain },
        firstLevel === null ? [] : [words.route.level(null, firstLevel)],
      ),
    ]),
  ];
}

function stepLines(page: PlanPage, step: RouteStepView): Lines {
  const { words, paint, width } = page;
  const facts = [
    step.owner,
    words.result.days(step.effort),
    words.result.weeks(step.weeks),
    ...(step.after.length > 0 ? [words.plan.after(step.after)] : []),
  ];
  return [
    ...wrap(`  ${step.number}. ${paint.bold(nameOf(step, page))}`, width, 5),
    ...indented(facts.filter(Boolean).join(' · '), 5, page),
    ...decisionLines(page, step.decided),
    ...changeLines(
      page,
      step,
      step.firstLevel === null ? [] : [words.route.level(null, step.firstLevel)],
    ),
  ];
}

function result(page: PlanPage, { before, after }: RouteView): Lines {
  const { words, paint, view } = page;
  // Where only part was asked no step leads to a level.
  const isWithoutLevel = view.partial && after.level === null;
  const changes = [
    ...(isWithoutLevel
      ? []
      : [words.route.level(before.level?.number ?? null, after.level?.number ?? null)]),
    ...(before.score === null || after.score === null
      ? []
      : [words.plan.score(before.score, after.score)]),
  ];
  return [
    paint.underline(words.route.afterwards),
    ...indented(changes.join(' · '), 2, page),
    ...after.verdicts.flatMap((text) => indented(words.route.stands(text), 2, page)),
  ];
}

function notes(page: PlanPage, { exact, goal, findsOut, hasSettled }: RouteView): Lines {
  const { words, paint } = page;
  const isDays = goal.kind === 'days';
  const proof = exact
    ? isDays
      ? words.route.provenBest
      : words.route.provenCheapest
    : words.route.approximation;
  const said = [
    proof,
    ...(findsOut !== null ? [words.route.findsOut] : []),
    ...(hasSettled ? [words.route.byAnswers] : []),
  ];
  return said.flatMap((text) => indented(paint.dim(text), 0, page));
}
