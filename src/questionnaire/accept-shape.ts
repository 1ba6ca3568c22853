/** A map as JSON or YAML gives it. */
export type Fields = Readonly<Record<string, unknown>>;

export type Check = (value: unknown) => boolean;

type Checks<Shape> = { readonly [Key in keyof Shape]-?: Check };

/** Makes a check for a map that has no other keys than these, each of which fits. */
export function hasOnly<Shape>(checks: Checks<Shape>): (value: unknown) => value is Shape;
export function hasOnly(checks: Readonly<Record<string, Check>>) {
  const known = new Map(Object.entries(checks));
  return (value: unknown): value is Fields => {
    if (!isMap(value)) return false;
    for (const key in value) if (known.get(key)?.(value[key]) !== true) return false;
    return true;
  };
}

export function isMap(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function isMapOrEmpty(value: unknown): boolean {
  return value === null || isMap(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isTextOrEmpty(value: unknown): boolean {
  return value === null || isText(value);
}

export function isLanguage(value: unknown): boolean {
  return isText(value) && /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value);
}

export function isMoment(value: unknown): boolean {
  return isText(value) && (value.length > 10 ? isTimestamp(value) : isDay(value));
}

// The 29th of February needs to know the year: that is left to whoever knows it.
const day =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const dayForm = new RegExp(`^${day}$`);
const timestampForm = new RegExp(
  `^${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`,
);

export function isDay(value: unknown): boolean {
  return isText(value) && dayForm.test(value);
}

export function isTimestamp(value: unknown): boolean {
  return isText(value) && timestampForm.test(value);
}
