import type { Range } from '../questionnaire/compile-condition.ts';
import { snap } from '../shared/snap.ts';
import type { Engine } from './engine.ts';
import type { Operand } from './explanation-format.ts';
import type { Bounded, QuestionLimited, Recorder, Working } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

type Parts = 'targetBegins' | 'targetModified' | 'targetMoved' | 'targetBounded' | 'targetRaised';
type Points = 'answerWorth' | 'openWorth' | 'given' | 'limited' | 'counted';

/** Writes down how the points and the target of every question come about. */
export function recordQuestions(
  engine: Engine,
  book: StepBook,
): Pick<Recorder, Parts | Points> & {
  /** Writes what is known only once all is judged: what counts at the certain end as it is told, and the gap. */
  readonly finish: (targets: readonly (number | null)[]) => void;
} {
  const about = engine.questions.map(({ id }) => `question:${id}`);
  const limits = new Map<number, QuestionLimited[]>();
  const { round } = engine.questionnaire.method;
  const targets = targetBook(engine, book, about);

  return {
    ...targets.recorder,
    answerWorth: (question, working) => writeWorth(engine, book, question, working),
    openWorth: (question, policy, points) => {
      if (points === null) return;
      const subject = about[question] as string;
      book.write(subject, 'given', 'identity', [plain('value', points.low, 'worst')], points.low);
      const best = policy === 'range' ? 'best' : 'worst';
      book.write(
        subject,
        'givenHigh',
        'identity',
        [plain('value', points.high, best)],
        points.high,
      );
    },
    given: (question, _exact, rounded) => {
      const subject = about[question] as string;
      for (const [end, value] of endsOf(rounded)) {
        const given = book.result('value', subject, `given${end}`);
        book.write(subject, `points${end}`, 'identity', [given], value, round);
      }
    },
    limited: (question, told) => {
      limits.set(question, [...(limits.get(question) ?? []), told]);
    },
    counted: (question, counts) => {
      const subject = about[question] as string;
      const on = limits.get(question) ?? [];
      const scoring = engine.questions[question]?.scoring;
      for (const [end, value] of endsOf(counts)) {
        const biting = on.filter(({ certain }) => end === '' || certain);
        const operands = [
          book.result('value', subject, `given${end}`),
          plain('lowest', scoring?.lowest ?? 0),
          ...biting.map((limit) => limitOperand(engine, book, limit, end)),
        ];
        book.write(subject, `counted${end}`, 'cap', operands, value);
      }
      const exact = book.result('value', subject, 'counted');
      book.write(subject, 'counts', 'identity', [exact], snap(counts.low, round), round);
    },
    finish: (aims) => {
      for (const { position, id } of engine.questions) {
        const subject = `question:${id}`;
        const target = aims[position] ?? null;
        if (target === null) continue;
        targets.finish(position);
        const points = book.result('value', subject, 'points');
        if (points.from === undefined) continue;
        const aim = book.result('target', subject, 'target');
        const gap = Math.max(0, target - Number(points.value));
        book.write(subject, 'gap', 'shortfall', [aim, points], snap(gap, round), round);
      }
    },
  };
}

/** Both ends of a range with what the names of their steps end in. */
export function endsOf({ low, high }: Range): readonly (readonly ['' | 'High', number])[] {
  return [
    ['', low],
    ['High', high],
  ];
}

function limitOperand(
  engine: Engine,
  book: StepBook,
  { gate, limit, answerOf }: QuestionLimited,
  end: '' | 'High',
): Operand {
  const of = `gate:${engine.gates[gate]?.id}`;
  if (answerOf === null) return plain('limit', limit.low, of);
  return book.result('limit', `question:${engine.questions[answerOf]?.id}`, `points${end}`, of);
}

function writeWorth(engine: Engine, book: StepBook, position: number, working: Working): void {
  const { id, question } = engine.questions[position] as Engine['questions'][number];
  const subject = `question:${id}`;
  const options = 'options' in question ? question.options : [];
  const named = (index: number) => {
    const option = options[index];
    return option && 'id' in option ? `option:${option.id}` : `option:${index}`;
  };
  const chosen = (name: string, indices: readonly number[], worth: readonly number[]) =>
    indices.map((index, place) => plain(name, worth[place] as number, named(index)));
  const { points } = working;
  switch (working.kind) {
    case 'level':
      book.write(subject, 'given', 'identity', [plain('value', points, `level:${points}`)], points);
      break;
    case 'choice':
      book.write(
        subject,
        'given',
        'identity',
        [plain('value', points, named(working.option))],
        points,
      );
      break;
    case 'sum': {
      const parts = chosen('value', working.chosen, working.worth);
      if (working.cap === null) {
        book.write(subject, 'given', 'sum', parts, points);
        break;
      }
      book.write(subject, 'total', 'sum', parts, working.total);
      const total = book.result('value', subject, 'total');
      book.write(subject, 'given', 'min', [total, plain('value', working.cap, 'cap')], points);
      break;
    }
    case 'max': {
      const parts = chosen('value', working.chosen, working.worth);
      book.write(
        subject,
        'given',
        'max',
        [plain('value', working.floor, 'floor'), ...parts],
        points,
      );
      break;
    }
    case 'share': {
      const together = options.flatMap((option, index) =>
        'exclusive' in option && !option.exclusive ? [named(index)] : [],
      );
      const all = working.possible.map((worth, index) => plain('value', worth, together[index]));
      book.write(
        subject,
        'total',
        'sum',
        chosen('value', working.chosen, working.worth),
        working.total,
      );
      book.write(subject, 'possible', 'sum', all, working.all);
      const total = book.result('part', subject, 'total');
      book.write(
        subject,
        'given',
        'share',
        [total, book.result('whole', subject, 'possible')],
        points,
      );
      break;
    }
    case 'number': {
      const bands = working.bands.flatMap(({ from, points: worth }, index) => [
        plain('from', from, `band:${index}`),
        plain('points', worth, `band:${index}`),
      ]);
      const said = plain('value', working.number, 'answer');
      if (working.displayed !== null) {
        book.write(subject, 'displayed', 'display', [said], working.displayed, working.decimals);
      }
      const number = working.displayed === null ? said : book.result('value', subject, 'displayed');
      book.write(subject, 'given', 'points-from-bands', [number, ...bands], points);
      break;
    }
    default:
      working satisfies never;
  }
  const given = book.result('value', subject, 'given');
  book.write(subject, 'givenHigh', 'identity', [given], points);
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

// What moves a target is told bit by bit; whether there is one in the end, only when all is judged.
function targetBook(engine: Engine, book: StepBook, about: readonly string[]) {
  const pending = new Map<number, Pending>();
  const at = (question: number) => pending.get(question) as Pending;
  const { targets } = engine.questionnaire;
  const recorder: Pick<Recorder, Parts> = {
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
    targetModified: (question, { change, atLeast, atMost, test }) => {
      const own = engine.questions[question];
      const among = targets.modifiers.flatMap((modifier, index) =>
        own && modifier.for.includes(own.id) ? [index] : [],
      );
      const place = own?.modifiers.findIndex((modifier) => modifier.test === test) ?? -1;
      at(question).modifiers.push({ index: among[place] ?? -1, change, atLeast, atMost });
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
