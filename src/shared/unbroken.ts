/** Keeps a number and its unit on one line; printed as an ordinary space. */
export const unbroken = '\u2007';
