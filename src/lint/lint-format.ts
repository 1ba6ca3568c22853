import * as z from 'zod';

/** What `lint -f json` prints: everything found in all files. */
export const LintFormat = z.object({
  format: z.literal('lint/1'),
  problems: z.array(
    z.object({
      file: z.string().describe('As it was named; <stdin> for standard input.'),
      line: z.int().min(1),
      column: z.int().min(1),
      severity: z.enum(['error', 'warning', 'note']),
      code: z.string().describe('What kind of problem, never reworded.'),
      message: z.string().describe('For people, in the language of the talk.'),
      hint: z.string().nullable().describe('What to do.'),
      fixable: z.boolean().describe('Whether `--fix` puts it right.'),
      facts: z.record(z.string(), z.unknown()).describe('What the message is made of.'),
    }),
  ),
  unread: z.array(z.string()).describe('What could not be read or written, each in a sentence.'),
});

export type LintResult = z.infer<typeof LintFormat>;
