// Everything that comes late comes later still: what a journey forgot to wait for fails then on any
// machine, not only on a busy one. `PEERLANE_SLOW=MS npm run e2e`.

import type { BrowserContext } from '@playwright/test';

/** How much later, in ms; 0 as a rule. */
const slowMs = Number(process.env.PEERLANE_SLOW ?? 0);

/** Delays every question to the engine, and every script that the page asks for once it has begun. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (!slowMs) return;
  await context.addInitScript((ms) => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      setTimeout(() => post.call(this, message), ms);
    };
  }, slowMs);
  await context.route(/\/assets\/.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    await route.continue();
  });
}
