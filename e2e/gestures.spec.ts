// What hands begin, Escape ends: every gesture, called off at every stage, leaves the machine as it
// was. What is carried shows where it may go, says why not elsewhere, and takes the paper along.

import { Bench } from './support/bench.ts';
import type { Spot } from './support/hands.ts';
import { Hearing } from './support/hearing.ts';
import { expect, test } from './support/watch.ts';

type Stage = readonly [name: string, reach: (bench: Bench) => Promise<void>];

interface Gesture {
  readonly name: string;
  readonly before?: (bench: Bench) => Promise<void>;
  readonly stages: readonly Stage[];
  readonly after?: (bench: Bench) => Promise<void>;
}

const moved: Stage = ['moved', ({ page }) => page.mouse.move(420, 420, { steps: 2 })];
const over = (name: string, look: 'legal' | 'refused'): Stage => [
  `over ${name}, ${look}`,
  async (bench) => {
    const { hands } = bench;
    await hands.carryTo(bench.part(name), { across: 0.2 });
    await expect(hands.bubble).toHaveAttribute('data-look', look);
  },
];
const overPaper: Stage = [
  'over bare paper',
  async (bench) => {
    await bench.hands.carryToSpot(await bench.paper());
    await expect(bench.hands.bubble).toHaveAttribute('data-look', 'plain');
  },
];
const atEdge: Stage = ['at the edge', async (bench) => bench.hands.carryToSpot(await bench.edge())];
const pressedOn = (name: string): Stage => [
  'pressed',
  async (bench) => {
    const { hands, page } = bench;
    const at = await hands.spot(bench.part(name), { across: 0.2 });
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
  },
];
const lifted: Stage = [
  'lifted',
  async ({ hands, page }) => {
    await page.mouse.move(700, 420, { steps: 3 });
    await expect(hands.bubble).toBeVisible();
  },
];
const release = ({ page }: Bench) => page.mouse.up();
const panned = (button: 'middle' | 'right'): readonly Stage[] => [
  [
    'pressed',
    async (bench) => {
      const at = await bench.paper();
      await bench.page.mouse.move(at.x, at.y);
      await bench.page.mouse.down({ button });
    },
  ],
  ['moved', ({ page }) => page.mouse.move(800, 300, { steps: 3 })],
];

const GESTURES: readonly Gesture[] = [
  {
    name: 'a part out of the palette',
    stages: [
      [
        'pressed',
        async ({ hands, page }) => {
          const at = await hands.spot(hands.tile('GPU'));
          await page.mouse.move(at.x, at.y);
          await page.mouse.down();
        },
      ],
      moved,
      over('sw0', 'legal'),
      over('nvme0', 'refused'),
      atEdge,
    ],
    after: release,
  },
  {
    name: 'a card',
    stages: [
      pressedOn('nic0'),
      lifted,
      over('sw1', 'legal'),
      over('gpu1', 'refused'),
      overPaper,
      atEdge,
    ],
    after: release,
  },
  {
    name: 'a switch with what is below it',
    stages: [pressedOn('sw0'), lifted, over('sw1', 'legal'), over('gpu1', 'refused'), overPaper],
    after: release,
  },
  {
    name: 'several cards',
    before: async (bench) => {
      const { page } = bench;
      await bench.part('gpu0').click();
      await bench.part('nic0').click({ modifiers: ['Shift'] });
      await expect(page.getByRole('heading', { name: '2 parts selected' })).toBeVisible();
    },
    stages: [pressedOn('nic0'), lifted, over('sw1', 'legal'), over('gpu1', 'refused'), overPaper],
    after: release,
  },
  {
    name: 'a copy',
    before: ({ page }) => page.keyboard.down('Alt'),
    stages: [pressedOn('nic0'), lifted, over('sw1', 'legal'), over('gpu1', 'refused')],
    after: async ({ page }) => {
      await page.mouse.up();
      await page.keyboard.up('Alt');
    },
  },
  {
    name: 'a frame round parts',
    stages: [
      [
        'pressed',
        async (bench) => {
          const at = await bench.paper();
          await bench.page.mouse.move(at.x, at.y);
          await bench.page.mouse.down();
        },
      ],
      ['drawn', ({ page }) => page.mouse.move(900, 380, { steps: 3 })],
      ['at the edge', async (bench) => bench.hands.carryToSpot(await bench.edge())],
    ],
    after: release,
  },
  {
    name: 'the paper, by the middle button',
    stages: panned('middle'),
    after: ({ page }) => page.mouse.up({ button: 'middle' }),
  },
  {
    name: 'the paper, by the right button',
    stages: panned('right'),
    after: ({ page }) => page.mouse.up({ button: 'right' }),
  },
  {
    name: 'a card, by keys',
    before: (bench) => bench.part('nic0').click(),
    stages: [
      [
        'taken up',
        async ({ page, visitor }) => {
          await page.keyboard.press('m');
          await expect(visitor.sheet.cursor).toContainText('carrying');
        },
      ],
      [
        'aimed',
        async ({ page, visitor }) => {
          await page.keyboard.press('Tab');
          await expect(visitor.sheet.cursor).toContainText('drop nic0');
        },
      ],
      ['aimed elsewhere', ({ page }) => page.keyboard.press('ArrowRight')],
    ],
  },
  {
    name: 'a part out of the palette, by keys',
    stages: [
      [
        'taken up',
        async ({ hands, page, visitor }) => {
          await hands.tile('NIC').focus();
          await page.keyboard.press('Enter');
          await expect(visitor.sheet.surface).toBeFocused();
        },
      ],
      ['aimed', ({ page }) => page.keyboard.press('Tab')],
    ],
  },
  {
    name: 'a name',
    before: (bench) => bench.part('nic0').click(),
    stages: [
      [
        'asked for',
        async ({ page }) => {
          await page.keyboard.press('F2');
          await expect(page.getByRole('textbox', { name: 'Name of nic0' })).toBeFocused();
        },
      ],
      ['typed', ({ page }) => page.keyboard.type('uplink')],
    ],
  },
  {
    name: 'a note',
    before: (bench) => bench.part('nic0').click(),
    stages: [
      [
        'asked for',
        async ({ page }) => {
          await page.keyboard.press('n');
          await expect(page.getByRole('textbox', { name: 'Note on nic0' }).first()).toBeFocused();
        },
      ],
      ['typed', ({ page }) => page.keyboard.type('faulty?')],
    ],
  },
  {
    name: 'a menu',
    stages: [
      [
        'open',
        async (bench) => {
          const { hands } = bench;
          await hands.rightClick(bench.part('nic0'));
          await expect(hands.menu).toBeVisible();
        },
      ],
      ['walked through', ({ page }) => page.keyboard.press('ArrowDown')],
    ],
  },
  {
    name: 'a part to add',
    before: (bench) => bench.part('sw0').click(),
    stages: [
      [
        'asked for',
        async ({ page }) => {
          await page.keyboard.press('a');
          await expect(page.getByRole('combobox', { name: 'Add a part' })).toBeFocused();
        },
      ],
      ['typed', ({ page }) => page.keyboard.type('2 nvme')],
      ['another chosen', ({ page }) => page.keyboard.press('ArrowDown')],
    ],
  },
  {
    name: 'a command',
    stages: [
      [
        'asked for',
        async ({ page }) => {
          await page.keyboard.press('ControlOrMeta+K');
          await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
        },
      ],
      ['typed', ({ page }) => page.keyboard.type('remove')],
    ],
  },
];

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('Escape at every stage of every gesture leaves the machine as it was', async ({ page }) => {
  test.setTimeout(120_000);
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  const text = await bench.text();
  const undo = (await visitor.undo.getAttribute('aria-label')) ?? '';
  const camera = await hands.spot(bench.part('gpu0'));
  for (const { name, before, stages, after } of GESTURES) {
    for (let last = 0; last < stages.length; last++) {
      await test.step(`${name}: ${stages[last]?.[0]}`, async () => {
        await before?.(bench);
        for (const [, reach] of stages.slice(0, last + 1)) await reach(bench);
        await page.keyboard.press('Escape');
        await after?.(bench);
        await expect(hands.bubble).toHaveCount(0);
        await expect(hands.menu).toHaveCount(0);
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expect(visitor.undo).toHaveAttribute('aria-label', undo);
        await expect(visitor.redo).toBeDisabled();
        // Where the sheet lay, to the pixel: at rest it lies on whole ones.
        await expect
          .poll(async () => {
            const { x, y } = await hands.spot(bench.part('gpu0'));
            return Math.hypot(x - camera.x, y - camera.y);
          })
          .toBeLessThan(1);
      });
    }
  }
  expect(await bench.text()).toBe(text);
});

/** How much is painted along a part's lower edge to light it, from 0 to 255. */
async function litness(bench: Bench, name: string): Promise<number> {
  const box = await bench.part(name).boundingBox();
  if (!box) throw new Error(`${name} is not drawn.`);
  return bench.page.evaluate(({ x, y, width, height }) => {
    const marks = [...document.querySelectorAll<HTMLCanvasElement>('canvas')].flatMap((canvas) => {
      const at = canvas.getBoundingClientRect();
      if (at.width === 0) return [];
      const across = canvas.width / at.width;
      const strip = canvas
        .getContext('2d')
        ?.getImageData(
          Math.round((x - at.x + width * 0.6) * across),
          Math.round((y - at.y + height - 3) * across),
          Math.max(1, Math.round(width * 0.1 * across)),
          Math.round(6 * across),
        );
      return [...(strip?.data ?? [])].filter((_, index) => index % 4 === 3);
    });
    return Math.max(0, ...marks);
  }, box);
}

test('what is carried lights the places that take it, and others say why they do not', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { hands, visitor } = bench;
  await bench.open();
  await hands.take(hands.tile('GPU'));
  await hands.carryToSpot(await bench.paper());
  await expect.poll(() => litness(bench, 'sw1')).toBeGreaterThan(100);
  expect(await litness(bench, 'nvme0')).toBeLessThan(100);

  await hands.carryTo(bench.part('nvme0'));
  await expect(hands.refusal).toContainText(/nvme0 is no bridge: nothing can be below it\./);
  // Seen and said alike.
  await expect(visitor.status(/nvme0 is no bridge/)).toBeAttached();
  const hearing = new Hearing(page);
  await hearing.begin();
  await hands.carryTo(bench.part('sw0'), { across: 0.2 });
  await expect(hands.bubble).toContainText('Generic GPU below sw0');
  await expect(hands.bubble).toContainText(/Adds \d+ pairs/);
  await hearing.expectTold(/below sw0.*Adds \d+ pairs/i);

  // The wheel moves the paper below the hand; what it aims at is what lies there then.
  await page.mouse.wheel(300, 0);
  await expect(hands.bubble).not.toContainText('below sw0');
  await page.mouse.wheel(-300, 0);
  await expect(hands.bubble).toContainText('below sw0');

  // With Shift it goes on.
  await page.keyboard.down('Shift');
  await hands.letGo();
  await expect(bench.part('gpu2')).toBeVisible();
  await expect(hands.bubble).toBeVisible();
  await hands.carryTo(bench.part('sw1'), { across: 0.2 });
  await expect(hands.bubble).toHaveAttribute('data-look', 'legal');
  await page.keyboard.up('Shift');
  await page.mouse.down();
  await hands.letGo();
  await expect(bench.part('gpu3')).toBeVisible();
  await expect(hands.bubble).toHaveCount(0);
  await visitor.undo.click();
  await expect(bench.part('gpu3')).toHaveCount(0);
  await visitor.undo.click();
  await expect(bench.part('gpu2')).toHaveCount(0);
  await expect(visitor.undo).toHaveAccessibleName(/open/);
});

test('a refused drop changes nothing and says why; copies, several and nudges are one step each', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { hands, visitor } = bench;
  await bench.open();
  const undo = (await visitor.undo.getAttribute('aria-label')) ?? '';
  await hands.take(bench.part('nic0'), { across: 0.2 });
  await hands.carryTo(bench.part('gpu1'));
  await expect(hands.refusal).toContainText('gpu1 is no bridge');
  await hands.letGo();
  await expect(hands.bubble).toHaveCount(0);
  await expect(visitor.undo).toHaveAttribute('aria-label', undo);

  // A copy, by Alt.
  await page.keyboard.down('Alt');
  await hands.take(bench.part('nic0'), { across: 0.2 });
  await hands.carryTo(bench.part('sw1'), { across: 0.2 });
  await expect(hands.bubble).toContainText('a copy of nic0');
  await expect(hands.bubble).toHaveAttribute('data-look', 'legal');
  await hands.letGo();
  await page.keyboard.up('Alt');
  await expect(bench.part('nic1')).toBeVisible();
  await expect(bench.part('nic0')).toBeVisible();
  await visitor.undo.click();
  await expect(bench.part('nic1')).toHaveCount(0);

  // Several.
  await bench.part('gpu0').click();
  await bench.part('nic0').click({ modifiers: ['Shift'] });
  await hands.take(bench.part('nic0'), { across: 0.2 });
  await hands.carryTo(bench.part('sw1'), { across: 0.2 });
  await expect(hands.bubble).toContainText('2 devices below sw1');
  await hands.letGo();
  await expect(bench.withPorts('sw0', 0)).toBeAttached();
  await visitor.undo.click();
  await expect(bench.withPorts('sw0', 2)).toBeAttached();

  // Onto paper: the drawing only.
  await page.keyboard.press('Escape');
  const from = await hands.spot(bench.part('nvme0'));
  await hands.takeAt(from);
  await hands.carryToSpot({ x: from.x + 30, y: from.y + 64 });
  await expect(hands.bubble).toContainText('moves on the drawing only');
  await hands.letGo();
  await expect.poll(async () => (await hands.spot(bench.part('nvme0'))).y).not.toBe(from.y);
  await visitor.undo.click();
  await expect.poll(async () => (await hands.spot(bench.part('nvme0'))).y).toBe(from.y);
  await expect(visitor.undo).toHaveAttribute('aria-label', undo);
});

test('held at the edge, the sheet moves on below what is carried, and back on Escape', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { hands } = bench;
  await bench.open();
  const before = await hands.spot(bench.part('gpu0'));
  for (const source of [bench.part('nic0'), hands.tile('GPU')]) {
    await hands.take(source, { across: 0.2 });
    await hands.carryToSpot(await bench.paper());
    await hands.carryToSpot(await bench.edge());
    await expect
      .poll(async () => ((await bench.part('gpu0').boundingBox())?.x ?? -9999) < before.x - 80)
      .toBe(true);
    await page.keyboard.press('Escape');
    await hands.letGo();
    expect(await hands.spot(bench.part('gpu0'))).toEqual(before);
  }
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true });

  test('a long press lifts or asks for the menu; a second finger moves the paper', async ({
    context,
    page,
  }) => {
    const bench = new Bench(page);
    const { hands, visitor } = bench;
    await bench.open();
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Spot[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const nic = await hands.spot(bench.part('nic0'));

    // Pressed long and let go: the menu.
    await touch('touchStart', nic);
    await page.waitForTimeout(650); // as long as a person presses
    await touch('touchEnd');
    await expect(hands.menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(hands.menu).toHaveCount(0);

    // Pressed long and moved: in the hand, and dropped where it is let go.
    const to = await hands.spot(bench.part('sw1'), { across: 0.2 });
    await touch('touchStart', nic);
    await page.waitForTimeout(650);
    await touch('touchMove', { x: nic.x + 14, y: nic.y - 4 });
    await touch('touchMove', { x: (nic.x + to.x) / 2, y: (nic.y + to.y) / 2 });
    await touch('touchMove', to);
    await expect(hands.bubble).toContainText('nic0 below sw1');
    await touch('touchEnd');
    await expect(bench.withPorts('sw1', 3)).toBeAttached();
    await visitor.undo.click();
    await expect(bench.withPorts('sw1', 2)).toBeAttached();

    // Moved at once: the paper goes along; with two fingers, too.
    const gpu = await hands.spot(bench.part('gpu0'));
    await touch('touchStart', nic);
    await touch('touchMove', { x: nic.x + 10, y: nic.y });
    await touch('touchMove', { x: nic.x + 40, y: nic.y });
    await touch('touchEnd');
    const shifted = await hands.spot(bench.part('gpu0'));
    expect(Math.round(shifted.x - gpu.x)).toBe(40);
    const two = (x: number): [Spot, Spot] => [
      { x: nic.x + x - 40, y: nic.y },
      { x: nic.x + x + 40, y: nic.y },
    ];
    await touch('touchStart', ...two(0));
    await touch('touchMove', ...two(-20));
    await touch('touchMove', ...two(-40));
    await touch('touchEnd');
    expect(Math.round((await hands.spot(bench.part('gpu0'))).x - gpu.x)).toBe(0);
    await expect(visitor.undo).toHaveAccessibleName(/open/);
  });
});

test('a pen drags as a mouse does', async ({ context, page }) => {
  const bench = new Bench(page);
  const { hands } = bench;
  await bench.open();
  const session = await context.newCDPSession(page);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Spot) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    });
  const from = await hands.spot(bench.part('nic0'), { across: 0.2 });
  const to = await hands.spot(bench.part('sw1'), { across: 0.2 });
  await pen('mousePressed', from);
  await pen('mouseMoved', { x: from.x + 12, y: from.y - 4 });
  await pen('mouseMoved', to);
  await expect(hands.bubble).toContainText('nic0 below sw1');
  await pen('mouseReleased', to);
  await expect(bench.withPorts('sw1', 3)).toBeAttached();
});
