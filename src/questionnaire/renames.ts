import type { Change } from './migration-format.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What the changes since an edition call its ids, and what they make of it beyond that. */
export type Renames = {
  readonly asked: (id: string) => string;
  readonly option: (of: string, option: string) => string;
  /** New names of what has another one. */
  readonly applied: readonly string[];
  /** Questions that changes make something else of than a new name. */
  readonly remade: readonly string[];
};

/** Follows the ids of an edition through later changes. */
export function renamesSince(old: Questionnaire, changes: readonly Change[]): Renames {
  const asked = (id: string) => changes.reduce((now, change) => renamed(now, change, null), id);
  const option = (of: string, id: string) =>
    changes.reduce(
      (now, change) => ({
        of: renamed(now.of, change, null),
        id: renamed(now.id, change, now.of),
      }),
      { of, id },
    ).id;
  const all = [...old.profile, ...old.questions.map(({ question }) => question)];
  const applied = all.flatMap((question) => {
    const name = asked(question.id);
    const options = 'options' in question ? question.options : [];
    const named = options.some((one) => 'id' in one && option(question.id, one.id) !== one.id);
    return name !== question.id || named ? [name] : [];
  });
  return { asked, option, applied, remade: all.flatMap((one) => remade(one, changes)) };
}

function renamed(id: string, { change, of, from, to }: Change, about: string | null): string {
  return change === 'rename' && of === about && from.includes(id) ? (to[0] ?? id) : id;
}

type Asked = Questionnaire['profile'][number] | Questionnaire['questions'][number]['question'];

// Split, merged or taken away, or an option of it; a level that has another number counts otherwise.
function remade(question: Asked, changes: readonly Change[]): readonly string[] {
  let name = question.id;
  let options =
    'options' in question
      ? question.options.map((one, level) => ('id' in one ? one.id : String(level)))
      : [];
  for (const change of changes) {
    const isOption = change.of === name && change.from.some((id) => options.includes(id));
    const isQuestion = change.of === null && change.from.includes(name);
    const isName = change.change === 'rename' && !(isOption && question.kind === 'level');
    if ((isOption || isQuestion) && !isName) return [question.id];
    options = options.map((id) => renamed(id, change, name));
    name = renamed(name, change, null);
  }
  return [];
}
