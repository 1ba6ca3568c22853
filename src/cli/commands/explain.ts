import { type Depth, explain } from '../../assessment/explain.ts';
import type { Explained, Explanation } from '../../assessment/explanation-format.ts';
import { isRecomputable } from '../../assessment/recomputable.ts';
import { explainedViews } from '../../report/explained-view.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Call } from '../call.ts';
import { checkDay } from '../check-day.ts';
import { Failure } from '../failure.ts';
import { formatProblems } from '../format-problems.ts';
import { write } from '../io.ts';
import { jsonText } from '../json-text.ts';
import type { CommonOptions } from '../load.ts';
import { quickLoad } from '../quick-load.ts';
import { languageOf, reportWords } from '../report-files.ts';
import { quoted, repeated } from '../shell-words.ts';
import { showExplanation } from '../show-explanation.ts';

export type ExplainOptions = CommonOptions & { readonly json?: boolean; readonly date?: string };

const company = 'company';

/**
 * Explains how a result came about: the company's, or what an id names. For people, or with `--json` every step as
 * data: without an id all there is.
 */
export async function runExplain(
  file: string,
  id: string | undefined,
  options: ExplainOptions,
  call: Call,
): Promise<number> {
  const { io } = call;
  const loaded = await quickLoad(file, options, io, checkDay(options.date));
  const { words, language } = await call.inLanguageOf(loaded.assessment.language);
  const { name, questionnaire, answers, assessment } = loaded;
  if (!isRecomputable(loaded)) throw new Failure('not-recomputable', { file: name });
  // First only what is there; what takes many judgements only for what asks for it.
  const overview = explain(questionnaire, answers, assessment, { gains: false, releases: false });
  const isAll = id === undefined && options.json;
  const refs = (isAll ? overview.entries : called(id, overview)).map(({ ref }) => ref);
  const explanation = explain(questionnaire, answers, assessment, depthOf(refs));
  const entries = explanation.entries.filter(({ ref }) => refs.includes(ref));
  await write(io.stderr, formatProblems(loaded.warnings, words));
  if (options.json) {
    await write(io.stdout, jsonText({ ...explanation, entries }));
    return 0;
  }
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
  await write(io.stdout, more === null ? text : `${text}\n${words.explain.more(more)}\n`);
  return 0;
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
