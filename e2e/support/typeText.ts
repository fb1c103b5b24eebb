import { expect, type Page } from '@playwright/test';

/** Types where text can be written, as soon as it can: what writes may come a moment after it was asked for. */
export async function typeText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(isWritable)).toBe(true);
  await page.keyboard.type(text);
}

function isWritable(): boolean {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return (
    focus instanceof HTMLElement && (focus.isContentEditable || focus.matches('input, textarea'))
  );
}
