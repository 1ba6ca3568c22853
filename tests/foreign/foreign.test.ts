import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessWith } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { aggregates } from '../../src/questionnaire/method-format.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import type { Group, Hurdle } from '../../src/questionnaire/questionnaire-format.ts';
import { viewOf } from '../../src/report/view.ts';

type Sheet = {
  /** What the sheet shows, as a sentence. */
  readonly says: string;
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly hurdles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly overall: Readonly<Record<string, unknown>>;
    readonly counts?: Readonly<Record<string, number | null>>;
  };
};

const folder = new URL('./', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const models = files
  .filter((file) => !file.endsWith('.sheets.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''));
const sheets = models.flatMap((model) =>
  sheetsOf(model).map((sheet) => [model, sheet.says, sheet] as const),
);

test('there are at least five models, each with at least four sheets, and no sheets without a model', () => {
  expect(models.length).toBeGreaterThanOrEqual(5);
  expect(files).toHaveLength(2 * models.length);
  for (const model of models) expect(sheetsOf(model).length, model).toBeGreaterThanOrEqual(4);
});

test.each(models)('%s reads without a problem and says first what it mirrors', (model) => {
  const text = textOf(`${model}.yaml`);
  expect(parseQuestionnaire(text, model)).toMatchObject({ ok: true, warnings: [] });
  expect(text).toMatch(/^# Mirrors /);
});

test('together they use every aggregate, policy, kind of scored question and way to combine', () => {
  const all = models.map(questionnaireOf);
  const questions = all.flatMap((one) => one.questions.map(({ question }) => question));
  const used = (values: readonly unknown[]) => [...new Set(values)].sort();
  expect(used(all.flatMap(aggregatesOf))).toEqual([...aggregates].sort());
  expect(used(all.map(({ method }) => method.unknown))).toEqual(['exclude', 'lowest', 'range']);
  expect(used(all.map(({ method }) => method.unanswered))).toEqual(['exclude', 'lowest', 'range']);
  expect(used(questions.map(({ kind }) => kind))).toEqual(['choice', 'level', 'number', 'several']);
  const combined = questions.flatMap((one) => (one.kind === 'several' ? [one.combine] : []));
  expect(used(combined)).toEqual(['max', 'share', 'sum']);
});

test.each(sheets)('%s: %s', (model, _says, sheet) => {
  const questionnaire = questionnaireOf(model);
  const { profile = {}, answers } = sheet;
  const file = {
    format: 'answers/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    profile,
    answers,
  };
  const parsed = parseAnswers(JSON.stringify(file), model, questionnaire);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  const tool = { name: 'hurdles', version: '0.0.0' };
  const assessment = assessWith(engineOf(questionnaire), parsed.value, tool);
  expect(seen(JSON.parse(JSON.stringify(assessment)), sheet.expect)).toEqual(sheet.expect);
});

test.each(sheets)(
  '%s: %s: it can be told in a report',
  (model, _says, { profile = {}, answers }) => {
    const questionnaire = questionnaireOf(model);
    const { id, version } = questionnaire;
    const file = { format: 'answers/1', questionnaire: { id, version }, profile, answers };
    const parsed = parseAnswers(JSON.stringify(file), model, questionnaire);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
    const assessment = assessWith(engineOf(questionnaire), parsed.value, {
      name: 'hurdles',
      version: '0.0.0',
    });
    const view = viewOf(assessment, questionnaire, 'en', reportWords('en'));
    expect(view.hurdles).toHaveLength(questionnaire.hurdles.length);
    for (const { bar } of view.lanes.lanes) expect(bar).toHaveLength(20);
    expect(view.sensitivity.headline).toMatch(/^\p{Lu}.*\.$/u);
  },
);

function sheetsOf(model: string): readonly Sheet[] {
  const file = parse(textOf(`${model}.sheets.yaml`), { merge: true }) as { sheets: Sheet[] };
  return file.sheets;
}

function questionnaireOf(model: string): Questionnaire {
  const parsed = parseQuestionnaire(textOf(`${model}.yaml`), `${model}.yaml`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

function aggregatesOf({ hurdles, method }: Questionnaire): readonly string[] {
  const of = (node: Hurdle | Group): readonly string[] => [
    node.aggregate ?? method.hurdle.aggregate,
    ...node.groups.flatMap(of),
  ];
  return hurdles.flatMap(of);
}

// The same facts as a sheet states them, and no others.
function seen(assessment: Assessment, wanted: Sheet['expect']): unknown {
  const pick = (from: object | undefined, keys: object) =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, from?.[key as keyof typeof from]]));
  const questions = assessment.hurdles.flatMap((hurdle) => hurdle.questions);
  const counts = Object.fromEntries(questions.map(({ id, counts }) => [id, counts]));
  return {
    hurdles: Object.fromEntries(
      Object.entries(wanted.hurdles).map(([id, keys]) => [
        id,
        pick(
          assessment.hurdles.find((hurdle) => hurdle.id === id),
          keys,
        ),
      ]),
    ),
    overall: pick(assessment.overall, wanted.overall),
    ...(wanted.counts ? { counts: pick(counts, wanted.counts) } : {}),
  };
}
