import type { Engine } from './engine.ts';
import type { Working } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

/** Writes down how an answer comes to its points; both ends are the same. */
export function writeWorth(
  engine: Engine,
  book: StepBook,
  position: number,
  working: Working,
): void {
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
