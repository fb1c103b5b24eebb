import { defineConfig } from '@playwright/test';
import { subPath, thisRun } from './e2e/support/run.ts';

const { browser, rootPort, subPathPort } = await thisRun();
const host = 'http://localhost';

/** Another build than the usual one, if that is to be tested. */
const folder = process.env.PEERLANE_SITE;

/** `npm test` and `npm run e2e` test what was built: run `npm run build` first. */
function server(port: number, base: string) {
  const from = folder === undefined ? '' : ` --folder ${JSON.stringify(folder)}`;
  return {
    command: `node scripts/serve.mjs --port ${port} --base ${base}${from}`,
    url: `${host}:${port}${base}`,
    reuseExistingServer: false,
  };
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One more than the cores of a small machine: a journey waits for its page a fifth of the time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000, // Generous, as with the unit tests: journeys share the cores.
  expect: { timeout: 10_000 },
  reporter: 'list',
  metadata: { subPathUrl: `${host}:${subPathPort}${subPath}` },
  webServer: [server(rootPort, '/'), server(subPathPort, subPath)],
  use: {
    // Journeys that cut single requests need them uncut by the page's own copy; offline.spec allows it.
    serviceWorkers: 'block',
    baseURL: `${host}:${rootPort}/`,
    viewport: { width: 1600, height: 900 }, // all panels are open on a first visit
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      env: { ...definedEnvironment(), ...browser.env },
      args: [
        // Chromium refuses its sandbox to root, as which containers run.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
});

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
