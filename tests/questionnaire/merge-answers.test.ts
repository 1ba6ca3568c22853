import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { worthIn } from '../../src/assessment/worth.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { type MergeOptions, mergeAnswers } from '../../src/questionnaire/merge-answers.ts';
import { mergedText } from '../../src/questionnaire/merged-text.ts';
import { answersIn, parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import type { RoleFile } from '../../src/questionnaire/role-file.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles, ordinary, sheet } from '../support/five-hurdles.ts';
import { anything, randomQuestionnaires } from '../support/random-questionnaires.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

const small = aQuestionnaire();

/** A file of answers to the small questionnaire: of a role, unless `head` says otherwise. */
function said(role: string, answers: string, profile = 'stage: pilot', head = ''): RoleFile {
  const text = `format: answers/1
questionnaire: { id: small, version: 1.2.0 }
${head === '' ? `scope: { role: ${role} }` : head}
profile: { ${profile} }
answers: { ${answers} }
`;
  const read = readYaml(text, `${role}.yaml`);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const parsed = answersIn(read.file, small);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return { file: read.file, answers: parsed.value };
}

function merge(files: readonly RoleFile[], options: Partial<MergeOptions> = {}) {
  return mergeAnswers(small, files, { worth: worthIn(engineOf(small)), ...options });
}

function merged(files: readonly RoleFile[], options: Partial<MergeOptions> = {}): Answers {
  const outcome = merge(files, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems, null, 2));
  return outcome.value;
}

describe('the answer that stands', () => {
  test.each([
    {
      why: 'of levels the lowest',
      boss: 'goals.problem: 2',
      team: 'goals.problem: 0',
      stands: { state: 'answered', answer: 0 },
    },
    {
      why: 'of options the one worth least, wherever it stands',
      boss: 'goals.way: built',
      team: 'goals.way: bought',
      stands: { state: 'answered', answer: 'bought' },
    },
    {
      why: 'of lists the one worth least',
      boss: 'tests.kinds: [automatic]',
      team: 'tests.kinds: [manual]',
      stands: { state: 'answered', answer: ['manual'] },
    },
    {
      why: 'of lists worth the same the shorter',
      boss: 'tests.kinds: [automatic, manual]',
      team: 'tests.kinds: [automatic]',
      stands: { state: 'answered', answer: ['automatic'] },
    },
    {
      why: 'what is known before what is not',
      boss: 'goals.problem: 2',
      team: 'goals.problem: unknown',
      stands: { state: 'answered', answer: 2 },
    },
    {
      why: 'not knowing before what does not apply: one might still find out',
      boss: 'goals.way: not-applicable',
      team: 'goals.way: unknown',
      stands: { state: 'unknown' },
    },
    {
      why: 'what does not apply before nothing',
      boss: 'goals.way: not-applicable',
      team: '',
      stands: { state: 'not-applicable' },
    },
    {
      why: 'the reason with it',
      boss: 'goals.way: { state: not-applicable, reason: bought in }',
      team: '',
      stands: { state: 'not-applicable', reason: 'bought in' },
    },
    {
      why: 'note and evidence of the answer that stands',
      boss: 'goals.problem: { answer: 2, note: high, evidence: records }',
      team: 'goals.problem: { answer: 1, note: low }',
      stands: { state: 'answered', answer: 1, note: 'low' },
    },
    {
      why: 'of equal answers the better backed one',
      boss: 'goals.problem: { answer: 1, evidence: example }',
      team: 'goals.problem: { answer: 1, evidence: records, note: counted }',
      stands: { state: 'answered', answer: 1, evidence: 'records', note: 'counted' },
    },
    {
      why: 'of texts that of the first role, for they are worth nothing',
      boss: 'goals.words: zebra',
      team: 'goals.words: ant',
      stands: { state: 'answered', answer: 'zebra' },
    },
  ])('is $why', ({ boss, team, stands }) => {
    const answers = Object.values(merged([said('boss', boss), said('team', team)]).answers);
    expect(answers.map(({ sources: _sources, ...one }) => one)).toEqual([stands]);
  });

  test('is of texts that of a preferred role', () => {
    const files = [said('boss', 'goals.words: zebra'), said('team', 'goals.words: ant')];
    expect(merged(files, { prefer: ['team'] }).answers['goals.words']).toMatchObject({
      answer: 'ant',
    });
  });

  test('is what was agreed by hand in a merged file, as long as nobody says less', () => {
    const agreed =
      'goals.problem: { answer: 1, sources: [{ role: boss, answer: 2 }, { role: team, answer: 0 }] }';
    const file = (answers: string) => said('all', answers, 'stage: pilot', 'language: de');
    const boss = said('boss', 'goals.problem: 2');
    expect(merged([file(agreed), boss]).answers['goals.problem']).toMatchObject({ answer: 1 });
  });
});

describe('what was agreed on in a merged file', () => {
  const disputed =
    'tests.cases: { answer: 0, sources: [{ role: boss, answer: 2 }, { role: team, answer: 0 }] }';
  const all = (
    answers: string,
    profile = 'stage: { answer: pilot, sources: [{ role: boss, answer: pilot }] }',
  ) => said('all', [answers, disputed].filter(Boolean).join(', '), profile, 'language: de');

  test.each([
    { why: 'a role says less', agreed: 'goals.problem: 1', team: 'goals.problem: 0' },
    { why: 'a role says more', agreed: 'goals.problem: 1', team: 'goals.problem: 2' },
    { why: 'a role says the same', agreed: 'goals.problem: 1', team: 'goals.problem: 1' },
    { why: 'a role does not know', agreed: 'goals.problem: 1', team: 'goals.problem: unknown' },
    {
      why: 'it does not apply',
      agreed: 'goals.way: { state: not-applicable, reason: bought in }',
      team: 'goals.way: built',
    },
    { why: 'it is a text', agreed: 'goals.words: ant', team: 'goals.words: aardvark' },
  ])('stands without sources, also when $why', ({ agreed, team }) => {
    const files = [all(agreed), said('team', team)];
    const { answers } = all(agreed).answers;
    const [id = ''] = Object.keys(answers);
    const whole = merged(files);
    expect(whole.answers[id]).toEqual(answers[id]);
    expect(merged(files.toReversed())).toEqual(whole);
    expect(whole.answers['tests.cases']?.sources).toHaveLength(2);
  });

  test('of the profile stands too, and is no conflict with what a role says', () => {
    const files = [all('goals.problem: 1', 'stage: pilot'), said('team', '', 'stage: running')];
    expect(merged(files).profile.stage).toEqual({ state: 'answered', answer: 'pilot' });
    expect(merged(files, { prefer: ['team'] }).profile.stage).toMatchObject({ answer: 'pilot' });
  });

  test('by several people of one role stands too', () => {
    const team =
      'goals.problem: 1, tests.cases: { answer: 0, sources: [{ role: team, answer: 0 }] }';
    const files = [said('team', team), said('team', 'goals.problem: 0')];
    expect(merged(files).answers['goals.problem']).toEqual({ state: 'answered', answer: 1 });
  });

  test('is no agreement where it is that nobody knows', () => {
    const files = [all('goals.problem: unknown'), said('team', 'goals.problem: 2')];
    expect(merged(files).answers['goals.problem']).toEqual({
      state: 'answered',
      answer: 2,
      sources: [{ role: 'team', answer: 2 }],
    });
  });

  test('in two ways counts least, and of the profile is a conflict', () => {
    const files = [all('goals.problem: 2'), all('goals.problem: 1')];
    expect(merged(files).answers['goals.problem']).toEqual({ state: 'answered', answer: 1 });
    const outcome = merge([all('', 'stage: pilot'), all('', 'stage: running')], {
      prefer: ['boss'],
    });
    expect(outcome.ok || outcome.problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['profile-conflict', { id: 'stage', said: [] }],
    ]);
  });
});

describe('who said what', () => {
  test('stands beside every answer, in the order of the roles, with reason, note and evidence', () => {
    const team = said('team', 'goals.way: { state: not-applicable, reason: none, note: "?" }');
    const boss = said('boss', 'goals.way: { answer: built, evidence: document }');
    expect(merged([team, boss]).answers['goals.way']?.sources).toEqual([
      { role: 'boss', answer: 'built', evidence: 'document' },
      { role: 'team', state: 'not-applicable', reason: 'none', note: '?' },
    ]);
  });

  test('keeps two people of one role apart where they differ, and no names', () => {
    const one = said(
      'team',
      'goals.problem: 2',
      'stage: pilot',
      'respondent: { role: team, name: Xu }',
    );
    const other = said(
      'team',
      'goals.problem: 1',
      'stage: pilot',
      'respondent: { role: team, name: Ek }',
    );
    expect(merged([one, other]).answers['goals.problem']?.sources).toEqual([
      { role: 'team', answer: 1 },
      { role: 'team', answer: 2 },
    ]);
    const named = merged([one, other], { names: true });
    expect(named.answers['goals.problem']?.sources).toEqual([
      { role: 'team', name: 'Ek', answer: 1 },
      { role: 'team', name: 'Xu', answer: 2 },
    ]);
    expect(named.respondent).toBeUndefined();
  });

  test('loses names that were kept once when nobody asks for them', () => {
    const kept = 'goals.problem: { answer: 1, sources: [{ role: team, name: Xu, answer: 1 }] }';
    const files = [said('all', kept, '', 'language: de'), said('boss', 'goals.problem: 2')];
    expect(JSON.stringify(merged(files))).not.toContain('Xu');
  });
});

describe('what is not an answer', () => {
  test.each([
    {
      why: 'roles dissolve',
      heads: ['scope: { role: boss }', 'scope: { role: team }'],
      scope: undefined,
    },
    {
      why: 'one role stays one',
      heads: ['scope: { role: boss }', 'scope: { role: boss }'],
      scope: { role: 'boss' },
    },
    {
      why: 'quick only where all were',
      heads: ['scope: { role: boss, quick: true }', 'scope: { role: team }'],
      scope: undefined,
    },
    {
      why: 'quick where all were',
      heads: ['scope: { role: boss, quick: true }', 'scope: { role: team, quick: true }'],
      scope: { quick: true },
    },
  ])('the scope: $why', ({ heads, scope }) => {
    const files = heads.map((head) => said('any', 'goals.problem: 1', 'stage: pilot', head));
    expect(merged(files).scope).toEqual(scope);
  });

  test('the time runs from the first start to the last answer, whatever the clock of each', () => {
    const at = (role: string, started: string, updated: string) =>
      said(
        role,
        '',
        'stage: pilot',
        `scope: { role: ${role} }\nstarted: ${started}\nupdated: ${updated}`,
      );
    const files = [
      at('boss', '2026-11-20T00:30:00+02:00', '2026-11-20T10:00:00Z'),
      at('team', '2026-11-19T23:00:00Z', '2026-11-20T11:30:00+02:00'),
    ];
    expect(merged(files)).toMatchObject({
      started: '2026-11-20T00:30:00+02:00',
      updated: '2026-11-20T10:00:00Z',
    });
    const days = [
      at('boss', '2026-11-20', '2026-11-21T22:59:00-01:00'),
      at('team', '2026-11-20T00:30:00Z', '2026-11-21'),
    ];
    expect(merged(days)).toMatchObject({
      started: '2026-11-20',
      updated: '2026-11-21T22:59:00-01:00',
    });
    const later = [...days, at('team', '2026-11-21', '2026-11-22')];
    expect(merged(later)).toMatchObject({ started: '2026-11-20', updated: '2026-11-22' });
  });

  test('of a step the furthest status stands', () => {
    const at = (role: string, step: string) =>
      said(
        role,
        '',
        'stage: pilot',
        `scope: { role: ${role} }\nsteps: { goals.problem: { ${step} } }`,
      );
    const files = [at('boss', 'status: open, who: Xu'), at('team', 'status: doing')];
    expect(merged(files).steps).toEqual({ 'goals.problem': { status: 'doing' } });
  });
});

describe('a problem is told when', () => {
  const codes = (files: readonly RoleFile[], options: Partial<MergeOptions> = {}) => {
    const outcome = merge(files, options);
    return outcome.ok
      ? []
      : outcome.problems.map(({ code, at }) => `${at.file}:${at.line} ${code}`);
  };
  const boss = (profile: string) => said('boss', '', profile);
  const team = (profile: string) => said('team', '', profile);

  test.each([
    {
      why: 'profiles differ',
      files: [boss('stage: pilot'), team('stage: running')],
      told: ['team.yaml:4 profile-conflict'],
    },
    {
      why: 'texts differ',
      files: [boss('sector: crafts'), team('sector: retail')],
      prefer: ['boss'],
      told: [],
    },
    {
      why: 'the preferred role has none, and the others differ',
      files: [boss('stage: pilot'), said('boss', '', 'stage: none')],
      prefer: ['team'],
      told: ['boss.yaml:4 profile-conflict'],
    },
    {
      why: 'the preferred role says two things',
      files: [boss('stage: pilot'), said('boss', '', 'stage: none')],
      prefer: ['boss'],
      told: ['boss.yaml:4 profile-conflict'],
    },
    {
      why: 'nobody says in which role',
      files: [boss('stage: pilot'), said('x', 'goals.problem: 1', '', 'language: de')],
      told: ['x.yaml:1 no-role'],
    },
    {
      why: 'nothing: not knowing is no disagreement',
      files: [boss('sector: crafts'), team('sector: unknown')],
      told: [],
    },
    {
      why: 'nothing: the order of a list means nothing',
      files: [boss('plans: [purchase, expansion]'), team('plans: [expansion, purchase]')],
      told: [],
    },
    {
      why: 'the companies differ',
      files: [
        said('boss', '', '', 'scope: { role: boss }\nsubject: { name: A }'),
        said('team', '', '', 'scope: { role: team }\nsubject: { name: B }'),
      ],
      told: ['team.yaml:4 other-subject'],
    },
    {
      why: 'the uses differ',
      files: [
        said('boss', '', '', 'scope: { role: boss }\nsubject: { use: A }'),
        said('team', '', '', 'scope: { role: team }\nsubject: { use: B }'),
      ],
      told: ['team.yaml:4 other-subject'],
    },
  ])('$why', ({ files, told, prefer = [] }) => {
    expect(codes(files, { prefer })).toEqual(told);
  });

  test('every problem at once, with every role’s answer', () => {
    const outcome = merge([
      boss('stage: pilot, sector: crafts'),
      team('stage: none, sector: retail'),
    ]);
    expect(outcome.ok ? [] : outcome.problems.map(({ facts }) => facts)).toEqual([
      {
        id: 'stage',
        said: [
          { role: 'boss', answer: 'pilot' },
          { role: 'team', answer: 'none' },
        ],
      },
      {
        id: 'sector',
        said: [
          { role: 'boss', answer: 'crafts' },
          { role: 'team', answer: 'retail' },
        ],
      },
    ]);
  });
});

describe('a preferred role', () => {
  test('decides where profiles differ; what the others said is kept', () => {
    const files = [said('boss', '', 'stage: pilot'), said('team', '', 'stage: running')];
    expect(merged(files, { prefer: ['team'] }).profile.stage).toEqual({
      state: 'answered',
      answer: 'running',
      sources: [
        { role: 'boss', answer: 'pilot' },
        { role: 'team', answer: 'running' },
      ],
    });
  });

  test('names the AI use that its profile names', () => {
    const file = (role: string, use: string): RoleFile => {
      const text = `format: answers/1\nquestionnaire: { id: five-hurdles }\nscope: { role: ${role} }\nsubject: { use: ${use} }\nprofile: { stage: pilot, use: ${use} }\n`;
      const read = readYaml(text, role);
      const parsed = parseAnswers(text, role, fiveHurdles);
      if (!read.ok || !parsed.ok) throw new Error(text);
      return { file: read.file, answers: parsed.value };
    };
    const worth = worthIn(engineOf(fiveHurdles));
    const files = [file('mgmt', 'Bot'), file('dept', 'Chatbot')];
    const outcome = mergeAnswers(fiveHurdles, files, { worth, prefer: ['dept'] });
    expect(outcome.ok && outcome.value.subject).toEqual({ use: 'Chatbot' });
    const undecided = mergeAnswers(fiveHurdles, files, { worth });
    expect(undecided.ok || undecided.problems.map(({ code }) => code)).toEqual([
      'profile-conflict',
    ]);
  });
});

describe('of all answers to all questionnaires', () => {
  // Three people in two roles; the two of one role agree on the company.
  const threeFiles = randomQuestionnaires(anything).chain((questionnaire) =>
    fc
      .tuple(randomSheets(questionnaire), randomSheets(questionnaire), randomSheets(questionnaire))
      .map(([a, b, c]) => ({
        questionnaire,
        files: [
          asFile({ ...noted(a, 'a'), respondent: { role: 'mgmt', name: 'A' } }),
          asFile({ ...noted(b, 'b'), respondent: { role: 'dept' }, updated: later }),
          asFile({ ...noted(c, 'c'), profile: b.profile, respondent: { role: 'dept', name: 'C' } }),
        ] as const,
      })),
  );
  const later = '2026-11-21T09:00:00+13:00';
  const noted = (sheetOfOne: Answers, note: string): Answers => ({
    ...sheetOfOne,
    answers: Object.fromEntries(
      Object.entries(sheetOfOne.answers).map(([id, answer]) => [id, { ...answer, note }]),
    ),
  });
  const asFile = (answers: Answers): RoleFile => {
    const place = { file: 'a', line: 1, column: 1 };
    const file = {
      data: {},
      at: () => place,
      keyAt: () => place,
      isBlank: () => false,
      turned: [],
      typeset: [],
    };
    return { file, answers };
  };
  const all = (questionnaire: Questionnaire, files: readonly RoleFile[], names = false) => {
    const worth = worthIn(engineOf(questionnaire));
    const outcome = mergeAnswers(questionnaire, files, { worth, prefer: ['mgmt', 'dept'], names });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };

  test('any order gives the same bytes, in one go or one after the other', () => {
    fc.assert(
      fc.property(threeFiles, fc.boolean(), ({ questionnaire, files: [a, b, c] }, names) => {
        const bytes = (...files: readonly RoleFile[]) =>
          mergedText(all(questionnaire, files, names), questionnaire, []);
        const both = (one: RoleFile, other: RoleFile) =>
          asFile(all(questionnaire, [one, other], names));
        const whole = bytes(a, b, c);
        expect(bytes(c, a, b)).toBe(whole);
        expect(bytes(b, a, c)).toBe(whole);
        expect(bytes(both(a, b), c)).toBe(whole);
        expect(bytes(a, both(c, b))).toBe(whole);
        expect(bytes(both(a, c), b)).toBe(whole);
      }),
      search(60),
    );
  });

  test('what was agreed on in a merged file stands, whatever is merged with it, in any order', () => {
    fc.assert(
      fc.property(threeFiles, fc.nat(), ({ questionnaire, files: [a, b, c] }, drawn) => {
        const { scope: _scope, ...rest } = all(questionnaire, [a, b]);
        const ids = Object.keys(rest.answers);
        const without = (answer: Answers['answers'][string]) => {
          const { sources: _sources, ...own } = answer;
          return own as typeof answer;
        };
        const agreed = Object.fromEntries(
          Object.entries(rest.answers).map(([id, answer], index) => [
            id,
            (drawn >> (index % 30)) % 2 === 0 ? without(answer) : answer,
          ]),
        );
        const isMerged = ids.some((id) => agreed[id]?.sources);
        fc.pre(isMerged);
        const sheetOfAll = asFile({ ...rest, answers: agreed });
        const whole = all(questionnaire, [sheetOfAll, a, c]);
        const bytes = (...files: readonly RoleFile[]) =>
          mergedText(all(questionnaire, files), questionnaire, []);
        const expected = mergedText(whole, questionnaire, []);
        expect(bytes(c, a, sheetOfAll)).toBe(expected);
        expect(bytes(asFile(all(questionnaire, [sheetOfAll, c])), a)).toBe(expected);
        expect(bytes(asFile(all(questionnaire, [a, c])), sheetOfAll)).toBe(expected);
        expect(bytes(asFile(whole), a, c)).toBe(expected);
        for (const id of ids) {
          const answer = agreed[id];
          if (answer && !answer.sources && answer.state !== 'unknown') {
            expect(whole.answers[id]).toEqual(answer);
          }
        }
      }),
      search(60),
    );
  });

  test('what is merged already changes nothing, and the text reads as what was merged', () => {
    fc.assert(
      fc.property(threeFiles, ({ questionnaire, files }) => {
        const value = all(questionnaire, files);
        const text = mergedText(value, questionnaire, ['A comment']);
        const parsed = parseAnswers(text, 'all.yaml', questionnaire);
        expect(parsed.ok && parsed.value).toEqual(value);
        const again = all(questionnaire, [asFile(value), ...files]);
        expect(mergedText(again, questionnaire, ['A comment'])).toBe(text);
      }),
      search(60),
    );
  });

  test('no score is above that of the one who sees it worst, where all answer everything', () => {
    const levels = fc.array(fc.nat({ max: 2 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(levels, levels, (mine, theirs) => {
        const of = (role: string, drawn: readonly number[]) => {
          const asked = sheet({ ...ordinary, stage: 'operation' }, 'target');
          const ids = Object.keys(asked.answers);
          const answers = Object.fromEntries(
            ids.map((id, index) => [id, { state: 'answered' as const, answer: drawn[index] ?? 0 }]),
          );
          return { ...asked, answers, respondent: { role } };
        };
        const one = of('mgmt', mine);
        const other = of('dept', theirs);
        const score = (answers: Answers) =>
          assess(fiveHurdles, answers, { name: 'test', version: '0' }, '2026-11-20').overall
            .score ?? 0;
        const both = score(all(fiveHurdles, [asFile(one), asFile(other)]));
        expect(both).toBeLessThanOrEqual(Math.min(score(one), score(other)));
      }),
      search(20),
    );
  });
});
