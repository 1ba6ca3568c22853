import type { Named } from '../assessment/compare.ts';
import type {
  ComparedState,
  Comparison,
  Remark,
  StateChange,
} from '../assessment/comparison-format.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { dayInWords } from '../shared/day.ts';
import { answerGroups, standingGroups } from './comparison-groups.ts';
import { group, item, list } from './comparison-lists.ts';
import { levelCell, resultsView } from './comparison-results.ts';
import { type Comparing, comparingOf } from './comparison-telling.ts';
import { verdictGroups } from './comparison-verdicts.ts';
import type { ComparisonView, GroupView } from './comparison-view-type.ts';
import { editionView, titleOfUse } from './edition-view.ts';
import type { ReportWords } from './report-words.ts';
import { tamed } from './tamed.ts';
import { spoken } from './telling.ts';
import { trendView } from './trend-view.ts';
import { differingAnswers, usesTable, usesVerdicts } from './uses-view.ts';

/**
 * Words a comparison for a reader.
 *
 * @param given    the assessments that were compared, in the same order
 * @param language one of the questionnaire's languages
 * @param words    those of reports, in that language
 */
export function comparisonView(
  comparison: Comparison,
  given: readonly Named[],
  questionnaire: Questionnaire,
  language: string,
  words: ReportWords,
): ComparisonView {
  const comparing = comparingOf(comparison, given, questionnaire, language, words);
  return tamed({ ...headOf(comparing), ...bodyOf(comparing) });
}

type Head = Omit<ComparisonView, 'unchanged' | 'before' | 'results' | 'trend' | 'after'>;
type Body = Pick<ComparisonView, 'unchanged' | 'before' | 'results' | 'trend' | 'after'>;

function headOf(comparing: Comparing): Head {
  const { comparison, telling, labels } = comparing;
  const { questionnaire, tell, language } = telling;
  const { states } = comparison;
  const names = states.flatMap(({ subject }) => spoken(subject.name) ?? []);
  const days = states.map(({ date }) => (date === null ? null : dayInWords(date, language)));
  const [from, to] = [days[0], days.at(-1)];
  const isOfUses = comparison.of === 'uses';
  return {
    language,
    tool: comparison.tool,
    questionnaire: editionView(questionnaire, tell),
    brand: null,
    isOfUses,
    title: names.length > 0 ? [...new Set(names)].join(' / ') : tell(questionnaire.title),
    use: isOfUses ? null : spoken(states.at(-1)?.subject.use),
    useTitle: titleOfUse(questionnaire, tell),
    period: !from || !to || from === to || isOfUses ? null : { from, to },
    states: states.map(({ name, subject }, index) => ({
      label: labels[index] ?? '',
      name,
      use: spoken(subject.use),
      day: days[index] ?? null,
    })),
    remarks: comparison.remarks.map((remark) => remarkInWords(comparing, remark)),
  };
}

function bodyOf(comparing: Comparing): Body {
  const { comparison, say } = comparing;
  const { change, uses } = comparison;
  const nothing = { unchanged: null, before: [], results: null, trend: null, after: [] };
  if (uses !== null) {
    return {
      ...nothing,
      before: [usesVerdicts(comparing, uses)],
      results: usesTable(comparing, uses),
      after: differingAnswers(comparing, uses),
    };
  }
  if (change === null) return nothing;
  if (change.comparable === 'nothing') {
    return { ...nothing, unchanged: { title: say('compare.nothing-comparable'), means: '' } };
  }
  const last = comparison.states.length - 1;
  const moved = comparison.between.some(({ unchanged }) => !unchanged);
  if (change.unchanged && !moved) {
    return {
      ...nothing,
      unchanged: { title: say('compare.unchanged'), means: say('compare.unchanged-means') },
      before: standingGroups(comparing, change),
      results: resultsView(comparing, change, [last]),
    };
  }
  return {
    unchanged: null,
    before: verdictGroups(comparing, change),
    results: resultsView(
      comparing,
      change,
      comparison.states.map((_state, index) => index),
    ),
    trend: change.overall === null ? null : trendView(comparing),
    after: [...answerGroups(comparing, change), ...betweenGroup(comparing)],
  };
}

function remarkInWords(comparing: Comparing, { kind, files }: Remark): string {
  const { comparison, telling, say, labels } = comparing;
  const { states, change } = comparison;
  const each = <Value>(of: (file: number) => Value) => [...new Set(files.map(of))];
  const label = (file: number) => {
    const { name = '' } = states[file] ?? {};
    return labels[file] === name ? name : `${labels[file]} (${name})`;
  };
  const subject = kind === 'other-name' ? 'name' : 'use';
  const values = each((file) => spoken(states[file]?.subject[subject]));
  // Where scopes differ, one is as much another as the other: each file says its own.
  const scoped = kind === 'other-scope' ? states.flatMap(judgedPlace) : files;
  const told = say(`compare.remark.${kind}`, {
    scopes: scoped.map((file) => `${label(file)}: ${scopeInWords(comparing, file)}`).join('; '),
    files: files.map(label).join('; '),
    versions: each((file) => states[file]?.version).join(', '),
    version: telling.questionnaire.version,
    values: values.flatMap((value) => value ?? []).join('; '),
    from: labels[change?.from ?? 0],
    to: labels[change?.to ?? 0],
  });
  if (kind === 'dates-out-of-order') {
    const call = callInOrder(states);
    return call === null ? told : `${told} ${say('compare.meant', { call })}`;
  }
  return kind === 'other-scope' && change?.comparable === 'shared'
    ? `${told} ${say('compare.shared', { n: change.shared })}`
    : told;
}

function judgedPlace({ judged }: ComparedState, place: number): readonly number[] {
  return judged ? [place] : [];
}

function scopeInWords({ comparison, telling, say }: Comparing, file: number): string {
  const { quick = false, role = null } = comparison.states[file]?.scope ?? {};
  if (role === null) return say(`compare.scope-${quick ? 'quick' : 'all'}`);
  return say(`compare.scope-${quick ? 'quick-role' : 'role'}`, { role: telling.role(role) });
}

// The same call, the earliest day first; none where a day is missing, or a file came by no name.
function callInOrder(states: readonly ComparedState[]): string | null {
  if (states.some(({ date, name }) => date === null || name.startsWith('<'))) return null;
  const days = [...states].sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1,
  );
  const names = days.map(({ name }) => (/[^\w./\\:-]/.test(name) ? `"${name}"` : name));
  return ['hurdles compare', ...names].join(' ');
}

function betweenGroup(comparing: Comparing): readonly GroupView[] {
  const { comparison, say, labels } = comparing;
  if (comparison.between.length === 0) return [];
  const items = comparison.between.map((change) =>
    item(say('compare.arrow', { from: labels[change.from], to: labels[change.to] }), {
      details: [inShort(comparing, change)],
    }),
  );
  return [group('between', say('compare.between'), [list('', 'plain', items)])];
}

function inShort({ say, telling }: Comparing, change: StateChange): string {
  const { verdicts, answers, steps, overall } = change;
  const count = (key: string, n: number) =>
    n === 0 ? [] : [say(`compare.between-change.${key}`, { n })];
  const others = ({ kind }: { readonly kind: string }) => kind !== 'fine';
  const ways = (way: string) => answers.filter((one) => one.change === way).length;
  if (change.comparable === 'nothing') return say('compare.between-change.other-major');
  const pair = (key: string, [from, to]: readonly [string, string]) =>
    from === to ? [] : [say(`compare.between-change.${key}`, { from, to })];
  const level = (at: 0 | 1) =>
    overall === null
      ? ''
      : levelCell({
          level: overall.level[at],
          levelHigh: overall.levelHigh[at],
          plus: overall.plus[at],
        });
  const score = (at: 0 | 1) => {
    const value = overall?.score[at] ?? null;
    return value === null ? '–' : telling.numbers.whole(value);
  };
  const parts = [
    ...(change.comparable === 'shared'
      ? [say('compare.between-change.shared', { n: change.shared })]
      : []),
    ...count('lifted', verdicts.lifted.filter(others).length),
    ...count('added', verdicts.added.filter(others).length),
    ...(verdicts.added.every(others) ? [] : [say('compare.between-change.fine')]),
    ...(verdicts.lifted.every(others) ? [] : [say('compare.between-change.fine-no-longer')]),
    ...pair('level', [level(0), level(1)]),
    ...pair('score', [score(0), score(1)]),
    ...count('up', ways('up')),
    ...count('down', ways('down')),
    ...count('done', steps.filter((step) => step.change === 'done').length),
  ];
  if (parts.length > 0) return parts.join('; ');
  return say(`compare.between-change.${change.unchanged ? 'nothing' : 'little'}`);
}
