import type { ComparedState, Direction, StateChange } from '../assessment/comparison-format.ts';
import { type Comparing, causesInWords } from './comparison-telling.ts';
import type { Mark, ResultRowView, ResultsView } from './comparison-view-type.ts';
import { isEnough, levelView, overallScale } from './telling.ts';

/** What a level is read from: that of the company, or of a hurdle. */
export type Levelled = {
  readonly level: number | null;
  readonly levelHigh: number | null;
  readonly plus: boolean;
};

/**
 * The levels of the company and of every hurdle at each state, then the figures for comparing over time.
 *
 * @param shown places of the states that have a column
 */
export function resultsView(
  comparing: Comparing,
  change: StateChange,
  shown: readonly number[],
): ResultsView | null {
  if (change.overall === null) return null;
  const { comparison, telling, say, labels } = comparing;
  const states = shown.flatMap((index) => comparison.states[index] ?? []);
  const cells = (of: (state: ComparedState) => string) =>
    states.map((state) => (state.inLine ? of(state) : '–'));
  const { overall } = change;
  const overallRow: ResultRowView = {
    title: say('compare.company'),
    kind: 'overall',
    cells: cells((state) => levelCell(state.overall)),
    ...direction(comparing, overall.direction),
    ...targetOf(comparing, overall.target, telling.numbers.exact),
    remarks: [],
  };
  const hurdleRows = change.hurdles.map((hurdle): ResultRowView => {
    const told = telling.questionnaire.hurdles.find(({ id }) => id === hurdle.id);
    const causes = causesInWords(comparing, change, hurdle.targetBecause, 'because-target');
    const gates = (what: keyof typeof hurdle.gates) =>
      hurdle.gates[what].map((id) => say(`compare.gate-${what}`, { why: why(comparing, id) }));
    return {
      title: told ? telling.tell(told.title) : hurdle.id,
      kind: 'hurdle',
      cells: cells((state) => {
        const found = state.hurdles.find(({ id }) => id === hurdle.id);
        return found ? levelCell(found) : '–';
      }),
      ...direction(comparing, hurdle.direction),
      ...targetOf(comparing, hurdle.target, telling.numbers.tenths),
      remarks: [
        ...levelCauses(comparing, change, hurdle.levelBecause),
        ...gates('gone'),
        ...gates('released'),
        ...gates('added'),
        ...gates('limiting'),
        ...(causes === null || change.profile.length > 0 ? [] : [causes]),
      ],
    };
  });
  return {
    title: say('compare.results'),
    lead: lead(comparing, change),
    caption: say('compare.results-caption'),
    columns: shown.map((index) => labels[index] ?? ''),
    changeColumn: change.unchanged ? null : say('compare.change'),
    targetColumn: say('compare.target'),
    rows: [overallRow, ...hurdleRows, ...figures(comparing, cells)],
    remarks: hurdleRows.flatMap(({ title, remarks }) =>
      remarks.map((remark) => `${title}: ${remark}`),
    ),
  };
}

/** A level in a cell: "1", "1+", "1–2"; "≤ 2" while none can be named; "–" where there is nothing. */
export function levelCell({ level, levelHigh, plus }: Levelled): string {
  if (level === null) return levelHigh === null ? '–' : `≤ ${levelHigh}`;
  const high = levelHigh === null || levelHigh === level ? '' : `–${levelHigh}`;
  return `${level}${plus ? '+' : ''}${high}`;
}

const marks = {
  same: 'still',
  up: 'up',
  higher: 'up',
  down: 'down',
  lower: 'down',
  clearer: 'plain',
  vaguer: 'plain',
  'now-rateable': 'good',
  'no-longer-rateable': 'bad',
  'newly-counts': 'plain',
  'counts-no-longer': 'plain',
} satisfies Readonly<Record<Direction, Mark>>;

function direction({ say }: Comparing, way: Direction): Pick<ResultRowView, 'direction' | 'mark'> {
  return { direction: say(`compare.direction.${way}`), mark: marks[way] };
}

/** A target by its name: too low to be called one, it is what is enough for now. */
export function targetSaid(
  { telling, say }: Pick<Comparing, 'telling' | 'say'>,
  target: number,
  show: (value: number) => string,
): string {
  const key = isEnough(telling, target) ? 'enough-is' : 'target-is';
  return say(`compare.${key}`, { target: show(target) });
}

function targetOf(
  comparing: Comparing,
  [from, to]: readonly [number | null, number | null],
  show: (value: number) => string,
): Pick<ResultRowView, 'target' | 'targetSaid'> {
  const { say, telling } = comparing;
  const told = (value: number | null) => (value === null ? '–' : show(value));
  if (told(from) !== told(to)) {
    const target = say('compare.arrow', { from: told(from), to: told(to) });
    return { target, targetSaid: say('compare.target-is', { target }) };
  }
  if (to === null) return { target: null, targetSaid: null };
  const said = targetSaid(comparing, to, show);
  return { target: isEnough(telling, to) ? said : show(to), targetSaid: said };
}

function why({ telling }: Comparing, id: string): string {
  const gate = telling.questionnaire.gates.find((one) => one.id === id);
  return gate ? telling.tell(gate.why) : id;
}

function figures(
  { say, telling: { numbers } }: Comparing,
  cells: (of: (state: ComparedState) => string) => readonly string[],
): readonly ResultRowView[] {
  const row = (key: string, of: (state: ComparedState) => string): ResultRowView => ({
    title: say(`compare.${key}`),
    kind: 'figure',
    cells: cells(of),
    direction: null,
    mark: 'still',
    target: null,
    targetSaid: null,
    remarks: [],
  });
  return [
    row('score', ({ overall: { score, scoreHigh } }) => {
      if (score === null) return '–';
      const [low, high] = [numbers.whole(score), numbers.whole(scoreHigh ?? score)];
      return low === high ? low : `${low}–${high}`;
    }),
    row('coverage', ({ overall: { coverage } }) =>
      coverage === null ? '–' : numbers.percent(coverage),
    ),
    row('backed', ({ overall: { backed } }) => numbers.whole(backed)),
  ];
}

// What changed the level is not what moved the target: each has its own sentence.
function levelCauses(
  comparing: Comparing,
  change: StateChange,
  because: readonly string[] | null,
): readonly string[] {
  if (because === null) return [];
  const causes = causesInWords(comparing, change, because, 'because-level');
  return [causes ?? comparing.say('compare.because-several')];
}

function lead(comparing: Comparing, change: StateChange): readonly string[] {
  const { say, telling } = comparing;
  const { overall } = change;
  if (overall === null) return [];
  const scale = overallScale(telling);
  const named = (level: number | null) => levelView(telling, scale, level);
  const [before, after] = overall.level.map(named);
  const [from, to] = overall.target;
  const causes = causesInWords(comparing, change, overall.targetBecause, 'because-target');
  const moved = from !== null && to !== null && from !== to && causes !== null;
  const level =
    !before && !after
      ? say('compare.level-none')
      : !after
        ? say('compare.level-no-longer', { from: before?.number, before: before?.name })
        : !before
          ? say('compare.level-newly', { to: after.number, name: after.name })
          : before.number === after.number
            ? say('compare.level-same', { to: after.number, name: after.name })
            : say('compare.level-now', {
                from: before.number,
                before: before.name,
                to: after.number,
                name: after.name,
              });
  return [
    level,
    ...levelCauses(comparing, change, overall.levelBecause),
    ...(moved ? [say(`compare.target-${to > from ? 'rose' : 'fell'}`, { from, to })] : []),
    ...(moved ? [causes] : []),
    ...(to !== null && overall.atTarget[1] && !overall.atTarget[0]
      ? [say('compare.at-target')]
      : []),
  ];
}
