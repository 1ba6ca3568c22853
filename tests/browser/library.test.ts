import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answersSaying, attacks, questionnaireSaying } from '../support/attacks.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';
import { library } from '../support/library.ts';
import { bundled } from '../support/module-graph.ts';
import { root } from '../support/run.ts';

const browser = oneBrowser();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

// What a page of somebody's would do; run here by Node, there by the browser.
const page = `
import { assess, parseAnswers, parseQuestionnaire, render, view } from 'five-hurdles';
import { problemText } from 'five-hurdles/problems';
import { questionnaire } from 'five-hurdles/questionnaires/five-hurdles';
import { reportHtml, reportMarkdown } from 'five-hurdles/templates';
import { de, en } from 'five-hurdles/words';

globalThis.reportOn = (text, language, own) => {
  const asked = own ? parseQuestionnaire(own, 'own.yaml') : { ok: true, value: questionnaire };
  if (!asked.ok) return JSON.stringify(asked);
  const answers = parseAnswers(text, 'answers.yaml', asked.value);
  if (!answers.ok) return answers.problems.map((one) => problemText(one, language)).join('\\n');
  const assessment = assess(asked.value, answers.value);
  const words = { de, en }[language];
  const told = view(assessment, asked.value, words);
  return JSON.stringify(assessment) + render(told, reportHtml, words) + render(told, reportMarkdown, words);
};`;

type ReportOn = (text: string, language: 'de' | 'en', own?: string) => string;

const inNode: ReportOn = (text, language, own) => {
  const { assess, parseAnswers, parseQuestionnaire, problemText, questionnaire } = library;
  const asked = own
    ? parseQuestionnaire(own, 'own.yaml')
    : { ok: true as const, value: questionnaire };
  if (!asked.ok) return JSON.stringify(asked);
  const answers = parseAnswers(text, 'answers.yaml', asked.value);
  if (!answers.ok) return answers.problems.map((one) => problemText(one, language)).join('\n');
  const assessment = assess(asked.value, answers.value);
  const words = library[language];
  const told = library.view(assessment, asked.value, words);
  const { render, reportHtml, reportMarkdown } = library;
  return [
    JSON.stringify(assessment),
    render(told, reportHtml, words),
    render(told, reportMarkdown, words),
  ].join('');
};

describe.skipIf(noBrowser)('a page with the library in it', () => {
  let tab: Tab;
  beforeAll(async () => {
    const { code } = await bundled(page);
    tab = await aTab(browser());
    const script = code.replaceAll('</script', '<\\/script');
    await tab.open(
      `<!doctype html><meta charset="utf-8"><title>x</title><script>${script}</script>`,
    );
  });
  const inBrowser: ReportOn = (...given) =>
    tab.page.evaluate(
      (args) => (globalThis as unknown as { reportOn: ReportOn }).reportOn(...args),
      given,
    ) as unknown as string;

  test.each(
    ['versandhandel', 'malerbetrieb', 'machine-builder', 'elektrobetrieb', 'pumpenbau'].flatMap(
      (name) => (['de', 'en'] as const).map((language) => ({ name, language })),
    ),
  )(
    'judges, words and lays out $name in $language as Node does, to the byte',
    async ({ name, language }) => {
      const text = read(`examples/${name}.yaml`);
      const here = inNode(text, language);
      expect(here.length).toBeGreaterThan(200);
      expect(await inBrowser(text, language)).toBe(here);
    },
  );

  test('tells problems as Node does', async () => {
    const text =
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nanswers: { goal.target: 9 }\n';
    expect(await inBrowser(text, 'en')).toBe(inNode(text, 'en'));
    expect(await inBrowser(text, 'en')).toContain('answers.yaml:3:12');
  });

  test('reads a questionnaire of somebody’s own', async () => {
    const own = read('questionnaires/five-hurdles.yaml').replace('id: five-hurdles', 'id: own');
    const text = read('examples/versandhandel.yaml').replaceAll('five-hurdles', 'own');
    const here = inNode(text, 'de', own);
    expect(here).toContain('"id":"own"');
    expect(await inBrowser(text, 'de', own)).toBe(here);
  });

  test.each(attacks)('%s stays text', async (attack) => {
    const small = `format: answers/1
questionnaire: { id: small }
subject: { name: ${JSON.stringify(attack)} }
profile: { stage: pilot }
answers: { goals.problem: 1 }
`;
    const asked: readonly Parameters<ReportOn>[] = [
      [answersSaying(attack), 'de'],
      [small, 'en', questionnaireSaying(attack)],
    ];
    for (const given of asked) {
      const here = inNode(...given);
      expect(here).toContain('<!doctype html>');
      expect(await inBrowser(...given)).toBe(here);
    }
  });

  test('asks for nothing, says nothing and keeps nothing', async () => {
    expect(tab.happened()).toEqual([]);
    const kept = 'JSON.stringify([document.cookie, localStorage.length, sessionStorage.length])';
    expect(await tab.page.evaluate(kept)).toBe('["",0,0]');
  });
});
