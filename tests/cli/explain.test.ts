import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/assessment/explain.ts';
import { type Explanation, ExplanationFormat } from '../../src/assessment/explanation-format.ts';
import { type Io, nodeIo } from '../../src/cli/io.ts';
import { quickLoad as load } from '../../src/cli/quick-load.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { showExplanation } from '../../src/cli/show-explanation.ts';
import { explainedViews } from '../../src/report/explained-view.ts';
import { recompute } from '../support/recompute.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = 'examples/machine-builder.yaml';
const foreign = 'tests/foreign/scorecard-with-debits.yaml';

async function explained(...argv: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await hurdles(['explain', ...argv]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(stdout).not.toMatch(/\{[a-z-]+\}|undefined|NaN|\[object/);
  return stdout;
}

const situational = JSON.stringify({
  format: 'questionnaire/1',
  id: 'situational',
  version: '1.0.0',
  languages: ['en'],
  title: { en: 'Text' },
  scales: { levels: [0, 1].map((from) => ({ from, name: { en: 'Text' } })) },
  profile: [
    {
      id: 'data',
      kind: 'choice',
      text: { en: 'Text' },
      options: [
        { id: 'open', label: { en: 'Open' } },
        { id: 'secret', label: { en: 'Secret' } },
      ],
    },
  ],
  hurdles: [
    {
      id: 'data',
      title: { en: 'Text' },
      scale: 'levels',
      questions: [
        {
          id: 'data.quality',
          title: { en: 'Text' },
          text: { en: 'Text' },
          options: [{ en: 'Text' }, { en: 'Text' }],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'secret',
      when: { data: 'secret' },
      limits: [{ hurdle: 'data', atMost: 0 }],
      why: { en: 'Text' },
    },
  ],
});

describe('what is told', () => {
  test('without an id, of the company: its hurdles, the lowest of them, and what to ask next', async () => {
    const text = await explained(example, '--lang', 'en');
    expect(text).toMatch(/^The whole company\n→ no level: too much is open\./);
    expect(text).toContain('Tool chaos                             level 1');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'each raised by 1: 5 / (1/1.75 + 1/1.29 + 1/2 + 1/1.5 + 1/1.75) ≈ 1.6195; (1.6195 − 1) / 4 × 100 ≈ 15.49',
    );
    expect(text).toContain(
      'In detail: hurdles explain examples/machine-builder.yaml goals --lang en',
    );
    expect(await explained(example, 'company', '--lang', 'en')).toBe(
      text.replace(/\nIn detail: .*\n$/, ''),
    );
  });

  test('of a hurdle: each answer with its weight, the arithmetic at both ends, the caps', async () => {
    const text = await explained(example, 'goals', '--lang', 'en');
    expect(text).toContain('level 1, weight 2, core question');
    expect(text).toContain('don’t know: 0 to 4, weight 1');
    expect(text).toContain('(1 × 2 + 1 × 2 + 1 + 0 + 0 + 1) / 8 = 0.75');
    expect(text).toContain('(1 × 2 + 1 × 2 + 1 + 0 + 4 + 1) / 8 = 1.25');
    expect(text).toContain('the lowest of 1.25; 1 and 2 = 1');
    expect(text).toContain('Next level');
  });

  test('of a hurdle without a level: what it would be, and how many answers it takes', async () => {
    const text = (await explained(example, 'testing', '--lang', 'en')).replace(/\s+/g, ' ');
    expect(text).toContain('none yet; 0.5 would be enough for level 0');
    expect(text).not.toContain('there is a plus');
    expect(text).toContain(
      'Answer at least 1 open question (2 are open): Test cases and acceptance limit; Weekly quality checks',
    );
    const enough = await explained('examples/pumpenbau.yaml', 'testing');
    expect(enough).not.toContain('würde für Stufe');
  });

  test('of a limit that limits nothing: only that, once', async () => {
    const text = (await explained(example, 'testing', '--lang', 'en')).replace(/\s+/g, ' ');
    expect(text).toContain('(has no effect, as the value is no higher anyway)');
    expect(text).not.toContain('limits the certain end only');
  });

  test('of a verdict: answers to work for, not another situation to be in', async () => {
    const text = await explained('examples/versandhandel.yaml', 'not-expand');
    expect(text).toContain('Prüffälle und Abnahmegrenze: mindestens Stufe 2');
    expect(text).not.toMatch(/Stand: „|Noch keine KI/);
  });

  test('of a rule that only another situation would release: that this is no advice', async () => {
    const { path } = aFolder({ 'q.yaml': situational });
    const answers = JSON.stringify({
      format: 'answers/1',
      questionnaire: { id: 'situational' },
      profile: { data: 'secret' },
      answers: { 'data.quality': 1 },
    });
    const { stdout } = await hurdles(
      ['explain', '-', 'gate:secret', '-q', join(path, 'q.yaml'), '--lang', 'en'],
      { stdin: answers },
    );
    expect(stdout).toContain('Only if your situation were another one; that is no advice.');
    expect(stdout).not.toContain('“Open”');
  });

  test('of a verdict that asks for results: the numbers with their unit, and what causes it', async () => {
    const text = (await explained('examples/pumpenbau.yaml', 'clarify-first')).replace(/\s+/g, ' ');
    expect(text).toContain('über 30 % (jetzt 0 %; 0 %; 0 %; 0 %; 0 %)');
    expect(text).toContain('Woran es liegt');
    expect(text).toContain('Problem vor Technik Geschäftsführung 3, Fachbereich 0');
    const share = await explained(example, 'clarify-first', '--lang', 'en');
    expect(share).toContain('Missing tests  40% of the questions open');
  });

  test('of a question answered in levels: levels throughout, and points of one answered in points', async () => {
    const text = await explained('examples/versandhandel.yaml', 'question:testing.cases');
    expect(text).toContain('→ zählt als Stufe 1\n');
    expect(text).toMatch(/\n {2}Stufe +1\n/);
    expect(text).not.toContain('Punkte');
    const open = await explained(example, 'question:testing.cases', '--lang', 'en');
    expect(open).toContain('→ counts as level 0 to 4');
  });

  test('of a question, together with its recommendation, question first', async () => {
    const text = await explained(example, 'goals.target', '--lang', 'en');
    expect(text.indexOf('Question: Measurable target')).toBe(0);
    expect(text).toContain('Recommendation: Set one target');
    expect(text).toContain('target 3 − answer 1 = 2');
    expect(text).toContain('impact 5 × share 0.5 / √0.75 ≈ 2.89');
    expect(text).toContain('not yet (1, needed 2)');
  });

  test('of a cap: which answer releases it', async () => {
    const text = await explained(example, 'gate:no-problem', '--lang', 'en');
    expect(text).toContain('→ in force');
    expect(text).toContain('One answer  Problem before technology: level 2 or higher');
  });

  test('of a verdict: which parts of what it asks are met, open or missing', async () => {
    const text = await explained(example, 'not-integrate', '--lang', 'en');
    expect(text).toContain('→ stands');
    expect(text).toMatch(
      / {2}no {4}“A clear process for each tool” at least 2 \(answer: level 1\)/,
    );
    expect(text).toMatch(/ {2}open {2}“Data for this use checked” at least 2 \(answer: don’t/);
    expect(text).toContain('First ');
  });

  test('of a step that waits: for which verdict', async () => {
    const text = await explained(example, 'recommendation:tools.integration', '--lang', 'en');
    expect(text).toContain('→ waits');
    expect(text).toContain('As long as this verdict stands: “');
  });
});

describe('what an id names', () => {
  const text = { en: 'Text' };
  const clashing = JSON.stringify({
    format: 'questionnaire/1',
    id: 'clashing',
    version: '1.0.0',
    languages: ['en'],
    title: text,
    scales: { levels: [0, 1].map((from) => ({ from, name: text })) },
    hurdles: [
      {
        id: 'data',
        title: text,
        scale: 'levels',
        questions: [{ id: 'data.quality', title: text, text, options: [text, text] }],
      },
    ],
    gates: [
      {
        id: 'data',
        when: { 'data.quality': 0 },
        limits: [{ hurdle: 'data', atMost: 0 }],
        why: text,
      },
    ],
  });

  test('an unknown one is a failure with the nearest there is', async () => {
    const { exitCode, stdout, stderr } = await hurdles([
      'explain',
      example,
      'goal.target',
      '--lang',
      'en',
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(
      /^Nothing here is called “goal\.target”\. Did you mean “goals\.target”\?/,
    );
  });

  test('a hurdle and a cap of one name are both told, and told apart by their kind', async () => {
    const { path } = aFolder({ 'q.yaml': clashing });
    const answers = JSON.stringify({ format: 'answers/1', questionnaire: { id: 'clashing' } });
    const argv = ['-q', join(path, 'q.yaml'), '--lang', 'en', '--json'];
    const refs = async (id: string) => {
      const { stdout } = await hurdles(['explain', '-', id, ...argv], { stdin: answers });
      return (JSON.parse(stdout) as Explanation).entries.map(({ ref }) => ref);
    };
    expect(await refs('data')).toEqual(['hurdle:data', 'gate:data']);
    expect(await refs('gate:data')).toEqual(['gate:data']);
  });

  test('a question without advice is told alone', async () => {
    const { stdout } = await hurdles(['explain', '-', 'supplier', '-q', foreign, '--json'], {
      stdin: JSON.stringify({
        format: 'answers/1',
        questionnaire: { id: 'scorecard-with-debits' },
      }),
    });
    expect((JSON.parse(stdout) as Explanation).entries.map(({ ref }) => ref)).toEqual([
      'hurdle:supplier',
    ]);
  });
});

describe('as data', () => {
  test('it fits the published schema, and every number can be computed anew from it', async () => {
    const { stdout } = await hurdles(['explain', example, '--json']);
    const told = JSON.parse(stdout) as Explanation;
    const schema = readFileSync(join(root, 'schemas/explanation.v1.schema.json'), 'utf8');
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(schema) as object,
    );
    expect(isValid(told)).toBe(true);
    expect(ExplanationFormat.parse(told)).toStrictEqual(told);
    expect(recompute(told).size).toBeGreaterThan(500);
  });

  test('a stored result is explained as its answers are', async () => {
    const stored = await hurdles(['score', example, '--json']);
    const from = await hurdles(['explain', '-', '--json'], { stdin: stored.stdout });
    const direct = await hurdles(['explain', example, '--json']);
    expect(from.stdout).toBe(direct.stdout);
  });

  test('a stored result that does not follow from its answers is not explained', async () => {
    const { stdout } = await hurdles(['score', example, '--json']);
    const stored = JSON.parse(stdout) as { hurdles: { value: number }[] };
    (stored.hurdles[0] as { value: number }).value = 4;
    const stdin = JSON.stringify(stored);
    const told = await hurdles(['explain', '-', '--lang', 'en'], { stdin });
    expect(told.exitCode).toBe(2);
    expect(told.stderr).toContain('does not follow from the answers');
    const report = await hurdles(['report', '-', '-f', 'md', '--lang', 'en'], { stdin });
    expect(report.exitCode).toBe(0);
    expect(report.stdout).not.toContain('How the numbers came about');
  });
});

describe.each(['de', 'en'])('everything there is to explain, in %s', async (language) => {
  const { questionnaire, assessment, answers } = await load(example, { config: false }, ioOf(80));
  const explanation = explain(questionnaire, answers, assessment);
  const refs = explanation.entries.map(({ ref }) => ref);
  const words = reportWords(language);
  const views = explainedViews(explanation, assessment, questionnaire, language, words, refs);

  test('has words, none missing and no place in them left empty', () => {
    expect(views).toHaveLength(refs.length);
    expect(JSON.stringify(views)).not.toMatch(/\{[a-z-]+\}|undefined|NaN|\[object|""/);
    for (const { parts } of views) expect(parts.length).toBeGreaterThan(0);
  });

  test.each([24, 40, 80, 100])('is no wider than %i columns', (columns) => {
    const lines = showExplanation(views, ioOf(columns)).split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  });
});

function ioOf(columns: number): Io {
  const stdout = Object.assign(new PassThrough(), { columns });
  return { ...nodeIo(process), cwd: root, env: {}, stdout };
}
