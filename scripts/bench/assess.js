// In one process: what the sensitivity adds to an assessment, each measured in turn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { example, median, root } from './measure.js';

export async function benchAssess() {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const { parseQuestionnaire } = await import(
    '../../dist/lib/questionnaire/parse-questionnaire.js'
  );
  const { parseAnswers } = await import('../../dist/lib/questionnaire/parse-answers.js');
  const { assessWith } = await import('../../dist/lib/assessment/assess.js');
  const { engineOf } = await import('../../dist/lib/assessment/engine.js');
  const { judge } = await import('../../dist/lib/assessment/judge.js');
  const { recommend } = await import('../../dist/lib/assessment/recommend.js');
  const { sensitivityOf } = await import('../../dist/lib/assessment/sensitivity.js');
  const path = 'questionnaires/five-hurdles.yaml';
  const { value: questionnaire } = parseQuestionnaire(read(path), path);
  const { value: answers } = parseAnswers(read(example), example, questionnaire);
  const engine = engineOf(questionnaire);
  const judgement = judge(engine, answers);
  const plan = recommend(engine, judgement);
  const tool = { name: 'bench', version: '0' };
  /** @param {() => unknown} run */
  const time = (run) => {
    const start = process.hrtime.bigint();
    for (let turn = 0; turn < 20; turn += 1) run();
    return Number(process.hrtime.bigint() - start) / 20e6;
  };
  const times = Array.from({ length: 30 }, () => ({
    whole: time(() => assessWith(engine, answers, tool)),
    sensitivity: time(() => sensitivityOf(engine, answers, judgement, plan)),
    judged: time(() => judge(engine, answers)),
  })).slice(5);
  const of = (/** @type {'whole' | 'sensitivity' | 'judged'} */ part) =>
    median(times.map((one) => one[part]));
  const ratio = median(times.map(({ whole, sensitivity }) => whole / (whole - sensitivity)));
  console.log(
    `assess ${of('whole').toFixed(1)} ms = ${ratio.toFixed(1)} x without sensitivity; judge ${of('judged').toFixed(2)} ms`,
  );
}
