#!/usr/bin/env node
const { main, nodeIo } = require('../dist/cli/main.js');

main(process.argv.slice(2), nodeIo(process)).then((exitCode) => {
  process.exitCode = exitCode;
});
