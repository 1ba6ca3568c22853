import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import { daysBetween } from '../../shared/day.ts';
import type { Assessment } from '../assessment-format.ts';
import { answeredEdition, comparability } from '../comparability.ts';
import type { Baseline } from './check-format.ts';

/** More days than that lie between a baseline and what is held against it only where somebody forgot it. */
const farOlder = 365;

/**
 * What there is to know of a baseline before one trusts it: whether it can be compared, how old it is, whether it is
 * about the same.
 *
 * @param judgedAnew it was stored when another edition of the questionnaire was at hand
 */
export function baselineTold(
  file: string,
  before: Assessment,
  now: Assessment,
  questionnaire: Questionnaire,
  judgedAnew: boolean,
): Baseline {
  const comparable = comparability(before, now, questionnaire);
  const [from, to] = [before.date, now.date];
  const differs = (of: 'name' | 'use') => {
    const [one = '', other = ''] = [before.subject[of]?.trim(), now.subject[of]?.trim()];
    return one !== '' && other !== '' && one !== other;
  };
  const isOther = answeredEdition(before) !== answeredEdition(now);
  const remarks: readonly [Baseline['remarks'][number], boolean][] = [
    ['other-major', comparable === 'nothing'],
    ['other-version', comparable !== 'nothing' && isOther],
    ['judged-anew', comparable !== 'nothing' && judgedAnew && !isOther],
    ['other-scope', comparable === 'shared'],
    ['undated', from === null],
    ['old', from !== null && to !== null && daysBetween(from, to) > farOlder],
    ['later', from !== null && to !== null && from > to],
    ['other-name', differs('name')],
    ['other-use', differs('use')],
  ];
  return {
    file,
    date: from,
    version: answeredEdition(before),
    usable: comparable !== 'nothing',
    remarks: remarks.flatMap(([remark, holds]) => (holds ? [remark] : [])),
  };
}
