/** How several roles see the same company: each question on which they differ, as a picture and in words. */
export type DifferencesView = {
  /** Questions that at least two people answered, and those of them on which they differ. */
  readonly several: number;
  readonly differing: number;
  /** The sign of each role in the pictures. */
  readonly key: readonly { readonly role: string; readonly mark: Mark }[];
  /** The two roles that see most differently, the one with the better view first; null where none differ. */
  readonly blindSpot: {
    readonly one: string;
    readonly other: string;
    readonly both: number;
    readonly better: number;
    readonly worse: number;
    readonly same: number;
  } | null;
  /** The furthest apart first, core questions before others. */
  readonly rows: readonly DifferenceView[];
  /** What they say differently about the company itself, in the order of the questionnaire. */
  readonly profile: readonly ProfileDifferenceView[];
};

/** A question about the company on which roles differ. */
export type ProfileDifferenceView = {
  readonly title: string;
  /** The answer that counts; null where it does not apply or nobody knows. */
  readonly stands: string | null;
  readonly voices: readonly {
    readonly who: string;
    readonly answer: string | null;
    readonly state: 'answered' | 'unknown' | 'not-applicable';
  }[];
};

export type DifferenceView = {
  readonly title: string;
  readonly hurdle: string;
  readonly core: boolean;
  /** In levels or points: "3". */
  readonly spread: string;
  /** Whether the answers are levels. */
  readonly isLevel: boolean;
  /** "Management 3, Department 0". */
  readonly said: string;
  /** The scale and each role's sign on it, as characters: "0 ●──┼──○ 2". */
  readonly track: string;
  readonly scale: {
    readonly from: string;
    readonly to: string;
    /** Where it begins in the picture and how wide it is. */
    readonly x: number;
    readonly width: number;
    readonly ticks: readonly number[];
    /** From the lowest to the highest answer. */
    readonly span: { readonly x: number; readonly width: number };
  };
  readonly voices: readonly VoiceView[];
};

export type VoiceView = {
  /** With the name, where it is kept. */
  readonly who: string;
  /** Briefly: a level as a number; null where it is not known. */
  readonly said: string | null;
  /** The answer as a sentence, or null. */
  readonly answer: string | null;
  readonly state: 'answered' | 'unknown' | 'not-applicable' | 'unanswered';
  readonly note: string | null;
  readonly evidence: 'estimate' | 'example' | 'document' | 'records' | null;
  readonly mark: Mark;
  /** Where it stands in the picture; null where it is not known. */
  readonly x: number | null;
};

/** A role's sign: its shape in a picture, and as a character. */
export type Mark = { readonly shape: Shape; readonly filled: boolean; readonly sign: string };

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond';

/** What the answers of one role cover, and who can answer the rest. */
export type CoversView = {
  /** Questions that this role was asked, of all that are due. */
  readonly asked: number;
  readonly due: number;
  /** The hurdles that it covers wholly, in part, not at all; those with none are left out. */
  readonly hurdles: readonly {
    readonly extent: 'whole' | 'part' | 'none';
    readonly titles: readonly string[];
  }[];
  /** The rest; and whether some of it can be answered by more than one role. */
  readonly others: number;
  readonly restShared: boolean;
  /** Who can answer how many of the rest; most first. */
  readonly rest: readonly { readonly role: string; readonly questions: number }[];
};
