import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.ts';
import { type Engine, engineOf } from '../../src/assessment/engine.ts';
import { type Judgement, judge } from '../../src/assessment/judge.ts';
import { otherAnswers } from '../../src/assessment/other-answers.ts';
import { recommend } from '../../src/assessment/recommend.ts';
import { sensitivityOf } from '../../src/assessment/sensitivity.ts';
import type { Sensitivity } from '../../src/assessment/sensitivity-format.ts';
import {
  type Answer,
  type Answers,
  type AnswerValue,
  noAnswers,
} from '../../src/questionnaire/answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Question } from '../../src/questionnaire/question-format.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { shownAs } from '../../src/shared/snap.ts';
import { fiveHurdles, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires, read } from '../support/random-questionnaires.ts';
import { possibleAnswers, randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

test('whoever does not ask what the result hangs on is told all the rest', () => {
  const answers = sheet({ stage: 'pilot' }, 1);
  const tool = { name: '', version: '' };
  const { sensitivity: told, ...rest } = assess(fiveHurdles, answers, tool);
  const without = assess(fiveHurdles, answers, tool, null, { sensitivity: false });
  expect(without).toEqual({ ...rest, sensitivity: null });
  expect(told).not.toBeNull();
});

// Everything here is judged from scratch, one answer after the other, and held against what is said to be smallest.

describe('what is named is exactly what happens, nothing smaller does, and nothing is left out', () => {
  test('on the examples', () => {
    const examples = filesIn('../../examples/').filter(
      ({ text }) => parse(text).questionnaire.id === fiveHurdles.id,
    );
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const { name, text } of examples) compare(fiveHurdles, answersIn(text, name, fiveHurdles));
  });

  test('on sheets for questionnaires that are not ours', () => {
    const models = filesIn('../foreign/').filter(({ name }) => !name.endsWith('.sheets.yaml'));
    expect(models.length).toBeGreaterThanOrEqual(5);
    for (const { name, text } of models) {
      const parsed = parseQuestionnaire(text, name);
      if (!parsed.ok) throw new Error(name);
      const { id, version } = parsed.value;
      const sheets = new URL(
        `../foreign/${name.replace('.yaml', '.sheets.yaml')}`,
        import.meta.url,
      );
      for (const { profile, answers } of parse(readFileSync(sheets, 'utf8'), { merge: true })
        .sheets) {
        const file = { format: 'answers/1', questionnaire: { id, version }, profile, answers };
        compare(parsed.value, answersIn(JSON.stringify(file), name, parsed.value));
      }
    }
  });

  test('on random sheets of our own questionnaire', () => {
    fc.assert(
      fc.property(randomSheets(fiveHurdles), (answers) => compare(fiveHurdles, answers)),
      search(15),
    );
  });

  test('on random sheets of random questionnaires', () => {
    const sheets = randomQuestionnaires(anything).chain((questionnaire) =>
      randomSheets(questionnaire).map((answers) => [questionnaire, answers] as const),
    );
    fc.assert(
      fc.property(sheets, ([questionnaire, answers]) => compare(questionnaire, answers)),
      search(60),
    );
  });
});

test('what nobody knows comes before what would have to be done', () => {
  const answers = sheet({ stage: 'pilot' }, 'target', {
    'measurement.baseline': 'unknown',
    'testing.cases': 2,
  });
  const certain = sensitivity(answers).find(({ outcome }) => outcome === 'certain');
  expect(certain).toMatchObject({
    verdict: 'not-expand',
    question: 'measurement.baseline',
    from: { state: 'unknown' },
    to: 0,
    size: 1,
    also: null,
  });
  expect(sensitivity(answers).find(({ outcome }) => outcome === 'lifted')).toMatchObject({
    verdict: 'not-expand',
    question: 'measurement.baseline',
    to: 1,
    also: 'more',
  });
});

test('a profile answer is told apart, and only where a rule asks for it', () => {
  const entries = sensitivity(
    sheet({ stage: 'operation', outward: 'customers' }, 'target', { 'testing.human': 0 }),
  );
  const profile = entries.filter(({ about }) => about === 'profile');
  expect(profile.map(({ question }) => question)).toContain('outward');
  expect(profile.map(({ question }) => question)).not.toContain('sector');
  expect(profile.map(({ outcome }) => outcome)).not.toContain('first-steps');
  expect(profile.find(({ verdict }) => verdict === 'not-unattended')).toMatchObject({
    outcome: 'lifted',
    question: 'outward',
    to: 'inside',
    size: 1,
  });
});

test('what does not apply is not moved, nor is anything moved there', () => {
  const answers = sheet({ stage: 'pilot' }, 'target', { 'tools.integration': 'not-applicable' });
  const named = sensitivity(answers).flatMap(({ question, alike }) => [question, ...alike]);
  expect(named.length).toBeGreaterThan(0);
  expect(named).not.toContain('tools.integration');
});

test('that a step is done and the next one moves up is no news', () => {
  const answers = sheet({ stage: 'operation' }, 'target', { 'testing.weekly': 0 });
  const steps = sensitivity(answers).find(({ outcome }) => outcome === 'first-steps');
  expect(steps?.changes.firstSteps?.in.length).toBeGreaterThan(0);
});

test('more answers than anyone could try are left untried, not tried for ever', () => {
  const options = Array.from({ length: 500 }, (_, index) => ({
    id: `option-${index}`,
    label: { en: 'T' },
    points: 1,
  }));
  const questionnaire = read({
    format: 'questionnaire/1',
    ...{ id: 'long', version: '1.0.0', languages: ['en'], title: { en: 'T' } },
    scales: { two: [0, 1].map((from) => ({ from, name: { en: 'T' } })) },
    hurdles: [
      {
        ...{ id: 'h', title: { en: 'T' }, scale: 'two' },
        questions: Array.from({ length: 12 }, (_, index) => ({
          ...{ id: `h.q${index}`, kind: 'several', title: { en: 'T' }, text: { en: 'T' }, options },
        })),
      },
    ],
  });
  const answers = withMoved(noAnswers(questionnaire), 'answers', 'h.q0', ['option-7']);
  expect(assess(questionnaire, answers, { name: 'hurdles', version: '0' }).sensitivity).toBeNull();
});

function sensitivity(answers: Answers, questionnaire = fiveHurdles): Sensitivity[] {
  const engine = engineOf(questionnaire);
  const judgement = judge(engine, answers);
  const entries = sensitivityOf(engine, answers, judgement, recommend(engine, judgement));
  expect(entries).not.toBeNull();
  return entries ?? [];
}

type Tried = {
  readonly about: 'answer' | 'profile';
  readonly id: string;
  readonly open: boolean;
  readonly to: AnswerValue;
  /** Points, or the place of an ordered option. */
  readonly at: number | null;
  readonly size: number;
  readonly direction: number;
  readonly changes: Sensitivity['changes'];
  readonly outcomes: readonly string[];
};

function compare(questionnaire: Questionnaire, answers: Answers): void {
  const engine = engineOf(questionnaire);
  const entries = sensitivity(answers, questionnaire);
  const tried = [...tryAnswers(engine, answers), ...tryProfile(engine, answers)];
  const keyOf = ({ about, outcome, verdict }: Sensitivity) =>
    [about, outcome, verdict ?? '-'].join(' ');
  expect(entries.map(keyOf).sort()).toEqual([...new Set(tried.flatMap(keysOf))].sort());

  for (const entry of entries) {
    const key = keyOf(entry);
    const having = tried.filter((one) => keysOf(one).includes(key));
    const named = having.find(
      ({ id, to }) => id === entry.question && String(to) === String(entry.to),
    ) as Tried;
    expect(entry.changes, key).toEqual(named.changes);
    expect(entry.from.state !== undefined, key).toBe(named.open);
    const sameQuestion = tried.filter(({ id }) => id === entry.question);
    const beyond = (direction: number) =>
      sameQuestion.filter(({ at }) => ((at ?? 0) - (named.at ?? 0)) * direction > 0);
    const alsoSome = { more: beyond(1), fewer: beyond(-1), all: sameQuestion };
    if (entry.also !== null) expect(having).toEqual(expect.arrayContaining(alsoSome[entry.also]));
    if (named.open) continue;
    expect(having.filter(({ open }) => open)).toEqual([]);
    expect(entry.size, key).toBe(named.size);
    const smaller = ({ size, direction }: Tried) =>
      size - named.size || named.direction - direction;
    expect(having.filter((one) => smaller(one) < 0)).toEqual([]);
    const same = having.filter((one) => smaller(one) === 0).map(({ id }) => id);
    const alike = [...new Set(same)].sort();
    const advised = engine.verdicts.find(({ id }) => id === entry.verdict)?.verdict.first ?? [];
    const first = alike.find((id) => advised.includes(id)) ?? alike[0];
    expect([entry.question, entry.alike], key).toEqual([first, alike.filter((id) => id !== first)]);
  }
}

function keysOf({ about, outcomes }: Tried): readonly string[] {
  return outcomes.map((outcome) => `${about} ${outcome}`);
}

function tryAnswers(engine: Engine, answers: Answers): readonly Tried[] {
  const { situation } = judge(engine, answers);
  return engine.questions.flatMap(({ id, question, position }): Tried[] => {
    const state = situation.questions[position]?.state;
    if (question.kind === 'text' || state === 'absent') return [];
    const given = state === 'answered' ? givenBy(answers.answers[id]) : null;
    const points = possibleAnswers(question).map((one) => one.points);
    const span = Math.max(...points) - Math.min(...points) || 1;
    return otherAnswers(question, given).map((to) => {
      const at = pointsOf(question, to);
      const by = given === null ? 0 : rounded((at - pointsOf(question, given)) / span);
      const moved = withMoved(answers, 'answers', id, to);
      const open = given === null;
      return {
        ...{ about: 'answer', id, open, to, at, size: Math.abs(by), direction: Math.sign(by) },
        ...effects(engine, answers, moved, id),
      };
    });
  });
}

function tryProfile(engine: Engine, answers: Answers): readonly Tried[] {
  const { situation } = judge(engine, answers);
  return engine.questionnaire.profile.flatMap((question, index): Tried[] => {
    const state = situation.profile[index]?.state;
    if (!('options' in question) || state === 'absent') return [];
    const given = state === 'answered' ? givenBy(answers.profile[question.id]) : null;
    const isOrdered = question.kind === 'choice' && question.ordered;
    const place = (value: AnswerValue) => question.options.findIndex(({ id }) => id === value);
    return otherAnswers(question, given).map((to) => {
      const by = given === null || !isOrdered ? 0 : place(to) - place(given);
      const exchanged =
        Array.isArray(given) && Array.isArray(to)
          ? question.options.filter(({ id }) => given.includes(id) !== to.includes(id)).length
          : 1;
      const moved = withMoved(answers, 'profile', question.id, to);
      const { changes, outcomes } = effects(engine, answers, moved, null);
      return {
        about: 'profile',
        id: question.id,
        open: given === null,
        to,
        at: isOrdered ? place(to) : null,
        size: given === null ? 0 : isOrdered ? Math.abs(by) : exchanged,
        direction: Math.sign(by),
        changes,
        outcomes,
      };
    });
  });
}

// Told of two judgements by their ids, each made from scratch.
function effects(
  engine: Engine,
  before: Answers,
  after: Answers,
  own: string | null,
): Pick<Tried, 'changes' | 'outcomes'> {
  const [now, then] = [judge(engine, before), judge(engine, after)];
  const [was, is] = [standing(engine, now), standing(engine, then)];
  const ids = engine.verdicts.map(({ id }) => id);
  const verdicts = {
    lifted: ids.filter((id) => was[id] !== undefined && is[id] === undefined),
    added: ids.filter((id) => was[id] === undefined && is[id] !== undefined),
    certain: ids.filter((id) => was[id] === false && is[id] === true),
    provisional: ids.filter((id) => was[id] === true && is[id] === false),
  };
  const [first, firstThen] = [firstSteps(engine, now), firstSteps(engine, then)];
  const steps = {
    in: firstThen.filter((id) => !first.includes(id)),
    out: first.filter((id) => !firstThen.includes(id)),
  };
  const [from, to] = [now.overall.level, then.overall.level];
  const [high, highThen] = [highOf(now), highOf(then)];
  const others = steps.out.filter((id) => id !== own);
  const isNews = others.length > 0 || (steps.out.length === 0 && steps.in.length > 0);
  const byKind = Object.entries({ ...verdicts, comes: verdicts.added }).filter(
    ([kind]) => kind !== 'added',
  );
  return {
    changes: {
      ...(from === to ? {} : { level: [from, to] }),
      ...(high === highThen ? {} : { levelHigh: [high, highThen] }),
      ...(Object.values(verdicts).flat().length > 0 ? { verdicts } : {}),
      ...(steps.in.length + steps.out.length > 0 ? { firstSteps: steps } : {}),
    },
    outcomes: [
      ...(from === null && to !== null ? ['level-known -'] : []),
      ...(from !== null && to === null ? ['level-lost -'] : []),
      ...(from !== null && to !== null && from < to ? ['level-up -'] : []),
      ...(from !== null && to !== null && from > to ? ['level-down -'] : []),
      ...byKind.flatMap(([kind, some]) => some.map((id) => `${kind} ${id}`)),
      ...(own !== null && isNews ? ['first-steps -'] : []),
    ],
  };
}

function standing(engine: Engine, { verdicts }: Judgement): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    verdicts.map(({ verdict, certain }) => [engine.verdicts[verdict]?.id ?? '', certain]),
  );
}

function firstSteps(engine: Engine, judgement: Judgement): readonly string[] {
  return recommend(engine, judgement)
    .steps.slice(0, engine.questionnaire.method.phases.now)
    .map(({ question }) => engine.questions[question]?.id ?? '');
}

function highOf({ overall }: Judgement): number | null {
  return overall.reason === 'scope' ? null : (overall.levels?.high ?? null);
}

function withMoved(
  answers: Answers,
  where: 'answers' | 'profile',
  id: string,
  to: AnswerValue,
): Answers {
  const sources = answers[where][id]?.sources;
  const answer: Answer = { state: 'answered', answer: to, ...(sources ? { sources } : {}) };
  return { ...answers, [where]: { ...answers[where], [id]: answer } };
}

// What an answer is worth, by the file alone.
function pointsOf(question: Question, value: AnswerValue): number {
  if (question.kind === 'number') {
    const bands = [...question.bands].sort((a, b) => a.from - b.from);
    const number = shownAs(Number(value), question.displayed ?? 12);
    return (bands.findLast(({ from }) => number >= from) ?? bands[0])?.points ?? 0;
  }
  const same = possibleAnswers(question).find(({ answer }) => isSame(givenBy(answer), value));
  return same?.points as number;
}

function isSame(a: AnswerValue | null, b: AnswerValue): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? String([...a].sort()) === String([...b].sort())
    : a === b;
}

function givenBy(given: Answer | undefined): AnswerValue | null {
  return given?.state === 'answered' ? given.answer : null;
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function filesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
}

function answersIn(text: string, name: string, questionnaire: Questionnaire): Answers {
  const parsed = parseAnswers(text, name, questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
