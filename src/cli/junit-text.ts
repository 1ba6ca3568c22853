import { tame, tameLine } from '../shared/tame.ts';
import type { ToldDemand, ToldFile, ToldFinding } from './check-told.ts';
import type { Words } from './words/words.ts';

/**
 * What was found, as JUnit's XML: a suite for each file, a test case for each demand. As Jenkins and GitLab read it:
 * https://github.com/jenkinsci/xunit-plugin, junit-10.xsd.
 */
export function junitText(files: readonly ToldFile[], words: Words): string {
  const suites = files.map((file) => suite(file, words));
  const totals = counts(files.flatMap(casesOf));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element('testsuites', { name: 'hurdles check', ...totals }, suites),
    '',
  ].join('\n');
}

type Case = { readonly outcome: 'passed' | 'failure' | 'error' };

function casesOf({ outcome, demands }: ToldFile): readonly Case[] {
  if (outcome === 'unusable') return [{ outcome: 'error' }];
  return demands.map((demand) => ({ outcome: demand.outcome === 'unmet' ? 'failure' : 'passed' }));
}

function counts(cases: readonly Case[]): Attributes {
  const of = (outcome: Case['outcome']) =>
    String(cases.filter((one) => one.outcome === outcome).length);
  return { tests: String(cases.length), failures: of('failure'), errors: of('error') };
}

function suite(told: ToldFile, words: Words): string {
  const { file, outcome, subject, demands, problems, warnings, notes } = told;
  const all = { name: file, ...counts(casesOf(told)) };
  if (outcome === 'unusable') {
    const text = problems
      .map(({ at, message }) => tameLine(at === null ? message : `${placed(at)}  ${message}`))
      .join('\n');
    const error = element('error', { message: problems[0]?.message ?? '', type: 'unusable' }, text);
    return element('testsuite', all, [
      element('testcase', { classname: file, name: words.check.readable }, [error]),
    ]);
  }
  const said = [...(subject === null ? [] : [subject]), ...warnings, ...notes];
  return element('testsuite', all, [
    ...demands.map((demand) => testCase(demand, file, words)),
    ...(said.length === 0 ? [] : [element('system-out', {}, said.join('\n'))]),
  ]);
}

function testCase(
  { demand, label, outcome, findings, mended }: ToldDemand,
  file: string,
  words: Words,
): string {
  const fails = findings.filter(({ isNew }) => isNew);
  const known = findings.filter(({ isNew }) => !isNew);
  const beside = [
    ...known.map(({ title }) => `${title} (${words.check.before})`),
    ...(mended === null ? [] : [mended]),
  ];
  const message = fails.map(({ title }) => title).join('; ');
  return element('testcase', { classname: file, name: label }, [
    ...(outcome === 'unmet'
      ? [element('failure', { message, type: demand }, fails.map(findingText).join('\n\n'))]
      : []),
    ...(beside.length === 0 ? [] : [element('system-out', {}, beside.join('\n'))]),
  ]);
}

function findingText({ title, causes, steps }: ToldFinding): string {
  return [
    title,
    ...causes.map(({ text, at }) => (at === null ? text : `${text}\n  ${placed(at)}`)),
    ...steps.map((step) => `→ ${step}`),
  ].join('\n');
}

function placed({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${tameLine(file)}:${line}`;
}

type Attributes = Readonly<Record<string, string>>;

/** @param content a text, or elements that are written already */
function element(
  name: string,
  attributes: Attributes,
  content: string | readonly string[],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  const start = `<${name}${written.join('')}`;
  if (content.length === 0) return `${start}/>`;
  return typeof content === 'string'
    ? `${start}>${escaped(content)}</${name}>`
    : `${start}>\n${content.join('\n')}\n</${name}>`;
}

// What no XML may hold, not even as a reference, and half of a character.
const unwritable =
  /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return tame(text)
    .replace(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return escaped(text)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\n', '&#10;');
}
