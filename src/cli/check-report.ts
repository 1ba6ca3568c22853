import type { Check } from '../assessment/check/check-format.ts';
import type { ToldFile } from './check-told.ts';
import { githubNotes } from './github-notes.ts';
import type { Io } from './io.ts';
import { jsonText } from './json-text.ts';
import { junitText } from './junit-text.ts';
import { showCheck } from './show-check.ts';
import type { Words } from './words/words.ts';

export type CheckReportFormat = 'text' | 'github' | 'junit' | 'json';

type CheckReport = (check: Check, files: readonly ToldFile[], words: Words, io: Io) => string;

/** Tells what was found: to people, to GitHub beside the lines of a pull request, to a display of tests, to programs. */
export const checkReports: Readonly<Record<CheckReportFormat, CheckReport>> = {
  text: (_check, files, words, io) => showCheck(files, words, io),
  github: (_check, files, words) => files.map((file) => githubNotes(file, words)).join(''),
  junit: (_check, files, words) => junitText(files, words),
  json: (check) => jsonText(check),
};
