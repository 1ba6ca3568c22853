/**
 * Texts of the view that the program makes of numbers, days and ids: nothing in them can mean anything to Markdown. All
 * others say what somebody wrote.
 */
const plain: readonly RegExp[] = [
  // What a template says itself, and what went through a helper.
  /^"/,
  /^\?(?:t|md|is)$/,
  /\.(?:id|ref|kind|number|version|iso|language)$/,
  /\.(?:rank|priority|effort|effortSoFar|effortNow|weeks|start|lasts|atMost|from|to|spread)$/,
  /\.(?:date|due|day|asOf)\.text$/,
  /\.colours\.(?:light|dark)\.\w+$/,
  /\.(?:year|sign|bar|track|line|head|data)$/,
  /\.(?:hurdles|questions)\[\]\.target$/,
  /\.ticks\[\]\.text$/,
  /\.(?:from|to)\[\]$/,
];

/** Whether what stands under a path of the view, as `.verdicts[].text`, comes from nobody's file. */
export function isPlainText(path: string): boolean {
  return plain.some((one) => one.test(path));
}
