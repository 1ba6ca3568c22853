import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionScripts } from '../../scripts/completions.ts';
import { wordsIn } from '../../src/cli/completion/shell-line.ts';
import { sourcesOf } from '../../src/cli/completion/sources.ts';
import { nodeIo } from '../../src/cli/io.ts';
import type { Declared } from '../../src/cli/program/declared.ts';
import { everythingDeclared } from '../../src/cli/program/program.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { attacks, questionnaireSaying } from '../support/attacks.ts';
import { aFolder, hurdles, root } from '../support/run.ts';
import { search } from '../support/search.ts';

const folder = aFolder({
  'answers.yaml': readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8'),
  'own.yaml': aQuestionnaireText(),
  'of-own.yaml': 'format: answers/1\nquestionnaire: { id: small }\n',
  'hurdles.config.yaml': 'format: config/1\nquestionnaires: { small: own.yaml, other: own.yaml }\n',
});

/** What a shell is answered, as words with what they are, and the sign behind them. */
async function answered(words: readonly string[], cwd = folder.path) {
  const { exitCode, stdout, stderr } = await hurdles(['complete', '--', ...words], { cwd });
  expect([exitCode, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n').slice(0, -1);
  const sign = lines.at(-1) ?? '';
  expect(sign).toMatch(/^:[0246]$/);
  const told = lines.slice(0, -1).map((line) => line.split('\t'));
  return {
    words: told.map(([word = '']) => word),
    says: told.map(([, says = '']) => says),
    files: sign === ':0' || sign === ':2',
    goesOn: sign === ':2' || sign === ':6',
  };
}

test.each([
  { typed: ['re'], words: ['report'], files: true },
  { typed: ['new', ''], words: ['questionnaire', 'answers'], files: false },
  { typed: ['new', 'answers', '--f'], words: ['--force', '--from'], files: false },
  { typed: ['report', 'x.yaml', '-f', 'm'], words: ['md'], files: false },
  { typed: ['report', '--format=m'], words: ['md'], files: false },
  { typed: ['compare', 'a', 'b', '-f', ''], words: ['html', 'md', 'json'], files: false },
  { typed: ['plan', 'a', '-f', ''], words: ['md', 'csv'], files: false },
  { typed: ['lint', '-f', ''], words: ['text', 'json', 'github'], files: false },
  { typed: ['score', '--lang', ''], words: ['de', 'en'], files: false },
  { typed: ['--lang', 'de', 'sco'], words: ['score'], files: true },
  { typed: ['score', ''], words: [], files: true },
  { typed: ['score', '--date', ''], words: [], files: false },
  {
    typed: ['score', 'x', '-q', ''],
    words: ['five-hurdles', 'five-hurdles-crafts', 'small', 'other'],
    files: true,
  },
  { typed: ['score', '--no-config', '-q', 's'], words: [], files: true },
  { typed: ['explain', 'answers.yaml', 'goals.tar'], words: ['goals.target'], files: true },
  {
    typed: ['explain', 'of-own.yaml', 'tests.'],
    words: ['tests.cases', 'tests.kinds'],
    files: true,
  },
  {
    typed: ['explain', 'answers.yaml', '-q', 'own.yaml', 'tests.k'],
    words: ['tests.kinds'],
    files: true,
  },
  {
    typed: ['explain', 'answers.yaml', '--questionnaire=own.yaml', 'tests.k'],
    words: ['tests.kinds'],
    files: true,
  },
  { typed: ['explain', 'gone.yaml', 'goals.tar'], words: ['goals.target'], files: true },
  { typed: ['explain', '--', 'answers.yaml', 'goals.tar'], words: ['goals.target'], files: true },
  { typed: ['interview', '--role', ''], words: ['mgmt', 'it', 'dept'], files: false },
  { typed: ['merge', 'a', '--prefer', 'i'], words: ['it'], files: false },
  { typed: ['plan', 'a', '--to', 'at'], words: ['at-target'], files: false },
  { typed: ['plan', 'a', '--to', '3'], words: ['3'], files: false },
  { typed: ['completion', ''], words: ['bash', 'zsh', 'fish', 'powershell'], files: false },
  { typed: ['completion', 'bash', ''], words: [], files: false },
  { typed: ['interview', '-q', 'broken', '--role', ''], words: [], files: false },
  { typed: ['nonsense', ''], words: [], files: false },
])('after `$typed` stands $words', async ({ typed, words, files }) => {
  const got = await answered(typed);
  expect([...got.words].sort()).toEqual([...words].sort());
  expect(got.files).toBe(files);
});

test('what a word is stands beside it, short and in the language of the talk', async () => {
  const german = await answered(['interview', '--role', '']);
  expect(german.says.every((one) => one !== '')).toBe(true);
  const english = await answered(['--lang', 'en', 'explain', 'answers.yaml', 'goals.target']);
  const questions = await answered(['explain', 'answers.yaml', 'goals.target']);
  expect(english.says).not.toEqual(questions.says);
  const all = await answered(['explain', 'answers.yaml', '']);
  expect(all.words.length).toBeGreaterThan(50);
  expect(all.says.filter((one) => one.length > 60)).toEqual([]);
});

test('bash is answered with what it puts in place of the part that it knows', async () => {
  const answer = async (current: string, line: string) =>
    (await hurdles(['complete', '--line', current, '--', line], { cwd: folder.path })).stdout;
  expect(await answer('goals.tar', 'hurdles explain answers.yaml goals.tar')).toMatch(
    /^goals\.target\t/,
  );
  expect(await answer('d', 'hurdles score --lang=d')).toBe('de\n:4\n');
  expect(await answer('', 'hurdles score --lang=')).toBe('de\nen\n:4\n');
  expect(await answer('--lang=d', 'hurdles score --lang=d')).toBe('--lang=de\n:4\n');
  expect(await answer('', 'hurdles score --lang ')).toBe('de\nen\n:4\n');
});

test.each([
  { line: 'a b', words: ['a', 'b'] },
  { line: 'a ', words: ['a', ''] },
  { line: '', words: [''] },
  { line: String.raw`a\ b 'c d' "e f"g`, words: ['a b', 'c d', 'e fg'] },
  { line: String.raw`'a\' "b\"c" \$(x)`, words: ['a\\', 'b"c', '$(x)'] },
  { line: "'open and", words: ['open and'] },
  { line: '$(x) `y`', words: ['$(x)', '`y`'] },
  { line: 'a\\', words: ['a'] },
])('the words of “$line” are $words', ({ line, words }) => {
  expect(wordsIn(line).map(({ text }) => text)).toEqual(words);
});

describe('nothing hostile comes through', () => {
  // The only things that the scripts are ever handed.
  const harmless = /^(?:[\w@%+=:,./-]+(?:\t[^\p{Cc}\p{Bidi_Control}]*)?|:[0246])$/u;
  const lines = async (argv: readonly string[], cwd: string) => {
    const { exitCode, stdout, stderr } = await hurdles(['complete', ...argv], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    return stdout.split('\n').slice(0, -1);
  };

  test.each(attacks)('%s as a title, a name of a file, an id and what is typed', async (attack) => {
    const file = `${attack.replace(/[/\n\0]/g, '_')}.yaml`;
    const { path } = aFolder({
      'q.yaml': questionnaireSaying(attack),
      'ids.yaml': aQuestionnaireText().replaceAll('goals.problem', JSON.stringify(attack)),
      'hurdles.config.yaml': `format: config/1\nquestionnaires: { ${JSON.stringify(attack)}: q.yaml, own: q.yaml }\n`,
      [file]: `format: answers/1\nquestionnaire: { id: ${JSON.stringify(attack)} }\n`,
    });
    const asked = [
      ['explain', 'x', '-q', 'q.yaml', ''],
      ['explain', '--no-config', '-q', 'q.yaml', 'x', ''],
      ['explain', '--no-config', '-q', 'ids.yaml', 'x', ''],
      ['explain', file, ''],
      ['explain', '--no-config', file, ''],
      ['plan', '--no-config', '-q', 'q.yaml', 'x', '--to', ''],
      ['interview', '--no-config', '-q', 'q.yaml', '--role', ''],
      ['score', '-q', ''],
      ['score', attack],
      ['score', `--lang=${attack}`],
      [attack, ''],
      [''],
    ];
    let seen = 0;
    for (const words of asked) {
      for (const given of [
        ['--', ...words],
        ['--line', words.at(-1) ?? '', '--', `hurdles ${words.join(' ')}`],
      ]) {
        const told = await lines(given, path);
        expect(told.filter((one) => !harmless.test(one))).toEqual([]);
        seen += told.length;
      }
    }
    expect(seen).toBeGreaterThan(40);
  });

  test('whatever is typed, something harmless is answered and nothing else', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'score',
        'explain',
        'plan',
        'new',
        '-q',
        '--lang',
        '--',
        '-',
        '--to',
        'answers.yaml',
        'own.yaml',
        '',
        '--lang=',
        '=',
        ':',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), fc.boolean(), async (words, isLine) => {
        const argv = isLine
          ? ['--line', words.at(-1) ?? '', '--', words.join(' ')]
          : ['--', ...words];
        const told = await lines(argv, folder.path);
        expect(told.at(-1)).toMatch(/^:[0246]$/);
        expect(told.filter((one) => !harmless.test(one))).toEqual([]);
      }),
      search(150),
    );
  });

  test.each([[], ['x'], ['--line'], ['--line', 'a'], ['--line', 'a', 'b', 'c']])(
    'a call that no script of ours makes (%s) is answered with nothing',
    async (...argv) => {
      expect(await lines(argv, folder.path)).toEqual([':0']);
    },
  );
});

test('of every option with a value and every argument it is said what completes it', async () => {
  const io = { ...nodeIo(process), env: {} };
  const program = await everythingDeclared(io, { language: 'en', isChosen: true });
  const all = (command: Declared): readonly Declared[] => [
    command,
    ...command.commands.flatMap(all),
  ];
  const places = all(program).flatMap(({ name, options, arguments: named }) => [
    ...options.flatMap(({ flags, value, choices }) =>
      value === null || choices.length > 0 ? [] : [[name, flags.at(-1) ?? '', value] as const],
    ),
    ...named.map((argument) => [name, argument.name, argument.name] as const),
  ]);
  expect(places.length).toBeGreaterThan(40);
  const unsaid = places.filter(
    ([command, place, value]) => sourcesOf(command, place, value) === null,
  );
  expect(unsaid.map((place) => place.join(' '))).toEqual([]);
});

test('every schema, every format and every shell that is offered is there', async () => {
  for (const name of (await answered(['schema', ''])).words) {
    expect((await hurdles(['schema', name])).exitCode, name).toBe(0);
  }
  for (const format of (await answered(['report', '-f', ''])).words) {
    const { stderr } = await hurdles(['report', 'gone.yaml', '-f', format]);
    expect(stderr, format).toContain('gone.yaml');
  }
  for (const shell of (await answered(['completion', ''])).words) {
    const { exitCode, stdout } = await hurdles(['completion', shell]);
    expect([exitCode, stdout.length > 500]).toEqual([0, true]);
  }
});

test('a shell that nobody can teach is wrong usage', async () => {
  const { exitCode, stdout, stderr } = await hurdles(['completion', 'tcsh'], {
    env: { LANG: 'en' },
  });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain('bash, zsh, fish, powershell');
});

test.each(Object.entries(completionScripts()))(
  '%s is what the package makes, with our changes (`npm run completions` writes it)',
  (file, text) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  },
);

test('the script of PowerShell doubles every sign that PowerShell takes for a quotation mark', () => {
  // It is tried by nobody here; this is what was changed in it, and it stands in ASCII, as Windows may read it otherwise.
  const script = readFileSync(join(root, 'completions/hurdles.ps1'), 'utf8');
  expect(script).toContain(
    "$([char]0x2018)$([char]0x2019)$([char]0x201A)$([char]0x201B)]\", '$&$&'",
  );
  expect(script).toMatch(/^[\n\r\t\x20-\x7e]*$/);
  expect(script).toContain("Register-ArgumentCompleter -CommandName 'hurdles'");
});
