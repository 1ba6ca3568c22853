import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aQuestionnaireText } from '../support/a-questionnaire.ts';
import { root } from '../support/run.ts';
import type { Attempt } from './attempt.ts';

const stored = readFileSync(join(root, 'examples/reports/versandhandel.json'), 'utf8');

/** What the fuzzer found, and was mended: as small as it could be made. */
export const finds: readonly {
  readonly what: string;
  readonly mischief: string;
  readonly attempt: () => Attempt;
}[] = [
  ...['lint', 'report', 'migrate'].map((command) => ({
    what: `${command}: a file that is wrong in more places than a call takes arguments`,
    mischief: 'a stack trace',
    attempt: () => ({
      argv: [command, 'a.yaml'],
      files: {
        'a.yaml': `format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot, plans: [nothing${', nothing'.repeat(140_000)}] }\n`,
      },
      suspect: 'a.yaml',
    }),
  })),
  {
    what: 'one answer that is a list of very many different words',
    mischief: 'a hang',
    attempt: () => ({
      argv: ['lint', 'a.yaml'],
      files: {
        'a.yaml': `format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot, plans: [${Array.from({ length: 200_000 }, (_, at) => `${at.toString(36)}q`).join(',')}] }\n`,
      },
      suspect: 'a.yaml',
    }),
  },
  {
    what: 'a file of JSON with a key given twice, the second time with a line break before its colon',
    mischief: 'a stack trace',
    attempt: () => ({
      argv: ['score', '--ndjson', 'a.json'],
      files: {
        'a.json':
          '{"format":"answers/1","questionnaire":{"id":"five-hurdles"},"profile":{"stage":"pilot"},"answers":{"goals.problem":1,"goals.problem"\n:3,"goals.problm":1}}',
      },
    }),
  },
  {
    what: 'a file of JSON that is wrong somewhere, and has more lines than a file may have',
    mischief: 'a stack trace',
    attempt: () => ({
      argv: ['score', '--ndjson', 'a.json'],
      files: {
        'a.json': `{"format":"answers/1","questionnaire":{"id":"five-hurdles"},"profile":{},"answers":{"goals.problm":1}}${'\n'.repeat(150_000)}`,
      },
    }),
  },
  {
    what: 'a stored assessment in which a key is misspelt',
    mischief: 'a half-written file',
    attempt: () => ({
      argv: ['report', 'a.json', '-o', 'out.html'],
      files: { 'a.json': stored.replace('"counts"', '"[]counts"') },
      suspect: 'a.json',
      writes: ['out.html'],
      printing: { argv: ['report', 'a.json', '-f', 'html'], file: 'out.html' },
    }),
  },
  {
    what: 'a file that never ends',
    mischief: 'a hang',
    attempt: () => ({ argv: ['score', '/dev/zero'] }),
  },
  {
    what: 'an input that is larger than the memory',
    mischief: 'too much memory',
    attempt: () => ({
      argv: ['score', '-'],
      stdin: 'x'.repeat(9_000_000),
      suspect: '-',
    }),
  },
  {
    what: 'a large template full of comments that are not closed',
    mischief: 'a hang',
    attempt: () => ({
      argv: ['lint', 't.html.hbs'],
      files: { 't.html.hbs': '{{!--'.repeat(400_000) },
      suspect: 't.html.hbs',
    }),
  },
  {
    what: 'control characters, typed through a pipe and quoted by the interview',
    mischief: 'text that steers',
    attempt: () => ({
      argv: ['interview', 'a.yaml', '--plain', '-q', 'small.yaml'],
      files: { 'small.yaml': aQuestionnaireText() },
      stdin: 'Muster\n\u001b]0;fuzz\u0007\n\u202e\n',
      writes: ['a.yaml'],
      mayExit: [130],
    }),
  },
  {
    what: 'control characters in a template',
    mischief: 'text that steers',
    attempt: () => ({
      argv: ['report', 'a.yaml', '-f', 'txt', '--template', 't.txt.hbs'],
      files: {
        't.txt.hbs': '{{language}} \u001b[2J\u202e\t.\n',
        'a.yaml':
          'format: answers/1\nquestionnaire: { id: five-hurdles }\nprofile: { stage: pilot }\n',
      },
      suspect: 't.txt.hbs',
    }),
  },
  {
    what: 'brackets too deep behind brackets that do not fit together',
    mischief: 'a refusal without a place',
    attempt: () => ({
      argv: ['score', 'a.json'],
      files: {
        'a.json': `{\n  "tool": {\n    {\n      "questions": [\n        {\n        },\n        {\n        }\n      ]\n      "questions": [\n        {\n        }\n      ]\n    },\n      "questions": [\n        {\n        },\n        {\n        }\n      ]\n    }\n  ],\n  x-deep: ${'['.repeat(70)}`,
      },
      suspect: 'a.json',
    }),
  },
];
