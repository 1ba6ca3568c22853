import { parse } from 'yaml';
import { aQuestionnaireText } from './a-questionnaire.ts';

/** Texts that would do something where they are taken for more than text. */
export const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '--></style><script>alert(1)</script>',
  '=cmd()|calc',
  '<script>alert(1)</script> | =cmd() \u202e \u001b[2J',
  '[click](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '`code` **bold** _it_ ~~no~~ #1 @someone',
  '| a | b |\n# heading\n- [x] done\n```\nfence',
  '\u001b[2J\u001b]0;title\u0007\u202eevil\u2066',
  '{{constructor.constructor "return process"}}',
  '_www.example.org _http://example.org 1https://example.org',
  '::stop-commands::x ##[error]x ##vso[task.setvariable variable=x]y',
  '\n::error file=x::evil\r::stop-commands::x%0A::error::evil',
];

/** Answers with this text wherever a company can write one; `broken` adds it where no text belongs. */
export function answersSaying(text: string, broken = false): string {
  const said = JSON.stringify(text);
  return `format: answers/1
questionnaire: { id: five-hurdles }
subject: { name: ${said}, use: ${said} }
profile: { stage: pilot, use: ${said}, goal: ${said}, outward: inside }
answers:
  goals.problem:
    answer: 1
    note: ${said}
    sources:
      - { role: mgmt, name: ${said}, answer: 3, note: ${said} }
      - { role: dept, name: ${said}, answer: 1, note: ${said} }
  tools.process: { answer: 1, sources: [{ role: dept, state: not-applicable, reason: ${said} }] }
  testing.monitoring: { state: not-applicable, reason: ${said} }
steps:
  goals.problem: { status: doing, who: ${said}, due: 2026-12-01, note: ${said} }
${broken ? `${said}: 1\nscope: { role: ${said} }\n` : ''}`;
}

/** The small questionnaire, and what it leaves out, with every text in it saying this. */
export function questionnaireSaying(text: string): string {
  const said = { de: text, en: text };
  const whole = parse(
    aQuestionnaireText(
      ['version: 1.2.0', 'version: 1.2.0\nlicence: x\nauthors: [x]\nintro: { de: x, en: x }'],
      [
        '\ngates:',
        `
notes:
  - { at: start, text: { de: x, en: x } }
  - { at: plan, text: { de: x, en: x } }
  - { at: method, text: { de: x, en: x } }
  - { at: help, text: { de: x, en: x } }
sources:
  - { title: x, author: x, publisher: x, date: x, note: { de: x, en: x } }

gates:`,
      ],
      [
        'core: true',
        `core: true
        source: { de: x, en: x }
        help: { de: x, en: x }
        note: { de: x, en: x }
        evidence: { de: x, en: x }
        examples: [{ when: { stage: pilot }, text: { de: x, en: x } }]`,
      ],
      [
        'text: { de: "Noch nicht kaufen", en: "Do not buy yet" }',
        `lifted: { de: x, en: x }
    text: { de: x, en: x, variants: [{ when: { stage: pilot }, text: { de: x, en: x } }] }`,
      ],
      ['label: { de: "Pilot", en: "Pilot" }', 'label: { de: x, en: x }, meaning: { de: x, en: x }'],
      ['worksheet: sheet', 'worksheet: sheet\n          kpi: { de: x, en: x }'],
    ),
  );
  const spoken = ['licence', 'author', 'publisher', 'date', 'source', 'title'];
  const saying = (part: unknown, key = ''): unknown => {
    if (typeof part === 'string') return spoken.includes(key) ? text : part;
    if (Array.isArray(part)) return part.map((one) => (key === 'authors' ? text : saying(one)));
    if (part === null || typeof part !== 'object') return part;
    const here = Object.fromEntries(Object.entries(part).map(([k, one]) => [k, saying(one, k)]));
    return 'de' in part ? { ...here, ...said } : here;
  };
  return JSON.stringify({ ...(saying(whole) as object), cases: [] });
}
