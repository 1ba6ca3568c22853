import { expect, test } from 'vitest';
import { wordsIn } from '../../src/cli/words/words.ts';
import type { Card, Said } from '../../src/interview/card.ts';
import { interview } from '../../src/interview/interview.ts';
import type { Save } from '../../src/interview/setting.ts';
import { type Answer, type Answers, noAnswers } from '../../src/questionnaire/answers.ts';
import { fiveHurdlesEngine as engine, fiveHurdles } from '../support/five-hurdles.ts';
import { by, scriptedAsker } from '../support/scripted-asker.ts';

const words = (await wordsIn('de')).interview;

/** Holds an interview in memory; `save` may be another. */
async function hold(
  answer: (card: Card, count: number) => Said,
  begun: Answers = noAnswers(fiveHurdles),
  fails: (count: number) => boolean = () => false,
) {
  const asker = scriptedAsker(answer);
  let known = begun;
  let saves = 0;
  const save: Save = (turn, given) => {
    saves += 1;
    if (fails(saves)) return { ok: false, why: 'Die Platte ist voll.' };
    known = withAnswer(known, turn, given);
    return { ok: true, answers: known, changedMeanwhile: false };
  };
  const clock = () => 0;
  const outcome = await interview({ engine, asker, save, language: 'de', words, clock }, begun);
  return { ...outcome, asked: asker.asked, told: asker.told };
}

function withAnswer(known: Answers, turn: Parameters<Save>[0], answer: Answer): Answers {
  switch (turn.kind) {
    case 'name':
      return {
        ...known,
        subject: {
          ...known.subject,
          name: answer.state === 'answered' ? String(answer.answer) : '',
        },
      };
    case 'profile':
      return { ...known, profile: { ...known.profile, [turn.id]: answer } };
    case 'question':
      return { ...known, answers: { ...known.answers, [turn.id]: answer } };
    default:
      return turn satisfies never;
  }
}

// Answers in order, by the title of what is asked; what is not named is answered by `usual`.
function script(said: Readonly<Record<string, readonly Said[] | string>>, usual = '1') {
  const left = new Map(
    Object.entries(said).map(([title, given]) => [
      title,
      typeof given === 'string' ? given : [...given],
    ]),
  );
  return (card: Card): Said => {
    if (card.title === words.list.title) return { kind: 'picked', picked: [0] };
    if (card.title === words.contradiction.title) return leave(card);
    const given = left.get(card.title);
    if (typeof given === 'string') return by(card, given);
    const next = given?.shift();
    if (next) return next;
    return by(card, card.form.kind === 'line' ? 'Bis 30. Juni 20 % weniger' : usual);
  };
}

function leave({ form }: Card): Said {
  return { kind: 'picked', picked: [form.kind === 'line' ? 0 : form.options.length - 1] };
}

test('everything due is asked once, the profile first, and then all answers are shown', async () => {
  const { kind, asked, answers } = await hold(script({ Stand: '3' }));
  expect(kind).toBe('finished');
  const titles = asked.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.at(0)).toBe('Name des Betriebs');
  expect(titles.at(-1)).toBe(words.list.title);
  expect(Object.keys(answers.answers)).toHaveLength(29);
});

test('going back three questions over a change of stage, and forward again, loses no answer and asks none twice without need', async () => {
  const back: Said = { kind: 'back' };
  let stages = 0;
  const answer = (card: Card): Said => {
    // From the third question of the first hurdle back to the stage, which is then another.
    const isThere = card.title === 'Nutzen gerechnet und verglichen' && stages === 1;
    const isOnTheWay = stages === 1 && card.before !== null && card.title !== 'Stand';
    if (isThere || isOnTheWay) return back;
    if (card.title === 'Stand') {
      stages += 1;
      return by(card, stages === 1 ? '3' : '4');
    }
    return script({})(card);
  };
  const { asked, answers, kind } = await hold(answer);
  expect(kind).toBe('finished');
  const twice = asked
    .map(({ title }) => title)
    .filter((title, index, all) => all.indexOf(title) !== index);
  // Asked again is only what was gone back over, and the one that was left open.
  const profileFromStage = fiveHurdles.profile
    .slice(fiveHurdles.profile.findIndex(({ id }) => id === 'stage'))
    .map(({ title }) => title?.de);
  expect(new Set(twice)).toEqual(
    new Set([
      ...profileFromStage,
      'Problem vor Technik',
      'Messbares Ziel',
      'Nutzen gerechnet und verglichen',
    ]),
  );
  expect(Object.keys(answers.answers)).toHaveLength(30);
  expect(answers.answers['goals.problem']).toEqual({ state: 'answered', answer: 1 });
});

test('forward goes to the next question, answered or not', async () => {
  const { asked } = await hold(
    script({ Branche: [{ kind: 'back' }], Größe: [by0('2'), { kind: 'forward' }] }),
  );
  expect(asked.slice(0, 5).map(({ title }) => title)).toEqual([
    'Name des Betriebs',
    'Größe',
    'Branche',
    'Größe',
    'Branche',
  ]);
});

function by0(typed: string): Said {
  return { kind: 'picked', picked: [Number(typed) - 1] };
}

test('a contradiction is asked back once, with both answers side by side, and may be left standing', async () => {
  const contradicting = {
    Stand: '3',
    'Werte werden wirklich erhoben': '0',
    'Ergebnisse sichtbar (Dashboard)': '3',
  };
  const { asked, kind } = await hold(script(contradicting));
  expect(kind).toBe('finished');
  const back = asked.filter(({ title }) => title === words.contradiction.title);
  expect(back).toHaveLength(1);
  const texts = back[0]?.form.kind === 'one' ? back[0].form.options.map(({ text }) => text) : [];
  expect(texts).toHaveLength(3);
  expect(texts[0]).toContain('Werte werden wirklich erhoben: „Gar nicht');
  expect(texts[1]).toContain('Ergebnisse sichtbar (Dashboard): „');
  expect(texts[2]).toBe(words.contradiction.leave);
});

test('either answer of a contradiction can be given anew, and then it is settled', async () => {
  let isFirst = true;
  const answer = script({ Stand: '3', 'Ergebnisse sichtbar (Dashboard)': '3' });
  const { asked, answers } = await hold((card) => {
    if (card.title === words.contradiction.title) return { kind: 'picked', picked: [0] };
    if (card.title === 'Werte werden wirklich erhoben') {
      const given = isFirst ? '0' : '2';
      isFirst = false;
      return by(card, given);
    }
    return answer(card);
  });
  expect(asked.filter(({ title }) => title === words.contradiction.title)).toHaveLength(1);
  expect(answers.answers['measurement.collection']).toEqual({ state: 'answered', answer: 2 });
});

test.each([
  {
    why: 'without a number it is said once what a number is good for',
    goal: 'Weniger Anfragen',
    times: 2,
  },
  { why: 'with a number nothing is said', goal: '20 % weniger bis Juni', times: 1 },
  {
    why: 'a number in words is a number',
    goal: 'Um ein Fünftel weniger, zwanzig am Tag',
    times: 1,
  },
])('of a goal: $why', async ({ goal, times }) => {
  const { asked } = await hold(script({ Ziel: goal }));
  const goals = asked.filter(({ title }) => title === 'Ziel');
  expect(goals).toHaveLength(times);
  expect(goals.filter(({ remark }) => remark !== null)).toHaveLength(times - 1);
});

test('a note and a kind of evidence given before the answer stand beside it afterwards', async () => {
  const note: Said = { kind: 'typed', typed: 'im Termin' };
  const { answers } = await hold(
    script({
      'Problem vor Technik': [{ kind: 'note' }, { kind: 'evidence' }],
      Notiz: [note],
      Nachweis: [{ kind: 'picked', picked: [2] }],
    }),
  );
  expect(answers.answers['goals.problem']).toEqual({
    state: 'answered',
    answer: 1,
    note: 'im Termin',
    evidence: 'document',
  });
});

test.each([{ kind: 'stop' }, { kind: 'interrupted' }] as const)(
  'whoever leaves ($kind) a question without an answer is told the note beside it that is not saved',
  async (leaving) => {
    const { told, answers } = await hold(
      script({
        'Problem vor Technik': [{ kind: 'note' }, { kind: 'evidence' }, leaving],
        Notiz: [{ kind: 'typed', typed: 'erst Herrn Lang fragen' }],
        Nachweis: [{ kind: 'picked', picked: [2] }],
      }),
    );
    expect(answers.answers['goals.problem']).toBeUndefined();
    expect(told.at(-1)).toBe(
      'Nicht gespeichert, weil die Antwort auf „Problem vor Technik“ noch fehlt: Notiz: erst Herrn Lang fragen; Nachweis: Dokument',
    );
  },
);

test.each([
  { why: 'emptied', said: { kind: 'typed', typed: '' } },
  { why: 'answered with "I do not know"', said: { kind: 'unknown' } },
] as const)('a goal that stood there and is $why stands there no longer', async ({ said }) => {
  const goal = { kind: 'typed', typed: '20 % weniger' } as const;
  const { answers } = await hold(script({ Ziel: [goal, said], Stand: [{ kind: 'back' }] }));
  expect(answers.profile.goal).toEqual({ state: 'unknown' });
});

test('a goal nobody names is left out, and the list of all answers says so', async () => {
  const { answers, asked } = await hold(script({ Ziel: [{ kind: 'typed', typed: '' }] }));
  expect(answers.profile.goal).toBeUndefined();
  const list = asked.at(-1)?.form;
  const lines = list?.kind === 'one' ? list.options.map(({ text }) => text) : [];
  expect(lines).toContain('Ziel: leer gelassen');
});

test('a note on an answer is saved at once, and an empty one takes it away', async () => {
  const begun = {
    ...noAnswers(fiveHurdles),
    profile: { size: { state: 'answered', answer: 'micro', note: 'alt' } },
  } as const satisfies Answers;
  const stop: Said = { kind: 'stop' };
  const { answers } = await hold(
    script({
      Branche: [{ kind: 'back' }],
      Größe: [{ kind: 'note' }, stop],
      Notiz: [{ kind: 'typed', typed: '' }],
    }),
    begun,
  );
  expect(answers.profile.size).toMatchObject({ state: 'answered', answer: 'micro' });
  expect(answers.profile.size?.note).toBeUndefined();
});

test('what cannot be saved is tried again on demand, and the answer is not lost', async () => {
  const { answers, asked } = await hold(
    (card) =>
      card.title === words.notSaved.title ? by0('1') : script({ Größe: [by0('2')] })(card),
    noAnswers(fiveHurdles),
    (count) => count === 2 || count === 3,
  );
  expect(asked.filter(({ title }) => title === words.notSaved.title)).toHaveLength(2);
  expect(answers.profile.size).toEqual({ state: 'answered', answer: 'small' });
});

test('whoever stops where it cannot be saved has left something unsaved', async () => {
  const { kind, answers } = await hold(
    (card) => (card.title === words.notSaved.title ? by0('2') : script({})(card)),
    noAnswers(fiveHurdles),
    (count) => count === 2,
  );
  expect(kind).toBe('unsaved');
  expect(answers.profile).toEqual({});
});

test('between two hurdles it is said what was covered and how much is left, and no score', async () => {
  const { told } = await hold(script({ Stand: '3' }));
  expect(told).toHaveLength(5);
  expect(told[0]).toMatch(
    /^„Unklare Ziele“ ist besprochen: Problem vor Technik; .*Es bleiben noch \d+ Fragen\.$/,
  );
  expect(told.at(-1)).toContain('Das waren alle Fragen.');
  expect(told.join(' ')).not.toMatch(/Stufe|Punkt/);
});

test('from the list of all answers one jumps to any, and goes on with what is open', async () => {
  let listed = 0;
  const answer = script({ Branche: [{ kind: 'list' }] });
  const { asked } = await hold((card) => {
    if (card.title !== words.list.title) return answer(card);
    listed += 1;
    // The second line: the company's name.
    return { kind: 'picked', picked: [listed === 1 ? 1 : 0] };
  });
  expect(asked.slice(2, 6).map(({ title }) => title)).toEqual([
    'Branche',
    words.list.title,
    'Name des Betriebs',
    'Branche',
  ]);
});

test('how long it still takes follows the pace so far', async () => {
  const asker = scriptedAsker(script({}));
  let now = 0;
  const clock = () => {
    now += 30;
    return now;
  };
  let known = noAnswers(fiveHurdles);
  const save: Save = (turn, answer) => {
    known = withAnswer(known, turn, answer);
    return { ok: true, answers: known, changedMeanwhile: false };
  };
  await interview({ engine, asker, save, language: 'de', words, clock }, known);
  const minutes = asker.asked.map(({ progress }) => progress?.minutes ?? null);
  const twentieth = asker.asked.find(({ progress }) => progress?.answered === 12);
  expect(minutes.filter((one) => one !== null).every((one) => (one ?? 0) >= 1)).toBe(true);
  // Ten answers of thirty seconds and three of the usual twenty, for what is open.
  const open = twentieth === undefined ? 0 : (twentieth.progress?.due ?? 0) - 12;
  expect(twentieth?.progress?.minutes).toBe(Math.ceil((((10 * 30 + 60) / 13) * open) / 60));
});
