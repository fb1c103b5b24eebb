import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { middleOf } from '../rects.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { boxesIn, pick, pickLink } from './pick.ts';

const { scene, index } = drawnOf(twoHosts());
const reach = { slop: 4, ports: true };
const placeOf = (address: string) => {
  const place = scene.placeOf.get(id(address));
  if (!place) throw new Error(`${address} is not drawn`);
  return place.rect;
};
const boxKey = (found: ReturnType<typeof pick>) => (found?.kind === 'box' ? found.box.key : null);

describe('pointing', () => {
  test('at a card', () => {
    expect(boxKey(pick(index, middleOf(placeOf('03:00.0')), reach))).toBe('0000:03:00.0');
  });

  test('beside a card, as far as the slop goes', () => {
    const { x, y, width, height } = placeOf('04:00.0');
    const beside = { x: x + width + 6, y: y + height - 4 };
    expect(boxKey(pick(index, beside, { slop: 4, ports: true }))).toBeNull();
    expect(boxKey(pick(index, beside, { slop: 22, ports: true }))).toBe('0000:04:00.0');
  });

  test('at a port on a switch: the port; from afar, where none can be meant, the switch', () => {
    const at = middleOf(placeOf('02:01.0'));
    const found = pick(index, at, reach);
    expect(found?.kind === 'port' && found.port.function).toBe('0000:02:01.0');
    expect(boxKey(pick(index, at, { slop: 4, ports: false }))).toBe('0000:01:00.0');
  });

  test('at a link', () => {
    const link = scene.links.find(({ key }) => key === id('03:00.0'));
    const [start, end] = link?.points ?? [];
    if (!start || !end) throw new Error('no link');
    const found = pick(index, { x: start.x + 2, y: (start.y + end.y) / 2 }, reach);
    expect(found?.kind === 'link' && found.link.key).toBe('0000:03:00.0');
  });

  test('at a link with a finger: further away, and beside a box that is as near', () => {
    const { x, y, width } = placeOf('03:00.0');
    const [start] = scene.links.find(({ key }) => key === id('03:00.0'))?.points ?? [];
    if (!start) throw new Error('no link');
    expect(start.x).toBeGreaterThan(x);
    expect(start.x).toBeLessThan(x + width);
    const beside = { x: start.x + 8, y: y - 8 };
    expect(pick(index, beside, reach)?.kind).not.toBe('link');
    const found = pickLink(index, beside, 11);
    expect(found?.kind === 'link' && found.link.key).toBe('0000:03:00.0');
    expect(pickLink(index, { x: start.x + 12, y: y - 8 }, 11)).toBeNull();
  });

  test('at the ground of a host bridge', () => {
    const frame = scene.frames.find(({ kind }) => kind === 'host-bridge');
    if (!frame) throw new Error('no frame');
    const found = pick(index, { x: frame.rect.x + 3, y: frame.rect.y + 3 }, reach);
    expect(found?.kind === 'frame' && found.frame.id).toBe(frame.id);
  });

  test('at nothing', () => {
    expect(pick(index, { x: -500, y: -500 }, reach)).toBeNull();
  });
});

describe('a marquee', () => {
  const card = placeOf('03:00.0');
  const half = { ...card, width: card.width / 2, height: card.height + 4 };

  test('takes what it touches', () => {
    expect(boxesIn(index, half, false).map(({ key }) => key)).toEqual(['0000:03:00.0']);
  });

  test('or only what it holds whole', () => {
    expect(boxesIn(index, half, true)).toEqual([]);
    expect(boxesIn(index, card, true).map(({ key }) => key)).toEqual(['0000:03:00.0']);
  });
});
