import { describe, expect, test } from 'vitest';
import type { WalkRoute } from '../../layout/walkRoute.ts';
import { INKS, type Inks } from '../overview/palette.ts';
import type { PacketSprites } from './PacketSprites.ts';
import type { PacketLook } from './packetLook.ts';
import { type PlayBrush, type PlayScene, packetPoint, paintPlay } from './paintPlay.ts';

const at = (x: number, y: number) => ({ x, y });
const route: WalkRoute = {
  stations: [at(0, 100), at(0, 0), at(100, 0), at(0, 0)],
  places: [{ x: -10, y: 90, width: 20, height: 20 }, null, null, null],
  legs: [
    [at(0, 100), at(0, 0)],
    [at(0, 0), at(100, 0)],
    [at(100, 0), at(0, 0)],
  ],
  outward: 'up',
};

describe('where a packet is', () => {
  test('at a station, and heading where it came from or will go', () => {
    expect(packetPoint(route, 0)).toEqual({ ...at(0, 100), angle: -Math.PI / 2 });
    expect(packetPoint(route, 2)).toEqual({ ...at(100, 0), angle: 0 });
    expect(packetPoint(route, 9)).toMatchObject(at(0, 0));
  });

  test('between two, along the line', () => {
    expect(packetPoint(route, 1.25)).toEqual({ ...at(25, 0), angle: 0 });
  });

  test('with no way at all, somewhere', () => {
    const none = { ...route, stations: [], legs: [] };
    expect(packetPoint(none, 0)).toEqual({ ...at(0, 0), angle: 0 });
  });
});

/** What is stroked and written, in order: colours, and the texts. */
function painted(change: Partial<PlayScene>): readonly string[] {
  const done: string[] = [];
  const ignore = () => undefined;
  const brush = {
    strokeStyle: '',
    clearRect: () => done.push('clear'),
    stroke: () => done.push(`stroke ${brush.strokeStyle}`),
    fillText: (text: string) => done.push(text),
    drawImage: (image: string, x: number, y: number) => done.push(`${image} ${x} ${y}`),
    setTransform: ignore,
    beginPath: ignore,
    fill: ignore,
    lineTo: ignore,
    moveTo: ignore,
    roundRect: ignore,
    setLineDash: ignore,
  };
  const look = (form: PacketLook['form']): PacketLook => ({
    form,
    tone: 'BUS_ADDR',
    sign: 'none',
  });
  const inks = Object.fromEntries(INKS.map((ink) => [ink, ink])) as unknown as Inks;
  const sprites = {
    ratio: 1,
    palette: { strong: inks, fonts: { words: 'words' } },
    of: ({ form }: PacketLook) => ({ image: form, width: 20, height: 20 }),
  } as unknown as PacketSprites;
  paintPlay(brush as unknown as PlayBrush, {
    route,
    looks: [look('read'), look('read'), look('completion'), look('completion')],
    signs: [],
    at: 0,
    hop: 0,
    camera: { x: 5, y: 0, k: 2 },
    size: { width: 300, height: 300 },
    sprites,
    ...change,
  });
  return done;
}

describe('what is painted', () => {
  test('at the beginning the place and the packet, where the camera has them', () => {
    expect(painted({})).toEqual(['clear', 'stroke paper', 'stroke ink', 'read -5 190']);
  });

  test('the way so far, once it is on its way', () => {
    const strokes = painted({ at: 1.5, hop: 1 }).filter((each) => each.startsWith('stroke'));
    expect(strokes).toEqual(['stroke paper', 'stroke ink']);
  });

  test('the way of the request steps back when the completion comes', () => {
    const back = painted({ at: 2.5, hop: 2 });
    expect(back).toContain('stroke quiet');
    expect(back.at(-1)).toMatch(/^completion /);
  });

  test('an IOMMU is a place with a name', () => {
    expect(painted({ signs: [{ hop: 1, word: 'IOMMU' }] })).toContain('IOMMU');
    expect(painted({})).not.toContain('IOMMU');
  });
});
