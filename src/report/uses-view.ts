import type { UsesSideBySide } from '../assessment/comparison-format.ts';
import { group, item, list } from './comparison-lists.ts';
import { levelCell, targetSaid } from './comparison-results.ts';
import { type Comparing, saidInWords } from './comparison-telling.ts';
import type { GroupView, ResultRowView, ResultsView } from './comparison-view-type.ts';
import { levelView, overallScale, titleOf } from './telling.ts';

/** The levels of every use, and what counts over all of them. */
export function usesTable(comparing: Comparing, uses: UsesSideBySide): ResultsView {
  const { comparison, telling, say, labels } = comparing;
  const { states } = comparison;
  const { tenths, exact } = telling.numbers;
  const cell = (
    told: Parameters<typeof levelCell>[0] & { readonly target: number | null },
    show: (value: number) => string,
  ) => {
    const level = levelCell(told);
    if (told.target === null || level === '–') return level;
    return `${level} (${targetSaid(comparing, told.target, show)})`;
  };
  const row = (
    title: string,
    kind: ResultRowView['kind'],
    cells: readonly string[],
    { level, levelHigh, files }: UsesSideBySide['overall'],
  ): ResultRowView => {
    const who = files.map((file) => labels[file] ?? '').join(say('compare.join'));
    const counts = levelCell({ level, levelHigh, plus: false });
    const named = files.length > 0 && files.length < states.length && level !== null;
    return {
      title,
      kind,
      cells: [...cells, named ? `${counts} (${who})` : counts],
      direction: null,
      mark: 'still',
      target: null,
      targetSaid: null,
      remarks: [],
    };
  };
  return {
    title: say('compare.uses.title'),
    lead: [levelSentence(comparing, uses), say('compare.uses.lead')],
    caption: say('compare.uses-caption'),
    columns: [...labels, say('compare.uses.counts')],
    changeColumn: null,
    targetColumn: say('compare.target'),
    remarks: [],
    rows: [
      row(
        say('compare.uses.whole'),
        'overall',
        states.map(({ overall }) => cell(overall, exact)),
        uses.overall,
      ),
      ...uses.hurdles.map((hurdle) => {
        const told = telling.questionnaire.hurdles.find(({ id }) => id === hurdle.id);
        return row(
          told ? telling.tell(told.title) : hurdle.id,
          'hurdle',
          states.map(({ hurdles }) => {
            const found = hurdles.find(({ id }) => id === hurdle.id);
            return found ? cell(found, tenths) : '–';
          }),
          hurdle,
        );
      }),
    ],
  };
}

/** Every verdict with the uses it stands for. */
export function usesVerdicts(comparing: Comparing, uses: UsesSideBySide): GroupView {
  const { telling, tellings, say, labels, comparison } = comparing;
  const isFine = ({ kind }: { readonly kind: string }) => kind === 'fine';
  const told = (verdicts: UsesSideBySide['verdicts']) =>
    verdicts.map(({ id, uses: concerned }) => {
      const names = concerned.map(({ file, certain }) => {
        const use = comparison.states[file]?.subject.use;
        const name = use === undefined ? labels[file] : `${labels[file]} (${use})`;
        return certain ? name : say('compare.uses.provisional', { use: name });
      });
      return item((tellings[concerned[0]?.file ?? 0] ?? telling).verdict(id), {
        details: [say('compare.uses.concerns', { uses: names.join('; ') })],
      });
    });
  const lists = [
    list(say('compare.uses.verdict'), 'bad', told(uses.verdicts.filter((one) => !isFine(one)))),
    list(say('compare.verdict.fine-added'), 'good', told(uses.verdicts.filter(isFine))),
  ];
  return {
    ...group('verdicts', say('compare.uses.verdicts'), lists),
    lead: uses.verdicts.length > 0 ? null : say('compare.uses.verdict-none'),
  };
}

/** What is about the company and answered otherwise in one file than in another; none where nothing is asked about it. */
export function differingAnswers(comparing: Comparing, uses: UsesSideBySide): readonly GroupView[] {
  const { telling, say, labels, comparison } = comparing;
  const items = uses.differing.map(({ id, values }) =>
    item(titleOf(telling, id), {
      details: values.map(({ files, said }) => {
        const who = files.map((file) => labels[file] ?? '').join(say('compare.join'));
        const names = files.map((file) => comparison.states[file]?.name ?? '').join(', ');
        return `${who}: ${saidInWords(comparing, id, said)} (${names})`;
      }),
    }),
  );
  const title = say('compare.uses.differing');
  const { profile, questions } = telling.questionnaire;
  const asked = [...profile, ...questions.map(({ question }) => question)];
  if (asked.every(({ unit }) => unit !== 'company')) return [];
  return [
    {
      ...group('differing', title, [list(say('compare.uses.differing-title'), 'plain', items)]),
      lead: say(items.length > 0 ? 'compare.uses.differing-lead' : 'compare.uses.differing-none'),
    },
  ];
}

function levelSentence({ telling, say }: Comparing, { overall }: UsesSideBySide): string {
  const most = overall.level ?? overall.levelHigh;
  const told = levelView(telling, overallScale(telling), most);
  if (!told) return say('compare.uses.level-none');
  const key = overall.level === null ? 'level-at-most' : 'level-is';
  return say(`compare.uses.${key}`, { level: told.number, name: told.name });
}
