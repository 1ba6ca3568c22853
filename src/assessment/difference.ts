import type { Asks } from './asks.ts';
import type { Count } from './count.ts';
import type { Engine } from './engine.ts';
import type { EngineQuestion } from './engine-question.ts';
import type { Judgement } from './judge.ts';
import type { Sheet } from './sheet.ts';
import { type Stand, selectedOption, settle } from './stand.ts';

/** How a stand differs from one that was judged before; what it does not touch is as it was. */
export type Difference = {
  readonly near: Judgement;
  /** Ids of what is answered otherwise, due or not due otherwise, or has another target. */
  readonly moved: ReadonlySet<string>;
};

/**
 * Finds out what is due by what stood before: only what was answered otherwise is looked at again, and what hangs on it.
 *
 * @returns null where another scope or other voices make another sheet of it
 */
export function standBeside(
  engine: Engine,
  sheet: Sheet,
  near: Judgement,
): { readonly stand: Stand; readonly difference: Difference } | null {
  const { stand: before } = near;
  const isComparable =
    sheet.scope === before.sheet.scope &&
    sheet.spreads === before.sheet.spreads &&
    sheet.role === before.sheet.role;
  if (!isComparable) return null;
  const moved = new Set<string>();
  const affected = new Set<number>();
  const move = (id: string) => {
    moved.add(id);
    for (const position of engine.dependents.get(id) ?? []) affected.add(position);
  };
  for (const index of unequal(sheet.profile, before.sheet.profile)) {
    move(engine.questionnaire.profile[index]?.id ?? '');
  }
  for (const position of unequal(sheet.questions, before.sheet.questions)) affected.add(position);

  const situation = { ...before.situation, profile: sheet.profile };
  const questions = [...before.situation.questions];
  const targets = [...before.targets];
  const notDue = [...before.notDue];
  const stand = { sheet, situation: { ...situation, questions }, notDue, targets };
  const selected = selectedOption(engine, sheet.profile);
  // A question hangs on earlier ones alone.
  for (let position = 0; position < questions.length && affected.size > 0; position += 1) {
    if (!affected.delete(position)) continue;
    const question = engine.questions[position] as EngineQuestion;
    settle(engine, question, selected, stand);
    const isMoved =
      questions[position] !== before.situation.questions[position] ||
      notDue[position] !== before.notDue[position] ||
      targets[position] !== before.targets[position];
    if (isMoved) move(question.id);
  }
  return { stand, difference: { near, moved } };
}

function unequal<Value>(some: readonly Value[], others: readonly Value[]): readonly number[] {
  const found: number[] = [];
  if (some === others) return found;
  for (let index = 0; index < some.length; index += 1) {
    if (some[index] !== others[index]) found.push(index);
  }
  return found;
}

/** Whether anything moved that a rule asks about by its id. */
export function concerns({ moved }: Difference, { ids }: Asks): boolean {
  for (const id of moved) if (ids.has(id)) return true;
  return false;
}

/** The hurdles whose results may be others: where something moved, or a gate limits otherwise. */
export function touchedHurdles(
  engine: Engine,
  { near, moved }: Difference,
  { gates }: Count,
): ReadonlySet<number> {
  const touched = new Set<number>();
  const touch = (position: number) => {
    const question = engine.questions[position];
    if (question) touched.add(question.hurdle);
  };
  for (const id of moved) touch(engine.positions.get(id) ?? -1);
  engine.gates.forEach(({ hurdleLimits, questionLimits }, index) => {
    const isOther = gates[index] !== near.counted.gates[index];
    if (isOther) for (const { hurdle } of hurdleLimits) touched.add(hurdle);
    for (const { question, atMost } of questionLimits) {
      const setter = typeof atMost === 'number' ? undefined : engine.questions[atMost.answerOf];
      if (isOther || (setter && moved.has(setter.id))) touch(question);
    }
  });
  return touched;
}
