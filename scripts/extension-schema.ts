type Json = { readonly [key: string]: unknown };

/**
 * The schema of questionnaires that stand alone or extend another: what is only changed need not be whole.
 *
 * @param whole the schema of one that stands alone
 */
export function withExtensions(whole: Json): Json {
  const { $schema, title, description, $defs, ...root } = withOptionScales(whole);
  const defs = $defs as Readonly<Record<string, Json>>;
  const changes: Record<string, Json> = {};
  const changed = (name: string) => {
    const key = `${name}Change`;
    if (!Object.hasOwn(changes, key)) {
      changes[key] = {};
      changes[key] = loosened(defs[name] ?? {}, false);
    }
    return `#/$defs/${key}`;
  };

  // What is merged key by key: the root, whatever has an id, recommendations. All else is replaced, and so is whole.
  const loosened = (schema: Json, isMerged: boolean): Json => {
    const { $ref, oneOf, anyOf, items, properties } = schema;
    if (typeof $ref === 'string') {
      const name = $ref.split('/').at(-1) ?? '';
      return isChangeable(name) ? { ...schema, $ref: changed(name) } : schema;
    }
    if (Array.isArray(oneOf ?? anyOf)) {
      const { oneOf: _one, anyOf: _any, ...rest } = schema;
      const each = (oneOf ?? anyOf) as readonly Json[];
      return { ...rest, anyOf: each.map((one) => loosened(one, isMerged)) };
    }
    if (items) {
      const part = loosened(items as Json, false);
      const { minItems: _least, ...rest } = schema;
      // One entry of many is enough to change it.
      return part === items ? schema : { ...rest, items: part };
    }
    if (!properties) return schema;
    const known = properties as Readonly<Record<string, Json>>;
    const hasId = Object.hasOwn(known, 'id');
    if (!hasId && !isMerged) return schema;
    const kept = Object.entries(known).map(([key, part]) =>
      key === 'id' ? [key, part] : [key, { anyOf: [loosened(part, false), { type: 'null' }] }],
    );
    const placing = hasId ? { remove, before, after } : {};
    return {
      ...schema,
      properties: { ...Object.fromEntries(kept), ...placing },
      required: hasId ? ['id'] : [],
    };
  };
  const isChangeable = (name: string) => {
    const text = JSON.stringify(defs[name] ?? {});
    return name === 'Recommendation' || /"properties":\{[^}]*"id":\{/.test(text);
  };
  const recommendation = defs.Recommendation as Json;
  changes.RecommendationChange = loosened(recommendation, true);

  const extension = loosened(root, true) as { properties: Json };
  const { cases, migrations } = root.properties as Json;
  const own = { ...(cases ? { cases } : {}), ...(migrations ? { migrations } : {}) };
  const { remove: _remove, before: _before, after: _after, ...properties } = extension.properties;
  return {
    $schema,
    title,
    description,
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: '#/$defs/Extension' },
    else: { $ref: '#/$defs/Questionnaire' },
    $defs: {
      Questionnaire: root,
      Extension: {
        ...extension,
        properties: { extends: base, ...properties, ...own },
        required: ['format', 'extends', 'id', 'version'],
      },
      ...defs,
      ...changes,
    },
  };
}

// Options that several questions share are named once; the program puts them in place before it checks them.
function withOptionScales(whole: Json): Json {
  const byName = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(byName);
    if (node === null || typeof node !== 'object') return node;
    const entries = Object.entries(node).map(([key, part]) => {
      const isOptions = key === 'options' && (part as Json).type === 'array';
      const named = { type: 'string', description: 'The name of a list in `optionScales`.' };
      return [key, isOptions ? { anyOf: [byName(part), named] } : byName(part)];
    });
    return Object.fromEntries(entries);
  };
  const schema = byName(whole) as Json & { readonly properties: Json };
  return { ...schema, properties: { ...schema.properties, optionScales } };
}

const optionScales = {
  type: 'object',
  description: 'Options by name, for questions that share them: `options: NAME`.',
  propertyNames: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
  additionalProperties: { type: 'array', minItems: 2, items: { type: 'object' } },
};

const remove = { const: true, description: 'Takes the inherited entry with this id away.' };
const before = { type: 'string', description: 'The id of the entry before which this one goes.' };
const after = { type: 'string', description: 'The id of the entry after which this one goes.' };
const base = {
  type: 'string',
  description:
    'What this questionnaire builds on: an id, or a file in the same folder or below. Merged by id; `key: ~` takes a key away, `remove: true` an entry.',
};
