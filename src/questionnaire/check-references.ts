import { type Path, type Problem, problem } from '../shared/problem.ts';
import type { YamlFile } from '../shared/read-yaml.ts';
import { checkCaseIds } from './check-cases.ts';
import { ids, nodeAt, type Outline, record } from './outline.ts';
import { type Known, type Referrer, referrer } from './referrer.ts';

/** Ids that name nothing, prerequisites without advice, hurdles without a question that counts. */
export function checkReferences(file: YamlFile, names: Outline): readonly Problem[] {
  const refer = referrer(file, knownIn(file, names));
  const { listed } = refer;
  const unadvised = new Set<unknown>(
    names.questions.filter(({ hasRecommendation }) => !hasRecommendation).map(({ id }) => id),
  );
  return [
    ...names.hurdles.flatMap(({ id, path, scored }) => [
      ...refer.one('scale', [...path, 'scale']),
      ...(scored ? [] : [problem('nothing-scored', file.at(path), { hurdle: id })]),
    ]),
    ...refer.one('profile', ['targets', 'by']),
    ...listed(['targets', 'modifiers']).flatMap((path) => refer.each('question', [...path, 'for'])),
    ...names.questions.flatMap(({ path }) => [
      ...refer.each('role', [...path, 'roles']),
      ...checkAdvice([...path, 'recommendation'], file, unadvised, refer),
    ]),
    ...listed(['gates'])
      .flatMap((gate) => listed([...gate, 'limits']))
      .flatMap((limit) => [
        ...refer.one('hurdle', [...limit, 'hurdle']),
        ...refer.one('question', [...limit, 'question']),
        ...refer.one('question', [...limit, 'atMost', 'answerOf']),
      ]),
    ...listed(['verdicts']).flatMap((verdict) => [
      ...refer.each('question', [...verdict, 'first']),
      ...refer.each('question', [...verdict, 'defers']),
    ]),
    ...listed(['facts']).flatMap((fact) => refer.each('hurdle', [...fact, 'hurdles'])),
    ...listed(['cases']).flatMap((path) => checkCaseIds(path, refer)),
  ];
}

function checkAdvice(
  path: Path,
  file: YamlFile,
  unadvised: ReadonlySet<unknown>,
  refer: Referrer,
): readonly Problem[] {
  const requires = refer.listed([...path, 'requires']).flatMap((entry) => {
    const id = nodeAt(file.data, entry);
    return unadvised.has(id)
      ? [problem('no-recommendation', file.at(entry), { id: String(id) })]
      : refer.one('question', entry);
  });
  return [
    ...refer.one('role', [...path, 'owner']),
    ...refer.one('worksheet', [...path, 'worksheet']),
    ...refer.each('question', [...path, 'helps']),
    ...requires,
  ];
}

function knownIn(file: YamlFile, names: Outline): Known {
  const root = record(file.data);
  return {
    hurdle: names.hurdles.map(({ id }) => id),
    question: names.questions.map(({ id }) => id),
    profile: names.profile.map(({ id }) => id),
    scale: names.scales,
    role: names.roles,
    worksheet: names.worksheets,
    gate: ids(root.gates),
    verdict: ids(root.verdicts),
    contradiction: ids(root.contradictions),
    entry: [],
    options: [],
  };
}
