import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answersSaying, attacks, questionnaireSaying } from '../support/attacks.ts';
import { aTab, noBrowser, oneBrowser, type Tab } from '../support/browser.ts';
import { aFolder, hurdles } from '../support/run.ts';

const browser = oneBrowser();

// What could run in a page one by one, everything else at once.
const markup = attacks.filter((attack) => /[<>'"]/.test(attack));
const all = [
  ...markup,
  attacks.filter((attack) => !markup.includes(attack)).join(' '),
  '<script>alert(1)</script> | =cmd() \u202e \u001b[2J',
  '</title></style></dd></svg><script>alert(1)</script><a href="javascript:alert(1)" autofocus onfocus=alert(1)>x</a>',
  '<style>@import "https://example.org/x.css"; body { background: url(https://example.org/x.png) }</style>',
  '<meta http-equiv="refresh" content="0;url=https://example.org/"><base href="https://example.org/">',
];

const small =
  'format: answers/1\nquestionnaire: { id: small }\nprofile: { stage: pilot }\nanswers: { goals.problem: 1 }\n';

// Where such a text is shown as a page: a new kind of page adds its row.
const kinds = [
  { kind: 'a report', argv: ['report', 'a.yaml'] },
  { kind: 'a report with its worksheets', argv: ['report', 'a.yaml', '--with-worksheets'] },
  { kind: 'a report of a questionnaire of one’s own', argv: ['report', 's.yaml', '-q', 'q.yaml'] },
  { kind: 'a comparison', argv: ['compare', 'b.yaml', 'a.yaml'] },
  { kind: 'a questionnaire for reading', argv: ['show', 'q.yaml'] },
  { kind: 'a form', argv: ['show', 'q.yaml', '--blank'] },
] as const;

describe.skipIf(noBrowser).each(kinds)('in $kind', ({ argv }) => {
  let tab: Tab;
  beforeAll(async () => {
    // Without the page's own policy, so that the texts are held by nothing but how they are written.
    tab = await aTab(browser(), { bypassCSP: true });
  });

  test.each(all)('%s runs nothing, fetches nothing and stays text', async (attack) => {
    const folder = aFolder({
      'a.yaml': answersSaying(attack),
      'b.yaml': answersSaying('before').replace('answer: 1', 'answer: 0'),
      'q.yaml': questionnaireSaying(attack),
      's.yaml': small,
    });
    const { stdout } = await hurdles([...argv, '-f', 'html'], { cwd: folder.path });
    await tab.open(stdout);
    const told = (await tab.page.evaluate('document.body.innerText')) as string;
    expect(told).toContain(attack.match(/[a-z=]{4,}/)?.[0]);
    expect(await tab.page.evaluate(strangers)).toEqual([]);
    expect(tab.happened()).toEqual([]);
  });
});

test.skipIf(noBrowser).each(kinds)(
  'even a script that got into $kind would not be let run',
  async ({ argv }) => {
    const folder = aFolder({
      'a.yaml': answersSaying('x'),
      'b.yaml': answersSaying('y'),
      'q.yaml': questionnaireSaying('x'),
      's.yaml': small,
    });
    const { stdout } = await hurdles([...argv, '-f', 'html'], { cwd: folder.path });
    const bad = '<script>window.ran = 1</script><svg onload="window.ran = 1"></svg>';
    const tab = await aTab(browser());
    await tab.open(stdout.replace('</body>', `${bad}</body>`));
    expect(await tab.page.evaluate('window.ran')).toBe(undefined);
    const refused = /^console: .*violates.*Content Security Policy/;
    expect(tab.happened().length).toBeGreaterThan(1);
    expect(tab.happened().filter((what) => !refused.test(what))).toEqual([]);
  },
);

test.skipIf(noBrowser)(
  'a PDF that says all of it, in its title, too, does nothing and leads nowhere',
  async () => {
    const folder = aFolder({ 'a.yaml': answersSaying(all.join(' ')) });
    const argv = ['report', 'a.yaml', '--with-worksheets', '-o', 'report.pdf'];
    const { exitCode } = await hurdles(argv, {
      cwd: folder.path,
      env: { ...process.env } as Record<string, string>,
    });
    expect(exitCode).toBe(0);
    const pdf = readFileSync(join(folder.path, 'report.pdf'), 'latin1');
    expect(pdf).toMatch(/\/Creator \(five-hurdles /);
    expect(pdf).not.toMatch(
      /\/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|EmbeddedFile)\b/,
    );
    const leads = [...pdf.matchAll(/\/URI \(([^)]*)\)/g)].map(([, to = '']) => to);
    expect(leads.filter((to) => /javascript|example\.org/i.test(to))).toEqual([]);
  },
);

// Parts no page of ours has.
const strangers = `[...document.querySelectorAll('script, img, iframe, object, embed, form, input, link, base, meta[http-equiv=refresh], [autofocus], a[href^="javascript:" i]')]
  .map((part) => part.outerHTML.slice(0, 100))
  .concat([...document.querySelectorAll('*')].flatMap((part) => [...part.attributes].map(({ name }) => name).filter((name) => name.startsWith('on'))))`;
