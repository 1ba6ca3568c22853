import type { StateChange } from '../assessment/comparison-format.ts';
import { filled, group, item, list } from './comparison-lists.ts';
import { type Comparing, causesInWords } from './comparison-telling.ts';
import type { GroupView, ListView, Mark } from './comparison-view-type.ts';

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
        const doubt = isGone ? 'was-provisional' : 'provisional';
        const then = tellings[isGone ? change.from : change.to] ?? telling;
        return item(then.verdict(id), {
          details: [
            ...(certain || title === 'doubtful' ? [] : [say(`compare.verdict.${doubt}`)]),
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
