// Builds what a package out of git is installed with. Where npm installs one for everybody (npm install -g git+…, as
// pre-commit does), some versions of npm prepare it without its development tools: then they are fetched first.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.env.npm_execpath;

if (!existsSync(new URL('../node_modules/esbuild', import.meta.url)) && npm !== undefined) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(global|omit|prefix)/i.test(name)),
  );
  const options = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  execFileSync(process.execPath, [npm, 'ci', ...options], { cwd: root, env, stdio: 'inherit' });
}
await import('./build.js');
