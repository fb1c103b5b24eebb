// What flows get is there at once where a template or a claim comes with them, and the chosen pair does
// not lie in between.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const row = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name });
const legend = (page: Page) => page.getByRole('region', { name: 'What links carry' });

test('a template’s flows: three into one GPU, on the sheet as soon as one looks', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.command('from a template');
  const gallery = page.getByRole('dialog', { name: 'New from a template' });
  await gallery.getByRole('listitem').getByRole('button').filter({ hasText: 'GPU server' }).click();
  await expect(visitor.name).toHaveValue('GPU server, two sockets, four switches');
  // The pair that it is about is chosen, and can be played.
  const playing = page.getByRole('group', { name: 'Play a request' });
  await expect(playing).toBeVisible();

  await page.getByRole('tab', { name: 'Flows' }).click();
  await expect(row(page, 'near')).toContainText('27.3');
  await expect(row(page, 'farther')).toContainText('13.6');
  await expect(legend(page)).toBeVisible();
  await expect(playing).toBeHidden();

  await visitor.openTab('Why');
  await expect(playing).toBeVisible();
  await expect(legend(page)).toBeHidden();
});

test('a switch of 100 kb/s is as slow for the host as for peers', async ({ page }) => {
  const text = readFileSync(
    new URL('../fixtures/claims/one-switch-flows.sketch', import.meta.url),
    'utf8',
  );
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.drop(
    'slow.sketch',
    Buffer.from(text.replace('sw0: switch', 'sw0: switch rate=12500')),
  );
  await expect(visitor.name).toHaveValue('One switch, with flows');
  await page.getByRole('tab', { name: 'Flows' }).click();
  await expect(row(page, 'to-peer')).toContainText('6.25 kB/s');
  await expect(row(page, 'to-host')).toContainText('6.25 kB/s');
  await expect(row(page, 'past')).toContainText('13.6 GB/s');
  await row(page, 'to-host').click();
  const gets = page.getByRole('region', { name: 'What it gets' });
  await expect(gets).toContainText('Held back by switch sw0');
});
