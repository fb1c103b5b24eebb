// The `test` every journey uses. It listens to everything a page complains about, in whichever tab,
// and fails the journey at its end if there was anything: a console error, an uncaught exception, a
// refusal by the content security policy.

import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export interface Watch {
  /** All complaints so far, oldest first. */
  readonly complaints: readonly string[];
  /** For journeys that provoke a complaint on purpose: those that match are no failure. */
  expectComplaint(pattern: RegExp): void;
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
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

/**
 * Holds the page, as it is now, against the accessibility rules that can be checked by machine.
 *
 * @param rules only these, by axe's names
 */
export async function axe(page: Page, rules?: string[]): Promise<void> {
  // The rules look at every element and every colour: long work for a busy machine, no fault of the page.
  test.setTimeout(test.info().timeout + 60_000);
  // In the page itself and without a list of what is right: it has no frames, and that list, with a
  // selector for every sound element, takes most of the time.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  // Behind a modal dialog all is inert, and is looked at where no dialog is open.
  if ((await page.locator(MODAL).count()) > 0) builder.include(MODAL);
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  const readable = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(', ')})`,
  );
  expect(readable, 'accessibility').toEqual([]);
}
