import type { Assessment } from '../assessment/assessment-format.ts';
import type { AnswerValue } from '../questionnaire/answers.ts';
import type { SheetSource } from '../questionnaire/worksheet-format.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import { speaker } from './said-in-words.ts';
import { answerInWords, spoken, type Telling, titleOf } from './telling.ts';
import type { SaidView, SheetStepView } from './worksheet-view-type.ts';

/** What is known that belongs into a place of a sheet: quoted where the company said it, nothing where it did not. */
export function saidFrom(
  sources: readonly SheetSource[],
  steps: readonly SheetStepView[],
  telling: Telling,
): readonly SaidView[] {
  const said = sources.flatMap((source) => saidFromOne(source, steps, telling));
  // Two places may hold the same words, as the name of the use and the answer that gave it.
  return said.filter((one, index) => said.findIndex((other) => isSame(one, other)) === index);
}

function isSame(one: SaidView, other: SaidView): boolean {
  if (one === other) return true;
  return (
    one.text !== '' && one.text === other.text && one.kind === other.kind && one.who === other.who
  );
}

function saidFromOne(
  source: SheetSource,
  steps: readonly SheetStepView[],
  telling: Telling,
): readonly SaidView[] {
  switch (source.kind) {
    case 'asked':
      return [...answersTo(source.id, telling), ...notesOn(source.id, telling)];
    case 'note':
      return notesOn(source.id, telling);
    case 'subject': {
      const text = spoken(telling.assessment.subject[source.part]);
      return text === null ? [] : [{ ...plain, kind: 'said', text }];
    }
    case 'step':
      return ofSteps(source.part, steps, telling);
    default:
      return source satisfies never;
  }
}

const plain = { about: null, level: null, who: null } as const;

type Entry = Assessment['answers'][string];

function entryOf(id: string, { assessment }: Telling): Entry | undefined {
  return assessment.answers[id] ?? assessment.profile[id];
}

function answersTo(id: string, telling: Telling): readonly SaidView[] {
  const entry = entryOf(id, telling);
  if (!entry) return [];
  const about = titleOf(telling, id);
  if (entry.answer === undefined) {
    const kind = entry.state === 'not-applicable' ? 'not-applicable' : 'unknown';
    return [{ ...plain, kind, text: spoken(entry.reason) ?? '', about }];
  }
  // Where roles differ, each is quoted: the sheet is where they meet.
  const voices = (entry.sources ?? []).filter(({ answer }) => answer !== undefined);
  const differ = voices.some(({ answer }) => !deepEqual(answer, voices[0]?.answer));
  const told = differ
    ? byWhatWasSaid(voices, ({ answer }) => answer, telling)
    : [{ said: entry.answer, who: null }];
  return told.map(({ said, who }) => ({
    kind: 'said',
    text: answerInWords(telling, id, said as AnswerValue),
    about,
    level: telling.question(id)?.kind === 'level' ? String(said) : null,
    who,
  }));
}

type Voice = NonNullable<Entry['sources']>[number];

// Who says the same is quoted once, by all names.
function byWhatWasSaid<Said>(
  voices: readonly Voice[],
  saidBy: (voice: Voice) => Said,
  { questionnaire, tell }: Telling,
): readonly { readonly said: Said; readonly who: string }[] {
  const apart: { said: Said; who: string }[] = [];
  for (const source of voices) {
    const said = saidBy(source);
    const who = speaker({ source, points: null }, questionnaire, tell);
    const before = apart.find((one) => deepEqual(one.said, said));
    if (before) before.who = `${before.who}, ${who}`;
    else apart.push({ said, who });
  }
  return apart;
}

function notesOn(id: string, telling: Telling): readonly SaidView[] {
  const { note, sources = [] } = entryOf(id, telling) ?? {};
  const noted = sources.filter((source) => spoken(source.note) !== null);
  const notes =
    noted.length > 0
      ? byWhatWasSaid(noted, (source) => spoken(source.note), telling)
      : [{ said: spoken(note), who: null }];
  return notes.flatMap(({ said, who }) =>
    said === null ? [] : [{ ...plain, kind: 'said', text: said, about: titleOf(telling, id), who }],
  );
}

// What is done is no longer due, and has shown what there was to show.
function ofSteps(
  part: Extract<SheetSource, { kind: 'step' }>['part'],
  steps: readonly SheetStepView[],
  telling: Telling,
): readonly SaidView[] {
  const ahead = steps.filter(({ isDone }) => !isDone);
  const told = (among: readonly SheetStepView[], tellOf: (step: SheetStepView) => string | null) =>
    among.map((step) => ({ text: tellOf(step), title: step.title }));
  const entries = {
    who: () => told(steps, ({ decided }) => decided?.who ?? null),
    due: () => told(ahead, ({ decided }) => decided?.due?.text ?? null),
    owner: () => told(ahead, ({ owner }) => owner),
    kpi: () =>
      told(ahead, ({ id }) => {
        const kpi = telling.advice(id)?.kpi;
        return kpi ? telling.tell(kpi) : null;
      }),
  }[part]();
  const texts = new Set(entries.flatMap(({ text }) => text ?? []));
  return [...texts].map((text) => ({
    ...plain,
    kind: 'planned',
    text,
    about: entries
      .filter((entry) => entry.text === text)
      .map(({ title }) => title)
      .join('; '),
  }));
}
