import { expect, test } from 'vitest';
import { hurdles } from '../support/run.ts';

const stdin = (answer: string, steps: object = {}) => `format: answers/1
questionnaire: { id: five-hurdles, version: 1.0.0 }
profile: { stage: operation, data: protected }
answers: { tools.rules: ${answer} }
steps: ${JSON.stringify(steps)}
`;

async function told(argv: readonly string[], answers: string): Promise<string> {
  const { exitCode, stdout } = await hurdles(argv, { stdin: answers });
  expect(exitCode).toBe(0);
  return stdout.replace(/\s+/g, ' ');
}

const everywhere = [
  { argv: ['score', '-'] },
  { argv: ['report', '-', '-f', 'md'] },
  { argv: ['report', '-', '-f', 'html'] },
  { argv: ['explain', '-', 'verdict:stop-confidential-data'] },
];

test.each([
  { lang: 'de', plan: /1\. Herausfinden: Spielregeln und Datenampel/, name: /KI-Spielregeln auf/ },
  { lang: 'en', plan: /1\. Find out: Ground rules and a traffic/, name: /AI ground rules on one/ },
])(
  'the first step of a verdict is called as in the plan, in $lang: what to find out',
  async ({ lang, plan, name }) => {
    for (const { argv } of everywhere) {
      const text = await told([...argv, '--lang', lang], stdin('unknown'));
      expect(text).toMatch(lang === 'de' ? /Herausfinden: Spielregeln/ : /Find out: Ground rules/);
      expect(text).not.toMatch(name);
    }
    expect(await told(['score', '-', '--lang', lang], stdin('unknown'))).toMatch(plan);
  },
);

test.each([
  { status: 'done', de: 'als erledigt vermerkt', en: 'marked as done' },
  { status: 'dropped', de: 'verworfen', en: 'dropped' },
])('where the step that would lift a verdict is $status, the verdict says so', async (words) => {
  const answers = stdin('0', { 'tools.rules': { status: words.status } });
  const first = {
    de: `(?:Erster Schritt|Zuerst):? KI-Spielregeln auf einer Seite \\(${words.de}\\)`,
    en: `(?:First step|First):? AI ground rules on one page \\(${words.en}\\)`,
  };
  for (const lang of ['de', 'en'] as const) {
    for (const { argv } of everywhere.slice(1)) {
      const text = await told([...argv, '--lang', lang], answers);
      const plain = text.replace(/<[^>]*>/g, ' ').replace(/[ *-]+/g, ' ');
      expect(plain).toMatch(new RegExp(first[lang].replace('KI-', 'KI ')));
    }
  }
});
