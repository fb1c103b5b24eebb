import { expect, test } from 'vitest';
import { dmaMapSg } from './dmaMapSg.ts';
import { by, contextOf, FIRST_PAGE, ram, shown } from './mapping.testkit.ts';

const rules = { ...by('amd-ops'), ...FIRST_PAGE };

test('one range, an output for each entry', () => {
  const mapping = dmaMapSg([ram(0x1000_0200, 0x200), ram(0x2000_0000)], contextOf({ rules }));
  expect(shown(mapping)).toEqual(['ffffe200+200 IOVA', 'fffff000+1000 IOVA']);
});

test('what is left out for a boundary comes behind the entry that crosses it', () => {
  const list = [ram(0x1000_0000, 0xc000), ram(0x2000_0000, 0xc000), ram(0x3000_0000, 0x1000)];
  const mapping = dmaMapSg(list, contextOf({ rules, device: { boundary: 0xffff } }));
  expect(shown(mapping)).toEqual([
    'fffe0000+c000 IOVA',
    'fffec000+c000 IOVA',
    'ffffc000+1000 IOVA',
  ]);
  expect(mapping.iova[0]?.size).toBe(0x1d000);
});
