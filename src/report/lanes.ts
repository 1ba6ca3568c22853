import type { AssessedHurdle } from '../assessment/assessment-format.ts';
import { levelView, overallScale, type Telling } from './teller.ts';
import type { LanesView } from './view-type.ts';

const width = 640;
const top = 44;
const laneHeight = 46;
const left = 12;
const right = 628;
const barCells = 20;

/** Lays out the picture of the hurdles: one lane each, from the lowest to the highest value of its scale. */
export function lanesView(telling: Telling): LanesView {
  const { assessment, questionnaire, tell } = telling;
  const scale = questionnaire.scales[overallScale(telling) ?? ''] ?? [];
  const lanes = assessment.hurdles.flatMap((hurdle, index) => {
    const told = questionnaire.hurdles.find(({ id }) => id === hurdle.id);
    return told
      ? [laneView(telling, hurdle, told.scale, tell(told.title), top + index * laneHeight)]
      : [];
  });
  const bottom = top + lanes.length * laneHeight;
  return {
    width,
    height: bottom + 8,
    top,
    bottom,
    ticks: scale.map((level, index) => ({
      x: place(
        level.from,
        scale.map(({ from }) => from),
      ),
      number: String(index),
      name: tell(level.name),
    })),
    lanes,
  };
}

function laneView(
  telling: Telling,
  hurdle: AssessedHurdle,
  scaleId: string,
  title: string,
  y: number,
): LanesView['lanes'][number] {
  const bounds = (telling.questionnaire.scales[scaleId] ?? []).map(({ from }) => from);
  const span = (from: number, to: number) => {
    const x = place(from, bounds);
    return { x, width: round(place(to, bounds) - x) };
  };
  const lowest = bounds[0] ?? 0;
  const { value, valueHigh, unlimited, target } = hurdle;
  const level = levelView(telling, scaleId, hurdle.level);
  return {
    title,
    y,
    middle: y + laneHeight / 2,
    height: laneHeight,
    x: left,
    width: right - left,
    certain: value === null ? null : span(lowest, value),
    possible:
      value === null || valueHigh === null || valueHigh <= value ? null : span(value, valueHigh),
    cut: value === null || unlimited === null || unlimited <= value ? null : span(value, unlimited),
    target: target === null ? null : { x: place(target, bounds) },
    reason: hurdle.reason,
    label: level ? `${level.number}${hurdle.plus ? '+' : ''} · ${level.name}` : '',
    bar: textBar(hurdle, bounds),
    answered: hurdle.answered,
    applicable: hurdle.applicable,
  };
}

// The scale's bounds are spread evenly in value, from the first to the last.
function place(value: number, bounds: readonly number[]): number {
  const lowest = bounds[0] ?? 0;
  const highest = bounds.at(-1) ?? 1;
  const share = highest === lowest ? 0 : (value - lowest) / (highest - lowest);
  return round(left + (right - left) * Math.min(1, Math.max(0, share)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A bar of characters: certain, possible, nothing. */
function textBar({ value, valueHigh }: AssessedHurdle, bounds: readonly number[]): string {
  const cells = (points: number | null) => {
    const lowest = bounds[0] ?? 0;
    const span = (bounds.at(-1) ?? 1) - lowest;
    return points === null || span === 0 ? 0 : Math.round(((points - lowest) / span) * barCells);
  };
  const certain = cells(value);
  const possible = Math.max(certain, cells(valueHigh));
  return '█'.repeat(certain) + '▒'.repeat(possible - certain) + '░'.repeat(barCells - possible);
}
