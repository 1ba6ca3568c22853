import { compared } from '../assessment/differences.ts';
import type { Engine } from '../assessment/engine.ts';
import { sheetOf } from '../assessment/sheet.ts';
import { standOf } from '../assessment/stand.ts';
import type { Answers, Source } from '../questionnaire/answers.ts';
import { type RoleFile, roleOf, voices } from '../questionnaire/role-file.ts';
import { teller } from '../questionnaire/teller.ts';
import { saidInWords } from '../report/said-in-words.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import { tame, tameLine, tameLog } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Call } from './call.ts';
import { mergeRemarks, nameOf } from './merge-remarks.ts';
import { widthOf } from './terminal-page.ts';

/** Says what was merged: how far the roles are apart, and what nobody has answered and who could. */
export function mergeReport(
  engine: Engine,
  files: readonly RoleFile[],
  answers: Answers,
  names: boolean,
  language: string,
  { io, words }: Call,
): string {
  const { questionnaire } = engine;
  const { merge } = words;
  const tell = teller(questionnaire, answers.profile, language);
  const { notDue } = standOf(engine, sheetOf(engine, answers));
  const due = engine.questions.filter(({ position }) => notDue[position] === null);
  const isDue = (id: string) => due.some((question) => question.id === id);
  const several = compared(questionnaire, answers.answers, isDue);
  const [first] = several;
  const roleTitle = (id: string) => {
    const role = questionnaire.roles.find((one) => one.id === id);
    return role ? tell(role.title) : id;
  };
  const open = (state: 'unknown' | 'unanswered') => {
    const ids = due.filter(({ id, scoring }) => {
      const stands = answers.answers[id]?.state;
      return scoring && (state === 'unknown' ? stands === 'unknown' : stands === undefined);
    });
    const roles = ids.map((question) => who(engine, question.roles).map(roleTitle).join(', '));
    const lines = [...new Set(roles)].map((who) => {
      const theirs = ids.filter((_question, index) => roles[index] === who);
      return `  ${merge.can(who, theirs.map(({ question }) => tell(question.title)).join('; '))}`;
    });
    return lines.length === 0 ? [] : [merge[state], ...lines];
  };
  const { warnings, remarks } = mergeRemarks(questionnaire, files, answers, names, language, words);
  const lines = [
    ...warnings,
    merge.files(
      files.map((one) => merge.file(nameOf(one), rolesOf(one).map(roleTitle).join(', '))),
    ),
    merge.counts(
      due.filter(({ id }) => answers.answers[id]?.state === 'answered').length,
      due.filter(({ id, scoring }) => scoring && answeredBy(id, files) > 1).length,
      several.filter(({ spread }) => spread > 0).length,
    ),
    ...(first && first.spread > 0
      ? [
          merge.widest(
            tell(engine.questions[engine.positions.get(first.id) ?? 0]?.question.title ?? {}),
            saidInWords(first, questionnaire, tell, language),
          ),
          merge.lowest,
        ]
      : []),
    ...remarks,
    ...open('unanswered'),
    ...open('unknown'),
  ];
  const width = widthOf(io.stderr);
  const wrapped = lines.flatMap((line) =>
    wrap(tame(tameLine(line)), width, line.startsWith(' ') ? 4 : 2),
  );
  return tameLog(`${wrapped.join('\n')}\n`);
}

// People: each file of a role is one, whether or not names are kept; of merged files whoever has no file here.
function answeredBy(id: string, files: readonly RoleFile[]): number {
  const voiced = files.map((one) => voices(one, 'answers', true)[id]?.sources ?? []);
  const isOwn = files.map(({ answers }) => (answers.answers[id]?.sources ?? []).length === 0);
  const key = ({ name: _name, ...said }: Source) => canonicalJson(said);
  const known = voiced.map((sources) => sources.filter(({ answer }) => answer !== undefined));
  const own = known.filter((_sources, index) => isOwn[index]).flat();
  const noted = known.filter((_sources, index) => !isOwn[index]).flat();
  const others = noted.filter((one) => !own.some((mine) => key(mine) === key(one)));
  return own.length + new Set(others.map((one) => canonicalJson(one))).size;
}

function rolesOf({ answers }: RoleFile): readonly string[] {
  const own = roleOf(answers);
  if (own !== null) return [own];
  const entries = [...Object.values(answers.profile), ...Object.values(answers.answers)];
  return [...new Set(entries.flatMap(({ sources = [] }) => sources.map(({ role }) => role)))];
}

function who({ questionnaire }: Engine, roles: readonly string[] | null): readonly string[] {
  return roles ?? questionnaire.roles.map(({ id }) => id);
}
