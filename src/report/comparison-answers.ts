import { answerChanges, type StateChange } from '../assessment/comparison-format.ts';
import { item, list } from './comparison-lists.ts';
import { targetSaid } from './comparison-results.ts';
import { type Comparing, causesInWords, saidChange, saidInWords } from './comparison-telling.ts';
import type { ItemView, ListView, Mark } from './comparison-view-type.ts';
import { answerInWords, titleOf } from './telling.ts';

/** What the company said of itself otherwise, and the targets that moved. */
export function profileLists(comparing: Comparing, change: StateChange): readonly ListView[] {
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

/** What was answered otherwise, by the way it went. */
export function answerLists(comparing: Comparing, change: StateChange): readonly ListView[] {
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

/** What is proved now, or no longer, and what changed beside an answer that stays. */
export function evidenceLists(comparing: Comparing, change: StateChange): readonly ListView[] {
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
