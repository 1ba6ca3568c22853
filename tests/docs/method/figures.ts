import {
  answers,
  companySums,
  hurdleSums,
  indexSums,
  targets,
  verdicts,
} from './company-figures.ts';
import type { Figure, Given } from './figure.ts';
import { crowding, firstGain, gains, phases, priorities } from './plan-figures.ts';
import { comparisons, constants, indexCases, kinds, logic, tried } from './rule-figures.ts';

/**
 * Every figure of the page, by its name in `<!-- figures: NAME -->`, worked out by the program; the sums are written
 * out from answers, weights and limits, so that a pencil can follow them.
 */
export const figures: Readonly<Record<string, (given: Given) => Figure>> = {
  answers,
  targets,
  hurdles: hurdleSums,
  company: companySums,
  index: indexSums,
  verdicts,
  priorities,
  'first-gain': firstGain,
  gains,
  phases,
  crowding,
  tried,
  kinds,
  'index-cases': indexCases,
  logic,
  comparisons,
  constants,
};
