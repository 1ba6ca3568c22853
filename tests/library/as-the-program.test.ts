import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { library } from '../support/library.ts';
import { hurdles, root } from '../support/run.ts';

const {
  assess,
  compare,
  comparisonHtml,
  comparisonMarkdown,
  comparisonView,
  de,
  en,
  explain,
  mergeAnswers,
  parseAnswers,
  parseAssessment,
  parseBrand,
  plan,
  planMarkdown,
  planView,
  problemText,
  problemWords,
  questionnaire,
  render,
  reportHtml,
  reportMarkdown,
  view,
  worksheetMarkdown,
  worksheetViews,
} = library;

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const assessed = (path: string) => {
  const answers = parseAnswers(read(path), path, questionnaire);
  if (!answers.ok) throw new Error(`${path} has problems`);
  return assess(questionnaire, answers.value);
};
const said = async (...argv: readonly string[]) => (await hurdles(argv)).stdout;
const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const examples = ['versandhandel', 'malerbetrieb', 'machine-builder', 'pumpenbau'];

describe.each(examples)(
  'what the library makes of %s is what the program says, to the byte',
  (name) => {
    const path = `examples/${name}.yaml`;
    const assessment = assessed(path);

    test('as JSON', async () => {
      expect(asJson(assessment)).toBe(await said('score', path, '--json'));
    });

    test.each([
      { format: 'html', template: reportHtml, words: de },
      { format: 'html', template: reportHtml, words: en },
      { format: 'md', template: reportMarkdown, words: de },
      { format: 'md', template: reportMarkdown, words: en },
    ])('as a report in $format, $words.language', async ({ format, template, words }) => {
      const program = await said('report', path, '-f', format, '--lang', words.language);
      expect(render(view(assessment, questionnaire, words), template, words)).toBe(program);
    });

    test('with worksheets behind it', async () => {
      const program = await said('report', path, '-f', 'html', '--with-worksheets', '--lang', 'en');
      const told = view(assessment, questionnaire, en, { worksheets: true });
      expect(render(told, reportHtml, en)).toBe(program);
    });

    test('stored and read again', () => {
      const stored = parseAssessment(JSON.stringify(assessment), 'stored.json', questionnaire);
      expect(stored).toEqual({ ok: true, value: assessment, warnings: [] });
    });

    test.each([
      { goal: { kind: 'days', days: 5 }, argv: ['--days', '5'] },
      { goal: { kind: 'level', level: 2 }, argv: ['--to', '2'] },
      { goal: { kind: 'at-target' }, argv: ['--to', 'at-target'] },
      { goal: { kind: 'verdict', verdict: 'not-buy' }, argv: ['--to', 'not-buy'] },
      { goal: null, argv: [] },
    ] as const)('as a plan $argv', async ({ goal, argv }) => {
      const program = await said('plan', path, '--json', ...argv);
      const made = plan(assessment, questionnaire, goal);
      expect(asJson(made)).toBe(program);
      const told = render(planView(made, assessment, questionnaire, en), planMarkdown, en);
      expect(told).toBe(await said('plan', path, '-f', 'md', '--lang', 'en', ...argv));
    });

    test('explained', async () => {
      const { entries } = explain(assessment, questionnaire);
      const program = JSON.parse(await said('explain', path, 'company', '--json')) as {
        readonly entries: readonly unknown[];
      };
      expect(program.entries.length).toBeGreaterThan(0);
      expect(entries).toEqual(expect.arrayContaining([...program.entries]));
    });
  },
);

test.each([
  { of: 'time', argv: [], others: ['examples/verlauf/versandhandel-mai.yaml'] },
  { of: 'uses', argv: ['--uses'], others: ['examples/vorhaben/versandhandel-produkttexte.yaml'] },
] as const)('a comparison over $of is the program’s, too', async ({ of, argv, others }) => {
  const files = [...others, 'examples/versandhandel.yaml'];
  const given = files.map((name) => ({ name, assessment: assessed(name) }));
  const comparison = compare(questionnaire, given, { of });
  expect(asJson(comparison)).toBe(await said('compare', ...files, ...argv, '--json'));
  for (const [format, template] of [
    ['html', comparisonHtml],
    ['md', comparisonMarkdown],
  ] as const) {
    const program = await said('compare', ...files, ...argv, '-f', format, '--lang', 'en');
    const told = comparisonView(comparison, given, questionnaire, en);
    expect(render(told, template, en)).toBe(program);
  }
});

test('what several roles said is merged as the program merges it', async () => {
  const paths = ['mgmt', 'it', 'dept'].map((role) => `examples/roles/${role}.yaml`);
  const files = paths.map((name) => ({ name, text: read(name) }));
  const merged = mergeAnswers(questionnaire, files, { prefer: ['it'] });
  const program = await said('merge', ...paths, '--prefer', 'it', '-o', '-');
  const reread = parseAnswers(program, 'merged.yaml', questionnaire);
  if (!merged.ok || !reread.ok) throw new Error('not merged');
  const judged = assess(questionnaire, merged.value);
  expect(judged.answers).toEqual(assess(questionnaire, reread.value).answers);
});

test('without a preferred role, and with slips, every problem of every file comes back', () => {
  const paths = ['mgmt', 'it', 'dept'].map((role) => `examples/roles/${role}.yaml`);
  const files = paths.map((name) => ({ name, text: read(name) }));
  const open = mergeAnswers(questionnaire, files);
  const codes = open.ok ? [] : open.problems.map(({ code }) => code);
  expect([...new Set(codes)]).toEqual(['profile-conflict']);
  const wrong = [
    { name: 'a.yaml', text: 'format: answers/2' },
    { name: 'b.yaml', text: 'x: [' },
  ];
  const read2 = mergeAnswers(questionnaire, wrong);
  expect(read2.ok ? [] : read2.problems.map(({ at }) => at.file)).toEqual(['a.yaml', 'b.yaml']);
});

test('a report bears a brand', async () => {
  const brand = parseBrand('format: brand/1\nname: Kammer Nord\n', 'brand.yaml');
  if (!brand.ok) throw new Error('no brand');
  const assessment = assessed('examples/versandhandel.yaml');
  const told = view(assessment, questionnaire, de, { brand: brand.value });
  expect(render(told, reportHtml, de)).toContain('Kammer Nord');
  expect(render(view(assessment, questionnaire, de), reportHtml, de)).not.toContain('Kammer Nord');
});

test('the worksheets are those that the program writes', async () => {
  const assessment = assessed('examples/versandhandel.yaml');
  const pages = worksheetViews(assessment, questionnaire, de);
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) {
    const program = read(`examples/worksheets/versandhandel/${page.sheet.id}.md`);
    expect(render(page, worksheetMarkdown, de)).toBe(program);
  }
});

test.each(['de', 'en'] as const)(
  'a problem is told as the program tells it, in %s',
  async (language) => {
    const text =
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nanswers:\n  goal.target: 9\n  "\u001b[2J.x": 1\n';
    const parsed = parseAnswers(text, '<stdin>', questionnaire);
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.length).toBeGreaterThan(1);
    const { stderr } = await hurdles(['lint', '-', '--lang', language], { stdin: text });
    const { stdout } = await hurdles(['lint', '-', '--lang', language], { stdin: text });
    for (const problem of problems) {
      const told = problemText(problem, language);
      expect(told).not.toMatch(/\p{Cc}(?<!\n)/u);
      const { what, hint } = problemWords(problem, language);
      expect(`${stdout}${stderr}`.replace(/ {2}\[[a-z-]+\]$/gm, '')).toContain(what);
      expect(told).toContain(what);
      if (hint !== null) expect(told).toContain(`\n  ${hint}`);
    }
  },
);

test.each([
  {
    why: 'another edition',
    doing: () =>
      view(assessed('examples/versandhandel.yaml'), { ...questionnaire, digest: 'x' }, de),
    says: /Made with the questionnaire five-hurdles .*this is five-hurdles .*\(x\)/,
  },
  {
    why: 'a language the questionnaire does not have',
    doing: () =>
      view(assessed('examples/versandhandel.yaml'), questionnaire, { ...de, language: 'fr' }),
    says: /not there in `fr`, only in: de, en/,
  },
  {
    why: 'words of another language than the view',
    doing: () =>
      render(view(assessed('examples/versandhandel.yaml'), questionnaire, de), reportHtml, en),
    says: /The view speaks `de`, the words `en`/,
  },
  {
    why: 'a verdict that there is not',
    doing: () =>
      plan(assessed('examples/versandhandel.yaml'), questionnaire, {
        kind: 'verdict',
        verdict: 'x',
      }),
    says: /no verdict `x`/,
  },
  {
    why: 'fewer than no days',
    doing: () =>
      plan(assessed('examples/versandhandel.yaml'), questionnaire, { kind: 'days', days: -1 }),
    says: /no -1 days/,
  },
])('$why is the caller’s mistake, and thrown', ({ doing, says }) => {
  expect(doing).toThrow(RangeError);
  expect(doing).toThrow(says);
});

test('what was stored and does not fit is told with its place', () => {
  const stored = assessed('examples/versandhandel.yaml');
  const text = (change: object) => JSON.stringify({ ...stored, ...change }, null, 2);
  const codes = (change: object) => {
    const parsed = parseAssessment(text(change), 's.json', questionnaire);
    return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
  };
  expect(codes({ questionnaire: { ...stored.questionnaire, digest: 'sha256-0' } })).toContain(
    'other-digest',
  );
  const [first] = stored.verdicts;
  expect(codes({ verdicts: [{ ...first, id: 'not-by' }] })).toEqual(['unknown-id']);
  const withQuestion = (change: object) => {
    const [goals, ...others] = stored.hurdles;
    const [problem, ...rest] = goals?.questions ?? [];
    return { hurdles: [{ ...goals, questions: [{ ...problem, ...change }, ...rest] }, ...others] };
  };
  expect(codes(withQuestion({ id: 'goals.problm' }))).toEqual(['unknown-id']);
  expect(codes(withQuestion({ counts: undefined, '[]counts': 2 }))).toEqual(['unknown-key']);
  expect(codes(withQuestion({ answer: 4 }))).toEqual(['other-answer']);
  expect(codes(withQuestion({ answer: 'two' }))).toEqual(['other-answer']);
  expect(codes({ overall: 3 })).toEqual(['wrong-type']);
  expect(codes({ unheardOf: 1 })).toEqual([]);
});

test('a result that was edited is said to be unproven, with or without the chapter on its numbers', () => {
  const stored = assessed('examples/versandhandel.yaml');
  const edited = { ...stored, overall: { ...stored.overall, level: 4 } };
  for (const explained of [true, false]) {
    const options = { explained };
    expect(view(edited, questionnaire, de, options)).toMatchObject({
      isUnproven: true,
      explained: null,
    });
    expect(view(stored, questionnaire, de, options).isUnproven).toBe(false);
  }
});
