import { describe, expect, test } from 'vitest';
import { iovaRows, layOutIovaSpace } from '../../../../layout/iommu/layOutIovaSpace.ts';
import { layOutPageTable, type ShownTable } from '../../../../layout/iommu/layOutPageTable.ts';
import { layOutUnmapWindow } from '../../../../layout/iommu/layOutUnmapWindow.ts';
import { contrast } from '../contrast.testkit.ts';
import { SVG_LOOKS, SVG_THEMES } from '../palette.ts';
import { parseXml } from '../wellFormed.testkit.ts';
import { iommuSvg } from './iommuSvg.ts';
import { SPACE_LOOKS } from './spaceLooks.ts';

/** One page of RAM and two of a peer's memory. */
const TABLE: ShownTable = {
  level: 1,
  index: 511,
  entries: [
    { iova: 0xffffd000, phys: 0x1_2345_6000, pages: 1, entry: 0 },
    { iova: 0xffffe000, phys: 0x38_0000_0000, pages: 2, entry: 1 },
  ].map((run, at) => ({
    ...run,
    firstIndex: 509 + at,
    lastIndex: 509 + at + run.pages - 1,
    pageSize: 4096,
    isPadding: false,
  })),
};

const table = layOutPageTable(TABLE, {
  width: 1000,
  leadsTo: ({ entry }) => ({ text: entry === 1 ? 'nvme0 & <co>' : 'RAM', isPeer: entry === 1 }),
  leftOut: 'and 7 more',
});
const space = layOutIovaSpace(iovaRows([], 2 ** 48), 10);

const page = {
  title: 'five: the IOMMU’s page table',
  words: '3 IOTLB entries.',
  ground: 'paper',
  footer: ['my machine', 'Linux 6.1'],
} as const;

describe.each(SVG_THEMES)('a page table for a page, %s', (theme) => {
  const svg = iommuSvg([table, layOutUnmapWindow(10)], { ...page, theme });

  test('is well-formed and has all of its words as text', () => {
    const elements = parseXml(svg);
    expect(elements[0]?.name).toBe('svg');
    for (const { text } of table.texts) {
      expect(svg).toContain(text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'));
    }
    for (const words of [page.title, page.words, ...page.footer]) expect(svg).toContain(words);
  });

  test('keeps to its box', () => {
    const [root, ...elements] = parseXml(svg);
    const [x = 0, , width = 0] = (root?.values.get('viewBox') ?? '').split(' ').map(Number);
    for (const { name, values } of elements) {
      if (name !== 'rect') continue;
      const left = Number(values.get('x'));
      expect(left).toBeGreaterThanOrEqual(x);
      expect(left + Number(values.get('width'))).toBeLessThanOrEqual(x + width);
    }
  });

  test('its words can be read on every ground that they stand on', () => {
    const look = SVG_LOOKS[theme];
    const { tints } = SPACE_LOOKS[theme];
    for (const ground of [look.ground, look.box, look.port, tints.IOVA, tints.PHYS]) {
      for (const ink of [look.ink, look.quiet]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('the space of addresses is written by the same hand', () => {
    const elements = parseXml(iommuSvg([space], { ...page, theme }));
    expect(elements.filter(({ name }) => name === 'rect').length).toBe(space.boxes.length + 1);
  });
});
