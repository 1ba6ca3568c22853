import type { Explained, Release } from '../assessment/explanation-format.ts';
import type { ExplainedRow } from './explained-view-type.ts';
import { row, type Wordy } from './explaining.ts';
import { answerInWords, titleOf } from './telling.ts';

/** So many answers are listed; the rest is counted. */
const listed = 2;

/** What single answers release a rule; that it takes more than one, where none does. */
export function releaseRows(
  entry: Extract<Explained, { releases: unknown }>,
  wordy: Wordy,
  label: string,
): readonly ExplainedRow[] {
  if (entry.releases.length === 0) {
    return row(wordy, label, wordy.say('explain.change.release-together'));
  }
  const advisable = advisableOf(entry.releases, wordy);
  if (advisable.length === 0) return row(wordy, label, wordy.say('explain.change.release-profile'));
  return advisable.flatMap((release) => row(wordy, label, releaseWords(release, wordy)));
}

/** Those that can be worked for: who the company is, is not changed to be rid of a rule. */
export function advisableOf(releases: readonly Release[], { telling }: Wordy): readonly Release[] {
  return releases.filter(({ id }) => telling.question(id) !== undefined);
}

/** "Measurable target: at least level 2". */
export function releaseWords(
  { id, answers }: Release,
  { telling, say, amount, quote }: Wordy,
): string {
  const question = titleOf(telling, id);
  const asked = telling.question(id) ?? telling.profileQuestion(id);
  const words = (key: string, more: object) =>
    say(`explain.change.answer.${key}`, { question, ...more });
  const or = say('explain.change.or');
  if (asked?.kind === 'level') {
    const levels = answers.map(Number);
    const [first = 0] = levels;
    const last = levels.at(-1) ?? first;
    const isRow = levels.length === last - first + 1;
    if (isRow && first < last && last === asked.options.length - 1)
      return words('at-least', { level: first });
    if (isRow && first === 0 && last > 0) return words('at-most', { level: last });
    return words('levels', { levels: levels.map(String).join(or) });
  }
  const shown = answers
    .slice(0, listed)
    .map((answer) =>
      Array.isArray(answer) && answer.length === 0
        ? say('explain.change.answer.none-of')
        : typeof answer === 'number'
          ? amount(answer)
          : quote(answerInWords(telling, id, answer)),
    );
  const more = answers.length - shown.length;
  const rest = more > 0 ? `; ${say('explain.change.answer.more', { n: more })}` : '';
  const key = asked?.kind === 'number' ? 'number' : 'is';
  return words(key, { answers: `${shown.join(or)}${rest}` });
}
