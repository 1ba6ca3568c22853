import type * as Core from '../../src/index.ts';
import type { Template, Words } from '../../src/index.ts';
import type * as Problems from '../../src/problems.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { root } from './run.ts';

const built = async (entry: string) => import(`${root}dist/lib/${entry}.js`);

/** The library as it is published, all its entries together. */
export const library = {
  ...((await built('index')) as typeof Core),
  ...((await built('problems')) as typeof Problems),
  ...((await built('templates')) as Readonly<
    Record<
      | 'reportHtml'
      | 'reportMarkdown'
      | 'comparisonHtml'
      | 'comparisonMarkdown'
      | 'planMarkdown'
      | 'worksheetMarkdown',
      Template
    >
  >),
  ...((await built('words')) as Readonly<Record<'de' | 'en', Words>>),
  ...((await built('questionnaires/five-hurdles')) as { readonly questionnaire: Questionnaire }),
};
