// What editing brings up, against the accessibility rules a machine can check: dialogs, menus, what is
// carried, what is written in place; in both themes, in forced colours, large, narrow, and for fingers.

import type { Page } from '@playwright/test';
import { Bench } from './support/bench.ts';
import { typeText } from './support/typeText.ts';
import { axe, expect, test } from './support/watch.ts';

/** In the light against all rules, in the dark against those about colours: the rest is the same. */
async function bothThemes(page: Page): Promise<void> {
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await axe(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

type State = readonly [
  name: string,
  reach: (bench: Bench) => Promise<void>,
  leave: (bench: Bench) => Promise<void>,
];

const pressEscape = ({ page }: Bench) => page.keyboard.press('Escape');

/** Closes what is open, and waits until it is: the key that comes next is for what lies below. */
async function close({ page }: Bench): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0);
}

const combobox = (name: RegExp | string, command: string): State[1] => {
  return async (bench) => {
    const { page, visitor } = bench;
    await bench.part('gpu0').click();
    await visitor.command(command);
    await expect(page.getByRole('combobox', { name })).toBeFocused();
  };
};

const DIALOGS: readonly State[] = [
  ['adding', combobox('Add a part', 'add a part'), close],
  ['replacing', combobox(/^Replace gpu0/, 'replace gpu0'), close],
  ['putting between', combobox(/^Put a switch above/, 'put a switch above'), close],
  [
    'dividing',
    async (bench) => {
      const { hands, visitor, page } = bench;
      await hands.bring('Slot x16', visitor.sheet.part('h0 ·'), { across: 0.9, down: 0.15 });
      await expect(page.getByRole('heading', { name: 'slot0' })).toBeVisible();
      await visitor.command('divide');
      await expect(page.getByRole('dialog', { name: /^Divide the 16 lanes/ })).toBeVisible();
    },
    async (bench) => {
      await close(bench);
      await bench.page.keyboard.press('ControlOrMeta+Z');
      await expect(bench.page.getByRole('heading', { name: 'slot0' })).toHaveCount(0);
    },
  ],
  [
    'the menu',
    async (bench) => {
      const { hands } = bench;
      await hands.rightClick(bench.part('nic0'));
      await expect(hands.menu).toBeVisible();
    },
    close,
  ],
  [
    'help',
    async ({ page }) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: /Keys and help/ })).toBeVisible();
    },
    close,
  ],
];

const PLACES: readonly State[] = [
  ['the palette beside the sheet', async () => {}, async () => {}],
  [
    'several selected',
    async (bench) => {
      const { page } = bench;
      await bench.part('gpu0').click();
      await bench.part('nvme0').click({ modifiers: ['Shift'] });
      await expect(page.getByRole('heading', { name: '2 parts selected' })).toBeVisible();
    },
    pressEscape,
  ],
  [
    'carried to where it may go',
    async (bench) => {
      const { hands } = bench;
      await hands.take(hands.tile('GPU'));
      await hands.carryTo(bench.part('sw1'), { across: 0.2 });
      await expect(hands.bubble).toContainText('Adds');
    },
    async () => {},
  ],
  [
    'carried to where it may not',
    async (bench) => {
      const { hands } = bench;
      await hands.carryTo(bench.part('nvme0'));
      await expect(hands.refusal).toBeVisible();
    },
    async ({ hands, page }) => {
      await page.keyboard.press('Escape');
      await hands.letGo();
      await expect(hands.bubble).toHaveCount(0);
    },
  ],
  [
    'a name being written',
    async (bench) => {
      const { page } = bench;
      await bench.part('nic0').click();
      await page.keyboard.press('F2');
      await typeText(page, 'gpu0');
      await expect(page.getByRole('alert').filter({ hasText: 'gpu0' })).toBeVisible();
    },
    pressEscape,
  ],
  [
    'a note, a lock, a pin, and a switch collapsed',
    async (bench) => {
      const { page } = bench;
      await bench.part('nic0').click();
      await page.keyboard.press('n');
      await expect(page.getByRole('textbox', { name: 'Note on nic0' }).first()).toBeFocused();
      await page.keyboard.type('spare');
      await page.keyboard.press('ControlOrMeta+Enter');
      await bench.part('sw1').click();
      for (const key of ['l', 'k', 'f']) await page.keyboard.press(key);
      await expect(bench.part('gpu1')).toHaveCount(0);
    },
    async () => {},
  ],
];

for (const [what, states] of [
  ['dialogs and menus', DIALOGS],
  ['what happens on the sheet', PLACES],
] as const) {
  test(`${what}: accessible, light and dark`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const bench = new Bench(page);
    await bench.open();
    for (const [name, reach, leave] of states) {
      await test.step(name, async () => {
        await reach(bench);
        await bothThemes(page);
        await leave(bench);
      });
    }
  });
}

test('in forced colours, what takes a part and what does not can be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const bench = new Bench(page);
  const { hands } = bench;
  await bench.open();
  await hands.take(hands.tile('GPU'));
  await hands.carryTo(bench.part('sw1'), { across: 0.2 });
  const outline = () =>
    hands.bubble.evaluate((element) => {
      const { borderStyle, borderWidth } = getComputedStyle(element);
      return `${borderStyle} ${borderWidth}`;
    });
  await expect(hands.bubble).toHaveAttribute('data-look', 'legal');
  const legal = await outline();
  await hands.carryTo(bench.part('nvme0'));
  await expect(hands.refusal).toBeVisible();
  // By its sign and its outline, not by its colour alone.
  await expect(hands.bubble.locator('svg')).toBeVisible();
  expect(await outline()).not.toBe(legal);
  await axe(page);
  await page.keyboard.press('Escape');
  await hands.letGo();
});

test('nothing sticks out or gets lost at twice the size, and 320 wide', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const bench = new Bench(page);
  const { visitor } = bench;
  await bench.open();
  await bench.part('gpu0').click();
  for (const [width, height] of [
    [640, 450], // a window of 1280 by 900 at 200 %
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const command of ['add a part', 'replace gpu0']) {
      await visitor.command(command);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const box = await dialog.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width, `${command} at ${width}`).toBe(true);
      await axe(page);
      await close(bench);
    }
    await visitor.command('show the parts');
    await expect(bench.hands.tile('GPU')).toBeVisible();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
    await axe(page);
    await page.keyboard.press('Escape');
    await expect(bench.hands.tile('GPU')).toBeHidden();
  }
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1600, height: 900 } });

  test('what is to be touched is large enough', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const bench = new Bench(page);
    const { hands, visitor } = bench;
    await bench.open();
    const small = (within: string) =>
      page.evaluate((selector) => {
        const all = document.querySelectorAll<HTMLElement>(
          `:is(${selector}) :is(button, [role="menuitem"], [role="option"], select, input)`,
        );
        return [...all].flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          if (width === 0 || element.closest('.unseen')) return [];
          const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(
            0,
            30,
          );
          return Math.min(width, height) < 43.5
            ? [`${words}: ${Math.round(width)} × ${Math.round(height)}`]
            : [];
        });
      }, within);
    expect(await small('[data-tiles]')).toEqual([]);
    expect(await small('header, [role="tablist"]')).toEqual([]);
    await bench.part('gpu0').click();
    await page.keyboard.press('Shift+F10');
    await expect(hands.menu).toBeVisible();
    expect(await small('[role="menu"]')).toEqual([]);
    await close(bench);
    await visitor.command('add a part');
    expect(await small('dialog, [role="dialog"]')).toEqual([]);
  });
});
