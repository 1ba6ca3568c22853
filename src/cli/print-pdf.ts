import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tameLine } from '../shared/tame.ts';
import { Failure } from './failure.ts';
import { isFile } from './files.ts';
import { findBrowser } from './find-browser.ts';
import type { Io } from './io.ts';
import { inTemporaryFolder, type WhenInterrupted } from './temporary-folder.ts';
import { writeWhole } from './write-whole.ts';

/** How long a browser may take, in milliseconds; a report takes one or two seconds. */
export const printLimit = 60_000;

/**
 * Prints a page as a tagged PDF with an outline, as an installed browser would on paper. The browser starts with a
 * profile of its own that is gone afterwards, reaches no network and runs nothing the page may bring.
 *
 * @param limit after so many milliseconds the browser is ended
 * @throws Failure when there is no browser, or it prints nothing
 */
export async function printPdf(html: string, io: Io, limit = printLimit): Promise<Uint8Array> {
  const browser = findBrowser(io);
  return inTemporaryFolder('hurdles-pdf-', io, async (folder, whenInterrupted) => {
    const [page, print] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    writeWhole(page, page, `${nothingRuns}${html}`);
    const options = [...quiet, `--user-data-dir=${join(folder, 'profile')}`, ...printing(print)];
    const run = { browser, options: [...options, pathToFileURL(page).href], folder, limit };
    const said = await runBrowser(run, io, whenInterrupted);
    const pdf = isFile(print) ? readFileSync(print) : null;
    if (pdf === null || !isWhole(pdf)) throw new Failure('browser-failed', { browser, said });
    return pdf;
  });
}

// It stands before the page's own first word, so that no template can do without it.
const nothingRuns =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:; font-src data:">';

// Nothing from outside, nothing kept, nothing asked. The proxy leads nowhere: what would fetch something fails at once.
const quiet = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium refuses to start as root with its sandbox, as in most containers; for everyone else the sandbox stays.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function printing(file: string): readonly string[] {
  return [
    `--print-to-pdf=${file}`,
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
  ];
}

type Run = {
  readonly browser: string;
  readonly options: readonly string[];
  readonly folder: string;
  readonly limit: number;
};

// What it said that may tell why, once it has ended; null when it said nothing.
function runBrowser(
  { browser, options, folder, limit }: Run,
  io: Io,
  whenInterrupted: WhenInterrupted,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, options, {
      cwd: folder,
      // Else it would leave settings and caches in the user's own folder.
      env: { ...io.env, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that all it starts can be ended with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const end = () => endAll(child.pid);
    whenInterrupted(end);
    const late = setTimeout(() => {
      end();
      reject(new Failure('browser-too-slow', { browser, seconds: Math.round(limit / 1000) }));
    }, limit);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-mostSaid);
    });
    child.on('error', ({ message }) => {
      clearTimeout(late);
      reject(new Failure('browser-failed', { browser, said: tameLine(message) }));
    });
    child.on('exit', () => {
      clearTimeout(late);
      end();
      // What escaped from the group may keep the pipe open for ever.
      setTimeout(() => child.stderr.destroy(), 500).unref();
    });
    child.on('close', () => resolve(tellingLine(said)));
  });
}

function endAll(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const mostSaid = 64 * 1024;

// Of a browser's chatter the line that says why it gave up, else the last one, without when and where it was said.
function tellingLine(said: string): string | null {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => one.includes(':FATAL:')) ?? lines.at(-1);
  return line === undefined ? null : tameLine(line.replace(/^\[[^\]]*\] */, '').slice(0, 300));
}

function isWhole(pdf: Buffer): boolean {
  return pdf.toString('latin1', 0, 5) === '%PDF-' && pdf.subarray(-1024).includes('%%EOF');
}
