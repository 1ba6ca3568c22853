import type { Limit } from '../questionnaire/questionnaire-format.ts';
import { otherWords } from './other-words.ts';
import type { GateView, QuestionnaireView, VerdictDetail } from './questionnaire-view-type.ts';
import type { Reading } from './reading.ts';
import { quoted } from './report-words.ts';

/** Words the gates: when they bite, what they limit, why. */
export function gateViews(reading: Reading): readonly GateView[] {
  const { questionnaire, tell, condition } = reading;
  return questionnaire.gates.map((gate) => ({
    when: condition(gate.when),
    why: tell(gate.why),
    limits: gate.limits.map((limit) => limitWords(limit, reading)),
    otherWords: otherWords(gate.why, reading),
  }));
}

function limitWords(limit: Limit, reading: Reading): string {
  const { questionnaire, numbers, tell, say, reference } = reading;
  if ('hurdle' in limit) {
    const found = questionnaire.hurdles.find(({ id }) => id === limit.hurdle);
    const hurdle = quoted(found ? tell(found.title) : limit.hurdle, say);
    return say('show.limit.hurdle', { hurdle, points: numbers.exact(limit.atMost) });
  }
  const question = quoted(reference(limit.question).title, say);
  if (typeof limit.atMost === 'number') {
    return say('show.limit.question', { question, points: numbers.exact(limit.atMost) });
  }
  const other = quoted(reference(limit.atMost.answerOf).title, say);
  return say('show.limit.answer', { question, other });
}

/** Words the verdicts, most urgent first: when they stand, what lifts them, what comes first. */
export function verdictDetails(reading: Reading): readonly VerdictDetail[] {
  const { questionnaire, tell, condition } = reading;
  return questionnaire.verdicts.map((verdict) => ({
    kind: verdict.kind,
    text: tell(verdict.text),
    when: condition(verdict.when),
    liftedWhen: verdict.liftedWhen ? condition(verdict.liftedWhen) : null,
    lifted: verdict.lifted ? tell(verdict.lifted) : null,
    first: verdict.first.map((id) => adviceReference(id, reading)),
    defers: verdict.defers.map((id) => adviceReference(id, reading)),
    review: verdict.review ? reviewView(verdict.review) : null,
    otherWords: otherWords([verdict.text, verdict.lifted], reading),
  }));
}

// What is to be done, not what is asked; a question without advice is called by its own name.
function adviceReference(id: string, reading: Reading): VerdictDetail['first'][number] {
  const question = reading.questionnaire.questions.find((placed) => placed.question.id === id);
  const asked = question?.question;
  const advice = asked && asked.kind !== 'text' ? asked.recommendation : undefined;
  const named = reading.reference(id);
  return advice ? { ...named, title: reading.tell(advice.title) } : named;
}

function reviewView(review: string): VerdictDetail['review'] {
  return { count: Number(review.slice(0, -1)), unit: review.endsWith('w') ? 'weeks' : 'days' };
}

/** Words the contradictions: what does not fit together, and what is asked back. */
export function contradictionViews(reading: Reading): QuestionnaireView['contradictions'] {
  return reading.questionnaire.contradictions.map(({ when, ask }) => ({
    ask: reading.tell(ask),
    when: reading.condition(when),
    otherWords: otherWords(ask, reading),
  }));
}
