import type * as z from 'zod';
import type {
  CoversFormat,
  DifferenceFormat,
  DifferencesFormat,
  MarkFormat,
  ProfileDifferenceFormat,
  VoiceFormat,
} from './differences-view-format.ts';
import type { Unchanging } from './unchanging.ts';

/** How several roles see the same company: each question on which they differ, as a picture and in words. */
export type DifferencesView = Unchanging<z.infer<typeof DifferencesFormat>>;

/** A question about the company on which roles differ. */
export type ProfileDifferenceView = Unchanging<z.infer<typeof ProfileDifferenceFormat>>;

export type DifferenceView = Unchanging<z.infer<typeof DifferenceFormat>>;

export type VoiceView = Unchanging<z.infer<typeof VoiceFormat>>;

/** A role's sign: its shape in a picture, and as a character. */
export type Mark = Unchanging<z.infer<typeof MarkFormat>>;

export type Shape = Mark['shape'];

/** What the answers of one role cover, and who can answer the rest. */
export type CoversView = Unchanging<z.infer<typeof CoversFormat>>;
