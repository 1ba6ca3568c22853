import type { Engine, EngineVerdict } from '../assessment/engine.ts';
import { withTargetReached } from '../assessment/hypothesis.ts';
import { type Judgement, judge, judgeSheet } from '../assessment/judge.ts';
import { type Sheet, sheetOf } from '../assessment/sheet.ts';
import { standOf } from '../assessment/stand.ts';
import type { Answers } from '../questionnaire/answers.ts';
import { comparisonsOf } from '../questionnaire/condition.ts';
import type { Problem } from '../shared/problem.ts';
import { finding } from './finding.ts';
import { type Solution, solutions } from './satisfy.ts';
import { type Fill, optionsLeft, sheetFor } from './sheets.ts';
import type { Check, Subject } from './subject.ts';

const ways = 24;
// As it stands with the best and perhaps the worst answers, and as it stands then.
const judgedEach = 3;
const fills: readonly Fill[] = ['highest', 'lowest'];

/**
 * Verdicts that still stand when everything in `first` is done. Tried: with answers for which the verdict stands,
 * each of these questions is set to what the verdict asks of it, and judged again.
 */
export const findUnlifted: Check = (subject) =>
  subject.engine.verdicts.flatMap((entry, index) => checkVerdict(entry, index, subject));

function checkVerdict(entry: EngineVerdict, index: number, subject: Subject): readonly Problem[] {
  const { engine, effort, file } = subject;
  const { verdict } = entry;
  const doing = whatLifts(entry, engine);
  if (doing.length === 0) return [];
  const goals = [{ condition: verdict.when, wanted: 'true' as const }];
  for (const solution of firstOf(solutions(goals, subject), ways)) {
    for (const option of optionsLeft(engine, solution)) {
      if (effort.judged < 0) return [];
      effort.judged -= engine.questions.length * judgedEach;
      const now = standing(engine, solution, option, index);
      if (now === null) continue;
      const then = judgeSheet(engine, done(engine, now, doing));
      if (!stands(then, index, false)) continue;
      const key = verdict.first.length > 0 ? 'first' : 'liftedWhen';
      const at = file.keyAt(['verdicts', index, key]);
      return [finding('not-lifted', at, { verdict: verdict.id })];
    }
  }
  return [];
}

// What the plan puts first; where nothing is named, whatever the condition asks about.
function whatLifts({ first, verdict }: EngineVerdict, engine: Engine): readonly number[] {
  if (first.length > 0 || !verdict.liftedWhen) return first;
  return comparisonsOf(verdict.liftedWhen).flatMap(({ address }) =>
    address.kind === 'question' ? [engine.positions.get(address.id) ?? -1] : [],
  );
}

// With everything else at its best, if the verdict stands then: what it asks for must be enough.
function standing(engine: Engine, solution: Solution, option: number | null, index: number) {
  for (const fill of fills) {
    const all = sheetFor(engine, solution, fill, option);
    const answers = onlyDue(engine, all);
    const now = judge(engine, answers);
    if (stands(now, index, true)) return now;
  }
  return null;
}

// What is not asked has no answer yet: it gets one when it is asked.
function onlyDue(engine: Engine, all: Answers): Answers {
  const { notDue } = standOf(engine, sheetOf(engine, all));
  const isDue = (id: string) => notDue[engine.positions.get(id) ?? -1] === null;
  const answers = Object.entries(all.answers).filter(([id]) => isDue(id));
  return { ...all, answers: Object.fromEntries(answers) };
}

function done(engine: Engine, { stand, targets }: Judgement, doing: readonly number[]): Sheet {
  return doing.reduce(
    (reached, position) =>
      withTargetReached(engine, stand, reached, position, targets[position] ?? null),
    stand.sheet,
  );
}

function stands({ verdicts }: Judgement, index: number, certainly: boolean): boolean {
  return verdicts.some(({ verdict, certain }) => verdict === index && (certain || !certainly));
}

function firstOf<Item>(items: Iterable<Item>, count: number): readonly Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
