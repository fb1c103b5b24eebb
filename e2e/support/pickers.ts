// Files as browsers without file pickers handle them: an input to choose, a download to save. Native
// pickers cannot be operated from outside.

import type { Page } from '@playwright/test';

export async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
}

/**
 * A picker that chooses, without asking, a file in the page's own corner of the disk: real handles,
 * which can be written again.
 */
export async function withPickerFor(page: Page, name: string): Promise<void> {
  await page.addInitScript((fileName) => {
    const pick = async () => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(fileName, { create: true });
    };
    Reflect.set(window, 'showSaveFilePicker', pick);
    Reflect.set(window, 'showOpenFilePicker', async () => [await pick()]);
  }, name);
}

/** What is in that file. */
export async function pickedFile(page: Page, name: string): Promise<string> {
  return page.evaluate(async (fileName) => {
    const folder = await navigator.storage.getDirectory();
    try {
      const handle = await folder.getFileHandle(fileName);
      return await (await handle.getFile()).text();
    } catch {
      return ''; // not there yet, or caught in the middle of a write: whoever asks will ask again
    }
  }, name);
}
