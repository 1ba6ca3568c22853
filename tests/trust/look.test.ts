import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPng, letters } from '../support/pictures.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const answers = join(root, 'examples/versandhandel.yaml');
const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}/u;

const attacks = [
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "' onerror=alert(1) x='",
  '--></style><script>alert(1)</script>',
  '}</style><img src=https://example.org/x.png>',
  '[click](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '# heading',
  '\u001b[2J\u001b]0;title\u0007\u202eevil\u2066',
  '{{constructor.constructor "return process"}}',
];

const outputs = [
  {
    output: 'a report in HTML',
    argv: ['report', answers],
    never: /<script|<img src=(?!"data:)|<svg onload|\son(?:error|load)=(?!&)/,
  },
  {
    output: 'a report in Markdown',
    argv: ['report', answers, '-f', 'md'],
    never: /<script|<img|(?<!\\)\]\(javascript|(?<!\\)!\[x|^# heading/m,
  },
  {
    output: 'a comparison in HTML',
    argv: ['compare', answers, answers, '-f', 'html'],
    never: /<script|<img src=(?!"data:)|<svg onload|\son(?:error|load)=(?!&)/,
  },
  {
    output: 'a comparison in Markdown',
    argv: ['compare', answers, answers, '-f', 'md'],
    never: /<script|<img|(?<!\\)\]\(javascript|(?<!\\)!\[x|^# heading/m,
  },
] as const;

test.each(outputs.flatMap((output) => attacks.map((attack) => ({ ...output, attack }))))(
  'a brand that says $attack everywhere says it as text in $output',
  async ({ argv, never, attack }) => {
    const said = JSON.stringify(attack);
    const folder = aFolder({
      'brand.yaml': `format: brand/1\nname: ${said}\nlogo: { file: logo.png, alt: ${said} }\ncontact: ${said}\nfooter: { de: ${said} }\n`,
    });
    writeFileSync(join(folder.path, 'logo.png'), aPng);
    const { exitCode, stdout } = await hurdles([...argv, '--brand', 'brand.yaml'], {
      cwd: folder.path,
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(never);
    expect(stdout).not.toMatch(unruly);
  },
);

test.each(attacks)('%s is no colour and no file, and is told as text', async (attack) => {
  const said = JSON.stringify(attack);
  const { exitCode, stdout } = await hurdles(['lint', '-'], {
    stdin: `format: brand/1\nname: x\nlogo: { file: ${said}, alt: x }\ncolours: { main: ${said} }\n`,
  });
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/^<stdin>:3:15 {2}[\s\S]*^<stdin>:4:18 {2}/m);
  expect(stdout).not.toMatch(unruly);
});

// What a logo can be instead of one.
test.each([
  { what: 'a page', bytes: letters('<html><script>alert(1)</script>') },
  { what: 'an SVG with a script', bytes: letters('<svg onload="alert(1)"></svg>') },
  {
    what: 'a PNG by its first bytes only',
    bytes: [...aPng.subarray(0, 8), ...letters('<script>')],
  },
  { what: 'nothing', bytes: [] },
])('a logo that is $what gets into no report', async ({ bytes }) => {
  const { path } = aFolder({
    'b.yaml': 'format: brand/1\nname: x\nlogo: { file: l.png, alt: x }\n',
  });
  writeFileSync(join(path, 'l.png'), Uint8Array.from(bytes));
  const { exitCode, stdout, stderr } = await hurdles(['report', answers, '--brand', 'b.yaml'], {
    cwd: path,
  });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^b\.yaml:3:15 {2}/);
});

test('a logo of many gigabytes is refused unread, and a device is none', async () => {
  const { path } = aFolder({
    'b.yaml': 'format: brand/1\nname: x\nlogo: { file: l.png, alt: x }\n',
  });
  writeFileSync(join(path, 'l.png'), '');
  truncateSync(join(path, 'l.png'), 5_000_000_000);
  const huge = await hurdles(['lint', 'b.yaml'], { cwd: path });
  expect(huge.stdout).toContain('`l.png` hat 5000000 kB; möglich sind höchstens 100 kB.');
  mkdirSync(join(path, 'dev'));
  writeFileSync(
    join(path, 'dev/b.yaml'),
    'format: brand/1\nname: x\nlogo: { file: zero, alt: x }\n',
  );
  symlinkSync('/dev/zero', join(path, 'dev/zero'));
  const device = await hurdles(['lint', 'dev/b.yaml'], { cwd: path });
  expect(device.exitCode).toBe(2);
  expect(device.stdout).toContain('gibt es kein `zero`');
});

// What a template may try; whatever it asks for, it gets at nothing but the names there are.
test.each([
  '{{constructor}}',
  '{{__proto__.polluted}}',
  '{{subject.constructor.name}}',
  '{{lookup this "constructor"}}',
  '{{lookup (lookup this "constructor") "constructor"}}',
  '{{#with (lookup this "__proto__") as |p|}}{{p.constructor}}{{/with}}',
  '{{#with "s" as |string|}}{{#with "e"}}{{#with (lookup string "sub") as |sub|}}{{sub.apply}}{{/with}}{{/with}}{{/with}}',
  '{{#each (lookup this "__proto__")}}{{@key}}{{/each}}',
  '{{@root.constructor}}',
  '{{helperMissing}}',
  '{{> (lookup this "__proto__")}}',
  '{{__defineGetter__ "x" "y"}}',
  // Those that once worked: CVE-2019-19919, CVE-2019-20920, CVE-2021-23369, CVE-2021-23383, and their kin.
  '{{#with "constructor" as |c|}}{{#with (lookup this c)}}{{this}}{{/with}}{{/with}}',
  '{{#with split as |a|}}{{pop (push "return process")}}{{#with (concat (lookup join (slice 0 1)))}}{{#each (slice 2 3)}}{{#with (apply 0 a)}}{{.}}{{/with}}{{/each}}{{/with}}{{/with}}',
  '{{#with (__lookupGetter__ "__proto__")}}{{this}}{{/with}}',
  '{{#with (lookup (lookup this "subject") "constructor")}}{{call this "return process"}}{{/with}}',
  '{{#each this}}{{#if @key}}{{lookup (lookup this "__proto__") "constructor"}}{{/if}}{{/each}}',
  '{{blockHelperMissing "x"}}',
  '{{#*inline "x"}}{{constructor}}{{/inline}}{{> x}}',
  '{{> (lookup this "constructor")}}',
  '{{lookup subject "__proto__"}}{{lookup subject "constructor"}}{{lookup subject "toString"}}',
  '{{#with hurdles as |h|}}{{lookup h "map"}}{{h.constructor}}{{/with}}',
  '{{log "x" level="constructor"}}',
])('a template that says %s gets at no prototype', async (template) => {
  const { path } = aFolder({ 'a.txt.hbs': template });
  const { exitCode, stdout, stderr } = await hurdles(
    ['report', answers, '--template', 'a.txt.hbs'],
    { cwd: path },
  );
  expect(stdout.trim()).toBe('');
  expect(stderr).not.toContain('    at ');
  expect(exitCode === 0 || /^a\.txt\.hbs:\d+:\d+ {2}/.test(stderr)).toBe(true);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a template’s own name and words steer no terminal', async () => {
  const name = 'a\u001b[2J\u202e.md.hbs';
  const { path } = aFolder({
    [name]: '{{x\u001b]0;t\u0007}} {{subject.[\u202eevil]}} {{t "\u001b[2J"}}',
  });
  const { exitCode, stdout, stderr } = await hurdles(['report', answers, '--template', name], {
    cwd: path,
  });
  expect(exitCode).toBe(2);
  expect(stdout + stderr).not.toMatch(unruly);
});

test.each([
  { what: 'too large', text: '{{language}}'.repeat(20_000), says: /zu groß/ },
  {
    what: 'nested too deep',
    text: `{{#if date}}`.repeat(5_000) + '{{/if}}'.repeat(5_000),
    says: /^a\.md\.hbs:1:769 {2}.*zu tief/,
  },
])('a template that is $what is refused unread', async ({ text, says }) => {
  const { path } = aFolder({ 'a.md.hbs': text });
  const start = performance.now();
  const { exitCode, stderr } = await hurdles(['report', answers, '--template', 'a.md.hbs'], {
    cwd: path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(says);
  expect(performance.now() - start).toBeLessThan(10_000);
});
