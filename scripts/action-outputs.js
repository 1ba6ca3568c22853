// What action.yml reads off the result of `hurdles check`.
//
//   node scripts/action-outputs.js outputs CODE check.json  lines for GITHUB_OUTPUT
//   node scripts/action-outputs.js files check.json         FILE \0 FOLDER \0 for every file that could be judged: where its reports go
//   node scripts/action-outputs.js notes CHECKOUT           the notes of standard input, with paths from the checkout
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, posix, relative, sep } from 'node:path';

/**
 * @typedef {{ readonly level: number | null, readonly target: number | null }} Overall
 * @typedef {{ readonly id: string, readonly certain: boolean }} Verdict
 * @typedef {{ readonly file: string, readonly outcome: string, readonly overall?: Overall, readonly verdicts?: readonly Verdict[] }} Checked
 */

const [what = '', ...rest] = process.argv.slice(2);
switch (what) {
  case 'outputs':
    process.stdout.write(outputs(rest[0] ?? '2', rest[1] ?? ''));
    break;
  case 'files':
    process.stdout.write(places(checkedIn(rest[0] ?? '')));
    break;
  case 'notes':
    process.stdout.write(notes(readFileSync(0, 'utf8'), rest[0] ?? ''));
    break;
  default:
    throw new Error(`There is no ${what}.`);
}

/**
 * @param {string} code
 * @param {string} path
 */
function outputs(code, path) {
  const result = checkedIn(path).map(({ file, outcome, overall, verdicts }) => ({
    file,
    outcome,
    level: overall?.level ?? null,
    target: overall?.target ?? null,
    verdicts: (verdicts ?? []).filter(({ certain }) => certain).map(({ id }) => id),
  }));
  const [lowest] = [...result].sort((a, b) => (a.level ?? -1) - (b.level ?? -1));
  return [
    output('code', code),
    output('passed', String(code === '0')),
    output('level', String(lowest?.level ?? '')),
    output('target', String(lowest?.target ?? '')),
    output('verdicts', [...new Set(result.flatMap(({ verdicts }) => verdicts))].join('\n')),
    output('result', JSON.stringify(result)),
  ].join('');
}

// Nobody can guess where a value ends, so none can end early.
/**
 * @param {string} name
 * @param {string} value
 */
function output(name, value) {
  const end = `hurdles-${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}

/**
 * @param {string} path
 * @returns {readonly Checked[]}
 */
function checkedIn(path) {
  // Nothing came out of a call that was wrong.
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text === '' ? [] : JSON.parse(text).files;
}

// Below the folder of the reports each file has the place that it has below the working directory.
/** @param {readonly Checked[]} files */
function places(files) {
  /** @type {Set<string>} */
  const taken = new Set();
  return files
    .filter(({ outcome }) => outcome !== 'unusable')
    .map(({ file }) => {
      const parts = dirname(file).split(/[\\/]/);
      const folder = parts.filter((part) => !['', '.', '..'].includes(part) && !/^\w:$/.test(part));
      const own = [...folder, basename(file, extname(file))].join('/');
      const place = taken.has(own) ? [...folder, basename(file)] : folder;
      taken.add(own);
      return `${file}\0${place.join('/') || '.'}\0`;
    })
    .join('');
}

/**
 * @param {string} text
 * @param {string} checkout
 */
function notes(text, checkout) {
  const below = relative(checkout, process.cwd()).split(sep).join('/');
  if (below === '' || below.startsWith('..')) return text;
  const escaped = (/** @type {string} */ part) =>
    part.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
  return text.replace(
    /^(::\w+ file=)([^,\n]*)/gm,
    (_whole, command, file) =>
      command + (isAbsolute(file) ? file : posix.join(escaped(below), file)),
  );
}
