/**
 * The data of a questionnaire that asks nothing but so many questions with so many options, as short as it goes.
 *
 * @param {number} questions
 * @param {number} [options]
 */
export function asking(questions, options = 2) {
  const text = { en: 'T' };
  return {
    format: 'questionnaire/1',
    id: 'asking',
    version: '1.0.0',
    languages: ['en'],
    title: text,
    scales: { steps: [0, 1].map((from) => ({ from, name: text })) },
    hurdles: [
      {
        id: 'h',
        title: text,
        scale: 'steps',
        questions: Array.from({ length: questions }, (_one, at) => ({
          id: `h.q${at}`,
          title: text,
          text,
          options: Array.from({ length: options }, () => text),
        })),
      },
    ],
  };
}
