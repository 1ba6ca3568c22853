/**
 * The numbers that something written by hand can mean: 12,5 and 12.5, 1 200, 1.200,50, 1'200.
 *
 * One sign before exactly three digits can group thousands or begin the decimals: such a text means both, the whole
 * number first, unless the sign is known to begin the decimals.
 *
 * @param decimalSign what begins the decimals for whoever wrote it, where that is known
 * @returns none where it is no number
 */
export function numbersMeant(written: string, decimalSign?: ',' | '.'): readonly number[] {
  const [, minus = '', digits = ''] = /^([-−–]?)\s*(.*)$/su.exec(written.trim()) ?? [];
  const grouped = groups.exec(digits);
  const plain = decimals.exec(digits);
  const found: number[] = [];
  if (grouped && grouped[1] !== grouped[2] && !(plain && grouped[1] === decimalSign)) {
    found.push(numberOf(digits.replaceAll(grouped[1] ?? '', '')));
  }
  if (plain) found.push(numberOf(digits));
  return found.filter(Number.isFinite).map((value) => (minus === '' ? value : 0 - value));
}

// The sign between groups of three, then the one before the decimals.
const groups = /^[1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/u;
const decimals = /^\d*[.,]?\d+$/;

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}
