import { type Depth, explain } from '../../assessment/explain.ts';
import type { Explained, Explanation } from '../../assessment/explanation-format.ts';
import { isRecomputable } from '../../assessment/recomputable.ts';
import { explainedViews } from '../../report/explained-view.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { Failure } from '../failure.ts';
import { formatProblems } from '../format-problems.ts';
import { offer, write } from '../io.ts';
import type { CommonOptions, Loaded } from '../load.ts';
import { loadAll } from '../load-all.ts';
import { asData, type JsonOptions, oneOrLines } from '../one-or-lines.ts';
import { languageOf, reportWords } from '../report-files.ts';
import { quoted, repeated } from '../shell-words.ts';
import { showExplanation } from '../show-explanation.ts';

export type ExplainOptions = CommonOptions & JsonOptions & { readonly date?: string };

const company = 'company';

/**
 * Explains how a result came about: the company's, or what an id names. For people, or as data with `--json`, of several
 * companies with `--ndjson`: without an id every step there is.
 *
 * @param named the inputs, and at the end the id where there is one
 */
export async function runExplain(
  named: readonly string[],
  options: ExplainOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  const { words, id } = divided(named);
  const rest = [...(id === undefined ? [] : [quoted(id)]), ...repeated(options)];
  const files = await oneOrLines(words, options, 'hurdles explain', io, rest);
  const asked: Asked[] = [];
  for (const [index, loaded] of (
    await loadAll(files, options, call, checkDay(options.date))
  ).entries()) {
    asked.push({ loaded, file: files[index] ?? '-', id, refs: refsOf(loaded, id, options) });
  }
  for (const one of asked) {
    if (!(await tellExplanation(one, options, call))) break;
  }
  return 0;
}

/** What is explained of an input. */
type Asked = {
  readonly loaded: Loaded;
  /** As it was named. */
  readonly file: string;
  readonly id: string | undefined;
  readonly refs: readonly string[];
};

// An id is no path, and has no such ending.
function divided(named: readonly string[]): {
  readonly words: readonly string[];
  readonly id: string | undefined;
} {
  const [first, ...others] = named;
  const isInput = (word: string) =>
    word === '-' || /[/\\*?[{]/.test(word) || /\.(ya?ml|json)$/i.test(word);
  const [id, ...more] = others.filter((word) => !isInput(word));
  if (more.length > 0 || (id !== undefined && others.at(-1) !== id)) {
    throw new Failure('too-many-arguments', { loop: null });
  }
  return { words: [first ?? '-', ...others.filter(isInput)], id };
}

function refsOf(
  loaded: Loaded,
  id: string | undefined,
  { json, ndjson }: ExplainOptions,
): readonly string[] {
  const { name, questionnaire, answers, assessment } = loaded;
  if (!isRecomputable(loaded)) throw new Failure('not-recomputable', { file: name });
  // First only what is there; what takes many judgements only for what asks for it.
  const overview = explain(questionnaire, answers, assessment, { gains: false, releases: false });
  const isAll = id === undefined && (json || ndjson);
  return (isAll ? overview.entries : called(id, overview)).map(({ ref }) => ref);
}

async function tellExplanation(
  { loaded, file, id, refs }: Asked,
  options: ExplainOptions,
  call: Call,
): Promise<boolean> {
  const { io } = call;
  const { words, language } = await call.inLanguageOf(loaded.assessment.language);
  const { questionnaire, answers, assessment } = loaded;
  const explanation = explain(questionnaire, answers, assessment, depthOf(refs));
  const entries = explanation.entries.filter(({ ref }) => refs.includes(ref));
  await write(io.stderr, formatProblems(loaded.warnings, words));
  const data = asData(() => ({ ...explanation, entries }), options);
  if (data !== null) return offer(io.stdout, data);
  const told = languageOf(questionnaire, language);
  const views = explainedViews(
    explanation,
    assessment,
    questionnaire,
    told,
    reportWords(told),
    refs,
  );
  const more = id === undefined ? moreOf(file, options, explanation) : null;
  const text = showExplanation(views, io);
  return offer(io.stdout, more === null ? text : `${text}\n${words.explain.more(more)}\n`);
}

// A question before its recommendation, and everything of that name: that is the order of the entries.
function called(id: string | undefined, { entries }: Explanation): readonly Explained[] {
  const wanted = id ?? company;
  const found = entries.filter(
    (entry) => entry.ref === wanted || (entry.id === wanted && !isEmpty(entry)),
  );
  if (found.length > 0) return found;
  const names = [...new Set(entries.flatMap(({ ref, id: own }) => [own, ref]))];
  // The right name with the kind of something else.
  const own = wanted.slice(wanted.indexOf(':') + 1);
  const other = wanted.includes(':') ? entries.find((entry) => entry.id === own)?.ref : undefined;
  throw new Failure('nothing-called', { id: wanted, nearest: other ?? nearest(wanted, names) });
}

function depthOf(refs: readonly string[]): Depth {
  const has = (...kinds: readonly string[]) =>
    refs.some((ref) => kinds.some((kind) => ref.startsWith(`${kind}:`)));
  return {
    gains: has('recommendation'),
    releases: has('hurdle', 'gate', 'verdict', 'contradiction'),
  };
}

// Where there is no advice, only who asks for it by name wants to be told so.
function isEmpty(entry: Explained): boolean {
  return entry.kind === 'recommendation' && entry.because === 'no-advice';
}

// The hurdle to ask about next is the first of those that hold the company down.
function moreOf(file: string, options: ExplainOptions, { entries }: Explanation): string | null {
  const whole = entries.find((entry) => entry.kind === 'company');
  const [hurdle] = whole?.lowest ?? [];
  return hurdle === undefined
    ? null
    : ['hurdles explain', quoted(file), hurdle, ...repeated(options)].join(' ');
}
