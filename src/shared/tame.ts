// Control characters (C0, DEL, C1) and those that reorder or hide text in the reader's view.
const unruly =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text from a user's file made harmless to show: control and bidirectional characters become visible as `�`, so
 * that it can neither steer a terminal nor show other words than it holds. Line breaks stay.
 */
export function tame(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unruly, '\ufffd');
}
