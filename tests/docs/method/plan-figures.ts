import type { Recommendation } from '../../../src/assessment/assessment-format.ts';
import type { EngineQuestion } from '../../../src/assessment/engine-question.ts';
import { type Company, changed } from './company.ts';
import { hurdleBlock, indexLines } from './company-figures.ts';
import { code, type Given } from './figure.ts';
import { type Words, written } from './words.ts';

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

export function priorities({ company, words }: Given) {
  return company.assessment.recommendations.map((step) => [
    String(step.rank),
    code(step.id) + (step.kind === 'find-out' ? ` (${words.findOut})` : ''),
    prioritySum(company, words, step),
    placedText(words, step),
  ]);
}

export function firstGain({ company, words }: Given) {
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

export function gains({ company, words }: Given) {
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

export function phases({ company, words }: Given) {
  return company.assessment.recommendations.map(({ rank, id, start, weeks, after, phase }) => [
    String(rank),
    code(id),
    after.map(code).join(', ') || '–',
    `${written(words, start)} + ${written(words, weeks)} = ${written(words, start + weeks)}`,
    words.phases[phase],
  ]);
}

export function crowding({ company, words }: Given) {
  return company.assessment.recommendations
    .slice(0, 4)
    .map((step) => [
      String(step.rank),
      code(step.id),
      prioritySum(company, words, step),
      placedText(words, step),
    ]);
}
