import fc from 'fast-check';
import { assess } from '../../src/assessment/assess.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { noAnswers } from '../../src/questionnaire/answers.ts';
import { viewOf } from '../../src/report/view.ts';
import type { View } from '../../src/report/view-type.ts';
import { read } from './random-questionnaires.ts';

/** What a step of a plan is made of. */
export type Advised = {
  readonly title?: string;
  readonly effort?: number;
  readonly weeks?: number;
  readonly impact?: number;
  /** The step, by its place among those before it, that must be done first. */
  readonly after?: number | null;
  readonly isUnknown?: boolean;
};

/** A report on a company that still has all of these steps before it, in a questionnaire made for them. */
export function reportWithPlan(steps: readonly Advised[], language = 'de'): View {
  const questionnaire = read({
    format: 'questionnaire/1',
    id: 'planned',
    version: '1.0.0',
    languages: ['de', 'en'],
    title: alike('Planned'),
    scales: {
      levels: ['A', 'B', 'C'].map((name, from) => ({ from, name: alike(name) })),
    },
    roles: [{ id: 'boss', title: alike('Boss') }],
    profile: [],
    hurdles: [
      {
        id: 'h',
        title: alike('Hurdle'),
        scale: 'levels',
        questions: steps.map((step, index) => question(step, index)),
      },
    ],
  });
  const answers = {
    ...noAnswers(questionnaire),
    answers: Object.fromEntries(
      steps.map(({ isUnknown = false }, index) => [
        `h.q${index}`,
        isUnknown ? { state: 'unknown' as const } : { state: 'answered' as const, answer: 0 },
      ]),
    ),
  };
  const assessment = assess(questionnaire, answers, { name: 'test', version: '0' });
  return viewOf(assessment, questionnaire, language, reportWords(language));
}

function question(step: Advised, index: number) {
  const { title = `Step ${index}`, effort = 1, weeks = 1, impact = 3, after = null } = step;
  return {
    id: `h.q${index}`,
    title: alike(`Question ${index}`),
    text: alike('Is it so?'),
    target: 2,
    options: ['No', 'Some', 'Yes'].map(alike),
    recommendation: {
      title: alike(title),
      steps: [alike('Do it')],
      owner: 'boss',
      effort: { min: effort / 2, max: effort * 1.5 },
      weeks,
      impact,
      requires: after === null || index === 0 ? [] : [`h.q${after % index}`],
    },
  };
}

function alike(text: string) {
  return { de: text, en: text };
}

/** Plans as nobody would make them: any efforts, any names, up to fifty steps. */
export const anyPlan: fc.Arbitrary<readonly Advised[]> = fc.array(
  fc.record({
    title: fc.oneof(
      // In braces stands the name of a profile question, and these plans have none.
      fc
        .string({ minLength: 1, maxLength: 90 })
        .map((text) => `x${text.trim().replaceAll('{', '(')}`),
      fc.constantFrom(
        'Kurz',
        'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4),
        '質問に答える'.repeat(12),
      ),
    ),
    effort: fc.constantFrom(0.25, 0.5, 1, 1, 2, 3, 8, 40, 400),
    weeks: fc.constantFrom(0.5, 1, 2, 6, 30),
    impact: fc.constantFrom(1, 2, 3, 3.5, 4, 5),
    after: fc.option(fc.nat(60), { nil: null }),
    isUnknown: fc.boolean(),
  }),
  { minLength: 1, maxLength: 50 },
);
