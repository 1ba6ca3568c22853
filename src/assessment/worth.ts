import type { Worth } from '../questionnaire/merge-entry.ts';
import type { Engine } from './engine.ts';
import { pointsOfAnswer } from './scoring.ts';

/** What the answers to a questionnaire are worth, so that those of several roles can be merged. */
export function worthIn(engine: Engine): Worth {
  return (id, answer) => {
    const question = engine.questions[engine.positions.get(id) ?? -1];
    if (!question?.scoring) return null;
    return pointsOfAnswer(question.scoring, question.options, answer);
  };
}
