import type { Range } from '../questionnaire/compile-condition.ts';
import { snap } from '../shared/snap.ts';
import type { Engine } from './engine.ts';
import type { Operand } from './explanation-format.ts';
import { type TargetParts, targetBook } from './record-targets.ts';
import { writeWorth } from './record-worth.ts';
import type { QuestionLimited, Recorder } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

type Points = 'answerWorth' | 'openWorth' | 'given' | 'limited' | 'counted';

/** Writes down how the points and the target of every question come about. */
export function recordQuestions(
  engine: Engine,
  book: StepBook,
): Pick<Recorder, TargetParts | Points> & {
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
