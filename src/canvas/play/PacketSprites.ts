import type { Size } from '../camera/camera.ts';
import type { Palette } from '../overview/palette.ts';
import type { PacketLook } from './packetLook.ts';
import { paintPacket, spriteSize } from './paintPacket.ts';

/** A picture of a packet, which is in its middle; sizes are CSS pixels. */
export interface PacketSprite extends Size {
  readonly image: CanvasImageSource;
}

/** Pictures of packets, one for each look, in the colours of a theme; each made when first asked for. */
export class PacketSprites {
  readonly palette: Palette;
  /** Device pixels for one CSS pixel. */
  readonly ratio: number;
  readonly #made = new Map<string, PacketSprite>();

  constructor(palette: Palette, ratio: number) {
    this.palette = palette;
    this.ratio = ratio;
  }

  of(look: PacketLook, upright: boolean): PacketSprite {
    const key = `${look.form} ${look.tone} ${look.sign} ${upright}`;
    let sprite = this.#made.get(key);
    if (!sprite) {
      sprite = { image: this.#draw(look, upright), ...spriteSize(look) };
      this.#made.set(key, sprite);
    }
    return sprite;
  }

  #draw(look: PacketLook, upright: boolean): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const { width, height } = spriteSize(look);
    canvas.width = Math.ceil(width * this.ratio);
    canvas.height = Math.ceil(height * this.ratio);
    const brush = canvas.getContext('2d');
    if (brush) {
      brush.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      paintPacket(brush, look, upright, this.palette);
    }
    return canvas;
  }
}
