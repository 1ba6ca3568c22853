import { build } from 'esbuild';
import { root } from './run.ts';

/** The code of a page, and of what it is made. */
export type Bundle = {
  readonly code: string;
  /** Every module that was looked at, below the package's folder. */
  readonly inputs: readonly string[];
  /** What is asked for from outside: modules that no bundler can bring along. */
  readonly outside: readonly string[];
};

/** Bundles a module for the browser as its author would: the package by its name, through its `exports`. */
export async function bundled(code: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, sourcefile: 'page.js' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
    external: ['node:*'],
  });
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs).filter((input) => input !== 'page.js'),
    outside: Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.flatMap(({ path, external }) => (external ? [path] : [])),
    ),
  };
}
