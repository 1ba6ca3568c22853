import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundled } from '../support/module-graph.ts';
import { root } from '../support/run.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly version: string;
};

// Every entry that is code, by the name it is imported by.
const entries = Object.keys(manifest.exports)
  .filter((key) => typeof manifest.exports[key] === 'object')
  .flatMap((key) =>
    key === './questionnaires/*'
      ? ['./questionnaires/five-hurdles', './questionnaires/five-hurdles-crafts']
      : [key],
  )
  .map((key) => key.replace(/^\./, 'five-hurdles'));

test('all entries are looked at', () => {
  expect(entries).toEqual([
    'five-hurdles',
    'five-hurdles/problems',
    'five-hurdles/templates',
    'five-hurdles/words',
    'five-hurdles/questionnaires/five-hurdles',
    'five-hurdles/questionnaires/five-hurdles-crafts',
  ]);
});

describe.each(entries)('%s', (entry) => {
  test('asks for no module of Node, and for no package but those it declares', async () => {
    const { inputs, outside } = await bundled(
      `import * as all from '${entry}'; globalThis.all = all;`,
    );
    expect(inputs.length).toBeGreaterThan(0);
    expect(outside).toEqual([]);
    const packages = inputs.flatMap(
      (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
    );
    const below = ['source-map']; // Handlebars' own.
    const known = [...Object.keys(manifest.dependencies), ...below];
    expect([...new Set(packages)].filter((name) => !known.includes(name))).toEqual([]);
    const own = inputs.filter((input) => !input.includes('node_modules/'));
    expect(own.filter((input) => !input.startsWith('dist/lib/'))).toEqual([]);
  });

  test('leaves nothing in a bundle that uses nothing of it', async () => {
    const { code } = await bundled(`import * as all from '${entry}';`);
    expect(code.replace(/^"use strict";/, '')).toMatch(/^\(\(\)=>\{\}\)\(\);\s*$/);
  });

  test('changes nothing in the world by being imported', () => {
    const script = `
      const worlds = [globalThis, process, console, Object, Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype, Promise.prototype, Error, Intl, JSON, Math, Reflect];
      const forbidden = [[globalThis, 'fetch'], [globalThis, 'setTimeout'], [globalThis, 'setInterval'], [globalThis, 'setImmediate'], [globalThis, 'queueMicrotask'], [process, 'on'], [process, 'once'], ...Object.keys(console).map((name) => [console, name])];
      for (const [world, name] of forbidden) world[name] = () => { throw new Error('called ' + name); };
      const ways = process.getBuiltinModule('node:module')._extensions;
      const state = () => worlds.concat(ways).map((world) => new Map(Reflect.ownKeys(world).map((key) => [key, Object.getOwnPropertyDescriptor(world, key)])));
      // Twice: some of it comes into being when it is first looked at (Node 22).
      state();
      const before = state();
      await import('${entry}');
      const changed = state().flatMap((now, index) => {
        const then = before[index];
        const other = (key) => ['value', 'get', 'set'].some((part) => !Object.is(now.get(key)?.[part], then.get(key)?.[part]));
        return [...new Set([...now.keys(), ...then.keys()])].filter(other).map(String);
      });
      process.stdout.write(changed.join());`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    // The package that states shapes keeps its settings there, so that copies of it share them.
    const ofZod = ['', '__zod_globalConfig,__zod_globalRegistry'];
    expect(ran.stderr).toBe('');
    expect(ofZod).toContain(ran.stdout);
  });
});

test('who uses only a part pays only for that part', async () => {
  const size = async (code: string) => (await bundled(code)).code.length;
  const judged = await size("import { assess } from 'five-hurdles'; globalThis.used = assess;");
  const whole = await size(
    "import { parseAnswers, assess, view, render } from 'five-hurdles'; globalThis.used = [parseAnswers, assess, view, render];",
  );
  const words = await size("import { en } from 'five-hurdles/words'; globalThis.used = en;");
  const both = await size(
    "import { de, en } from 'five-hurdles/words'; globalThis.used = [de, en];",
  );
  expect(judged).toBeLessThan(whole / 3);
  expect(words).toBeLessThan(both * 0.6);
});

test('the library says the version of the package', async () => {
  const { tool } = await import('../../src/library/tool.ts');
  expect(tool).toEqual({ name: 'five-hurdles', version: manifest.version });
});
