// What it costs as questionnaires grow: 30, 300 and 3,000 questions, with gates, verdicts and advice growing along.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { drawnSheets } from './draw.js';
import { env, median, milliseconds, root } from './measure.js';

const sizes = [30, 300, 3000];
const rounds = 3;

/**
 * Prints what each costs per question, and as what power of the size it grows from one to the next: 1 is in proportion.
 */
export async function benchSize() {
  const { parseQuestionnaire } = await import(
    '../../dist/lib/questionnaire/parse-questionnaire.js'
  );
  const { engineOf } = await import('../../dist/lib/assessment/engine.js');
  const { judge } = await import('../../dist/lib/assessment/judge.js');
  const { assessWith } = await import('../../dist/lib/assessment/assess.js');
  const folder = mkdtempSync(join(tmpdir(), 'hurdles-'));
  const tool = { name: 'bench', version: '0' };
  /** @type {Record<string, number[]>} */
  const costs = {};
  for (const size of sizes) {
    const text = stringify(grown(size));
    const parsed = parseQuestionnaire(text, 'grown.yaml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
    const questionnaire = parsed.value;
    const [questions, answers] = ['q.yaml', 'a.yaml'].map((name) => join(folder, name));
    const [sheet] = drawnSheets(questionnaire, 1);
    writeFileSync(questions, text);
    writeFileSync(answers, stringify(written(sheet)));
    const engine = engineOf(questionnaire);
    const bin = join(root, 'bin/hurdles.js');
    const bare = milliseconds(['-e', '0']);
    const told = {
      lint: () => ran([bin, 'lint', questions]) - bare,
      'make ready': () => timed(() => engineOf(questionnaire)),
      judge: () => timed(() => judge(engine, sheet)),
      'assess, no sensitivity': () =>
        timed(() => assessWith(engine, sheet, tool, null, { sensitivity: false })),
      assess: () => timed(() => assessWith(engine, sheet, tool, null)),
      'report -f html': () => ran([bin, 'report', answers, '-q', questions, '-f', 'html']) - bare,
    };
    for (const [name, run] of Object.entries(told)) {
      costs[name] ??= [];
      costs[name].push(median(Array.from({ length: rounds }, run)));
    }
  }
  rmSync(folder, { recursive: true });
  console.log(`microseconds per question at ${sizes.join(', ')}; grows as size to the power of`);
  for (const [name, of] of Object.entries(costs)) {
    const each = of.map((cost, index) => ((cost * 1000) / sizes[index]).toFixed(2).padStart(10));
    const powers = of.slice(1).map((cost, index) => Math.log10(cost / of[index]).toFixed(2));
    console.log(`${name.padEnd(24)}${each.join('')}   ${powers.join(', ')}`);
  }
  console.log('assess names what a result hangs on up to some six hundred questions, not beyond');
}

/**
 * @param {readonly string[]} args
 * @returns {number} milliseconds; whatever ends with a problem is no measure
 */
function ran(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    encoding: 'utf8',
    maxBuffer,
  });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const maxBuffer = 1e9;

/**
 * @param {() => unknown} run
 * @returns {number} milliseconds, of as many runs as fit into some time
 */
function timed(run) {
  const start = process.hrtime.bigint();
  let [count, taken] = [0, 0];
  while (taken < 200) {
    run();
    count += 1;
    taken = Number(process.hrtime.bigint() - start) / 1e6;
  }
  return taken / count;
}

/** @param {import('./draw.js').Answers} sheet */
function written({ profile, answers, ...rest }) {
  const said = (/** @type {Record<string, any>} */ all) =>
    Object.fromEntries(
      Object.entries(all).map(([id, { state, answer }]) => [id, answer ?? { state }]),
    );
  return { ...rest, profile: said(profile), answers: said(answers) };
}

/**
 * A questionnaire of so many questions in hurdles of some √size, as the data of its file.
 *
 * @param {number} size
 */
function grown(size) {
  const own = Math.round(Math.sqrt(size));
  const hurdles = Array.from({ length: Math.ceil(size / own) }, (_, hurdle) => {
    const count = Math.min(own, size - hurdle * own);
    const questions = Array.from({ length: count }, (_one, index) => question(hurdle, index));
    return { id: `h${hurdle}`, title: text(`Hurdle ${hurdle}`), scale: 'five', questions };
  });
  const ids = hurdles.flatMap(({ questions }) => questions.map(({ id }) => id));
  const every = (/** @type {number} */ nth) => ids.filter((_id, index) => index % nth === 1);
  return {
    format: 'questionnaire/1',
    id: 'grown',
    version: '1.0.0',
    languages: ['en'],
    title: text('Grown'),
    scales: { five: [0, 1, 2, 3, 4].map((from) => ({ from, name: text(`Level ${from}`) })) },
    roles: [{ id: 'boss', title: text('Boss') }],
    profile: [
      {
        id: 'stage',
        kind: 'choice',
        ordered: true,
        required: true,
        text: text('How far are you?'),
        options: ['none', 'pilot', 'live'].map((id) => ({ id, label: text(id) })),
      },
    ],
    targets: {
      by: 'stage',
      modifiers: every(30).map((id) => ({ when: { stage: 'live' }, change: 1, for: [id] })),
    },
    hurdles,
    gates: every(4).map((id, index) => ({
      id: `gate-${index}`,
      when: { stage: { atLeast: 'pilot' }, [id]: { atMost: 1 } },
      limits: [{ hurdle: id.split('.')[0], atMost: 2 }],
      why: text('It is missing.'),
    })),
    verdicts: [
      ...every(10).map((id, index) => ({
        id: `stop-${index}`,
        kind: 'stop',
        when: { stage: 'live', [id]: 0 },
        liftedWhen: { [id]: { atLeast: 1 } },
        first: [id],
        text: text('Not yet.'),
        lifted: text('It is there.'),
        review: '8w',
      })),
      {
        id: 'clarify',
        kind: 'clarify',
        when: { '$unknown.any': { above: 0.3 } },
        text: text('Find out.'),
        review: '8w',
      },
    ],
    contradictions: every(10).map((id, index) => ({
      id: `odd-${index}`,
      when: { [id]: { atLeast: 3 }, stage: 'none' },
      ask: text('Really?'),
    })),
  };
}

/**
 * @param {number} hurdle
 * @param {number} index
 */
function question(hurdle, index) {
  const id = `h${hurdle}.q${index}`;
  return {
    id,
    title: text(`Topic ${index} of ${hurdle}`),
    text: text(`How is topic ${index} of ${hurdle} done?`),
    core: index % 4 === 0,
    target: index % 5 === 0 ? { none: null, pilot: 2, live: 3 } : 3,
    options: [0, 1, 2, 3, 4].map((level) => text(`Fact ${level}.`)),
    recommendation: {
      title: text(`Improve topic ${index} of ${hurdle}`),
      steps: [text('Do it.')],
      owner: 'boss',
      effort: { min: 1 + (index % 3), max: 3 + (index % 5) },
      weeks: 2 + (index % 4),
      impact: 1 + (index % 5),
      ...(index % 3 === 2 ? { requires: [`h${hurdle}.q${index - 1}`] } : {}),
    },
  };
}

/** @param {string} en */
const text = (en) => ({ en });
