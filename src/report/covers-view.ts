import type { CoversView } from './differences-view-type.ts';
import type { Telling } from './telling.ts';

/** What one role's answers cover, and who can answer the rest; null where all roles were asked. */
export function coversView(telling: Telling): CoversView | null {
  const { assessment, questionnaire, tell } = telling;
  const { role, quick } = assessment.scope;
  if (role === null) return null;
  const hurdles = assessment.hurdles.map(({ id, questions }) => {
    const asked = questions.filter(({ state }) => state !== 'not-due').length;
    const outside = questions.flatMap((question) => {
      const told = telling.question(question.id);
      const isOthers = question.notDue === 'scope' && told?.roles?.includes(role) === false;
      // What a quick check leaves out, it leaves out for everybody.
      return isOthers && (!quick || told?.quick) ? [told] : [];
    });
    const found = questionnaire.hurdles.find((hurdle) => hurdle.id === id);
    return { title: found ? tell(found.title) : id, asked, outside };
  });
  const outside = hurdles.flatMap((hurdle) => hurdle.outside);
  const asked = hurdles.reduce((sum, hurdle) => sum + hurdle.asked, 0);
  const titles = (isMeant: (hurdle: (typeof hurdles)[number]) => boolean) =>
    hurdles.filter(isMeant).map(({ title }) => title);
  const extents = [
    { extent: 'whole', titles: titles((one) => one.asked > 0 && one.outside.length === 0) },
    { extent: 'part', titles: titles((one) => one.asked > 0 && one.outside.length > 0) },
    { extent: 'none', titles: titles((one) => one.asked === 0 && one.outside.length > 0) },
  ] as const;
  const rest = questionnaire.roles
    .map(({ id }) => ({
      role: telling.role(id),
      questions: outside.filter(({ roles }) => roles?.includes(id)).length,
    }))
    .filter(({ questions }) => questions > 0)
    .sort((a, b) => b.questions - a.questions);
  return {
    asked,
    due: asked + outside.length,
    hurdles: extents.filter((one) => one.titles.length > 0),
    others: outside.length,
    restShared: rest.reduce((sum, { questions }) => sum + questions, 0) > outside.length,
    rest,
  };
}
