import * as z from 'zod';

/** A level of a hurdle or of the company; null where none can be told. */
export const LevelGiven = z.int().min(0).nullable();

/** An answer as it was given: a level, a number, an option, several options. */
export const AnswerGiven = z.union([z.number(), z.string(), z.array(z.string())]);
