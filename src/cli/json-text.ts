/** A value as JSON on lines of its own, without characters that would steer a terminal: they are written as escapes. */
export function jsonText(value: unknown): string {
  return `${tamed(JSON.stringify(value, null, 2))}\n`;
}

/** The same on a single line, for one of many. */
export function jsonLine(value: unknown): string {
  return `${tamedJson(value)}\n`;
}

/** The same for a part of a line. */
export function tamedJson(value: unknown): string {
  return tamed(JSON.stringify(value));
}

function tamed(json: string): string {
  return json.replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// JSON itself escapes what is below a space; these it leaves as they are.
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
