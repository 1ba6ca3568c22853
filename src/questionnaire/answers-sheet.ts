import { tame } from '../shared/tame.ts';
import { wrap } from '../shared/wrap.ts';
import { keyText, valueText } from '../shared/yaml-text.ts';
import { toEntry } from './answer-entry.ts';
import type { Answer, Answers } from './answers.ts';
import { levelSentence } from './level-sentence.ts';
import { notApplicableRefusal } from './not-applicable.ts';
import type { NumberRange } from './number-range.ts';
import { hasOwnNone } from './own-none.ts';
import type { ProfileQuestion, Question } from './question-format.ts';
import { isTextual, type Questionnaire } from './questionnaire.ts';
import { type Tell, teller } from './teller.ts';

/** What the sheet says beside the questions; each language has a catalogue. */
export type SheetWords = {
  readonly head: (title: string) => readonly string[];
  readonly companyName: string;
  readonly updated: string;
  readonly steps: string;
  readonly use: string;
  readonly hurdle: (number: number, of: number, title: string) => string;
  readonly required: string;
  readonly mayBeEmpty: string;
  /** @param hasOwnNone whether an option says "none of these" already */
  readonly several: (example: string, hasOwnNone: boolean) => string;
  readonly alone: string;
  readonly number: (range: NumberRange, unit: string | null) => string;
  readonly text: string;
  readonly unknown: string;
  readonly notApplicable: string;
};

/** What is to be asked on a sheet. */
export type Sheet = {
  readonly questionnaire: Questionnaire;
  /** What is known already, and the scope; an answer stands in its line. */
  readonly answers: Answers;
  /** The questions to list, in the order of the questionnaire. */
  readonly questions: readonly Question[];
  /** The file beside it that knows what can be answered. */
  readonly schema: string | null;
};

const width = 100;

/**
 * A file of answers (`format: answers/1`) to fill in with an editor: every question with what can be answered as
 * comments, and below it its line, empty where nothing is known.
 *
 * Texts of a questionnaire are only ever comments: whatever they hold, none of it is read as YAML.
 */
export function answersSheet(sheet: Sheet, language: string, words: SheetWords): string {
  const { questionnaire, answers, schema } = sheet;
  const tell = teller(questionnaire, answers.profile, language);
  const { id, version, digest } = questionnaire;
  const { scope = {} } = answers;
  const lines = [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    ...head(sheet, tell, words),
    'format: answers/1',
    `questionnaire: ${valueText({ id, version, digest }, false)}`,
    ...(Object.keys(scope).length === 0 ? [] : [`scope: ${valueText(scope, false)}`]),
    `language: ${valueText(language, false)}`,
    ...comment(words.updated, 0),
    '# updated: 2026-01-31',
    '',
    'subject:',
    ...subject(sheet, words),
    '',
    ...section('profile', profile(sheet, tell, words)),
    '',
    ...section('answers', hurdles(sheet, tell, words)),
    '',
    ...steps(sheet, words),
  ];
  return `${lines.join('\n')}\n`;
}

function head({ questionnaire }: Sheet, tell: Tell, words: SheetWords): readonly string[] {
  const notes = questionnaire.notes.filter(({ at }) => at === 'start').map(({ text }) => text);
  return [...words.head(tell(questionnaire.title)), ...notes.map(tell)].flatMap((text) =>
    comment(text, 0),
  );
}

function subject({ questionnaire, answers }: Sheet, words: SheetWords): readonly string[] {
  const isNamed = questionnaire.profile.some(({ names }) => names === 'use');
  return [
    ...comment(words.companyName, 2),
    entry('name', answers.subject?.name),
    // Where a question of the profile names it, it is asked there.
    ...(isNamed ? [] : [...comment(words.use, 2), entry('use', answers.subject?.use)]),
  ];
}

function section(name: string, blocks: readonly (readonly string[])[]): readonly string[] {
  if (blocks.length === 0) return [`${name}: {}`];
  return [`${name}:`, ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))];
}

type Blocks = readonly (readonly string[])[];

function profile({ questionnaire, answers }: Sheet, tell: Tell, words: SheetWords): Blocks {
  return questionnaire.profile.map((question) => {
    const remarks = [
      ...(question.required ? [words.required] : []),
      ...(question.optional ? [words.mayBeEmpty] : []),
    ];
    const states = question.required || question.optional ? [] : (['unknown'] as const);
    return [
      ...asked(question, states, remarks, tell, words),
      answerLine(question, answers.profile[question.id]),
    ];
  });
}

function hurdles({ questionnaire, answers, questions }: Sheet, tell: Tell, words: SheetWords) {
  const all = questionnaire.hurdles;
  return all.flatMap((hurdle, index): Blocks => {
    const ids = questionnaire.questions.filter((placed) => placed.hurdle === hurdle.id);
    const listed = questions.filter(({ id }) => ids.some(({ question }) => question.id === id));
    if (listed.length === 0) return [];
    const title = words.hurdle(index + 1, all.length, tell(hurdle.title));
    return [
      [
        ...comment(`--- ${title} ---`, 2),
        ...(hurdle.lead === undefined ? [] : comment(tell(hurdle.lead), 2)),
      ],
      ...listed.map((question) => {
        const mayBeLeftOut = notApplicableRefusal(question, questionnaire) === null;
        const states = mayBeLeftOut
          ? (['unknown', 'not-applicable'] as const)
          : (['unknown'] as const);
        return [
          ...asked(question, states, [], tell, words),
          answerLine(question, answers.answers[question.id]),
        ];
      }),
    ];
  });
}

function asked(
  question: Question | ProfileQuestion,
  states: readonly ('unknown' | 'not-applicable')[],
  remarks: readonly string[],
  tell: Tell,
  words: SheetWords,
): readonly string[] {
  const meaning = { unknown: words.unknown, 'not-applicable': words.notApplicable };
  const others = states.map((state) => {
    // Of a text only the long form can say it.
    const written = isTextual(question) ? `{ state: ${state} }` : state;
    return `${written} = ${meaning[state]}`;
  });
  return [
    ...comment(tell(question.text), 2),
    ...choices(question, tell, words).flatMap((text) => comment(text, 2, 2)),
    ...(others.length === 0 ? [] : comment(others.join('; '), 2, 2)),
    ...remarks.flatMap((text) => comment(text, 2, 2)),
  ];
}

function choices(
  question: Question | ProfileQuestion,
  tell: Tell,
  words: SheetWords,
): readonly string[] {
  switch (question.kind) {
    case 'level':
      return question.options.map((_option, level) => {
        return `${level} = ${levelSentence(question, level, tell)}`;
      });
    case 'choice':
      return question.options.map((option) => {
        const meaning = 'meaning' in option && option.meaning ? `: ${tell(option.meaning)}` : '';
        return `${option.id} = ${tell(option.label)}${meaning}`;
      });
    case 'several': {
      const options = question.options.map(
        ({ id, label, exclusive }) =>
          `${id} = ${tell(label)}${exclusive ? ` (${words.alone})` : ''}`,
      );
      const some = question.options.filter(({ exclusive }) => !exclusive).slice(0, 2);
      const example = `[${some.map(({ id }) => id).join(', ')}]`;
      return [...options, words.several(example, hasOwnNone(question))];
    }
    case 'number':
      return [words.number(question, question.unitLabel ? tell(question.unitLabel) : null)];
    case 'text':
      return [words.text];
    default:
      return question satisfies never;
  }
}

// As an example the first question that there is something to do about; where there is none, nothing can be decided.
function steps({ questions }: Sheet, words: SheetWords): readonly string[] {
  const example = questions.find(
    (question) => 'recommendation' in question && question.recommendation,
  );
  if (!example) return ['steps: {}'];
  return [
    ...comment(words.steps, 0),
    `#   ${keyText(example.id, false)}: { status: open, who: "…", due: 2026-12-31 }`,
    'steps: {}',
  ];
}

function answerLine(question: Question | ProfileQuestion, answer: Answer | undefined): string {
  return entry(question.id, answer && toEntry(answer, isTextual(question)));
}

function entry(key: string, value: unknown): string {
  const given = value === undefined ? '' : ` ${valueText(value, false)}`;
  return `  ${keyText(key, false)}:${given}`;
}

// Whatever ends a line, in this YAML or an older one, is a space here: no part of a text begins a line of its own.
// Nor does any tell an editor where to fetch a schema.
function comment(text: string, indent: number, deeper = 0): readonly string[] {
  const flat = tame(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(yaml-language-server)\s*:/gi, '$1');
  const start = `${' '.repeat(indent)}# ${' '.repeat(deeper)}`;
  return wrap(flat, width - start.length, deeper).map((line) => `${start}${line}`.trimEnd());
}
