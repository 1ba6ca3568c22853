import { describe, expect, test } from 'vitest';
import { aFolder, hurdles } from '../support/run.ts';

/** Merges files of answers, given by name and content, and tells what standard error says on one line. */
async function merging(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const start = 'format: answers/1\nquestionnaire: { id: five-hurdles }\nlanguage: de\n';
  const whole = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, start + text]),
  );
  const folder = aFolder(whole);
  const argv = ['merge', ...Object.keys(files), ...options, '-o', 'all.yaml'];
  const { exitCode, stderr } = await hurdles(argv, { cwd: folder.path });
  return {
    exitCode,
    raw: stderr,
    said: stderr.replace(/\s+/g, ' '),
    result: exitCode === 0 ? folder.read('all.yaml') : '',
  };
}

const merged = `profile: { stage: { answer: pilot, sources: [{ role: mgmt, answer: pilot }] } }
answers:
  goals.problem: { answer: 1, sources: [{ role: mgmt, answer: 1 }] }
  tools.rules: 2
`;

describe('what was agreed on in a merged file', () => {
  test.each([
    { why: 'less', level: 1 },
    { why: 'more', level: 4 },
  ])('stands when a role’s file says $why, and is told', async ({ level }) => {
    const it = `scope: { role: it }\nanswers: { tools.rules: ${level} }\n`;
    const files = { 'agreed.yaml': merged, 'it.yaml': it };
    const { said, result } = await merging(files, '--prefer', 'mgmt');
    expect(result).toMatch(/^ {2}tools\.rules: 2$/m);
    expect(said).toContain('Vereinbart war schon, und dabei bleibt es');
    expect(said).toContain(`: 2 (anders IT oder KI-Verantwortliche: ${level})`);
  });

  test('needs no words where the role’s file says the same or does not know', async () => {
    for (const answer of ['2', 'unknown']) {
      const it = `scope: { role: it }\nanswers: { tools.rules: ${answer} }\n`;
      const { said } = await merging({ 'agreed.yaml': merged, 'it.yaml': it });
      expect(said).not.toContain('Vereinbart');
    }
  });
});

describe('what a preferred role overrules', () => {
  const role = (id: string, profile: string, head = '') =>
    `scope: { role: ${id} }\n${head}profile: { stage: pilot, ${profile} }\n`;

  test('is told statement by statement', async () => {
    const { said } = await merging(
      {
        'mgmt.yaml': role('mgmt', 'private-use: not-known, data: internal'),
        'it.yaml': role('it', 'private-use: known, data: internal'),
      },
      '--prefer',
      'it',
    );
    expect(said).toContain('Zum Betrieb sagen die Rollen Verschiedenes; übernommen ist:');
    expect(said.match(/\(anders /g)).toHaveLength(1);
    expect(said).toMatch(/\(anders Geschäftsführung: [^)]+\)/);
    expect(said).not.toContain('Achtung');
  });

  test.each([
    { why: 'where the profile names it', head: ['', ''], profile: ['use: Chatbot', 'use: Bilder'] },
    {
      why: 'where one names it beside the profile',
      head: ['', 'subject: { use: Bilder }\n'],
      profile: ['use: Chatbot', 'data: internal'],
    },
  ])('is another AI use with a warning that names both $why', async ({ head, profile }) => {
    const { exitCode, said } = await merging(
      {
        'mgmt.yaml': role('mgmt', profile[0] ?? '', head[0]),
        'it.yaml': role('it', profile[1] ?? '', head[1]),
      },
      '--prefer',
      'it',
    );
    expect(exitCode).toBe(0);
    expect(said).toContain(
      'Achtung: Die Dateien nennen verschiedene KI-Vorhaben: „Chatbot“ (mgmt.yaml), „Bilder“ (it.yaml)',
    );
  });

  test('is no other AI use where only capitals, spaces and signs differ', async () => {
    const files = {
      'mgmt.yaml': role('mgmt', 'use: Chat-Bot'),
      'it.yaml': role('it', 'use: chat bot'),
    };
    expect((await merging(files, '--prefer', 'it')).said).not.toContain('Achtung');
  });
});

describe('how many questions several people answered', () => {
  const it = (name: string) =>
    `respondent: { role: it, name: ${name} }\nanswers: { tools.rules: 2, tools.process: 2 }\n`;
  const mgmt = 'respondent: { role: mgmt, name: Ek }\nanswers: { tools.rules: 1 }\n';

  test.each([{ options: [] }, { options: ['--names'] }])(
    'does not hang on whether names are kept: $options',
    async ({ options }) => {
      const files = { 'a.yaml': it('Xu'), 'b.yaml': it('Yi'), 'c.yaml': mgmt };
      expect((await merging(files, ...options)).said).toContain('2 davon von mehreren; bei 1 ');
    },
  );

  test('counts nobody twice who is in a merged file and has a file of their own', async () => {
    const noted = '{ answer: 2, sources: [{ role: it, answer: 2 }] }';
    const files = {
      'a.yaml': it('Xu'),
      'both.yaml': `answers: { tools.rules: ${noted}, tools.process: ${noted} }\n`,
    };
    expect((await merging(files)).said).toContain('keine von mehreren');
  });
});

test('of a step on which files differ stands who said what and whose was taken', async () => {
  const { said } = await merging({
    'mgmt.yaml': 'scope: { role: mgmt }\nsteps: { goals.target: { status: open, who: Frau Xu } }\n',
    'it.yaml': 'scope: { role: it }\nsteps: { goals.target: { status: doing, due: 2026-12-15 } }\n',
  });
  expect(said).toContain(
    'Messbares Ziel: Geschäftsführung: offen (Frau Xu); IT oder KI-Verantwortliche: läuft (bis 2026-12-15). Übernommen: IT oder KI-Verantwortliche',
  );
  expect(said).not.toContain('goals.target');
});

describe('what only follows from another problem is held back', () => {
  const mgmt =
    'scope: { role: mgmt }\nsubject: { name: A }\nprofile: { stage: pilot, data: internal }\n';
  test.each([
    {
      why: 'somebody’s role is not known',
      other: 'subject: { name: A }\nprofile: { stage: trying, data: public }\n',
      says: 'in welcher Rolle',
    },
    {
      why: 'the companies differ',
      other:
        'scope: { role: it }\nsubject: { name: B }\nprofile: { stage: trying, data: public }\n',
      says: 'Der Betrieb heißt hier `B`',
    },
  ])('$why', async ({ other, says }) => {
    const { exitCode, raw } = await merging({ 'mgmt.yaml': mgmt, 'other.yaml': other });
    expect(exitCode).toBe(2);
    expect(raw).toContain(says);
    expect(raw.trimEnd().split('\n')).toHaveLength(2);
  });
});
