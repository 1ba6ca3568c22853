import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assess } from '../src/assessment/assess.ts';
import { parseAnswers } from '../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../src/questionnaire/parse-questionnaire.ts';
import { render } from '../src/report/render.ts';
import { viewOf } from '../src/report/view.ts';

const q = parseQuestionnaire(readFileSync('questionnaires/five-hurdles.yaml', 'utf8'), 'q');
if (!q.ok) {
  console.error(JSON.stringify(q.problems, null, 1));
  process.exit(1);
}
const words: any = {
  de: parse(readFileSync('templates/words.de.yaml', 'utf8')),
  en: parse(readFileSync('templates/words.en.yaml', 'utf8')),
};
const html = readFileSync('templates/report.html.hbs', 'utf8');
const md = readFileSync('templates/report.md.hbs', 'utf8');
const only = process.argv[2];
const ids = q.value.questions.map(({ question }: any) => question.id) as string[];
const fill = (n: number | string, over: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(ids.map((id) => [id, n])),
  ...over,
});
const base = {
  size: 'small',
  sector: 'retail',
  area: 'service',
  use: 'Versand-Chatbot',
  goal: '20 % weniger Anfragen am Telefon',
  stage: 'pilot',
  'private-use': 'known',
  outward: 'inside',
  data: 'internal',
  cases: 'many',
  'tool-count': 'many',
  plans: ['expansion', 'purchase'],
};
const sheets: Record<string, any> = {
  pilot: {
    subject: { name: 'Muster Versand GmbH & Co. KG', use: 'Versand-Chatbot' },
    profile: { ...base, outward: 'customers', data: 'personal' },
    answers: fill(2, {
      'goals.target': {
        answer: 1,
        note: '20 % weniger Anfragen, sagt Frau Xu <script>alert(1)</script> | pipe',
        evidence: 'estimate',
      },
      'goals.problem': { answer: 3, evidence: 'document' },
      'goals.benefit': 0,
      'measurement.baseline': 0,
      'measurement.collection': { answer: 1, evidence: 'records' },
      'measurement.dashboard': 3,
      'measurement.effect': 1,
      'tools.inventory': 'unknown',
      'tools.rules': { answer: 0 },
      'tools.process': 1,
      'testing.cases': 0,
      'testing.automation': { state: 'not-applicable', reason: 'Kein Zugriff auf Versionen' },
      'testing.weekly': 'unknown',
      'testing.human': 1,
      'involvement.experts': 4,
      'involvement.pilot': 1,
      'involvement.mandate': 3,
      'involvement.training': {
        answer: 1,
        evidence: 'example',
        note: 'Nur die Kolleginnen aus dem Lager',
      },
    }),
    steps: {
      'testing.cases': { status: 'doing', who: 'Frau Xu', due: '2026-12-15', note: 'erst 5 Fälle' },
      'goals.target': { status: 'open', who: 'Herr Öz' },
      'goals.benefit': { status: 'dropped' },
    },
  },
  unknown: {
    subject: { name: 'Zahnarztpraxis Dr. Çelik' },
    profile: { ...base, size: 'micro', plans: ['expansion'] },
    answers: fill('unknown', {
      'goals.problem': 2,
      'goals.target': 2,
      'testing.cases': 2,
      'tools.rules': 1,
      'involvement.experts': 2,
      'involvement.training': 2,
      'involvement.mandate': 2,
      'involvement.feedback': 1,
    }),
  },
  good: {
    subject: { name: 'Gut & Söhne OHG', use: 'Angebotstexte' },
    profile: { ...base, plans: [], 'private-use': 'not-known' },
    answers: fill(4),
  },
  target: {
    subject: { name: 'Soll GmbH', use: 'Angebotstexte' },
    profile: { ...base, plans: [], 'private-use': 'not-known' },
    answers: 'target',
  },
  quick: {
    scope: { quick: true },
    subject: { name: 'Bäckerei Huber', use: 'Bestellprognose' },
    profile: { ...base, stage: 'trying', sector: 'food' },
    answers: fill(1),
  },
  role: {
    scope: { role: 'dept' },
    subject: { name: 'Bäckerei Huber', use: 'Bestellprognose' },
    profile: { ...base },
    answers: fill(2),
  },
  none: {
    subject: {},
    profile: { ...base, use: undefined, stage: 'none', plans: ['purchase'], data: 'personal' },
    answers: {
      'goals.problem': 1,
      'goals.target': 0,
      'goals.data': 2,
      'goals.benefit': 2,
      'tools.inventory': 'unknown',
      'tools.rules': 2,
      'involvement.experts': 1,
      'testing.cases': 3,
    },
  },
  empty: { subject: { name: 'Leer AG' }, profile: { stage: 'pilot' }, answers: {} },
};
for (const [name, sheet] of Object.entries(sheets)) {
  if (only && only !== name) continue;
  let answers = sheet.answers;
  const make = (ans: any) => {
    const parsed = parseAnswers(
      JSON.stringify({
        format: 'answers/1',
        questionnaire: { id: 'five-hurdles', version: '1.0.0' },
        updated: '2026-11-20T09:14:00Z',
        language: 'de',
        ...sheet,
        answers: ans,
      }),
      name,
      q.value,
    );
    if (!parsed.ok) {
      console.error(name, JSON.stringify(parsed.problems, null, 1));
      process.exit(1);
    }
    return assess(q.value, parsed.value, { name: 'five-hurdles', version: '1.0.0' });
  };
  if (answers === 'target') {
    const a = make(fill(2));
    answers = Object.fromEntries(
      a.hurdles.flatMap((h: any) =>
        h.questions.filter((x: any) => x.target !== null).map((x: any) => [x.id, x.target]),
      ),
    );
  }
  const assessment = make(answers);
  for (const language of ['de', 'en']) {
    const view: any = viewOf(assessment, q.value, language);
    view.overall.targetIsEnough ??= view.overall.target
      ? Number(view.overall.target.number) < 2
      : false;
    for (const h of view.hurdles)
      h.targetIsEnough ??= h.target ? Number(h.target.replace(',', '.')) < 2 : false;
    const fix = (o: any): void => {
      if (!o || typeof o !== 'object') return;
      if (o.state === 'result' && !('result' in o)) {
        o.result = o.title.startsWith('$below')
          ? 'belowTarget'
          : o.title.startsWith('$spread')
            ? 'spread'
            : 'unknown';
        if (o.title.startsWith('$')) o.title = null;
      } else if ('state' in o && 'title' in o && !('text' in o) && !('result' in o))
        o.result = null;
      Object.values(o).forEach(fix);
    };
    fix(view);
    writeFileSync(`/tmp/rep/${name}.${language}.view.json`, JSON.stringify(view, null, 1));
    writeFileSync(`/tmp/rep/${name}.${language}.html`, render(view, 'html', html, words[language]));
    writeFileSync(`/tmp/rep/${name}.${language}.md`, render(view, 'md', md, words[language]));
  }
}
