import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { shownAs } from '../shared/snap.ts';
import { list, nodeAt, type Outline, record } from './outline.ts';

/** Ranges of numbers that hold none, and bands that no number in the range falls into. */
export function checkNumbers(file: YamlFile, names: Outline): readonly Problem[] {
  return [...names.profile, ...names.questions]
    .filter(({ kind }) => kind === 'number')
    .flatMap(({ path }) => checkRange(path, file));
}

function checkRange(path: Path, file: YamlFile): readonly Problem[] {
  const { min, max, displayed, bands } = record(nodeAt(file.data, path));
  const low = typeof min === 'number' ? min : -Infinity;
  const high = typeof max === 'number' ? max : Infinity;
  if (low > high) {
    const facts = { found: String(min), bound: `≤ ${max}` };
    return [problem('out-of-range', file.at([...path, 'min']), facts)];
  }
  const froms = list(bands).map((band) => record(band).from);
  const numbers = froms.filter((from) => typeof from === 'number');
  const counted = (value: number) =>
    typeof displayed === 'number' && Number.isFinite(value) ? shownAs(value, displayed) : value;
  return froms.flatMap((from, index) => {
    if (typeof from !== 'number') return [];
    // The lowest band takes what is below it, too.
    const isLowest = !numbers.some((other) => other < from);
    const next = Math.min(...numbers.filter((other) => other > from));
    if (next > counted(low) && (from <= counted(high) || isLowest)) return [];
    const facts = {
      from,
      lowest: Number.isFinite(low) ? low : null,
      highest: Number.isFinite(high) ? high : null,
    };
    return [problem('unreachable-band', file.at([...path, 'bands', index, 'from']), facts)];
  });
}
