import * as z from 'zod';
import { EvidenceKind } from './view-parts-format.ts';

export const MarkFormat = z
  .strictObject({
    shape: z.enum(['circle', 'square', 'triangle', 'diamond']).describe('In a picture.'),
    filled: z.boolean().describe('Filled, or only its outline.'),
    sign: z.string().describe('As a character.'),
  })
  .meta({ id: 'Mark' });

const who = z.string().describe('The role; with the name, where it is kept.');
const answer = z.string().nullable().describe('The answer as a sentence.');

export const VoiceFormat = z.strictObject({
  who,
  said: z.string().nullable().describe('Briefly: a level as a number; null: not known.'),
  answer,
  state: z
    .enum(['answered', 'unknown', 'not-applicable', 'unanswered'])
    .describe('Whether there is an answer.'),
  note: z.string().nullable().describe('What was noted beside it.'),
  evidence: EvidenceKind.nullable().describe('What backs the answer.'),
  mark: MarkFormat.describe('The sign of the role.'),
  x: z.number().nullable().describe('Where it stands in the picture; null: not known.'),
});

export const DifferenceFormat = z.strictObject({
  title: z.string().describe('Short name of the question.'),
  hurdle: z.string().describe('The title of its hurdle.'),
  core: z.boolean().describe('A core question.'),
  spread: z.string().describe('How far the roles are apart, in levels or points.'),
  isLevel: z.boolean().describe('The answers are levels.'),
  said: z.string().describe('Briefly: "Management 3, Department 0".'),
  track: z.string().describe('The scale and the signs on it as characters: "0 ●──┼──○ 2".'),
  scale: z
    .strictObject({
      from: z.string().describe('The lowest answer there is.'),
      to: z.string().describe('The highest.'),
      x: z.number().describe('Where it begins in the picture.'),
      width: z.number().describe('How wide it is.'),
      ticks: z.array(z.number()).describe('Where the answers between stand.'),
      span: z
        .strictObject({
          x: z.number().describe('Where it begins.'),
          width: z.number().describe('How wide it is.'),
        })
        .describe('From the lowest to the highest answer given.'),
    })
    .describe('The scale of the picture.'),
  voices: z.array(VoiceFormat).describe('What each role said.'),
});

export const ProfileDifferenceFormat = z.strictObject({
  title: z.string().describe('Short name of the question.'),
  stands: z.string().nullable().describe('The answer that counts.'),
  voices: z
    .array(
      z.strictObject({
        who,
        answer,
        state: z
          .enum(['answered', 'unknown', 'not-applicable'])
          .describe('Whether there is an answer.'),
      }),
    )
    .describe('What each role said.'),
});

/** How several roles see the same company: each question on which they differ, as a picture and in words. */
export const DifferencesFormat = z
  .strictObject({
    several: z.number().describe('Questions that at least two people answered.'),
    differing: z.number().describe('Those of them on which they differ.'),
    key: z
      .array(
        z.strictObject({
          role: z.string().describe('The role.'),
          mark: MarkFormat.describe('Its sign.'),
        }),
      )
      .describe('The sign of each role in the pictures.'),
    blindSpot: z
      .strictObject({
        one: z.string().describe('The role with the better view.'),
        other: z.string().describe('The one with the worse.'),
        both: z.number().describe('Questions that both answered.'),
        better: z.number().describe('Where the first sees it better.'),
        worse: z.number().describe('Where it sees it worse.'),
        same: z.number().describe('Where both see the same.'),
      })
      .nullable()
      .describe('The two roles that see most differently.'),
    rows: z
      .array(DifferenceFormat)
      .describe('The furthest apart first, core questions before others.'),
    profile: z
      .array(ProfileDifferenceFormat)
      .describe('What they say differently about the company itself.'),
  })
  .meta({ id: 'Differences' });

/** What the answers of one role cover, and who can answer the rest. */
export const CoversFormat = z
  .strictObject({
    asked: z.number().describe('Questions that this role was asked.'),
    due: z.number().describe('All that are due.'),
    hurdles: z
      .array(
        z.strictObject({
          extent: z.enum(['whole', 'part', 'none']).describe('Wholly, in part, not at all.'),
          titles: z.array(z.string()).describe('Titles of the hurdles.'),
        }),
      )
      .describe('What it covers how far; an extent without hurdles is left out.'),
    others: z.number().describe('The questions of other roles.'),
    restShared: z.boolean().describe('Some of them can be answered by more than one role.'),
    rest: z
      .array(
        z.strictObject({
          role: z.string().describe('The role.'),
          questions: z.number().describe('How many.'),
        }),
      )
      .describe('Who can answer how many of the rest, most first.'),
  })
  .meta({ id: 'Covers' });
