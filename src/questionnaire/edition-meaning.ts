import { canonicalJson } from '../shared/canonical-json.ts';
import type { Path } from '../shared/problem.ts';
import { findByType } from '../shared/walk-schema.ts';
import { isPlainMap } from '../shared/yaml-text.ts';
import { type Condition, formatAddress } from './condition.ts';
import type { Parts } from './edition-differences.ts';
import {
  LevelOptionFormat,
  type ProfileQuestion,
  type Question,
  type RecommendationText,
} from './question-format.ts';
import type { Questionnaire } from './questionnaire.ts';
import {
  type Gate,
  type Group,
  type Hurdle,
  QuestionnaireFormat,
  type Verdict,
} from './questionnaire-format.ts';
import { WordingFormat } from './wording.ts';
import { formatSource, type SheetSource, type Worksheet } from './worksheet-format.ts';

/** What two editions that are compared have in common. */
export type Common = {
  /** What an id of this edition is called in the newer one. */
  readonly asked: (id: string) => string;
  readonly option: (of: string, option: string) => string;
  /** Whether the older edition has it, too: a reference to something new belongs to what is new. */
  readonly has: (id: string) => boolean;
  readonly hasOption: (of: string, option: string) => boolean;
};

/**
 * Reads off what an edition means: what is asked, what an answer is worth, what is advised when. Editions that mean
 * the same give equal trees, whatever the order of what has ids.
 *
 * @param withWords whether its texts belong to it
 */
export function meaningOf(
  edition: Questionnaire,
  common: Common,
  withWords = false,
): Readonly<Record<string, unknown>> {
  const { version: _v, digest: _d, questions: _q, cases: _c, migrations: _m, ...whole } = edition;
  const { title, intro, licence, authors, sources, notes, facts, hints, ...rules } = withWords
    ? whole
    : withoutWords(whole);
  const words = { title, intro, licence, authors, sources, notes, facts, hints };
  const { profile, hurdles, targets, verdicts } = rules;
  const asked = (question: Question | ProfileQuestion): readonly [string, unknown] => [
    common.asked(question.id),
    {
      ...askedMeaning(question, targets.by, common, withWords),
      modifiers: modifiersFor(question.id, targets.modifiers, common),
    },
  ];
  const branch = (node: Hurdle | Group): readonly [string, unknown] => [
    node.id,
    {
      ...node,
      questions: things(node.questions.map(asked)),
      groups: things(node.groups.map(branch)),
    },
  ];
  return {
    ...rules,
    ...(withWords ? words : {}),
    languages: parts(rules.languages.map((language) => [language, null])),
    scales: things(Object.entries(rules.scales)),
    roles: byId(rules.roles),
    profile: things(profile.map(asked)),
    targets: { ...targets, by: targets.by && common.asked(targets.by), modifiers: null },
    hurdles: things(hurdles.map(branch)),
    gates: byId(rules.gates.map((gate) => gateMeaning(gate, common))),
    verdicts: {
      all: byId(verdicts.map((verdict) => verdictMeaning(verdict, common))),
      // The most urgent comes first.
      order: references(
        verdicts.map(({ id }) => id),
        common,
      ),
    },
    contradictions: byId(
      rules.contradictions.map(({ when, ...rest }) => ({
        ...rest,
        when: conditionMeaning(when, common),
      })),
    ),
    // What fills a sheet is, as its fields, wording: it changes no answer, no number and no advice.
    worksheets: byId(
      rules.worksheets.map((sheet) => (withWords ? sheetWording(sheet, common) : { id: sheet.id })),
    ),
  };
}

function withoutWords<Data extends object>(data: Data): Data {
  const types = { wording: WordingFormat, level: LevelOptionFormat };
  const keyOf = (path: Path) => path.join('/');
  const finds = new Map(
    findByType(QuestionnaireFormat, data, types).map(({ name, path }) => [keyOf(path), name]),
  );
  const stripped = (value: unknown, path: Path): unknown => {
    const isWording = (key: string | number) => finds.get(keyOf([...path, key])) === 'wording';
    if (Array.isArray(value)) {
      return value.flatMap((part, index) =>
        isWording(index) ? [] : [stripped(part, [...path, index])],
      );
    }
    if (!isPlainMap(value) || finds.has(keyOf(path))) return finds.has(keyOf(path)) ? null : value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isWording(key) && key !== 'examples' && key !== 'askBack')
        .map(([key, part]) => [key, stripped(part, [...path, key])]),
    );
  };
  return stripped(data, []) as Data;
}

type Asked = {
  readonly id: string;
  readonly kind: string;
  readonly options?: readonly { readonly id?: string }[];
  readonly ordered?: boolean;
  readonly target?: number | Readonly<Record<string, number | null>>;
  readonly when?: Condition;
  readonly quick?: true | Condition;
  readonly roles?: readonly string[];
  readonly recommendation?: RecommendationText;
};

function askedMeaning(
  question: Question | ProfileQuestion,
  by: string | undefined,
  common: Common,
  withWords: boolean,
): object {
  const { id, kind, options, ordered, target, when, quick, roles, recommendation, ...rest } =
    question as Asked;
  const optionIds = options?.map((option, level) => option?.id ?? String(level)) ?? [];
  const named = (option: string) => (kind === 'level' ? option : common.option(id, option));
  const contentOf = (option: object | null) =>
    kind === 'level' ? (withWords ? option : null) : { ...option, id: null };
  return {
    ...rest,
    kind,
    options: parts(
      (options ?? []).map((option, at) => [named(optionIds[at] ?? ''), contentOf(option)]),
    ),
    order: ordered
      ? optionIds.map(named).filter((option) => common.hasOption(common.asked(id), option))
      : null,
    target: isPlainMap(target)
      ? parts(Object.entries(target).map(([key, value]) => [common.option(by ?? '', key), value]))
      : target,
    when: when && conditionMeaning(when, common),
    quick: quick === true ? quick : quick && conditionMeaning(quick, common),
    roles: roles?.filter(common.has).toSorted(),
    recommendation: parts(recommendation ? [['', adviceMeaning(recommendation, common)]] : []),
  };
}

function adviceMeaning(advice: RecommendationText, common: Common): object {
  return {
    ...advice,
    requires: references(advice.requires, common).toSorted(),
    helps: references(advice.helps, common).toSorted(),
    worksheet: parts(advice.worksheet === undefined ? [] : [[advice.worksheet, null]]),
  };
}

function sheetWording({ from, fields, ...rest }: Worksheet, common: Common) {
  const named = (sources: readonly SheetSource[]) =>
    sources.map((source) =>
      formatSource('id' in source ? { ...source, id: common.asked(source.id) } : source),
    );
  return {
    ...rest,
    from: named(from ?? []),
    fields: fields.map((field) => ({ ...field, from: named(field.from) })),
  };
}

function modifiersFor(
  id: string,
  modifiers: Questionnaire['targets']['modifiers'],
  common: Common,
): readonly string[] {
  return modifiers
    .filter((modifier) => modifier.for.includes(id))
    .map(({ when, for: _for, ...change }) =>
      canonicalJson([conditionMeaning(when, common), change]),
    )
    .toSorted();
}

function gateMeaning({ when, limits, ...rest }: Gate, common: Common): { readonly id: string } {
  const about = limits.map((limit) => {
    if ('hurdle' in limit) return { ...limit };
    const { atMost } = limit;
    return {
      question: common.asked(limit.question),
      atMost: typeof atMost === 'number' ? atMost : { answerOf: common.asked(atMost.answerOf) },
    };
  });
  const ours = about.filter((limit) =>
    common.has('hurdle' in limit ? limit.hurdle : limit.question),
  );
  return {
    ...rest,
    when: conditionMeaning(when, common),
    limits: ours.map(canonicalJson).toSorted(),
  } as { readonly id: string };
}

function verdictMeaning(verdict: Verdict, common: Common): { readonly id: string } {
  const { when, liftedWhen, first, defers } = verdict;
  return {
    ...verdict,
    when: conditionMeaning(when, common),
    liftedWhen: liftedWhen && conditionMeaning(liftedWhen, common),
    first: references(first, common),
    defers: references(defers, common).toSorted(),
  } as { readonly id: string };
}

function conditionMeaning(condition: Condition, common: Common): unknown {
  switch (condition.kind) {
    case 'compare': {
      const { address, operator, value } = condition;
      const isResult = address.kind === 'result';
      const named = (one: unknown) =>
        isResult || typeof one !== 'string' ? one : common.option(address.id, one);
      const asked = isResult ? formatAddress(address) : common.asked(address.id);
      return [asked, operator, Array.isArray(value) ? value.map(named).toSorted() : named(value)];
    }
    case 'not':
      return { not: conditionMeaning(condition.of, common) };
    case 'all':
    case 'any': {
      const of = condition.of.map((part) => canonicalJson(conditionMeaning(part, common)));
      return { [condition.kind]: of.toSorted() };
    }
    default:
      return condition satisfies never;
  }
}

function references(ids: readonly string[], common: Common): readonly string[] {
  return ids.map(common.asked).filter(common.has);
}

function byId(list: readonly { readonly id: string }[]): Parts {
  return things(list.map((thing) => [thing.id, thing]));
}

function things(entries: readonly (readonly [string, unknown])[]): Parts {
  return { parts: new Map(entries), named: true };
}

function parts(entries: readonly (readonly [string, unknown])[]): Parts {
  return { parts: new Map(entries), named: false };
}
