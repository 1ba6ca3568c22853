import type { Sensitivity } from '../assessment/sensitivity-format.ts';
import type { AnswerValue } from '../questionnaire/answers.ts';
import { firstClause, withoutStop } from './first-clause.ts';
import { quoted, type Say } from './report-words.ts';
import {
  adviceTitle,
  answerInWords,
  levelView,
  overallScale,
  type Telling,
  titleOf,
} from './telling.ts';

/** Telling with the words of reports at hand. */
export type Speaking = Telling & { readonly say: Say };

/** What is told of a change in one sentence. */
export type ToldChange = {
  readonly entry: Sensitivity;
  /** Whether other answers do the same, where all that is told holds of them, too. */
  readonly also: Sensitivity['also'];
  /** Whether the first steps are told. */
  readonly steps: boolean;
};

/**
 * Words a change and everything that follows from it. Of an answer as given it is said what would follow from another,
 * of an open one what follows from what comes out.
 */
export function changeInWords(telling: Speaking, told: ToldChange): string {
  const mood = told.entry.from.state === undefined ? 'would' : 'does';
  return telling.say('sensitivity.sentence', {
    when: condition(telling, told, mood),
    what: listed(telling, consequences(telling, told, mood), 'conjunction'),
  });
}

/** Titles in quotation marks, in a row. */
export function titlesInWords(
  telling: Speaking,
  titles: readonly string[],
  joint: 'conjunction' | 'disjunction',
): string {
  return listed(
    telling,
    titles.map((title) => quoted(title, telling.say)),
    joint,
  );
}

type Mood = 'would' | 'does';

function listed(
  { language }: Speaking,
  parts: readonly string[],
  type: 'conjunction' | 'disjunction',
): string {
  return new Intl.ListFormat(language, { type }).format(parts);
}

function condition(telling: Speaking, { entry, also }: ToldChange, mood: Mood): string {
  const { say } = telling;
  const { question: id, from, to } = entry;
  const asked = telling.question(id) ?? telling.profileQuestion(id);
  const title = quoted(titleOf(telling, id), say);
  const words = (value: AnswerValue) => quoted(answerWords(telling, id, value), say);
  const answer = words(to);
  if (also === 'all' && mood === 'does') return say('sensitivity.when.settled', { title });
  switch (asked?.kind) {
    case 'level': {
      const isLower = Number(to) < Number(from.answer);
      const how = also === 'more' || also === 'fewer' ? also : isLower ? 'lower' : 'exactly';
      return say(`sensitivity.when.level.${mood}.${how}`, { title, level: to, answer });
    }
    case 'number':
      return say(`sensitivity.when.number.${mood}`, {
        title,
        answer: answerInWords(telling, id, to),
      });
    default: {
      const one = exchanged(from.answer, to);
      if (one) return say(`sensitivity.when.list.${one.how}`, { title, answer: words([one.id]) });
      return from.answer === undefined
        ? say('sensitivity.when.answer.does', { title, answer })
        : say('sensitivity.when.answer.would', { title, answer, from: words(from.answer) });
    }
  }
}

// The one option more or less, where two lists differ in no other.
function exchanged(
  from: AnswerValue | undefined,
  to: AnswerValue,
): { readonly how: 'only' | 'more' | 'less'; readonly id: string } | null {
  if (!Array.isArray(from) || !Array.isArray(to)) return null;
  const added = to.filter((id) => !from.includes(id));
  const removed = from.filter((id) => !to.includes(id));
  const [id = ''] = [...added, ...removed];
  if (added.length + removed.length !== 1) return null;
  return { how: removed.length > 0 ? 'less' : from.length === 0 ? 'only' : 'more', id };
}

function answerWords(telling: Speaking, id: string, value: AnswerValue): string {
  const isNone = Array.isArray(value) && value.length === 0;
  if (isNone) return telling.say('sensitivity.none');
  return withoutStop(answerInWords(telling, id, value));
}

function consequences(telling: Speaking, told: ToldChange, mood: Mood): readonly string[] {
  const { say } = telling;
  const { verdicts, level, firstSteps } = told.entry.changes;
  const ofVerdicts = (kind: 'lifted' | 'certain' | 'provisional' | 'added') => {
    const ids = verdicts?.[kind] ?? [];
    if (ids.length === 0) return [];
    const titles = ids.map((id) => firstClause(telling.verdict(id)));
    const names = titlesInWords(telling, titles, 'conjunction');
    return [say(`sensitivity.then.${mood}.${kind}`, { n: ids.length, verdicts: names })];
  };
  return [
    ...ofVerdicts('lifted'),
    ...ofVerdicts('certain'),
    ...ofVerdicts('provisional'),
    ...ofVerdicts('added'),
    ...(level ? [levelWords(telling, level, told.also !== null, mood)] : []),
    ...(told.steps && firstSteps ? [stepWords(telling, firstSteps, mood)] : []),
  ];
}

function levelWords(
  telling: Speaking,
  [from, to]: NonNullable<Sensitivity['changes']['level']>,
  isOneOfMany: boolean,
  mood: Mood,
): string {
  const { say } = telling;
  const words = (key: string) => `sensitivity.then.${mood}.level.${key}`;
  if (to === null) return say(words('lost'));
  if (from === null && isOneOfMany) return say(words('known-any'));
  const name = quoted(levelView(telling, overallScale(telling), to)?.name ?? '', say);
  const key = from === null ? 'known' : to > from ? 'up' : 'down';
  return say(words(key), { level: to, name });
}

function stepWords(
  telling: Speaking,
  steps: NonNullable<Sensitivity['changes']['firstSteps']>,
  mood: Mood,
): string {
  const names = (ids: readonly string[]) =>
    titlesInWords(
      telling,
      ids.map((id) => adviceTitle(telling, id)),
      'conjunction',
    );
  const values = { in: names(steps.in), out: names(steps.out) };
  const key = steps.in.length === 0 ? 'out' : steps.out.length === 0 ? 'in' : 'instead';
  const n = key === 'out' ? steps.out.length : steps.in.length;
  return telling.say(`sensitivity.then.${mood}.steps.${key}`, { n, ...values });
}
