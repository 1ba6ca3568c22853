import type { AssessedHurdle, AssessedQuestion } from '../assessment/assessment-format.ts';
import type { Hurdle } from '../questionnaire/questionnaire-format.ts';
import { hurdleBar } from './hurdle-bar.ts';
import { answerInWords, isEnough, levelView, spoken, type Telling, titleOf } from './telling.ts';
import type { HurdleView, LimitView, QuestionView } from './view-type.ts';

/** Words every hurdle: where it stands, on how many answers, what capped it, and each answer. */
export function hurdleViews(telling: Telling): readonly HurdleView[] {
  const { assessment, questionnaire } = telling;
  return questionnaire.hurdles.flatMap((hurdle, index): HurdleView[] => {
    const assessed = assessment.hurdles.find(({ id }) => id === hurdle.id);
    return assessed ? [hurdleView(telling, hurdle, assessed, index + 1)] : [];
  });
}

function hurdleView(
  telling: Telling,
  hurdle: Hurdle,
  assessed: AssessedHurdle,
  number: number,
): HurdleView {
  const { tell, numbers } = telling;
  const tenths = (value: number | null) => (value === null ? null : numbers.tenths(value));
  const whole = (value: number | null) => (value === null ? null : numbers.whole(value));
  const unless = <T>(same: boolean, value: T) => (same ? null : value);
  return {
    id: hurdle.id,
    number,
    title: tell(hurdle.title),
    lead: hurdle.lead ? tell(hurdle.lead) : null,
    level: levelView(telling, hurdle.scale, assessed.level),
    levelHigh: unless(
      assessed.level === assessed.levelHigh,
      levelView(telling, hurdle.scale, assessed.levelHigh),
    ),
    reason: assessed.reason,
    plus: assessed.plus,
    value: tenths(assessed.value),
    valueHigh: unless(assessed.value === assessed.valueHigh, tenths(assessed.valueHigh)),
    unlimited: tenths(assessed.unlimited),
    score: whole(assessed.score),
    scoreHigh: unless(assessed.score === assessed.scoreHigh, whole(assessed.scoreHigh)),
    target: tenths(assessed.target),
    targetIsEnough: isEnough(telling, assessed.target),
    atTarget: assessed.atTarget,
    bar: hurdleBar(assessed, boundsOf(telling, hurdle.scale)),
    answered: assessed.answered,
    applicable: assessed.applicable,
    due: assessed.due,
    coverage: assessed.coverage === null ? null : numbers.percent(assessed.coverage),
    limits: limitViews(telling, assessed),
    questions: assessed.questions
      .filter(({ state }) => state !== 'not-due')
      .map((question) => questionView(telling, question)),
    notDue: assessed.questions
      .filter(({ state }) => state === 'not-due')
      .map(({ id }) => titleOf(telling, id)),
  };
}

function boundsOf({ questionnaire }: Telling, scale: string): readonly number[] {
  return (questionnaire.scales[scale] ?? []).map(({ from }) => from);
}

function limitViews(telling: Telling, { limits }: AssessedHurdle): readonly LimitView[] {
  return [...limits]
    .sort((a, b) => Number(b.effective) - Number(a.effective) || a.atMost - b.atMost)
    .map(({ gate, core, atMost, effective }) => ({
      kind: gate === undefined ? 'core' : 'gate',
      atMost: telling.numbers.exact(atMost),
      why: gate === undefined ? titleOf(telling, core ?? '') : gateReason(telling, gate),
      effective,
    }));
}

function gateReason({ questionnaire, tell }: Telling, id: string): string {
  const gate = questionnaire.gates.find((candidate) => candidate.id === id);
  return gate ? tell(gate.why) : id;
}

function questionView(telling: Telling, assessed: AssessedQuestion): QuestionView {
  const { assessment, numbers, tell } = telling;
  const question = telling.question(assessed.id);
  const said = assessment.answers[assessed.id];
  const { answer, target, counts } = assessed;
  const judged = question && question.kind !== 'text' ? question : undefined;
  const shown = (value: number | null) => (value === null ? null : numbers.exact(value));
  return {
    id: assessed.id,
    title: titleOf(telling, assessed.id),
    text: question ? tell(question.text) : '',
    core: judged?.core ?? false,
    state: assessed.state === 'not-due' ? 'unanswered' : assessed.state,
    answer:
      assessed.state === 'answered' && answer !== undefined
        ? answerInWords(telling, assessed.id, answer)
        : null,
    level: question?.kind === 'level' && assessed.state === 'answered' ? String(answer) : null,
    target: shown(target),
    targetIsEnough: isEnough(telling, target),
    atTarget: assessed.gap === 0,
    counts: assessed.gates.length > 0 ? shown(counts) : null,
    countsIn: question?.kind === 'level' ? 'level' : 'points',
    countsBecause: assessed.gates.map((gate) => gateReason(telling, gate)),
    note: spoken(said?.note),
    reason: assessed.state === 'not-applicable' ? spoken(said?.reason) : null,
    evidence: said?.evidence ?? null,
    proof: question?.evidence ? tell(question.evidence) : null,
  };
}
