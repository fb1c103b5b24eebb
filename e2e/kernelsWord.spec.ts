// The kernel's word, from one end to the other: another kernel and another command line, ACS words as
// booted, a bit of three ports at once; the groups that come of it; requests played; all of it undone.
// Once with the mouse, once with the keys alone.

import type { Locator } from '@playwright/test';
import { counts } from './support/matrix.ts';
import { Player } from './support/player.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const gpu = '0000:29:00.0';
const nic = '0000:2b:00.0';
const cmbDrive = '0000:2c:00.0';
const driveBesideIt = '0000:2d:00.0';
const threePorts = ['0000:28:00.0', '0000:28:01.0', '0000:28:02.0'] as const;

/** What the captured machine booted with: it keeps the ports of switch A from redirecting. */
const captured =
  'intel_iommu=on iommu=pt pci=disable_acs_redir=0000:28:00.0;0000:28:01.0;0000:28:02.0;0000:28:03.0;0000:28:04.0';

/** Each kernel by what its name begins with, and what it says of the example's pairs. */
const KERNELS = [
  // Common bridge or nothing.
  { name: 'Linux 4.20', verdicts: counts(30, 0, 276) },
  // The third series never asked for ACS where two devices share an upstream port.
  { name: 'Patch series v3, March 2018', verdicts: counts(60, 0, 246) },
  // Only the ports where the ways part are asked, and none is between two functions of one card.
  { name: 'Proposal C', verdicts: counts(34, 272, 0) },
  { name: 'Linux 6.18', verdicts: AS_IT_CAME },
] as const;

/** A hundred steps, and pauses between words that are typed, on a machine that may be busy. */
const LONG_STORY = 180_000;

const REDIRECTED_AT_BOOT = counts(0, 240, 66);
const THREE_REDIRECT = counts(2, 238, 66);

/** What grouping asks for, all of it; p2pdma asks for RR and CR. */
const ISOLATING = ['RR', 'CR', 'SV', 'UF'] as const;

const bit = ({ inspector }: Visitor, name: (typeof ISOLATING)[number]) =>
  inspector.getByRole('switch', { name: new RegExp(`^${name},`) });

async function expectGroups({ groups }: Visitor, count: number, several: string): Promise<void> {
  await expect(groups.getByRole('heading', { name: `${count} IOMMU groups` })).toBeVisible();
  await expect(groups).toContainText(several);
}

/** Whatever was done: the document is as it was. */
async function expectAsItCame(visitor: Visitor): Promise<void> {
  const { matrix, kernel, cmdline, undo } = visitor;
  await expect(undo).toBeDisabled();
  await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
  await expect(kernel.locator('option:checked')).toHaveText(/^Linux 6\.12 /);
  await expect(cmdline).toHaveValue(captured);
  await expect(visitor.acsWords('as they stand')).toHaveAttribute('aria-pressed', 'true');
  await expect(visitor.conditions).toContainText('pass-through, reported');
}

const GROUPS_AS_CAPTURED = '6 with several members. All 36 are as the captured kernel made';

test('with the mouse', async ({ page }) => {
  test.setTimeout(LONG_STORY);
  const visitor = new Visitor(page);
  const player = new Player(page);
  const { matrix, groups, inspector, cmdline, sheet } = visitor;
  const choose = async (end: 'Provider' | 'Client', of: string) => {
    await visitor.line(of).click();
    await inspector.getByRole('button', { name: end, exact: true }).first().click();
  };
  await visitor.open();

  await test.step('every kernel has its own verdicts', async () => {
    for (const { name, verdicts } of KERNELS) {
      await visitor.chooseKernel(name);
      await expect(matrix.verdicts).toHaveText(verdicts);
    }
  });

  await test.step('as booted, the command line decides', async () => {
    await visitor.acsWords('as booted').click();
    await expect(visitor.acsWords('as booted')).toHaveAttribute('aria-pressed', 'true');
    // The same as in the running machine: that is what it booted with.
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
    await cmdline.click();
    await cmdline.press('ControlOrMeta+A');
    await page.keyboard.type('intel_iommu=on iommu=pt pci=disable_acs_redir=');
    await expect(cmdline).toHaveAccessibleDescription(/disable_acs_redir names no device/);
    await cmdline.press('ControlOrMeta+A');
    await page.keyboard.type('intel_iommu=on iommu=pt');
    await expect(matrix.verdicts).toHaveText(REDIRECTED_AT_BOOT);
    await visitor.openTab('Groups');
    await expectGroups(visitor, 42, '1 with several members');
    await visitor.acsWords('as they stand').click();
    await expectGroups(visitor, 36, '6 with several members');
    await visitor.openTab('Matrix');
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
  });

  await test.step('ACS of three ports at once', async () => {
    const [first, ...others] = threePorts;
    await visitor.line(first).click();
    for (const port of others) {
      await visitor.line(port).click({ modifiers: ['ControlOrMeta'] });
    }
    await expect(inspector).toContainText('3 parts selected');
    for (const name of ISOLATING) {
      await bit(visitor, name).click();
      await expect(bit(visitor, name)).toBeChecked();
      await expect(matrix.verdicts).toHaveText(THREE_REDIRECT);
    }
  });

  await test.step('what redirects all, isolates: the groups fall apart', async () => {
    await visitor.openTab('Groups');
    await expectGroups(visitor, 40, '3 with several members');
    await groups.getByRole('checkbox', { name: 'More than one member' }).check();
    await expect(groups.getByRole('listitem').filter({ hasText: cmbDrive }).first()).toContainText(
      'held together by 0000:28:03.0',
    );
    await expect(groups.getByRole('button', { name: gpu })).toHaveCount(0);
    await groups.getByRole('button', { name: 'Outline on the sheet' }).click();
    await sheet.approach(cmbDrive);
    await expect(sheet.tag('group 15')).toBeVisible();
    await expect(sheet.tag('group 16')).toBeVisible();
    // A group's member leads to its part.
    await groups.getByRole('button', { name: cmbDrive }).first().click();
    await expect(inspector).toContainText('CMB drive A');
  });

  await test.step('a direct write', async () => {
    await choose('Provider', cmbDrive);
    await choose('Client', driveBesideIt);
    await player.playAndPause('write');
    await player.button('Next hop').click();
    await expect(player.label('Address hit')).toBeVisible();
    await expect(player.decision).toContainText('at downstream port 28:04.0');
    await player.button('Last hop').click();
    await expect(player.label('Delivered')).toBeVisible();
    await player.expectHop(4, 4);
  });

  await test.step('a redirected read, and a step back', async () => {
    await choose('Provider', gpu);
    await choose('Client', nic);
    await player.playAndPause('read');
    await player.button('Next hop').click();
    await expect(player.label('Redirected by ACS RR')).toBeVisible();
    await expect(player.decision).toContainText('at downstream port 28:02.0');
    await player.button('Previous hop').click();
    await expect(player.label('Read sent')).toBeVisible();
    await player.button('Last hop').click();
    await expect(player.decision).toContainText(nic.slice(5));
    await player.button('Previous hop').click();
    await expect(player.decision).toContainText('at downstream port 28:02.0');
  });

  await test.step('a refused one', async () => {
    await cmdline.click();
    await cmdline.press('ControlOrMeta+A');
    await page.keyboard.type('intel_iommu=on');
    await page.keyboard.press('Enter');
    await expect(visitor.iommuUse).toHaveValue('lazy');
    await visitor.openTab('Matrix');
    await visitor.chooseKernel('Linux 4.20');
    await expect(matrix.verdicts).toHaveText(counts(2, 0, 304));
    await visitor.openTab('Why');
    await expect(visitor.why.getByRole('heading', { name: /^Refused/ })).toBeVisible();
    await player.playAndPause('write');
    await player.button('Last hop').click();
    await expect(player.label('Refused')).toBeVisible();
    await expect(player.decision).toContainText('Refused at IOMMU');
    await player.button('Stop playing').click();
    await expect(sheet.surface).toBeVisible();
  });

  await test.step('all of it undone', async () => {
    // Four kernels, booted, command line, as they stand, four bits, command line, kernel.
    for (let steps = 0; steps < 13; steps++) {
      await expect(visitor.undo).toBeEnabled();
      await visitor.undo.click();
    }
    await visitor.openTab('Matrix');
    await expectAsItCame(visitor);
    await visitor.openTab('Groups');
    await expectGroups(visitor, 36, GROUPS_AS_CAPTURED);
  });
});

test('with the keys', async ({ page }) => {
  test.setTimeout(LONG_STORY);
  const visitor = new Visitor(page);
  const player = new Player(page);
  const { matrix, groups, inspector, kernel, cmdline, sheet, outline } = visitor;
  const press = (key: string) => page.keyboard.press(key);
  await visitor.open();

  /** Letters typed at once go on with the word; after a pause they begin another. */
  const pause = () => page.waitForTimeout(1100);
  const choose = async (list: Locator, name: string) => {
    await visitor.tabTo(list);
    await page.keyboard.type(name);
    await expect(list.locator('option:checked')).toHaveText(new RegExp(`^${name}`));
    await pause();
  };
  const write = async (text: string) => {
    await visitor.tabTo(cmdline, 160);
    await press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await press('Enter');
  };
  const turn = async (which: 'as they stand' | 'as booted') => {
    await visitor.tabTo(visitor.acsWords(which), 160);
    await press('Enter');
    await expect(visitor.acsWords(which)).toHaveAttribute('aria-pressed', 'true');
  };
  const goTo = async (address: string) => {
    await visitor.tabTo(outline, 160);
    await page.keyboard.type(address);
    await expect(outline).toHaveAttribute('aria-activedescendant', new RegExp(`${address}$`));
    await pause();
  };
  const onSheet = async (key: string) => {
    await visitor.tabTo(sheet.surface, 160);
    await press(key);
  };

  await test.step('every kernel has its own verdicts', async () => {
    for (const { name, verdicts } of KERNELS) {
      await choose(kernel, name);
      await expect(matrix.verdicts).toHaveText(verdicts);
    }
  });

  await test.step('as booted, the command line decides', async () => {
    await turn('as booted');
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
    await write('intel_iommu=on iommu=pt');
    await expect(matrix.verdicts).toHaveText(REDIRECTED_AT_BOOT);
    await onSheet('3');
    await expectGroups(visitor, 42, '1 with several members');
    await turn('as they stand');
    await expectGroups(visitor, 36, '6 with several members');
    await onSheet('1');
    await expect(matrix.verdicts).toHaveText(AS_IT_CAME);
  });

  await test.step('ACS of three ports at once', async () => {
    await goTo('28:00.0');
    await press('Space');
    for (const port of threePorts.slice(1)) {
      await press('ArrowDown');
      await press('ArrowDown');
      await expect(outline).toHaveAttribute('aria-activedescendant', new RegExp(`${port}$`));
      await press('Space');
    }
    await expect(inspector).toContainText('3 parts selected');
    for (const name of ISOLATING) {
      await visitor.command('inspect');
      await visitor.tabTo(bit(visitor, name));
      await press('Space');
      await expect(bit(visitor, name)).toBeChecked();
    }
    await expect(matrix.verdicts).toHaveText(THREE_REDIRECT);
  });

  await test.step('what redirects all, isolates: the groups fall apart', async () => {
    await onSheet('3');
    await expectGroups(visitor, 40, '3 with several members');
    await visitor.tabTo(groups.getByRole('checkbox', { name: 'More than one member' }));
    await press('Space');
    await expect(groups.getByRole('button', { name: gpu })).toHaveCount(0);
    await onSheet('g');
    await press('Shift+0');
    await goTo('2c:00.0');
    await press('Enter');
    await expect(sheet.tag('group 15')).toBeVisible();
    await onSheet('1');
  });

  await test.step('a direct write', async () => {
    await goTo('2c:00.0');
    await press('p');
    await goTo('2d:00.0');
    await press('o');
    await expect(player.button('Play a write')).toBeVisible();
    await onSheet('Space');
    await expect(player.button('Pause')).toBeVisible();
    await press('Space');
    await expect(player.button('Play')).toBeVisible();
    for (let back = 0; back < 3; back++) await press('[');
    await player.expectHop(1, 4);
    await press(']');
    await expect(player.label('Address hit')).toBeVisible();
    await press(']');
    await press(']');
    await expect(player.label('Delivered')).toBeVisible();
    await expect(visitor.status(/4 of 4, CMB drive A 2c:00\.0: Delivered\./)).toBeAttached();
    await press('Escape');
    await expect(player.decision).toBeHidden();
  });

  await test.step('a redirected read, and a step back', async () => {
    await goTo('29:00.0');
    await press('p');
    await goTo('2b:00.0');
    await press('o');
    await visitor.tabTo(player.button('Play a read'), 160);
    await press('Enter');
    await visitor.tabTo(player.button('Pause'));
    await press('Enter');
    await press('Home');
    await expect(player.label('Read sent')).toBeVisible();
    await press('ArrowRight');
    await expect(player.label('Redirected by ACS RR')).toBeVisible();
    await press('End');
    await expect(player.decision).toContainText(nic.slice(5));
    await press('ArrowLeft');
    await expect(player.decision).toContainText('at downstream port 28:02.0');
  });

  await test.step('a refused one', async () => {
    await write('intel_iommu=on');
    await choose(kernel, 'Linux 4.20');
    await expect(matrix.verdicts).toHaveText(counts(2, 0, 304));
    // What was played goes another way now, and begins anew.
    await expect(player.bar).toContainText('1 of ');
    await visitor.tabTo(player.button('Play a write'), 160);
    await press('Enter');
    await press('End');
    await expect(player.label('Refused')).toBeVisible();
    await expect(player.decision).toContainText('Refused at IOMMU');
  });

  await test.step('all of it undone', async () => {
    // A list that is typed in passes by other kernels, each of which is a step.
    for (let steps = 0; steps < 80 && (await visitor.undo.isEnabled()); steps++) {
      await press('ControlOrMeta+Z');
    }
    await expectAsItCame(visitor);
    await onSheet('3');
    await expectGroups(visitor, 36, GROUPS_AS_CAPTURED);
  });
});
