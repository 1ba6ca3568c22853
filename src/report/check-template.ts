import { nearest } from '../shared/nearest.ts';
import { eachOnce, inReadingOrder, type Problem, problem, spotOf } from '../shared/problem.ts';
import { lookAtTemplate } from './look-at-template.ts';
import { parseTemplate, type TemplateTree } from './parse-template.ts';
import type { ReportWords } from './report-words.ts';
import type { Checking } from './template-around.ts';
import type { ReportFormat } from './template-helpers.ts';
import { type Schema, valuesOf } from './template-value.ts';

/** A template, or a part of one. */
export type TemplateFile = {
  /** What it is called in problems. */
  readonly file: string;
  readonly text: string;
  /** It comes with the program. */
  readonly isOurs?: boolean;
};

export type Templates = {
  readonly format: ReportFormat;
  readonly main: TemplateFile;
  /** What may be called by name. */
  readonly parts: Readonly<Record<string, TemplateFile>>;
};

/**
 * Holds templates against the schema of what they show, without showing anything: every name, helper, part and word
 * they ask for must exist, and what may be missing must be asked for first. What a part may name depends on what it is
 * called with, so each call is followed.
 *
 * @param schema JSON Schema of the view
 * @param words  those of reports, in any language
 * @returns every problem, each with its place in the file of the user's that caused it
 */
export function checkTemplates(
  templates: Templates,
  schema: Schema,
  words: ReportWords,
): readonly Problem[] {
  const { main, parts } = templates;
  // Before anything looks through it.
  const weight = beyondLimits(main);
  if (weight) return [weight];
  if (isEmpty(main)) {
    return [problem('empty-template', { file: main.file, line: 1, column: 1 }, {})];
  }
  const trees = new Map<TemplateFile, TemplateTree>();
  const problems = [main, ...Object.values(parts)].flatMap((one): Problem[] => {
    const beyond = beyondLimits(one);
    if (beyond) return [beyond];
    const read = parseTemplate(one.text);
    if (read.ok) {
      trees.set(one, read.tree);
      return [];
    }
    const { line, column, reason, message } = read.problem;
    return [problem('template-syntax', { file: one.file, line, column }, { reason, message })];
  });
  const checking: Checking = {
    templates,
    values: valuesOf(schema),
    words,
    trees,
    called: new Set(),
    done: new Set(),
    tell: (one) => problems.push(one),
  };
  lookAtTemplate(main, checking);
  // What cannot be read may be where the call stands.
  const idle = problems.some(({ code }) => code === 'template-syntax')
    ? []
    : uncalled(templates, checking.called);
  const all = eachOnce([...eachCallOnce(problems), ...idle]);
  return inReadingOrder([...all].sort((a, b) => (a.at.file < b.at.file ? -1 : 1)));
}

// A part may be empty: so one of ours is left out.
function isEmpty({ text }: TemplateFile): boolean {
  return text.replace(/\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g, '').trim() === '';
}

/** What a template may weigh and how deep its blocks may nest before it is refused unread. */
export const templateLimits = { characters: 200_000, depth: 64 } as const;

function beyondLimits({ file, text }: TemplateFile): Problem | null {
  const { characters: limit, depth: deepest } = templateLimits;
  if (text.length > limit) {
    const facts = { characters: text.length, limit };
    return problem('too-large', { file, line: 1, column: 1 }, facts);
  }
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(/\{\{~?[#/]/g)) {
    depth += tag.endsWith('/') ? -1 : 1;
    if (depth <= deepest) continue;
    const before = text.slice(0, index).split('\n');
    const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return problem('too-deep', at, { limit: deepest });
  }
  return null;
}

// A call that lacks several things is one mistake.
function eachCallOnce(problems: readonly Problem[]): readonly Problem[] {
  const told: Problem[] = [];
  for (const one of problems) {
    const place = told.findIndex(
      (other) => other.code === 'part-needs' && spotOf(other.at) === spotOf(one.at),
    );
    const before = told[place];
    if (one.code !== 'part-needs' || before?.code !== 'part-needs') {
      told.push(one);
      continue;
    }
    const names = [...new Set([...before.facts.names, ...one.facts.names])];
    told[place] = problem('part-needs', one.at, { ...before.facts, names });
  }
  return told;
}

function uncalled({ parts }: Templates, called: ReadonlySet<string>): readonly Problem[] {
  const ours = Object.keys(parts).filter((name) => parts[name]?.isOurs);
  return Object.entries(parts).flatMap(([name, { file, isOurs }]) => {
    if (isOurs || called.has(name)) return [];
    const facts = { name, nearest: nearest(name, ours) };
    return [problem('uncalled-part', { file, line: 1, column: 1 }, facts)];
  });
}
