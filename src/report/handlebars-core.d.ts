// Handlebars without what its entry for Node does to `require` by being imported, and the half of it that runs what was
// compiled ahead.
declare module 'handlebars/dist/cjs/handlebars.js' {
  export = Handlebars;
}

declare module 'handlebars/dist/cjs/handlebars.runtime.js' {
  export = Handlebars;
}
