import { expect, test } from 'vitest';
import type { Brush } from '../overview/overview.ts';
import { INKS, type Inks, type Palette } from '../overview/palette.ts';
import type { PacketSprites } from './PacketSprites.ts';
import type { PacketLook } from './packetLook.ts';
import { paintPacket } from './paintPacket.ts';
import { type PacketBrush, paintPackets } from './paintPackets.ts';

const inks = Object.fromEntries(INKS.map((ink) => [ink, ink])) as unknown as Inks;
const palette: Palette = {
  strong: inks,
  weak: inks,
  verdicts: { BUS_ADDR: 'bus', THRU_HOST_BRIDGE: 'thru', NOT_SUPPORTED: 'never', unknown: 'open' },
  fonts: { words: 'words', figures: 'figures' },
};

/** Fills and strokes in order, each with its colour, and how many shapes were begun. */
function painted(look: PacketLook) {
  const strokes: string[] = [];
  let shapes = 0;
  const brush = {
    fillStyle: '',
    strokeStyle: '',
    beginPath: () => undefined,
    moveTo: () => {
      shapes += 1;
    },
    lineTo: () => undefined,
    fill: () => strokes.push(`fill ${brush.fillStyle}`),
    stroke: () => strokes.push(`stroke ${brush.strokeStyle}`),
  };
  paintPacket(brush as unknown as Brush, look, false, palette);
  return { strokes, shapes };
}

const look = (change: Partial<PacketLook>): PacketLook => ({
  form: 'write',
  tone: 'BUS_ADDR',
  sign: 'none',
  ...change,
});

test('a write is filled, what asks and what answers is hollow', () => {
  expect(painted(look({})).strokes).toEqual(['stroke paper', 'fill bus', 'stroke bus']);
  expect(painted(look({ form: 'read' })).strokes).toContain('fill field');
  expect(painted(look({ form: 'completion' })).strokes).toContain('fill field');
});

test('what climbs and what is refused has a sign besides its colour', () => {
  const climbing = painted(look({ sign: 'climbs', tone: 'THRU_HOST_BRIDGE' }));
  expect(climbing.strokes).toEqual([
    'stroke paper',
    'fill thru',
    'stroke thru',
    'stroke paper',
    'stroke ink',
  ]);
  expect(painted(look({ sign: 'crossed', tone: 'NOT_SUPPORTED' })).shapes).toBe(3);
});

test('any number is placed, each on whole pixels, heading along its way', () => {
  const placed: string[] = [];
  const brush = {
    drawImage: (image: string, ...rect: readonly number[]) => placed.push(`${image} ${rect}`),
  } as unknown as PacketBrush;
  const sprites = {
    palette,
    ratio: 2,
    of: ({ form }: PacketLook, upright: boolean) => ({
      image: `${form}${upright ? ' upright' : ''}`,
      width: 30,
      height: 30,
    }),
  } as unknown as PacketSprites;
  const packets = [
    { ...look({}), x: 20.3, y: 40, angle: Math.PI },
    { ...look({ form: 'read' }), x: 15, y: 15.1, angle: -Math.PI / 2 },
  ];
  paintPackets(brush, packets, sprites);
  expect(placed).toEqual(['write 5.5,25,30,30', 'read upright 0,0,30,30']);
});
