import type { ReportWords } from '../report/report-words.ts';

/** What reports say in one language; `five-hurdles/words` has `de` and `en`. */
export type Words = {
  /** As in the `languages` of questionnaires: `de`. */
  readonly language: string;
  readonly texts: ReportWords;
};
