// Compiles our templates ahead, so that a report needs no compiler: `dist/templates/report.html.cjs` has the page and its
// parts as functions.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

/** @param {string} root the folder of the package, in which the library is built already */
export async function precompileTemplates(root) {
  const { compileOptions } = await import('../dist/lib/report/template-helpers.js');
  mkdirSync(join(root, 'dist/templates'), { recursive: true });
  const sheets = readdirSync(join(root, 'templates')).filter((file) => file.endsWith('.hbs'));
  for (const file of sheets) {
    const [, sheet = '', format = ''] = /^(\w+)\.(\w+)\.hbs$/.exec(file) ?? [];
    /** @type {Record<string, { bytes: number, sha256: string }>} */
    const sources = {};
    const compiled = (/** @type {string} */ path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      sources[path] = { bytes: Buffer.byteLength(text), sha256 };
      return Handlebars.precompile(text, compileOptions(format));
    };
    const main = compiled(`templates/${file}`);
    // What a worksheet says stands in the appendix of a report, too.
    const own = sheet === 'worksheet' ? 'report' : sheet;
    const parts = [...partsIn(root, `brand.${format}`), ...partsIn(root, `${own}.${format}`)].map(
      ({ name, path }) => `${JSON.stringify(name)}: ${compiled(path)}`,
    );
    const code = `exports.sources = ${JSON.stringify(sources)};
exports.value = { main: ${main}, parts: { ${parts.join(',\n')} } };
`;
    writeFileSync(join(root, `dist/templates/${sheet}.${format}.cjs`), code);
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
function partsIn(root, folder) {
  const path = join(root, 'templates', folder);
  const files = existsSync(path) ? readdirSync(path).sort() : [];
  return files
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => ({
      name: file.slice(0, -'.hbs'.length),
      path: `templates/${folder}/${file}`,
    }));
}
