import * as z from 'zod';
import { AssessmentFormat } from '../src/assessment/assessment-format.ts';
import { OutputLineFormat } from '../src/assessment/assessment-line-format.ts';
import { CheckFormat } from '../src/assessment/check/check-format.ts';
import { ComparisonFormat } from '../src/assessment/comparison-format.ts';
import { ExplanationFormat } from '../src/assessment/explanation-format.ts';
import { PlanFormat } from '../src/assessment/plan-format.ts';
import { TestFormat } from '../src/assessment/test-format.ts';
import { ConfigFormat } from '../src/cli/config.ts';
import { ListFormat } from '../src/cli/list-format.ts';
import { LintFormat } from '../src/lint/lint-format.ts';
import { AnswersFormat } from '../src/questionnaire/answers-format.ts';
import { QuestionnaireFormat } from '../src/questionnaire/questionnaire-format.ts';
import { BrandFormat } from '../src/report/brand-format.ts';
import { ViewFormat } from '../src/report/view-format.ts';
import { withExtensions } from './extension-schema.ts';

type Json = { [key: string]: unknown };

/** The texts of the published schemas by format. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    questionnaire: text(
      withExtensions(z.toJSONSchema(QuestionnaireFormat, { io: 'input' })),
      'questionnaire',
    ),
    answers: text(z.toJSONSchema(AnswersFormat, { io: 'input' }), 'answers'),
    explanation: text(z.toJSONSchema(ExplanationFormat, { io: 'input' }), 'explanation'),
    plan: text(z.toJSONSchema(PlanFormat, { io: 'input' }), 'plan'),
    assessment: text(z.toJSONSchema(AssessmentFormat, { io: 'input' }), 'assessment'),
    'assessment-line': text(z.toJSONSchema(OutputLineFormat, { io: 'input' }), 'assessment-line'),
    comparison: text(z.toJSONSchema(ComparisonFormat, { io: 'input' }), 'comparison'),
    lint: text(z.toJSONSchema(LintFormat, { io: 'input' }), 'lint'),
    list: text(z.toJSONSchema(ListFormat, { io: 'input' }), 'list'),
    test: text(z.toJSONSchema(TestFormat, { io: 'input' }), 'test'),
    check: text(z.toJSONSchema(CheckFormat, { io: 'input' }), 'check'),
    config: text(z.toJSONSchema(ConfigFormat, { io: 'input' }), 'config'),
    brand: text(z.toJSONSchema(BrandFormat, { io: 'input' }), 'brand'),
    // Nobody adds keys of their own to what the program shows.
    view: published(z.toJSONSchema(ViewFormat), 'view'),
  };
}

function text(schema: object, name: string): string {
  return published(withOwnKeys(schema) as Json, name);
}

function published(schema: object, name: string): string {
  const { $schema, ...rest } = schema as Json;
  return `${JSON.stringify({ $schema, $id: `${name}.v1.schema.json`, ...rest }, null, 2)}\n`;
}

// Keys that begin with `x-` are anyone's own, wherever a format is strict.
function withOwnKeys(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withOwnKeys);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withOwnKeys(value)]),
  );
  const isStrict = entries.type === 'object' && entries.additionalProperties === false;
  return isStrict ? { ...entries, patternProperties: { '^x-': {} } } : entries;
}
