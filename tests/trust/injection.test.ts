import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

// Where a text of an answers file can come in, and what is written for it there.
const sources = [
  'subject.name',
  'subject.use',
  'profile',
  'note',
  'reason',
  'step.who',
  'step.note',
] as const;

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '--></style><script>alert(1)</script>',
  '=cmd()|calc',
  '[click](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '`code` **bold** _it_ ~~no~~ #1 @someone',
  '| a | b |\n# heading\n- [x] done\n```\nfence',
  '\u001b[2J\u001b]0;title\u0007\u202eevil\u2066',
  '{{constructor.constructor "return process"}}',
];

// Where such a text comes out: a new output format adds its row, and what must not be there.
const places = [
  {
    place: 'HTML text and attributes',
    argv: ['report', '-', '-f', 'html'],
    never: /<script|<img|<svg onload|\son(?:error|load|focus)=(?!&)|autofocus(?!\s*on)/,
  },
  {
    place: 'a line, a table cell, a heading of Markdown',
    argv: ['report', '-', '-f', 'md'],
    never:
      /<script|<img|(?<!\\)\]\(|^# heading|^- \[x\] done|^```|(?<!\\)\*\*bold|(?<![\w&#;\\])@someone/m,
  },
  { place: 'the terminal', argv: ['score', '-'], never: /\p{Cc}\[2J/u },
  {
    place: 'problems on the terminal',
    argv: ['lint', '-', '-q', 'five-hurdles'],
    never: /\p{Cc}\[2J/u,
  },
] as const;

const cases = places.flatMap((place) => attacks.map((attack) => ({ ...place, attack })));

test.each(cases)('$attack stays text in $place', async ({ argv, never, attack }) => {
  const { stdout, stderr } = await hurdles(argv, {
    stdin: answersSaying(attack, argv[0] === 'lint'),
  });
  expect(stdout.length).toBeGreaterThan(0);
  const readable = argv.some((word) => word === 'html')
    ? stdout.replaceAll('&#x27; autofocus', '')
    : stdout;
  expect(readable).not.toMatch(never);
  expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});

test('JSON carries every text as it was said', async () => {
  for (const attack of attacks) {
    const { stdout } = await hurdles(['score', '-', '--json'], {
      stdin: answersSaying(attack, false),
    });
    expect((JSON.parse(stdout) as { subject: object }).subject).toEqual({
      name: attack,
      use: attack,
    });
  }
});

test('every text a file can bring in is among those tried', () => {
  const format = readFileSync(join(root, 'src/questionnaire/answers-format.ts'), 'utf8');
  const free = [...format.matchAll(/^\s*(\w+): z\.string\(\)(?:\.optional\(\))?[,.]/gm)].map(
    (match) => match[1],
  );
  // A respondent's name, a digest and a version never reach a report.
  expect(new Set(free)).toEqual(new Set(['note', 'reason', 'who', 'digest']));
  expect(sources).toHaveLength(7);
});

function answersSaying(text: string, broken: boolean): string {
  const said = JSON.stringify(text);
  return `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: ${said}, use: ${said} }
profile: { stage: pilot, use: ${said}, goal: ${said}, outward: inside }
answers:
  goals.problem: { answer: 1, note: ${said} }
  testing.monitoring: { state: not-applicable, reason: ${said} }
steps:
  goals.problem: { status: doing, who: ${said}, due: 2026-12-01, note: ${said} }
${broken ? `${said}: 1\nscope: { role: ${said} }\n` : ''}`;
}

const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}/u;
const steering = 'Titel\u001b]0;x\u0007\u001b[2J\u202e <img src=x onerror=alert(1)>';

test('a questionnaire’s own texts steer no terminal and run nothing', async () => {
  const own = readFileSync(join(root, 'questionnaires/five-hurdles.yaml'), 'utf8')
    .replace('title: { de: "Die fünf Hürden"', `title: { de: ${JSON.stringify(steering)}`)
    .replace('de: "Unklare Ziele"', `de: ${JSON.stringify(steering)}`);
  const folder = aFolder({ 'own.yaml': own, 'a.yaml': answersSaying('x', false) });
  for (const argv of [['score'], ['report', '-f', 'html'], ['report', '-f', 'md']]) {
    const [command = '', ...rest] = argv;
    const call = [command, 'a.yaml', '-q', 'own.yaml', ...rest];
    const { exitCode, stdout, stderr } = await hurdles(call, { cwd: folder.path });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Titel');
    expect(stdout + stderr).not.toMatch(unruly);
    if (command === 'report') expect(stdout).not.toContain('<img');
  }
});

test('a stored assessment’s own texts steer no terminal and run nothing', async () => {
  const stored = JSON.parse(
    (await hurdles(['score', 'examples/versandhandel.yaml', '--json'])).stdout,
  ) as { tool: object; subject: object };
  const stdin = JSON.stringify({
    ...stored,
    tool: { name: steering, version: steering },
    subject: { name: steering, use: steering },
  });
  for (const argv of [
    ['score', '-'],
    ['report', '-', '-f', 'html'],
    ['report', '-', '-f', 'md'],
  ]) {
    const { exitCode, stdout } = await hurdles(argv, { stdin });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(unruly);
    if (argv[0] === 'report') expect(stdout).not.toContain('<img');
  }
});
