import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { folder } from '@/scripts/folder.mjs';
import { broughtChromium } from './brought-chromium';

/** A place where a Chromium may be found; asked only when none before it runs. */
export type BrowserSource = { name: string; find(): string | undefined | Promise<string | undefined> };

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const sources: BrowserSource[] = [
  ...installed.map((file) => ({ name: file, find: () => (existsSync(file) ? file : undefined) })),
  { name: 'the one npm brings', find: broughtChromium },
  { name: "Playwright's download", find: downloadedByPlaywright },
];

/**
 * A Chromium that runs: the one named by CHROMIUM_PATH, else the first of an installed one, the one npm brings (Linux x64)
 * and Playwright's download.
 * @throws Error that says what was tried and what to do.
 */
export async function findBrowser(chosen = process.env.CHROMIUM_PATH, from = sources): Promise<string> {
  if (chosen) {
    const problem = problemOf(chosen);
    if (problem) throw new Error(`CHROMIUM_PATH=${chosen} does not run: ${problem}`);
    return chosen;
  }
  const problems: string[] = [];
  for (const { name, find } of from) {
    try {
      const file = await find();
      if (!file) continue;
      const problem = problemOf(file);
      if (!problem) return file;
      problems.push(`${name}: ${problem}`);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    [
      'No Chromium to test in. Install one (apt install chromium), or set CHROMIUM_PATH.',
      ...problems.map((problem) => `  ${problem}`),
    ].join('\n'),
  );
}

function problemOf(file: string): string | undefined {
  const { status, error, stderr } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n')[0] || `exit code ${status}`);
}

function downloadedByPlaywright(): string {
  const file = chromium.executablePath();
  if (!existsSync(file)) {
    const cli = 'node_modules/@playwright/test/cli.js';
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: folder, stdio: 'inherit' });
  }
  return file;
}

export const browserArgs = [
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
