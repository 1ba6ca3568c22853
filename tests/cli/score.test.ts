import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { AssessmentFormat } from '../../src/assessment/assessment-format.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = 'examples/versandhandel.yaml';

test('--json prints one assessment and nothing else', async () => {
  const { exitCode, stdout, stderr } = await hurdles(['score', example, '--json']);
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  const assessment: unknown = JSON.parse(stdout);
  expect(AssessmentFormat.parse(assessment)).toEqual(assessment);
  expect(Object.keys(assessment as object)).toEqual(
    expect.arrayContaining([
      'format',
      'tool',
      'questionnaire',
      'subject',
      'scope',
      'date',
      'overall',
      'hurdles',
      'verdicts',
      'contradictions',
      'open',
      'recommendations',
      'deferred',
      'sensitivity',
      'profile',
      'answers',
      'steps',
    ]),
  );
});

test('the same answers give the same bytes, whatever the clock and the environment say', async () => {
  const first = await hurdles(['score', example, '--json'], { env: { LANG: 'de_DE.UTF-8' } });
  const second = await hurdles(['score', example, '--json'], {
    env: { LANG: 'en_GB.UTF-8', TZ: 'Asia/Tokyo' },
  });
  expect(second.stdout).toBe(first.stdout);
});

test('the text for people tells the verdict before any number, and the level beside its target', async () => {
  const { stdout } = await hurdles(['score', example]);
  const verdict = stdout.indexOf('Noch nicht allein antworten');
  const index = stdout.indexOf('Punktwert');
  expect(verdict).toBeGreaterThan(0);
  expect(index).toBeGreaterThan(verdict);
  expect(stdout).toMatch(/Stufe 0\+ „Am Anfang“ · sinnvoll in Ihrer Lage: Stufe 2/);
});

test.each([
  { env: {}, says: 'Was jetzt zu entscheiden ist' },
  { env: { LANG: 'en_GB.UTF-8' }, says: 'What to decide now' },
  { env: { LANG: 'fr_FR.UTF-8' }, says: 'Was jetzt zu entscheiden ist' },
  { env: { LC_ALL: 'en_US', LANG: 'de_DE' }, says: 'What to decide now' },
])('the talk follows the environment ($env)', async ({ env, says }) => {
  expect((await hurdles(['score', example], { env })).stdout).toContain(says);
});

test('--lang wins over the environment', async () => {
  const { stdout } = await hurdles(['score', example, '--lang', 'de'], { env: { LANG: 'en_GB' } });
  expect(stdout).toContain('Was jetzt zu entscheiden ist');
});

test('a stored assessment is told again without being judged again', async () => {
  const stored = (await hurdles(['score', example, '--json'])).stdout;
  const again = await hurdles(['score', '-', '--json'], { stdin: stored });
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toBe(stored);
  const told = await hurdles(['score', '-'], { stdin: stored });
  expect(told.stdout).toBe((await hurdles(['score', example])).stdout);
});

test('a stored assessment of another edition is refused in one sentence that names both', async () => {
  const stored = JSON.parse((await hurdles(['score', example, '--json'])).stdout) as {
    questionnaire: { version: string; digest: string };
  };
  stored.questionnaire = {
    ...stored.questionnaire,
    version: '0.9.0',
    digest: `sha256-${'0'.repeat(64)}`,
  };
  const { exitCode, stdout, stderr } = await hurdles(['score', '-'], {
    stdin: JSON.stringify(stored),
  });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/five-hurdles 0\.9\.0.*five-hurdles 1\.0\.0.*-q/);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('answers to an older edition are judged with a warning that names both', async () => {
  const text = readFileSync(new URL('../../examples/malerbetrieb.yaml', import.meta.url), 'utf8');
  const { exitCode, stderr } = await hurdles(['score', '-', '--json'], {
    stdin: text.replace('version: 1.0.0', 'version: 1.0.7'),
  });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^<stdin>:\d+:\d+ {2}Warnung: .*1\.0\.7.*1\.0\.0/);
});

test('without the profile answer that targets hang on nothing is judged, and the answers are named', async () => {
  const { exitCode, stderr } = await hurdles(['score', '-'], {
    stdin: 'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { size: small }\n',
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('<stdin>:3:10  Ohne `stage` im Profil');
  expect(stderr).toContain('none, trying, pilot, operation, several');
});

test('--date dates the assessment, and only a day will do', async () => {
  const dated = await hurdles(['score', example, '--json', '--date', '2027-01-02']);
  expect((JSON.parse(dated.stdout) as { date: string }).date).toBe('2027-01-02');
  const wrong = await hurdles(['score', example, '--date', 'gestern']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('gestern');
});

test('a questionnaire of one’s own is found by -q and by the config of the folder', async () => {
  const own = readFileSync(
    new URL('../../questionnaires/five-hurdles.yaml', import.meta.url),
    'utf8',
  )
    .replace('id: five-hurdles', 'id: chamber')
    .replace('version: 1.0.0', 'version: 2.3.4');
  const answers = readFileSync(
    new URL('../../examples/malerbetrieb.yaml', import.meta.url),
    'utf8',
  ).replace('id: five-hurdles, version: 1.0.0', 'id: chamber, version: 2.3.4');
  const folder = aFolder({ 'chamber.yaml': own, 'a.yaml': answers });
  const lost = await hurdles(['score', 'a.yaml', '--json'], { cwd: folder.path });
  expect(lost.exitCode).toBe(2);
  expect(lost.stderr).toMatch(/^a\.yaml:\d+:\d+ {2}Den Fragebogen `chamber` gibt es nicht/);

  const named = await hurdles(['score', 'a.yaml', '--json', '-q', 'chamber.yaml'], {
    cwd: folder.path,
  });
  expect(named.exitCode).toBe(0);
  folder.write(
    'hurdles.config.yaml',
    'format: config/1\nquestionnaires: { chamber: chamber.yaml }\n',
  );
  const configured = await hurdles(['score', 'a.yaml', '--json'], { cwd: folder.path });
  expect(configured.stdout).toBe(named.stdout);
  const unread = await hurdles(['score', 'a.yaml', '--json', '--no-config'], { cwd: folder.path });
  expect(unread.exitCode).toBe(2);
});

test('JSON is only what it says: what would steer a terminal is escaped, and reads back the same', async () => {
  const name = 'A\u009b31m\u202eB\u2028C';
  const folder = aFolder({
    'a.json': JSON.stringify({
      format: 'answers/1',
      questionnaire: { id: 'five-hurdles' },
      subject: { name },
      profile: { stage: 'none' },
    }),
  });
  const { stdout } = await hurdles(['score', 'a.json', '--json'], { cwd: folder.path });
  expect(stdout).toContain('A\\u009b31m\\u202eB\\u2028C');
  expect(JSON.parse(stdout).subject.name).toBe(name);
});

test('an answer that a gate lets count less is told with the gate’s reason, a level as one and points as points', async () => {
  const gate = (question: string, limit: string) =>
    aQuestionnaireText(
      [
        'hurdle: goals, atMost: 1 }\n      - { question: tests.cases, atMost: { answerOf: goals.problem } }',
        `question: ${question}, atMost: ${limit} }`,
      ],
      [
        'when: { goals.problem: { atMost: 0 } }\n    limits',
        'when: { sector: crafts }\n    limits',
      ],
    );
  const folder = aFolder({
    'level.yaml': gate('goals.problem', '0'),
    'points.yaml': gate('goals.way', '0.5'),
    'a.yaml':
      'format: answers/1\nquestionnaire: { id: small }\nprofile: { stage: pilot, sector: crafts }\nanswers: { goals.problem: 2, goals.way: built }\n',
  });
  const told = async (file: string) =>
    (await hurdles(['score', 'a.yaml', '-q', file], { cwd: folder.path })).stdout;
  expect(await told('level.yaml')).toContain(
    '↳ „Problem“ zählt nur als Stufe 0: Ohne Problem kein Ziel',
  );
  expect(await told('points.yaml')).toContain(
    '↳ „Weg“ zählt nur 0,5 (Punkte): Ohne Problem kein Ziel',
  );
  const report = ['report', 'a.yaml', '-q', 'points.yaml', '-f', 'md'];
  expect((await hurdles(report, { cwd: folder.path })).stdout).toContain('zählt nur 0,5 (Punkte)');
});

describe('a score of only a part', () => {
  const text = readFileSync(join(root, 'examples/versandhandel.yaml'), 'utf8');
  const part = { 'part.yaml': text.replace('\nlanguage:', '\nscope: { quick: true }\nlanguage:') };

  test('is told as one, in the terminal and in reports', async () => {
    const { path: cwd } = aFolder(part);
    const told = async (...argv: string[]) =>
      (await hurdles([...argv], { cwd })).stdout.replace(/\s+/g, ' ');
    expect(await told('score', 'part.yaml')).toMatch(
      /Punktwert \S+( bis \S+)? von 100 \(nur dieser Teil;/,
    );
    for (const format of ['md', 'html']) {
      const report = await told('report', 'part.yaml', '-f', format);
      expect(report).toContain('nur für diesen Teil; nicht mit dem Wert des ganzen Betriebs');
    }
  });

  test('and of the whole is not', async () => {
    const { stdout } = await hurdles(['score', 'examples/versandhandel.yaml']);
    expect(stdout).toMatch(/Punktwert/);
    expect(stdout).not.toContain('nur dieser Teil');
  });
});

test('no line is wider than a narrow terminal, headings included', async () => {
  const { stdout } = await hurdles(['score', 'examples/pumpenbau.yaml'], { columns: 30 });
  for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(30);
  expect(stdout).toContain('Wo Sie verschiedene');
});
