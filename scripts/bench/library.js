// How large a page becomes that has the library in it: bundled and minified by esbuild, then as it goes over the network.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './measure.js';

const judging = "import { assess, parseAnswers } from 'five-hurdles';";
const ours = "import { questionnaire } from 'five-hurdles/questionnaires/five-hurdles';";
const telling = `import { render, view } from 'five-hurdles';
import { reportHtml } from 'five-hurdles/templates';
import { en } from 'five-hurdles/words';`;

/** Pages from little to all, and what each uses. */
const pages = {
  'assess alone': ["import { assess } from 'five-hurdles';", 'assess'],
  'read and assess': [judging, 'assess, parseAnswers'],
  'and our questionnaire': [judging + ours, 'assess, parseAnswers, questionnaire'],
  'and a report in HTML, in one language': [
    judging + ours + telling,
    'assess, parseAnswers, questionnaire, render, view, reportHtml, en',
  ],
};

export async function benchLibrary() {
  for (const [name, [imports, used]] of Object.entries(pages)) {
    const { outputFiles } = await build({
      stdin: { contents: `${imports} globalThis.used = [${used}];`, resolveDir: root },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2023',
    });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    const kilo = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;
    console.log(`${name}: ${kilo(code.length)}, ${kilo(gzipSync(code).length)} gzip`);
  }
}
