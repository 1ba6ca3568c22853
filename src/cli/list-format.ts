import * as z from 'zod';

/** What `list --json` prints: the questionnaires that there are. */
export const ListFormat = z.object({
  format: z.literal('list/1'),
  questionnaires: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      digest: z.string(),
      languages: z.array(z.string()).describe('The first is the one it was written in.'),
      title: z.record(z.string(), z.string()).describe('In each of its languages.'),
      file: z
        .string()
        .nullable()
        .describe('As hurdles.config.yaml names it; null: it comes with the program.'),
    }),
  ),
  unread: z
    .array(z.object({ id: z.string(), file: z.string(), message: z.string() }))
    .describe('What hurdles.config.yaml names and cannot be read, each with a sentence.'),
});

export type ListResult = z.infer<typeof ListFormat>;
