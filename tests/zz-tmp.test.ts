import { test } from 'vitest';
import { parseCases } from '/work/main/src/questionnaire/check-cases.ts';
import { aQuestionnaire } from '/work/main/tests/support/a-questionnaire.ts';
const q = aQuestionnaire();
const p=(t:string)=>console.log(JSON.stringify(parseCases(t,'c.yaml',q)));
test('x',()=>{
 p('format: cases/2\nquestionnaire: small\ncases: [{id: a, given: {}, expect: {}}]');
 p('format: answers/1\nquestionnaire: { id: small }\n');
 p('format: cases/1\nquestionnaire: small\ncases: []');
 p('');
 p('format: cases/1\nquestionnaire: small\ncases: [{id: a, given: {base: targt, profile: {stage: null}, answers: {goals.problem: 1.5, tests.cases: not-applicable}}, expect: {firstStep: []}},{id: a, given: {}, expect: {}}]');
});
