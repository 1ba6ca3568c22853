import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { questionnaireSaying } from '../support/attacks.ts';
import { inTerminal } from '../support/real-terminal.ts';
import { aFolder, root } from '../support/run.ts';

// Each shell without anybody's settings, and what its user is told to put into them.
const shells = [
  {
    shell: 'bash',
    argv: ['--norc', '--noprofile', '-i'],
    setUp: `PS1='> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; eval "$(hurdles completion bash)"; eval "$(hurdles completion bash)"`,
    runs: (command: string) => `$(${command})`,
  },
  {
    shell: 'bash',
    argv: ['--norc', '--noprofile', '-i', '-u'],
    setUp: `PS1='> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; COMP_WORDBREAKS=\${COMP_WORDBREAKS//[:=]}; eval "$(hurdles completion bash)"`,
    runs: (command: string) => `\`${command}\``,
  },
  {
    // By itself its Tab runs what stands in $(…) first, whatever the command is: here it only completes.
    shell: 'zsh',
    argv: ['-f', '-i'],
    setUp: `PS1='> '; bindkey -e; bindkey '^I' complete-word; unsetopt beep zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; eval "$(hurdles completion zsh)"; eval "$(hurdles completion zsh)"`,
    runs: (command: string) => `$(${command})`,
  },
  {
    shell: 'fish',
    argv: ['--no-config', '-i'],
    setUp: `function fish_prompt; echo -n '> '; end; set -g fish_autosuggestion_enabled 0; hurdles completion fish | source; hurdles completion fish | source`,
    runs: (command: string) => `(${command})`,
  },
].map((one, index) => ({ ...one, name: `${one.shell} ${one.argv.join(' ')} ${index}` }));

const odd = "zzz odd 'name' $(touch pwned) `touch pwned`;touch pwned.yaml";

const folder = aFolder({
  'answers.yaml': readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8'),
  'own.yaml': aQuestionnaireText(),
  'of own.yaml': 'format: answers/1\nquestionnaire: { id: small }\n',
  'hostile.yaml': questionnaireSaying('$(touch pwned) `touch pwned` \u001b[2J\t:4\n;touch pwned'),
  'broken.yaml': 'format: [',
  'hurdles.config.yaml':
    'format: config/1\nquestionnaires: { small: own.yaml, five-fold: own.yaml }\n',
  [odd]: '',
});
mkdirSync(join(folder.path, 'bin'));
const program = join(folder.path, 'bin/hurdles');
writeFileSync(
  program,
  `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/hurdles.js')}' "$@"\n`,
);
chmodSync(program, 0o755);

const isThere = (shell: string) =>
  spawnSync('sh', ['-c', `command -v ${shell}`], { stdio: 'ignore' }).status === 0;

test('bash is here to be tried', () => {
  expect(isThere('bash')).toBe(true);
});

describe.each(shells)('$name', ({ shell, argv, setUp, runs }) => {
  describe.skipIf(!isThere(shell))('when somebody presses Tab', () => {
    let terminal: ReturnType<typeof inTerminal>;
    beforeAll(async () => {
      terminal = inTerminal(
        shell,
        argv,
        folder.path,
        {
          PATH: `${join(folder.path, 'bin')}:${process.env.PATH ?? ''}`,
          HOME: folder.path,
          LANG: 'C.UTF-8',
          LC_ALL: 'C.UTF-8',
        },
        200,
      );
      terminal.press(`${setUp}\r`);
      terminal.press("printf '<%s>' is ready\r");
      await terminal.shows('<is><ready>');
    });
    afterAll(() => terminal.kill());
    afterEach(() => {
      expect(existsSync(join(folder.path, 'pwned'))).toBe(false);
    });

    /** The words that the shell has after Tab, as a command would be handed them. */
    const wordsAfterTab = async (line: string): Promise<readonly string[]> => {
      const start = terminal.transcript().length;
      // To the beginning of the line, so that the shell itself says what the words are.
      terminal.press(`${line}\t\u0001printf '<%s>' \u0005 '.'\r`);
      await terminal.shows('<.>');
      const shown = terminal.transcript().slice(start);
      const [printed = ''] = /<hurdles>.*<\.>/s.exec(shown) ?? [];
      return printed.slice(1, -1).split('><').slice(0, -1);
    };

    test.each([
      { line: 'hurdles sco', last: 'score' },
      { line: 'hurdles score --no-c', last: '--no-config' },
      { line: 'hurdles --lang e', last: 'en' },
      { line: 'hurdles score --lang=e', last: '--lang=en' },
      { line: 'hurdles report answers.yaml -f m', last: 'md' },
      { line: 'hurdles explain answers.yaml goals.tar', last: 'goals.target' },
      { line: 'hurdles explain answers.yaml measurement.base', last: 'measurement.baseline' },
      { line: 'hurdles plan answers.yaml --to at-', last: 'at-target' },
      { line: 'hurdles show five-hurdles-', last: 'five-hurdles-crafts' },
      { line: 'hurdles score -q five-f', last: 'five-fold' },
      { line: 'hurdles interview --role mg', last: 'mgmt' },
      { line: 'hurdles interview -q own.yaml --role bo', last: 'boss' },
      { line: 'hurdles new answ', last: 'answers' },
      { line: 'hurdles schema comp', last: 'comparison' },
      { line: 'hurdles completion zs', last: 'zsh' },
      { line: 'hurdles score ans', last: 'answers.yaml' },
      { line: 'hurdles ans', last: 'answers.yaml' },
      { line: 'hurdles report -o ans', last: 'answers.yaml' },
      { line: 'hurdles -q hos', last: 'hostile.yaml' },
    ])('“$line” becomes $last', async ({ line, last }) => {
      const words = await wordsAfterTab(line);
      expect(words.at(-1)).toBe(last);
    });

    test('a file with a hostile name is one word, and stays one for what follows', async () => {
      expect(await wordsAfterTab('hurdles score zzz')).toEqual(['hurdles', 'score', odd]);
    });

    test('the questionnaire of a file whose name has a space is found', async () => {
      const before = await wordsAfterTab('hurdles explain of\\ own.yaml goals.ta');
      expect(before.slice(0, 3)).toEqual(['hurdles', 'explain', 'of own.yaml']);
      const words = await wordsAfterTab('hurdles explain of\\ own.yaml tests.k');
      expect(words.at(-1)).toBe('tests.kinds');
    });

    test.each([
      'hurdles explain hostile.yaml goals.prob',
      'hurdles explain broken.yaml goals.prob',
      'hurdles explain nowhere.yaml goals.prob',
      'hurdles explain /dev/zero goals.prob',
      'hurdles explain bin goals.prob',
    ])('“%s” is completed by what can be read', async (line) => {
      const words = await wordsAfterTab(line);
      expect(words.at(-1)).toBe('goals.problem');
    });

    test.each([
      'hurdles --nonsense zzzz x',
      'hurdles score -q broken.yaml --role x',
      'hurdles explain -q broken.yaml x',
      'hurdles explain -q nowhere x',
      'hurdles schema zzzz',
      'hurdles --lang xx explain answers.yaml zzzz',
    ])('“%s” completes nothing and says nothing', async (line) => {
      const start = terminal.transcript().length;
      const words = await wordsAfterTab(line);
      expect(words).toEqual(line.split(' '));
      const shown = terminal.transcript().slice(start);
      expect(shown).not.toMatch(/\bat .*:\d+|Error|error|not found|unbound|parse/);
    });

    test.each([
      `hurdles score ${runs('touch pwned')} --no-c`,
      `hurdles score --lang=${runs('touch pwned')}= --no-c`,
      `hurdles score --lang=${runs('touch pwned')}=`,
      // In one word, with no space in it.
      `hurdles score --lang=${runs(shell === 'fish' ? 'touch pwned' : '>pwned')}=`,
    ])('what would run stands still: “%s”', async (line) => {
      const start = terminal.transcript().length;
      terminal.press(`${line}\t`);
      // Shown only once the shell is through with Tab.
      terminal.press('\u0005 through');
      await terminal.shows('through');
      terminal.press('\u0015\u000b');
      terminal.press("\rprintf '<%s>' still here\r");
      await terminal.shows('<still><here>');
      expect(terminal.transcript().slice(start)).not.toMatch(/Error|not found|bad/);
    });

    test('a command behind another is completed, too', async () => {
      terminal.press('true; hurdles explain answers.yaml goals.tar\t');
      await terminal.shows('goals.target');
      terminal.press('\u0015\u000b');
    });

    test('of several words each is shown', async () => {
      terminal.press('hurdles interview --\t\t');
      await terminal.shows('--questionnaire');
    });
  });
});
