import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { noAnswers } from '../../src/questionnaire/answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { answer } from '../support/five-hurdles.ts';

const text = `format: questionnaire/1
id: growing
version: 1.0.0
languages: [en]
title: { en: Growing }
roles: [{ id: boss, title: { en: Boss } }]
scales:
  steps: [{ from: 0, name: { en: Start } }, { from: 1, name: { en: Middle } }, { from: 2, name: { en: End } }]
hurdles:
  - id: work
    title: { en: Work }
    scale: steps
    questions:
      - id: work.first
        title: { en: First }
        text: { en: How far? }
        target: 2
        options: [{ en: Not }, { en: A bit }, { en: All }]
        recommendation:
          title: { en: Begin }
          steps: [{ en: Do it }]
          owner: boss
          effort: { min: 1, max: 1 }
          weeks: 1
          impact: 5
      - id: work.second
        title: { en: Second }
        text: { en: And then? }
        when: { work.first: { atLeast: 1 } }
        target: 2
        options: [{ en: Not }, { en: A bit }, { en: All }]
`;

test('a step that makes more questions due is no step back: they count as at their targets, too', () => {
  const parsed = parseQuestionnaire(text, 'growing.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const questionnaire = parsed.value;
  const answers = { ...noAnswers(questionnaire), answers: { 'work.first': answer(0) } };
  const { recommendations, hurdles } = assess(questionnaire, answers, { name: 't', version: '1' });
  expect(hurdles[0]).toMatchObject({ due: 1, value: 0, target: 2 });
  expect(recommendations[0]?.gain.alone).toMatchObject({ level: [0, 2], score: [0, 100] });
});
