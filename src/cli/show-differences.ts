import type { DifferencesView, DifferenceView } from '../report/differences-view-type.ts';
import { wrap } from '../shared/wrap.ts';
import type { paintFor } from './paint.ts';
import type { Lines } from './terminal-page.ts';
import type { Words } from './words/words.ts';

type ResultWords = Words['result'];
type Paint = ReturnType<typeof paintFor>;

// So many fill a screen; all of them are in the report.
const most = 5;

/** Where several roles answered: what they see differently, each question as a line of signs and in words. */
export function apartLines(
  differences: DifferencesView | null,
  words: ResultWords,
  paint: Paint,
  width: number,
): Lines {
  if (differences === null) return [];
  const { rows, several } = differences;
  return [
    ...(rows.length > 0 ? questionLines(differences, words, paint, width) : []),
    ...(rows.length === 0 && several > 0 ? wrap(`  ${words.allAgree(several)}`, width, 2) : []),
    ...profileLines(differences, words, paint, width),
  ];
}

function questionLines(
  { rows, key, blindSpot }: DifferencesView,
  words: ResultWords,
  paint: Paint,
  width: number,
): Lines {
  const more = rows.length - most;
  const signs = key.map(({ role, mark }) => `${mark.sign} ${role}`).join('   ');
  return [
    ...(blindSpot === null ? [] : wrap(`  ${words.blindSpot(blindSpot)}`, width, 2)),
    ...wrap(`  ${signs}`, width, 2),
    ...rows.slice(0, most).flatMap((row) => rowLines(row, words, paint, width)),
    ...(more > 0 ? wrap(`  ${words.moreApart(more)}`, width, 2) : []),
  ];
}

function profileLines(
  { profile }: DifferencesView,
  words: ResultWords,
  paint: Paint,
  width: number,
): Lines {
  if (profile.length === 0) return [];
  return [
    ...wrap(`  ${words.profileApart}`, width, 2),
    ...profile.flatMap(({ title, stands, voices }) => {
      const said = voices.map(({ who, answer, state }) => `${who}: ${answer ?? words.said[state]}`);
      return [
        ...wrap(
          `  ${stands === null ? paint.bold(title) : words.profileStands(paint.bold(title), stands)}`,
          width,
          4,
        ),
        ...wrap(`     ${said.join('; ')}`, width, 5),
      ];
    }),
  ];
}

function rowLines(row: DifferenceView, words: ResultWords, paint: Paint, width: number): Lines {
  const { title, core, track, said, voices } = row;
  const notes = voices.flatMap(({ note, mark }) => (note === null ? [] : [{ note, mark }]));
  const whole = `     ${track}  ${said}`;
  return [
    ...wrap(`  ${paint.bold(title)}${core ? ` (${words.core})` : ''}`, width, 4),
    ...(wrap(whole, width, 5).length === 1
      ? [whole]
      : [`     ${track}`, ...wrap(`     ${said}`, width, 5)]),
    ...notes.flatMap(({ note, mark }) =>
      wrap(`     ${paint.dim(`${mark.sign} ${words.note(note)}`)}`, width, 7),
    ),
  ];
}
