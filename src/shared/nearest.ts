import leven, { closestMatch } from 'leven';

/**
 * Finds the name someone probably meant.
 *
 * @returns the closest of the names that exist, or null when none is near enough to be a slip of the finger
 */
export function nearest(name: string, names: readonly string[]): string | null {
  if (name.length > longest) return null;
  const spelt = inPlainLetters(name);
  const sameLetters = names.find((one) => one !== name && inPlainLetters(one) === spelt);
  if (sameLetters !== undefined) return sameLetters;
  // A turned pair of letters in a short name, too.
  const letters = lettersOf(name);
  const turned = names.find(
    (one) =>
      one !== name && name.length > 2 && one.length === name.length && lettersOf(one) === letters,
  );
  if (turned !== undefined) return turned;
  // A turned pair of letters counts twice; of one or two letters nothing can be guessed.
  const slips =
    name.length < 3 ? 0 : name.length < 5 ? 1 : Math.max(2, Math.floor(name.length / 3));
  if (slips === 0) return null;
  return closestMatch(name, names, { maxDistance: slips }) ?? null;
}

/** Whether two names are one slip of the finger apart; a number or a short word that differs is no slip. */
export function areConfusable(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || leven(a, b) !== 1) return false;
  const withoutDigits = (name: string) => name.replace(/\d+/g, '');
  const [words, others] = [a.split(/[.-]/), b.split(/[.-]/)];
  const at = words.findIndex((word, index) => word !== others[index]);
  const shorter =
    words.length === others.length
      ? Math.min(words[at]?.length ?? 0, others[at]?.length ?? 0)
      : Math.min(a.length, b.length);
  return shorter >= 4 && withoutDigits(a) !== withoutDigits(b);
}

// Ids know no capitals and no umlauts: `Größe` is meant by whoever finds `groesse`.
function inPlainLetters(name: string): string {
  return name.toLowerCase().replace(/[äöüß]/g, (letter) => plain[letter] ?? letter);
}

const plain: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function lettersOf(name: string): string {
  return [...name].sort().join('');
}

// Beyond that it is no name, and comparing takes its time.
const longest = 200;
