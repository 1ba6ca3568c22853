import { accessSync, constants, statSync } from 'node:fs';
import { posix, resolve, win32 } from 'node:path';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';

/** The environment variable that names the browser to print with: a path, or a name to be found on the PATH. */
export const browserVariable = 'HURDLES_BROWSER';

// What they are called where programs are found by name, the free one first.
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium-headless-shell',
] as const;

const macPlaces = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
] as const;

const windowsPlaces = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
] as const;

type Env = Io['env'];

/**
 * Finds an installed Chromium, Chrome or Edge: the one the environment names, else the first that is there.
 *
 * @returns its path
 * @throws Failure when the one that is named is not there, or none is
 */
export function findBrowser(
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
  platform: string = process.platform,
): string {
  const named = env[browserVariable] ?? '';
  if (named !== '') {
    const places = /[/\\]/.test(named) ? [resolve(cwd, named)] : onPath([named], env, platform);
    const found = places.find(isProgram);
    if (found !== undefined) return found;
    throw new Failure('browser-not-there', { variable: browserVariable, value: named });
  }
  const found = browserPlaces(env, platform).find(isProgram);
  if (found !== undefined) return found;
  throw new Failure('no-browser', { variable: browserVariable, names: names.join(', ') });
}

/** Every place where a browser is looked for, in this order. */
export function browserPlaces(env: Env, platform: string): readonly string[] {
  switch (platform) {
    case 'darwin': {
      const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
      const apps = folders.flatMap((folder) => macPlaces.map((place) => `${folder}/${place}`));
      return [...apps, ...onPath(names, env, platform)];
    }
    case 'win32': {
      const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
      return windowsPlaces.flatMap((place) =>
        folders.flatMap((folder) => (folder ? [`${folder}\\${place}`] : [])),
      );
    }
    default:
      return onPath(names, env, platform);
  }
}

// A folder of the PATH that depends on where one stands could hold anybody's program.
function onPath(wanted: readonly string[], env: Env, platform: string): readonly string[] {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(isAbsolute);
  const endings = platform === 'win32' ? ['.exe', ''] : [''];
  return wanted.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`))),
  );
}

// A place one may not look into holds nothing one could start.
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
