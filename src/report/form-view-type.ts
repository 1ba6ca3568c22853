import type { Evidence } from '../questionnaire/evidence.ts';
import type { QuantityView } from './quantity.ts';
import type { QuestionnaireName } from './questionnaire-view-type.ts';

/**
 * A questionnaire as a form to fill in with a pen: only what is asked. No points, targets, rules or advice, which
 * would steer the answers; but the ids by which someone types the form into an answers file.
 */
export type FormView = QuestionnaireName & {
  readonly intro: string | null;
  /** How to answer. */
  /** Whether a profile question asks what the form is about, so that its head need not. */
  readonly asksForUse: boolean;
  readonly start: readonly string[];
  /** Who fills it in, where the form is for one role only. */
  readonly role: string | null;
  /** To choose from otherwise. */
  readonly roles: readonly { readonly code: string; readonly text: string }[];
  readonly profile: readonly FormQuestion[];
  readonly hurdles: readonly FormHurdle[];
  readonly evidence: readonly Evidence[];
};

export type FormHurdle = {
  readonly number: string;
  readonly title: string;
  readonly lead: string | null;
  readonly branches: readonly {
    readonly heading: string;
    /** The groups down to this one; null for the hurdle itself. */
    readonly title: string | null;
    readonly questions: readonly FormQuestion[];
  }[];
};

export type FormQuestion = {
  readonly id: string;
  readonly number: string;
  /** Null where it has no short name. */
  readonly title: string | null;
  readonly text: string;
  readonly help: string | null;
  readonly examples: readonly { readonly when: string | null; readonly text: string }[];
  /** To be answered only if; null where it always is. */
  readonly when: string | null;
  /** Not to be answered if, because it is not due then; null where there is no such case. */
  readonly notDue: string | null;
  /** One box or as many as apply; null where there is a line to write on. */
  readonly tick: 'one' | 'several' | null;
  readonly line: 'number' | 'text' | null;
  readonly quantity: QuantityView;
  readonly boxes: readonly FormBox[];
  /** So few words that two boxes stand beside each other. */
  readonly areBoxesShort: boolean;
  /** The boxes that are no answer of the question's own. */
  readonly ways: readonly FormWay[];
  readonly optional: boolean;
  readonly required: boolean;
  /** A line for a note, and boxes for what backs the answer. */
  readonly hasNote: boolean;
  readonly hasEvidence: boolean;
};

export type FormBox = {
  /** What is typed into the answers file for it. */
  readonly code: string;
  readonly text: string;
  readonly meaning: string | null;
  /** Not together with others. */
  readonly exclusive: boolean;
};

export type FormWay = {
  readonly kind: 'none' | 'unknown' | 'not-applicable';
  /** Null where it is the kind itself. */
  readonly code: string | null;
};
