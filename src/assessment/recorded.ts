import type { Engine } from './engine.ts';
import { type Judgement, judgeSheet } from './judge.ts';
import { type Recommended, recommend } from './recommend.ts';
import { recordCompany } from './record-company.ts';
import { recordHurdles } from './record-hurdles.ts';
import { recordQuestions } from './record-questions.ts';
import type { Ranked, Waiting } from './recorder.ts';
import type { Sheet } from './sheet.ts';
import { plain, type StepBook, stepBook } from './step-book.ts';

/** A judgement with every step that led to it. */
export type Recorded = { readonly judgement: Judgement; readonly book: StepBook };

/** A plan with how each priority came about. */
export type RecordedPlan = {
  readonly plan: Recommended;
  readonly ranked: ReadonlyMap<number, Ranked>;
  /** Why a step first waited for one of a lower priority, by its position. */
  readonly waited: ReadonlyMap<number, Waiting>;
};

/** Judges again and writes down how. */
export function recorded(engine: Engine, sheet: Sheet): Recorded {
  const book = stepBook();
  const questions = recordQuestions(engine, book);
  const record = { ...questions, ...recordHurdles(engine, book), ...recordCompany(engine, book) };
  const judgement = judgeSheet(engine, sheet, { record });
  questions.finish(judgement.targets);
  return { judgement, book };
}

/** Ranks again and writes down how. */
export function recordedPlan(engine: Engine, { judgement, book }: Recorded): RecordedPlan {
  const ranked = new Map<number, Ranked>();
  const waited = new Map<number, Waiting>();
  const plan = recommend(engine, judgement, {
    ranked: (question, told) => {
      ranked.set(question, told);
      writePriority(engine, book, question, told);
    },
    waits: (question, why) => {
      if (!waited.has(question)) waited.set(question, why);
    },
  });
  return { plan, ranked, waited };
}

function writePriority(engine: Engine, book: StepBook, position: number, told: Ranked): void {
  const id = engine.questions[position]?.id ?? '';
  const subject = `recommendation:${id}`;
  const question = `question:${id}`;
  const { impact, gap, activeGate, weakestHurdle, effort, meanEffort, priority } = told;
  const known = (name: 'target' | 'value', step: string, value: number) => {
    const operand = book.result(name, question, step);
    return operand.from === undefined ? plain(name, value) : operand;
  };
  const gapOf = [
    known('target', 'target', told.target),
    known('value', 'points', told.given),
    plain('lowest', told.lowest),
    plain('highest', told.highest),
  ];
  book.write(subject, 'gap', 'share-of-span', gapOf, gap);
  const days = [plain('value', effort.min, 'min'), plain('value', effort.max, 'max')];
  book.write(subject, 'effort', 'mean', days, meanEffort);
  const factors = [
    plain('impact', impact),
    book.result('gap', subject, 'gap'),
    plain('activeGate', activeGate),
    plain('weakestHurdle', weakestHurdle),
    book.result('effort', subject, 'effort'),
  ];
  const { round } = engine.questionnaire.method;
  book.write(subject, 'priority', 'priority', factors, priority, round);
}
