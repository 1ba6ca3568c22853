import { compared } from '../assessment/differences.ts';
import type { Engine } from '../assessment/engine.ts';
import { standOf } from '../assessment/stand.ts';
import type { Answers } from '../questionnaire/answers.ts';
import type { RoleFile } from '../questionnaire/role-file.ts';
import { roleOf } from '../questionnaire/role-file.ts';
import { teller } from '../questionnaire/teller.ts';
import { saidInWords } from '../report/said-in-words.ts';
import { deepEqual } from '../shared/deep-equal.ts';
import { tame, tameLine } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import type { Call } from './call.ts';

const widest = 100;

/** Says what was merged: how far the roles are apart, and what nobody has answered and who could. */
export function mergeReport(
  engine: Engine,
  files: readonly RoleFile[],
  answers: Answers,
  language: string,
  { io, words }: Call,
): string {
  const { questionnaire } = engine;
  const { merge } = words;
  const tell = teller(questionnaire, answers.profile, language);
  const { notDue } = standOf(engine, answers);
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
  const differing = stepsApart(files);
  const lines = [
    merge.files(
      files.map((one) => merge.file(nameOf(one), rolesOf(one).map(roleTitle).join(', '))),
    ),
    merge.counts(
      due.filter(({ id }) => answers.answers[id]?.state === 'answered').length,
      several.length,
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
    ...open('unanswered'),
    ...open('unknown'),
    ...(differing.length === 0 ? [] : [merge.steps(differing.join(', '))]),
  ];
  const width = Math.min(io.stderr.columns ?? 80, widest);
  return `${lines.flatMap((line) => wrap(tame(tameLine(line)), width, line.startsWith(' ') ? 4 : 2)).join('\n')}\n`;
}

function nameOf({ file }: RoleFile): string {
  return file.at([]).file;
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

function stepsApart(files: readonly RoleFile[]): readonly string[] {
  const ids = new Set(files.flatMap(({ answers }) => Object.keys(answers.steps)));
  return [...ids].filter((id) => {
    const [first, ...others] = files.flatMap(({ answers }) => answers.steps[id] ?? []);
    return others.some((other) => !deepEqual(other, first));
  });
}
