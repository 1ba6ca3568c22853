import type { AssessedHurdle } from '../assessment/assessment-format.ts';
import { snap } from '../shared/snap.ts';
import { type Speaking, titlesInWords } from './change-words.ts';
import { quoted } from './report-words.ts';

/** More hurdles than this are counted, not named. */
const mostNamed = 3;

type Placed = { readonly hurdle: AssessedHurdle; readonly title: string; readonly share: number };

/** Says what the picture of the hurdles means: which lies behind, which reach their target, what holds the others down. */
export function lanesCaption(telling: Speaking): string {
  const { assessment, say } = telling;
  // A hurdle that cannot be rated is named as such, and held against none.
  const valued = assessment.hurdles.filter(
    ({ value, reason }) => value !== null && reason === null,
  );
  if (valued.length === 0) {
    const isOpen = assessment.hurdles.some(({ reason }) => reason === 'not-rateable');
    return say(isOpen ? 'lanes.none-rateable' : 'lanes.none');
  }
  const isThere = valued.every(({ value, target }) => (value ?? 0) >= (target ?? 0));
  return [
    isThere ? null : behind(telling, valued),
    atTarget(telling, valued),
    capped(telling, valued),
    notRateable(telling),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

// What the reader sees: the shortest of the full bars.
function behind(telling: Speaking, valued: readonly AssessedHurdle[]): string | null {
  const { say, assessment } = telling;
  const placed = valued.flatMap((hurdle) => placedOn(telling, hurdle) ?? []);
  const least = Math.min(...placed.map(({ share }) => share));
  const last = placed.filter(({ share }) => share === least);
  if (placed.length < 2) return null;
  if (last.length === placed.length) return say('lanes.level', { n: placed.length });
  const told =
    last.length > mostNamed
      ? say('lanes.behind-many', { n: last.length })
      : say('lanes.behind', { n: last.length, hurdles: named(telling, last) });
  const { level, reason } = assessment.overall;
  // Only they stand as low as the company.
  const lowest = valued.filter((hurdle) => hurdle.level === level);
  const decides =
    reason === null &&
    lowest.length === last.length &&
    last.every(({ hurdle }) => lowest.includes(hurdle));
  return decides ? `${told} ${say('lanes.decides', { n: last.length })}` : told;
}

function atTarget(telling: Speaking, valued: readonly AssessedHurdle[]): string | null {
  const { say } = telling;
  const aimed = valued.filter(({ target }) => target !== null);
  const there = aimed.filter(({ value, target }) => (value ?? 0) >= (target ?? 0));
  if (aimed.length === 0) return null;
  const [first] = aimed;
  const hurdle = first ? quoted(titleOf(telling, first), say) : '';
  if (there.length === aimed.length) return say('lanes.target-all', { n: aimed.length, hurdle });
  if (there.length === 0) return say('lanes.target-none', { n: aimed.length, hurdle });
  return say('lanes.target-some', { n: there.length, all: aimed.length });
}

function capped(telling: Speaking, valued: readonly AssessedHurdle[]): string | null {
  const held = valued.filter(({ value, unlimited }) => (unlimited ?? 0) > (value ?? 0));
  if (held.length === 0) return null;
  const { say } = telling;
  if (held.length > mostNamed) return say('lanes.capped-many', { n: held.length });
  const titles = held.map((hurdle) => titleOf(telling, hurdle));
  return say('lanes.capped', {
    n: held.length,
    hurdles: titlesInWords(telling, titles, 'conjunction'),
  });
}

function notRateable(telling: Speaking): string | null {
  const { assessment, say } = telling;
  const open = assessment.hurdles.filter(({ reason }) => reason === 'not-rateable');
  if (open.length === 0) return null;
  if (open.length > mostNamed) return say('lanes.not-rateable-many', { n: open.length });
  const titles = open.map((hurdle) => titleOf(telling, hurdle));
  return say('lanes.not-rateable', {
    n: open.length,
    hurdles: titlesInWords(telling, titles, 'conjunction'),
  });
}

function placedOn(telling: Speaking, hurdle: AssessedHurdle): Placed | null {
  const { questionnaire } = telling;
  const scale = questionnaire.hurdles.find(({ id }) => id === hurdle.id)?.scale;
  const bounds = (questionnaire.scales[scale ?? ''] ?? []).map(({ from }) => from);
  const [lowest = 0, highest = 1] = [bounds[0], bounds.at(-1)];
  const span = highest - lowest || 1;
  const share = Math.min(1, Math.max(0, ((hurdle.value ?? lowest) - lowest) / span));
  return { hurdle, title: titleOf(telling, hurdle), share: snap(share, 9) };
}

function named(telling: Speaking, placed: readonly Placed[]): string {
  return titlesInWords(
    telling,
    placed.map(({ title }) => title),
    'conjunction',
  );
}

function titleOf({ questionnaire, tell }: Speaking, { id }: AssessedHurdle): string {
  const found = questionnaire.hurdles.find((hurdle) => hurdle.id === id);
  return found ? tell(found.title) : id;
}
