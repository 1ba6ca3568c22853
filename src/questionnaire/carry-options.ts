import type { Edit } from '../shared/edit-data.ts';
import type { Path } from '../shared/problem.ts';
import { isPlainMap } from '../shared/yaml-text.ts';
import { type Effect, entriesIn, isSaid, type Situation, untouched } from './carrying.ts';
import type { Change } from './migration-format.ts';
import { list } from './outline.ts';
import { kept, setAside } from './set-aside.ts';

/** Renames, splits, merges or takes away options of a question, in its answer and in what each role said. */
export function carryOptions(change: Change, { data, version }: Situation): Effect {
  const id = change.of ?? '';
  const section = id.includes('.') ? 'answers' : 'profile';
  const entry = entriesIn(data, section)[id];
  if (!isSaid(entry)) return untouched;
  const here: Path = [section, id];
  const path = isPlainMap(entry) ? [...here, 'answer'] : here;
  const answer = isPlainMap(entry) ? entry.answer : entry;
  const becomes = carried(answer, change);
  if (becomes === 'open') {
    return { edits: setAside(data, section, id, version), touched: true, left: 'open' };
  }
  const edits = [
    ...valueEdits(path, becomes),
    ...(isPlainMap(entry) ? sourceEdits(entry.sources, [...here, 'sources'], change) : []),
  ];
  if (edits.length === 0) return untouched;
  // A new name says the same; anything else leaves out something that was said.
  const copy = change.change === 'rename' ? [] : [kept(data, section, id, version)];
  return { edits: [...copy, ...edits], touched: true };
}

type Becomes = { readonly value: unknown; readonly items?: readonly number[] } | 'same' | 'open';

/** What an answer becomes: of several answers each on its own; of a single one nobody may be able to say. */
function carried(answer: unknown, { change, from, to }: Change): Becomes {
  if (!Array.isArray(answer)) {
    if (!from.includes(String(answer))) return 'same';
    return change === 'split' || change === 'remove' ? 'open' : { value: asAnswer(to[0] ?? '') };
  }
  if (!answer.some((option) => from.includes(String(option)))) return 'same';
  const options = answer.flatMap((option, index) =>
    (from.includes(String(option)) ? to : [option]).map((one) => ({ one, index })),
  );
  const seen = new Set<unknown>();
  const once = options.filter(({ one }) => !seen.has(one) && seen.add(one));
  return { value: once.map(({ one }) => one), items: once.map(({ index }) => index) };
}

// A level is a number.
function asAnswer(option: string): number | string {
  return /^\d+$/.test(option) ? Number(option) : option;
}

function valueEdits(path: Path, becomes: Exclude<Becomes, 'open'>): readonly Edit[] {
  return becomes === 'same' ? [] : [{ path, from: path, ...becomes }];
}

// A role whose answer nobody can carry over has given none.
function sourceEdits(sources: unknown, path: Path, change: Change): readonly Edit[] {
  return list(sources).flatMap((source, index): readonly Edit[] => {
    const at = [...path, index, 'answer'];
    const becomes = isPlainMap(source) ? carried(source.answer, change) : 'same';
    return becomes === 'open' ? [{ path: at, value: undefined }] : valueEdits(at, becomes);
  });
}
