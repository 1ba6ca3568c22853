import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anything, monotone, randomData, randomQuestionnaires, read } from '../support/random-questionnaires.ts';
import { withSheets } from '../support/random-sheets.ts';
import { assess } from '../../src/assessment/assess.ts';
import { AssessmentFormat } from '../../src/assessment/assessment-format.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
test('x', () => {
  const t0 = performance.now();
  fc.assert(fc.property(randomQuestionnaires(anything), q => { expect(q.questions.length).toBeGreaterThan(0) }), { numRuns: 300 });
  const t1 = performance.now();
  const qs = fc.sample(withSheets(randomQuestionnaires(monotone)), 300);
  const t2 = performance.now();
  let bad = 0, rej = 0;
  for (const { questionnaire, answers } of qs) { const a = assess(questionnaire, answers, { name: 'x', version: '1' }); const r = AssessmentFormat.safeParse(a); if (!r.success) { if (bad++ < 5) console.log(JSON.stringify(r.error.issues.slice(0, 2))); }
   const long = (m: any) => Object.fromEntries(Object.entries(m).map(([k, { state, ...rest }]: any) => [k, state === 'answered' ? rest : { state, ...rest }]));
   const p = parseAnswers(JSON.stringify({...answers, profile: long(answers.profile), answers: long(answers.answers)}), 'a', questionnaire); if (!p.ok && rej++ < 3) console.log(JSON.stringify(p.problems));
  }
  const t3 = performance.now();
  console.log(t1 - t0, t2 - t1, t3 - t2, bad, rej);
});
