import { expect, test } from 'vitest';
import { ListFormat, type ListResult } from '../../src/cli/list-format.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { aFolder, hurdles } from '../support/run.ts';

const config = (...ids: string[]) =>
  `format: config/1\nquestionnaires: { ${ids.map((id) => `${id}: ${id}.yaml`).join(', ')} }\n`;
const small = aQuestionnaireText();
const other = aQuestionnaireText(['id: small', 'id: other']);

/** What a sheet of answers names, and what was said beside it. */
async function taken(files: Record<string, string>, ...argv: string[]) {
  const { path } = aFolder(files);
  const { stdout, stderr } = await hurdles(['new', 'answers', '-', ...argv], { cwd: path });
  return { id: /questionnaire: \{ id: ([\w-]+)/.exec(stdout)?.[1], stderr };
}

test.each([
  { why: 'nothing is configured', names: [], argv: [], id: 'five-hurdles', says: '' },
  {
    why: 'exactly one is configured',
    names: ['small'],
    argv: [],
    id: 'small',
    says: 'Der Fragebogen ist small, aus hurdles.config.yaml; einen anderen wählen Sie mit -q.\n',
  },
  {
    why: 'several are',
    names: ['small', 'other'],
    argv: [],
    id: 'five-hurdles',
    says: 'Der Fragebogen ist five-hurdles. hurdles.config.yaml nennt small, other: Mit -q wählen Sie einen davon.\n',
  },
  {
    why: '-q says so',
    names: ['small'],
    argv: ['-q', 'five-hurdles'],
    id: 'five-hurdles',
    says: '',
  },
  {
    why: 'the config is not read',
    names: ['small'],
    argv: ['--no-config'],
    id: 'five-hurdles',
    says: '',
  },
  {
    why: 'one of ours is the only one in it',
    names: ['five-hurdles-crafts'],
    argv: [],
    id: 'five-hurdles',
    says: '',
  },
])('without answers $id is taken when $why', async ({ names, argv, id, says }) => {
  const files = { 'small.yaml': small, 'other.yaml': other };
  const named = names.length === 0 ? {} : { 'hurdles.config.yaml': config(...names) };
  expect(await taken({ ...files, ...named }, ...argv)).toEqual({ id, stderr: says });
});

test('show and the interview take the same one', async () => {
  const { path } = aFolder({ 'small.yaml': small, 'hurdles.config.yaml': config('small') });
  const shown = await hurdles(['show'], { cwd: path });
  expect(shown.stdout).toMatch(/^# Klein/);
  expect(shown.stderr).toContain('Der Fragebogen ist small');
  const asked = await hurdles([], { cwd: path });
  expect(asked.stderr).toContain('Der Fragebogen ist small');
  expect(asked.stderr).toContain('goals.problem');
});

test('answers that name their questionnaire leave nothing to say', async () => {
  const { path } = aFolder({
    'small.yaml': small,
    'hurdles.config.yaml': config('small'),
    'a.yaml':
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nsubject: { name: Muster }\nprofile: { stage: none }\n',
  });
  const { stderr } = await hurdles(['interview', 'a.yaml'], { cwd: path });
  expect(stderr).toContain('goals.problem');
  expect(stderr).not.toContain('Der Fragebogen ist');
});

test('the list has ours and those of one’s own, and one with mistakes hides no other', async () => {
  const { path } = aFolder({
    'small.yaml': small,
    'other.yaml': other.replace('kind: choice', 'kind: choise'),
    'hurdles.config.yaml': config('other', 'small', 'gone'),
  });
  const { exitCode, stdout, stderr } = await hurdles(['list'], { cwd: path });
  expect(stdout).toMatch(/^five-hurdles {2}/);
  expect(stdout).toMatch(/\nsmall {2}1\.2\.0 {2}de, en {2}Klein {2}\(small\.yaml\)\n$/);
  expect(stderr).toBe(
    'other: Fehler in other.yaml; angezeigt werden sie mit: hurdles lint other.yaml\nDie Datei gone.yaml gibt es nicht.\n',
  );
  expect(exitCode).toBe(2);

  const data = await hurdles(['list', '--json'], { cwd: path });
  expect(data).toMatchObject({ exitCode, stderr });
  const { questionnaires, unread } = JSON.parse(data.stdout) as ListResult;
  expect(ListFormat.parse(JSON.parse(data.stdout))).toEqual(JSON.parse(data.stdout));
  expect(questionnaires.at(-1)).toEqual({
    id: 'small',
    version: '1.2.0',
    digest: expect.stringMatching(/^sha256-/),
    languages: ['de', 'en'],
    title: { de: 'Klein', en: 'Small' },
    file: 'small.yaml',
  });
  expect(unread.map(({ id, file }) => [id, file])).toEqual([
    ['other', 'other.yaml'],
    ['gone', 'gone.yaml'],
  ]);
  expect(unread.map(({ message }) => `${message}\n`).join('')).toBe(stderr);
});
