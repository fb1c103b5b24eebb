// The `test` every journey uses. It listens to everything a page complains about, in whichever tab,
// and fails the journey at its end if there was anything: a console error, an uncaught exception, a
// refusal by the content security policy.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { slowDown } from './slow.ts';

export interface Watch {
  /** All complaints so far, oldest first. */
  readonly complaints: readonly string[];
  /** For journeys that provoke a complaint on purpose: those that match are no failure. */
  expectComplaint(pattern: RegExp): void;
}

export const test = base.extend<{ watch: Watch }>({
  browser: [
    async ({ playwright }, use) => {
      const browser = await launched(() => playwright.chromium.launch());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 0 },
  ],
  watch: [
    async ({ context }, use) => {
      await slowDown(context);
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      await listen(context, (complaint) => complaints.push(complaint));
      await use({ complaints, expectComplaint: (pattern) => expected.push(pattern) });
      const unexpected = complaints.filter((text) => !expected.some((each) => each.test(text)));
      expect(unexpected, 'what the page complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Chromium at times crashes while it starts, before any page is there: then it is started again. */
async function launched(launch: () => Promise<Browser>, again = 2): Promise<Browser> {
  try {
    return await launch();
  } catch (error) {
    if (again === 0 || !/signal=SIG/.test(String(error))) throw error;
    console.log('The browser crashed while it started; it is started once more.');
    return launched(launch, again - 1);
  }
}

async function listen(context: BrowserContext, complain: (text: string) => void): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${error.error()}`));
  await context.exposeFunction('reportCspViolation', (text: string) => complain(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const report = Reflect.get(window, 'reportCspViolation') as (text: string) => void;
      report(`${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
}

const MODAL = 'dialog:modal';

/** The rules as a script: the small one, of what comes with Playwright's binding of them. */
const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const rulesScript = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    within: { readonly include: readonly (readonly string[])[] } | Document,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly target: readonly unknown[] }[];
    }[];
  }>;
}

/** Until what fades or slides has arrived; what moves for ever is let go on. */
async function atRest(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

/**
 * Holds the page, as it is now, against the accessibility rules that can be checked by machine.
 *
 * @param rules only these, by axe's names
 */
export async function axe(page: Page, rules?: string[]): Promise<void> {
  // The rules look at every element and every colour: long work for a busy machine, no fault of the page.
  test.setTimeout(test.info().timeout + 60_000);
  // Once for a page: reading the script takes longer than many of its rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(rulesScript);
  // What an edit makes old may step back while the rules look at it: then they look again.
  await expect(async () => {
    await expect(page.locator('[data-stale]')).toHaveCount(0);
    await page.evaluate(atRest);
    expect(await violations(page, rules), 'accessibility').toEqual([]);
  }).toPass({ timeout: 10_000 });
}

/** What is against the rules, in words. */
function violations(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(
    async ([modal, only]) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      // Behind a modal dialog all is inert, and is looked at where no dialog is open.
      const within = document.querySelector(modal) ? { include: [[modal]] } : document;
      // Without a list of what is right: that, with a selector for every sound element, takes most of
      // the time.
      const { violations } = await axe.run(within, {
        resultTypes: ['violations'],
        ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
      });
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(', ')})`,
      );
    },
    [MODAL, rules] as const,
  );
}
