// In one process: one full judgement of ours beside packages that judge only our gates and verdicts, on the same sheets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'json-rules-engine';
import { ConditionRunner } from 'survey-core';
import { drawnSheets } from './draw.js';
import { median, root } from './measure.js';
import { jsonRule, rulesOf, surveyExpression } from './translate.js';

const sheets = 500;
const rounds = 7;
// So long each is measured in every round, in microseconds; the first round warms up.
const atLeast = 200_000;

/**
 * The rules are translated from the questionnaire. Where they come out otherwise, the reason must be that the answer is
 * open or not asked for: ours leaves such a rule undecided, or false where nothing is asked; the others have two values
 * only, and no notion of what is due. Any other difference fails.
 */
export async function benchPeers() {
  const { parseQuestionnaire } = await import(
    '../../dist/lib/questionnaire/parse-questionnaire.js'
  );
  const { engineOf } = await import('../../dist/lib/assessment/engine.js');
  const { judge } = await import('../../dist/lib/assessment/judge.js');
  const path = 'questionnaires/five-hurdles.yaml';
  const parsed = parseQuestionnaire(readFileSync(join(root, path), 'utf8'), path);
  if (!parsed.ok) throw new Error(`${path} does not read`);
  const questionnaire = parsed.value;
  const engine = engineOf(questionnaire);
  const { rules, leftOut } = rulesOf(questionnaire);
  const drawn = drawnSheets(questionnaire, sheets);
  const facts = drawn.map((answers) => factsOf(engine, answers));

  const rulesEngine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of rules) {
    rulesEngine.addRule({ name: rule.id, conditions: jsonRule(rule), event: { type: rule.id } });
  }
  const runners = rules.map((rule) => ({
    id: rule.id,
    runner: new ConditionRunner(surveyExpression(rule)),
  }));
  const byRulesEngine = async (/** @type {Record<string, unknown>} */ known) =>
    new Set((await rulesEngine.run(known)).events.map(({ type }) => type));
  const bySurvey = (/** @type {Record<string, unknown>} */ known) =>
    new Set(runners.flatMap(({ id, runner }) => (runner.runValues(known) === true ? [id] : [])));

  const different = { 'json-rules-engine': counts(), 'survey-core': counts() };
  for (const [index, answers] of drawn.entries()) {
    const judgement = judge(engine, answers);
    const ours = certainRules(engine, judgement);
    const known = facts[index];
    const found = {
      'json-rules-engine': await byRulesEngine(known),
      'survey-core': bySurvey(known),
    };
    for (const rule of rules) {
      for (const [name, theirs] of Object.entries(found)) {
        if (ours.has(rule.id) === theirs.has(rule.id)) continue;
        const why = whyDifferent(rule, engine, judgement);
        if (why === null) throw new Error(`sheet ${index}: ${name} has ${rule.id} otherwise`);
        different[name][why] += 1;
      }
    }
  }

  const times = { ours: [], 'json-rules-engine': [], 'survey-core': [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await microseconds(drawn, (answers) => judge(engine, answers)));
    times['json-rules-engine'].push(await microseconds(facts, byRulesEngine));
    times['survey-core'].push(await microseconds(facts, bySurvey));
  }
  for (const own of Object.values(times)) own.shift();
  const ours = median(times.ours);
  console.log(
    `one full judgement ${ours.toFixed(1)} us (levels, ranges, gates, verdicts, contradictions; ${sheets} sheets)`,
  );
  for (const [name, { open, 'not-due': notDue }] of Object.entries(different)) {
    const own = median(times[name]);
    const equal = sheets * rules.length - open - notDue;
    console.log(
      `${name}, ${rules.length} gates and verdicts alone: ${own.toFixed(0)} us = ${(own / ours).toFixed(0)} x; ` +
        `${equal} results equal, ${open} otherwise where an answer is open, ${notDue} where a question is not due`,
    );
  }
  console.log(`left out, as they ask about results: ${leftOut.join(', ')}`);
}

const counts = () => ({ open: 0, 'not-due': 0 });

/**
 * What a rule of the peers can look at: options by their places, and nothing for what is open.
 *
 * @param {any} engine
 * @param {any} answers
 */
function factsOf({ questionnaire, questions }, answers) {
  const asked = [
    ...questionnaire.profile.map((/** @type {any} */ question) => [
      question,
      answers.profile[question.id],
    ]),
    ...questions.map(({ question }) => [question, answers.answers[question.id]]),
  ];
  return Object.fromEntries(
    asked.flatMap(([question, answer]) => {
      if (answer?.state !== 'answered') return [];
      const { id, kind, options = [] } = question;
      const place = (/** @type {string} */ wanted) =>
        options.findIndex((/** @type {any} */ option) => option.id === wanted);
      const said = answer.answer;
      const value = kind === 'choice' ? place(said) : kind === 'several' ? said.map(place) : said;
      return [[id.replaceAll(/\W/g, '_'), value]];
    }),
  );
}

/**
 * @param {any} engine
 * @param {any} judgement
 * @returns {ReadonlySet<string>}
 */
function certainRules(engine, { counted, verdicts }) {
  return new Set([
    ...engine.gates.flatMap(({ id }, index) => (counted.gates[index] === 'true' ? [id] : [])),
    ...verdicts.flatMap(({ verdict, certain }) => (certain ? [engine.verdicts[verdict].id] : [])),
  ]);
}

/**
 * @param {any} rule
 * @param {any} engine
 * @param {any} judgement
 * @returns {'open' | 'not-due' | null}
 */
function whyDifferent({ asks }, engine, { situation, stand }) {
  const profile = engine.questionnaire.profile.map((/** @type {any} */ { id }) => id);
  const positions = asks.map((/** @type {string} */ id) => engine.positions.get(id) ?? -1);
  const standings = [
    ...asks.map((/** @type {string} */ id) => situation.profile[profile.indexOf(id)]),
    ...positions.map((/** @type {number} */ position) => situation.questions[position]),
  ];
  if (positions.some((/** @type {number} */ position) => stand.notDue[position])) return 'not-due';
  return standings.some((one) => one?.state === 'unknown' || one?.state === 'unanswered')
    ? 'open'
    : null;
}

/**
 * @template Sheet
 * @param {readonly Sheet[]} all
 * @param {(sheet: Sheet) => unknown} judged
 */
async function microseconds(all, judged) {
  const start = process.hrtime.bigint();
  let count = 0;
  let taken = 0;
  while (taken < atLeast) {
    for (const one of all) {
      const result = judged(one);
      if (result instanceof Promise) await result;
    }
    count += all.length;
    taken = Number(process.hrtime.bigint() - start) / 1e3;
  }
  return taken / count;
}
