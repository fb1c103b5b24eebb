// What looks wrong on a machine: told under Checks, followed to the part, mended and taken back.

import type { Locator, Page } from '@playwright/test';
import { Hearing } from './support/hearing.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

/** A slot divided into more lanes than it has, one used twice, and a switch behind a slow uplink. */
const SKETCH = `machine "three mistakes"
cpu AuthenticAMD:0x1a
kernel 6.12 "iommu=pt"
iommu amd

slot s1 x16 split=8x8x8
slot s2 x16

socket 0
  host h0 1022:14a4
    rp0: port gen5 x4
      sw0: switch gen5 x4
        gpu0: gpu gen5 x16
        gpu1: gpu gen5 x16
    rp1: port gen5 x8 slot=s1
      nic0: nic gen5 x8 slot=s2
    rp2: port gen5 x8 slot=s1
      nic1: nic gen5 x8 slot=s2
    rp3: port gen5 x16
`;

class Checks {
  readonly panel: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('tabpanel', { name: /^Checks/ });
  }
  get tab(): Locator {
    return this.#page.getByRole('tab', { name: /^Checks/ });
  }
  /** The finding that says so. */
  finding(text: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text }).last();
  }
  text(text: string): Locator {
    return this.panel.getByText(text);
  }
  mend(title: string): Locator {
    return this.panel.getByRole('button', { name: title });
  }
}

async function opened(page: Page): Promise<{ visitor: Visitor; checks: Checks }> {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.sheet.surface.focus();
  await visitor.pasteWithKeys(SKETCH);
  await expect(visitor.name).toHaveValue('three mistakes');
  await page.keyboard.press('4');
  return { visitor, checks: new Checks(page) };
}

const DIVIDED = 'slot s1 is divided into x8 x8 x8: 24 lanes, where it has 16.';
const TWICE = 'nic0 and nic1 are both said to be in slot s2, which takes one device.';
const SHARED = 'The uplink of sw0 is shared 8:1';

test('findings lead to their parts and are mended by pointer and by keys', async ({ page }) => {
  const { visitor, checks } = await opened(page);
  await expect(checks.tab).toHaveAccessibleName('Checks 4 warnings');
  await expect(checks.panel).toContainText('1 error, 3 warnings');
  for (const text of [DIVIDED, TWICE, SHARED]) await expect(checks.text(text)).toBeVisible();
  await axe(page);

  // To the part.
  await checks.panel.getByRole('button', { name: 'gpu1' }).first().click();
  await expect(visitor.inspector).toContainText('gpu1');

  // By pointer.
  const hearing = new Hearing(page);
  await hearing.begin();
  await checks.mend('Divide slot s1 into x8 x8').click();
  await expect(checks.text(DIVIDED)).toHaveCount(0);
  await hearing.expectTold(/Divide slot s1 into x8 x8/);
  await expect(checks.text(TWICE)).toBeVisible();

  // By keys: the focus stays in the list when the button goes.
  const take = checks.mend('Take nic1 out of slot s2');
  await visitor.tabTo(take);
  await page.keyboard.press('Enter');
  await expect(checks.text(TWICE)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Findings' })).toBeFocused();
  await expect(checks.panel).toContainText('2 warnings');

  await checks.mend('Make the uplink Gen5 x16 and move gpu0 to a root port').click();
  await expect(checks.panel).toContainText('Nothing looks wrong. Looked for:');
  await expect(checks.tab).toHaveAccessibleName('Checks');

  // Each was one step.
  for (const text of [SHARED, TWICE, DIVIDED]) {
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(checks.text(text)).toBeVisible();
  }
});

test('findings are filtered by words', async ({ page }) => {
  const { checks } = await opened(page);
  const filter = checks.panel.getByRole('searchbox', { name: 'Filter the checks' });
  await filter.fill('nic1');
  await expect(checks.text(TWICE)).toBeVisible();
  await expect(checks.text(DIVIDED)).toHaveCount(0);
  await filter.fill('nothing like it');
  await expect(checks.panel).toContainText('No finding has these words.');
});

test('the panel is sound in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await opened(page);
  await axe(page, ['color-contrast']);
});
