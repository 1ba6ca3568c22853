import type { Browser } from 'playwright-core';
import { findBrowser } from '../src/cli/find-browser.ts';

/** The path of the browser that is installed here, found as the program finds it; null when there is none. */
export function installedBrowser(): string | null {
  try {
    return findBrowser({ env: process.env, cwd: process.cwd() });
  } catch {
    return null;
  }
}

/** Starts the installed browser; it asks the network for nothing of its own. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  if (executablePath === null) throw new Error('There is no Chromium, Chrome or Edge here.');
  const { chromium } = await import('playwright-core');
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args, chromiumSandbox: process.getuid?.() !== 0 });
}

/** The themes a page can be asked for in. */
export const themes = ['light', 'dark'] as const;

/** Widths in CSS pixels: a telephone, a tablet, a desk. */
export const widths = [360, 768, 1280] as const;
