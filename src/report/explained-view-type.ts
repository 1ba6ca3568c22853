/** Something explained for a reader: worded, rounded, in reading order. */
export type ExplainedView = {
  /** `kind:id`, or `company`. */
  readonly ref: string;
  readonly id: string;
  readonly kind: string;
  /** "Hurdle: Unclear goals". */
  readonly title: string;
  /** What came out, in a sentence. */
  readonly summary: string;
  readonly parts: readonly ExplainedPart[];
};

/** A part with a heading and its lines. */
export type ExplainedPart = {
  readonly title: string;
  readonly rows: readonly ExplainedRow[];
  /** Whether the labels say of each row if it holds; they are repeated then. */
  readonly checks: boolean;
};

/** A line: what it is, and how it comes about. */
export type ExplainedRow = { readonly label: string; readonly text: string };

/** The chapter of a report that shows how its numbers came about. */
export type ChapterView = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly ExplainedView[];
};
