// A small machine of two switches on the sheet, the palette beside it, and hands to work on both.

import { expect, type Locator, type Page } from '@playwright/test';
import { Hands, type Spot } from './hands.ts';
import { TextPanel } from './textPanel.ts';
import { Visitor } from './visitor.ts';

export const SKETCH = `machine "two switches"
cpu AuthenticAMD:0x19
kernel 6.12
iommu none

socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        nic0: nic gen5 x16
    rp1: port gen5 x16
      sw1: switch gen5 x16
        gpu1: gpu gen5 x16
        nvme0: nvme gen4 x4
    rp2: port gen5 x16
`;

export class Bench {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly hands: Hands;

  constructor(page: Page) {
    this.page = page;
    this.visitor = new Visitor(page);
    this.hands = new Hands(page);
  }

  /** What is drawn of a part, by what it is called. */
  part(name: string): Locator {
    return this.visitor.sheet.surface
      .locator('rect[role="option"]')
      .and(this.page.getByRole('option', { name: new RegExp(`^(?:\\S+ )?${name}, `) }));
  }
  /** A switch that has so many ports below it. */
  withPorts(name: string, ports: number): Locator {
    return this.visitor.sheet.surface.locator('rect[role="option"]').and(
      this.page.getByRole('option', {
        name: new RegExp(`^(?:\\S+ )?${name}, switch with ${ports} `),
      }),
    );
  }

  /** The machine of the sketch on the sheet, the palette beside it. */
  async open(): Promise<void> {
    await this.visitor.open();
    await this.visitor.sheet.surface.focus();
    await this.visitor.pasteWithKeys(SKETCH);
    await expect(this.visitor.name).toHaveValue('two switches');
    await this.page.getByRole('tab', { name: 'Parts' }).click();
    await expect(this.part('nvme0')).toBeVisible();
    await expect(this.hands.tile('GPU')).toBeVisible();
  }

  /** Of the sheet, where nothing is drawn. */
  async paper(): Promise<Spot> {
    const box = await this.visitor.sheet.surface.boundingBox();
    if (!box) throw new Error('There is no sheet.');
    return { x: box.x + 60, y: box.y + 40 };
  }
  /** Right at the edge of the sheet, on its right. */
  async edge(): Promise<Spot> {
    const box = await this.visitor.sheet.surface.boundingBox();
    if (!box) throw new Error('There is no sheet.');
    return { x: box.x + box.width - 4, y: box.y + box.height / 2 };
  }
  async text(): Promise<string> {
    await this.page.getByRole('tab', { name: 'Text' }).click();
    const text = await new TextPanel(this.visitor).copy();
    await this.page.getByRole('tab', { name: 'Parts' }).click();
    return text;
  }
}
