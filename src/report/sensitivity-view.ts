import type { Outcome, Sensitivity } from '../assessment/sensitivity-format.ts';
import { changeInWords, type Speaking, type ToldChange, titlesInWords } from './change-words.ts';
import type { Telling } from './telling.ts';
import { titleOf } from './telling.ts';
import type { SensitivityView } from './view-type.ts';

/** Words what the result hangs on: the one sentence most worth reading, then every change, those of the profile apart. */
export function sensitivityView({ say, ...others }: Telling): SensitivityView {
  const { sensitivity } = others.assessment;
  if (sensitivity === null || say === null) return { headline: '', answers: [], profile: [] };
  const telling = { ...others, say };
  const changes = changesOf(sensitivity.filter(({ about }) => about === 'answer'));
  const ofProfile = changesOf(sensitivity.filter(({ about }) => about === 'profile'));
  const told = (change: Change) => ({
    text: changeInWords(telling, change.told),
    alike: alikeInWords(telling, change),
  });
  return {
    headline: headline(telling, changes),
    answers: changes.map(told),
    profile: ofProfile.map(told),
  };
}

/** The smallest single change that raises the level of the company; null where none does. */
export function riseInWords(telling: Speaking): string | null {
  const entry = (telling.assessment.sensitivity ?? []).find(
    ({ about, outcome }) => about === 'answer' && outcome === 'level-up',
  );
  return entry ? changeInWords(telling, changeOf([entry]).told) : null;
}

type Change = {
  readonly entries: readonly Sensitivity[];
  readonly told: ToldChange;
  /** Questions where as small a change has all the outcomes. */
  readonly alike: readonly string[];
};

// One change can be the smallest for several outcomes: it is told once.
function changesOf(entries: readonly Sensitivity[]): readonly Change[] {
  const groups = new Map<string, Sensitivity[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.question, entry.to]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map(changeOf);
}

function changeOf(group: readonly Sensitivity[]): Change {
  const [entry] = group as readonly [Sensitivity];
  const steps = group.some(({ outcome }) => outcome === 'first-steps');
  return {
    entries: group,
    told: { entry, also: alsoOf(group), steps },
    alike: entry.alike.filter((id) => group.every(({ alike }) => alike.includes(id))),
  };
}

const mayBeOneOfMany: readonly Outcome[] = [
  'lifted',
  'comes',
  'certain',
  'provisional',
  'level-known',
];

// "At least" may be said only where all that is told of the change holds of the further answers, too.
function alsoOf(group: readonly Sensitivity[]): Sensitivity['also'] {
  const [{ also, changes }] = group as [Sensitivity];
  const { verdicts, level } = changes;
  const told = Object.values(verdicts ?? {}).flat().length + (level ? 1 : 0);
  const holds = group.every((one) => one.also === also && mayBeOneOfMany.includes(one.outcome));
  return holds && told === group.length ? also : null;
}

const severalNamed = 3;

function alikeInWords(telling: Speaking, { alike: ids, told }: Change): string | null {
  if (ids.length === 0) return null;
  const { say } = telling;
  const isOpen = told.entry.from.state !== undefined;
  // Other questions bring in other steps.
  const how = `alike.${isOpen ? 'open' : told.steps ? 'similar' : 'same'}`;
  const titles = ids.map((id) => titleOf(telling, id));
  if (ids.length <= severalNamed) {
    return say(`sensitivity.${how}`, { questions: titlesInWords(telling, titles, 'disjunction') });
  }
  return say(`sensitivity.${how}-many`, { n: ids.length });
}

/**
 * The change most worth reading: a verdict that would be lifted (a stop first, and what is near before what is far), a
 * higher level, then what one step aside would do harm. Where nothing does, that is the news.
 */
function headline(telling: Speaking, told: readonly Change[]): string {
  const { say, assessment } = telling;
  // It tells of verdicts and levels only.
  const changes = told.flatMap(({ entries }) => {
    const others = entries.filter(({ outcome }) => outcome !== 'first-steps');
    return others.length > 0 ? [changeOf(others)] : [];
  });
  const kinds = new Map(telling.questionnaire.verdicts.map(({ id, kind }) => [id, kind]));
  const kindOf = ({ verdict }: Sensitivity) => kinds.get(verdict ?? '');
  const find = (wanted: (entry: Sensitivity) => boolean) =>
    changes.find(({ entries }) => entries.some(wanted));
  const lifts = (entry: Sensitivity) => entry.outcome === 'lifted' && kindOf(entry) !== 'fine';
  const stops = (entry: Sensitivity) => lifts(entry) && kindOf(entry) === 'stop';
  const isUp = ({ outcome }: Sensitivity) => outcome === 'level-up' || outcome === 'level-known';

  const better =
    find((entry) => stops(entry) && entry.nearest) ??
    find(stops) ??
    find((entry) => lifts(entry) && entry.nearest) ??
    find(lifts) ??
    find(isUp);
  if (better) return changeInWords(telling, better.told);

  const isWorse = ({ nearest }: Sensitivity) => nearest;
  const worse =
    find((entry) => isWorse(entry) && kindOf(entry) === 'stop') ??
    find((entry) => isWorse(entry) && kindOf(entry) !== 'fine' && entry.verdict !== undefined) ??
    find((entry) => isWorse(entry) && entry.outcome.startsWith('level')) ??
    find(isWorse);
  if (worse) {
    const sentence = changeInWords(telling, worse.told);
    return say('sensitivity.hinges', { n: worse.alike.length + 1, sentence });
  }
  const { level, reason, due } = assessment.overall;
  if (due === 0) return '';
  if (changes.length > 0)
    return say(`sensitivity.robust.step${level === null ? '-without-level' : ''}`);
  if (reason === 'scope') return say('sensitivity.robust.all-in-scope');
  return say(`sensitivity.robust.all${level === null ? '-without-level' : ''}`);
}
