import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { aFolder, hurdles } from '../support/run.ts';

// No question of it belongs to a quick check, and the guest is asked nothing.
const text = aQuestionnaireText([
  '- { id: team, title',
  '- { id: guest, title: { de: "Gast", en: "Guest" } }\n  - { id: team, title',
])
  .replace(/^( +)- id: (\w+\.\w+)$/gm, '$1- id: $2\n$1  roles: [team]')
  .replace(/^ +roles: \[boss, team\]\n/m, '');

test.each([
  { argv: ['new', 'answers', 'a.yaml', '--quick'], says: /keine Frage, die zum Kurzcheck gehört/ },
  { argv: ['interview', 'a.yaml', '--quick'], says: /keine Frage, die zum Kurzcheck gehört/ },
  {
    argv: ['new', 'answers', 'a.yaml', '--role', 'guest'],
    says: /hat keine Frage für die Rolle „guest“\.$/m,
  },
  { argv: ['interview', 'quick.yaml'], says: /bei begonnenen Antworten mit --no-quick/ },
])('where nothing would be asked nothing is begun: hurdles $argv', async ({ argv, says }) => {
  const folder = aFolder({
    'q.yaml': text,
    'quick.yaml': 'format: answers/1\nquestionnaire: { id: small }\nscope: { quick: true }\n',
  });
  const before = readdirSync(folder.path);
  const { exitCode, stdout, stderr } = await hurdles([...argv, '-q', 'q.yaml'], {
    cwd: folder.path,
  });
  expect(stderr).toMatch(says);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(readdirSync(folder.path)).toEqual(before);
});

test('a questionnaire with quick questions is asked as before', async () => {
  const folder = aFolder({
    'q.yaml': text.replace('core: true', 'core: true\n        quick: true'),
  });
  const argv = ['new', 'answers', '-', '--quick', '-q', 'q.yaml'];
  const { exitCode, stdout } = await hurdles(argv, { cwd: folder.path });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('goals.problem:');
});
