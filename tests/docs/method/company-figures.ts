import type { AssessedHurdle } from '../../../src/assessment/assessment-format.ts';
import type { EngineQuestion } from '../../../src/assessment/engine-question.ts';
import { compileCondition } from '../../../src/questionnaire/compile-condition.ts';
import {
  type Comparing,
  type Condition,
  formatAddress,
} from '../../../src/questionnaire/condition.ts';
import type { Company } from './company.ts';
import { code, type Given, range } from './figure.ts';
import { type Words, written } from './words.ts';

function dueQuestions({ engine, judgement }: Company): readonly EngineQuestion[] {
  return engine.questions.filter(
    ({ position, scoring }) => scoring && judgement.stand.notDue[position] === null,
  );
}

export function answers({ company, words }: Given) {
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
export function targets({ company, words }: Given) {
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

export function hurdleSums({ company, words }: Given) {
  return company.engine.hurdles.flatMap((_hurdle, index) => [
    ...(index === 0 ? [] : ['']),
    ...hurdleBlock(company, words, index),
  ]);
}

export function hurdleBlock(company: Company, words: Words, index: number): readonly string[] {
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

export function companySums({ company, words }: Given) {
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

export function indexSums({ company, words }: Given) {
  return (['low', 'high'] as const).flatMap((end) => indexLines(company, words, end));
}

export function indexLines({ judgement }: Company, words: Words, end: 'low' | 'high') {
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

export function verdicts({ company, words }: Given) {
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
