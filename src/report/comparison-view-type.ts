import type { BrandView, View } from './view-type.ts';

/**
 * What a comparison shows: worded in one language, rounded, in reading order. Whatever can be said in sentences is a
 * group of lists; templates and the terminal only lay out.
 */
export type ComparisonView = {
  readonly language: string;
  readonly tool: View['tool'];
  readonly questionnaire: View['questionnaire'];
  /** Whose look it has; null: that of the program. */
  readonly brand: BrandView | null;
  readonly isOfUses: boolean;
  /** The company, or the questionnaire where nobody is named. */
  readonly title: string;
  /** What is assessed, with what the questionnaire calls it; null among several. */
  readonly use: string | null;
  readonly useTitle: string | null;
  /** The first day and the last; null where one is missing or there is only one. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly states: readonly ComparedStateView[];
  /** What cannot be compared, and what to know of it. */
  readonly remarks: readonly string[];
  /** Said instead of everything else where nothing changed. */
  readonly unchanged: { readonly title: string; readonly means: string } | null;
  readonly before: readonly GroupView[];
  readonly results: ResultsView | null;
  readonly trend: TrendView | null;
  readonly after: readonly GroupView[];
};

export type ComparedStateView = {
  /** Short, and unlike any other's: a day, a letter. */
  readonly label: string;
  /** The file, the AI use. */
  readonly name: string;
  readonly use: string | null;
  readonly day: string | null;
};

export type GroupView = {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly lists: readonly ListView[];
};

/** Items of one kind: what was lifted, what rose. */
export type ListView = {
  readonly title: string;
  readonly mark: Mark;
  readonly items: readonly ItemView[];
};

/** Never alone: the title of the list says the same in words. */
export type Mark = 'good' | 'bad' | 'up' | 'down' | 'plain' | 'still';

export type ItemView = {
  readonly text: string;
  /** From what to what. */
  readonly change: string | null;
  readonly details: readonly string[];
  /** Further details for paper, too long for a terminal. */
  readonly more: readonly string[];
};

export type ResultsView = {
  readonly title: string;
  /** In sentences: where the company stands now, its target, what is reached. */
  readonly lead: readonly string[];
  readonly caption: string;
  readonly columns: readonly string[];
  /** What the last two columns are called; null where nothing is compared. */
  readonly changeColumn: string | null;
  readonly targetColumn: string;
  readonly rows: readonly ResultRowView[];
  /** Those of all rows, each with what it is about. */
  readonly remarks: readonly string[];
};

export type ResultRowView = {
  readonly title: string;
  readonly kind: 'overall' | 'hurdle' | 'figure';
  readonly cells: readonly string[];
  readonly direction: string | null;
  readonly mark: Mark;
  readonly target: string | null;
  /** The same where no column says what it is. */
  readonly targetSaid: string | null;
  /** Gates that no longer limit, or do now. */
  readonly remarks: readonly string[];
};

export type TrendView = {
  readonly title: string;
  /** What it means: how many hurdles stand higher, how many lower. */
  readonly means: string;
  readonly lead: string;
  readonly width: number;
  readonly height: number;
  /** Where a level begins; from the lowest up. */
  readonly levels: readonly { readonly y: number; readonly number: string }[];
  readonly days: readonly { readonly x: number }[];
  readonly axis: string;
  readonly charts: readonly TrendChartView[];
};

export type TrendChartView = {
  readonly title: string;
  /** From which level to which, and the target. */
  readonly means: string;
  /** The same in words. */
  readonly description: string;
  /** Steps of an SVG path; empty where there is nothing to draw. */
  readonly line: string;
  readonly target: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** What is possible above a point. */
  readonly possible: readonly {
    readonly x: number;
    readonly from: number;
    readonly to: number;
  }[];
};
