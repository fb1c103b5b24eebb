// Each state of the page, light and dark, wide and narrow, against the accessibility rules a machine
// can check; forced colours, reduced motion.

import { golden, withoutRoot } from './support/dumps.ts';
import { counts } from './support/matrix.ts';
import { Player } from './support/player.ts';
import { typeText } from './support/typeText.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const redirected = 's03-switch-acs-2.612-strict';

const states: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  'the example': async () => {},
  'a lit path and its reasons': async (visitor) => {
    await visitor.matrix.cell('0000:29:00.0', '0000:9a:00.0').click();
    await visitor.openTab('Why');
    await expect(visitor.why.getByRole('heading', { name: /^Via host bridge/ })).toBeVisible();
  },
  'one end chosen, the sheet near, as functions': async (visitor) => {
    await visitor.page.getByRole('button', { name: 'Functions' }).click();
    await visitor.sheet.zoom.getByRole('button', { name: /zoom to 100 %$/ }).click();
    // From the outline, which brings it into sight wherever it is drawn.
    await visitor.line('0000:2c:00.0').click();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.press('p');
    await expect(visitor.sheet.part('0000:2c:00.0')).toBeAttached();
  },
  'unknown verdicts and what was read': async (visitor) => {
    await visitor.bring(withoutRoot(golden(redirected)), counts(0, 0, 4, 2));
    await visitor.matrix.cell('0000:03:00.0', '0000:04:00.0').click();
    await visitor.openTab('Report');
    await expect(visitor.report).toContainText('Guessed');
  },
  'several parts selected': async (visitor) => {
    await visitor.line('0000:28:00.0').click();
    await visitor.line('0000:28:01.0').click({ modifiers: ['ControlOrMeta'] });
    await expect(visitor.inspector).toContainText('2');
  },
  'groups, and their outlines on the sheet': async (visitor) => {
    await visitor.openTab('Groups');
    await visitor.groups.getByRole('checkbox', { name: 'More than one member' }).check();
    await visitor.groups.getByRole('button', { name: 'Outline on the sheet' }).click();
    await visitor.sheet.zoom.getByRole('button', { name: /zoom to 100 %$/ }).click();
    await visitor.line('0000:2c:00.0').click();
    await visitor.page.keyboard.press('Enter');
    await expect(visitor.sheet.tag('group 15')).toBeVisible();
  },
  'groups that are hypothetical, and some not as captured': async (visitor) => {
    await visitor.iommu.selectOption('none');
    await visitor.chooseKernel('Proposal (2025): groups by whole switch');
    await visitor.openTab('Groups');
    await expect(visitor.groups).toContainText('Hypothetical:');
    await expect(visitor.groups).toContainText('captured otherwise');
  },
  'a request that is played': async (visitor) => {
    await visitor.matrix.cell('0000:9a:00.0', '0000:9c:00.0').click();
    const player = new Player(visitor.page);
    await player.playAndPause('read');
    await player.button('Next hop').click();
    await expect(player.decision).toContainText('Redirected by ACS RR');
  },
  'conditions with remarks': async (visitor) => {
    await visitor.acsWords('as booted').click();
    await visitor.cmdline.fill('intel_iommu=on pci=disable_acs_redir=');
    await expect(visitor.cmdline).toHaveAccessibleDescription(/names no device/);
    await expect(visitor.conditions).toContainText('problem in the command line');
  },
  'ACS words as left, as they run, and what is kept': async (visitor) => {
    await visitor.acsWords('as booted').click();
    await visitor.line('0000:28:00.0').click();
    await expect(visitor.inspector.getByRole('columnheader', { name: /^Runs/ })).toBeVisible();
    await expect(visitor.inspector).not.toContainText('…');
  },
  'a host bridge selected, everything listed': async (visitor) => {
    await visitor.line('0000:26 I/O stack 2').click();
    await visitor.matrix.openFilters();
    await visitor.page.getByRole('checkbox', { name: 'Bridges too' }).check();
    await expect(visitor.matrix.kind('Providers', 'Bridge')).toBeVisible();
  },
  'the dialog for opening': async (visitor) => {
    await visitor.bar.getByRole('button', { name: 'Open or paste…' }).click();
    await expect(visitor.openDialog).toBeVisible();
  },
  'something that could not be read': async (visitor) => {
    await visitor.sheet.surface.focus();
    await visitor.pasteWithKeys('hello');
    await expect(visitor.failure).toBeVisible();
  },
  'the start page': async (visitor) => {
    await visitor.command('start page');
    await expect(visitor.page.getByRole('list', { name: 'Machines to begin with' })).toBeVisible();
  },
  'the palette': async (visitor) => {
    await visitor.page.keyboard.press('ControlOrMeta+K');
    await typeText(visitor.page, 'un');
    await expect(visitor.page.getByRole('listbox', { name: 'Commands' })).toBeVisible();
  },
  'keys and help': async (visitor) => {
    await visitor.bar.getByRole('button', { name: 'Keys and help' }).click();
    await expect(visitor.page.getByRole('dialog')).toBeVisible();
  },
  'a menu': async (visitor) => {
    await (await visitor.sheet.approach('0000:2c:00.0')).click({ button: 'right' });
    await expect(visitor.page.getByRole('menu')).toBeVisible();
  },
  'an engine that does not run': async (visitor) => {
    await visitor.page.route('**/engine.worker-*.js', (route) => route.abort());
    await visitor.page.reload();
    await expect(visitor.page.getByRole('button', { name: 'Restart' })).toBeVisible({
      timeout: 40_000,
    });
    await expect(visitor.page.getByRole('list', { name: 'Machines to begin with' })).toBeVisible();
  },
};

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: accessible wide and narrow, light and dark; nothing sticks out`, async ({
    page,
    watch,
  }) => {
    watch.expectComplaint(/Failed to load resource/);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const visitor = new Visitor(page);
    await visitor.open();
    await reach(visitor);
    await axe(page);
    // Other colours on the same elements, and other elements in the same colours.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await axe(page, ['color-contrast']);
    await page.setViewportSize({ width: 360, height: 740 });
    await axe(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
  });
}

test('in forced colours verdicts are words and signs, and the lit path can be told', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.matrix.cell('0000:29:00.0', '0000:2b:00.0').click();
  await visitor.sheet.approach('0000:29:00.0');
  const lit = await visitor.sheet.ink('0000:29:00.0');
  expect(await visitor.sheet.ink('0000:2d:00.0')).not.toBe(lit);
  await visitor.openTab('Why');
  await expect(visitor.why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  await axe(page);
});

test('with reduced motion the sheet jumps instead of gliding', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const visitor = new Visitor(page);
  await visitor.open();
  const part = await visitor.sheet.approach('0000:2c:00.0');
  await page.keyboard.press('Escape');
  await visitor.command('fit');
  await visitor.sheet.zoom.getByRole('button', { name: /zoom to 100 %$/ }).click();
  const soon = await part.boundingBox();
  await page.waitForTimeout(400);
  expect(await part.boundingBox()).toEqual(soon);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('on a narrow window the panels lie over the sheet, one at a time', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const visitor = new Visitor(page);
  await page.goto('./');
  await expect(visitor.name).toHaveValue('Two-socket server with two switches');
  await expect(visitor.sheet.surface).toBeVisible();
  await expect(visitor.outline).toBeHidden();
  await visitor.bar.getByRole('button', { name: 'Show the outline' }).click();
  await expect(visitor.outline).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(visitor.outline).toBeHidden();
});

test('under a sub-path the example and its verdicts work as well', async ({ page }, { config }) => {
  await new Visitor(page).open(String(config.metadata.subPathUrl));
});
