import { notApplicableRefusal } from './not-applicable.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type Tell, teller } from './teller.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of answers to one questionnaire: the published schema with its ids, options and titles, so that an
 * editor completes and explains them.
 *
 * @param published the schema of `answers/1`
 * @param language  one of the questionnaire's languages
 */
export function answersSchema(
  published: Json,
  questionnaire: Questionnaire,
  language: string,
): Json {
  const tell = teller(questionnaire, {}, language);
  const properties = published.properties as Json;
  const profile = questionnaire.profile.map((question): [string, Json] => [
    question.id,
    entry(question, question.required ? [] : ['unknown'], tell),
  ]);
  const answers = questionnaire.questions.map(({ question }): [string, Json] => {
    const mayBeLeftOut = notApplicableRefusal(question, questionnaire) === null;
    return [
      question.id,
      entry(question, mayBeLeftOut ? ['unknown', 'not-applicable'] : ['unknown'], tell),
    ];
  });
  const advised = questionnaire.questions
    .filter(({ question }) => question.kind !== 'text' && question.recommendation !== undefined)
    .map(({ question }) => question.id);
  return {
    ...published,
    $id: `${questionnaire.id}.answers.v1.schema.json`,
    title: tell(questionnaire.title),
    properties: {
      ...properties,
      questionnaire: {
        ...(properties.questionnaire as Json),
        properties: {
          ...((properties.questionnaire as Json).properties as Json),
          id: { const: questionnaire.id },
        },
      },
      profile: section(profile),
      answers: section(answers),
      steps: {
        ...(properties.steps as Json),
        propertyNames: {
          anyOf: [...(advised.length > 0 ? [{ enum: advised }] : []), { pattern: '^x-' }],
        },
      },
    },
  };
}

function section(entries: readonly (readonly [string, Json])[]): Json {
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(entries),
    additionalProperties: false,
    patternProperties: { '^x-': {} },
  };
}

function entry(question: Question | ProfileQuestion, states: readonly string[], tell: Tell): Json {
  const value = answerShape(question, tell);
  const title = tell(question.title ?? question.text);
  const isText = question.kind === 'text';
  const long = {
    type: 'object',
    properties: {
      answer: value,
      ...(states.length > 0 ? { state: { enum: states } } : {}),
      reason: { type: 'string' },
      note: { type: 'string' },
      evidence: { enum: ['estimate', 'example', 'document', 'records'] },
      at: { type: 'string' },
      sources: { type: 'array' },
    },
    additionalProperties: false,
    patternProperties: { '^x-': {} },
  };
  // Of a text only the long form can say "unknown".
  const short = isText || states.length === 0 ? [value] : [value, { enum: states }];
  // An empty line is one that is yet to be filled in.
  return { title, description: tell(question.text), anyOf: [...short, long, { type: 'null' }] };
}

function answerShape(question: Question | ProfileQuestion, tell: Tell): Json {
  const named = (
    options: readonly { readonly id: string; readonly label: Parameters<Tell>[0] }[],
  ) =>
    options.map(({ id, label }) => ({ const: id, title: tell(label), description: tell(label) }));
  switch (question.kind) {
    case 'level':
      return {
        oneOf: question.options.map((option, level) => ({
          const: level,
          title: String(level),
          description: tell(option.text),
        })),
      };
    case 'choice':
      return { oneOf: named(question.options) };
    case 'several':
      return { type: 'array', uniqueItems: true, items: { oneOf: named(question.options) } };
    case 'number':
      return {
        type: 'number',
        ...(question.min === undefined ? {} : { minimum: question.min }),
        ...(question.max === undefined ? {} : { maximum: question.max }),
        ...(question.unitLabel ? { description: tell(question.unitLabel) } : {}),
      };
    case 'text':
      return { type: 'string' };
    default:
      return question satisfies never;
  }
}
