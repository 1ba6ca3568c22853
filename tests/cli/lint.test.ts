import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, hurdles, root } from '../support/run.ts';

const base = readFileSync(join(root, 'docs/lint.base.yaml'), 'utf8');

/** A questionnaire that extends the small one of the docs. */
const over = (text: string) =>
  `format: questionnaire/1\nid: over\nversion: 1.0.0\nextends: base.yaml\n${text}`;
const heavy = base
  .replace('scale: steps', 'scale: steps\n    aggregate: mean')
  .replace('- id: goals.owner\n', '- id: goals.owner\n        weight: 3\n');
const warned = over('title: { de: "Ja", en: Yes }\n');
const broken = over('title: { de: "Ja" }\n');
const noted = over(
  'gates: [{ id: odd, when: { goals.owner: { atLeast: 1 } }, limits: [{ hurdle: tests, atMost: 1 }], why: { de: "A", en: "B" } }]\n',
);

const lint = (files: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
  const folder = aFolder({ 'base.yaml': base, ...files });
  return { folder, ran: hurdles(['lint', ...argv], { cwd: folder.path }) };
};

describe('what it returns', () => {
  test.each([
    { why: 'nothing is found', argv: ['base.yaml'], exitCode: 0, says: 'Nichts zu beanstanden.\n' },
    { why: 'only a note', argv: ['note.yaml'], exitCode: 0, says: 'Nichts zu beanstanden.\n' },
    {
      why: 'only a note, strictly',
      argv: ['note.yaml', '--strict'],
      exitCode: 0,
      says: 'Nichts zu beanstanden.\n',
    },
    { why: 'a warning', argv: ['warning.yaml'], exitCode: 0, says: '1 Warnung in 1 Datei.\n' },
    {
      why: 'a warning, strictly',
      argv: ['warning.yaml', '--strict'],
      exitCode: 1,
      says: '1 Warnung in 1 Datei.\n',
    },
    { why: 'an error', argv: ['error.yaml'], exitCode: 2, says: '1 Fehler in 1 Datei.\n' },
    {
      why: 'both, strictly',
      argv: ['error.yaml', 'warning.yaml', '--strict'],
      exitCode: 2,
      says: '1 Fehler, 1 Warnung in 2 Dateien.\n',
    },
    {
      why: 'a file that is not there',
      argv: ['gone.yaml', 'base.yaml'],
      exitCode: 2,
      says: 'Die Datei gone.yaml gibt es nicht.\n1 Fehler in 1 Datei.\n',
    },
  ])('$why: $exitCode', async ({ argv, exitCode, says }) => {
    const files = { 'note.yaml': noted, 'warning.yaml': warned, 'error.yaml': broken };
    const outcome = await lint(files, ...argv).ran;
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stderr).toBe(says);
  });
});

describe('the formats', () => {
  test('text: a line for what is wrong with its code, one for the advice', async () => {
    const { stdout } = await lint({ 'a.yaml': warned }, 'a.yaml', '--lang', 'en').ran;
    expect(stdout).toBe(
      'a.yaml:5:24  Warning: Without quotation marks other programs do not read `Yes` as a text.  [turned-word]\n  Write "Yes". `--fix` adds the quotation marks.\n',
    );
  });

  test('json: everything that is known, and nothing else on the standard output', async () => {
    const { stdout } = await lint(
      { 'a.yaml': warned, 'b.yaml': broken },
      'a.yaml',
      'gone.yaml',
      'b.yaml',
      '-f',
      'json',
      '--lang',
      'en',
    ).ran;
    expect(JSON.parse(stdout)).toEqual({
      format: 'lint/1',
      problems: [
        {
          file: 'a.yaml',
          line: 5,
          column: 24,
          severity: 'warning',
          code: 'turned-word',
          message: 'Without quotation marks other programs do not read `Yes` as a text.',
          hint: 'Write "Yes". `--fix` adds the quotation marks.',
          fixable: true,
          facts: { word: 'Yes' },
        },
        {
          file: 'b.yaml',
          line: 5,
          column: 8,
          severity: 'error',
          code: 'missing-language',
          message: 'The text is missing in `en`.',
          hint: 'Add `en:`, or take the language out of `languages`.',
          fixable: false,
          facts: { language: 'en' },
        },
      ],
      unread: ['There is no file gone.yaml.'],
    });
  });

  test('json: an empty list when there is nothing to tell', async () => {
    const { stdout } = await lint({}, 'base.yaml', '-f', 'json').ran;
    expect(JSON.parse(stdout)).toEqual({ format: 'lint/1', problems: [], unread: [] });
  });

  test('github: one command a line, each part escaped as its place needs it', async () => {
    const files = {
      'a, 50%: b.yaml': over('title: { de: "100 %", en: "50%" , fr: "::error::50%" }\n'),
      'note.yaml': noted,
    };
    const { stdout, stderr } = await lint(
      files,
      'a, 50%: b.yaml',
      'gone.yaml',
      'note.yaml',
      '-f',
      'github',
      '--lang',
      'en',
    ).ran;
    expect(stdout.split('\n')).toEqual([
      '::error file=a%2C 50%25%3A b.yaml,line=5,col=35,title=unknown-language::`fr` is not a language of this questionnaire. Available: de, en. Another belongs in `languages`, a text with a comma in quotes.',
      '::notice file=note.yaml,line=5,col=43,title=not-monotone::A better answer can make something worse here (`goals.owner`). If that is what you mean, leave it; otherwise check the direction of the comparison.',
      '::error::There is no file gone.yaml.',
      '',
    ]);
    expect(stderr).toBe('2 errors in 2 files.\n');
  });
});

test('what several files build on is told once', async () => {
  const files = { 'base.yaml': heavy, 'a.yaml': over(''), 'b.yaml': over('') };
  const { stdout, stderr } = await lint(files, 'a.yaml', 'b.yaml', 'base.yaml').ran;
  expect(stdout.match(/\[[a-z-]+\]$/gm)).toEqual(['[idle-weight]']);
  expect(stdout).toMatch(/^base\.yaml:/);
  expect(stderr).toBe('1 Warnung in 1 Datei.\n');
});

describe('--fix', () => {
  test('mends, says so, and tells what is left', async () => {
    const { folder, ran } = lint(
      { 'a.yaml': `${warned}roles: [{ id: council, title: { de: "Rat", en: "Council" } }]\n` },
      'a.yaml',
      '--fix',
    );
    const { exitCode, stdout, stderr } = await ran;
    expect(folder.read('a.yaml')).toContain('en: "Yes" }');
    expect(stderr).toBe('1 Stelle berichtigt: a.yaml\n1 Warnung in 1 Datei.\n');
    expect(stdout).toMatch(/^a\.yaml:6:\d+ .*\[unused\]\n/);
    expect(exitCode).toBe(0);
    expect(readdirSync(folder.path).sort()).toEqual(['a.yaml', 'base.yaml']);
  });

  test('keeps the byte order mark, the ends of lines, and all else', async () => {
    const folder = aFolder({ 'base.yaml': base });
    const before = `\ufeff${warned}x-own:   1   # as it was`.replaceAll('\n', '\r\n');
    folder.write('a.yaml', before);
    await hurdles(['lint', 'a.yaml', '--fix'], { cwd: folder.path });
    expect(folder.read('a.yaml')).toBe(before.replace('en: Yes', 'en: "Yes"'));
  });

  test.each([
    { why: 'there is nothing to mend', text: broken },
    { why: 'nothing would be gained', text: over('hurdles: goals\n') },
    { why: 'the file cannot be read at all', text: 'a: [\n' },
  ])('writes nothing when $why', async ({ text }) => {
    const folder = aFolder({ 'base.yaml': base, 'a.yaml': text });
    const path = join(folder.path, 'a.yaml');
    const before = statSync(path);
    await hurdles(['lint', 'a.yaml', '--fix'], { cwd: folder.path });
    const after = statSync(path);
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(folder.read('a.yaml')).toBe(text);
  });

  test('does not touch what a file only builds on, unless it is named itself', async () => {
    const files = { 'base.yaml': heavy, 'a.yaml': over('') };
    const one = lint(files, 'a.yaml', '--fix');
    expect((await one.ran).stdout).toContain('[idle-weight]');
    expect(one.folder.read('base.yaml')).toBe(heavy);
    const both = lint(files, 'base.yaml', 'a.yaml', '--fix');
    expect((await both.ran).stdout).toBe('');
    expect(both.folder.read('base.yaml')).toBe(heavy.replace('        weight: 3\n', ''));
  });

  test('mends answers, too', async () => {
    const answers =
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nsubject: { name: "A", use: On }\nprofile: { stage: pilot }\n';
    const { folder, ran } = lint({ 'a.yaml': answers }, 'a.yaml', '--fix');
    expect((await ran).stderr).toContain('1 Stelle berichtigt: a.yaml');
    expect(folder.read('a.yaml')).toBe(answers.replace('use: On', 'use: "On"'));
  });

  test('writes nothing back to the standard input', async () => {
    const stdin = base.replace('en: "Ready to start?"', 'en: No');
    const { stdout, exitCode } = await hurdles(['lint', '-', '--fix'], { stdin });
    expect(stdout).toMatch(/^<stdin>:7:\d+ .*\[turned-word\]\n/);
    expect(exitCode).toBe(0);
  });

  test('follows a file’s own rights', async () => {
    const folder = aFolder({ 'base.yaml': base });
    writeFileSync(join(folder.path, 'a.yaml'), warned);
    chmodSync(join(folder.path, 'a.yaml'), 0o640);
    await hurdles(['lint', 'a.yaml', '--fix'], { cwd: folder.path });
    expect(statSync(join(folder.path, 'a.yaml')).mode & 0o777).toBe(0o640);
  });
});
