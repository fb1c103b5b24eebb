import { describe, expect, test } from 'vitest';
import { SHOWN_LISTS } from '../../layout/mapping/shownLists.testkit.ts';
import { mappingText } from './mappingText.ts';

const options = { head: ['A list of nic0', 'Linux 6.1, VT-d, strict'], nameOf: () => 'NVMe-A' };
const NAMES = Object.keys(SHOWN_LISTS) as readonly (keyof typeof SHOWN_LISTS)[];

test('entries on the left, what goes out on the right', () => {
  expect(mappingText(SHOWN_LISTS['S2 translating'](), options)).toBe(`A list of nic0
Linux 6.1, VT-d, strict
5 entries in, 3 out.
IOVA 0xffffc000 +0x4000

1 RAM    0x10000000 +0x1000   -> IOVA 0xffffc000 +0x2000
2 RAM    0x20000000 +0x1000    |
                                 (a bus address stands alone)
3 NVMe-A 0x3800000000 +0x2000 -> BUS  0x3800000000 +0x2000
                                 (a bus address came between)
4 RAM    0x30000000 +0x1000   -> IOVA 0xffffe000 +0x2000
5 RAM    0x30001000 +0x1000    |
`);
});

test('a refused list says where and with what', () => {
  const text = mappingText(SHOWN_LISTS['S2 refused'](), options);
  expect(text).toContain('-EREMOTEIO at entry 3: nothing is mapped');
  expect(text).toMatch(/^3 NVMe-A .* -> -EREMOTEIO$/m);
});

test('defects are said below what they are about', () => {
  const text = mappingText(SHOWN_LISTS['S2 unwritten'](), options);
  expect(text).toContain('PHYS not written +0x2000');
  expect(text).toMatch(/^ +! address not written$/m);
});

describe.each(NAMES)('%s', (name) => {
  test('fits a mail', () => {
    const head = ['a very long name of a list that somebody typed '.repeat(4)];
    const nameOf = () => 'a drive with quite a long name indeed';
    for (const line of mappingText(SHOWN_LISTS[name](), { head, nameOf }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(78);
      expect(line).toBe(line.trimEnd());
    }
  });
});
