import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { toEntry } from '../../src/questionnaire/answer-entry.ts';
import type { Answers } from '../../src/questionnaire/answers.ts';
import { checkRequired } from '../../src/questionnaire/check-answers.ts';
import {
  editionEdits,
  migrateAnswers,
  missingStep,
} from '../../src/questionnaire/migrate-answers.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import { editFile } from '../../src/shared/edit-data.ts';
import { editYaml } from '../../src/shared/edit-yaml.ts';
import { readYaml } from '../../src/shared/read-yaml.ts';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { nextFiveHurdles, renamed } from '../support/next-five-hurdles.ts';
import { marked } from '../support/planted.ts';
import { randomSheets } from '../support/random-sheets.ts';
import { search } from '../support/search.ts';

/** An edition that older answers are carried over to; of every kind of question there is one. */
function anEdition(migrations: string, version = '1.2.0') {
  const text = `format: questionnaire/1
id: moved
version: ${version}
languages: [en]
title: { en: Moved }
scales: { steps: [{ from: 0, name: { en: A } }, { from: 1, name: { en: B } }] }
roles: [{ id: boss, title: { en: Boss } }, { id: team, title: { en: Team } }]
profile:
  - { id: size, kind: choice, text: { en: Size? }, options: [{ id: tiny, label: { en: T } }, { id: large, label: { en: L } }] }
  - { id: plans, kind: several, text: { en: Plans? }, options: [{ id: people, label: { en: P } }, { id: areas, label: { en: A } }, { id: shop, label: { en: S } }] }
  - { id: town, kind: text, text: { en: Town? } }
hurdles:
  - id: goals
    title: { en: Goals }
    scale: steps
    questions:
${['aim', 'a', 'b', 'ab'].map(levelQuestion).join('\n')}
      - { id: goals.bare, title: { en: X }, text: { en: X? }, options: [{ en: 'No' }, { en: 'Yes' }] }
      - { id: goals.way, kind: choice, title: { en: Way }, text: { en: Way? }, options: [{ id: slow, label: { en: S }, points: 0 }, { id: fast, label: { en: F }, points: 2 }, { id: safe, label: { en: S }, points: 1 }] }
      - { id: goals.words, kind: text, title: { en: W }, text: { en: Words? } }
${migrations === '' ? '' : 'migrations:\n'}${migrations}`;
  const parsed = parseQuestionnaire(text, 'moved.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

function levelQuestion(name: string): string {
  const advice = `{ title: { en: Do }, steps: [{ en: Do it }], owner: boss, effort: { min: 1, max: 1 }, weeks: 1, impact: 1 }`;
  return `      - { id: goals.${name}, title: { en: ${name} }, text: { en: ${name}? }, options: [{ en: A }, { en: B }, { en: C }, { en: D }], recommendation: ${advice} }`;
}

function to(version: string, ...changes: readonly string[]): string {
  return `  - to: ${version}\n    changes:\n${changes.map((change) => `      - ${change}\n`).join('')}`;
}

const head = 'format: answers/1\nquestionnaire: { id: moved, version: 1.0.0 }\n';

/** Carries a file over in both ways there are, which must agree; the text begins behind the head. */
function carried(body: string, questionnaire: ReturnType<typeof anEdition>, whole = head + body) {
  const read = readYaml(whole, 'a.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const migration = migrateAnswers(read.file.data, questionnaire);
  if (migration === null) throw new Error('nothing to migrate');
  const text = editYaml(whole, migration.edits);
  const { data } = editFile(read.file, migration.edits);
  expect(parse(text)).toEqual(data);
  return { text: text.startsWith(head) ? text.slice(head.length) : text, data, ...migration };
}

type Row = {
  readonly what: string;
  readonly change: string;
  readonly before: string;
  readonly after: string;
  /** What is told of it; null: nothing that was said is concerned. */
  readonly left?: 'open' | 'aside' | null;
};

const rename = '{ rename: goals.target, to: goals.aim }';
const split = '{ split: goals.all, into: [goals.a, goals.b] }';
const merge = '{ merge: [goals.x, goals.y], into: goals.ab }';
const remove = '{ remove: goals.old }';

const rows: readonly Row[] = [
  {
    what: 'a question with another name, its answer short',
    change: rename,
    before: 'answers:\n  goals.target: 2   # agreed\n  goals.a: 1\n',
    after: 'answers:\n  goals.aim: 2   # agreed\n  goals.a: 1\n',
  },
  {
    what: 'a question with another name, its answer long, with notes and keys of somebody’s own',
    change: rename,
    before:
      'answers:\n  # why\n  "goals.target":   # the aim\n    answer: 2\n    note: |\n      first\n      second\n    evidence: document # in the file\n    x-mail: 17\n\n  goals.a: 1\n',
    after:
      'answers:\n  # why\n  "goals.aim":   # the aim\n    answer: 2\n    note: |\n      first\n      second\n    evidence: document # in the file\n    x-mail: 17\n\n  goals.a: 1\n',
  },
  {
    what: 'a question with another name that nobody knew the answer of',
    change: rename,
    before: "answers: { 'goals.target': unknown, goals.a: 1 } # so far\n",
    after: "answers: { 'goals.aim': unknown, goals.a: 1 } # so far\n",
  },
  {
    what: 'a question with another name that does not apply, and why',
    change: rename,
    before: 'answers:\n  goals.target: { state: not-applicable, reason: none here }\n',
    after: 'answers:\n  goals.aim: { state: not-applicable, reason: none here }\n',
  },
  {
    what: 'a step that was decided about it',
    change: rename,
    before: 'steps:\n  goals.target: { status: doing, who: Frau Xu } # since May\n',
    after: 'steps:\n  goals.aim: { status: doing, who: Frau Xu } # since May\n',
  },
  {
    what: 'a line that is yet to be filled in',
    change: rename,
    before: 'answers:\n  goals.target: # how much?\n',
    after: 'answers:\n  goals.aim: # how much?\n',
    left: null,
  },
  {
    what: 'a line that is yet to be filled in for the new name, where the old one is answered',
    change: rename,
    before: 'answers:\n  goals.aim:\n  goals.target: 1\n',
    after: 'answers:\n  goals.aim: 1\n',
  },
  {
    what: 'a profile question with another name',
    change: '{ rename: place, to: town }',
    before: 'profile: { place: unknown, size: tiny }\n',
    after: 'profile: { town: unknown, size: tiny }\n',
  },
  {
    what: 'a new name that is answered already: what was said to it stays, the old answer is kept',
    change: rename,
    before: 'answers:\n  goals.target: { answer: 1, note: old }\n  goals.aim: 3\n',
    after:
      'answers:\n  goals.aim: 3\nx-carried:\n  1.0.0: { answers: { goals.target: { answer: 1, note: old } } }\n',
    left: 'aside',
  },
  {
    what: 'a step about what has no advice any more',
    change: '{ rename: goals.target, to: goals.bare }',
    before: 'answers:\n  goals.target: 1\nsteps:\n  goals.target: { status: open }\n',
    after:
      'answers:\n  goals.bare: 1\nsteps: {}\nx-carried:\n  1.0.0: { steps: { goals.target: { status: open } } }\n',
  },
  {
    what: 'a question that is asked no more',
    change: remove,
    before:
      'answers:\n  goals.old: { answer: 2, note: "so, so" }\n  goals.a: 1 # stays\nsteps:\n  goals.old: { status: done }\n',
    after:
      'answers:\n  goals.a: 1 # stays\nsteps: {}\nx-carried:\n  1.0.0: { answers: { goals.old: { answer: 2, note: "so, so" } }, steps: { goals.old: { status: done } } }\n',
  },
  {
    what: 'a question that is asked no more, and was never answered',
    change: remove,
    before: 'answers:\n  goals.old:\n  goals.a: 1\n',
    after: 'answers:\n  goals.a: 1\n',
    left: null,
  },
  {
    what: 'a question that became two: the answer holds for each',
    change: split,
    before:
      'answers:\n  goals.all: { answer: 2, note: both } # so far\n  goals.ab: 0\nsteps:\n  goals.all: { status: doing }\n',
    after:
      'answers:\n  goals.a: { answer: 2, note: both } # so far\n  goals.ab: 0\n  goals.b: { answer: 2, note: both }\nsteps:\n  goals.a: { status: doing }\n  goals.b: { status: doing }\n',
  },
  {
    what: 'a question that became two nobody knew the answer of',
    change: split,
    before: 'answers:\n  goals.all: unknown\n',
    after: 'answers:\n  goals.a: unknown\n  goals.b: unknown\n',
  },
  {
    what: 'a question that became two, one of which is answered already',
    change: split,
    before: 'answers:\n  goals.all: 1\n  goals.a: 3\n',
    after: 'answers:\n  goals.b: 1\n  goals.a: 3\n',
  },
  {
    what: 'a question that became two, both of which are answered already',
    change: split,
    before: 'answers:\n  goals.all: 1\n  goals.a: 3\n  goals.b: 0\n',
    after:
      'answers:\n  goals.a: 3\n  goals.b: 0\nx-carried:\n  1.0.0: { answers: { goals.all: 1 } }\n',
    left: 'aside',
  },
  {
    what: 'a question that another one was taken out of',
    change: '{ split: goals.a, into: [goals.a, goals.b] }',
    before: 'answers:\n  goals.a: 1 # first\n',
    after: 'answers:\n  goals.a: 1 # first\n  goals.b: 1\n',
  },
  {
    what: 'two questions that became one: the lower answer counts, the other is kept',
    change: merge,
    before: 'answers:\n  goals.x: { answer: 3, note: fine }\n  goals.y: 1 # poor\n',
    after:
      'answers:\n  goals.ab: 1 # poor\nx-carried:\n  1.0.0: { answers: { goals.x: { answer: 3, note: fine } } }\n',
  },
  {
    what: 'two questions that became one: the higher answer counts where it says so',
    change: '{ merge: [goals.x, goals.y], into: goals.ab, take: highest }',
    before: 'answers:\n  goals.x: 3\n  goals.y: 1\n',
    after: 'answers:\n  goals.ab: 3\nx-carried:\n  1.0.0: { answers: { goals.y: 1 } }\n',
  },
  {
    what: 'two questions that became one: the first counts where it says so',
    change: '{ merge: [goals.y, goals.x], into: goals.ab, take: first }',
    before: 'answers:\n  goals.x: 0\n  goals.y: 1\n',
    after: 'answers:\n  goals.ab: 1\nx-carried:\n  1.0.0: { answers: { goals.x: 0 } }\n',
  },
  {
    what: 'two questions that became one: what is known counts before what is not',
    change: '{ merge: [goals.x, goals.y], into: goals.ab, take: first }',
    before: 'answers:\n  goals.x: unknown\n  goals.y: { answer: 3 }\n',
    after:
      'answers:\n  goals.ab: { answer: 3 }\nx-carried:\n  1.0.0: { answers: { goals.x: unknown } }\n',
  },
  {
    what: 'two questions that became one: not to know counts before not to apply',
    change: merge,
    before: 'answers:\n  goals.x: { state: not-applicable, reason: none }\n  goals.y: unknown\n',
    after:
      'answers:\n  goals.ab: unknown\nx-carried:\n  1.0.0: { answers: { goals.x: { state: not-applicable, reason: none } } }\n',
  },
  {
    what: 'two questions that became one, only one of which is answered',
    change: merge,
    before: 'answers:\n  goals.y: 2\n  goals.x:\n',
    after: 'answers:\n  goals.ab: 2\n',
  },
  {
    what: 'two questions that became one that is answered already',
    change: merge,
    before: 'answers:\n  goals.x: 3\n  goals.y: 1\n  goals.ab: 2\n',
    after:
      'answers:\n  goals.ab: 2\nx-carried:\n  1.0.0: { answers: { goals.x: 3, goals.y: 1 } }\n',
    left: 'aside',
  },
  {
    what: 'a question that took another one in',
    change: '{ merge: [goals.x, goals.ab], into: goals.ab }',
    before: 'answers:\n  goals.x: 3\n  goals.ab: 2 # as it was\n',
    after:
      'answers:\n  goals.ab: 2 # as it was\nx-carried:\n  1.0.0: { answers: { goals.x: 3 } }\n',
  },
  {
    what: 'two questions that became one: the step goes with the answer that counts',
    change: merge,
    before:
      'answers:\n  goals.x: 3\n  goals.y: 1\nsteps:\n  goals.x: { status: done }\n  goals.y: { status: open }\n',
    after:
      'answers:\n  goals.ab: 1\nsteps:\n  goals.ab: { status: open }\nx-carried:\n  1.0.0: { answers: { goals.x: 3 }, steps: { goals.x: { status: done } } }\n',
  },
  {
    what: 'two choices that became one: by what they are worth now, not by their order',
    change: '{ merge: [goals.x, goals.y], into: goals.way }',
    before: 'answers:\n  goals.x: fast\n  goals.y: safe\n',
    after: 'answers:\n  goals.way: safe\nx-carried:\n  1.0.0: { answers: { goals.x: fast } }\n',
  },
  {
    what: 'an option with another name',
    change: '{ of: size, rename: micro, to: tiny }',
    before: 'profile:\n  size: micro # six of us\n',
    after: 'profile:\n  size: tiny # six of us\n',
  },
  {
    what: 'an option with another name, in the long form',
    change: '{ of: goals.way, rename: quick, to: fast }',
    before: 'answers:\n  goals.way:\n    note: so it is\n    answer: quick # sure\n',
    after: 'answers:\n  goals.way:\n    note: so it is\n    answer: fast # sure\n',
  },
  {
    what: 'an option with another name, of a question nobody knew the answer of',
    change: '{ of: size, rename: micro, to: tiny }',
    before: 'profile:\n  size: { state: unknown, note: micro }\n',
    after: 'profile:\n  size: { state: unknown, note: micro }\n',
    left: null,
  },
  {
    what: 'an option with another name, among several',
    change: '{ of: plans, rename: growth, to: people }',
    before: 'profile:\n  plans: [shop, growth] # next year\n',
    after: 'profile:\n  plans: [shop, people] # next year\n',
  },
  {
    what: 'a level with another number',
    change: '{ of: goals.a, rename: 2, to: 3 }',
    before: 'answers:\n  goals.a: 2\n  goals.b: 2\n',
    after: 'answers:\n  goals.a: 3\n  goals.b: 2\n',
  },
  {
    what: 'two options that became one: which of them it was is kept',
    change: '{ of: size, merge: [micro, small], into: tiny }',
    before: 'profile:\n  size: small\n',
    after: 'profile:\n  size: tiny\nx-carried:\n  1.0.0: { profile: { size: small } }\n',
  },
  {
    what: 'two options that became one, both chosen',
    change: '{ of: plans, merge: [more, growth], into: people }',
    before: 'profile:\n  plans: [growth, shop, more]\n',
    after:
      'profile:\n  plans: [people, shop]\nx-carried:\n  1.0.0: { profile: { plans: [growth, shop, more] } }\n',
  },
  {
    what: 'an option that became two: of several, both',
    change: '{ of: plans, split: expansion, into: [people, areas] }',
    before: 'profile:\n  plans: [shop, expansion]\n',
    after:
      'profile:\n  plans: [shop, people, areas]\nx-carried:\n  1.0.0: { profile: { plans: [shop, expansion] } }\n',
  },
  {
    what: 'an option that became two: of one, nobody can know which',
    change: '{ of: size, split: small, into: [tiny, large] }',
    before: 'profile:\n  size: { answer: small, note: 28 people }\n  town: Ulm\n',
    after:
      'profile:\n  town: Ulm\nx-carried:\n  1.0.0: { profile: { size: { answer: small, note: 28 people } } }\n',
    left: 'open',
  },
  {
    what: 'an option that is gone: of several, taken out',
    change: '{ of: plans, remove: buy }',
    before: 'profile:\n  plans: { answer: [buy, shop], note: soon }\n',
    after:
      'profile:\n  plans: { answer: [shop], note: soon }\nx-carried:\n  1.0.0: { profile: { plans: { answer: [buy, shop], note: soon } } }\n',
  },
  {
    what: 'an option that is gone, the only one of several: none of those that are left was chosen',
    change: '{ of: plans, remove: buy }',
    before: 'profile:\n  plans: [buy]\n',
    after: 'profile:\n  plans: []\nx-carried:\n  1.0.0: { profile: { plans: [buy] } }\n',
  },
  {
    what: 'an option that is gone: of one, the question is open again',
    change: '{ of: goals.way, remove: odd }',
    before: 'answers:\n  goals.way: odd\n  goals.a: 1\n',
    after: 'answers:\n  goals.a: 1\nx-carried:\n  1.0.0: { answers: { goals.way: odd } }\n',
    left: 'open',
  },
  {
    what: 'a level that is gone',
    change: '{ of: goals.a, remove: 4 }',
    before: 'answers:\n  goals.a: 4\n  goals.b: 1\n',
    after: 'answers:\n  goals.b: 1\nx-carried:\n  1.0.0: { answers: { goals.a: 4 } }\n',
    left: 'open',
  },
  {
    what: 'an option with another name in what each role said',
    change: '{ of: goals.way, rename: quick, to: fast }',
    before:
      'answers:\n  goals.way:\n    answer: quick\n    sources:\n      - role: boss # Frau Xu\n        answer: quick\n      - { role: team, answer: slow, note: quick }\n      - { role: team, answer: quick } # too\n',
    after:
      'answers:\n  goals.way:\n    answer: fast\n    sources:\n      - role: boss # Frau Xu\n        answer: fast\n      - { role: team, answer: slow, note: quick }\n      - { role: team, answer: fast } # too\n',
  },
  {
    what: 'an option that is gone in what a role said',
    change: '{ of: goals.way, remove: odd }',
    before:
      'answers:\n  goals.way: { answer: slow, sources: [{ role: boss, answer: odd, note: hm }, { role: team, answer: slow }] }\n',
    after:
      'answers:\n  goals.way: { answer: slow, sources: [{ role: boss, note: hm }, { role: team, answer: slow }] }\nx-carried:\n  1.0.0: { answers: { goals.way: { answer: slow, sources: [{ role: boss, answer: odd, note: hm }, { role: team, answer: slow }] } } }\n',
  },
  {
    what: 'an option nobody chose',
    change: '{ of: size, split: small, into: [tiny, large] }',
    before: 'profile:\n  size: large\n',
    after: 'profile:\n  size: large\n',
    left: null,
  },
];

describe('carries over', () => {
  test.each(rows)('$what', ({ change, before, after, left }) => {
    const edition = anEdition(to('1.1.0', change));
    const { text, carriedOver } = carried(before, edition);
    expect(text).toBe(after);
    expect(carriedOver.map((told) => told.left)).toEqual(left === null ? [] : [left]);
  });

  test.each(rows)('with Windows line ends, too: $what', ({ change, before, after }) => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    const { text } = carried('', anEdition(to('1.1.0', change)), windows(head + before));
    expect(text).toBe(windows(head + after));
  });

  test.each(rows)('in JSON, too: $what', ({ change, before, after }) => {
    const json = JSON.stringify(parse(head + before), null, 2);
    const { text } = carried('', anEdition(to('1.1.0', change)), json);
    expect(JSON.parse(text)).toEqual(parse(head + after));
  });

  test.each(rows)('and what comes of it is read the same without the way: $what', (row) => {
    const edition = anEdition(to('1.1.0', row.change));
    const read = parseAnswers(head + row.before, 'a.yaml', edition);
    const migrated = editYaml(head + row.after, editionEdits(edition));
    const direct = parseAnswers(migrated, 'b.yaml', edition);
    if (!read.ok || !direct.ok) throw new Error(JSON.stringify({ read, direct }, null, 2));
    expect(read.value).toMatchObject({ ...direct.value, questionnaire: { version: '1.0.0' } });
  });
});

describe('over several editions', () => {
  const edition = anEdition(
    [
      to('1.0.0', '{ remove: goals.older }'),
      to(
        '1.1.0',
        '{ rename: goals.target, to: goals.goal }',
        '{ of: size, rename: one, to: micro }',
      ),
      to('1.1.5'),
      to('1.2.0', '{ rename: goals.goal, to: goals.aim }', '{ of: size, rename: micro, to: tiny }'),
    ].join(''),
  );

  test('the changes are made one after the other, from the edition that was answered on', () => {
    const { text, carriedOver, found } = carried(
      'profile: { size: one }\nanswers:\n  goals.older: 1\n  goals.target: 2\n',
      edition,
    );
    expect(text).toBe('profile: { size: tiny }\nanswers:\n  goals.older: 1\n  goals.aim: 2\n');
    expect(found).toBe('1.0.0');
    expect(carriedOver).toEqual([
      { change: 'rename', of: null, from: ['goals.target'], to: ['goals.goal'] },
      { change: 'rename', of: 'size', from: ['one'], to: ['micro'] },
      { change: 'rename', of: null, from: ['goals.goal'], to: ['goals.aim'] },
      { change: 'rename', of: 'size', from: ['micro'], to: ['tiny'] },
    ]);
  });

  test('what an edition in between answered goes the rest of the way', () => {
    const whole = `${head.replace('1.0.0', '1.1.0')}profile: { size: micro }\n`;
    expect(carried('', edition, whole).data).toMatchObject({ profile: { size: 'tiny' } });
  });

  test.each([
    { why: 'it is of this edition', says: 'id: moved, version: 1.2.0' },
    { why: 'it is of a newer one', says: 'id: moved, version: 1.3.0' },
    { why: 'it does not say of which', says: 'id: moved' },
    { why: 'it is of another questionnaire', says: 'id: other, version: 1.0.0' },
    { why: 'what it says is no version', says: 'id: moved, version: "1"' },
  ])('nothing is carried over when $why', ({ says }) => {
    const text = `format: answers/1\nquestionnaire: { ${says} }\nprofile: { size: one }\n`;
    expect(migrateAnswers(parse(text), edition)).toBeNull();
  });

  test('merged answers are weighed by what later editions make of them', () => {
    const later = anEdition(
      to('1.1.0', '{ merge: [goals.x, goals.y], into: goals.road }') +
        to(
          '1.2.0',
          '{ of: goals.road, rename: quick, to: fast }',
          '{ rename: goals.road, to: goals.way }',
        ),
    );
    const { data } = carried('answers: { goals.x: quick, goals.y: safe }\n', later);
    expect(data).toMatchObject({ answers: { 'goals.way': 'safe' } });
  });

  test('another major version is carried over as well, where the questionnaire knows the way', () => {
    const way = (...majors: readonly string[]) =>
      anEdition(majors.map((version) => to(version)).join(''), '3.1.0');
    expect(missingStep('1.4.0', way('2.0.0', '3.0.0'))).toBeNull();
    expect(missingStep('1.4.0', way('2.0.0', '3.1.0'))).toBe('3.0.0');
    expect(missingStep('1.4.0', way('3.0.0'))).toBe('2.0.0');
    expect(missingStep('2.0.0', way('3.0.0'))).toBeNull();
    expect(missingStep('3.0.0', way('3.0.0'))).toBeNull();
  });

  test('a question of words may say "unknown" and mean it', () => {
    const words = anEdition(
      to('1.1.0', '{ merge: [goals.x, goals.y], into: goals.words, take: first }'),
    );
    const { data } = carried('answers: { goals.x: unknown, goals.y: so }\n', words);
    expect(data).toMatchObject({ answers: { 'goals.words': 'unknown' } });
  });
});

test('an id may come again once what it meant has gone', () => {
  const edition = anEdition(
    to(
      '1.1.0',
      '{ rename: goals.a, to: goals.ab }',
      '{ rename: goals.old, to: goals.a }',
      '{ of: size, rename: tiny, to: large }',
      '{ of: size, rename: small, to: tiny }',
    ),
  );
  const { text } = carried(
    'profile: { size: small }\nanswers: { goals.old: 1, goals.a: 2 }\n',
    edition,
  );
  expect(text).toBe('profile: { size: tiny }\nanswers: { goals.a: 1, goals.ab: 2 }\n');
});

test('a profile answer that targets hang on is there under its old name, too', () => {
  const text = aQuestionnaireText([
    '\ncases:',
    `\nmigrations:\n${to('1.2.0', '{ rename: step, to: stage }')}cases:`,
  ]);
  const parsed = parseQuestionnaire(text, 'small.yaml');
  const read = readYaml(
    'format: answers/1\nquestionnaire: { id: small, version: 1.1.0 }\nprofile: { step: pilot }\n',
    'a.yaml',
  );
  if (!parsed.ok || !read.ok) throw new Error(JSON.stringify({ parsed, read }));
  expect(checkRequired(read.file, parsed.value)).toEqual([]);
});

describe('what is kept', () => {
  const edition = anEdition(to('1.1.0', remove, '{ of: size, remove: huge }'));

  test.each([
    {
      why: 'beside what was kept before',
      before: 'x-carried: { 1.0.0: { answers: { goals.old: 3 } } }\nanswers: { goals.old: 1 }\n',
      after: { '1.0.0': { answers: { 'goals.old': 3, 'goals.old-2': 1 } } },
    },
    {
      why: 'beside what an edition before kept',
      before: 'x-carried: { 0.9.0: { answers: { goals.old: 3 } } }\nanswers: { goals.old: 1 }\n',
      after: {
        '0.9.0': { answers: { 'goals.old': 3 } },
        '1.0.0': { answers: { 'goals.old': 1 } },
      },
    },
  ])('stands $why', ({ before, after }) => {
    expect((carried(before, edition).data as { 'x-carried': object })['x-carried']).toEqual(after);
  });

  test('takes the place of nothing that is somebody’s own', () => {
    const { data } = carried('x-carried: 4711\nanswers: { goals.old: 1 }\n', edition);
    expect(data).toMatchObject({
      'x-carried': 4711,
      'x-carried-2': { '1.0.0': { answers: { 'goals.old': 1 } } },
    });
  });
});

describe('problems are told where they stand in the file as it is written', () => {
  test.each([
    {
      why: 'an answer under its old name',
      body: 'answers:\n  goals.target: ▸7\n',
      code: 'unknown-option',
    },
    {
      why: 'in its long form',
      body: 'answers:\n  goals.target: { note: so, answer: ▸7 }\n',
      code: 'unknown-option',
    },
    {
      why: 'the key of a misspelt one',
      body: 'answers:\n  goals.target: 1\n  ▸goals.targt: 1\n',
      code: 'unknown-id',
    },
    {
      why: 'an answer that holds for two questions, told for each',
      body: 'answers:\n  goals.all: ▸9\n',
      code: 'unknown-option',
      times: 2,
    },
    {
      why: 'an option among several whose neighbour is gone',
      body: 'profile:\n  plans: [buy, shop, ▸pepole]\n',
      code: 'unknown-option',
    },
    {
      why: 'an option behind one that became two',
      body: 'profile:\n  plans: [expansion, ▸pepole]\n',
      code: 'unknown-option',
    },
    {
      why: 'what a role said',
      body: 'answers:\n  goals.way: { answer: quick, sources: [{ role: boss, answer: quick }, { role: ▸boos, answer: slow }] }\n',
      code: 'unknown-id',
    },
    {
      why: 'a step under its old name that has another shape',
      body: 'steps:\n  goals.target: { status: ▸doin }\n',
      code: 'not-one-of',
    },
    { why: 'a merged answer', body: 'answers:\n  goals.x: ▸9\n', code: 'unknown-option' },
    {
      why: 'a long form with both an answer and a state',
      body: 'answers:\n  goals.target: { answer: 1, ▸state: unknown }\n',
      code: 'answer-and-state',
    },
  ])('$why', ({ body, code, times = 1 }) => {
    const edition = anEdition(
      to(
        '1.1.0',
        rename,
        split,
        merge,
        '{ of: plans, remove: buy }',
        '{ of: plans, split: expansion, into: [areas, shop] }',
        '{ of: goals.way, rename: quick, to: fast }',
      ),
    );
    const { text, places } = marked(head + body);
    const parsed = parseAnswers(text, 'a.yaml', edition);
    const found = parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code: told, at }) => [told, at])).toEqual(
      Array.from({ length: times }, () => [code, { file: 'a.yaml', ...places[0] }]),
    );
  });
});

describe('an edition in which only ids changed judges as the one before did', () => {
  const tool = { name: 'test', version: '1' };

  /** The same but for what the edition and the ids are called. */
  function expectSameResult(text: string): Assessment {
    const before = parseAnswers(text, 'a.yaml', fiveHurdles);
    const after = parseAnswers(text, 'a.yaml', nextFiveHurdles);
    if (!before.ok || !after.ok) throw new Error(JSON.stringify({ before, after }, null, 2));
    expect(after.warnings.map(({ code }) => code)).toEqual(['other-version']);
    const { questionnaire, carriedOver, ...now } = assess(nextFiveHurdles, after.value, tool);
    const {
      questionnaire: _edition,
      carriedOver: none,
      ...then
    } = assess(fiveHurdles, before.value, tool);
    expect(now).toEqual(JSON.parse(renamed(JSON.stringify(then))));
    expect(none).toEqual([]);
    expect(questionnaire).toMatchObject({ version: '1.1.0', answered: fiveHurdles.version });
    return { questionnaire, carriedOver, ...now };
  }

  test.each([
    { name: 'versandhandel', carries: ['goals.target', 'tool-count'] },
    { name: 'machine-builder', carries: ['goals.target', 'tool-count'] },
    { name: 'malerbetrieb', carries: ['goals.target', 'tool-count', 'micro'] },
  ])('for $name', ({ name, carries }) => {
    const url = new URL(`../../examples/${name}.yaml`, import.meta.url);
    const { carriedOver } = expectSameResult(readFileSync(url, 'utf8'));
    expect(carriedOver.flatMap(({ from }) => from)).toEqual(carries);
  });

  test('for any answers', () => {
    fc.assert(
      fc.property(randomSheets(fiveHurdles), (answers) => {
        expectSameResult(JSON.stringify(written(answers)));
      }),
      search(30),
    );
  });

  function written(answers: Answers): object {
    const texts = fiveHurdles.profile.filter(({ kind }) => kind === 'text').map(({ id }) => id);
    const entries = (of: Answers['answers']) =>
      Object.fromEntries(
        Object.entries(of).map(([id, answer]) => [id, toEntry(answer, texts.includes(id))]),
      );
    return { ...answers, profile: entries(answers.profile), answers: entries(answers.answers) };
  }
});

describe('whatever changes, whatever was written', () => {
  const ids = ['goals.aim', 'goals.a', 'goals.b', 'goals.ab', 'goals.way', 'goals.x', 'goals.y'];
  const options = ['0', '1', '2', 'slow', 'fast', 'quick'];
  const some = (of: readonly string[], least: number) =>
    fc.uniqueArray(fc.constantFrom(...of), { minLength: least, maxLength: 3 });
  const change = fc
    .record({
      change: fc.constantFrom('rename', 'remove', 'split', 'merge'),
      of: fc.option(fc.constantFrom(...ids)),
      take: fc.constantFrom('lowest', 'highest', 'first'),
    })
    .chain(({ change: kind, of, take }) => {
      const among = of === null ? ids : options;
      const from = some(among, 1).map((all) => (kind === 'merge' ? all : all.slice(0, 1)));
      const goal = some(among, 2).map((all) =>
        kind === 'remove' ? [] : kind === 'split' ? all : all.slice(0, 1),
      );
      return fc.record({
        change: fc.constant(kind as 'rename'),
        of: fc.constant(of),
        from,
        to: goal,
        take: fc.constant(take as 'first'),
      });
    });
  // Every answer has words of its own, so that it can be found again.
  const value = fc.oneof(
    fc.constantFrom<unknown>(0, 1, 2, 'slow', 'quick', 'unknown', null, ['slow', 'quick']),
    fc.record({ answer: fc.constantFrom<unknown>(1, 'quick', ['fast', 'quick']) }),
    fc.record({ state: fc.constantFrom('unknown', 'not-applicable') }),
    fc.constant({
      answer: 'slow',
      sources: [
        { role: 'boss', answer: 'quick' },
        { role: 'team', answer: 'slow' },
      ],
    }),
  );
  const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), value), {
    selector: ([id]) => id,
  });
  const style = fc.constantFrom('short', 'block', 'json');
  const file = fc.tuple(entries, style, fc.constantFrom('\n', '\r\n')).map(([all, how, end]) => {
    const noted = all.map(([id, entry], index): [string, unknown] => [
      id,
      entry !== null && typeof entry === 'object' && !Array.isArray(entry)
        ? { ...entry, note: `said ${index}` }
        : entry,
    ]);
    if (how === 'json') {
      const data = { ...(parse(head) as object), answers: Object.fromEntries(noted) };
      return { all: noted, text: JSON.stringify(data, null, 2) };
    }
    const lines = noted.flatMap(([id, entry], index) => {
      const isMap = entry !== null && typeof entry === 'object' && !Array.isArray(entry);
      return [
        `  # remark ${index}`,
        ...(how === 'block' && isMap
          ? [
              `  ${id}: # behind`,
              ...Object.entries(entry).map(([key, part]) => `    ${key}: ${JSON.stringify(part)}`),
            ]
          : [`  ${id}: ${entry === null ? '' : JSON.stringify(entry)}`]),
      ];
    });
    const body = noted.length === 0 ? ['answers: {}'] : ['answers:', ...lines];
    return { all: noted, text: `${head}${body.join('\n')}\n# foot\n`.replaceAll('\n', end) };
  });

  const unchanged = anEdition('');

  test('both ways to carry over agree, and nothing that was said is lost', () => {
    fc.assert(
      fc.property(file, fc.array(change, { maxLength: 4 }), ({ all, text }, changes) => {
        const migrations = [{ to: '1.1.0', changes }];
        const { text: now, data, carriedOver } = carried('', { ...unchanged, migrations }, text);
        for (const [index, [, entry]] of all.entries()) {
          if (JSON.stringify(entry)?.includes('"note"')) expect(now).toContain(`said ${index}`);
        }
        const { answers } = data as { answers: Record<string, unknown> };
        if (carriedOver.length === 0) {
          for (const [id, entry] of all) expect(answers[id] ?? null).toEqual(entry);
        }
        const remarks = (of: string) => of.match(/# (remark \d+|foot)/g) ?? [];
        expect(remarks(now)).toEqual(remarks(text));
      }),
      search(500),
    );
  });
});
