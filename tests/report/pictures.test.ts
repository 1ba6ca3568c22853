import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixView, TimelineView } from '../../src/report/pictures-view-type.ts';
import { fitting, linesOf, widthOf } from '../../src/report/text-width.ts';
import { type Advised, anyPlan, reportWithPlan } from '../support/a-plan.ts';
import { search } from '../support/search.ts';

const radius = 13;
const matrixOf = (steps: readonly Advised[]) =>
  reportWithPlan(steps).pictures?.matrix as MatrixView;
const timelineOf = (steps: readonly Advised[]) =>
  reportWithPlan(steps).pictures?.timeline as TimelineView;

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function boxesOf({ dots }: MatrixView): readonly Box[] {
  return dots.flatMap(({ x, y, label }) => {
    const dot = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    if (label === null) return [dot];
    const left = label.anchor === 'start' ? label.x : label.x - label.width;
    return [dot, { left, right: left + label.width, top: y - radius, bottom: y + radius }];
  });
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('effort against impact', () => {
  test('no sign and no name lies on another, and none leaves the picture', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const matrix = matrixOf(steps);
        fc.pre(matrix !== null);
        const boxes = boxesOf(matrix);
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).filter((other) => meet(box, other))).toEqual([]);
          expect(box.left).toBeGreaterThanOrEqual(matrix.left);
          expect(box.right).toBeLessThanOrEqual(matrix.right);
          expect(box.bottom).toBeLessThanOrEqual(matrix.bottom);
        }
      }),
      search(60),
    );
  });

  test('more effort stands further right, more impact further up, and what is to be found out lowest', () => {
    const { dots, bands } = matrixOf([
      { effort: 1, impact: 3 },
      { effort: 4, impact: 5 },
      { effort: 9, impact: 5 },
      { isUnknown: true },
      { effort: 2, impact: 4, after: 3 },
    ]);
    const placed = bands.map(({ label, steps }) => ({
      label,
      dots: steps.flatMap(({ rank }) => dots.find((dot) => dot.rank === rank) ?? []),
    }));
    expect(placed.map(({ label }) => label)).toEqual([
      'Wirkung 5',
      'Wirkung 4',
      'Wirkung 3',
      'Herausfinden',
    ]);
    const heights = placed.flatMap((band) => Math.min(...band.dots.map(({ y }) => y)));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    const [small, large] = placed[0]?.dots ?? [];
    expect(small?.x).toBeLessThan(large?.x ?? 0);
    expect(placed[3]?.dots.map(({ isFindOut }) => isFindOut)).toEqual([true]);
  });

  test('the first steps are named, the others only numbered', () => {
    const { dots } = matrixOf([{}, {}, {}, {}, {}]);
    expect(dots.map(({ isFirst, label }) => [isFirst, label !== null])).toEqual(
      dots.map(({ rank }) => [rank <= 3, rank <= 3]),
    );
  });

  test('a very long plan shows what comes first and says so', () => {
    const many = Array.from({ length: 45 }, () => ({}));
    expect(matrixOf(many).dots).toHaveLength(40);
    expect(matrixOf(many).leftOut).toBe(
      'Gezeigt sind die ersten 40 von 45 Schritten; die übrigen stehen in der Tabelle.',
    );
    expect(matrixOf(many.slice(0, 40)).leftOut).toBeNull();
    expect(timelineOf(many).rows).toHaveLength(30);
  });
});

describe('the plan over time', () => {
  test('rows stand apart, titles stay in them and in their column, bars within the weeks', () => {
    fc.assert(
      fc.property(anyPlan, (steps) => {
        const timeline = timelineOf(steps);
        fc.pre(timeline !== null);
        const { rows, phases, left, right, height } = timeline;
        let below = 0;
        for (const row of rows) {
          expect(row.y).toBeGreaterThanOrEqual(below);
          below = row.y + row.height;
          for (const { y, text } of row.lines) {
            expect(y - 13).toBeGreaterThanOrEqual(row.y);
            expect(y + 4).toBeLessThanOrEqual(below);
            expect(34 + widthOf(text, 14 * 0.9)).toBeLessThanOrEqual(left);
          }
          expect(row.bar.x).toBeGreaterThanOrEqual(left);
          expect(row.bar.x + row.bar.width).toBeLessThanOrEqual(right + 6);
        }
        expect(below).toBeLessThanOrEqual(height);
        for (const { y } of phases) {
          expect(rows.filter((row) => row.y < y && y < row.y + row.height)).toEqual([]);
        }
      }),
      search(60),
    );
  });

  test('an arrow leads from the end of what is waited for to the beginning of what waits', () => {
    const { rows, arrows } = timelineOf([{ weeks: 2 }, { weeks: 3, after: 0 }]);
    const [first, second] = rows;
    expect(arrows).toHaveLength(1);
    expect(arrows[0]?.line).toMatch(
      new RegExp(`^M${(first?.bar.x ?? 0) + (first?.bar.width ?? 0)} ${first?.middle}H`),
    );
    expect(arrows[0]?.line).toMatch(new RegExp(`V${(second?.bar.y ?? 0) - 1}$`));
    expect(second?.said).toBe('nach 2 Wochen, dauert 3 Wochen, nach Schritt 1');
  });

  test('steps that wait for nobody have no arrows', () => {
    expect(timelineOf([{}, {}]).arrows).toEqual([]);
  });
});

test('without a plan there is neither', () => {
  const { pictures } = reportWithPlan([{ isUnknown: true }]);
  expect([pictures?.matrix, pictures?.timeline]).toEqual([null, null]);
});

describe('room for a text', () => {
  test('what does not fit is cut with an ellipsis, in the last line', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.integer({ min: 40, max: 400 }),
        (text, room) => {
          expect(widthOf(fitting(text, 14, room), 14)).toBeLessThanOrEqual(room);
          const lines = linesOf(text, 14, room, 3);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(room);
        },
      ),
    );
    expect(linesOf('Ein Ziel mit Zahl und Datum festlegen', 14, 120, 2)).toEqual([
      'Ein Ziel mit',
      expect.stringMatching(/^Zahl und Dat?…$/),
    ]);
    expect(linesOf('Kurz', 14, 120, 2)).toEqual(['Kurz']);
  });

  test('signs that join or are not seen need none, Chinese ones more than Latin ones', () => {
    expect(widthOf('e\u0301', 10)).toBe(widthOf('e', 10));
    expect(widthOf('質問', 10)).toBeGreaterThan(widthOf('ab', 10));
  });
});
