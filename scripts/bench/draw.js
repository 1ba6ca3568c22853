// Answer sheets drawn at random, always the same ones for the same seed, as the parser would hand them over.

/** @typedef {import('../../dist/lib/questionnaire/questionnaire.js').Questionnaire} Questionnaire */
/** @typedef {import('../../dist/lib/questionnaire/answers.js').Answers} Answers */

/**
 * @param {Questionnaire} questionnaire
 * @param {number} count
 * @returns {Answers[]}
 */
export function drawnSheets({ id, version, profile, questions }, count, seed = 1) {
  const random = randomFrom(seed);
  /** @param {readonly { readonly id: string }[]} asked */
  const drawn = (asked) =>
    Object.fromEntries(
      asked.flatMap((question) => {
        const answer = drawnAnswer(question, random);
        return answer === null ? [] : [[question.id, answer]];
      }),
    );
  return Array.from({ length: count }, () => ({
    format: 'answers/1',
    questionnaire: { id, version },
    profile: drawn(profile),
    answers: drawn(questions.map(({ question }) => question)),
    steps: {},
  }));
}

/**
 * Every tenth answer is unknown, every twentieth is missing, but for what is required.
 *
 * @param {any} question
 * @param {() => number} random
 */
function drawnAnswer(question, random) {
  const chance = question.required ? 1 : random();
  if (chance < 0.05) return null;
  if (chance < 0.15) return { state: 'unknown' };
  return { state: 'answered', answer: drawnValue(question, random) };
}

/**
 * @param {any} question
 * @param {() => number} random
 */
function drawnValue({ kind, options, bands }, random) {
  switch (kind) {
    case 'level':
      return Math.floor(random() * options.length);
    case 'choice':
      return options[Math.floor(random() * options.length)].id;
    case 'several':
      return options
        .filter((/** @type {any} */ { exclusive }) => !exclusive && random() < 0.4)
        .map((/** @type {any} */ option) => option.id);
    case 'number':
      return bands ? bands[Math.floor(random() * bands.length)].from : Math.floor(random() * 100);
    default:
      return random() < 0.5 ? 'Anfragen halbieren' : 'Weniger Rückfragen im Versand';
  }
}

/**
 * Numbers from 0 to 1 (Park and Miller 1988).
 *
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
