import { type Demands, type MaxAge, verdictKinds } from '../assessment/check/demands.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { type Day, daysLater, monthsEarlier } from '../shared/day.ts';
import { nearest } from '../shared/nearest.ts';
import { allAtOnce } from './all-at-once.ts';
import { Failure } from './failure.ts';

export type DemandOptions = {
  readonly atTarget?: boolean;
  /** False with `--no-fail-on`. */
  readonly failOn?: readonly string[] | false;
  readonly strict?: boolean;
  readonly minLevel?: string;
  readonly min?: readonly string[];
  readonly minCoverage?: string;
  readonly maxAge?: string;
};

/** What the command line demands; that the names it has exist is checked once it is known whose they are. */
export function demandedBy(options: DemandOptions, today: Day): Omit<Demands, 'checks'> {
  const { minLevel, minCoverage, maxAge } = options;
  const { tried, refuse } = allAtOnce();
  const demanded = {
    atTarget: options.atTarget ?? false,
    failOn: tried(() => verdictsOf(options.failOn)) ?? [],
    strict: options.strict ?? false,
    minLevel: minLevel === undefined ? null : tried(() => levelOf('--min-level', minLevel)),
    min: (options.min ?? []).flatMap((value) => tried(() => minimumOf(value)) ?? []),
    minCoverage: minCoverage === undefined ? null : tried(() => shareOf(minCoverage)),
    maxAge: maxAge === undefined ? null : tried(() => ageOf(maxAge, today)),
  };
  refuse();
  return demanded;
}

/**
 * Stops where something is demanded that none of the questionnaires has: it would never fail, and look as if it had
 * been met.
 */
export function refuseUnknown(
  { failOn, min, minLevel }: Omit<Demands, 'checks'>,
  questionnaires: readonly Questionnaire[],
): void {
  if (questionnaires.length === 0) return;
  const verdicts = questionnaires.flatMap((one) => one.verdicts.map(({ id }) => id));
  const known = [...new Set([...verdictKinds, ...verdicts])];
  const { tried, refuse } = allAtOnce();
  for (const value of failOn) tried(() => refuseVerdict(value, known));
  const hurdles = [...new Set(questionnaires.flatMap((one) => one.hurdles.map(({ id }) => id)))];
  for (const { hurdle, level } of min) {
    tried(() => {
      refuseHurdle(hurdle, hurdles);
      refuseBeyond(`--min ${hurdle}`, level, questionnaires, hurdle);
    });
  }
  if (minLevel !== null) tried(() => refuseBeyond('--min-level', minLevel, questionnaires, null));
  refuse();
}

function refuseVerdict(value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const facts = { value, nearest: nearest(value, [...known, 'none']), known: known.join(', ') };
  throw new Failure('unknown-verdict', facts);
}

function refuseHurdle(value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const facts = { value, nearest: nearest(value, known), known: known.join(', ') };
  throw new Failure('unknown-hurdle', facts);
}

function refuseBeyond(
  option: string,
  level: number,
  questionnaires: readonly Questionnaire[],
  hurdle: string | null,
): void {
  const tops = questionnaires.flatMap(({ hurdles, scales }) =>
    hurdles
      .filter(({ id }) => hurdle === null || id === hurdle)
      .map(({ scale }) => (scales[scale]?.length ?? 1) - 1),
  );
  const top = Math.max(...tops);
  if (level > top) throw new Failure('bad-level', { option, value: String(level), top });
}

function verdictsOf(given: DemandOptions['failOn']): readonly string[] {
  if (given === undefined) return ['stop'];
  if (given === false) return [];
  const named = given.flatMap((value) => value.split(',')).map((value) => value.trim());
  const wanted = [...new Set(named.filter((value) => value !== ''))];
  if (wanted.length === 0) throw new Failure('missing-option-value', { option: '--fail-on' });
  if (!wanted.includes('none')) return wanted;
  if (wanted.length > 1) throw new Failure('none-and-others', { option: '--fail-on' });
  return [];
}

function levelOf(option: string, value: string): number {
  if (/^\d{1,4}$/.test(value.trim())) return Number(value);
  throw new Failure('bad-level', { option, value, top: null });
}

function minimumOf(value: string): Demands['min'][number] {
  const [, hurdle, level] = /^\s*([^=\s]+)\s*=\s*(\d{1,4})\s*$/.exec(value) ?? [];
  if (hurdle === undefined) throw new Failure('bad-minimum', { value });
  return { hurdle, level: Number(level) };
}

// A bare 80 could be meant as either, and would never be reached as the one.
function shareOf(value: string): number {
  const [, number = '', percent] = /^\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*(%)?\s*$/.exec(value) ?? [];
  const share = Number(number.replace(',', '.')) / (percent ? 100 : 1);
  if (number !== '' && share <= 1) return share;
  throw new Failure('bad-share', { value });
}

function ageOf(value: string, today: Day): MaxAge {
  const [, amount, unit] = /^\s*(\d{1,4})\s*([dwm])\s*$/.exec(value) ?? [];
  if (amount === undefined) throw new Failure('bad-age', { value });
  const count = Number(amount);
  const notBefore =
    unit === 'm' ? monthsEarlier(today, count) : daysLater(today, -count * (unit === 'w' ? 7 : 1));
  return { said: `${count}${unit}`, notBefore, today };
}
