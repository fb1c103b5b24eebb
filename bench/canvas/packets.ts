import type { Palette } from '../../src/canvas/overview/palette.ts';
import { INKS, type Inks } from '../../src/canvas/overview/palette.ts';
import { PacketSprites } from '../../src/canvas/play/PacketSprites.ts';
import type { PacketSign } from '../../src/canvas/play/packetLook.ts';
import { type PaintedPacket, paintPackets } from '../../src/canvas/play/paintPackets.ts';
import { VERDICT_KINDS } from '../../src/parts/verdictWords.ts';

const SIZE = { width: 1600, height: 900 };
const FORMS = ['write', 'read', 'completion'] as const;
const SIGNS: readonly PacketSign[] = ['none', 'none', 'none', 'climbs', 'crossed', 'open'];

const inks = Object.fromEntries(INKS.map((ink) => [ink, '#24282c'])) as unknown as Inks;
const palette: Palette = {
  strong: { ...inks, paper: '#faf8f3', field: '#fffefb' },
  weak: inks,
  verdicts: {
    BUS_ADDR: '#008a66',
    THRU_HOST_BRIDGE: '#b07800',
    NOT_SUPPORTED: '#cf4a12',
    unknown: '#808386',
  },
  fonts: { words: 'sans-serif', figures: 'monospace' },
};

/** So many packets of all looks, spread over the sheet, at a moment. */
function packetsAt(count: number, time: number): readonly PaintedPacket[] {
  return Array.from({ length: count }, (_, index): PaintedPacket => {
    const x = (index * 97 + time * 3) % SIZE.width;
    const y = (index * 61) % SIZE.height;
    return {
      form: FORMS[index % FORMS.length] ?? 'write',
      tone: VERDICT_KINDS[index % VERDICT_KINDS.length] ?? 'unknown',
      sign: SIGNS[index % SIGNS.length] ?? 'none',
      x,
      y,
      angle: index % 2 === 0 ? 0 : Math.PI / 2,
    };
  });
}

/** Times to clear a sheet and paint so many packets on it, until the pixels are there, in ms. */
export function paintTimes(count: number, frames: number): readonly number[] {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('no canvas');
  const sprites = new PacketSprites(palette, 1);
  return Array.from({ length: frames }, (_, frame) => {
    const start = performance.now();
    brush.clearRect(0, 0, SIZE.width, SIZE.height);
    paintPackets(brush, packetsAt(count, frame), sprites);
    brush.getImageData(0, 0, 1, 1);
    return performance.now() - start;
  });
}
