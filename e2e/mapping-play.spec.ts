// Where the entries of a mapped list go, on the sheet: which way each kind takes, pointed at from either
// side, and an output played hop by hop: with the mouse, with the keys, with reduced motion.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Player } from './support/player.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const file = new URL('../fixtures/claims/one-switch-nvme-nic.peerlane.json', import.meta.url);

async function mapped(page: Page) {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.drop('one-switch.peerlane.json', readFileSync(file));
  await expect(visitor.name).toHaveValue('One switch: NVMe drives and a NIC');
  await page.getByRole('tab', { name: 'Mapping' }).click();
  const player = new Player(page);
  await expect(word(page, '1, 2, 4, 5 → RAM by IOVA')).toBeVisible();
  return { visitor, player };
}

/** Beside a way on the sheet. */
function word(page: Page, text: string): Locator {
  return page.getByRole('region', { name: 'Drawing' }).getByText(text, { exact: true });
}

async function show(page: Page, list: string): Promise<void> {
  const lists = page.getByRole('combobox', { name: 'List', exact: true });
  const labels = await lists.locator('option').allTextContents();
  const label = labels.find((each) => each.startsWith(list));
  if (label === undefined) throw new Error(`No list is called ${list}.`);
  await lists.selectOption({ label });
}

/** Starts the output that is offered, and stands still at its first hop. */
async function playAndPause(player: Player): Promise<void> {
  await player.bar.getByRole('button', { name: /^Play output/ }).click();
  await player.button('Pause').click();
  await player.button('Play').press('Home');
  await expect(player.bar).toContainText('1 of ');
}

test.describe('which entry goes which way', () => {
  test('one line for each kind, and words where it ends', async ({ page }) => {
    const { visitor } = await mapped(page);
    await expect(word(page, '3 → NVMe-A by bus address')).toBeVisible();
    await expect(word(page, 'IOMMU')).toBeVisible();
    await expect(word(page, 'RAM')).toBeVisible();

    // Without translation nothing asks the IOMMU.
    await visitor.iommu.selectOption({ label: 'none' });
    await expect(word(page, '1, 2, 4, 5 → RAM by physical address')).toBeVisible();
    await expect(word(page, 'IOMMU')).toBeHidden();

    // Another tab, and the sheet is the machine alone.
    await page.getByRole('tab', { name: 'Matrix' }).click();
    await expect(word(page, 'RAM')).toBeHidden();
  });

  test('pointing at a way points at it in the panel', async ({ page }) => {
    await mapped(page);
    const way = page.locator('[data-way]');
    await expect(way).toHaveCount(2);
    const words = word(page, '3 → NVMe-A by bus address');
    await words.hover({ force: true });
    const lit = page.locator('[data-strength="lit"]:has([data-way])');
    await expect(lit).toHaveCount(1);
    await expect(page.locator('[data-strength="weak"]:has([data-way])')).toHaveCount(1);
    await page.getByRole('tab', { name: 'Mapping' }).hover();
    await expect(lit).toHaveCount(0);
    await words.click({ force: true });
    await page.getByRole('tab', { name: 'Mapping' }).hover();
    await expect(lit).toHaveCount(1);
  });
});

test.describe('played', () => {
  test('an IOVA climbs to the IOMMU and comes down to RAM; a bus address turns in the switch', async ({
    page,
  }) => {
    const { visitor, player } = await mapped(page);
    await playAndPause(player);
    await expect(player.bar).toContainText('Output 1 of 3');
    await expect(player.label('Write to 0xffffc000')).toBeVisible();
    for (let hop = 1; hop < 5; hop++) await player.button('Next hop').click();
    await expect(player.label('0xffffc000 becomes 0x10000000')).toBeVisible();
    await expect(visitor.status(/IOMMU: 0xffffc000 becomes 0x10000000\./)).toBeAttached();
    await player.button('Last hop').click();
    await expect(player.label('Delivered to RAM')).toBeVisible();

    await player.button('Next output').click();
    await expect(player.bar).toContainText('Output 2 of 3');
    await player.button('Pause').click();
    await player.button('Play').press('Home');
    await player.button('Next hop').click();
    await expect(player.label('Bus address 0x3800000000 turns at the switch')).toBeVisible();
    await axe(page);

    // A read brings its data back.
    await player.button('Play a read').click();
    await expect(player.button('Play a read')).toHaveAttribute('aria-pressed', 'true');
    await expect(player.label('Read from 0x3800000000')).toBeVisible();
    await player.button('Last hop').click();
    await expect(player.label('Completed')).toBeVisible();
    await player.button('Stop playing').click();
    await expect(player.decision).toBeHidden();
  });

  test('redirected, an IOVA comes down to its peer', async ({ page }) => {
    const { visitor, player } = await mapped(page);
    await visitor.cmdline.fill('intel_iommu=on');
    await expect(word(page, '3 → NVMe-A by IOVA')).toBeVisible();
    await expect(word(page, '1, 2, 4, 5 → RAM by IOVA')).toBeVisible();
    await playAndPause(player);
    await player.button('Last hop').click();
    await expect(player.label('Delivered')).toBeVisible();
    await expect(player.decision).toContainText('at NVMe-A');
  });

  test('without an IOMMU a physical address goes straight to RAM', async ({ page }) => {
    const { visitor, player } = await mapped(page);
    await visitor.iommu.selectOption({ label: 'none' });
    await expect(word(page, '1, 2, 4, 5 → RAM by physical address')).toBeVisible();
    await playAndPause(player);
    await expect(player.label('Write to 0x10000000')).toBeVisible();
    await player.button('Last hop').click();
    await expect(player.label('Delivered to RAM')).toBeVisible();
  });

  test('5.10 looks at the first page only, and RAM behind it faults', async ({ page }) => {
    const { visitor, player } = await mapped(page);
    await visitor.chooseKernel('Linux 5.10');
    await show(page, 'Peer memory first');
    await expect(word(page, '2 by physical address: IOMMU fault')).toBeVisible();
    await playAndPause(player);
    await player.button('Next output').click();
    await expect(player.bar).toContainText('Output 2 of 2');
    await player.button('Last hop').click();
    await expect(player.decision).toContainText(/fault/i);
    await expect(visitor.status(/IOMMU: IOMMU fault at 0x/)).toBeAttached();
  });
});

test.describe('with the keys', () => {
  test('the space bar plays the output that is pointed at; Escape ends it', async ({ page }) => {
    const { visitor, player } = await mapped(page);
    await visitor.sheet.surface.focus();
    await page.keyboard.press('Space');
    await expect(player.button('Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(player.button('Play')).toBeVisible();
    await player.button('Play').press('Home');
    await player.expectHop(1, 7);
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await player.expectHop(3, 7);
    await expect(visitor.status(/3 of 7, upstream port 01:00\.0: Routed up\./)).toBeAttached();
    await player.button('Play').focus();
    await page.keyboard.press('PageDown');
    await expect(player.bar).toContainText('Output 2 of 3');
    await page.keyboard.press('Escape');
    await expect(player.decision).toBeHidden();
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('it goes by steps', async ({ page }) => {
    const { player } = await mapped(page);
    await playAndPause(player);
    await player.speed.selectOption('4×');
    await player.button('Play').click();
    await expect(player.label('Delivered to RAM')).toBeVisible();
  });
});
