import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../catalogue/catalogue.ts';
import { PART_TILES, tileName } from './partTiles.ts';
import { lanesOf, tileShape } from './tileShape.ts';

const part = (id: string) => {
  const found = CATALOGUE.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
/** How wide the first filled bar is. */
const firstWidth = (id: string) => Number(/h(-?[\d.]+)/.exec(tileShape(part(id)).fills)?.[1]);

test('every tile is there, with its own name and drawing', () => {
  expect(PART_TILES).toHaveLength(16);
  expect(new Set(PART_TILES.map(({ name }) => name)).size).toBe(16);
  for (const tile of PART_TILES) expect(tileShape(tile.part).lines).not.toBe('');
});

test('of a model its title, of a part of the palette its short word', () => {
  expect(tileName(part('gpu'))).toBe('GPU');
  expect(tileName(part('pex8747'))).toBe(part('pex8747').title);
});

test('the tile of a server is a platform that Linux lets peers through', () => {
  const server = PART_TILES[0];
  expect(server?.name).toBe('Server');
  const platform = server?.part;
  if (platform?.kind !== 'host') throw new Error('no platform');
  expect([platform.forwardsWrites.value, platform.forwardsReads.value]).toEqual([true, true]);
  expect(platform.rootPort.link.value).toEqual({ gts: 32, width: 16 });
});

test('a card is drawn as wide as its lanes', () => {
  expect(lanesOf(part('gpu'))).toBe(16);
  expect(lanesOf(part('nvme'))).toBe(4);
  expect(firstWidth('gpu')).toBe(4 * firstWidth('nvme'));
  expect(tileShape(part('x4')).fills.match(/M/g)).toHaveLength(4);
});

test('any part of the catalogue can be drawn', () => {
  for (const each of CATALOGUE) expect(tileShape(each).lines).toMatch(/^M/);
});
