import type { PacketSprites } from './PacketSprites.ts';
import type { PacketLook } from './packetLook.ts';

/** A packet in its place on the screen. */
export interface PaintedPacket extends PacketLook {
  /** CSS pixels from the sheet's corner. */
  readonly x: number;
  readonly y: number;
  /** Where it is heading, in radians; 0 is to the right. */
  readonly angle: number;
}

/** What it takes to paint packets; a test can stand in for it. */
export type PacketBrush = Pick<CanvasRenderingContext2D, 'drawImage'>;

/** Paints any number of packets, each as a picture made before; later ones lie over earlier ones. */
export function paintPackets(
  brush: PacketBrush,
  packets: readonly PaintedPacket[],
  sprites: PacketSprites,
): void {
  const { ratio } = sprites;
  const crisp = (value: number) => Math.round(value * ratio) / ratio;
  for (const packet of packets) {
    const { image, width, height } = sprites.of(packet, isUpright(packet.angle));
    const left = crisp(packet.x - width / 2);
    brush.drawImage(image, left, crisp(packet.y - height / 2), width, height);
  }
}

/** Ways are horizontal and vertical; between the two, whatever is nearer. */
function isUpright(angle: number): boolean {
  return Math.abs(Math.sin(angle)) > Math.abs(Math.cos(angle));
}
