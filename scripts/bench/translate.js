// Our conditions in the words of other packages, translated from the questionnaire's data.

/** @typedef {import('../../dist/lib/questionnaire/condition-format.js').Condition} Condition */
/** @typedef {import('../../dist/lib/questionnaire/questionnaire.js').Questionnaire} Questionnaire */

/**
 * A gate or a verdict: it holds by `when` and not `lifted`.
 *
 * @typedef {{
 *   readonly id: string,
 *   readonly when: Condition,
 *   readonly lifted: Condition | null,
 *   readonly asks: readonly string[],
 *   readonly placeOf: (id: string, value: unknown) => unknown,
 * }} Rule
 */

/**
 * The gates and verdicts that ask about answers; what asks about results cannot be said there.
 *
 * @param {Questionnaire} questionnaire
 * @returns {{ readonly rules: readonly Rule[], readonly leftOut: readonly string[] }}
 */
export function rulesOf({ profile, questions, gates, verdicts }) {
  const asked = new Map(
    [...profile, ...questions.map(({ question }) => question)].map((one) => [one.id, one]),
  );
  /** @type {Rule['placeOf']} */
  const placeOf = (id, value) => {
    const question = /** @type {any} */ (asked.get(id));
    if (question.kind !== 'choice' && question.kind !== 'several') return value;
    return question.options.findIndex((/** @type {any} */ option) => option.id === value);
  };
  const all = [
    ...gates.map(({ id, when }) => ({ id, when, lifted: null })),
    ...verdicts.map(({ id, when, liftedWhen }) => ({ id, when, lifted: liftedWhen ?? null })),
  ];
  const told = all.map((rule) => {
    const addresses = [rule.when, ...(rule.lifted ? [rule.lifted] : [])].flatMap(addressesIn);
    const isAnswerable = addresses.every(({ kind }) => kind !== 'result');
    return { ...rule, placeOf, isAnswerable, asks: addresses.map(({ id }) => id) };
  });
  return {
    rules: told.filter(({ isAnswerable }) => isAnswerable),
    leftOut: told.filter(({ isAnswerable }) => !isAnswerable).map(({ id }) => id),
  };
}

/**
 * @param {Condition} condition
 * @returns {readonly any[]}
 */
function addressesIn(condition) {
  if (condition.kind === 'compare') return [condition.address];
  return condition.kind === 'not' ? addressesIn(condition.of) : condition.of.flatMap(addressesIn);
}

const jsonOperators = {
  is: 'equal',
  isNot: 'notEqual',
  in: 'in',
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  above: 'greaterThan',
  below: 'lessThan',
  includes: 'contains',
};

/**
 * @param {Rule} rule
 * @returns {any} the conditions of json-rules-engine
 */
export function jsonRule({ when, lifted, placeOf }) {
  const said = (/** @type {Condition} */ condition) => jsonCondition(condition, placeOf);
  return { all: [said(when), ...(lifted ? [{ not: said(lifted) }] : [])] };
}

/**
 * @param {Condition} condition
 * @param {Rule['placeOf']} placeOf
 * @returns {any}
 */
function jsonCondition(condition, placeOf) {
  if (condition.kind === 'not') return { not: jsonCondition(condition.of, placeOf) };
  if (condition.kind !== 'compare') {
    return { [condition.kind]: condition.of.map((part) => jsonCondition(part, placeOf)) };
  }
  const { operator, fact, values } = comparisonIn(condition, placeOf, jsonOperators);
  return { fact, operator, value: operator === 'in' ? values : values[0] };
}

const surveyOperators = {
  is: '=',
  isNot: '!=',
  in: 'anyof',
  atLeast: '>=',
  atMost: '<=',
  above: '>',
  below: '<',
  includes: 'contains',
};

/**
 * @param {Rule} rule
 * @returns {string} an expression of survey-core
 */
export function surveyExpression({ when, lifted, placeOf }) {
  const said = (/** @type {Condition} */ condition) => surveyCondition(condition, placeOf);
  return lifted ? `${said(when)} and !(${said(lifted)})` : said(when);
}

/**
 * @param {Condition} condition
 * @param {Rule['placeOf']} placeOf
 * @returns {string}
 */
function surveyCondition(condition, placeOf) {
  if (condition.kind === 'not') return `!(${surveyCondition(condition.of, placeOf)})`;
  if (condition.kind !== 'compare') {
    const parts = condition.of.map((part) => surveyCondition(part, placeOf));
    return `(${parts.join(condition.kind === 'all' ? ' and ' : ' or ')})`;
  }
  const { operator, fact, values } = comparisonIn(condition, placeOf, surveyOperators);
  return `{${fact}} ${operator} ${operator === 'anyof' ? `[${values.join(', ')}]` : values[0]}`;
}

/**
 * @param {any} condition
 * @param {Rule['placeOf']} placeOf
 * @param {Readonly<Record<string, string>>} operators
 */
function comparisonIn({ address, operator, value }, placeOf, operators) {
  const theirs = operators[operator];
  if (theirs === undefined) throw new Error(`${operator} has no translation`);
  const values = [value].flat().map((one) => placeOf(address.id, one));
  return { operator: theirs, fact: address.id.replaceAll(/\W/g, '_'), values };
}
