import type { AssessedHurdle } from '../assessment/assessment-format.ts';
import { quoted } from './report-words.ts';
import { overallScale, type Telling, titleOf } from './telling.ts';
import type { LanesView, LaneView } from './view-type.ts';

const laneHeight = 46;
const left = 12;
const right = 628;
const barCells = 20;

/** Lays out the picture of the hurdles: one lane each, from the lowest to the highest value of its scale. */
export function lanesView(telling: Telling): LanesView {
  const { assessment, questionnaire, tell } = telling;
  const bounds = (questionnaire.scales[overallScale(telling) ?? ''] ?? []).map(({ from }) => from);
  const lanes = assessment.hurdles.flatMap((hurdle, index) => {
    const told = questionnaire.hurdles.find(({ id }) => id === hurdle.id);
    if (!told) return [];
    const own = (questionnaire.scales[told.scale] ?? []).map(({ from }) => from);
    const lane = laneView(hurdle, own, tell(told.title), index * laneHeight);
    return [{ ...lane, cap: lane.cut && capInWords(telling, hurdle) }];
  });
  return {
    ticks: bounds.map((from, level) => ({ x: place(from, bounds), number: String(level) })),
    lanes,
    hasPossible: lanes.some(({ possible }) => possible !== null),
    hasCut: lanes.some(({ cut }) => cut !== null),
    hasTarget: lanes.some(({ target }) => target !== null),
  };
}

function laneView(
  hurdle: AssessedHurdle,
  bounds: readonly number[],
  title: string,
  y: number,
): Omit<LaneView, 'cap'> {
  const span = (from: number, to: number) => {
    const x = place(from, bounds);
    return { x, width: round(place(to, bounds) - x) };
  };
  // A part without extent is none.
  const part = (from: number | null, to: number | null) =>
    from === null || to === null || to <= from ? null : span(from, to);
  const { value, valueHigh, unlimited, target } = hurdle;
  return {
    title,
    y,
    middle: y + laneHeight / 2,
    height: laneHeight,
    x: left,
    width: right - left,
    certain: value === null ? null : span(bounds[0] ?? 0, value),
    possible: part(value, valueHigh),
    cut: part(value, unlimited),
    target: target === null ? null : { x: place(target, bounds) },
    bar: textBar(hurdle, bounds),
  };
}

// Of several limits the lowest is what bites; a gate gives its reason, a core question is one.
function capInWords(telling: Telling, { limits }: AssessedHurdle): string | null {
  const { say, questionnaire, tell, numbers } = telling;
  const [lowest] = limits
    .filter(({ effective }) => effective)
    .sort(
      (a, b) => a.atMost - b.atMost || Number(a.gate === undefined) - Number(b.gate === undefined),
    );
  if (say === null || lowest === undefined) return null;
  const at = numbers.exact(lowest.atMost);
  const gate = questionnaire.gates.find(({ id }) => id === lowest.gate);
  if (gate) return say('lanes.cap.gate', { at, why: tell(gate.why) });
  return say('lanes.cap.core', { at, core: quoted(titleOf(telling, lowest.core ?? ''), say) });
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
    if (points === null || span === 0) return 0;
    // A value may lie beyond the bounds of the levels.
    const share = Math.min(1, Math.max(0, (points - lowest) / span));
    return Math.round(share * barCells);
  };
  const certain = cells(value);
  const possible = Math.max(certain, cells(valueHigh));
  return '█'.repeat(certain) + '▒'.repeat(possible - certain) + '░'.repeat(barCells - possible);
}
