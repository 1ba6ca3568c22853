import { readFileSync } from 'node:fs';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { fiveHurdlesText } from './five-hurdles.ts';

const url = new URL('../../questionnaires/five-hurdles-crafts.yaml', import.meta.url);

/** Our questionnaire for craft businesses, with all that it inherits. */
export const crafts = (() => {
  const parsed = parseQuestionnaire(readFileSync(url, 'utf8'), 'five-hurdles-crafts.yaml', {
    known: ['five-hurdles'],
    open: (id) =>
      id === 'five-hurdles' ? { name: 'five-hurdles.yaml', text: fiveHurdlesText } : null,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3), null, 2));
  return parsed.value;
})();
