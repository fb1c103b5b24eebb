// A drawn machine in the inspector: what the catalogue says of a part, sizes of BARs, links, numbers
// set by hand, a slot divided, a device removed; by mouse and by keys, and taken back.

import type { Locator } from '@playwright/test';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const MACHINE = `# to be taken apart
machine "Workbench"
kernel 6.12
iommu none

socket 0
  host h0 emerald-rapids
    rp0: port cap=gen5,x16 gen5 x16
      sw0: switch pex89104 gen5 x16
        gpu0: gpu h100 gen5 x16
        gpu1: gpu h100 gen5 x16
    rp1: port cap=gen5,x16 gen5 x16 slot=S1
    rp2: port cap=gen4,x16 gen4 x16
      card0: gpu arca770 gen4 x16
socket 1
  host h1 emerald-rapids
    rp3: port cap=gen4,x16 gen4 x16

slot S1: x16 riser="left riser"
link nvlink gpu0 -- gpu1 "NV18"
link upi socket0 -- socket1 rate=48G
`;

class Workbench extends Visitor {
  /** Comes with the machine, and waits until it is judged. */
  async begin(): Promise<void> {
    await this.open();
    await this.sheet.surface.focus();
    await this.pasteWithKeys(MACHINE);
    await expect(this.name).toHaveValue('Workbench');
    await expect(this.outlineLine('rp0')).toBeVisible();
  }

  /** A line of the outline that says this name anywhere. */
  outlineLine(name: string): Locator {
    return this.outline.getByRole('treeitem', { name: new RegExp(`(^|\\s)${name}\\b`) }).first();
  }

  async look(name: string): Promise<void> {
    await this.outlineLine(name).click();
    await expect(this.inspector.getByRole('heading', { name, level: 2 })).toBeVisible();
  }

  choice(name: string): Locator {
    return this.inspector.getByRole('combobox', { name, exact: true });
  }
  button(name: string): Locator {
    return this.inspector.getByRole('button', { name, exact: true });
  }
  number(which: 'Bus' | 'Device' | 'Function'): Locator {
    return this.inspector.getByRole('textbox', { name: `${which} number` });
  }
}

test('what the catalogue says of a part, with sources beside the page', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('gpu0');
  const { inspector } = bench;
  await expect(inspector).toContainText('NVIDIA H100 PCIe');
  await expect(inspector.getByRole('table', { name: /^Figures of NVIDIA H100/ })).toBeVisible();
  const sources = inspector.getByRole('table', { name: /^Figures of/ }).getByRole('link');
  await expect(sources.first()).toHaveAttribute('target', '_blank');
  await expect(sources.first()).toHaveAttribute('rel', 'noreferrer');
  await expect(inspector).toContainText('unknown');
  // What is drawn beside the tree leads to its other end.
  await inspector
    .getByRole('list', { name: 'Beside the tree' })
    .getByRole('button', { name: /gpu1/ })
    .click();
  await expect(inspector.getByRole('heading', { name: 'gpu1', level: 2 })).toBeFocused();
  await expect(inspector).toContainText('NVLink NV18, not modelled');

  await bench.look('h0');
  await expect(inspector).toContainText('between its root ports, by the hardware');
  await expect(inspector).toContainText('Offset');
  await inspector.getByRole('button', { name: 'Socket 0' }).click();
  await expect(inspector).toContainText('48 GB/s');
  await expect(inspector).toContainText('stated in the document');
});

test('a BAR is given another size', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('card0');
  const { inspector } = bench;
  await inspector.getByRole('button', { name: 'Everything below' }).click();
  await inspector
    .getByRole('list', { name: 'Selected' })
    .getByRole('button', { name: /GPU/ })
    .click();
  const size = inspector.getByRole('combobox', { name: /^Size of BAR/ }).first();
  const before = await size.inputValue();
  await size.selectOption('256 MiB');
  await expect(size).toHaveValue(String(2 ** 28));
  await expect(bench.undo).toHaveAccessibleName(/BAR \d of .* with 256 MiB/);
  await bench.undo.click();
  await expect(size).toHaveValue(before);
  await bench.redo.click();
  await expect(size).toHaveValue(String(2 ** 28));
});

test('a link is made slower and narrower at either end, and trains anew', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('gpu0');
  await bench.choice('Rate that this end can do').selectOption('Gen4');
  await expect(bench.choice('Rate that both ends trained to')).toHaveValue('16');
  await expect(bench.choice('Lanes that both ends trained to')).toHaveValue('16');
  await bench.choice('Lanes that the end above can do').selectOption('x8');
  await expect(bench.choice('Lanes that both ends trained to')).toHaveValue('8');
  // What both could do bounds what they can be said to have trained to.
  await expect(
    bench.choice('Lanes that both ends trained to').locator('option', { hasText: 'x16' }),
  ).toHaveCount(0);
  await bench.choice('Lanes that both ends trained to').selectOption('x4');
  await expect(bench.inspector).toContainText('Degraded: fewer lanes than there could be.');
  for (const _ of [1, 2, 3]) await bench.undo.click();
  await expect(bench.choice('Rate that both ends trained to')).toHaveValue('32');
  await expect(bench.choice('Lanes that both ends trained to')).toHaveValue('16');
});

test('numbers are set by hand with the keys, and let go again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.outline.focus();
  await bench.look('rp2');
  await bench.command('inspect');
  await bench.tabTo(bench.number('Device'), 90);
  await page.keyboard.type('20');
  await expect(bench.inspector).toContainText('Device numbers are hexadecimal, from 00 to 1f.');
  await expect(bench.number('Device')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Enter');
  await expect(bench.undo).toHaveAccessibleName('Undo: open Workbench');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1a');
  await page.keyboard.press('Enter');
  await expect(bench.inspector).toContainText('0000:00:1a.0');
  await expect(bench.inspector).toContainText('device 1a, set by hand');
  await bench.button('Let it be numbered').focus();
  await page.keyboard.press('Enter');
  await expect(bench.inspector).toContainText('chosen by numbering');
  await expect(bench.number('Bus')).toBeFocused();
  await expect(bench.inspector).not.toContainText('0000:00:1a.0');
});

test('at the end of a link there is one device', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('gpu0');
  await bench.number('Device').fill('3');
  await expect(bench.number('Device')).toHaveAccessibleDescription(/one device, number 00/);
  await expect(bench.button('Set by hand')).toHaveAttribute('aria-disabled', 'true');
});

test('a slot is divided and made whole again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('rp1');
  await bench.button('S1').click();
  const { inspector } = bench;
  await expect(inspector.getByRole('heading', { name: 'S1', level: 2 })).toBeFocused();
  await expect(inspector.getByRole('textbox', { name: 'Riser' })).toHaveValue('left riser');
  await expect(bench.button('x16')).toHaveAttribute('aria-pressed', 'true');
  await bench.button('x4 x4 x4 x4').click();
  await expect(
    inspector.getByRole('list', { name: 'Ports' }).getByRole('button', { name: /x4, free/ }),
  ).toHaveCount(4);
  await expect(bench.button('x4 x4 x4 x4')).toHaveAttribute('aria-pressed', 'true');
  await bench.button('x16').press('Enter');
  await expect(
    inspector.getByRole('list', { name: 'Ports' }).getByRole('button', { name: /x16, free/ }),
  ).toHaveCount(1);
});

test('a device is removed; focus goes to what was above it; undo brings it back', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.begin();
  await bench.look('gpu1');
  await bench.button('Remove this device').press('Enter');
  await expect(bench.outlineLine('gpu1')).toBeHidden();
  await expect(bench.inspector.getByRole('heading', { name: 'sw0', level: 2 })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.outlineLine('gpu1')).toBeVisible();
  await bench.look('sw0');
  await expect(bench.inspector).toContainText('with 4 functions below');
  await bench.button('Remove this switch').click();
  await expect(bench.outlineLine('gpu0')).toBeHidden();
  await bench.undo.click();
  await expect(bench.outlineLine('gpu0')).toBeVisible();
});

for (const name of ['gpu0', 'rp1', 'h0']) {
  test(`${name} in the inspector: accessible, light and dark, wide and narrow`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    await bench.begin();
    await bench.look(name);
    if (name === 'rp1') await bench.button('S1').click();
    await expect(bench.inspector).not.toContainText('being fetched');
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await axe(page, ['color-contrast']);
    await page.setViewportSize({ width: 360, height: 740 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
  });
}
