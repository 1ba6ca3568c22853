import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/run.ts';

// Folder → all it may import. Imports point down, never up or sideways; each package has one room.
const floors: Readonly<Record<string, readonly string[]>> = {
  'src/shared': [
    'src/shared',
    'zod',
    'yaml',
    'leven',
    '@noble/hashes',
    'fast-string-width',
    'fast-wrap-ansi',
  ],
  'src/questionnaire': ['src/questionnaire', 'src/shared', 'zod'],
  'src/assessment': ['src/assessment', 'src/questionnaire', 'src/shared', 'zod'],
  'src/lint': ['src/lint', 'src/assessment', 'src/questionnaire', 'src/shared', 'zod'],
  'src/report': [
    'src/report',
    'src/assessment',
    'src/questionnaire',
    'src/shared',
    'handlebars',
    'csv-stringify',
    'zod',
  ],
  'src/interview': [
    'src/interview',
    'src/assessment',
    'src/questionnaire',
    'src/shared',
    'inquirer',
    '@inquirer/core',
  ],
  'src/cli': [
    'src/cli',
    'src/interview',
    'src/report',
    'src/lint',
    'src/assessment',
    'src/questionnaire',
    'src/shared',
    'zod',
    'chalk',
    'commander',
    'tinyglobby',
    'fast-string-width',
    'node:buffer',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:os',
    'node:module',
    'node:path',
    'node:readline',
    'node:stream',
    'node:url',
    'node:v8',
    'node:worker_threads',
  ],
  // What the library offers is made of every room but the machine's.
  'src/library': ['src/library', 'src/report', 'src/assessment', 'src/questionnaire', 'src/shared'],
  'src/index.ts': [
    'src/library',
    'src/report',
    'src/assessment',
    'src/questionnaire',
    'src/shared',
  ],
  // The words of problems are the program's, and need no machine.
  'src/problems.ts': ['src/cli/words', 'src/cli/format-problems.ts', 'src/shared'],
};

// Packages that only one file may know, so that replacing one stays a local matter; other programs start in one only.
const roomOf: Readonly<Record<string, string | readonly string[]>> = {
  inquirer: 'src/interview/terminal.ts',
  '@inquirer/core': 'src/interview/card-prompt.ts',
  // Compiling, reading, and running what was compiled ahead, which must not bring the compiler along.
  handlebars: [
    'src/report/render.ts',
    'src/report/parse-template.ts',
    'src/report/render-precompiled.ts',
  ],
  'csv-stringify': 'src/report/csv-text.ts',
  commander: 'src/cli/program',
  chalk: 'src/cli/paint.ts',
  leven: 'src/shared/nearest.ts',
  '@noble/hashes': 'src/shared/canonical-json.ts',
  tinyglobby: 'src/cli/inputs.ts',
  'node:child_process': 'src/cli/print-pdf.ts',
};

const files = sourcesIn(join(root, 'src')).map((path) => relative(root, path));
const imports = files.flatMap((file) =>
  importsOf(readFileSync(join(root, file), 'utf8')).map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier))
      : specifier,
  })),
);

test('every source file stands on a floor', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter((file) => floorOf(file) === null)).toEqual([]);
});

test('every floor has files and imports to look at', () => {
  for (const floor of Object.keys(floors)) {
    expect(imports.filter(({ file }) => floorOf(file) === floor).length, floor).toBeGreaterThan(0);
  }
});

test('imports point down, never up or sideways', () => {
  const strangers = imports.filter(({ file, target }) => {
    const allowed = floors[floorOf(file) ?? ''] ?? [];
    return !allowed.some((room) => target === room || target.startsWith(`${room}/`));
  });
  expect(strangers.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('a package is known in one room only', () => {
  const strangers = imports.filter(({ file, specifier }) => {
    const name = packageOf(specifier);
    return (
      name !== null &&
      roomOf[name] !== undefined &&
      ![roomOf[name]].flat().some((room) => `${file}/`.startsWith(`${room}/`))
    );
  });
  expect(strangers.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
});

test('nothing in src knows a particular hurdle, question, stage or role of our content', () => {
  // What `hurdles check` holds a result against is called a baseline as well.
  const content = /\b(goals|measurement|involvement|stage|pilot|mgmt|dept|chatbot)\b/i;
  const knowing = files.filter((file) => {
    if (file.startsWith('src/cli/words/')) return false;
    const code = readFileSync(join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    const quoted = [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(
      (match) => match[1] ?? match[2],
    );
    return quoted.some((text) => content.test(text ?? ''));
  });
  expect(knowing).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesIn(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(code: string): string[] {
  const found = code.matchAll(/(?<![\w'-])(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map((match) => match[1] as string);
}

function floorOf(file: string): string | null {
  return (
    Object.keys(floors).find((floor) => file === floor || file.startsWith(`${floor}/`)) ?? null
  );
}

function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
