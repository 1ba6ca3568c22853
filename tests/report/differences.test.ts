import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { blindSpot, compared } from '../../src/assessment/differences.ts';
import { engineOf } from '../../src/assessment/engine.ts';
import { worthIn } from '../../src/assessment/worth.ts';
import { paintFor } from '../../src/cli/paint.ts';
import { renderBuiltIn } from '../../src/cli/render-built-in.ts';
import { reportWords } from '../../src/cli/report-files.ts';
import { apartLines } from '../../src/cli/show-differences.ts';
import { en } from '../../src/cli/words/en.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { mergeAnswers } from '../../src/questionnaire/merge-answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { trackOf } from '../../src/report/track.ts';
import { viewOf } from '../../src/report/view.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaire } from '../support/a-questionnaire.ts';

const small = aQuestionnaire();

type Said = readonly [role: string, answers: string, profile?: string];

/** What several said about the small questionnaire, by role, merged. */
function together(...said: readonly Said[]): Answers {
  const files = said.map(([role, answers, profile = 'stage: running']) => {
    const text = `format: answers/1
questionnaire: { id: small }
respondent: { role: ${role} }
profile: { ${profile} }
answers: { ${answers} }
`;
    const read = readYaml(text, role);
    const parsed = parseAnswers(text, role, small);
    if (!read.ok || !parsed.ok) throw new Error(JSON.stringify(parsed));
    return { file: read.file, answers: parsed.value };
  });
  const merged = mergeAnswers(small, files, {
    worth: worthIn(engineOf(small)),
    prefer: ['team'],
  });
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
}

function viewIn(answers: Answers, language = 'en') {
  return viewOf(
    assess(small, answers, { name: 'test', version: '0' }),
    small,
    language,
    reportWords(language),
  );
}

test.each([
  { why: 'each sign at its step', signs: ['0●', '2○'], steps: 3, track: '●──┼──○' },
  { why: 'two at one step side by side', signs: ['1●', '1○'], steps: 3, track: '┼──●○─┼' },
  {
    why: 'steps move apart where there is no room',
    signs: ['0a', '0b', '0c', '1d'],
    steps: 2,
    track: 'abc─d',
  },
  {
    why: 'what lies between two steps at the nearer one',
    signs: ['0.4●', '1.6○'],
    steps: 3,
    track: '●──┼──○',
  },
  { why: 'a scale of one step', signs: ['0●'], steps: 1, track: '●' },
])('the line of signs: $why', ({ signs, steps, track }) => {
  const placed = signs.map((one) => ({ at: Number(one.slice(0, -1)), sign: one.slice(-1) }));
  expect(trackOf(placed, steps)).toBe(track);
});

describe('where roles differ', () => {
  const answers = together(
    ['boss', 'goals.problem: 2, goals.way: built, tests.kinds: [automatic], tests.cases: 2'],
    ['team', 'goals.problem: 0, goals.way: bought, tests.kinds: [automatic], tests.cases: unknown'],
  );

  test('the furthest apart stand first, core questions before others; who agrees or does not know is no row', () => {
    const { differences } = viewIn(answers);
    expect(differences?.rows.map(({ title, spread, core }) => [title, spread, core])).toEqual([
      ['Problem', '2', true],
      ['Way', '2', false],
    ]);
    expect([differences?.several, differences?.differing]).toEqual([3, 2]);
  });

  test('one question that several answered is not told as one of one', async () => {
    const one = together(['boss', 'goals.problem: 2'], ['team', 'goals.problem: 0']);
    for (const format of ['md', 'html'] as const) {
      const said = await renderBuiltIn(viewIn(one), format);
      expect(said).toContain('One question was answered by several people; their answers differ.');
      expect(said).toContain('“Boss” gave the better answer on 1, “Team” on 0;');
    }
    const { differences } = viewIn(one);
    const lines = apartLines(
      differences,
      en.result,
      paintFor({ env: {}, stdout: new PassThrough() }),
      200,
    );
    expect(lines.join('\n')).toContain('“Boss” gave the better answer on 1, “Team” on 0;');
  });

  test('levels are told as numbers, other answers by their label, on their own scale', () => {
    const rows = viewIn(answers).differences?.rows ?? [];
    expect(rows.map(({ said, track }) => [said, track])).toEqual([
      ['Boss 2, Team 0', '0 □──┼──● 2'],
      ['Boss: Built; Team: Bought', '0 □──┼──┼──┼──● 2'],
    ]);
  });

  test('signs at the same place stand side by side in the picture, none on the other', () => {
    const view = viewIn(
      together(
        ['boss', 'goals.problem: 2'],
        ['team', 'goals.problem: 0'],
        ['team', 'goals.problem: { answer: 0, note: no }'],
      ),
    );
    const xs = view.differences?.rows[0]?.voices.map(({ x }) => x ?? 0) ?? [];
    expect(xs).toHaveLength(3);
    expect(Math.abs((xs[1] ?? 0) - (xs[2] ?? 0))).toBeGreaterThanOrEqual(20);
  });

  test('a question that is not due is left out', () => {
    const none = together(
      ['boss', 'goals.problem: 0, tests.cases: 2'],
      ['team', 'goals.problem: 0, tests.cases: 0'],
    );
    expect(viewIn(none).differences?.rows).toEqual([]);
  });

  test('there is nothing to show where only one was asked', () => {
    expect(viewIn(together(['boss', 'goals.problem: 2'])).differences).toBeNull();
  });
});

describe('where roles differ about the company', () => {
  const apart = together(
    ['boss', '', 'stage: pilot, sector: crafts, plans: [purchase, expansion]'],
    ['team', '', 'stage: running, sector: unknown, plans: [expansion, purchase]'],
  );

  test('stands what counts and who said what, also where no other question has two answers', () => {
    const { differences } = viewIn(apart);
    expect(differences?.profile).toEqual([
      {
        title: 'How far?',
        stands: 'In operation',
        voices: [
          { who: 'Boss', answer: 'Pilot', state: 'answered' },
          { who: 'Team', answer: 'In operation', state: 'answered' },
        ],
      },
    ]);
  });

  test.each(['html', 'md'] as const)('the report shows it as %s', async (format) => {
    const text = await renderBuiltIn(viewIn(apart), format);
    expect(text).toContain('Facts about the company that differ');
    expect(text.replaceAll(/<[^>]*>|\*/g, '')).toMatch(
      /How far\? – What counts: In operation\s+(- )?Boss: Pilot\s+(- )?Team: In operation/,
    );
    expect(text).not.toContain('0 questions were answered');
  });

  test('the terminal shows it, and does not say that all agree', () => {
    const { differences } = viewIn(apart);
    const paint = paintFor({ env: {}, stdout: new PassThrough() });
    expect(apartLines(differences, en.result, paint, 40)).toEqual([
      '  About the company itself they say',
      '  different things too:',
      '  How far? – what counts: In operation',
      '     Boss: Pilot; Team: In operation',
    ]);
  });
});

describe('the blind spot', () => {
  const spot = (...said: readonly Said[]) =>
    blindSpot(
      ['boss', 'team'],
      compared(small, together(...said).answers, () => true),
    );

  test.each([
    {
      why: 'who sees it better comes first',
      boss: 'goals.problem: 0, goals.way: bought, tests.cases: 1',
      team: 'goals.problem: 2, goals.way: built, tests.cases: 1',
      is: { one: 'team', other: 'boss', both: 3, better: 2, worse: 0 },
    },
    {
      why: 'at a draw the first role comes first',
      boss: 'goals.problem: 0, goals.way: built',
      team: 'goals.problem: 2, goals.way: bought',
      is: { one: 'boss', other: 'team', both: 2, better: 1, worse: 1 },
    },
    { why: 'who agrees has none', boss: 'goals.problem: 1', team: 'goals.problem: 1', is: null },
  ])('$why', ({ boss, team, is }) => {
    expect(spot(['boss', boss], ['team', team])).toEqual(is);
  });

  test('of two people in one role the lower answer counts, as everywhere', () => {
    const two = spot(
      ['boss', 'goals.problem: 1'],
      ['team', 'goals.problem: 2'],
      ['team', 'goals.problem: 0'],
    );
    expect(two).toMatchObject({ one: 'boss', better: 1 });
  });
});
