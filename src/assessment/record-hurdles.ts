import { snap } from '../shared/snap.ts';
import type { Engine, EngineHurdle } from './engine.ts';
import type { Operand } from './explanation-format.ts';
import { endsOf } from './record-questions.ts';
import type { Combined, CombinedPart, End, HurdleJudged, Recorder } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

/** What the steps of a branch's ends are called. */
const stepOf = {
  low: 'mean',
  high: 'meanHigh',
  lowest: 'lowest',
  highest: 'highest',
} as const satisfies Record<End, string>;

/** Writes down how the value, the level and the score of every hurdle come about. */
export function recordHurdles(
  engine: Engine,
  book: StepBook,
): Pick<Recorder, 'combined' | 'hurdleCounted' | 'hurdleJudged'> {
  const subjectOf = (hurdle: number) => `hurdle:${engine.hurdles[hurdle]?.id}`;
  const { method } = engine.questionnaire;
  const { round } = method;
  return {
    combined: (hurdle, told) => writeCombined(engine, book, subjectOf(hurdle), told),
    hurdleCounted: (hurdle, { scored, due, applicable, answered }) => {
      const subject = subjectOf(hurdle);
      const counting = (name: string, of: readonly number[], among: readonly number[]) => {
        const operands = among.map((position) =>
          plain('value', of.includes(position), `question:${engine.questions[position]?.id}`),
        );
        book.write(subject, name, 'count', operands, of.length);
      };
      counting('due', due, scored);
      counting('applicable', applicable, due);
      counting('answered', answered, applicable);
      if (applicable.length === 0) return;
      const shares = [
        book.result('part', subject, 'answered'),
        book.result('whole', subject, 'applicable'),
      ];
      const coverage = snap(answered.length / applicable.length, round);
      book.write(subject, 'coverage', 'share', shares, coverage, round);
    },
    hurdleJudged: (index, told) => {
      const hurdle = engine.hurdles[index] as EngineHurdle;
      const subject = subjectOf(index);
      const { unknownAtMost } = method.hurdle.rateable;
      const result = (name: string, step: string) => book.result(name, subject, step);
      const { low } = told.ends;
      book.write(
        subject,
        'unlimited',
        'identity',
        [result('value', 'mean')],
        snap(low, round),
        round,
      );
      const open = [result('value', 'applicable'), result('less', 'answered')];
      const count = Number(open[0]?.value) - Number(open[1]?.value);
      book.write(subject, 'open', 'difference', open, count);
      const shares = [result('part', 'open'), result('whole', 'applicable')];
      book.write(subject, 'openShare', 'share', shares, told.openShare);
      const enough = [result('value', 'openShare'), plain('bound', unknownAtMost)];
      book.write(subject, 'rateable', 'at-most', enough, told.rateable);
      writeCoreLimit(engine, book, hurdle, told);
      for (const end of ['', 'High'] as const) writeEnd(engine, book, hurdle, told, end);
      writeLevel(engine, book, hurdle, told);
    },
  };
}

function writeCombined(engine: Engine, book: StepBook, subject: string, told: Combined): void {
  const { branch, end, aggregate, parts, result } = told;
  if (result === null) return;
  const isWhole = subject === `hurdle:${branch}`;
  const name = isWhole ? stepOf[end] : `${branch}/${stepOf[end]}`;
  const counted = aggregate === 'level-gate' ? parts : parts.filter(({ value }) => value !== null);
  const operands = counted.flatMap((part) => {
    const of =
      typeof part.of === 'number'
        ? `question:${engine.questions[part.of]?.id}`
        : `group:${part.of}`;
    const value = partOperand(book, subject, part, 'value', end, of);
    switch (aggregate) {
      case 'weighted-mean':
        return [value, plain('weight', part.weight, of)];
      case 'level-gate':
        return [
          value,
          partOperand(book, subject, part, 'lowest', 'lowest', of),
          partOperand(book, subject, part, 'highest', 'highest', of),
        ];
      case 'mean':
      case 'sum':
      case 'min':
      case 'max':
        return [value];
      default:
        return aggregate satisfies never;
    }
  });
  book.write(subject, name, aggregate, operands, result);
}

// What a question can be worth at least and at most stands in the questionnaire.
function partOperand(
  book: StepBook,
  subject: string,
  part: CombinedPart,
  name: 'value' | 'lowest' | 'highest',
  end: End,
  of: string,
): Operand {
  const value = part[name];
  if (value === null) return plain(name, null, of);
  if (typeof part.of === 'string') {
    return book.result(name, subject, `${part.of}/${stepOf[end]}`, of);
  }
  if (end === 'lowest' || end === 'highest') return plain(name, value, of);
  return book.result(name, of, end === 'low' ? 'counted' : 'countedHigh', of);
}

function writeCoreLimit(
  engine: Engine,
  book: StepBook,
  hurdle: EngineHurdle,
  { limits }: HurdleJudged,
): void {
  const { cap } = engine.questionnaire.method.hurdle.core;
  const limit = limits.find(({ core }) => core !== null);
  if (!limit || cap === null) return;
  const subject = `hurdle:${hurdle.id}`;
  for (const [end, atMost] of endsOf(limit)) {
    const core = hurdle.all.flatMap((position) => {
      const question = engine.questions[position];
      const of = `question:${question?.id}`;
      const counts = book.result('value', of, `counted${end}`, of);
      return question?.core && counts.from !== undefined ? [counts] : [];
    });
    const weakest = Math.min(...core.map(({ value }) => Number(value)));
    book.write(subject, `weakestCore${end}`, 'min', core, weakest);
    const operands = [
      book.result('value', subject, `weakestCore${end}`),
      plain('value', cap, 'cap'),
    ];
    book.write(subject, `coreLimit${end}`, 'sum', operands, atMost);
  }
}

function writeEnd(
  engine: Engine,
  book: StepBook,
  hurdle: EngineHurdle,
  told: HurdleJudged,
  end: '' | 'High',
): void {
  const { round, hurdle: method } = engine.questionnaire.method;
  const subject = `hurdle:${hurdle.id}`;
  const at = end === '' ? 'low' : 'high';
  const result = (name: string, step: string) => book.result(name, subject, step);
  const limits = told.limits
    .filter((limit) => Number.isFinite(limit[at]))
    .map(({ gate, [at]: limit }) =>
      gate === null
        ? book.result('limit', subject, `coreLimit${end}`, 'core')
        : plain('limit', limit, `gate:${engine.gates[gate]?.id}`),
    );
  const value = told.value[at];
  const capped = [result('value', `mean${end}`), result('lowest', 'lowest'), ...limits];
  book.write(subject, `capped${end}`, 'cap', capped, value);
  const exact = result('value', `capped${end}`);
  book.write(subject, `value${end}`, 'identity', [exact], snap(value, round), round);
  const rounded = result('value', `value${end}`);
  const { displayed } = method;
  if (displayed !== null) {
    book.write(subject, `displayed${end}`, 'display', [rounded], told.shown[at], displayed);
  }
  const shown = displayed === null ? rounded : result('value', `displayed${end}`);
  const scale = hurdle.scale.map((from, level) => plain('from', from, `level:${level}`));
  book.write(subject, `reached${end}`, 'level-from-scale', [shown, ...scale], told.level[at]);
  if (told.score === null) return;
  const bounds = [result('lowest', 'lowest'), result('highest', 'highest')];
  book.write(subject, `score${end}`, 'score-from-value', [exact, ...bounds], told.score[at], round);
}

function writeLevel(
  engine: Engine,
  book: StepBook,
  hurdle: EngineHurdle,
  { level, shown, rateable, plus }: HurdleJudged,
): void {
  const { round, plusFrom, hurdle: method } = engine.questionnaire.method;
  const subject = `hurdle:${hurdle.id}`;
  const result = (name: string, step: string) => book.result(name, subject, step);
  const onlyIf = [result('condition', 'rateable'), result('value', 'reached')];
  book.write(subject, 'level', 'only-if', onlyIf, rateable ? level.low : null);
  const bound = hurdle.scale[level.low] ?? 0;
  const value = result('value', method.displayed === null ? 'value' : 'displayed');
  const above = snap(shown.low - bound, round);
  const beyond = [value, plain('less', bound, `level:${level.low}`)];
  book.write(subject, 'beyond', 'difference', beyond, above, round);
  const far = [result('value', 'beyond'), plain('bound', plusFrom)];
  book.write(subject, 'farEnough', 'at-least', far, above >= plusFrom);
  const top = hurdle.scale.length - 2;
  const below = [result('value', 'reached'), plain('bound', top)];
  book.write(subject, 'belowTop', 'at-most', below, level.low <= top);
  const all = [
    result('value', 'rateable'),
    result('value', 'farEnough'),
    result('value', 'belowTop'),
  ];
  book.write(subject, 'plus', 'all-hold', all, rateable && plus);
}
