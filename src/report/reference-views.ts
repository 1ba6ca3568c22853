import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Tell } from '../questionnaire/teller.ts';
import { dayInWords } from '../shared/day.ts';
import type { View } from './view-type.ts';

/** Words figures from studies, each with its year, base and source. */
export function factViews({ facts }: Questionnaire, tell: Tell): View['facts'] {
  return facts.map(({ text, year, base, source }) => ({
    text: tell(text),
    year: String(year),
    base: tell(base),
    source,
  }));
}

/** Words the dated hints. */
export function hintViews({ hints }: Questionnaire, tell: Tell, language: string): View['hints'] {
  return hints.map(({ title, asOf, intro, points }) => ({
    title: tell(title),
    asOf: { iso: asOf, text: dayInWords(asOf, language) },
    intro: intro ? tell(intro) : null,
    points: points.map(tell),
  }));
}

/** Words what a questionnaire rests on. */
export function sourceViews({ sources }: Questionnaire, tell: Tell): View['sources'] {
  return sources.map(({ author, title, publisher, date, note }) => ({
    text: [author, title, publisher, date].filter(Boolean).join(', '),
    note: note ? tell(note) : null,
  }));
}

/** What a questionnaire has to say at one place. */
export function notesAt(
  { notes }: Questionnaire,
  place: Questionnaire['notes'][number]['at'],
  tell: Tell,
): readonly string[] {
  return notes.filter(({ at }) => at === place).map(({ text }) => tell(text));
}
