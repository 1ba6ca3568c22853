import { answerChanges, type StateChange, stepChanges } from '../assessment/comparison-format.ts';
import { dayInWords } from '../shared/day.ts';
import { targetSaid } from './comparison-results.ts';
import { type Comparing, causesInWords, saidChange, saidInWords } from './comparison-telling.ts';
import type { GroupView, ItemView, ListView, Mark } from './comparison-view-type.ts';
import { adviceTitle, answerInWords, spoken, titleOf } from './telling.ts';

/** Verdicts and contradictions: what is lifted and what is new stands before what still stands. */
export function verdictGroups(comparing: Comparing, change: StateChange): readonly GroupView[] {
  const { say } = comparing;
  const verdicts = verdictLists(comparing, change);
  const asks = (['added', 'resolved', 'standing'] as const).map((what) =>
    list(
      say(`compare.contradiction.${what}`),
      { added: 'bad', resolved: 'good', standing: 'still' }[what] as Mark,
      change.contradictions[what].map((id) => item(ask(comparing, id))),
    ),
  );
  return [
    {
      ...group('verdicts', say('compare.verdicts'), verdicts),
      lead: verdicts.some(({ items }) => items.length > 0) ? null : say('compare.verdict.none'),
    },
    ...filled(group('contradictions', say('compare.contradictions'), asks)),
  ];
}

/** What was said otherwise: details, targets, answers, steps, proof. */
export function answerGroups(comparing: Comparing, change: StateChange): readonly GroupView[] {
  const { say } = comparing;
  return [
    ...filled(group('details', say('compare.profile'), profileLists(comparing, change))),
    ...filled(group('answers', say('compare.answers'), answerLists(comparing, change))),
    ...filled(group('steps', say('compare.steps'), stepLists(comparing, change))),
    ...filled(group('evidence', say('compare.evidence'), evidenceLists(comparing, change))),
  ];
}

/** What stands where nothing changed. */
export function standingGroups(comparing: Comparing, change: StateChange): readonly GroupView[] {
  const { say } = comparing;
  return [
    ...verdictGroups(comparing, change),
    ...filled(group('steps', say('compare.steps'), stepLists(comparing, change))),
  ];
}

export function item(text: string, beside: Partial<Omit<ItemView, 'text'>> = {}): ItemView {
  return { text, change: null, details: [], more: [], ...beside };
}

export function list(title: string, mark: Mark, items: readonly ItemView[]): ListView {
  return { title, mark, items };
}

/** A group without its empty lists. */
export function group(id: string, title: string, lists: readonly ListView[]): GroupView {
  return { id, title, lead: null, lists: lists.filter(({ items }) => items.length > 0) };
}

function filled(one: GroupView): readonly GroupView[] {
  return one.lists.length > 0 ? [one] : [];
}

// Good news that holds no longer is bad news, and the other way round.
function verdictLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling, tellings } = comparing;
  const { lifted, added, confirmed, doubtful, standing, uncomparable } = change.verdicts;
  const told = (title: string, mark: Mark, verdicts: typeof lifted) =>
    list(
      say(`compare.verdict.${title}`),
      mark,
      verdicts.map(({ id, certain, because }) => {
        const causes = causesInWords(comparing, change, because);
        const found = telling.questionnaire.verdicts.find((verdict) => verdict.id === id);
        const stands = title === 'added' || title === 'standing' || title === 'confirmed';
        const isGone = title.endsWith('lifted');
        const then = tellings[isGone ? change.from : change.to] ?? telling;
        return item(then.verdict(id), {
          details: [
            ...(certain || title === 'doubtful' ? [] : [say('compare.verdict.provisional')]),
            ...(causes === null || title === 'standing' ? [] : [causes]),
            ...(stands && found?.lifted
              ? [say('compare.verdict.lifted-when', { text: telling.tell(found.lifted) })]
              : []),
          ],
        });
      }),
    );
  const fine = ({ kind }: { readonly kind: string }) => kind === 'fine';
  const others = (one: { readonly kind: string }) => !fine(one);
  return [
    told('lifted', 'good', lifted.filter(others)),
    told('added', 'bad', added.filter(others)),
    told('fine-added', 'good', added.filter(fine)),
    told('fine-lifted', 'bad', lifted.filter(fine)),
    told('confirmed', 'bad', confirmed),
    told('doubtful', 'plain', doubtful),
    told('standing', 'still', standing),
    list(
      say('compare.verdict.uncomparable'),
      'plain',
      uncomparable.map((id) => item(telling.verdict(id))),
    ),
  ];
}

function ask({ telling }: Comparing, id: string): string {
  const found = telling.questionnaire.contradictions.find((one) => one.id === id);
  return found ? telling.tell(found.ask) : id;
}

function profileLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling } = comparing;
  const changed = change.profile.map(({ id, said }) =>
    item(titleOf(telling, id), { change: saidChange(comparing, id, said) }),
  );
  return [
    list(say('compare.profile-changed'), 'plain', changed),
    list(say('compare.targets'), 'plain', targetItems(comparing, change)),
  ];
}

// Dozens of targets move together: they are told by what moved them.
function targetItems(comparing: Comparing, change: StateChange): readonly ItemView[] {
  const { say, telling } = comparing;
  const rises = ({ target: [from, to] }: StateChange['targets'][number]) => (to ?? 0) > (from ?? 0);
  const alike = new Map<string, StateChange['targets']>();
  for (const moved of change.targets) {
    const key = JSON.stringify([rises(moved), moved.because]);
    alike.set(key, [...(alike.get(key) ?? []), moved]);
  }
  return [...alike.values()].map((moved) => {
    const causes = causesInWords(comparing, change, moved[0]?.because ?? []);
    const way = moved.some(rises) ? 'rose' : 'fell';
    return item(say(`compare.targets-${way}`, { n: moved.length }), {
      details: causes === null ? [] : [causes],
      more: moved.map(
        ({ id, target }) =>
          `${titleOf(telling, id)}: ${say('compare.arrow', { from: target[0], to: target[1] })}`,
      ),
    });
  });
}

const answerMarks: Readonly<Partial<Record<string, Mark>>> = {
  up: 'up',
  down: 'down',
  'now-known': 'good',
  'now-unknown': 'bad',
};

function answerLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling } = comparing;
  return answerChanges.map((kind) =>
    list(
      say(`compare.answer.${kind}`),
      answerMarks[kind] ?? 'plain',
      change.answers
        .filter((one) => one.change === kind)
        .map(({ id, said, target, because }) => {
          const causes = causesInWords(comparing, change, because);
          const told = saidChange(comparing, id, said);
          const aim = target[1];
          return item(titleOf(telling, id), {
            change:
              aim === null || kind === 'newly-asked'
                ? told
                : say('compare.with-target', {
                    change: told,
                    target: targetSaid(comparing, aim, telling.numbers.exact),
                  }),
            details: causes === null ? [] : [causes],
            more: sentences(comparing, id, said),
          });
        }),
    ),
  );
}

// A level's number says little on paper; what it stands for, more.
function sentences(
  { telling, say }: Comparing,
  id: string,
  [before, after]: StateChange['answers'][number]['said'],
): readonly string[] {
  if (telling.question(id)?.kind !== 'level') return [];
  const told = (key: string, said: typeof before) =>
    said.state === 'answered' && said.answer !== undefined
      ? [say(`compare.${key}`, { text: answerInWords(telling, id, said.answer) })]
      : [];
  return [...told('before', before), ...told('now', after)];
}

const stepMarks: Readonly<Partial<Record<string, Mark>>> = { done: 'good', reopened: 'bad' };

function stepLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling, given } = comparing;
  const steps = given[change.to]?.assessment.steps ?? {};
  const changed = stepChanges.map((kind) =>
    list(
      say(`compare.step.${kind}`),
      stepMarks[kind] ?? 'plain',
      change.steps
        .filter((one) => one.change === kind)
        .map(({ id, step: [from, to] }) => {
          const status = (one: typeof from) =>
            one === null ? say('compare.step-none') : say(`plan.status.${one.status}`);
          return item(adviceTitle(telling, id), {
            change:
              from?.status === to?.status
                ? null
                : say('compare.arrow', { from: status(from), to: status(to) }),
            details: stepDetails(comparing, to ?? from),
          });
        }),
    ),
  );
  const done = changed.filter((_list, index) => stepChanges[index] === 'done');
  const others = changed.filter((_list, index) => stepChanges[index] !== 'done');
  const overdue = list(
    say('compare.step.overdue'),
    'bad',
    change.overdue.map((id) =>
      item(adviceTitle(telling, id), { details: stepDetails(comparing, steps[id] ?? null) }),
    ),
  );
  return [...done, overdue, ...others];
}

function stepDetails(
  { say, telling }: Comparing,
  step: StateChange['steps'][number]['step'][0],
): readonly string[] {
  if (step === null) return [];
  const who = spoken(step.who);
  const note = spoken(step.note);
  const due = step.due === undefined ? null : dayInWords(step.due, telling.language);
  const facts = [
    ...(who === null ? [] : [say('compare.step-who', { who })]),
    ...(due === null ? [] : [say('compare.step-due', { day: due })]),
  ];
  return [
    ...(facts.length > 0 ? [facts.join(say('compare.join'))] : []),
    ...(note === null ? [] : [note]),
  ];
}

function evidenceLists(comparing: Comparing, change: StateChange): readonly ListView[] {
  const { say, telling, given } = comparing;
  const kindOf = (file: number, id: string) => given[file]?.assessment.answers[id]?.evidence;
  const proofs = (ids: readonly string[]) =>
    ids.map((id) => {
      const [from, to] = [kindOf(change.from, id), kindOf(change.to, id)];
      const told = (kind: typeof from) =>
        kind === undefined ? say('compare.without-proof') : say(`answers.evidence-kind.${kind}`);
      return item(titleOf(telling, id), {
        change: say('compare.arrow', { from: told(from), to: told(to) }),
      });
    });
  const { gained, lost } = change.evidence;
  return [
    list(say('compare.evidence-gained'), 'good', proofs(gained)),
    list(say('compare.evidence-lost'), 'bad', proofs(lost)),
    list(
      say('compare.notes'),
      'plain',
      change.notes.map((id) => {
        const assessment = given[change.to]?.assessment;
        const said = assessment?.answers[id] ?? assessment?.profile[id] ?? null;
        return item(titleOf(telling, id), { change: saidInWords(comparing, id, said) });
      }),
    ),
  ];
}
