import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hurdles, root } from '../support/run.ts';

const example = 'examples/versandhandel.yaml';

type Stored = {
  respondent?: { role: string };
  overall: { level: number };
  recommendations: unknown[];
  answers: Record<string, unknown>;
};

async function stored(file: string, change: (assessment: Stored) => void = () => {}) {
  const { stdout } = await hurdles(['score', file, '--json']);
  const assessment = JSON.parse(stdout) as Stored;
  change(assessment);
  return { assessment, text: JSON.stringify(assessment) };
}

describe('a stored assessment', () => {
  test('keeps the role of who answered, for rules that ask for it', async () => {
    const text = readFileSync(join(root, example), 'utf8');
    const said = `${text}\nrespondent: { role: mgmt, name: Frau Xu }\n`;
    const { stdout } = await hurdles(['score', '-', '--json'], { stdin: said });
    expect(JSON.parse(stdout)).toMatchObject({ respondent: { role: 'mgmt' } });
    expect(stdout).not.toContain('Frau Xu');
    expect((await stored(example)).assessment).not.toHaveProperty('respondent');
  });

  test.each([
    {
      why: 'its level was edited',
      change: (one: Stored) => {
        one.overall.level = 4;
      },
    },
    {
      why: 'a recommendation was taken out',
      change: (one: Stored) => {
        one.recommendations.shift();
      },
    },
  ])('is not planned by when $why', async ({ change }) => {
    const { text } = await stored(example, change);
    for (const argv of [[], ['--to', '2']]) {
      const outcome = await hurdles(['plan', '-', '--lang', 'en', ...argv], { stdin: text });
      expect(outcome.exitCode).toBe(2);
      expect(outcome.stdout).toBe('');
      expect(outcome.stderr).toContain('does not follow from the answers');
    }
  });

  test.each([
    {
      format: 'md',
      lang: 'de',
      says: '> **Mit Vorsicht zu lesen.** Das gespeicherte Ergebnis folgt',
    },
    { format: 'html', lang: 'en', says: '<h2 id="unproven">To be read with care</h2>' },
  ])('that was edited is reported with a warning, in $format', async ({ format, lang, says }) => {
    const report = ['report', '-', '-f', format, '--lang', lang];
    const edited = await stored(example, ({ overall }) => {
      overall.level = 4;
    });
    expect((await hurdles(report, { stdin: edited.text })).stdout).toContain(says);
    const asItWas = await hurdles(report, { stdin: (await stored(example)).text });
    expect(asItWas.exitCode).toBe(0);
    expect(asItWas.stdout).not.toContain(says);
  });

  test('in which a key is misspelt is refused with its place, in every command', async () => {
    const { stdout } = await hurdles(['score', example, '--json']);
    const text = stdout.replace('"counts"', '"[]counts"');
    for (const command of ['score', 'report', 'explain', 'plan']) {
      const outcome = await hurdles([command, '-', '--lang', 'en'], { stdin: text });
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
      expect(outcome.stderr).toMatch(/^<stdin>:\d+:\d+ {2}There is no key `\[\]counts` here/);
    }
  });

  test('with an answer that nobody can have given is a problem with its place, in every command', async () => {
    const { text } = await stored(example, ({ answers }) => {
      answers['goals.target'] = {
        answer: 3,
        sources: [{ role: 'mgmt', answer: 99 }],
      };
    });
    for (const argv of [['score'], ['report', '-f', 'html'], ['plan'], ['explain']]) {
      const [command = '', ...rest] = argv;
      const outcome = await hurdles([command, '-', '--lang', 'en', ...rest], { stdin: text });
      expect(outcome.exitCode, command).toBe(2);
      expect(outcome.stderr, command).toMatch(/^<stdin>:1:\d+ .*99/);
    }
  });
});
