import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessWith } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment-format.ts';
import { fiveHurdlesEngine, type Short, sheet } from '../support/five-hurdles.ts';

type Vector = {
  readonly id: string;
  readonly profile: Readonly<Record<string, Short>>;
  readonly base: number | 'unknown' | 'target';
  readonly answers?: Readonly<Record<string, Short>>;
  readonly expect: {
    readonly due?: number;
    readonly applicable?: number;
    readonly counts?: Readonly<Record<string, number>>;
    readonly hurdles?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly overall?: Readonly<Record<string, unknown>>;
    readonly verdicts?: readonly string[];
    readonly provisional?: readonly string[];
    readonly contradictions?: readonly string[];
    readonly first?: readonly string[];
    readonly recommendations?: readonly string[];
    readonly priority?: Readonly<Record<string, number>>;
    readonly gain?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  };
};

const { vectors } = parse(readFileSync(new URL('./vectors.yaml', import.meta.url), 'utf8')) as {
  vectors: readonly Vector[];
};

test('there are ten sheets worked out by hand', () => {
  expect(vectors).toHaveLength(10);
});

test.each(vectors)('the sheet "$id" comes out as worked out by hand', (vector) => {
  const assessment = assessWith(
    fiveHurdlesEngine,
    sheet(vector.profile, vector.base, vector.answers),
    { name: 'five-hurdles', version: '0.0.0' },
  );
  expect(seen(assessment, vector.expect)).toEqual(vector.expect);
});

// The same facts as a sheet states them, and no others.
function seen(assessment: Assessment, wanted: Vector['expect']): unknown {
  const questions = assessment.hurdles.flatMap((hurdle) => hurdle.questions);
  const pick = (from: object, keys: object) =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as keyof typeof from]]));
  const each = <Value extends object, Result>(
    record: Readonly<Record<string, Value>>,
    map: (id: string, value: Value) => Result,
  ) => Object.fromEntries(Object.entries(record).map(([id, value]) => [id, map(id, value)]));
  const step = (id: string) => assessment.recommendations.find((one) => one.id === id);
  const verdicts = (certain: boolean) =>
    assessment.verdicts.filter((verdict) => verdict.certain === certain).map(({ id }) => id);
  const sum = (key: 'due' | 'applicable') =>
    assessment.hurdles.reduce((total, hurdle) => total + hurdle[key], 0);

  const facts = {
    due: sum('due'),
    applicable: sum('applicable'),
    counts: Object.fromEntries(
      Object.keys(wanted.counts ?? {}).map((id) => [
        id,
        questions.find((one) => one.id === id)?.counts,
      ]),
    ),
    hurdles: each(wanted.hurdles ?? {}, (id, keys) =>
      pick(assessment.hurdles.find((hurdle) => hurdle.id === id) ?? {}, keys),
    ),
    overall: pick(assessment.overall, wanted.overall ?? {}),
    verdicts: verdicts(true),
    provisional: verdicts(false),
    contradictions: assessment.contradictions.map(({ id }) => id),
    first: assessment.recommendations.slice(0, wanted.first?.length ?? 0).map(({ id }) => id),
    recommendations: assessment.recommendations.map(({ id }) => id),
    priority: Object.fromEntries(
      Object.keys(wanted.priority ?? {}).map((id) => [id, step(id)?.priority]),
    ),
    gain: each(wanted.gain ?? {}, (id, keys) => pick(step(id)?.gain.alone ?? {}, keys)),
    'by-hand': (wanted as Record<string, unknown>)['by-hand'],
  };
  return pick(facts, wanted);
}
