import { parse } from 'yaml';
import type { AssessedHurdle, Recommendation } from '../../../src/assessment/assessment-format.ts';
import type { EngineQuestion } from '../../../src/assessment/engine.ts';
import { overallIndex } from '../../../src/assessment/overall-index.ts';
import { scoringOf } from '../../../src/assessment/scoring.ts';
import { compileCondition, type Situation } from '../../../src/questionnaire/compile-condition.ts';
import {
  type Comparing,
  type Condition,
  ConditionFormat,
  formatAddress,
} from '../../../src/questionnaire/condition-format.ts';
import type { ScoredQuestion } from '../../../src/questionnaire/question-format.ts';
import { codesIn } from '../tables.ts';
import { type Company, changed } from './company.ts';
import { factOf } from './facts.ts';
import { type Words, written } from './words.ts';

/** What a figure is made of. `rows` are the cells the page has now; of these only the inputs are read. */
export type Given = {
  readonly company: Company;
  readonly words: Words;
  readonly rows: readonly (readonly string[])[];
};

/** The lines of a block, or the cells of a table below its head. */
export type Figure = readonly string[] | readonly (readonly string[])[];

/**
 * Every figure of the page, by its name in `<!-- figures: NAME -->`, worked out by the program; the sums are written
 * out from answers, weights and limits, so that a pencil can follow them.
 */
export const figures: Readonly<Record<string, (given: Given) => Figure>> = {
  answers,
  targets,
  hurdles: hurdleSums,
  company: companySums,
  index: indexSums,
  verdicts,
  priorities,
  'first-gain': firstGain,
  gains,
  phases,
  crowding,
  tried,
  kinds,
  'index-cases': indexCases,
  logic,
  comparisons,
  constants,
};

const code = (text: string | number) => `\`${text}\``;

function dueQuestions({ engine, judgement }: Company): readonly EngineQuestion[] {
  return engine.questions.filter(
    ({ position, scoring }) => scoring && judgement.stand.notDue[position] === null,
  );
}

function answers({ company, words }: Given) {
  const { engine, judgement, answers: given } = company;
  return dueQuestions(company).map(({ id, position, question, weight }) => {
    const points = judgement.counted.given[position];
    const answer = given.answers[id];
    const [before, target] = [judgement.stand.targets[position], judgement.targets[position]];
    return [
      `${'title' in question ? question.title?.[words.language] : ''}`,
      code(engine.questions[position]?.id ?? ''),
      written(words, weight),
      answer?.state === 'answered' ? String(answer.answer) : words.unknown,
      range(words, points?.low, points?.high),
      before === target ? String(target) : `${before} → ${target}`,
    ];
  });
}

// Where the target is another than the one written beside the question.
function targets({ company, words }: Given) {
  const { engine, judgement } = company;
  const selected = judgement.stand.situation.profile[engine.selector];
  const stage = selected?.state === 'answered' ? Number(selected.value) : -1;
  return dueQuestions(company).flatMap(({ id, position, targets: bases, modifiers }) => {
    const base = bases[stage] as number;
    const [before, target] = [judgement.stand.targets[position], judgement.targets[position]];
    if (base === before && before === target) return [];
    const applied = modifiers.filter(({ test }) => test(judgement.stand.situation) === 'true');
    const atLeast = applied.map((modifier) => modifier.atLeast).filter(Number.isFinite);
    const raised = before === target ? [] : [target as number];
    const sum = `max(${[base, ...atLeast, ...raised].join('; ')}) = ${target}`;
    const why = raised.length > 0 ? `${words.verdict} ${raising(company, id)}` : 'modifiers';
    return [`${id.padEnd(16)}${sum.padEnd(16)}${why}`];
  });
}

function raising({ engine, judgement }: Company, id: string): string {
  const position = engine.positions.get(id);
  return judgement.verdicts
    .filter(({ certain }) => certain)
    .flatMap(({ verdict }) => engine.verdicts[verdict] ?? [])
    .filter(({ lifting }) => lifting?.asks.some(({ question }) => question === position))
    .map(({ id: verdict }) => verdict)
    .join(', ');
}

function hurdleSums({ company, words }: Given) {
  return company.engine.hurdles.flatMap((_hurdle, index) => [
    ...(index === 0 ? [] : ['']),
    ...hurdleBlock(company, words, index),
  ]);
}

function hurdleBlock(company: Company, words: Words, index: number): readonly string[] {
  const { engine, judgement, assessment } = company;
  const hurdle = engine.hurdles[index] as Company['engine']['hurdles'][number];
  const told = assessment.hurdles[index] as AssessedHurdle;
  const result = judgement.hurdles[index] as Company['judgement']['hurdles'][number];
  if (!result.value || !result.unlimited || !result.bounds) return [];
  const { value, unlimited, bounds } = result;
  const number = (points: number) => written(words, points);
  const line = (name: string, text: string) => `  ${name.padEnd(27)}${text}`;
  const title = engine.questionnaire.hurdles[index]?.title[words.language] ?? '';
  const isRange = value.low !== value.high;
  const ends = isRange ? (['low', 'high'] as const) : (['low'] as const);
  const endName = { low: words.certain, high: words.possible };

  const lines = ends.flatMap((end) => {
    const named = (name: string) => (isRange ? `${name}, ${endName[end]}` : name);
    const parts = hurdle.all.flatMap((position) => {
      const counts = judgement.counted.counts[position];
      return counts
        ? [{ points: counts[end], weight: engine.questions[position]?.weight ?? 1 }]
        : [];
    });
    const top = parts
      .map(({ points, weight }) => (weight === 1 ? number(points) : `${weight}·${number(points)}`))
      .join(' + ');
    const weighted = parts.reduce((sum, { points, weight }) => sum + points * weight, 0);
    const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
    const limits = limitsAt(company, index, end);
    const mean = number(unlimited[end]);
    return [
      line(named(words.mean), `(${top}) / ${weights} = ${weighted}/${weights} = ${mean}`),
      ...limits.map(({ name, term }) => line(named(name), term)),
      line(
        named(words.value),
        limits.length === 0
          ? number(value[end])
          : `min(${[mean, ...limits.map(({ most }) => number(most))].join('; ')}) = ${number(value[end])}`,
      ),
      line(
        named(words.score),
        `(${number(value[end])} − ${bounds.low}) / ${bounds.high - bounds.low} · 100 = ${number((result.score as Range)[end])}`,
      ),
    ];
  });
  const level = range(words, told.level, told.levelHigh);
  return [title, ...lines, line(words.level, `${level}${told.plus ? '+' : ''}`)];
}

type Range = { readonly low: number; readonly high: number };

// What caps a hurdle at one end, gates first, each as it is written in the page.
function limitsAt({ engine, judgement }: Company, index: number, end: 'low' | 'high') {
  const { cap } = engine.questionnaire.method.hurdle.core;
  const gates = engine.gates.flatMap(({ id, hurdleLimits }, position) => {
    const truth = judgement.counted.gates[position];
    if (truth === 'false' || (truth === 'undecided' && end === 'high')) return [];
    return hurdleLimits
      .filter(({ hurdle }) => hurdle === index)
      .map(({ atMost }) => ({ name: id, term: String(atMost), most: atMost }));
  });
  const core = engine.questions
    .filter((question) => question.core && question.hurdle === index)
    .flatMap(({ id, position }) => {
      const counts = judgement.counted.counts[position];
      return counts ? [{ id, points: counts[end] }] : [];
    })
    .sort((a, b) => a.points - b.points)[0];
  if (!core || cap === null) return gates;
  const most = core.points + cap;
  return [...gates, { name: core.id, term: `${core.points} + ${cap} = ${most}`, most }];
}

function companySums({ company, words }: Given) {
  const { assessment, engine, judgement } = company;
  const { overall } = assessment;
  const levels = (end: 'low' | 'high') =>
    judgement.hurdles.flatMap(({ level }) => (level ? [level[end]] : [])).join('; ');
  const answered = assessment.hurdles.reduce((sum, hurdle) => sum + hurdle.answered, 0);
  const line = (name: string, text: string) => `${name.padEnd(20)}${text}`;
  const { plusHurdles } = engine.questionnaire.method.overall;
  return [
    line(`${words.level}, ${words.certain}`, `min(${levels('low')}) = ${overall.level}`),
    line(`${words.level}, ${words.possible}`, `min(${levels('high')}) = ${overall.levelHigh}`),
    line(words.higher, `${overall.above} < ${plusHurdles}`),
    line(
      words.coverage,
      `${answered} / ${overall.due - overall.notApplicable} = ${written(words, overall.coverage ?? 0)}`,
    ),
  ];
}

function indexSums({ company, words }: Given) {
  return (['low', 'high'] as const).flatMap((end) => indexLines(company, words, end));
}

function indexLines({ judgement }: Company, words: Words, end: 'low' | 'high') {
  const values = judgement.hurdles.flatMap(({ value }) => (value ? [value[end] + 1] : []));
  const mean = values.length / values.reduce((sum, value) => sum + 1 / value, 0);
  const shares = values.map((value) => `1/${written(words, value)}`).join(' + ');
  const name = `${words.score}, ${end === 'low' ? words.certain : words.possible}`;
  const told = written(words, mean, 4);
  const score = written(words, judgement.overall.score?.[end] ?? Number.NaN);
  return [
    `${name.padEnd(20)}${values.length} / (${shares}) = ${told}`,
    `${' '.repeat(20)}(${told} − 1) / 4 · 100 = ${score}`,
  ];
}

function verdicts({ company, words }: Given) {
  const { engine, judgement } = company;
  const { questionnaire } = engine;
  const truthOfPart = (condition: Condition) =>
    compileCondition(condition, questionnaire)(judgement.situation);
  const told = (condition: Condition): string => {
    switch (condition.kind) {
      case 'compare':
        return `${code(formatted(condition))} ${words.truth[truthOfPart(condition)]}`;
      case 'not':
        return `${words.not} (${told(condition.of)})`;
      default: {
        const parts = condition.of.map((part) =>
          part.kind === 'compare' || condition.of.length === 1 ? told(part) : `(${told(part)})`,
        );
        return parts.join(condition.kind === 'all' ? ` ${words.and} ` : ` ${words.or} `);
      }
    }
  };
  return judgement.verdicts.flatMap(({ verdict, certain, first }) => {
    const entry = engine.verdicts[verdict] as Company['engine']['verdicts'][number];
    const { when, liftedWhen } = entry.verdict;
    const row = (name: string, part: string, condition: Condition) => [
      name,
      code(part),
      told(condition),
      `**${words.truth[truthOfPart(condition)]}**`,
    ];
    const ids = first.map((position) => code(engine.questions[position]?.id ?? '')).join(', ');
    return [
      row(code(entry.id), 'when', when),
      ...(liftedWhen ? [row('', 'liftedWhen', liftedWhen)] : []),
      ['', '→', ids, certain ? words.certain : words.provisional],
    ];
  });
}

function formatted({ address, operator, value }: Comparing): string {
  const told = Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
  return operator === 'is'
    ? `${formatAddress(address)}: ${told}`
    : `${formatAddress(address)}: { ${operator}: ${told} }`;
}

// The formula of the ranking, written out; the one place to change when it changes.
function prioritySum({ engine, judgement }: Company, words: Words, step: Recommendation): string {
  const question = engine.questions.find(({ id }) => id === step.id) as EngineQuestion;
  const { scoring, advice, position } = question;
  const { recommend } = engine.questionnaire.method;
  if (!scoring || !advice) return '';
  const given = judgement.counted.given[position]?.low ?? scoring.lowest;
  const { min, max } = advice.effort;
  const base =
    (((advice.impact * ((judgement.targets[position] as number) - given)) /
      (scoring.highest - scoring.lowest)) as number) / Math.sqrt((min + max) / 2);
  const all = [recommend.activeGate, recommend.weakestHurdle];
  // Which circumstances count is told by the result; each is a factor of its own.
  const context = [[], [all[0]], [all[1]], all].find(
    (some) => Math.abs(some.reduce<number>((p, f) => p * (f ?? 1), base) - step.priority) < 1e-6,
  );
  const factors = context?.map((factor) => ` · ${written(words, factor ?? 1)}`).join('') ?? ' · ?';
  const effort = `√((${written(words, min)} + ${written(words, max)}) / 2)`;
  const gap = `(${judgement.targets[position]} − ${given}) / ${scoring.highest - scoring.lowest}`;
  return `${advice.impact} · ${gap}${factors} / ${effort} = ${written(words, step.priority)}`;
}

function placedText(words: Words, { placed }: Recommendation): string {
  const [kind, id = ''] = (placed ?? '').split(':');
  if (placed === null) return words.priority;
  return `${kind === 'verdict' ? words.verdict : words.prerequisite} ${code(id)}`;
}

function priorities({ company, words }: Given) {
  return company.assessment.recommendations.map((step) => [
    String(step.rank),
    code(step.id) + (step.kind === 'find-out' ? ` (${words.findOut})` : ''),
    prioritySum(company, words, step),
    placedText(words, step),
  ]);
}

function firstGain({ company, words }: Given) {
  const [step] = company.assessment.recommendations;
  if (!step) return [];
  const target = company.judgement.targets[company.engine.positions.get(step.id) ?? -1];
  const then = changed(company, `answers: { ${step.id}: ${target} }`);
  const hurdle = company.engine.hurdles.findIndex(({ id }) => id === step.gain.alone.hurdle.id);
  return [
    ...hurdleBlock(then, words, hurdle),
    ...indexLines(then, words, 'low'),
    `${words.lifts} ${step.gain.alone.lifts.join(', ')}`,
  ];
}

function gains({ company, words }: Given) {
  return company.assessment.recommendations.map(({ rank, id, gain }) => {
    const { alone, cumulative } = gain;
    const both = ([from, to]: readonly (number | null)[]) =>
      from === to
        ? written(words, from ?? 0)
        : `${written(words, from ?? 0)} → ${written(words, to ?? 0)}`;
    return [
      String(rank),
      code(id),
      both(alone.score),
      both(cumulative.score),
      both(cumulative.level),
      cumulative.lifts.map(code).join(', ') || '–',
    ];
  });
}

function phases({ company, words }: Given) {
  return company.assessment.recommendations.map(({ rank, id, start, weeks, after, phase }) => [
    String(rank),
    code(id),
    after.map(code).join(', ') || '–',
    `${written(words, start)} + ${written(words, weeks)} = ${written(words, start + weeks)}`,
    words.phases[phase],
  ]);
}

function crowding({ company, words }: Given) {
  return company.assessment.recommendations
    .slice(0, 4)
    .map((step) => [
      String(step.rank),
      code(step.id),
      prioritySum(company, words, step),
      placedText(words, step),
    ]);
}

// A change, and what it does to the facts that are named.
function tried({ company, words, rows }: Given) {
  return rows.map(([change = '', outcome = '', ...rest]) => {
    const then = changed(company, codesIn(change)[0] ?? '');
    return [change, differences(company, then, words, namedIn(outcome)), ...rest];
  });
}

function constants({ company, words, rows }: Given) {
  const { method } = company.engine.questionnaire;
  return rows.map(([name = '', , meaning = '', trial = '', outcome = '']) => {
    const path = (codesIn(name)[0] ?? '').split('.');
    const value = path.reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], method);
    const other = codesIn(trial)[0];
    if (other === undefined) return [name, code(String(value)), meaning, '–', '–'];
    const change = path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, other);
    const then = changed(company, `method: ${change}`);
    const told = differences(company, then, words, namedIn(outcome));
    return [name, code(String(value)), meaning, trial, told];
  });
}

type Tree = Readonly<Record<string, unknown>>;

// The facts a cell names: those at the beginning of each of its parts.
function namedIn(cell: string): readonly string[] {
  return cell.split('; ').map((part) => codesIn(part)[0] ?? '');
}

function differences(
  before: Company,
  after: Company,
  words: Words,
  facts: readonly string[],
): string {
  return facts
    .map((fact) => {
      const from = factOf(before, words, fact);
      const to = factOf(after, words, fact);
      if (from === null && to === null) throw new Error(`there is no fact called “${fact}”`);
      if (!Array.isArray(from) || !Array.isArray(to)) {
        return from === to
          ? `${code(fact)} = ${to}`
          : `${code(fact)} ${from ?? '–'} → ${to ?? '–'}`;
      }
      const added = to.filter((one) => !from.includes(one)).map((one) => `+ ${code(one)}`);
      const removed = from.filter((one) => !to.includes(one)).map((one) => `− ${code(one)}`);
      const changes = [...added, ...removed];
      if (changes.length > 0) return `${code(fact)} ${changes.join(', ')}`;
      const isSame = from.join() === to.join();
      return isSame ? `${code(fact)} =` : `${code(fact)} → ${to.slice(0, 3).map(code).join(', ')}`;
    })
    .join('; ');
}

// What an answer to each kind of question is worth, and between what the points lie.
function kinds({ words, rows }: Given) {
  return rows.map(([definition = '', answer = '', , , ...rest]) => {
    const question = questionIn(codesIn(definition)[0] ?? '');
    const scoring = scoringOf(question);
    const value = parse(codesIn(answer)[0] ?? '') as number | string | readonly string[];
    const index = (id: string) =>
      'options' in question
        ? (question.options as readonly { id?: string }[]).findIndex((option) => option.id === id)
        : -1;
    const points = scoring.pointsOf(
      typeof value === 'number'
        ? value
        : typeof value === 'string'
          ? index(value)
          : value.map(index),
    );
    return [
      definition,
      answer,
      written(words, points),
      range(words, scoring.lowest, scoring.highest),
      ...rest,
    ];
  });
}

// `{ kind: several, combine: sum, points: { a: 2, b: 4 } }`: options and bands in short.
function questionIn(text: string): ScoredQuestion {
  const { kind, points, ...rest } = parse(text) as { kind: string; points: Record<string, number> };
  const entries = Object.entries(points ?? {});
  const parts =
    kind === 'number'
      ? { bands: entries.map(([from, worth]) => ({ from: Number(from), points: worth })) }
      : kind === 'level'
        ? { options: Array.from({ length: 5 }, () => ({})) }
        : { options: entries.map(([id, worth]) => ({ id, points: worth })) };
  return { kind, ...rest, ...parts } as unknown as ScoredQuestion;
}

function indexCases({ words, rows }: Given) {
  return rows.map(([values = '', , , ...rest]) => {
    const points = values.split('; ').map((value) => Number(value.replace(',', '.')));
    const standpoints = points.map((value) => ({ value, lowest: 0, highest: 4, weight: 1 }));
    const shares = points.map((value) => `1/${written(words, value + 1)}`).join(' + ');
    const [index, mean] = (['harmonic-mean', 'mean'] as const).map((name) =>
      written(words, overallIndex(name, standpoints) ?? Number.NaN),
    );
    const sum = `(${points.length} / (${shares}) − 1) / 4 · 100 = ${index}`;
    const plain = `(${points.map((value) => written(words, value)).join(' + ')}) / ${points.length} / 4 · 100 = ${mean}`;
    return [values, sum, plain, ...rest];
  });
}

// Two comparisons about two questions, answered so that they are what the first cells say.
function logic({ company, words, rows }: Given) {
  const [one, other] = ['goals.problem', 'goals.target'] as const;
  const answer = (word: string) =>
    ({ [words.truth.true]: '3', [words.truth.false]: '1', [words.truth.undecided]: 'unknown' })[
      word
    ] ?? '';
  const parts = `[{ ${one}: { atLeast: 2 } }, { ${other}: { atLeast: 2 } }]`;
  return rows.map(([a = '', b = '']) => {
    const change = `answers: { ${one}: ${answer(a)}, ${other}: ${answer(b)} }`;
    const { situation } = changed(company, change).judgement;
    const told = (condition: string) => words.truth[truthIn(company, situation, condition)];
    return [
      told(`{ ${one}: { atLeast: 2 } }`),
      told(`{ ${other}: { atLeast: 2 } }`),
      told(`{ all: ${parts} }`),
      told(`{ any: ${parts} }`),
      told(`{ not: { ${one}: { atLeast: 2 } } }`),
    ];
  });
}

function comparisons({ company, words, rows }: Given) {
  return rows.map(([condition = '', , ...rest]) => [
    condition,
    words.truth[truthIn(company, company.judgement.situation, codesIn(condition)[0] ?? '')],
    ...rest,
  ]);
}

function truthIn({ engine }: Company, situation: Situation, condition: string) {
  const read = ConditionFormat.parse(parse(condition));
  return compileCondition(read, engine.questionnaire)(situation);
}

function range(words: Words, low?: number | null, high?: number | null): string {
  if (low === null || low === undefined) return '–';
  const [from, to] = [written(words, low), written(words, high ?? low)];
  return from === to ? from : `${from}–${to}`;
}
