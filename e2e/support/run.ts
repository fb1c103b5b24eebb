// What one run of the browser tests shares between its processes. Playwright reads its
// configuration again in every worker; the first to do so decides, the others find its choice in
// the environment.

import { createServer } from 'node:net';
import { findBrowser } from './findBrowser.ts';
import type { FoundBrowser } from './foundBrowser.ts';

/** The path the site is served under a second time, to prove that it needs no root of its own. */
export const subPath = '/sub/path/';

export interface Run {
  readonly browser: FoundBrowser;
  readonly rootPort: number;
  readonly subPathPort: number;
}

export async function thisRun(): Promise<Run> {
  const decided = process.env.PEERLANE_E2E_RUN;
  if (decided) return JSON.parse(decided) as Run;
  const rootPort = await freePort(4273);
  const run = {
    browser: await findBrowser(),
    rootPort,
    subPathPort: await freePort(rootPort + 1),
  };
  process.env.PEERLANE_E2E_RUN = JSON.stringify(run);
  console.log(`Browser: ${run.browser.path} (from ${run.browser.source})`);
  return run;
}

/** The first port from `start` that nobody listens to: another checkout may be under test. */
async function freePort(start: number): Promise<number> {
  for (let port = start; port < start + 200; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`No free port from ${start} to ${start + 199}`);
}
