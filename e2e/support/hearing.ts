// What a screen reader has been told, all of it: one sentence may take the place of another between two
// looks at the page.

import { expect, type Page } from '@playwright/test';

export class Hearing {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From now on; what was told before is forgotten. */
  async begin(): Promise<void> {
    await this.#page.evaluate(() => {
      const heard: string[] = [];
      const before = new Map<Element, string>();
      const listen = (isFirst: boolean) => {
        for (const region of document.querySelectorAll('[role="status"]')) {
          const text = region.textContent ?? '';
          if (before.get(region) === text) continue;
          before.set(region, text);
          if (!isFirst && text !== '') heard.push(text);
        }
      };
      listen(true);
      const observer = new MutationObserver(() => listen(false));
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const last = Reflect.get(window, 'hearing') as { readonly stop: () => void } | undefined;
      last?.stop();
      Reflect.set(window, 'hearing', { heard, stop: () => observer.disconnect() });
    });
  }

  /** At once, or in one sentence after another. */
  async expectTold(words: RegExp): Promise<void> {
    const told = () =>
      this.#page.evaluate(() =>
        (Reflect.get(window, 'hearing') as { readonly heard: readonly string[] }).heard.join(' '),
      );
    await expect.poll(told, { message: 'what was told' }).toMatch(words);
  }
}
