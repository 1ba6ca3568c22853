import type { Answers } from '../questionnaire/answers.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { allTargetsReached } from './assess.ts';
import type { Assessment } from './assessment-format.ts';
import { type Engine, engineOf } from './engine.ts';
import { explainAdvice } from './explain-advice.ts';
import { explainProfile } from './explain-profile.ts';
import { explainCompany, explainHurdle, explainQuestion } from './explain-results.ts';
import { explainContradictions, explainGates, explainVerdicts } from './explain-rules.ts';
import type { ArithmeticStep, Explained, Explanation } from './explanation-format.ts';
import { asJudged, differingFrom, type Published, stepsFor } from './hypothetical-steps.ts';
import { type Recorded, type RecordedPlan, recorded, recordedPlan } from './recorded.ts';
import { sheetOf } from './sheet.ts';

/** Everything the parts of an explanation are made from. */
export type Explaining = {
  readonly engine: Engine;
  readonly answers: Answers;
  readonly assessment: Assessment;
  readonly base: Recorded;
  readonly plan: RecordedPlan;
  /** The answers as they are. */
  readonly published: Published;
  /** Everything at its target; the steps of a hurdle stand in its entry. */
  readonly atTargets: Published;
  /** What differs then, by the entry it is shown in. */
  readonly targetSteps: ReadonlyMap<string, readonly ArithmeticStep[]>;
};

/** What to leave out where nobody asks for it: gains and releases take many judgements. */
export type Depth = { readonly gains: boolean; readonly releases: boolean };

/**
 * Explains an assessment: judges again and writes down every step, so that each number can be computed anew from the
 * explanation alone.
 *
 * @param assessment what became of these answers
 */
export function explain(
  questionnaire: Questionnaire,
  answers: Answers,
  assessment: Assessment,
  depth: Depth = { gains: true, releases: true },
): Explanation {
  const { tool, date } = assessment;
  const { id, version, digest } = assessment.questionnaire;
  return {
    format: 'explanation/1',
    tool,
    questionnaire: { id, version, digest },
    date,
    entries: entriesOf(explainingOf(engineOf(questionnaire), answers, assessment), depth),
  };
}

function explainingOf(engine: Engine, answers: Answers, assessment: Assessment): Explaining {
  const base = recorded(engine, sheetOf(engine, answers));
  const published = asJudged(base.book);
  const then = recorded(engine, allTargetsReached(engine, base.judgement));
  const inEntry = (ref: string) => `${entryAt(engine, ref)}/target`;
  const atTargets = differingFrom(published, then.book, inEntry);
  const wanted = engine.hurdles.flatMap(({ id }) => [
    then.book.ref(`hurdle:${id}`, 'value'),
    then.book.ref(`hurdle:${id}`, 'reached'),
  ]);
  const targetSteps = stepsFor([...wanted, then.book.ref('company', 'lowest')], atTargets);
  const plan = recordedPlan(engine, base);
  return { engine, answers, assessment, base, plan, published, atTargets, targetSteps };
}

// Where the steps of a question at its target are shown: with its hurdle, whose target they are about.
function entryAt(engine: Engine, ref: string): string {
  const about = ref.slice(0, ref.indexOf('/'));
  if (!about.startsWith('question:')) return about;
  const position = engine.positions.get(about.slice('question:'.length));
  const hurdle = position === undefined ? undefined : engine.questions[position]?.hurdle;
  return hurdle === undefined ? about : `hurdle:${engine.hurdles[hurdle]?.id}`;
}

/** All there is to explain: the company, its hurdles, their questions with their recommendations, the rules. */
function entriesOf(explaining: Explaining, depth: Depth): Explained[] {
  const { engine } = explaining;
  const advice = explainAdvice(explaining, depth.gains);
  return [
    explainCompany(explaining),
    ...engine.hurdles.flatMap((hurdle, index) => [
      explainHurdle(explaining, index, depth.releases),
      ...hurdle.all.flatMap((position) => {
        const recommendation = advice.get(position);
        return [explainQuestion(explaining, position), ...(recommendation ? [recommendation] : [])];
      }),
    ]),
    ...explainGates(explaining, depth.releases),
    ...explainVerdicts(explaining, depth.releases),
    ...explainContradictions(explaining, depth.releases),
    ...explainProfile(explaining),
  ];
}
