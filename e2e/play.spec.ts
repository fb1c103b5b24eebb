// A request of the chosen pair is played on the sheet, hop by hop: with the mouse, with the keys, with
// reduced motion; through changes of the drawing and of the machine.

import type { Page } from '@playwright/test';
import { Player } from './support/player.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const gpu = '0000:29:00.0';
const nicBesideIt = '0000:2b:00.0';
const gpuOfOtherSocket = '0000:9a:00.0';
const nicBesideThat = '0000:9c:00.0';
const gpuBesideThat = '0000:9b:00.0';

async function chosen(page: Page, provider: string, client: string) {
  const visitor = new Visitor(page);
  await visitor.open();
  await choose(visitor, provider, client);
  const player = new Player(page);
  // Once the engine has said how its requests travel.
  await expect(player.button('Play a write')).toBeVisible();
  return { visitor, player };
}

async function choose(visitor: Visitor, provider: string, client: string): Promise<void> {
  await visitor.matrix.cell(provider, client).click();
  await expect(visitor.matrix.cell(provider, client)).toHaveAttribute('aria-selected', 'true');
}

test.describe('with the mouse', () => {
  test('a direct write: across the switch, and there', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpu, nicBesideIt);
    await player.button('Play a write').click();
    await expect(player.label('Write sent')).toBeVisible();
    await expect(player.label('Address hit')).toBeVisible();
    await expect(player.decision).toContainText('at downstream port 28:02.0');
    await expect(player.decision).toContainText('acs-ingress');
    // It arrives by itself, and stands still there.
    await expect(player.label('Delivered')).toBeVisible();
    await player.expectHop(4, 4);
    await expect(player.button('Play')).toBeVisible();
    await expect(player.button('Next hop')).toHaveAttribute('aria-disabled', 'true');
    await expect(visitor.status(/4 of 4, GPU 0 29:00\.0: Delivered\./)).toBeAttached();

    // From its end it begins anew.
    await player.speed.selectOption('4×');
    await player.button('Play').click();
    await player.expectHop(1, 4);
    await player.expectHop(4, 4);
    await player.button('Stop playing').click();
    await expect(player.decision).toBeHidden();
    await expect(player.button('Play a read')).toBeVisible();
  });

  test('a redirected read: up to the IOMMU, down, and the completion back', async ({ page }) => {
    const { player } = await chosen(page, gpuOfOtherSocket, nicBesideThat);
    await player.playAndPause('read');
    await player.button('Next hop').click();
    await expect(player.label('Redirected by ACS RR')).toBeVisible();
    await expect(player.decision).toContainText('RR is set at 0000:99:02.0');
    for (let hop = 2; hop < 5; hop++) await player.button('Next hop').click();
    await expect(player.decision).toContainText('at IOMMU');
    await expect(player.decision).toContainText('iommu-lookup');
    await player.button('Previous hop').click();
    await expect(player.decision).toContainText('at root port 97:01.0');
    await player.button('Last hop').click();
    await expect(player.label('Completed')).toBeVisible();
    await expect(player.decision).toContainText('NIC B port 1 9c:00.0');
    await player.button('Previous hop').click();
    await expect(player.decision).not.toContainText('Completed');
  });

  test('a refused one ends where it is refused, and says what is seen of it', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpuOfOtherSocket, gpuBesideThat);
    await visitor.kernel.selectOption('5.4');
    // It translates now, and the address that such a kernel would have used is not mapped there.
    await visitor.conditions
      .getByRole('textbox', { name: 'Kernel command line' })
      .fill('intel_iommu=on');
    await expect(player.button('Play a write')).toBeVisible();
    await player.playAndPause('write');
    await player.button('Last hop').click();
    await expect(player.label('Refused')).toBeVisible();
    await expect(player.decision).toContainText('Refused at IOMMU');
    await expect(visitor.status(/IOMMU: Refused\./)).toBeAttached();
    await axe(page);
  });
});

test.describe('with the keys', () => {
  test('space plays and pauses, brackets step, Escape ends it', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpu, nicBesideIt);
    const { surface } = visitor.sheet;
    await surface.focus();
    await page.keyboard.press('Space');
    await expect(player.button('Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(player.button('Play')).toBeVisible();
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.keyboard.press('[');
    await player.expectHop(2, 4);
    await expect(visitor.status(/2 of 4, downstream port 28:02\.0: Address hit\./)).toBeAttached();
    await page.keyboard.press('.');
    await expect(player.button('Pause')).toBeVisible();
    await page.keyboard.press('>');
    await expect(player.speed).toHaveValue('2');
    await page.keyboard.press('<');
    await page.keyboard.press('<');
    await expect(player.speed).toHaveValue('0.5');
    await page.keyboard.press('.');
    await page.keyboard.press('Escape');
    await expect(player.decision).toBeHidden();
    // That Escape was spent; the pair is still chosen.
    await expect(player.button('Play a write')).toBeVisible();
    await expect(surface).toBeFocused();
  });

  test('in the bar arrows step, Home and End jump', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpu, nicBesideIt);
    await visitor.tabTo(player.button('Play a read'), 120);
    await page.keyboard.press('Enter');
    await visitor.tabTo(player.button('Pause'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect(player.label('Completed')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(player.label('Read sent')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(player.label('Address hit')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(player.label('Read sent')).toBeVisible();
    // Focus stays in the bar when it closes.
    await visitor.tabTo(player.button('Stop playing'));
    await page.keyboard.press('Enter');
    await expect(player.button('Play a write')).toBeFocused();
  });

  test('held while dragging, the space bar pans and plays nothing', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpu, nicBesideIt);
    await player.playAndPause('write');
    const { surface } = visitor.sheet;
    await surface.focus();
    const box = await surface.boundingBox();
    if (!box) throw new Error('no sheet');
    const label = player.label('Write sent');
    const before = await label.boundingBox();
    await page.keyboard.down('Space');
    await page.mouse.move(box.x + 40, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 70, box.y + 190, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up('Space');
    await expect(player.button('Play')).toBeVisible();
    await player.expectHop(1, 4);
    await expect
      .poll(async () => Math.round(((await label.boundingBox())?.x ?? 0) - (before?.x ?? 0)))
      .toBe(30);
  });

  test('from the palette', async ({ page }) => {
    const { visitor, player } = await chosen(page, gpu, nicBesideIt);
    await visitor.command('play a read');
    await expect(player.label('Read sent')).toBeVisible();
    await visitor.command('stop playing');
    await expect(player.decision).toBeHidden();
  });
});

test('with reduced motion it goes in steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { player } = await chosen(page, gpu, nicBesideIt);
  await player.button('Play a write').click();
  await expect(player.overlay).toBeVisible();
  const seen = await player.overlay.evaluate(async (element) => {
    const pictures = new Set<string>();
    for (let looks = 0; looks < 60; looks++) {
      pictures.add((element as HTMLCanvasElement).toDataURL());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return pictures.size;
  });
  await player.expectHop(4, 4);
  // One picture for each hop, and at most the empty one before.
  expect(seen).toBeLessThanOrEqual(5);
  expect(seen).toBeGreaterThan(2);
});

test('the packet stays on its hop when the machine is drawn anew', async ({ page }) => {
  const { visitor, player } = await chosen(page, gpu, nicBesideIt);
  await player.playAndPause('write');
  await player.button('Next hop').click();
  for (const drawing of ['Functions', 'Blocks']) {
    await page.getByRole('button', { name: drawing, exact: true }).click();
    await player.expectHop(2, 4);
    await expect(player.label('Address hit')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Let the tree grow to the right' }).click();
  await player.expectHop(2, 4);
  await expect(player.label('downstream port 28:02.0')).toBeVisible();

  // Another pair ends it.
  await choose(visitor, gpuOfOtherSocket, nicBesideThat);
  await expect(player.decision).toBeHidden();
  await expect(player.button('Play a write')).toBeVisible();
});

test('an edit that changes the way begins it anew', async ({ page }) => {
  const { visitor, player } = await chosen(page, gpuOfOtherSocket, nicBesideThat);
  await player.playAndPause('write');
  await player.button('Last hop').click();
  await expect(player.bar).not.toContainText('1 of ');
  await visitor.kernel.selectOption('5.4');
  await expect(player.bar).toContainText(/1 of \d/);
  await visitor.undo.click();
  await expect(player.bar).toContainText(/1 of \d/);
  await expect(player.button('Next hop')).not.toHaveAttribute('aria-disabled', 'true');
});

test.describe('in dark colours', () => {
  test.use({ colorScheme: 'dark' });

  test('it can be read there, too', async ({ page }) => {
    const { player } = await chosen(page, gpuOfOtherSocket, nicBesideThat);
    await player.playAndPause('read');
    await player.button('Next hop').click();
    await expect(player.label('Redirected by ACS RR')).toBeVisible();
    await axe(page);
  });
});
