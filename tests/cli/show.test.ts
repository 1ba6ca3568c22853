import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportWords } from '../../src/cli/report-files.ts';
import { notApplicableRefusal } from '../../src/questionnaire/not-applicable.ts';
import { parseAnswers } from '../../src/questionnaire/parse-answers.ts';
import { parseQuestionnaire } from '../../src/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import { aQuestionnaire, aQuestionnaireText } from '../support/a-questionnaire.ts';
import { fiveHurdles, fiveHurdlesText } from '../support/five-hurdles.ts';
import { aFolder, hurdles, root } from '../support/run.ts';

const foreignFolder = join(root, 'tests/foreign');
const foreign = readdirSync(foreignFolder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.sheets.yaml'))
  .map((name) => {
    const parsed = parseQuestionnaire(readFileSync(join(foreignFolder, name), 'utf8'), name);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
    return { file: join(foreignFolder, name), questionnaire: parsed.value, language: 'en' };
  });

const folder = aFolder({
  'small.yaml': aQuestionnaireText(),
  'five.yaml': fiveHurdlesText,
});
const ours = ['de', 'en'].flatMap((language) => [
  { file: join(folder.path, 'five.yaml'), questionnaire: fiveHurdles, language },
  { file: join(folder.path, 'small.yaml'), questionnaire: aQuestionnaire(), language },
]);

// Every kind of question, groups within groups, one language and two.
const all = [...ours, ...foreign].map((sheet) => ({
  ...sheet,
  name: `${sheet.questionnaire.id} (${sheet.language})`,
}));

async function shown(...argv: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await hurdles(['show', ...argv]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return stdout;
}

describe.each(all)('$name', ({ file, questionnaire, language }) => {
  test.each(['html', 'md'])('as %s for reading it shows every text it has', async (format) => {
    const text = readable(await shown(file, '-f', format, '--lang', language));
    const texts = textsIn(questionnaire, language);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((wanted) => !text.includes(readable(wanted)))).toEqual([]);
  });

  test.each(['html', 'md'])('as a form in %s it asks every question once', async (format) => {
    const form = await shown(file, '--blank', '-f', format, '--lang', language);
    const asked = questionsOn(form, language);
    const profile = questionnaire.profile.map(({ id }) => id);
    const questions = questionnaire.questions.map(({ question }) => question.id);
    expect(asked.map(({ id }) => id)).toEqual([...profile, ...questions]);
  });

  test('every question can be answered “don’t know”, but for a required one', async () => {
    for (const format of ['html', 'md']) {
      const form = await shown(file, '--blank', '-f', format, '--lang', language);
      const required = questionnaire.profile.flatMap(({ id, required }) => (required ? [id] : []));
      for (const { id, unknown } of questionsOn(form, language)) {
        expect(unknown, id).toBe(required.includes(id) ? 0 : 1);
      }
    }
  });

  test('“not applicable” is offered where it is an answer, and nowhere else', async () => {
    for (const format of ['html', 'md']) {
      const form = await shown(file, '--blank', '-f', format, '--lang', language);
      for (const { id, notApplicable } of questionsOn(form, language)) {
        const placed = questionnaire.questions.find(({ question }) => question.id === id);
        const mayBe = placed && notApplicableRefusal(placed.question, questionnaire) === null;
        expect(notApplicable, id).toBe(mayBe ? 1 : 0);
      }
    }
  });

  test.each(['html', 'md'])(
    'in %s there is a box for each option, and a line where there is none',
    async (format) => {
      const form = await shown(file, '--blank', '-f', format, '--lang', language);
      const questions = questionnaire.questions.map(({ question }) => question);
      for (const asked of questionsOn(form, language)) {
        const question = [...questionnaire.profile, ...questions].find(({ id }) => id === asked.id);
        const options = question && 'options' in question ? question.options : [];
        const codes = options.map((option, level) => ('id' in option ? option.id : String(level)));
        expect(asked.boxes, asked.id).toEqual(codes);
        expect(asked.hasLine, asked.id).toBe(options.length === 0);
      }
    },
  );

  test('what it says beside the boxes, typed in, is an answers file without a problem', async () => {
    const form = await shown(file, '--blank', '--lang', language);
    const asked = questionsOn(form, language);
    const answered = asked.map(({ id, boxes, several, isNumber }) => {
      const [first] = boxes;
      const answer = first ?? (isNumber ? '12.5' : '"ein Text"');
      return [id, several ? `[${answer}]` : answer] as const;
    });
    const open = asked.map(({ id, unknownCode, boxes }) => [id, unknownCode ?? boxes[0]] as const);
    const said = [answered, open].map((entries) => {
      const read = parseAnswers(typed(questionnaire, entries), 'typed.yaml', questionnaire);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(read.warnings).toEqual([]);
      return { ...read.value.profile, ...read.value.answers };
    });
    for (const { id, unknownCode } of asked) {
      expect(said[0]?.[id]?.state, id).toBe('answered');
      if (unknownCode !== null) expect(said[1]?.[id]?.state, id).toBe('unknown');
    }
  });
});

test('a form says nothing that would steer an answer', async () => {
  const steering = fiveHurdles.questions.flatMap(({ question }) =>
    question.kind === 'text' ? [] : textsIn([question.recommendation, question.evidence], 'de'),
  );
  const rules = textsIn(
    [fiveHurdles.gates, fiveHurdles.verdicts, fiveHurdles.contradictions],
    'de',
  );
  expect(steering.length + rules.length).toBeGreaterThan(100);
  for (const format of ['html', 'md']) {
    const text = readable(await shown('--blank', '-f', format));
    // A word or two, such as "Messbares Ziel", may be what a question says itself.
    const found = [...steering, ...rules].filter(
      (text_) => text_.length > 25 && text.includes(readable(text_)),
    );
    expect(found).toEqual([]);
    expect(text).not.toMatch(/\b(?:Soll|Kernfrage|Punkte?|Gewicht|Deckel|Empfehlung)\b/);
  }
});

test('a condition on being asked is told in words, and so is not being due', async () => {
  for (const format of ['html', 'md']) {
    const form = readable(await shown(join(folder.path, 'small.yaml'), '--blank', '-f', format));
    expect(form).toContain(
      'Nur beantworten, wenn gilt: "Wie weit?" mindestens "Pilot" und "Problem" mindestens 1.',
    );
    expect(form).toContain('Auslassen, wenn gilt: "Wie weit?" ist "Noch nichts".');
    const reading = readable(await shown(join(folder.path, 'small.yaml'), '-f', format));
    expect(reading).toContain(
      'nur wenn gilt: "Wie weit?" mindestens "Pilot" und "Problem" mindestens 1, außer wenn gilt: "Wie weit?" ist "Noch nichts"',
    );
  }
});

test.each(['html', 'md'])(
  'who reads it as %s finds what an answer is worth, what is wanted when, and what follows',
  async (format) => {
    const reading = readable(await shown(join(folder.path, 'small.yaml'), '-f', format));
    for (const said of [
      'Gebaut (2 Punkte)',
      'Die Punkte der Antworten werden zusammengezählt. Höchstens 2.',
      'Soll nach „Wie weit?“',
      'Noch nichts nicht fällig',
      'Im Betrieb 2',
      '„Welche Branche?“ ist „Handwerk“: um 1 niedriger',
      'Es liegt immer zwischen 1 und 2.',
      'nicht möglich, weil es eine Kernfrage ist',
      '1.1 „Problem“',
      '„Problem“ höchstens 0',
      'Hürde „Ziele“ höchstens 1',
      'Frage „Fälle“ zählt höchstens so viel wie die Antwort auf „Problem“',
      '„Was ist geplant?“ enthält „Kauf“ und „Problem“ höchstens 1',
      '„Problem“ mindestens 2',
      '2.1 „Fälle sammeln“',
      'nach 26 Wochen',
      '„Fälle“ mindestens 2 und nicht („Problem“ mindestens 1)',
    ]) {
      expect(reading).toContain(readable(said));
    }
  },
);

test('levels that build on the one below say so, in both formats', async () => {
  const built = fiveHurdles.questions.flatMap(({ question }) =>
    question.kind === 'level' ? question.options.filter((option) => option.includesPrevious) : [],
  );
  expect(built.length).toBeGreaterThan(20);
  for (const format of ['html', 'md']) {
    const text = await shown('-f', format);
    expect(text.split('↳ baut auf der Stufe darunter auf')).toHaveLength(built.length + 1);
  }
});

describe.each(['mgmt', 'it', 'dept'])('for the role %s', (role) => {
  const answerable = fiveHurdles.questions
    .map(({ question }) => question)
    .filter(({ roles }) => roles === undefined || roles.includes(role));

  test('the form has its questions only, each by its usual number', async () => {
    const whole = questionsOn(await shown('--blank'), 'de');
    const own = questionsOn(await shown('--blank', '--role', role), 'de');
    const asked = own.filter(({ id }) => id.includes('.'));
    expect(asked.map(({ id }) => id)).toEqual(answerable.map(({ id }) => id));
    expect(asked.length).toBeLessThan(fiveHurdles.questions.length);
    for (const { id, number } of own) {
      expect(number).toBe(whole.find((question) => question.id === id)?.number);
    }
  });

  test('so has the print for reading, and says that it is a part', async () => {
    for (const format of ['html', 'md']) {
      const text = readable(await shown('--role', role, '-f', format));
      const title = fiveHurdles.roles.find(({ id }) => id === role)?.title.de ?? '';
      expect(text).toContain(`die diese Rolle beantworten kann: ${title}.`);
      for (const { question } of fiveHurdles.questions) {
        const isHere = text.includes(readable(question.text.de ?? ''));
        expect(isHere, question.id).toBe(answerable.includes(question));
      }
    }
  });
});

test('a role that nothing is asked of gets a form that says so', async () => {
  const text = aQuestionnaireText(
    [
      '- { id: team, title',
      '- { id: guest, title: { de: "Gast", en: "Guest" } }\n  - { id: team, title',
    ],
    ['roles: [boss, team]', 'roles: [boss]'],
  ).replaceAll(
    /^( +)(text: \{ de: "(?:Welcher Weg|Wie lautet|Gibt es|Welche Tests).*)$/gm,
    '$1$2\n$1roles: [team]',
  );
  const file = aFolder({ 'q.yaml': text });
  const { exitCode, stdout } = await hurdles(['show', 'q.yaml', '--blank', '--role', 'guest'], {
    cwd: file.path,
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Für diese Rolle gibt es in diesem Fragebogen keine Frage.');
});

test('without a name it is the one of -q, else the first of ours', async () => {
  expect(await shown()).toMatch(/^# Die fünf Hürden\n/);
  expect(await shown('-q', join(folder.path, 'small.yaml'))).toMatch(/^# Klein\n/);
  expect(await shown('five-hurdles')).toBe(await shown());
});

test('the language is the questionnaire’s first unless another is asked for that it has', async () => {
  const german = await shown('-f', 'html');
  expect(german).toContain('<html lang="de">');
  const english = await shown('-f', 'html', '--lang', 'en');
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('How answers are judged');
  const [{ file = '' } = {}] = foreign;
  const other = await shown(file, '-f', 'html', '--lang', 'de');
  expect(other).toContain('<html lang="en">');
  expect(other).toContain('How answers are judged');
});

test('the ending of -o decides the format, - is standard output', async () => {
  const here = aFolder();
  for (const [name, begins] of [
    ['fragebogen.html', /^<!doctype html>/i],
    ['fragebogen.md', /^# Die fünf Hürden/],
    ['fragebogen', /^<!doctype html>/i],
  ] as const) {
    const { exitCode, stdout, stderr } = await hurdles(['show', '-o', name], { cwd: here.path });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toBe(`Geschrieben: ${name}\n`);
    expect(here.read(name)).toMatch(begins);
  }
  expect(await shown('-o', '-')).toBe(await shown());
});

test('the HTML is one file that fetches nothing and runs nothing', async () => {
  for (const argv of [[], ['--blank']]) {
    const html = await shown('-f', 'html', ...argv);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|\bon\w+=|@import|url\(|src="http|javascript:/i);
  }
});

describe('what cannot be shown is said in one go, exit 2', () => {
  const own = aQuestionnaireText();
  const files = {
    'q.yaml': own,
    'broken.yaml': own
      .replace('kind: choice', 'kind: choise')
      .replace('review: 26w', 'review: soon'),
    'answers.yaml': 'format: answers/1\nquestionnaire: { id: five-hurdles }\n',
    'hurdles.config.yaml': 'format: config/1\nquestionnaires: { mine: q.yaml }\n',
  };

  test.each([
    {
      argv: ['five-hurdles', '--role', 'chef'],
      says: /--role kann nicht „chef“ sein.*mgmt, it, dept/,
    },
    { argv: ['q.yaml', '--role', 'mgmt'], says: /boss, team/ },
    { argv: ['five-hurdels'], says: /Meinten Sie „five-hurdles“\?/ },
    { argv: ['missing.yaml'], says: /missing\.yaml gibt es nicht/ },
    {
      argv: ['broken.yaml'],
      says: /broken\.yaml:\d+:\d+ .*choise[\s\S]*broken\.yaml:\d+:\d+ .*soon/,
    },
    { argv: ['answers.yaml'], says: /answers\.yaml:\d+:\d+ .*gebraucht wird ein Fragebogen/ },
    { argv: ['-f', 'pdf'], says: /kann nicht „pdf“ sein\. Möglich sind: html, md/ },
    { argv: ['-o', 'bericht.pdf'], says: /kein Format abzulesen.*html, md/ },
    { argv: ['-o', '.'], says: /ist ein Ordner/ },
    { argv: ['-o', 'new/'], says: /ist ein Ordner/ },
    { argv: ['q.yaml', '-f', 'md', '-o', './q.yaml'], says: /q\.yaml überschreiben/ },
    { argv: ['mine', '-f', 'md', '-o', 'q.yaml'], says: /q\.yaml überschreiben/ },
    { argv: ['-f', 'md', '-o', 'q.yaml'], says: /q\.yaml überschreiben/ },
    { argv: ['-f', 'md', '-o', 'hurdles.config.yaml'], says: /config\.yaml überschreiben/ },
    { argv: ['a', 'b'], says: /zu viele/ },
  ])('hurdles show $argv', async ({ argv, says }) => {
    const here = aFolder(files);
    const { exitCode, stdout, stderr } = await hurdles(['show', ...argv], { cwd: here.path });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(here.path).sort()).toEqual(Object.keys(files).sort());
    for (const [name, text] of Object.entries(files)) expect(here.read(name)).toBe(text);
  });
});

test('the words of reports have the same keys in both languages', () => {
  const keys = (words: object, before = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? keys(value, `${before}${key}.`)
        : [`${before}${key}`],
    );
  expect(keys(reportWords('en')).sort()).toEqual(keys(reportWords('de')).sort());
});

// Every text in a language, wherever it stands, but for what is no part of what is shown.
function textsIn(part: unknown, language: string): readonly string[] {
  if (part === null || typeof part !== 'object') return [];
  const here = (part as Record<string, unknown>)[language];
  const own = typeof here === 'string' ? [here] : [];
  const hidden = [
    'cases',
    'migrations',
    'questions' in part && 'hurdles' in part ? 'questions' : '',
  ];
  const inner = Object.entries(part)
    .filter(([key]) => !hidden.includes(key))
    .flatMap(([, value]) => textsIn(value, language));
  return [...own, ...inner];
}

// What a reader sees: no markup, no escapes, one kind of quotation mark, placeholders left open.
function readable(text: string): string {
  return text
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/(?<!\\)\*/g, '')
    .replace(/\\([\\`*_[\]#|~$+=.)-])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#x27;/g, '"')
    .replace(/&#x3D;/g, '=')
    .replace(/&#x60;/g, '`')
    .replace(/&amp;/g, '&')
    .replace(/\{[a-z][a-z0-9-]*\}/g, '…')
    .replace(/[„“”‚‘’'"]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

type OnForm = {
  readonly id: string;
  readonly number: string;
  /** The codes of its options, in order. */
  readonly boxes: readonly string[];
  readonly unknown: number;
  readonly unknownCode: string | null;
  readonly notApplicable: number;
  readonly several: boolean;
  readonly isNumber: boolean;
  readonly hasLine: boolean;
};

// Reads a form as somebody would who types it in: question by question, what stands beside each box.
function questionsOn(form: string, language: string): readonly OnForm[] {
  const { form: words } = reportWords(language) as {
    form: Record<string, string> & { way: Record<string, string> };
  };
  const isHtml = /^<!doctype/i.test(form);
  const parts = isHtml
    ? form.split('<fieldset').slice(1)
    : form.split(/^#{2,3} /m).filter((part) => /^\S+ .*`[^`]+`\n/.test(part));
  return parts.map((part) => {
    const whole = isHtml ? (part.split('</fieldset>')[0] ?? '') : part;
    const lines = whole.split(/<li[ >]|\n/).filter((line) => line.includes('☐'));
    const code = (line: string) =>
      /(?:<code class="code">|`)([^`<]+)(?:<\/code>|`)/.exec(line)?.[1];
    const says = (way: string) => (line: string) =>
      readable(line)
        .replace(/^.*☐ /, '')
        .startsWith(readable(words.way[way] ?? ''));
    const unknown = lines.filter(says('unknown'));
    const notApplicable = lines.filter(says('not-applicable'));
    const none = lines.filter(says('none'));
    const evidence = lines.filter((line) => line.split('☐').length > 2);
    const others = [...unknown, ...notApplicable, ...none, ...evidence];
    return {
      id: (isHtml ? /<code class="code id">([^<]+)</ : /`([^`]+)`\n/).exec(whole)?.[1] ?? '',
      number: (isHtml ? /<span class="number">([^<]+)</ : /^(\S+) /).exec(whole)?.[1] ?? '',
      boxes: lines.filter((line) => !others.includes(line)).map((line) => code(line) ?? ''),
      unknown: unknown.length,
      unknownCode: unknown[0] === undefined ? null : (code(unknown[0]) ?? 'unknown'),
      notApplicable: notApplicable.length,
      several: readable(whole).includes(words.several ?? '?'),
      isNumber: whole.includes(`${words.number}: …`),
      hasLine: new RegExp(
        `^(?:<p class="write"><span>)?(?:${words.line}|${words.number})\\b`,
        'm',
      ).test(whole),
    };
  });
}

function typed(
  { id, version }: Questionnaire,
  entries: readonly (readonly [string, string | undefined])[],
): string {
  const section = (isHere: (id: string) => boolean) =>
    entries.filter(([key]) => isHere(key)).map(([key, value]) => `  ${key}: ${value}\n`);
  return [
    `format: answers/1\nquestionnaire: { id: ${id}, version: ${version} }\nprofile:\n`,
    ...section((key) => !key.includes('.')),
    'answers:\n',
    ...section((key) => key.includes('.')),
  ].join('');
}
