// A part of the page that the keys are to reach: whether it has the focus, and which way it lies.

import type { ElementHandle, Locator } from '@playwright/test';

export class FocusPlace {
  readonly #target: Locator;
  #found: ElementHandle | null = null;

  constructor(target: Locator) {
    this.#target = target;
  }

  /** Finding by role asks every element of the page: only at first, and when what was found is gone. */
  async hasFocus(): Promise<boolean> {
    this.#found ??= await this.#target.elementHandle();
    const has = await this.#found?.evaluate((element) =>
      element.isConnected ? element === document.activeElement : null,
    );
    if (has !== null) return has === true;
    this.#found = null;
    return this.hasFocus();
  }

  /** The key that leads there without going round the whole page. */
  async key(): Promise<'Tab' | 'Shift+Tab'> {
    const isBehind = await this.#target.evaluate((element) => {
      const { activeElement } = document;
      if (activeElement === null || activeElement.contains(element)) return false;
      const { DOCUMENT_POSITION_PRECEDING } = Node;
      return (activeElement.compareDocumentPosition(element) & DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    return isBehind ? 'Shift+Tab' : 'Tab';
  }
}
