// Writes what is content as modules of the library, so that it comes along wherever a bundler or Node finds modules:
// our templates, the words of reports, our questionnaires as they were parsed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ readonly name: string, readonly type: string, readonly value: string, readonly says: string }} Constant
 *   `value` is an expression without effects
 */

/**
 * @param {string} root the folder of the package, in which the library and the prepared YAML are built already
 */
export function buildContent(root) {
  const lib = join(root, 'dist/lib');
  writeModule(join(lib, 'templates'), "import type { Template } from './library/render.js';", [
    ...sheetsIn(join(root, 'templates')).map(({ sheet, format }) => ({
      name: `${sheet}${format === 'html' ? 'Html' : 'Markdown'}`,
      type: 'Template',
      value: literal(templateOf(join(root, 'templates'), sheet, format)),
      says: `\`templates/${sheet}.${format}.hbs\` with its parts.`,
    })),
  ]);
  writeModule(join(lib, 'words'), "import type { Words } from './library/words.js';", [
    ...preparedIn(root, 'templates').map(({ file, value }) => {
      const language = file.split('.')[1] ?? '';
      return {
        name: language,
        type: 'Words',
        value: literal({ language, texts: value }),
        says: `\`templates/words.${language}.yaml\`.`,
      };
    }),
  ]);
  mkdirSync(join(lib, 'questionnaires'));
  for (const { file, value } of preparedIn(root, 'questionnaires')) {
    const { digest, data } = /** @type {{ digest: string, data: unknown }} */ (value);
    const whole = `/* @__PURE__ */ toQuestionnaire(/* @__PURE__ */ JSON.parse(${literal(JSON.stringify(data))}), ${literal(digest)})`;
    writeModule(
      join(lib, 'questionnaires', file.replace('.json', '')),
      "import type { Questionnaire } from '../questionnaire/questionnaire.js';",
      [
        {
          name: 'questionnaire',
          type: 'Questionnaire',
          value: whole,
          says: `\`questionnaires/${file.replace('json', 'yaml')}\`, read and checked.`,
        },
      ],
      "import { toQuestionnaire } from '../questionnaire/questionnaire.js';\n",
    );
  }
}

/**
 * @param {string} path
 * @param {string} types
 * @param {readonly Constant[]} constants
 */
function writeModule(path, types, constants, imports = '') {
  if (constants.length === 0) throw new Error(`${path} would be empty`);
  const code = constants.map(({ name, value }) => `export const ${name} = ${value};\n`);
  const told = constants.map(
    ({ name, type, says }) => `/** ${says} */\nexport declare const ${name}: ${type};\n`,
  );
  writeFileSync(`${path}.js`, imports + code.join(''));
  writeFileSync(`${path}.d.ts`, `${types}\n${told.join('')}`);
}

/** @param {unknown} value */
function literal(value) {
  return JSON.stringify(value);
}

/** What the library makes views of. */
const sheets = ['report', 'comparison', 'plan', 'worksheet'];

/** @param {string} folder */
function sheetsIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, sheet = '', format = ''] = /^(\w+)\.(html|md)\.hbs$/.exec(file) ?? [];
      return sheets.includes(sheet) ? [{ sheet, format }] : [];
    });
}

/**
 * @param {string} folder
 * @param {string} sheet
 * @param {string} format
 */
function templateOf(folder, sheet, format) {
  // What a worksheet says stands in the appendix of a report, too.
  const own = sheet === 'worksheet' ? 'report' : sheet;
  const text = readFileSync(join(folder, `${sheet}.${format}.hbs`), 'utf8');
  const known = { ...partsIn(folder, `brand.${format}`), ...partsIn(folder, `${own}.${format}`) };
  return { format, text, parts: calledFrom(text, known) };
}

/**
 * Only the parts that are called, directly or by another: a worksheet needs few of a report's.
 *
 * @param {string} text
 * @param {Readonly<Record<string, string>>} known
 */
function calledFrom(text, known) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const waiting = [text]; waiting.length > 0; ) {
    const called = [...(waiting.pop() ?? '').matchAll(/\{\{~?#?>\s*([\w-]+)/g)];
    for (const [, name = ''] of called) {
      const part = known[name];
      if (part === undefined || name in found) continue;
      found[name] = part;
      waiting.push(part);
    }
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} sheet
 * @returns {Record<string, string>}
 */
function partsIn(folder, sheet) {
  const path = join(folder, sheet);
  const names = readdirSync(folder).includes(sheet) ? readdirSync(path) : [];
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.hbs'))
      .sort()
      .map((name) => [name.slice(0, -'.hbs'.length), readFileSync(join(path, name), 'utf8')]),
  );
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {readonly { readonly file: string, readonly value: unknown }[]}
 */
function preparedIn(root, folder) {
  const path = join(root, 'dist', folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, value: JSON.parse(readFileSync(join(path, file), 'utf8')).value }));
}
