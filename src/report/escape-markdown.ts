/**
 * Makes a text mean itself in Markdown, in a line, a table cell or a list item: no emphasis, link, HTML, heading,
 * mention or new line comes out of it.
 */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** The same for a text that does not stand at the beginning of a line. */
export function escapeInline(text: string): string {
  return (
    text
      .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]#|~$]/g, (character) => `\\${character}`)
      .replace(/@(?=\w)/g, '&#64;')
      // Whatever stands before it: behind an underscore or a digit it would be a link, too.
      .replace(/(https?|ftp):\/\//gi, '$1&#58;//')
      .replace(/(www)\./gi, '$1&#46;')
  );
}
