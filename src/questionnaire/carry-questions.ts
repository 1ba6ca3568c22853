import type { Edit } from '../shared/edit-data.ts';
import { type Effect, entriesIn, isSaid, type Situation, untouched } from './carrying.ts';
import type { Change } from './migration-format.ts';
import { questionCalled } from './questionnaire.ts';
import { setAside } from './set-aside.ts';
import { takenAnswer } from './taken-answer.ts';

/** Renames, splits, merges or takes away questions: their answers, and the steps that were decided about them. */
export function carryQuestions(change: Change, situation: Situation): Effect {
  const sections = change.from[0]?.includes('.') ? ['answers', 'steps'] : ['profile'];
  const [answers = untouched, ...others] = sections.map((section) =>
    change.change === 'merge'
      ? merged(change, section, situation)
      : spread(change, section, situation),
  );
  return {
    ...answers,
    edits: [answers, ...others].flatMap(({ edits }) => edits),
    touched: [answers, ...others].some(({ touched }) => touched),
  };
}

// One question becomes another one, several, or none.
function spread({ from: [from = ''], to }: Change, section: string, situation: Situation): Effect {
  const { data, version } = situation;
  const entries = entriesIn(data, section);
  if (!Object.hasOwn(entries, from)) return untouched;
  const entry = entries[from];
  const stays = to.includes(from);
  const free = to.filter((id) => id !== from && isFree(id, section, situation));
  const [first, ...others] = stays ? [from, ...free] : free;
  if (first === undefined) {
    if (!isSaid(entry)) return { edits: [takenAway(section, from)], touched: false };
    const edits = setAside(data, section, from, version);
    return { edits, touched: true, ...(to.length > 0 ? { left: 'aside' } : {}) };
  }
  const copied = isSaid(entry) ? others : [];
  const edits = [
    ...(stays ? [] : moved(section, from, first, situation)),
    ...copied.map((id) => ({ path: [section, id], value: entry, from: [section, first] })),
  ];
  return { edits, touched: isSaid(entry) && edits.length > 0 };
}

// Several questions become one: one answer counts, the others are kept.
function merged(change: Change, section: string, situation: Situation): Effect {
  const {
    from: ids,
    to: [into = ''],
  } = change;
  const { data, version } = situation;
  const entries = entriesIn(data, section);
  const said = ids.filter((id) => isSaid(entries[id]));
  const hasRoom = ids.includes(into) || isFree(into, section, situation);
  const chosen = hasRoom ? takenAnswer(change, section, situation) : null;
  const gone = ids.filter((id) => id !== chosen && Object.hasOwn(entries, id));
  const edits = [
    ...gone.flatMap((id) =>
      isSaid(entries[id]) ? setAside(data, section, id, version) : [takenAway(section, id)],
    ),
    ...(chosen === null || chosen === into ? [] : moved(section, chosen, into, situation)),
  ];
  return {
    edits,
    touched: said.length > 0 && edits.length > 0,
    ...(hasRoom || said.length === 0 ? {} : { left: 'aside' }),
  };
}

function isFree(id: string, section: string, { data, questionnaire }: Situation): boolean {
  if (isSaid(entriesIn(data, section)[id])) return false;
  // A step needs advice to be a step of.
  const question = section === 'steps' ? questionCalled(questionnaire, id) : undefined;
  return !question || (question.kind !== 'text' && question.recommendation !== undefined);
}

function takenAway(section: string, id: string): Edit {
  return { path: [section, id], value: undefined };
}

// The key is renamed where it stands, so that its line keeps its place and its remark.
function moved(section: string, from: string, to: string, { data }: Situation): readonly Edit[] {
  const isInTheWay = Object.hasOwn(entriesIn(data, section), to);
  return [...(isInTheWay ? [takenAway(section, to)] : []), { path: [section, from], rename: to }];
}
