import type { Engine } from './engine.ts';
import { endsOf } from './record-questions.ts';
import type { Recorder } from './recorder.ts';
import { plain, type StepBook } from './step-book.ts';

const company = 'company';

/** Writes down how the level and the score of the company come about. */
export function recordCompany(engine: Engine, book: StepBook): Pick<Recorder, 'companyJudged'> {
  const { method } = engine.questionnaire;
  const subjects = engine.hurdles.map(({ id }) => `hurdle:${id}`);
  const result = (name: string, step: string) => book.result(name, company, step);
  return {
    companyJudged: ({ due, unrateable, levels, partial, rateable, above, plus, score }) => {
      const of = (hurdle: number) => subjects[hurdle] as string;
      for (const [end, level] of endsOf(levels)) {
        const operands = due.map((hurdle) =>
          book.result('value', of(hurdle), `reached${end}`, of(hurdle)),
        );
        book.write(company, `lowest${end}`, 'min', operands, level);
      }
      const open = unrateable.map((hurdle) => plain('value', true, of(hurdle)));
      book.write(company, 'unrateable', 'count', open, open.length);
      const none = [result('value', 'unrateable'), plain('bound', 0)];
      book.write(company, 'noneUnrateable', 'at-most', none, open.length === 0);
      const one = [result('value', 'lowest'), result('bound', 'lowestHigh')];
      book.write(company, 'isOneLevel', 'at-least', one, levels.low >= levels.high);
      const valued = unrateable.map((hurdle) => plain('value', due.includes(hurdle), of(hurdle)));
      const known = valued.every(({ value }) => value === true);
      book.write(company, 'allValued', 'all-hold', valued, known);
      const both = [result('value', 'isOneLevel'), result('value', 'allValued')];
      book.write(company, 'isKnown', 'all-hold', both, levels.low >= levels.high && known);
      const either = [result('value', 'noneUnrateable'), result('value', 'isKnown')];
      book.write(company, 'rateable', 'any-holds', either, rateable);
      const whole = [result('value', 'rateable'), plain('value', !partial, 'whole')];
      const told = rateable && !partial;
      book.write(company, 'hasLevel', 'all-hold', whole, told);
      const onlyIf = [result('condition', 'hasLevel'), result('value', 'lowest')];
      book.write(company, 'level', 'only-if', onlyIf, told ? levels.low : null);
      const onlyWhole = [plain('condition', !partial), result('value', 'lowestHigh')];
      book.write(company, 'levelHigh', 'only-if', onlyWhole, partial ? null : levels.high);
      const rated = due.filter((hurdle) => !unrateable.includes(hurdle));
      const higher = rated.map((hurdle) => book.result('value', of(hurdle), 'reached', of(hurdle)));
      book.write(company, 'above', 'count-above', [result('bound', 'lowest'), ...higher], above);
      const { plusHurdles, index } = method.overall;
      const many = [result('value', 'above'), plain('bound', plusHurdles)];
      book.write(company, 'enoughAbove', 'at-least', many, above >= plusHurdles);
      const plusOf = [result('value', 'hasLevel'), result('value', 'enoughAbove')];
      book.write(company, 'plus', 'all-hold', plusOf, plus);
      if (score === null) return;
      const scored = due.filter((hurdle) => book.ref(of(hurdle), 'score') !== undefined);
      for (const [end, value] of endsOf(score)) {
        const operands = scored.flatMap((hurdle) => {
          const subject = of(hurdle);
          return [
            book.result('value', subject, `capped${end}`, subject),
            book.result('lowest', subject, 'lowest', subject),
            book.result('highest', subject, 'highest', subject),
            plain('weight', engine.hurdles[hurdle]?.weight ?? 1, subject),
          ];
        });
        const operation = index === 'harmonic-mean' ? 'harmonic-index' : 'mean-index';
        book.write(company, `score${end}`, operation, operands, value, method.round);
      }
    },
  };
}
