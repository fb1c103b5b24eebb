import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../e2e/support/findBrowser.ts';

const browser = await findBrowser();
const port = 4391;
const config = 'bench/canvas/vite.config.ts';

/** Frames as fast as they can be made: a screen's clock would hide everything below 16.7 ms. */
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

function launch(more: readonly string[]) {
  return {
    launchOptions: {
      executablePath: browser.path,
      env: { ...definedEnvironment(), ...browser.env },
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...more,
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
      ],
    },
  };
}

/** `npm run bench:canvas`: frame times of our sheet and of the same scene in plain React Flow. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.spec.ts',
  outputDir: '../../test-results/bench-canvas',
  workers: 1,
  // A busy machine may take long; the figures then say so.
  timeout: 1_800_000,
  reporter: 'line',
  webServer: {
    command: `npx vite build --config ${config} --logLevel warn && npx vite preview --config ${config} --port ${port} --strictPort`,
    cwd: '../..',
    url: `http://localhost:${port}/`,
    timeout: 180_000,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1600, height: 900 },
  },
  projects: [
    { name: 'uncapped', use: launch(UNCAPPED) },
    { name: '60 Hz', testMatch: 'frames.bench.spec.ts', use: launch([]) },
  ],
});

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
