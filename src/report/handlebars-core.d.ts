// Handlebars without what its entry for Node does to `require` by being imported.
declare module 'handlebars/dist/cjs/handlebars.js' {
  export = Handlebars;
}
