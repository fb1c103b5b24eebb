import type { Point } from '../../layout/scene.ts';
import type { Size } from '../camera/camera.ts';
import type { Brush } from '../overview/overview.ts';
import type { Palette } from '../overview/palette.ts';
import type { PacketLook, PacketSign } from './packetLook.ts';

/** Half the length and half the height of a bar, and half the width of a diamond. */
const BAR = { length: 10, height: 6 };
const DIAMOND = 9;
/** Round a bar. */
const RING = 14;
/** Between a packet and whatever it lies upon. */
const HALO = 5;
const OUTLINE = 2;

/**
 * A packet in the middle of its sprite's rectangle: stroking thousands of outlines anew in every
 * frame costs hundreds of milliseconds, placing their pictures a few.
 */
export function paintPacket(
  brush: Brush,
  look: PacketLook,
  upright: boolean,
  palette: Palette,
): void {
  const { width, height } = spriteSize(look);
  const middle = { x: width / 2, y: height / 2 };
  const colour = palette.verdicts[look.tone];
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  trace(brush, [outlineOf(look, upright)], middle);
  brush.strokeStyle = palette.strong.paper;
  brush.lineWidth = OUTLINE + HALO;
  brush.stroke();
  brush.fillStyle = look.form === 'write' ? colour : palette.strong.field;
  brush.fill();
  brush.strokeStyle = colour;
  brush.lineWidth = OUTLINE;
  brush.stroke();
  if (look.sign === 'none') return;
  trace(brush, SIGNS[look.sign], middle);
  brush.strokeStyle = palette.strong.paper;
  brush.lineWidth = OUTLINE + HALO - 1;
  brush.stroke();
  brush.strokeStyle = look.sign === 'climbs' ? palette.strong.ink : colour;
  brush.lineWidth = OUTLINE;
  brush.stroke();
}

/** In CSS pixels. Signs stand to the right; the packet stays in the middle. */
export function spriteSize({ sign }: PacketLook): Size {
  const isBeside = sign === 'climbs' || sign === 'open';
  return { width: isBeside ? 56 : 36, height: 36 };
}

type Line = readonly (readonly [x: number, y: number])[];

/** Around the middle; upright, where the way is vertical. */
function outlineOf({ form }: PacketLook, upright: boolean): Line {
  if (form === 'completion') {
    return closed([
      [0, -DIAMOND],
      [DIAMOND, 0],
      [0, DIAMOND],
      [-DIAMOND, 0],
    ]);
  }
  const [x, y] = upright ? [BAR.height, BAR.length] : [BAR.length, BAR.height];
  return closed([
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ]);
}

function closed(corners: Line): Line {
  return [...corners, ...corners.slice(0, 1)];
}

/** As so many straight pieces as make it round. */
function circle(radius: number): Line {
  const angles = Array.from({ length: 33 }, (_, step) => (step / 16) * Math.PI);
  return angles.map((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)]);
}

/** Beside or round a packet, from its middle. */
const SIGNS: Readonly<Record<PacketSign, readonly Line[]>> = {
  none: [],
  /** An arrow that points to the root. */
  climbs: [
    [
      [18, 8],
      [18, -8],
    ],
    [
      [13, -3],
      [18, -8],
      [23, -3],
    ],
  ],
  /** The barred circle of what is refused, round it. */
  crossed: [
    circle(RING),
    [
      [-RING * Math.SQRT1_2, -RING * Math.SQRT1_2],
      [RING * Math.SQRT1_2, RING * Math.SQRT1_2],
    ],
  ],
  open: [
    [
      [14, -4],
      [16, -8],
      [20, -8],
      [22, -4],
      [18, 0],
      [18, 3],
    ],
    [
      [18, 8],
      [18, 8.1],
    ],
  ],
};

function trace(brush: Brush, lines: readonly Line[], middle: Point): void {
  brush.beginPath();
  for (const line of lines) {
    for (const [index, [x, y]] of line.entries()) {
      if (index === 0) brush.moveTo(middle.x + x, middle.y + y);
      else brush.lineTo(middle.x + x, middle.y + y);
    }
  }
}
