// Groups of flows by the panel: put together, changed, removed and brought back, and there after a reload.

import { FlowsPanel } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

/** Below one switch what a ring and an NVMe-oF target are made of. */
const TARGET = `machine "target"
cpu AuthenticAMD:0x19
kernel 6.12
iommu none

host h0 1022:14a4
  rp0: port gen5 x16
    sw0: switch gen5 x16
      gpu0: gpu gen5 x16
      gpu1: gpu gen5 x16
      gpu2: gpu gen5 x16
      nic0: nic gen5 x16
      nvme0: nvme gen4 x4 cmb=1G
      nvme1: nvme gen4 x4
`;

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('ring, all-to-all and NVMe-oF target by their forms; changed, removed, undone, reloaded', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  const { pane, result, visitor } = flows;
  await flows.open('', TARGET);
  const adding = pane.getByRole('form', { name: 'New group of flows' });
  const pattern = adding.getByRole('combobox', { name: 'Pattern' });
  const member = (number: number) =>
    adding.getByRole('combobox', { name: `Member ${number}`, exact: true });
  const openForm = async () => {
    await pane.getByRole('button', { name: 'Add group' }).click();
    await expect(pattern).toBeVisible();
  };
  const add = adding.getByRole('button', { name: 'Add the group' });

  await openForm();
  await expect(pattern).toHaveValue('ring');
  await expect(member(3)).toBeVisible();
  await add.click();
  await expect(flows.row('ring of 3')).toBeFocused();
  await flows.settled();
  await flows.expectRate(flows.row('ring of 3'), '159');
  await expect(result).toContainText('3 flows');
  await expect(result).toContainText(/Done after\s*20\.2 ms with 1 GiB each/);

  await openForm();
  await pattern.selectOption({ label: 'All-to-all' });
  await add.click();
  await expect(flows.row('all-to-all of 3')).toBeVisible();
  await flows.settled();
  await expect(result).toContainText('6 flows');

  // A target out of what the form begins with, member by member.
  await openForm();
  await pattern.selectOption({ label: 'NVMe-oF target' });
  await member(1).selectOption({ label: 'nic0' });
  await member(2).selectOption({ label: 'nic0' });
  await expect(adding).toContainText('Members: each takes part once');
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await add.click({ force: true });
  await expect(adding).toBeVisible();
  await member(2).selectOption({ label: 'nvme1' });
  await adding.getByRole('button', { name: 'Remove member 3' }).click();
  await adding.getByRole('combobox', { name: 'Through' }).selectOption({ label: 'nvme0' });
  await expect(adding).not.toContainText('each takes part once');
  await add.click();
  const target = flows.row('NVMe-oF target of 2 through nvme0');
  await expect(target).toBeVisible();
  await flows.settled();
  await expect(target).toContainText(/[67]\.\d\d GB\/s/);
  await expect(result).toContainText('what comes out of the pipeline');
  await expect(flows.rows).toHaveCount(3);

  // Changed: another name and another size; what is wrong is said and changes nothing.
  await flows.row('ring of 3').dblclick();
  const form = pane.getByRole('form', { name: /^Group / });
  const name = form.getByRole('textbox', { name: 'Name' });
  const size = form.getByRole('textbox', { name: 'Size of each transfer' });
  await size.fill('a lot');
  await page.keyboard.press('Tab');
  await expect(form).toContainText('Size: bytes such as 64K, 4096 or 1M');
  await expect(size).toHaveAttribute('aria-invalid', 'true');
  await expect(size).toHaveValue('a lot');
  await expect(visitor.undo).toHaveAccessibleName(/new group of flows/);
  await name.fill('gpu0');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Name: something else has it; choose another one.');
  await expect(size).toHaveValue('a lot');
  await name.fill('wheel');
  await page.keyboard.press('Enter');
  await expect(visitor.undo).toHaveAccessibleName(/change .*: name/);
  await size.fill('64K');
  await page.keyboard.press('Enter');
  await expect(visitor.undo).toHaveAccessibleName(/change wheel: size/);
  await form.getByRole('button', { name: 'Remove member 3' }).click();
  await expect(visitor.undo).toHaveAccessibleName(/change wheel: remove member 3/);
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(flows.row('wheel')).toContainText('ring of 2');
  await flows.settled();
  await expect(result).toContainText('with 64 KiB each');

  // Gone, back, gone, and back with all that it was.
  await flows.row('wheel').click();
  await pane.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(flows.row('wheel')).toHaveCount(0);
  await visitor.undo.click();
  await expect(flows.row('wheel')).toContainText('ring of 2');
  await visitor.redo.click();
  await expect(flows.rows).toHaveCount(2);
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(flows.row('wheel')).toContainText('ring of 3');
  await visitor.redo.click();
  await expect(flows.row('wheel')).toContainText('ring of 2');

  await flows.settled();
  const said = await flows.rows.allTextContents();
  await expect(visitor.saveState).toHaveText('Saved in this browser');
  await page.reload();
  await expect(visitor.name).toHaveValue('target');
  await page.getByRole('tab', { name: 'Flows' }).click();
  await flows.settled();
  await expect(flows.rows).toHaveText(said);
});

test('by keys: a flow by its form, whose fields say what would do and lose nothing', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  const { pane, visitor } = flows;
  const { keyboard } = page;
  await flows.open('', TARGET);
  await visitor.tabTo(pane.getByRole('button', { name: 'Add flow' }));
  await keyboard.press('Enter');
  const form = pane.getByRole('form', { name: 'New flow' });
  const field = (label: string) => form.getByRole('textbox', { name: label, exact: true });
  await expect(form.getByRole('combobox', { name: 'From' })).toBeFocused();
  await keyboard.type('nic0');
  await visitor.tabTo(form.getByRole('combobox', { name: 'To' }));
  await keyboard.type('nvme0');
  await expect(form).toContainText('nic0 writes to nvme0.');
  const wrong = [
    ['Size', '0', 'Size: 1 byte at least'],
    ['Depth', '0', 'Depth: a whole number from 1 to 65536'],
    ['Rate offered', 'fast', 'Rate: bytes a second such as 25G or 6.5 GB/s'],
  ] as const;
  for (const [label, text, why] of wrong) {
    await visitor.tabTo(field(label));
    await keyboard.type(text);
    await expect(form).toContainText(why);
  }
  // It goes nowhere while a field is wrong, and everything that was written is still there.
  await keyboard.press('Control+Enter');
  await expect(field('Size')).toBeFocused();
  for (const [label, text] of wrong) await expect(field(label)).toHaveValue(text);
  const right = { Size: '4K', Depth: '1', 'Rate offered': '2 GB/s' } as const;
  for (const [label, text] of Object.entries(right)) {
    await visitor.tabTo(field(label));
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(text);
    await keyboard.press('Enter');
    await expect(field(label)).toHaveAttribute('aria-invalid', 'false');
  }
  await keyboard.press('Control+Enter');
  await expect(flows.row('nic0 → nvme0')).toBeFocused();
  await flows.settled();
  await expect(flows.row('nic0 → nvme0')).toContainText('2.00 GB/s');
  await expect(flows.row('nic0 → nvme0')).toContainText(/offer|asked|depth|rate/i);
});
