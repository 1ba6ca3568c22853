import { installedBrowser } from '../../scripts/browser.ts';

/** Says once per run that what needs a browser is left out; where one is demanded, ends the run. */
export function setup(): void {
  if (installedBrowser() !== null) return;
  const said =
    'No Chromium, Chrome or Edge here: the tests in a browser are skipped (HURDLES_BROWSER names one; Debian: apt-get install chromium).';
  if (process.env.BROWSER_TESTS === 'required') throw new Error(said);
  process.stderr.write(`\n${said}\n\n`);
}
