// Finds a Chromium to test with, so that `npm ci && npm test` works on a machine that has none.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { FoundBrowser } from './foundBrowser.ts';
import { unpackBrowser } from './unpackBrowser.ts';

/**
 * In this order: what the user says, Playwright's own download, a browser of the system, and last
 * the one that comes as an npm package (older, Linux on x64 only, but in need of nothing).
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names no file: ${chosen}`);
    return { path: chosen, env: {}, source: 'CHROME_PATH' };
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, env: {}, source: 'Playwright' };

  const installed = systemBrowsers().find((path) => existsSync(path));
  if (installed) return { path: installed, env: {}, source: 'the system' };

  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();

  throw new Error(
    [
      'No Chromium to run the browser tests with. Any one of these helps:',
      '  npx playwright install --with-deps chromium',
      '  apt-get install -y chromium',
      '  CHROME_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}

function systemBrowsers(): string[] {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default: {
      const names = [
        'google-chrome-stable',
        'google-chrome',
        'chromium',
        'chromium-browser',
        'microsoft-edge-stable',
        'microsoft-edge',
      ];
      const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '');
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}
