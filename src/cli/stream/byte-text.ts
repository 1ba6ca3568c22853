/**
 * A text whose every character stands for a byte of UTF-8. To read and to write one takes a third of the time: nothing is
 * decoded but the few texts that somebody looks at.
 */
export type ByteText = string;

/** What a text of bytes says; they must be UTF-8. */
export function fromBytes(bytes: ByteText): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}

export function toBytes(text: string): ByteText {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

const beyondAscii = /[^\0-\x7f]/;
