/** Control characters but the line break, and those that reorder or hide text in the reader's view. */
export const unruly = /[^\P{Cc}\n]|\p{Bidi_Control}|[\u200b\u2060-\u2064\ufeff]/u;
const allUnruly = new RegExp(unruly, 'gu');

/**
 * A text from a user's file made harmless to show: control and bidirectional characters become visible as `�`, so
 * that it can neither steer a terminal nor show other words than it holds. Line breaks stay.
 */
export function tame(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(allUnruly, '\ufffd');
}

/** The same on one line, for what is read line by line. */
export function tameLine(text: string): string {
  return tame(text).replace(/\s*\n\s*/g, ' ');
}

/**
 * Lines made harmless for the log of a CI run, which GitHub and Azure search for commands: `::name` where a line begins,
 * behind spaces, too, `##[name]` and `##vso[name]` anywhere.
 */
export function tameLog(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\ufffd').replace(/#(?=#(?:vso)?\[)/g, '\ufffd');
}
