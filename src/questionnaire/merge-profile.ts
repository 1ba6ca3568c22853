import { canonicalJson } from '../shared/canonical-json.ts';
import { type Problem, problem } from '../shared/problem.ts';
import type { Answer, Answers, Source } from './answers.ts';
import { fromLong } from './answers.ts';
import { least, normal, type Ranking, united, whole } from './merge-entry.ts';
import type { ProfileQuestion } from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import { counting, type RoleFile, type Voiced } from './role-file.ts';

type Profiled = RoleFile & { readonly said: Readonly<Record<string, Voiced>> };

/**
 * Merges what is said about the company: it is one, so the files have to agree, texts word for word. Where they do
 * not, the first preferred role that has one answer decides; what nobody knows is no disagreement. What was agreed on
 * in a merged file stands.
 */
export function mergeProfile(
  questionnaire: Questionnaire,
  files: readonly Profiled[],
  prefer: readonly string[],
  ranking: Ranking,
  ordered: Ranking,
): { readonly answers: Answers['profile']; readonly problems: readonly Problem[] } {
  const merged = questionnaire.profile.flatMap((question) => {
    const voiced = counting(files.flatMap(({ said }) => said[question.id] ?? []));
    if (voiced.length === 0) return [];
    const stands = standing(question, voiced, prefer, ranking);
    return [{ question, voiced, stands }];
  });
  return {
    answers: Object.fromEntries(
      merged.flatMap(({ question, voiced, stands }) =>
        stands ? [[question.id, whole(stands, voiced, question, ordered)]] : [],
      ),
    ),
    problems: merged.flatMap(({ question, voiced, stands }) =>
      stands ? [] : [conflict(question, files, voiced, ordered)],
    ),
  };
}

// Null where the files differ and no preferred role decides.
function standing(
  question: ProfileQuestion,
  voiced: readonly Voiced[],
  prefer: readonly string[],
  ranking: Ranking,
): Answer | null {
  const known = voiced.filter(({ state }) => state === 'answered');
  const said = distinct(known, question);
  if (said.length === 0) return least(voiced, question, ranking) ?? null;
  if (said.length === 1) return least(known, question, ranking) ?? null;
  const sources = voiced.flatMap((one) => one.sources.flatMap(asAnswer));
  for (const preferred of prefer) {
    const theirs = sources.filter(({ role }) => role === preferred).map(({ answer }) => answer);
    const [wanted, another] = distinct(theirs, question);
    if (another !== undefined) return null;
    if (wanted === undefined) continue;
    const all = [...known, ...sources.map(({ answer }) => answer)];
    const same = all.filter((answer) => wordOf(answer, question) === wanted);
    return least(same, question, ranking) ?? null;
  }
  return null;
}

// What a migration took away of what a role said is said no more.
function asAnswer({ role, name: _name, ...said }: Source) {
  if (said.answer === undefined) return [];
  return [{ role, answer: { ...fromLong(said), sources: [{ role, ...said }] } }];
}

function distinct(answers: readonly Answer[], question: ProfileQuestion): readonly string[] {
  return [...new Set(answers.flatMap((answer) => wordOf(answer, question) ?? []))];
}

// What was answered, as a text that is equal where the answers are.
function wordOf(answer: Answer, question: ProfileQuestion): string | null {
  return answer.state === 'answered' ? canonicalJson(normal(answer.answer, question)) : null;
}

// Told where the first file stands that says something else than those before it.
function conflict(
  question: ProfileQuestion,
  files: readonly Profiled[],
  voiced: readonly Voiced[],
  ranking: Ranking,
): Problem {
  const { id } = question;
  const words = files.map(({ said }) => (said[id] ? wordOf(said[id], question) : null));
  const first = words.find((word) => word !== null);
  const other = files[words.findIndex((word) => word !== null && word !== first)];
  const sources = united(
    voiced.flatMap((one) => one.sources),
    question,
    ranking,
  );
  const said = sources.flatMap(({ role, answer }) =>
    answer === undefined ? [] : [{ role, answer: [answer].flat().join(', ') }],
  );
  const once = said.filter(
    (one, index) =>
      said.findIndex(({ role, answer }) => role === one.role && answer === one.answer) === index,
  );
  const at = (other ?? files[0])?.file.at(['profile', id]) ?? { file: '', line: 1, column: 1 };
  return problem('profile-conflict', at, { id, said: once });
}
