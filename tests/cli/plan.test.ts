import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { type Plan, PlanFormat } from '../../src/assessment/plan-format.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const example = 'examples/versandhandel.yaml';
const foreign = join(root, 'tests/foreign');

async function planOf(...argv: string[]): Promise<Plan> {
  const { exitCode, stdout, stderr } = await hurdles(['plan', ...argv, '--json']);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as Plan;
}

/** The example with other steps decided. */
function deciding(steps: string): { readonly file: string; readonly read: () => string } {
  const text = readFileSync(join(root, example), 'utf8').replace(/\nsteps:[\s\S]*$/, '');
  const folder = aFolder({ 'answers.yaml': `${text}\nsteps:\n${steps}\n` });
  return { file: join(folder.path, 'answers.yaml'), read: () => folder.read('answers.yaml') };
}

test('the plan says who does what until when, and what can begin now', async () => {
  const { exitCode, stdout } = await hurdles(['plan', example]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('» läuft · Frau Petersen · bis 4. Dezember 2026');
  const [begin = '', now = ''] = stdout.split('\n\n').slice(1, 3);
  expect(begin).toContain('Damit können Sie jetzt anfangen');
  expect(begin).not.toContain('Kritische Fälle gibt ein Mensch frei');
  expect(now).toContain('1. Kritische Fälle gibt ein Mensch frei');
  expect(now).toMatch(/Betrieb: Stufe 0 \(Am Anfang\) → 1/);
});

test('--json prints a plan that fits its format, and nothing else', async () => {
  for (const argv of [[], ['--to', '2'], ['--days', '5'], ['--to', '4']]) {
    const plan = await planOf(example, ...argv);
    expect(PlanFormat.parse(plan)).toStrictEqual(plan);
  }
});

test('a step whose day has passed is overdue by the day of the assessment, not by the clock', async () => {
  const { file } = deciding('  testing.human: { status: doing, due: 2026-11-19 }');
  expect((await hurdles(['plan', file])).stdout).toContain('überfällig seit 19. November 2026');
  const before = await hurdles(['plan', file, '--date', '2026-11-19']);
  expect(before.stdout).toContain('bis 19. November 2026');
});

describe('a step that is said to be done', () => {
  const steps = '  testing.human: { status: done, who: Frau Petersen }';

  test('stands apart until the answer says so, and is not recommended next', async () => {
    const { file } = deciding(steps);
    const plan = await planOf(file);
    expect(plan.done).toMatchObject([{ id: 'testing.human', rank: 1, confirmed: false }]);
    expect(plan.steps.map(({ id }) => id)).not.toContain('testing.human');
    const { stdout } = await hurdles(['plan', file]);
    expect(stdout).toContain('Erledigt, aber die Antwort sagt es noch nicht');
    expect(stdout).toContain('bisher Stufe 0; bitte neu beantworten');
  });

  test('stays in the assessment, which goes by answers alone', async () => {
    const { stdout } = await hurdles(['score', deciding(steps).file, '--json']);
    const { recommendations } = JSON.parse(stdout) as { recommendations: { id: string }[] };
    expect(recommendations[0]?.id).toBe('testing.human');
  });

  test('is confirmed once the answer has reached the target', async () => {
    const plan = await planOf(deciding('  goals.problem: { status: done }').file);
    expect(plan.done).toMatchObject([{ id: 'goals.problem', rank: null, confirmed: true }]);
  });

  test('takes nothing more on the way to a goal: its question is to be answered again', async () => {
    const { file } = deciding(steps);
    const { route } = await planOf(file, '--to', '1');
    expect(route).toMatchObject({
      reached: true,
      steps: [],
      answerAgain: [{ id: 'testing.human', rank: 1 }],
      effort: { min: 0, max: 0, mean: 0 },
      weeks: 0,
    });
    const { stdout } = await hurdles(['plan', file, '--to', '1']);
    const told = stdout.replace(/\s+/g, ' ');
    expect(told).toContain('nur neu zu beantworten');
    expect(told).toContain('Kritische Fälle gibt ein Mensch frei');
    expect(told).toContain('Betrieb: Stufe 0 → 1');
    expect(told).not.toContain('Schon erreicht');
    const md = (await hurdles(['plan', file, '--to', '1', '-f', 'md'])).stdout;
    expect(md).toMatch(/^- \[x\] \*\*Kritische Fälle gibt ein Mensch frei\*\*/m);
  });

  test('leaves the days to the steps that are still to be done', async () => {
    const { file } = deciding(steps);
    const before = await planOf(deciding('  goals.problem: { status: doing }').file, '--days', '1');
    const { route } = await planOf(file, '--days', '1');
    expect(before.route?.steps.map(({ id }) => id)).toContain('testing.human');
    expect(route?.steps.map(({ id }) => id)).not.toContain('testing.human');
    expect(route?.answerAgain).toMatchObject([{ id: 'testing.human' }]);
    expect(route?.effort.mean).toBeLessThanOrEqual(1);
    expect(route?.after.score).toBeGreaterThan(before.route?.after.score ?? 100);
  });
});

describe('a dropped step on the way to a goal', () => {
  const steps = '  testing.cases: { status: dropped }';

  test('is not taken, and nothing that waits for it, whatever the days', async () => {
    const { file } = deciding(steps);
    for (const argv of [
      ['--days', '60'],
      ['--to', 'at-target'],
      ['--to', '1'],
    ]) {
      const { route } = await planOf(file, ...argv);
      const ids = route?.steps.map(({ id }) => id);
      expect(ids).not.toContain('testing.cases');
      expect(ids).not.toContain('testing.weekly');
    }
  });

  test('is named where the goal cannot be reached without it, in each form', async () => {
    const { file } = deciding(steps);
    const { route } = await planOf(file, '--to', 'not-expand');
    expect(route).toMatchObject({ reached: false, onlyWith: ['testing.cases'] });
    for (const more of [[], ['-f', 'md']]) {
      const { stdout } = await hurdles(['plan', file, '--to', 'not-expand', ...more]);
      expect(stdout.replace(/\s+/g, ' ')).toContain('nur mit dem verworfenen Schritt „');
    }
  });

  test('is not named where nothing leads to the goal even with it', async () => {
    const { route } = await planOf(deciding(steps).file, '--to', '4');
    expect(route).toMatchObject({ reached: false, onlyWith: [] });
  });
});

test('what finding out changes depends on what turns out, and is told that way everywhere', async () => {
  const file = 'examples/machine-builder.yaml';
  const folder = aFolder({
    'open.yaml':
      'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile:\n  stage: { answer: pilot }\n',
  });
  const open = join(folder.path, 'open.yaml');
  for (const argv of [
    ['plan', file],
    ['plan', file, '-f', 'md'],
    ['plan', file, '--to', 'at-target'],
    ['plan', file, '--to', 'at-target', '-f', 'md'],
    ['report', open, '-f', 'md'],
    ['report', open, '-f', 'html'],
  ]) {
    const { stdout } = await hurdles([...argv, '--lang', 'de']);
    const found = stdout.replace(/\s+/g, ' ');
    expect(found, argv.join(' ')).toContain('Stellt sich heraus, dass das Soll schon erreicht ist');
  }
  const { stdout } = await hurdles(['plan', file, '--to', 'at-target', '--lang', 'en']);
  expect(stdout).toMatch(/26 steps \(5 of them only to find out\)/);
});

test('no line of the Markdown ends in a space', async () => {
  for (const argv of [[], ['--to', 'at-target'], ['--days', '6']]) {
    const { stdout } = await hurdles(['plan', example, ...argv, '-f', 'md']);
    expect(stdout).not.toMatch(/[ \t]$/m);
  }
});

test('a level that no steps reach names the hurdles that stop it, in each form', async () => {
  const { route } = await planOf(example, '--to', '3');
  expect(route?.stoppedBy.length).toBeGreaterThan(0);
  for (const more of [[], ['-f', 'md']]) {
    const { stdout } = await hurdles(['plan', example, '--to', '3', ...more]);
    expect(stdout).toMatch(/Unter Stufe 3 bleib(t|en):/);
  }
});

test('where everything is at its target, a higher level is said to lie beyond the targets', async () => {
  for (const more of [[], ['-f', 'md']]) {
    const argv = ['plan', 'examples/malerbetrieb.yaml', '--to', '4', ...more];
    const told = (await hurdles(argv)).stdout.replace(/\s+/g, ' ');
    expect(told).toMatch(
      /Der Plan ist leer: Alles Gefragte erreicht das Soll, und das führt auf Stufe \d/,
    );
    expect(told).not.toContain('lle zusammen');
  }
});

test('the days that are given are held by the mean, and the head line says so, in each form', async () => {
  for (const more of [[], ['-f', 'md']]) {
    const argv = ['plan', 'examples/pumpenbau.yaml', '--days', '3', ...more];
    expect((await hurdles(argv)).stdout).toContain('im Mittel 2,75 von 3 Personentagen');
  }
});

test('a dropped step stands apart with the verdict that stays and the steps that cannot begin', async () => {
  const { file } = deciding('  testing.cases: { status: dropped, note: keine Zeit }');
  const plan = await planOf(file);
  expect(plan.dropped).toMatchObject([
    {
      id: 'testing.cases',
      note: 'keine Zeit',
      verdicts: ['not-expand'],
      steps: expect.arrayContaining(['testing.weekly']) as string[],
    },
  ]);
  const left = plan.steps.map(({ id }) => id);
  expect(left).not.toContain('testing.cases');
  expect(left).not.toContain('testing.weekly');
  // What is left is reckoned without it.
  expect(plan.steps.flatMap(({ gain }) => gain.lifts)).toEqual(['not-unattended']);
});

test('the reports set apart what is done and what was dropped, too', async () => {
  const { file } = deciding(
    '  testing.human: { status: done }\n  testing.cases: { status: dropped }',
  );
  for (const argv of [
    ['report', file, '-f', 'md'],
    ['report', file, '-f', 'html'],
    ['score', file],
  ]) {
    const { stdout } = await hurdles(argv);
    expect(stdout).toMatch(/Erledigt, aber die Antwort\s+sagt\s+es\s+noch\s+nicht/);
    expect(stdout).toContain('Verworfen');
  }
  const { stdout } = await hurdles(['report', file, '-f', 'html']);
  const links = [...stdout.matchAll(/href="#(step-\d+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !stdout.includes(`id="${id}"`))).toEqual([]);
});

test('the way to a goal is told in order, with what it takes and where it leads', async () => {
  const { stdout } = await hurdles(['plan', example, '--to', '2', '--lang', 'en']);
  expect(stdout).toContain('The cheapest way to level 2 “Ordered”');
  expect(stdout).toContain('2 steps · 1.5–4 person-days (midpoint 2.8) · at least 2 weeks');
  expect(stdout).toContain('company: level 0 → 2');
  expect(stdout).toContain('No other way takes fewer person-days');
});

describe('a verdict that stands because the roles are far apart', () => {
  const merged = 'examples/pumpenbau.yaml';

  test.each(['clarify-first', 'nothing-urgent'])(
    'is lifted by no step: --to %s names the disputed questions with who said what',
    async (goal) => {
      const { route } = await planOf(merged, '--to', goal);
      expect(route).toMatchObject({ reached: false, exact: true });
      expect(route?.disputes[0]).toEqual({
        id: 'goals.problem',
        sources: [
          { role: 'mgmt', answer: 3 },
          { role: 'dept', answer: 0 },
        ],
      });
      expect(route?.disputes).toHaveLength(4);
    },
  );

  test.each([
    { argv: [], says: 'Geschäftsführung 3, Fachbereich 0' },
    { argv: ['-f', 'md'], says: 'Geschäftsführung 3, Fachbereich 0' },
    { argv: ['--lang', 'en'], says: 'Management 3, Department 0' },
    { argv: ['--lang', 'en', '-f', 'md'], says: 'Management 3, Department 0' },
  ])('is told with how to settle it: $argv', async ({ argv, says }) => {
    const { stdout } = await hurdles(['plan', merged, '--to', 'clarify-first', ...argv]);
    const told = stdout.replace(/\s+/g, ' ');
    expect(told).toContain(says);
    expect(told).toMatch(/streichen Sie dort „sources“|delete its “sources”/);
    expect(told).not.toMatch(/weniger Personentage|fewer person-days|- \[ \]/);
  });

  test('stands at the end of every other way, and the plan lifts it nowhere', async () => {
    for (const argv of [
      ['--to', '1'],
      ['--to', 'at-target'],
      ['--days', '20'],
    ]) {
      const { route, steps } = await planOf(merged, ...argv);
      expect(route?.after.verdicts, argv.join(' ')).toContain('clarify-first');
      const changes = [...(route?.steps ?? []), ...steps].flatMap(({ gain }) => gain.lifts);
      expect(changes).not.toContain('clarify-first');
    }
  });

  test('is gone once the roles have agreed, without a step', async () => {
    const text = readFileSync(join(root, merged), 'utf8');
    const agreed = text
      .replace(/\n {4}sources:(\n {6,}.*)+/g, '')
      .replace(/, sources: \[.*\] \}/g, ' }');
    expect(agreed).not.toContain('sources:');
    const folder = aFolder({ 'answers.yaml': agreed });
    const { route } = await planOf(join(folder.path, 'answers.yaml'), '--to', 'clarify-first');
    expect(route).toMatchObject({ reached: true, steps: [], disputes: [] });
  });
});

test.each([
  { goal: '3', reached: false, says: 'Alle zusammen führen auf Stufe 2' },
  { goal: '0', reached: true, says: 'Schon erreicht' },
  { goal: 'not-buy', reached: true, says: 'Schon erreicht' },
  { goal: 'not-unattended', reached: true, says: 'dieses Urteil aufzuheben' },
  { goal: 'nothing-urgent', reached: true, says: 'zu diesem Urteil' },
  { goal: 'at-target', reached: true, says: 'überall das Soll zu erreichen' },
])('--to $goal: $says', async ({ goal, reached, says }) => {
  expect((await planOf(example, '--to', goal)).route?.reached).toBe(reached);
  const { exitCode, stdout } = await hurdles(['plan', example, '--to', goal]);
  expect(exitCode).toBe(0);
  expect(stdout.replace(/\s+/g, ' ')).toContain(says);
});

test.each([
  { argv: ['--to', 'not-unatended'], says: 'Meinten Sie „not-unattended“?' },
  { argv: ['--to', '7'], says: 'eine Stufe (0 bis 4)' },
  { argv: ['--days', 'many'], says: 'keine Zahl von Personentagen' },
  { argv: ['--days', '-1'], says: 'keine Zahl von Personentagen' },
  { argv: ['--to', '1', '--days', '3'], says: 'Entweder --to oder --days' },
  { argv: ['-f', 'md', '--json'], says: 'Entweder --format oder --json' },
  { argv: ['-f', 'html'], says: 'Möglich sind: md' },
])('$argv is refused in one sentence: $says', async ({ argv, says }) => {
  const { exitCode, stdout, stderr } = await hurdles(['plan', example, ...argv]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(says);
});

test('so many days are never exceeded, and a comma will do', async () => {
  const { route } = await planOf(example, '--days', '2,75');
  expect(route).toMatchObject({ reached: true, exact: true, goal: { kind: 'days', days: 2.75 } });
  expect(route?.effort.mean).toBeLessThanOrEqual(2.75);
  expect(route?.after.verdicts).toEqual([]);
  const none = await hurdles(['plan', example, '--days', '0']);
  expect(none.stdout).toContain('kein Schritt zu schaffen');
});

describe.each(['elektrobetrieb', 'machine-builder', 'malerbetrieb', 'pumpenbau', 'versandhandel'])(
  'each way for %s',
  (name) => {
    test.each([
      ['--to', 'at-target'],
      ['--to', 'nothing-urgent'],
      ['--to', '2'],
      ['--days', '15'],
    ])(
      '%s %s waits only for steps that come before, and for no more than the plan does',
      async (...argv) => {
        const file = `examples/${name}.yaml`;
        const { steps, route } = await planOf(file, ...argv);
        const waitsFor = new Map(steps.map(({ id, after }) => [id, after]));
        const told = (route?.steps ?? []).map(({ id }) => id);
        for (const [index, { id, after }] of (route?.steps ?? []).entries()) {
          expect(told.slice(0, index), id).toEqual(expect.arrayContaining(after));
          expect(after).toEqual(
            (waitsFor.get(id) ?? after).filter((other) => told.includes(other)),
          );
        }
      },
    );
  },
);

test('where only part was asked, no way is told as if it led to a level, in each form', async () => {
  const of = async (scope: string, ...argv: string[]) => {
    const stdin = `format: answers/1
questionnaire: { id: five-hurdles, version: 1.0.0 }
scope: ${scope}
profile: { stage: operation }
answers: { testing.cases: 1, testing.human: 2, goals.problem: 2 }
`;
    return (await hurdles(['plan', '-', ...argv], { stdin })).stdout.replace(/\s+/g, ' ');
  };
  for (const scope of ['{ quick: true }', '{ role: dept }']) {
    for (const form of [[], ['-f', 'md']]) {
      expect(await of(scope, '--to', '2', ...form)).toMatch(
        /Keine Stufe für den (?:ganzen )?Betrieb: (?:Gefragt wurde nur ein Teil|Dafür wurde nicht alles gefragt)\./,
      );
      expect(await of(scope, '--to', '2', ...form)).not.toContain('noch keine Stufe');
      expect(await of(scope, '--days', '3', ...form)).toMatch(/Am Ende:? Punktwert/);
    }
  }
});

test('where no level could be told before, the way says so, in each form', async () => {
  const argv = ['plan', 'examples/machine-builder.yaml', '--to', '1', '--lang'];
  const told = async (...more: string[]) =>
    (await hurdles([...argv, ...more])).stdout.replace(/\s+/g, ' ');
  expect(await told('de')).toContain(
    'schon erreicht ist: Betrieb: noch keine Stufe → 0 (Am Anfang)',
  );
  expect(await told('de')).toContain('Am Ende Betrieb: noch keine Stufe → 1');
  expect(await told('en')).toContain('In the end company: no level yet → 1');
  expect(await told('de', '-f', 'md')).toContain('Am Ende: noch keine Stufe → Stufe 1');
  expect(await told('de', '-f', 'md')).toContain('jetzt eine Stufe nennen: 0 (Am Anfang)');
  expect(await told('en', '-f', 'md')).toContain('In the end: no level yet → level 1');
});

test('where everything is at its target, days change nothing, and nothing is said of too few', async () => {
  const argv = ['plan', 'examples/malerbetrieb.yaml', '--days', '5'];
  for (const more of [[], ['-f', 'md']]) {
    const { stdout } = await hurdles([...argv, ...more]);
    expect(stdout).toContain('Kein Schritt nötig: Alles Gefragte erreicht das Soll.');
    expect(stdout).not.toMatch(/so wenigen|Am Ende|Personentage \(/);
  }
});

test('where no step fits, there is no end to tell of', async () => {
  for (const more of [[], ['-f', 'md']]) {
    const { stdout } = await hurdles(['plan', example, '--days', '0.1', ...more]);
    expect(stdout).toContain('Mit so wenigen Personentagen');
    expect(stdout).not.toMatch(/Am Ende|Woche/);
  }
});

test('a way takes at least so many weeks, and its mean effort is told to a tenth, in each form', async () => {
  for (const more of [[], ['-f', 'md']]) {
    const argv = [
      'plan',
      'examples/machine-builder.yaml',
      '--to',
      'nothing-urgent',
      '--lang',
      'de',
      ...more,
    ];
    const { stdout } = await hurdles(argv);
    expect(stdout).toMatch(/mindestens \d+ Wochen/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('(im Mittel 41,4)');
  }
});

test('a stored assessment has the same plan and the same ways', async () => {
  const stored = (await hurdles(['score', example, '--json'])).stdout;
  for (const argv of [[], ['--to', '2'], ['--days', '6']]) {
    const again = await hurdles(['plan', '-', '--json', ...argv], { stdin: stored });
    expect(again.stdout).toBe((await hurdles(['plan', example, '--json', ...argv])).stdout);
  }
});

test('Markdown is a list of tasks to tick off', async () => {
  const { stdout } = await hurdles(['plan', example, '-f', 'md']);
  expect(stdout).toMatch(
    /^- \[ \] \*\*1\. Kritische Fälle gibt ein Mensch frei\*\* \(läuft, Frau/m,
  );
  expect(stdout).toMatch(/^ {2}- \[ \] /m);
  const way = await hurdles(['plan', example, '-f', 'md', '--to', '2']);
  expect(way.stdout).toContain('## Der günstigste Weg zu Stufe 2');
});

test('no line ends in a blank, and no quantity is torn apart', async () => {
  for (const argv of [[], ['--to', 'at-target'], ['-f', 'md'], ['-f', 'md', '--to', '2']]) {
    for (const columns of [80, 40]) {
      const { stdout } = await hurdles(['plan', example, ...argv], { columns });
      expect(stdout.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
      expect(stdout).not.toMatch(/\d\n +(Wochen?|Personentage?)\b|\d →\n|\u2007/);
    }
  }
});

test.each([80, 40, 32])('nothing is wider than a terminal of %i columns', async (columns) => {
  for (const argv of [[], ['--to', 'at-target'], ['--days', '6']]) {
    for (const lang of ['de', 'en']) {
      const { stdout } = await hurdles(['plan', example, ...argv, '--lang', lang], { columns });
      const wide = stdout.split('\n').filter((line) => stringWidth(line) > columns);
      expect(wide).toEqual([]);
    }
  }
});

test('a plan changes nothing in the file it is read from', async () => {
  const { file, read } = deciding('  testing.human: { status: done }');
  const before = read();
  for (const argv of [[], ['--to', '2'], ['--days', '3'], ['--json'], ['-f', 'md']]) {
    await hurdles(['plan', file, ...argv]);
  }
  expect(read()).toBe(before);
});

test('a questionnaire without recommendations has no steps, and no way but the one there already', async () => {
  const questionnaire = join(foreign, 'minimum-of-sections.yaml');
  const id = /^id: (.*)$/m.exec(readFileSync(questionnaire, 'utf8'))?.[1] ?? '';
  const answers = `format: answers/1\nquestionnaire: { id: ${id} }\n`;
  const argv = ['plan', '-', '-q', questionnaire, '--lang', 'en'];
  const plain = await hurdles(argv, { stdin: answers });
  expect(plain.exitCode).toBe(0);
  expect(plain.stdout).toContain('No step');
  const way = await hurdles([...argv, '--to', '2'], { stdin: answers });
  expect(way.stdout).toContain('The steps of this plan do not reach that');
});

test.each([
  { file: 'plan.md', argv: ['-f', 'md'] },
  { file: 'plan.csv', argv: ['-f', 'csv'] },
  { file: 'plan.json', argv: ['--json'] },
])('$file is written in the format of its ending', async ({ file, argv }) => {
  const { path, read } = aFolder();
  const answers = join(root, 'examples/versandhandel.yaml');
  const written = await hurdles(['plan', answers, '-o', file], { cwd: path });
  expect(written).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `Geschrieben: ${file}\n`,
    screen: `Geschrieben: ${file}\n`,
  });
  expect(read(file)).toBe((await hurdles(['plan', answers, ...argv])).stdout);
});

test('a plan is written over none of what was read, and into no format that it has not', async () => {
  const { path, write } = aFolder();
  write('a.json', (await hurdles(['score', 'examples/versandhandel.yaml', '--json'])).stdout);
  for (const [file, says] of [
    ['a.json', 'überschreiben'],
    ['plan.html', 'kein Format abzulesen'],
    ['x/', 'Ordner'],
  ] as const) {
    const { exitCode, stderr } = await hurdles(['plan', 'a.json', '-o', file], { cwd: path });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(says)]);
  }
});
