import type { Assessment } from '../assessment/assessment-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { SheetField, Worksheet } from '../questionnaire/worksheet-format.ts';
import { decidedView } from './decided-views.ts';
import { type ReportWords, sayIn } from './report-words.ts';
import { saidFrom } from './sheet-said.ts';
import { tamed } from './tamed.ts';
import { adviceTitle, type Telling, tellingOf } from './telling.ts';
import type { DecidedView, StepView, View } from './view-type.ts';
import type { FieldView, SheetStepView, WorksheetView } from './worksheet-view-type.ts';

/**
 * Fills in every worksheet as far as the company said something: those that open steps of the plan name first, in the
 * order of the plan, then the others.
 *
 * @param language one of the questionnaire's languages
 */
export function worksheetViews(
  assessment: Assessment,
  questionnaire: Questionnaire,
  language: string,
): readonly WorksheetView[] {
  const telling = tellingOf(assessment, questionnaire, language);
  const views = questionnaire.worksheets.map((sheet) => worksheetView(sheet, telling));
  const place = ({ steps }: WorksheetView) =>
    steps.find(({ isDone }) => !isDone)?.rank ?? Number.POSITIVE_INFINITY;
  const byPlace = (a: WorksheetView, b: WorksheetView) =>
    place(a) === place(b) ? 0 : place(a) - place(b);
  return tamed([...views].sort(byPlace));
}

/** How the sheets are handed out beside a report: as files, in its appendix. */
export type HandedOut = { readonly asFiles: boolean; readonly appended: boolean };

/** A report that says where the worksheet of each step is, and has the sheets behind it where they are wanted there. */
export function withWorksheets(
  view: View,
  sheets: readonly WorksheetView[],
  { asFiles, appended }: HandedOut,
  words: ReportWords,
): View {
  const say = sayIn(words, view.language);
  const named = (steps: readonly StepView[]) =>
    steps.map((step): StepView => {
      const sheet = sheets.find(({ steps: helped }) => helped.some(({ id }) => id === step.id));
      if (step.worksheet === null || !sheet) return step;
      const where = [
        ...(asFiles ? [worksheetFile(sheet)] : []),
        ...(appended ? [say('worksheets.appended')] : []),
      ];
      return { ...step, worksheet: `${step.worksheet} (${where.join(', ')})` };
    });
  const { now, next, later } = view.plan;
  const plan = { ...view.plan, now: named(now), next: named(next), later: named(later) };
  return { ...view, plan, worksheets: appended ? sheets : [] };
}

/** What a sheet's file is called: ids are harmless as names. */
export function worksheetFile({ id }: { readonly id: string }): string {
  return `${id}.md`;
}

const usualBlankRows = 6;

function worksheetView(sheet: Worksheet, telling: Telling): WorksheetView {
  const { tell } = telling;
  const steps = stepsHelpedBy(sheet, telling);
  const fields = sheet.fields.map((field) => fieldView(field, steps, telling));
  const isTable = sheet.layout === 'table';
  const printed = Math.max(...sheet.fields.map(({ cells }) => cells.length));
  const filled = isTable
    ? Math.max(printed, fields.some(({ said }) => said.length > 0) ? 1 : 0)
    : 0;
  const blank = isTable ? (sheet.blankRows ?? usualBlankRows) : 0;
  return {
    id: sheet.id,
    title: tell(sheet.title),
    layout: sheet.layout,
    steps,
    said: saidFrom(sheet.from ?? [], steps, telling),
    fields,
    rows: upTo(filled).map((_number, row) =>
      sheet.fields.map(({ cells }, column) => {
        const cell = cells[row];
        const said = row === 0 ? (fields[column]?.said ?? []) : [];
        return { text: cell ? tell(cell) : '', said };
      }),
    ),
    blankRows: upTo(blank).map(() => upTo(fields.length)),
  };
}

function fieldView(
  { text, hint, from, lines }: SheetField,
  steps: readonly SheetStepView[],
  telling: Telling,
): FieldView {
  return {
    label: telling.tell(text),
    hint: hint ? telling.tell(hint) : null,
    said: saidFrom(from, steps, telling),
    lines: upTo(lines),
  };
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_none, index) => index + 1);
}

function stepsHelpedBy({ id: sheet }: Worksheet, telling: Telling): readonly SheetStepView[] {
  const { open, done, others } = telling.plan;
  const helps = ({ id }: { readonly id: string }) => telling.advice(id)?.worksheet === sheet;
  const step = (id: string, rank: number | null, isDone: boolean): SheetStepView => ({
    id,
    rank,
    title: adviceTitle(telling, id),
    owner: telling.role(telling.advice(id)?.owner ?? ''),
    isDone,
    decided: stillDecided(decidedView(telling, id)),
  });
  return [
    // What is still to be found out needs no sheet yet.
    ...open
      .filter((one) => one.kind === 'improve' && helps(one))
      .map(({ id, rank }) => step(id, rank, false)),
    ...others.filter(helps).map(({ id }) => step(id, null, false)),
    ...done.filter(helps).map(({ id, rank }) => step(id, rank, true)),
  ];
}

// What is done is due no more.
function stillDecided(decided: DecidedView | null): DecidedView | null {
  return decided?.status === 'done' ? { ...decided, due: null } : decided;
}
