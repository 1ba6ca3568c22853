import type { Engine } from './engine.ts';
import type { Operand } from './explanation-format.ts';
import type { Bounded, Recorder } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

/** What a recorder is told of targets. */
export type TargetParts =
  | 'targetBegins'
  | 'targetModified'
  | 'targetMoved'
  | 'targetBounded'
  | 'targetRaised';

/** Writes down what moves the targets. It is told bit by bit; whether there is one in the end, only when all is judged. */
export function targetBook(engine: Engine, book: StepBook, about: readonly string[]) {
  const pending = new Map<number, Pending>();
  const at = (question: number) => pending.get(question) as Pending;
  const recorder: Pick<Recorder, TargetParts> = {
    targetBegins: (question, of, base) => {
      pending.set(question, {
        targets: of,
        base,
        modifiers: [],
        moved: base,
        bounded: null,
        raised: [],
      });
    },
    targetModified: (question, { index, change, atLeast, atMost }) => {
      at(question).modifiers.push({ index, change, atLeast, atMost });
    },
    targetMoved: (question, target) => {
      at(question).moved = target;
    },
    targetBounded: (question, bounded) => {
      at(question).bounded = bounded;
    },
    targetRaised: (question, verdict, bounded) => {
      at(question).raised.push({ verdict, bounded });
    },
  };
  return {
    recorder,
    finish: (question: number) => {
      const told = pending.get(question);
      const subject = about[question] as string;
      if (told?.bounded) writeTarget(engine, book, subject, { ...told, bounded: told.bounded });
    },
  };
}

type Pending = {
  targets: readonly number[];
  base: number;
  modifiers: {
    readonly index: number;
    readonly change: number;
    readonly atLeast: number;
    readonly atMost: number;
  }[];
  moved: number;
  bounded: Bounded | null;
  raised: { readonly verdict: number; readonly bounded: Bounded }[];
};

function writeTarget(
  engine: Engine,
  book: StepBook,
  subject: string,
  told: Pending & { readonly bounded: Bounded },
): void {
  const { modifiers, bounded, raised } = told;
  const value = (step: string) => book.result('value', subject, step);
  const own = raised.length === 0 ? 'target' : 'ownTarget';
  book.write(
    subject,
    'baseTarget',
    'min',
    told.targets.map((target) => plain('value', target)),
    told.base,
  );
  const changes = modifiers.filter(({ change }) => change !== 0);
  const added = changes.reduce((total, { change }) => total + change, told.base);
  const changed = changes.map(({ change, index }) => plain('value', change, `modifier:${index}`));
  if (changes.length > 0) {
    book.write(subject, 'changedTarget', 'sum', [value('baseTarget'), ...changed], added);
  }
  const limits = modifiers.flatMap(({ index, atLeast, atMost }) =>
    boundOperands(atLeast, atMost, `modifier:${index}`),
  );
  const before = changes.length > 0 ? 'changedTarget' : 'baseTarget';
  if (limits.length > 0) {
    book.write(subject, 'movedTarget', 'within', [value(before), ...limits], told.moved);
  }
  const last = limits.length > 0 ? 'movedTarget' : before;
  book.write(subject, own, 'within', [value(last), ...boundedOperands(bounded)], bounded.result);
  if (raised.length === 0) return;
  for (const { verdict, bounded: asked } of raised) {
    const of = `verdict:${engine.verdicts[verdict]?.id}`;
    const operands = [plain('value', asked.value, of), ...boundedOperands(asked)];
    book.write(subject, `raised:${of}`, 'within', operands, asked.result);
  }
  const raises = raised.map(({ verdict }) =>
    value(`raised:verdict:${engine.verdicts[verdict]?.id}`),
  );
  const highest = raised.at(-1)?.bounded.result ?? bounded.result;
  book.write(subject, 'target', 'max', [value(own), ...raises], highest);
}

function boundedOperands({ atLeast, atMost, highest }: Bounded): readonly Operand[] {
  return [
    ...boundOperands(atLeast, atMost, 'bounds'),
    ...boundOperands(-Infinity, highest, 'highest'),
  ];
}

function boundOperands(atLeast: number, atMost: number, of: string): readonly Operand[] {
  return [
    ...(atLeast === -Infinity ? [] : [plain('atLeast', atLeast, of)]),
    ...(atMost === Infinity ? [] : [plain('atMost', atMost, of)]),
  ];
}
