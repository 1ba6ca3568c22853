/** The pictures of a report, laid out: positions in units of each view box, texts worded; nothing left to compute. */
export type PicturesView = {
  /** What the picture of the hurdles says about this company: sentences. */
  readonly lanes: string;
  /** Null without a plan. */
  readonly matrix: MatrixView | null;
  readonly timeline: TimelineView | null;
};

/** Effort against impact: each step of the plan a numbered sign, the first ones named beside it. */
export type MatrixView = {
  readonly width: number;
  readonly height: number;
  /** What it says about this plan: sentences. */
  readonly caption: string;
  /** Where the signs may stand, and where the line under them is drawn. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Along the effort: person-days. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** Greatest impact first; below all what is first to be found out. */
  readonly bands: readonly MatrixBandView[];
  readonly dots: readonly DotView[];
  /** Which signs need a word in the key. */
  readonly hasOthers: boolean;
  readonly hasFindOut: boolean;
  /** How many steps are not shown because the plan is too long; null where all are. */
  readonly leftOut: string | null;
};

export type MatrixBandView = {
  readonly y: number;
  readonly height: number;
  /** Where its label stands. */
  readonly middle: number;
  /** "Impact 5". */
  readonly label: string;
  /** The same in words, for whoever does not see the picture. */
  readonly steps: readonly {
    readonly rank: number;
    readonly title: string;
    readonly effort: string;
    readonly days: number;
  }[];
};

export type DotView = {
  readonly x: number;
  readonly y: number;
  readonly rank: number;
  /** One of the first steps: filled and named. */
  readonly isFirst: boolean;
  readonly isFindOut: boolean;
  readonly label: {
    readonly x: number;
    readonly anchor: 'start' | 'end';
    readonly text: string;
    readonly width: number;
  } | null;
};

/** The plan over time: a row for each step, a bar from its beginning to its end, arrows from what it waits for. */
export type TimelineView = {
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** From where to where the lines of the weeks are drawn. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly phases: readonly { readonly phase: Phase; readonly y: number; readonly text: string }[];
  readonly rows: readonly TimelineRowView[];
  /** Paths, each with its head. */
  readonly arrows: readonly { readonly line: string; readonly head: string }[];
  readonly leftOut: string | null;
};

export type Phase = 'now' | 'next' | 'later';

export type TimelineRowView = {
  readonly rank: number;
  readonly phase: Phase;
  readonly title: string;
  /** The title in lines that fit beside the bar, each with its baseline. */
  readonly lines: readonly { readonly y: number; readonly text: string }[];
  readonly y: number;
  readonly height: number;
  /** The middle of the row. */
  readonly middle: number;
  readonly bar: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** "2 weeks". */
  readonly lasts: string;
  /** When, how long, after what: a sentence without a stop. */
  readonly said: string;
  /** The bar in a picture that is 100 wide. */
  readonly share: { readonly x: number; readonly width: number };
};
