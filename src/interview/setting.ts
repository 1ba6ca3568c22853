import type { Engine } from '../assessment/engine.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { Beside } from './asking.ts';
import type { Asker } from './card.ts';
import type { InterviewWords } from './interview-words.ts';
import type { Pace } from './pace.ts';
import type { Turn } from './turns.ts';

/** What came of saving: the answers as they then stand, or why it could not be done. */
export type Saved =
  | {
      readonly ok: true;
      readonly answers: Answers;
      /** Somebody else had changed the file; that is kept. */
      readonly changedMeanwhile: boolean;
    }
  | { readonly ok: false; readonly why: string };

/** Saves one answer before the next question is asked. */
export type Save = (turn: Turn, answer: Answer) => Saved;

/** What an interview is held with. */
export type Setting = {
  readonly engine: Engine;
  readonly asker: Asker;
  readonly save: Save;
  readonly language: string;
  readonly words: InterviewWords;
  /** Seconds since some moment. */
  readonly clock: () => number;
};

/** How it ended, and the answers as they then stand. `unsaved`: the last one could not be saved. */
export type Outcome = {
  readonly kind: 'finished' | 'stopped' | 'unsaved' | 'ended' | 'interrupted';
  readonly answers: Answers;
};

/** What is remembered of one sitting, beside the answers. */
export type Sitting = {
  pace: Pace;
  drafts: Map<string, Beside>;
  /** Contradictions that stood or were asked back. */
  met: Set<number>;
  /** Turns whose remark was made. */
  remarked: Set<string>;
  /** Hurdles whose end was told. */
  told: Set<number>;
};
