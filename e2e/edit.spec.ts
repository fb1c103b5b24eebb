// What if: an ACS bit, the CPU, the host bridge's ids, the kernel are changed, and every verdict with
// them; undo brings everything back.

import { counts } from './support/matrix.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const gpu = '0000:29:00.0';
const nic = '0000:2b:00.0';
const nicPort = '0000:28:02.0';

test.describe('an ACS bit of a port', () => {
  test('is flipped with the mouse, and taken back', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { matrix, inspector } = visitor;
    await matrix.cell(gpu, nic).click();
    await visitor.line(nicPort).click();
    const redirect = inspector.getByRole('switch', { name: /^RR,/ });
    await expect(redirect).not.toBeChecked();
    await redirect.click();
    await expect(redirect).toBeChecked();
    await expect(matrix.cell(gpu, nic)).toHaveAccessibleName(/: THRU_HOST_BRIDGE, distance 4$/);
    await expect(matrix.verdicts).toHaveText(counts(12, 228, 66));
    // The lit path follows: the port is flagged, the way leads over the host bridge.
    await expect(visitor.sheet.tag('ACS RR redirect')).toBeVisible();
    await expect(visitor.status(/18 pairs now go through the host bridge/)).toBeAttached();

    await visitor.undo.click();
    await expect(matrix.cell(gpu, nic)).toHaveAccessibleName(/: BUS_ADDR, distance 4$/);
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
    await expect(redirect).not.toBeChecked();
    await visitor.redo.click();
    await expect(matrix.cell(gpu, nic)).toHaveAccessibleName(/: THRU_HOST_BRIDGE/);
  });

  test('is flipped with the keys, and taken back', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { matrix, inspector } = visitor;
    await visitor.tabTo(visitor.outline);
    await page.keyboard.type('28:02');
    await page.keyboard.press('Enter');
    await expect(inspector).toContainText(nicPort);
    await visitor.command('inspect');
    const redirect = inspector.getByRole('switch', { name: /^RR,/ });
    await visitor.tabTo(redirect);
    await page.keyboard.press('Space');
    await expect(redirect).toBeChecked();
    await expect(matrix.verdicts).toHaveText(counts(12, 228, 66));
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(redirect).not.toBeChecked();
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(matrix.verdicts).toHaveText(counts(12, 228, 66));
  });
});

test('bits of many ports at once are one step', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { matrix, inspector } = visitor;
  await (await visitor.scrollTo('0000:98:00.0')).click();
  await inspector.getByRole('button', { name: 'Everything below' }).click();
  // Five downstream ports redirect; the network card's functions have the capability, and no bit in it.
  await inspector
    .getByRole('checkbox', { name: /^RR,/ })
    .or(inspector.getByRole('switch', { name: /^RR,/ }))
    .click();
  await inspector
    .getByRole('checkbox', { name: /^CR,/ })
    .or(inspector.getByRole('switch', { name: /^CR,/ }))
    .click();
  await expect(matrix.cell('0000:9a:00.0', '0000:9b:00.0')).toHaveAccessibleName(/: BUS_ADDR/);
  await expect(matrix.verdicts).toHaveText(counts(60, 180, 66));
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
});

test('the CPU and the kernel change every verdict at once', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { matrix, cpu } = visitor;
  await cpu.selectOption('AMD Zen (family 17h and later)');
  await expect(matrix.verdicts).toHaveText(counts(30, 276, 0));
  // Zen is trusted from 5.9 on.
  await visitor.chooseKernel('Linux 5.4');
  await expect(matrix.verdicts).toHaveText(counts(30, 0, 276));
  await visitor.chooseKernel('Linux 5.9');
  await expect(matrix.verdicts).toHaveText(counts(30, 276, 0));
  await cpu.selectOption('Intel, family 6, from the input');
  // 8086:09a2 is on the list from 5.18 on, the accelerators from 7.1 on.
  await visitor.chooseKernel('Linux 5.15');
  await expect(matrix.verdicts).toHaveText(counts(30, 0, 276));
  await visitor.chooseKernel('Linux 5.18');
  await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
  await visitor.chooseKernel('Linux 7.1');
  await expect(matrix.verdicts).toHaveText(counts(30, 276, 0));
  for (let steps = 0; steps < 7; steps++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
  await expect(visitor.undo).toBeDisabled();
});

test('the kernel is chosen with the keys', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.tabTo(visitor.kernel);
  await page.keyboard.type('Linux 5.15');
  await expect(visitor.kernel).toHaveValue('5.15');
  await expect(visitor.matrix.verdicts).toHaveText(counts(30, 0, 276));
});

test('the host bridge becomes another', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { inspector, matrix } = visitor;
  await visitor.line('0000:6b accelerators').click();
  await expect(inspector).toContainText('8086:4940');
  await inspector
    .getByRole('combobox', { name: 'Platform from the kernel’s list' })
    .selectOption('8086:09a2');
  // Only the accelerator of the other socket is still refused.
  await expect(matrix.cell(gpu, '0000:6b:00.0')).toHaveAccessibleName(/: THRU_HOST_BRIDGE/);
  await expect(matrix.cell(gpu, '0000:e8:00.0')).toHaveAccessibleName(/: NOT_SUPPORTED/);

  await visitor.line('0000:26 I/O stack 2').click();
  await inspector.getByRole('textbox', { name: 'Vendor id' }).fill('1b36');
  await inspector.getByRole('textbox', { name: 'Device id' }).fill('0008');
  await page.keyboard.press('Enter');
  await expect(matrix.cell(gpu, '0000:9a:00.0')).toHaveAccessibleName(/: NOT_SUPPORTED/);
  // Below the switch nobody asks the host bridge.
  await expect(matrix.cell(gpu, nic)).toHaveAccessibleName(/: BUS_ADDR/);
  await page.keyboard.press('Escape');
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
});

test('the command line is written in place; what is wrong in it is said; it is one step', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const field = visitor.conditions.getByRole('textbox', { name: 'Kernel command line' });
  const before = await field.inputValue();
  await field.click();
  await field.press('ControlOrMeta+A');
  await page.keyboard.type('intel_iommu=on pci=disable_acs_redir=');
  await expect(visitor.conditions).toContainText(/names no device|no device|nothing/i);
  await field.blur();
  await visitor.undo.click();
  await expect(field).toHaveValue(before);
});

test('names are given, and found again', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { inspector } = visitor;
  await visitor.line(`${gpu} GPU 0`).click();
  await inspector.getByRole('button', { name: `Rename ${gpu}` }).click();
  await inspector.getByRole('textbox', { name: `Name of ${gpu}` }).fill('trainer');
  await page.keyboard.press('Enter');
  await expect(visitor.line(`${gpu} trainer`)).toBeVisible();
  await visitor.name.fill('my server');
  await visitor.name.press('Enter');
  await expect(page).toHaveTitle('my server – Peerlane');
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(visitor.line(`${gpu} GPU 0`)).toBeVisible();
  await expect(page).toHaveTitle('Two-socket server with two switches – Peerlane');
});
