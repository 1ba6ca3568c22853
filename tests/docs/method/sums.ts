/**
 * The equations of a text whose sides are not the same, each as it is written.
 *
 * An equation stands on a line or in a cell: `(2·3 + 1) / 3 = 7/3 = 2,33`. Each side is worked out anew and must be
 * the next one, as exactly as that one is written.
 */
export function brokenSums(text: string): readonly string[] {
  return equationsIn(text).filter((equation) => {
    const sides = equation.split(' = ');
    return sides.slice(1).some((side, index) => {
      const [left, right] = [worth(sides[index] as string), worth(side)];
      return !(Math.abs(left - right) <= tolerance(side) + 1e-9);
    });
  });
}

/** The equations of a text: cells or parts of a line, set apart by a bar or by two spaces. */
export function equationsIn(text: string): readonly string[] {
  return text
    .split(/\n|\||\s{2,}/)
    .map((piece) => piece.trim())
    .filter((piece) => {
      const sides = piece.split(' = ');
      const isTerm = (side: string) => /^(?:min|max|[-−+·/√();\d,. ])+$/.test(side);
      return sides.length > 1 && sides.every(isTerm);
    });
}

// What a step was rounded to is carried on by the next: of four decimals, two remain.
function tolerance(side: string): number {
  if (!/^−?\d+(?:[.,]\d+)?$/.test(side.trim())) return 1e-9;
  const decimals = /[.,](\d+)/.exec(side)?.[1]?.length ?? 0;
  return decimals === 0 ? 1e-9 : 0.65 * 10 ** -decimals;
}

/** Works out a term of numbers, + − · / √, brackets, min(a; b) and max(a; b); a decimal comma is a point. */
export function worth(term: string): number {
  const tokens = term.match(/\d+(?:[.,]\d+)?|min|max|[-−+·/√();]/g) ?? [];
  let at = 0;
  const take = (token: string) => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('−') || take('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = factor();
    for (;;) {
      if (take('·')) value *= factor();
      else if (take('/')) value /= factor();
      else return value;
    }
  };
  const factor = (): number => {
    if (take('−') || take('-')) return -factor();
    if (take('√')) return Math.sqrt(factor());
    if (take('min')) return Math.min(...list());
    if (take('max')) return Math.max(...list());
    if (take('(')) {
      const value = sum();
      return take(')') ? value : Number.NaN;
    }
    const number = tokens[at];
    at += 1;
    return Number(number?.replace(',', '.'));
  };
  const list = (): readonly number[] => {
    const values: number[] = [];
    if (!take('(')) return [Number.NaN];
    do values.push(sum());
    while (take(';'));
    return take(')') ? values : [Number.NaN];
  };
  const value = sum();
  return at === tokens.length ? value : Number.NaN;
}
