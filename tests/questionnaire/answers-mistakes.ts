import { expect } from 'vitest';
import { aQuestionnaire } from '../support/a-questionnaire.ts';
import { fiveHurdles } from '../support/five-hurdles.ts';
import { type Change, changed } from '../support/planted.ts';
import type { Mistake } from './mistakes.ts';

/**
 * The text of a few answers to our own questionnaire, in the forms an answer can have.
 *
 * @param changes what stands otherwise: `['from', 'to']`; each `from` must be there, and once only
 */
export function someAnswersText(...changes: readonly Change[]): string {
  return changed(text, changes);
}

const text = `# What Muster GmbH said.
format: answers/1
questionnaire: { id: five-hurdles, version: ${fiveHurdles.version} }
subject: { name: "Muster GmbH", use: "Versand-Chatbot" }
scope: { quick: false }
respondent: { role: mgmt }
language: de
started: 2026-11-20T09:00:00Z
updated: 2026-11-20T09:14:00Z
profile:
  stage: pilot
  sector: unknown
  plans: [expansion]
  goal: unknown
answers:
  goals.problem: 2
  goals.target: { answer: 1, note: "20 % weniger", evidence: document }
  tools.inventory: unknown
steps:
  goals.target: { status: doing, who: "Frau Xu", due: 2026-12-15 }
`;

/** The text of a few answers to the small questionnaire, which has every kind of question. */
export function someSmallAnswersText(...changes: readonly Change[]): string {
  return changed(smallText, changes);
}

const smallText = `format: answers/1
questionnaire: { id: small, version: 1.2.0, digest: ${aQuestionnaire().digest} }
profile:
  stage: running
  staff: 12.5
answers:
  goals.problem: 2
  goals.way: built
  goals.words: unknown
  tests.kinds: [manual, automatic]
`;

const some = someAnswersText;
const small = someSmallAnswersText;
const stages = ['none', 'trying', 'pilot', 'operation', 'several'];
const plans = ['nothing', 'purchase', 'integration', 'expansion'];

/** The problems of answers to our own questionnaire, each planted alone; ▸ stands where it is to be told. */
export const answersMistakes: readonly Mistake[] = [
  // The file as a whole and its shape.
  {
    why: 'the file is a questionnaire',
    code: 'wrong-format',
    text: some(['format: answers/1', 'format: ▸questionnaire/1']),
    facts: { found: 'questionnaire/1', expected: 'answers/1' },
  },
  { why: 'the file is empty', code: 'empty-file', text: '', facts: {} },
  {
    why: 'a quote is never closed',
    code: 'yaml-syntax',
    text: 'format: "answers/1▸',
    facts: { reason: 'MISSING_CHAR', message: expect.any(String) },
  },
  {
    why: 'a question is answered twice',
    code: 'duplicate-key',
    text: some(['goals.problem: 2', 'goals.problem: 2\n  ▸goals.problem: 3']),
    facts: {},
  },
  {
    why: 'it does not say which questionnaire it answers',
    code: 'missing-key',
    text: some(
      ['format:', '▸format:'],
      [`questionnaire: { id: five-hurdles, version: ${fiveHurdles.version} }\n`, ''],
    ),
    facts: { key: 'questionnaire' },
  },
  {
    why: 'a key is misspelt',
    code: 'unknown-key',
    text: some(['language: de', '▸langage: de']),
    facts: { key: 'langage', nearest: 'language' },
  },
  {
    why: 'a key of the long form is misspelt',
    code: 'unknown-key',
    text: some(['answer: 1, note', 'answer: 1, ▸notes']),
    facts: { key: 'notes', nearest: 'note' },
  },
  {
    why: 'an unquoted comma cuts a note',
    code: 'cut-text',
    text: some(['note: "20 % weniger"', 'note: 20 % weniger, ▸aber erst 2027']),
    facts: { key: 'aber erst 2027' },
  },
  {
    why: 'the evidence is of a kind that does not exist',
    code: 'not-one-of',
    text: some(['evidence: document', 'evidence: ▸documents']),
    facts: {
      value: 'documents',
      allowed: ['estimate', 'example', 'document', 'records'],
      nearest: 'document',
    },
  },
  {
    why: 'a step stands at something nobody knows',
    code: 'not-one-of',
    text: some(['status: doing', 'status: ▸started']),
    facts: { value: 'started', allowed: ['open', 'doing', 'done', 'dropped'], nearest: null },
  },
  {
    why: 'a step is due on a day that is not in the calendar',
    code: 'malformed',
    text: some(['due: 2026-12-15', 'due: ▸2026-13-15']),
    facts: { found: '2026-13-15', form: 'date' },
  },
  {
    why: 'a time has no time zone',
    code: 'malformed',
    text: some(['updated: 2026-11-20T09:14:00Z', 'updated: ▸2026-11-20 09:14']),
    facts: { found: '2026-11-20 09:14', form: 'moment' },
  },
  {
    why: 'it was answered on a day that is not in the calendar',
    code: 'malformed',
    text: some(['updated: 2026-11-20T09:14:00Z', 'updated: ▸2026-02-30']),
    facts: { found: '2026-02-30', form: 'moment' },
  },
  {
    why: 'the language is a word, not a code',
    code: 'malformed',
    text: some(['language: de', 'language: ▸Deutsch']),
    facts: { found: 'Deutsch', form: 'language' },
  },
  {
    why: 'the version has no patch number',
    code: 'malformed',
    text: some([`version: ${fiveHurdles.version}`, 'version: ▸"9.9"']),
    facts: { found: '9.9', form: 'version' },
  },
  {
    why: 'a question is written as no question can be',
    code: 'unknown-id',
    text: some(['goals.problem: 2', '▸Goals.problem: 2']),
    facts: { what: 'question', id: 'Goals.problem', nearest: 'goals.problem' },
  },

  // Names.
  {
    why: 'a question does not exist',
    code: 'unknown-id',
    text: some(['goals.problem: 2', '▸goal.problem: 2']),
    facts: { what: 'question', id: 'goal.problem', nearest: 'goals.problem' },
  },
  {
    why: 'a question resembles none that exist',
    code: 'unknown-id',
    text: some(['goals.problem: 2', '▸what.is-this: 2']),
    facts: { what: 'question', id: 'what.is-this', nearest: null },
  },
  {
    why: 'a profile question does not exist',
    code: 'unknown-id',
    text: some(['sector: unknown', '▸secktor: unknown']),
    facts: { what: 'profile', id: 'secktor', nearest: 'sector' },
  },
  {
    why: 'a step is about a question that does not exist',
    code: 'unknown-id',
    text: some(['goals.target: { status', '▸goals.targets: { status']),
    facts: { what: 'question', id: 'goals.targets', nearest: 'goals.target' },
  },
  {
    why: 'the respondent has a role that does not exist',
    code: 'unknown-id',
    text: some(['role: mgmt', 'role: ▸mgnt']),
    facts: { what: 'role', id: 'mgnt', nearest: 'mgmt' },
  },
  {
    why: 'the scope is a role that does not exist',
    code: 'unknown-id',
    text: some(['quick: false', 'quick: false, role: ▸depts']),
    facts: { what: 'role', id: 'depts', nearest: 'dept' },
  },
  {
    why: 'a level is higher than the highest',
    code: 'unknown-option',
    text: some(['goals.problem: 2', 'goals.problem: ▸7']),
    facts: { of: 'goals.problem', option: '7', allowed: ['0', '1', '2', '3', '4'], nearest: null },
  },
  {
    why: 'a level is between two',
    code: 'unknown-option',
    text: some(['answer: 1', 'answer: ▸1.5']),
    facts: { of: 'goals.target', option: '1.5', allowed: ['0', '1', '2', '3', '4'], nearest: null },
  },
  {
    why: 'an option of the profile is misspelt',
    code: 'unknown-option',
    text: some(['stage: pilot', 'stage: ▸piltot']),
    facts: { of: 'stage', option: 'piltot', allowed: stages, nearest: 'pilot' },
  },
  {
    why: 'one of several answers is misspelt',
    code: 'unknown-option',
    text: some(['[expansion]', '[purchase, ▸expantion]']),
    facts: { of: 'plans', option: 'expantion', allowed: plans, nearest: 'expansion' },
  },
  {
    why: 'one of several answers is given twice',
    code: 'duplicate-id',
    text: some(['[expansion]', '[expansion, ▸expansion]']),
    facts: { id: 'expansion' },
  },
  {
    why: 'an answer that excludes all others does not stand alone',
    code: 'exclusive-with-others',
    text: some(['[expansion]', '▸[nothing, expansion]']),
    facts: { option: 'nothing' },
  },

  // Answers and states.
  {
    why: 'a level is a word',
    code: 'wrong-type',
    text: some(['goals.problem: 2', 'goals.problem: ▸"2"']),
    facts: { expected: 'number', found: '2' },
  },
  {
    why: 'a level is a truth',
    code: 'wrong-type',
    text: some(['goals.problem: 2', 'goals.problem: ▸true']),
    facts: { expected: 'number / string / array / object', found: 'true' },
  },
  {
    why: 'there is a note, and the answer beside it is left empty',
    code: 'wrong-type',
    text: some(['answer: 1, note', 'answer: ▸~, note']),
    facts: { expected: 'number / string / array', found: 'null' },
  },
  {
    why: 'a choice is a number',
    code: 'unknown-option',
    text: some(['stage: pilot', 'stage: ▸2']),
    facts: {
      of: 'stage',
      option: '2',
      allowed: ['none', 'trying', 'pilot', 'operation', 'several'],
      nearest: null,
    },
  },
  {
    why: 'a state is misspelt',
    code: 'unknown-option',
    text: some(['goals.problem: 2', 'goals.problem: ▸unkown']),
    facts: {
      of: 'goals.problem',
      option: 'unkown',
      allowed: ['0', '1', '2', '3', '4', 'unknown', 'not-applicable'],
      nearest: 'unknown',
    },
  },
  {
    why: 'a level is written as a text',
    code: 'wrong-type',
    text: some(['goals.problem: 2', "goals.problem: ▸'2'"]),
    facts: { expected: 'number', found: '2' },
  },
  {
    why: 'several answers are not a list',
    code: 'wrong-type',
    text: some(['[expansion]', '▸expansion']),
    facts: { expected: 'array', found: 'expansion' },
  },
  {
    why: 'a long form with a key of one’s own holds a wrong answer',
    code: 'unknown-option',
    text: some(['answer: 1, note', 'answer: ▸one, x-asked-by: me, note']),
    facts: {
      of: 'goals.target',
      option: 'one',
      allowed: ['0', '1', '2', '3', '4', 'unknown', 'not-applicable'],
      nearest: null,
    },
  },
  {
    why: 'a role that does not exist is said to have answered',
    code: 'unknown-id',
    text: some([
      'goals.problem: 2',
      'goals.problem: { answer: 1, sources: [{ role: ▸boss, answer: 1 }] }',
    ]),
    facts: { what: 'role', id: 'boss', nearest: null },
  },
  {
    why: 'a role is said to have given an answer there is not',
    code: 'unknown-option',
    text: some([
      'goals.problem: 2',
      'goals.problem: { answer: 1, sources: [{ role: mgmt, answer: ▸7 }] }',
    ]),
    facts: { of: 'goals.problem', option: '7', allowed: ['0', '1', '2', '3', '4'], nearest: null },
  },
  {
    why: 'a role is said to have answered and not to have',
    code: 'answer-and-state',
    text: some([
      'goals.problem: 2',
      'goals.problem: { answer: 1, sources: [{ role: mgmt, answer: 1, ▸state: unknown }] }',
    ]),
    facts: {},
  },
  {
    why: 'a role that does not exist is said to have described the company',
    code: 'unknown-id',
    text: some([
      'sector: unknown',
      'sector: { state: unknown, sources: [{ role: ▸boss, answer: retail }] }',
    ]),
    facts: { what: 'role', id: 'boss', nearest: null },
  },
  {
    why: 'a role is said to have described the company as it cannot be',
    code: 'unknown-option',
    text: some([
      'stage: pilot',
      'stage: { answer: pilot, sources: [{ role: mgmt, answer: ▸pilto }] }',
    ]),
    facts: { of: 'stage', option: 'pilto', allowed: stages, nearest: 'pilot' },
  },
  {
    why: 'a core question is said not to apply',
    code: 'not-applicable-refused',
    text: some(['goals.problem: 2', 'goals.problem: ▸not-applicable']),
    facts: { id: 'goals.problem', why: 'core' },
  },
  {
    why: 'a question that a gate or stop verdict asks about is said not to apply',
    code: 'not-applicable-refused',
    text: some(['goals.problem: 2', 'goals.data: ▸{ state: not-applicable, reason: "Keine" }']),
    facts: { id: 'goals.data', why: 'asked-by-rule' },
  },
  {
    why: 'a profile question is said not to apply',
    code: 'not-applicable-refused',
    text: some(['sector: unknown', 'sector: ▸not-applicable']),
    facts: { id: 'sector', why: 'says-so' },
  },
  {
    why: 'the profile question that targets hang on is not known',
    code: 'unknown-refused',
    text: some(['stage: pilot', 'stage: ▸unknown']),
    facts: { id: 'stage' },
  },
  {
    why: 'a long form has both an answer and a state',
    code: 'answer-and-state',
    text: some(['answer: 1, note', 'answer: 1, ▸state: unknown, note']),
    facts: {},
  },
  {
    why: 'a long form has neither an answer nor a state',
    code: 'missing-key',
    text: some(['{ answer: 1, note', '▸{ note']),
    facts: { key: 'answer' },
  },
  {
    why: 'a step has no status, and what it can be is named',
    code: 'missing-key',
    text: some(['{ status: doing, who', '▸{ who']),
    facts: { key: 'status', allowed: ['open', 'doing', 'done', 'dropped'] },
  },

  // Another questionnaire, or another edition of it.
  {
    why: 'another questionnaire was answered',
    code: 'other-questionnaire',
    text: some(['id: five-hurdles', 'id: ▸six-hurdles']),
    facts: { found: 'six-hurdles', expected: 'five-hurdles' },
  },
  {
    why: 'an edition was answered in which things meant something else',
    code: 'other-major-version',
    text: some([`version: ${fiveHurdles.version}`, 'version: ▸99.0.0']),
    facts: { found: '99.0.0', expected: fiveHurdles.version },
  },
];

/** The same for answers to the small questionnaire, which asks what our own does not. */
export const smallAnswersMistakes: readonly Mistake[] = [
  {
    why: 'a step is about a question that advises nothing',
    code: 'no-recommendation',
    text: small(['answers:\n', 'steps:\n  ▸goals.way: { status: open }\nanswers:\n']),
    facts: { id: 'goals.way' },
  },
  {
    why: 'a step is about a question that only asks for words',
    code: 'no-recommendation',
    text: small(['answers:\n', 'steps:\n  ▸goals.words: { status: open }\nanswers:\n']),
    facts: { id: 'goals.words' },
  },
  {
    why: 'a question says itself that it always applies',
    code: 'not-applicable-refused',
    text: small(['[manual, automatic]', '▸not-applicable']),
    facts: { id: 'tests.kinds', why: 'says-so' },
  },
  {
    why: 'a decimal comma makes a text of a number',
    code: 'decimal-comma',
    text: small(['staff: 12.5', 'staff: ▸12,5']),
    facts: { found: '12,5', meant: '12.5' },
  },
  {
    why: 'a number in quotation marks can be two',
    code: 'number-as-text',
    text: small(['staff: 12.5', 'staff: ▸"1.200"']),
    facts: { found: '1.200', meant: ['1200', '1.2'] },
  },
  {
    why: 'thousands are set apart',
    code: 'number-as-text',
    text: small(['staff: 12.5', 'staff: ▸1.200,50']),
    facts: { found: '1.200,50', meant: ['1200.5'] },
  },
  {
    why: 'a number is a word',
    code: 'wrong-type',
    text: small(['staff: 12.5', 'staff: ▸twelve']),
    facts: { expected: 'number', found: 'twelve' },
  },
  {
    why: 'a number is none',
    code: 'wrong-type',
    text: small(['staff: 12.5', 'staff: ▸.nan']),
    facts: { expected: expect.any(String), found: 'NaN' },
  },
  {
    why: 'a text is a number',
    code: 'wrong-type',
    text: small(['goals.words: unknown', 'goals.words: { answer: ▸5 }']),
    facts: { expected: 'string', found: '5' },
  },
  {
    why: 'an option is misspelt',
    code: 'unknown-option',
    text: small(['goals.way: built', 'goals.way: ▸build']),
    facts: { of: 'goals.way', option: 'build', allowed: ['bought', 'built'], nearest: 'built' },
  },
];

/** What is worth a warning and nothing more: the answers still read. */
export const answersWarnings: readonly Mistake[] = [
  {
    why: 'an older edition was answered, which may be worded otherwise',
    code: 'other-version',
    severity: 'warning',
    text: small(['version: 1.2.0', 'version: ▸1.1.9']),
    facts: { found: '1.1.9', expected: '1.2.0' },
  },
  {
    why: 'the questionnaire was changed and its version was not',
    code: 'other-digest',
    severity: 'warning',
    text: small([`digest: ${aQuestionnaire().digest}`, `digest: ▸sha256-${'0'.repeat(64)}`]),
    facts: {
      found: '1.2.0, sha256-00000000…',
      expected: `1.2.0, ${aQuestionnaire().digest.slice(0, 15)}…`,
    },
  },
];
