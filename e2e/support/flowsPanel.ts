// Flows: the list at the left of the panel, what they get at its right, and drawing them on the sheet.

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { Hands } from './hands.ts';
import { Visitor } from './visitor.ts';

/** Four GPUs below each of two switches, all Gen5 x16; no IOMMU, and its firmware redirects nothing. */
export const EIGHT_GPUS = `machine "eight GPUs"
cpu AuthenticAMD:0x19
kernel 6.12
iommu none

host h0 1022:14a4
  rp0: port gen5 x16
    sw0: switch gen5 x16
      gpu0: gpu gen5 x16
      gpu1: gpu gen5 x16
      gpu2: gpu gen5 x16
      gpu3: gpu gen5 x16
  rp1: port gen5 x16
    sw1: switch gen5 x16
      gpu4: gpu gen5 x16
      gpu5: gpu gen5 x16
      gpu6: gpu gen5 x16
      gpu7: gpu gen5 x16
`;

/** Below one switch three GPUs and a card, all Gen5 x16. */
export const ONE_SWITCH = `machine "four below a switch"
kernel 6.12 "iommu=pt"
iommu none
acs as-is

host h0 8086:09a2
  rp0: port gen5 x16
    sw0: switch gen5 x16
      gpu0: gpu gen5 x16
      gpu1: gpu gen5 x16
      gpu2: gpu gen5 x16
      nic0: nic gen5 x16
`;

/** Between the panels that machine has room at a size at which parts are there one by one. */
export const WIDE = { width: 2100, height: 1080 };

/** One from below its own switch, two from below the other one, into one GPU. */
export const THREE_INTO_ONE = `flow local: gpu1 -> gpu0 write
flow far0: gpu4 -> gpu0 write
flow far1: gpu5 -> gpu0 write
`;

export const SIDES = ['Flow', 'Links', 'Size sweep', 'Roofline', 'What if', 'Compare'] as const;
type Side = (typeof SIDES)[number];

interface Saved {
  readonly name: string;
  readonly text: string;
}

export class FlowsPanel {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly hands: Hands;
  readonly pane: Locator;
  readonly list: Locator;
  readonly result: Locator;
  /** The side that is in sight. */
  readonly side: Locator;
  readonly drawing: Locator;
  readonly legend: Locator;

  constructor(page: Page) {
    this.page = page;
    this.visitor = new Visitor(page);
    this.hands = new Hands(page);
    this.pane = page.getByRole('region', { name: 'Flows', exact: true });
    this.list = page.getByRole('tree', { name: 'Flows and groups' });
    this.result = page.getByRole('region', { name: 'What the flows get' });
    this.side = this.result.getByRole('tabpanel');
    this.drawing = page.getByRole('region', { name: 'Drawing' });
    this.legend = page.getByRole('region', { name: 'What links carry' });
  }

  get surface(): Locator {
    return this.visitor.sheet.surface;
  }
  get rows(): Locator {
    return this.list.getByRole('treeitem');
  }
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }
  part(name: string): Locator {
    return this.surface
      .locator('rect[role="option"]')
      .and(this.page.getByRole('option', { name: called(name) }));
  }

  /** A machine on the sheet, brought by the clipboard. */
  async openMachine(sketch = EIGHT_GPUS): Promise<void> {
    await this.visitor.open();
    await this.bring(sketch);
  }
  /** The same, and the panel with what its flows get. */
  async open(flows = THREE_INTO_ONE, machine = EIGHT_GPUS): Promise<void> {
    await this.openMachine(machine + flows);
    await this.page.keyboard.press('8');
    await expect(this.pane).toBeVisible();
    if (flows !== '') await this.settled();
  }
  async bring(sketch: string): Promise<void> {
    await this.surface.focus();
    await this.visitor.pasteWithKeys(sketch);
    await expect(this.visitor.name).toHaveValue(/"(.*)"/.exec(sketch)?.[1] ?? '');
    // Names of devices come with the verdicts, and the drawing may make room for them.
    await expect(this.page.locator('[data-stale]')).toHaveCount(0);
  }

  /** All figures are of what is there now. */
  async settled(): Promise<void> {
    await expect(this.rows.first()).toContainText(/\d .B\/s|Refused/);
    await expect(this.list).not.toHaveAttribute('data-stale');
    await expect(this.result.locator('[data-stale]')).toHaveCount(0);
  }
  /** What rows say that flows get, in their order. */
  async expectRates(...rates: readonly string[]): Promise<void> {
    await expect(this.rows).toHaveCount(rates.length);
    for (const [at, rate] of rates.entries()) await this.expectRate(this.rows.nth(at), rate);
  }
  async expectRate(row: Locator, rate: string): Promise<void> {
    await expect(row.getByText(rate, { exact: true })).toBeVisible();
  }

  /** Brings a side into sight with a click. */
  async look(side: Side): Promise<Locator> {
    await this.result.getByRole('tab', { name: side, exact: true }).click();
    return this.seen(side);
  }
  /** The side once it is there and of now. */
  async seen(side: Side): Promise<Locator> {
    const panel = this.result.getByRole('tabpanel', { name: side, exact: true });
    await expect(panel).toBeVisible();
    await expect(panel.getByText('Loading…')).toHaveCount(0);
    await this.settled();
    return panel;
  }
  control(name: string): Locator {
    return this.side.getByRole('slider', { name, exact: true });
  }
  /** Takes a slider's knob and carries it to another stop; the button stays down. */
  async slide(slider: Locator, to: number): Promise<void> {
    const { at, max } = await slider.evaluate((input) => {
      const { valueAsNumber, max } = input as HTMLInputElement;
      return { at: valueAsNumber, max: Number(max) };
    });
    await slider.scrollIntoViewIfNeeded();
    const width = (await slider.boundingBox())?.width ?? 0;
    // The knob does not stick out at either end.
    const knob = 16;
    const across = (stop: number) => (knob / 2 + (stop / max) * (width - knob)) / width;
    await this.hands.take(slider, { across: across(at) });
    await this.hands.carryTo(slider, { across: across(to) });
  }
  acsRedirect(): Locator {
    return this.side.getByRole('combobox', { name: 'ACS redirect' });
  }

  /** Presses the handle of a device and carries it to another part; the button stays down. */
  async takeFlow(from: string, to: string): Promise<void> {
    const { mouse } = this.page;
    const device = this.part(from);
    const inside = await this.hands.spot(device);
    // The handle comes with the pointer.
    await expect(async () => {
      await mouse.move(inside.x, inside.y);
      const edge = await this.hands.spot(device, { across: 1 });
      await mouse.move(edge.x, edge.y);
      await expect(this.surface).toHaveAttribute('data-over', 'flow', { timeout: 500 });
    }).toPass();
    await mouse.down();
    const at = await this.hands.spot(this.part(to), { across: 0.3, down: 0.4 });
    await mouse.move(at.x, at.y, { steps: 5 });
  }
  async drawFlow(from: string, to: string): Promise<void> {
    await this.takeFlow(from, to);
    await expect(this.hands.bubble).toContainText(`${from} writes to ${to}`);
    await this.page.mouse.up();
    await expect(this.hands.bubble).toHaveCount(0);
    await expect(this.row(`${from} → ${to}`)).toBeVisible();
  }

  /** Walks on the sheet with one key until the part is the one that keys act on. */
  async walkTo(key: string, part: string): Promise<void> {
    const cursor = this.visitor.sheet.cursor;
    for (let steps = 0; steps < 20; steps++) {
      const name = (await cursor.textContent()) ?? '';
      if (called(part).test(name)) return;
      await this.page.keyboard.press(key);
      await expect(cursor).not.toHaveText(name);
    }
    throw new Error(`${key} does not lead to ${part}.`);
  }

  /** What is saved when that button is pressed. */
  saved(button: Locator): Promise<Saved> {
    return this.savedBy(() => button.click());
  }
  async savedBy(act: () => Promise<void>): Promise<Saved> {
    await this.settled();
    const saving = this.page.waitForEvent('download');
    await act();
    const download = await saving;
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  }

  /** Whether any flow's line on the sheet touches the part. */
  async wayReaches(part: string): Promise<boolean> {
    const box = await this.part(part).boundingBox();
    if (!box) throw new Error(`${part} is not drawn.`);
    const ways = await this.drawing
      .locator('g[data-flow] path')
      .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().toJSON()));
    return ways.some(
      ({ left, right, top, bottom }) =>
        left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y,
    );
  }
}

/** A part by its name, whether or not it has an address before it. */
function called(name: string): RegExp {
  return new RegExp(`^(?:\\S+ )?${name}(?![\\w./])`);
}
