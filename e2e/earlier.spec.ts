// What was open before is not gone: earlier documents are kept in the browser and come back.

import { golden } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

test('an earlier document is listed and comes back; undo leads to the present one', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteWithKeys(golden('s01-switch-noacs-2.612-none'));
  await expect(page).toHaveTitle(/^pasted lspci, \d+ functions/);
  const first = await page.title();
  await visitor.pasteWithKeys(golden('s22-switch-amd-zen.612-strict'));
  await expect(page).not.toHaveTitle(first);
  const second = await page.title();

  await visitor.bar.getByRole('button', { name: 'Open' }).first().click();
  const earlier = visitor.openDialog.getByRole('region', { name: 'Earlier in this browser' });
  const name = first.replace(/ – Peerlane$/, '');
  await earlier
    .getByRole('button', { name: `Open ${name}` })
    .first()
    .click();
  await expect(page).toHaveTitle(first);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page).toHaveTitle(second);
});
