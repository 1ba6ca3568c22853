/** What one can do at a question besides answering it. */
export type Command =
  | 'back'
  | 'forward'
  | 'unknown'
  | 'not-applicable'
  | 'note'
  | 'evidence'
  | 'help'
  | 'list'
  | 'stop';

/** How far along one is. */
export type Progress = {
  /** The place of the question in its part, from 1: the profile, or the questions of all hurdles. */
  readonly number: number;
  readonly of: number;
  /** How much of all that is due is answered. */
  readonly answered: number;
  readonly due: number;
  /** Whole minutes that the open ones will take at the pace so far; null before there is one to ask. */
  readonly minutes: number | null;
};

/** Something to be asked, worded and ready to be shown; how, is the business of whoever asks. */
export type Card = {
  /** Whether what is answered is kept; a choice of where to go on is not. */
  readonly isKept: boolean;
  /** A short name of the question. */
  readonly title: string;
  /** What part of the conversation this is: the hurdle, the profile. */
  readonly part: string;
  readonly progress: Progress | null;
  /** What is to be said before asking again. */
  readonly remark: string | null;
  readonly text: string;
  readonly form: Form;
  /** What was said before, in words; null where nothing was. */
  readonly before: string | null;
  /** What stands beside the answer: note, evidence. */
  readonly beside: readonly string[];
  /** Why it is asked, an example, what would prove it; empty where there is nothing to say. */
  readonly help: readonly string[];
  /** In the order they are named in. */
  readonly commands: readonly Command[];
};

export type Form =
  | {
      readonly kind: 'one';
      readonly options: readonly Option[];
      /** Where in `options` the answer so far is; null where it is none of them. */
      readonly chosen: number | null;
    }
  | {
      readonly kind: 'several';
      readonly options: readonly Option[];
      readonly chosen: readonly number[];
      /** Those that go with no other. */
      readonly alone: readonly number[];
      /** What is wrong with a choice; null where nothing is. */
      readonly complaint: (picked: readonly number[]) => string | null;
    }
  | {
      readonly kind: 'line';
      /** What stands in the line at first. */
      readonly given: string;
      readonly mayBeEmpty: boolean;
      /** What is to be known of what is typed: a unit, a range. */
      readonly hints: readonly string[];
      /** What is wrong with what was typed; null where nothing is. */
      readonly complaint: (typed: string) => string | null;
      /** In the end what was understood, not what was typed. */
      readonly understood: (typed: string) => string;
    };

/** Whether what was answered before is to be seen in the form itself. */
export function showsAnswer(form: Form): boolean {
  switch (form.kind) {
    case 'one':
      return form.chosen !== null;
    case 'several':
      return form.chosen.length > 0;
    case 'line':
      return form.given !== '';
    default:
      return form satisfies never;
  }
}

export type Option = {
  /** What is typed to choose it: the level, or its place. */
  readonly key: string;
  readonly text: string;
  /** What is meant by it. */
  readonly meaning: string | null;
};

/** What somebody did at a card. `end`: there is nobody there any more; `interrupted`: they want out at once. */
export type Said =
  | { readonly kind: 'picked'; readonly picked: readonly number[] }
  | { readonly kind: 'typed'; readonly typed: string }
  | { readonly kind: Command | 'end' | 'interrupted' };

/** Whoever asks: a terminal that draws, or one that only writes line by line. */
export type Asker = {
  readonly ask: (card: Card) => Promise<Said>;
  /** The last answer is saved: only now may it be shown as given. */
  readonly saved: () => void;
  /** Says something between two questions. */
  readonly say: (text: string) => void;
  /** Lets choose among a few texts, outside of the questions; null where nobody does. */
  readonly choose: (text: string, options: readonly string[]) => Promise<number | null>;
};

/** A card with nothing but a text and options, of which the first is the usual one. */
export function plainCard(title: string, text: string, options: readonly string[]): Card {
  return {
    isKept: false,
    title,
    part: title,
    progress: null,
    remark: null,
    text,
    form: {
      kind: 'one',
      options: options.map((option, index) => ({
        key: String(index + 1),
        text: option,
        meaning: null,
      })),
      chosen: null,
    },
    before: null,
    beside: [],
    help: [],
    commands: [],
  };
}
