import { describe, expect, test } from 'vitest';
import { type Bases, levelLimit } from '../../src/questionnaire/extend-questionnaire.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Question } from '../../src/questionnaire/question-format.ts';

const base = `format: questionnaire/1
id: base
version: 2.3.4
languages: [de, en]
title: { de: Basis, en: Base }
licence: CC BY 4.0
method: { hurdle: { core: { weight: 3, cap: 2 } }, plusFrom: 0.25 }
scales:
  levels:
    - { from: 0, name: { de: Nichts, en: Nothing } }
    - { from: 1, name: { de: Eins, en: One } }
roles: [{ id: mgmt, title: { de: Leitung, en: Management } }]
profile:
  - { id: size, kind: choice, text: { de: Größe, en: Size }, options: [{ id: small, label: { de: klein, en: small } }, { id: big, label: { de: groß, en: big } }] }
hurdles:
  - id: goals
    title: { de: Ziele, en: Goals }
    scale: levels
    questions:
      - id: goals.one
        title: { de: Eins, en: One }
        text: { de: Eins?, en: One?, variants: [{ when: { size: small }, text: { de: Klein?, en: Small? } }] }
        target: 1
        when: { size: big }
        options: [{ de: nein, en: not }, { de: ja, en: yep }]
        recommendation:
          title: { de: Tun, en: Do }
          steps: [{ de: a, en: a }, { de: b, en: b }]
          owner: mgmt
          effort: { min: 1, max: 2 }
          weeks: 2
          impact: 3
      - id: goals.two
        title: { de: Zwei, en: Two }
        text: { de: Zwei?, en: Two? }
        options: [{ de: nein, en: not }, { de: ja, en: yep }]
cases:
  - { id: worst, given: { base: 0 }, expect: { level: 0 } }
`;

const head = 'format: questionnaire/1\nextends: base\nid: mine\nversion: 1.0.0\n';
const files = (more: Readonly<Record<string, string>> = {}): Bases => {
  const all: Readonly<Record<string, string>> = { base, ...more };
  return {
    known: ['base'],
    open: (name) => {
      const text = all[name];
      return text === undefined ? null : { name: name.includes('.') ? name : `${name}.yaml`, text };
    },
  };
};
const read = (text: string, more?: Readonly<Record<string, string>>) => {
  const parsed = parseQuestionnaire(text, 'mine.yaml', files(more));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const problemsOf = (text: string, more?: Readonly<Record<string, string>>) => {
  const parsed = parseQuestionnaire(text, 'mine.yaml', files(more));
  return parsed.ok
    ? []
    : parsed.problems.map(({ code, at }) => `${at.file}:${at.line}:${at.column} ${code}`);
};
const inGoals = (questions: string) =>
  `${head}hurdles:\n  - id: goals\n    questions:\n${questions}`;
const first = (text: string) =>
  read(text).questions[0]?.question as Extract<Question, { kind: 'level' }>;

describe('what a questionnaire takes over from the one it extends', () => {
  test('everything but its id, its version and its cases', () => {
    const mine = read(head);
    expect(mine).toMatchObject({ id: 'mine', version: '1.0.0', licence: 'CC BY 4.0', cases: [] });
    expect(mine.questions.map(({ question }) => question.id)).toEqual(['goals.one', 'goals.two']);
    expect(mine.method.hurdle.core).toEqual({ weight: 3, cap: 2 });
  });

  test('a constant of the method leaves those beside it', () => {
    const { method } = read(`${head}method: { hurdle: { core: { cap: 1 } } }\n`);
    expect(method.hurdle.core).toEqual({ weight: 3, cap: 1 });
    expect(method.plusFrom).toBe(0.25);
  });

  test('a text is replaced with all its variants, the rest of its question stays', () => {
    const question = first(
      inGoals('      - { id: goals.one, text: { de: "Neu?", en: "New?" } }\n'),
    );
    expect(question.text).toEqual({ de: 'Neu?', en: 'New?' });
    expect(question.title).toEqual({ de: 'Eins', en: 'One' });
    expect(question.options).toHaveLength(2);
  });

  test('of a recommendation one may change a part, its steps only as a whole', () => {
    const { recommendation } = first(
      inGoals(
        '      - { id: goals.one, recommendation: { weeks: 9, steps: [{ de: c, en: c }] } }\n',
      ),
    );
    expect(recommendation).toMatchObject({ weeks: 9, impact: 3, steps: [{ de: 'c', en: 'c' }] });
  });

  test('an empty key takes away what was inherited', () => {
    expect(first(inGoals('      - { id: goals.one, when: ~ }\n')).when).toBeUndefined();
    expect(first(inGoals('')).when).toBeDefined();
  });

  test('a list is taken away by a written `~`, and stays where nothing is written', () => {
    const gates =
      'gates: [{ id: g, when: { goals.two: 0 }, limits: [{ hurdle: goals, atMost: 0 }], why: { de: x, en: x } }]\n';
    const more = { base: base.replace('cases:', `${gates}cases:`) };
    expect(read(`${head}gates: ~\n`, more).gates).toEqual([]);
    expect(read(`${head}gates: []\n`, more).gates).toEqual([]);
    expect(read(`${head}gates:\n`, more).gates).toHaveLength(1);
  });

  test('texts in Indonesian are no entries with an id', () => {
    const indonesian = (text: string) =>
      text.replaceAll(/de: ([^,}]+), en: [^,}]+/g, 'id: "$1 itu"').replace('[de, en]', '[id]');
    const mine = read(
      `${head}hurdles: [{ id: goals, questions: [{ id: goals.two, options: [{ id: "Belum ada" }, { id: "Sudah ada" }] }] }]\n`,
      { base: indonesian(base) },
    );
    const two = mine.questions[1]?.question as Extract<Question, { kind: 'level' }>;
    expect(two.options.map(({ text }) => text.id)).toEqual(['Belum ada', 'Sudah ada']);
  });

  test('in the method an empty value is a value: no cap at all', () => {
    expect(read(`${head}method: { hurdle: { core: { cap: ~ } } }\n`).method.hurdle.core).toEqual({
      weight: 3,
      cap: null,
    });
  });

  test('entries are removed, added and put in their place', () => {
    const more = (id: string, place: string) =>
      `      - { id: ${id}, ${place}title: { de: x, en: x }, text: { de: x, en: x }, options: [{ de: x, en: x }, { de: x, en: x }] }\n`;
    const ids = (questions: string) =>
      read(inGoals(questions)).questions.map(({ question }) => question.id);
    expect(ids('      - { id: goals.one, remove: true }\n')).toEqual(['goals.two']);
    expect(ids(more('goals.new', ''))).toEqual(['goals.one', 'goals.two', 'goals.new']);
    expect(ids(more('goals.new', 'before: goals.one, '))).toEqual([
      'goals.new',
      'goals.one',
      'goals.two',
    ]);
    expect(ids(more('goals.new', 'after: goals.one, '))).toEqual([
      'goals.one',
      'goals.new',
      'goals.two',
    ]);
    expect(ids('      - { id: goals.two, before: goals.one }\n')).toEqual([
      'goals.two',
      'goals.one',
    ]);
  });

  test('it may speak fewer languages', () => {
    expect(read(`${head}languages: [de]\n`).languages).toEqual(['de']);
    expect(problemsOf(`${head}languages: [de]\ntitle: { de: Meins, en: Mine }\n`)).toEqual([
      'mine.yaml:6:21 unknown-language',
    ]);
  });

  test('over several levels the nearest word counts', () => {
    const middle = `format: questionnaire/1\nextends: base\nid: middle\nversion: 1.0.0\ntitle: { de: Mitte, en: Middle }\nlicence: MIT\n`;
    const top = `format: questionnaire/1\nextends: middle.yaml\nid: mine\nversion: 1.0.0\nlicence: CC0\n`;
    expect(read(top, { 'middle.yaml': middle })).toMatchObject({
      title: { de: 'Mitte' },
      licence: 'CC0',
      scales: { levels: [{}, {}] },
    });
  });

  test('the fingerprint is that of the whole: as if it had been written in one file', () => {
    const whole = base
      .replace('id: base', 'id: mine')
      .replace('version: 2.3.4', 'version: 1.0.0')
      .replace('title: { de: Basis, en: Base }', 'title: { de: Meins, en: Mine }');
    expect(read(`${head}title: { de: Meins, en: Mine }\n`).digest).toBe(read(whole).digest);
    expect(read(head).digest).not.toBe(read(whole).digest);
  });
});

describe('a mistake is told where it was written', () => {
  test.each([
    {
      why: 'in the file that extends',
      text: inGoals('      - { id: goals.one, target: 7 }\n'),
      problems: ['mine.yaml:8:34 out-of-range'],
    },
    {
      why: 'in a part beside which the base says something',
      text: inGoals('      - { id: goals.one, recommendation: { owner: nobody } }\n'),
      problems: ['mine.yaml:8:51 unknown-id'],
    },
    {
      why: 'in an entry behind a removed one',
      text: inGoals(
        '      - { id: goals.one, remove: true }\n      - { id: goals.two, target: 9 }\n',
      ),
      problems: ['mine.yaml:9:34 out-of-range'],
    },
    {
      why: 'in the base, by what was taken away here',
      text: `${head}roles: []\n`,
      problems: ['base.yaml:29:18 unknown-id'],
    },
    {
      why: 'where something is taken away that the base still needs',
      text: inGoals('      - { id: goals.one, remove: true }\n'),
      more: {
        base: base.replace(
          '        text: { de: Zwei?',
          '        when: { goals.one: 1 }\n        text: { de: Zwei?',
        ),
      },
      problems: ['mine.yaml:8:15 removed-but-used'],
    },
    {
      why: 'when what is to be removed is not there',
      text: inGoals('      - { id: goals.tow, remove: true }\n'),
      problems: ['mine.yaml:8:15 unknown-id'],
    },
    {
      why: 'when the neighbour is not there',
      text: inGoals('      - { id: goals.two, after: goals.three }\n'),
      problems: ['mine.yaml:8:33 unknown-id'],
    },
    {
      why: 'when an entry is changed twice',
      text: inGoals('      - { id: goals.two, target: 1 }\n      - { id: goals.two, weight: 2 }\n'),
      problems: ['mine.yaml:9:15 duplicate-id'],
    },
    {
      why: 'when an entry is to be changed under a mistyped id',
      text: inGoals('      - { id: goals.tow, target: 1 }\n'),
      problems: ['mine.yaml:8:15 unknown-id'],
    },
    {
      why: 'when a new entry is not whole',
      text: inGoals('      - { id: goals.lasting, title: { de: x, en: x } }\n'),
      problems: ['mine.yaml:8:9 missing-key', 'mine.yaml:8:9 missing-key'],
    },
    {
      why: 'when it has no id and version of its own',
      text: 'format: questionnaire/1\nextends: base\n',
      problems: ['mine.yaml:1:1 missing-key', 'mine.yaml:1:1 missing-key'],
    },
  ])('$why', ({ text, more, problems }) => {
    expect(problemsOf(text, more)).toEqual(problems);
  });
});

describe('what cannot be extended', () => {
  test.each([
    { why: 'what is not there', reference: 'bsae', problem: 'unknown-questionnaire' },
    { why: 'a file outside its folder', reference: '../base.yaml', problem: 'malformed' },
    { why: 'a file from the root', reference: '/etc/base.yaml', problem: 'malformed' },
    { why: 'a file on a drive', reference: 'C:base.yaml', problem: 'malformed' },
    { why: 'a backslash', reference: 'x\\base.yaml', problem: 'malformed' },
    { why: 'no questionnaire file', reference: 'passwd.txt', problem: 'malformed' },
    { why: 'a list', reference: '[base]', problem: 'malformed' },
  ])('$why: $reference', ({ reference, problem }) => {
    const text = head.replace('extends: base', `extends: ${reference}`);
    expect(problemsOf(text)).toEqual([`mine.yaml:2:10 ${problem}`]);
  });

  test('a circle', () => {
    const on = (name: string) => head.replace('extends: base', `extends: ${name}`);
    expect(problemsOf(on('a.yaml'), { 'a.yaml': on('b.yaml'), 'b.yaml': on('a.yaml') })).toEqual([
      'b.yaml:2:10 extends-cycle',
    ]);
  });

  test('more levels than anybody oversees', () => {
    const chain = Array.from({ length: levelLimit + 1 }, (_level, index) => [
      `${index}.yaml`,
      head.replace('extends: base', `extends: ${index + 1}.yaml`),
    ]);
    const [code] = problemsOf(head.replace('extends: base', 'extends: 0.yaml'), {
      ...Object.fromEntries(chain),
    });
    expect(code).toBe(`${levelLimit - 2}.yaml:2:10 too-many-bases`);
  });

  test('a base with mistakes tells them in its own place', () => {
    expect(problemsOf(head, { base: base.replace('id: base', 'id: [base') })).toEqual([
      expect.stringMatching(/^base\.yaml:\d+:\d+ yaml-syntax$/),
    ]);
    expect(problemsOf(head, { base: 'format: answers/1\n' })).toEqual([
      'base.yaml:1:9 wrong-format',
    ]);
  });
});

describe('options that are named once', () => {
  const shared = `optionScales:
  rarely-often: [{ de: selten, en: rarely }, { de: oft, en: often }]
`;
  const uses = (name: string) =>
    `      - { id: goals.one, options: ${name} }\n      - { id: goals.two, options: ${name} }\n`;

  test('stand in every question that names them', () => {
    const mine = read(`${inGoals(uses('rarely-often'))}${shared}`);
    const texts = mine.questions.map(({ question }) =>
      question.kind === 'level' ? question.options.map(({ text }) => text.de) : null,
    );
    expect(texts).toEqual([
      ['selten', 'oft'],
      ['selten', 'oft'],
    ]);
    const inline = read(inGoals(uses('[{ de: selten, en: rarely }, { de: oft, en: often }]')));
    expect(mine.digest).toBe(inline.digest);
  });

  test('are inherited, and may be replaced for all their questions at once', () => {
    const middle = `${inGoals(uses('rarely-often')).replace('id: mine', 'id: middle')}${shared}`;
    const top = `${head.replace('extends: base', 'extends: middle.yaml')}optionScales: { rarely-often: [{ de: nie, en: never }, { de: oft, en: often }] }\n`;
    const [question] = read(top, { 'middle.yaml': middle }).questions;
    expect(question?.question).toMatchObject({ options: [{ text: { de: 'nie' } }, {}] });
  });

  test('a mistake in them is told once, where they are defined', () => {
    expect(
      problemsOf(`${inGoals(uses('rarely-often'))}${shared.replace(', en: often', '')}`),
    ).toEqual(['mine.yaml:11:46 missing-language']);
  });

  test('a name that nothing bears is told at every question that says it', () => {
    expect(problemsOf(`${inGoals(uses('rarely-oftne'))}${shared}`)).toEqual([
      'mine.yaml:8:35 unknown-id',
      'mine.yaml:9:35 unknown-id',
    ]);
  });
});
