import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLink, aReport, aUse } from '../chart/reports.testkit.ts';
import { linkRows, stacked } from './linkRows.ts';

const { links } = aReport();
const titles = (order: 'use' | 'place', isUsedOnly: boolean) =>
  linkRows(links, { order, isUsedOnly })
    .filter(({ direction }) => direction === 'down')
    .map(({ report }) => report.title);

test('parts stand one after the other and fill the whole bar', () => {
  const part = fc.double({ min: 0, max: 0.3, noNaN: true });
  fc.assert(
    fc.property(part, part, part, part, (payload, header, dllp, skp) => {
      const idle = Math.max(0, 1 - payload - header - dllp - skp);
      const parts = stacked({ ...aUse(0), payload, header, dllp, skp, idle });
      expect(parts[0]?.from).toBe(0);
      expect(parts.at(-1)?.to).toBe(1);
      for (const [at, each] of parts.entries()) {
        expect(each.to).toBeGreaterThanOrEqual(each.from);
        if (at > 0) expect(each.from).toBe(parts[at - 1]?.to);
      }
    }),
  );
});

test('as the machine has them, or the fullest first', () => {
  expect(titles('place', false)).toEqual(links.map(({ title }) => title));
  expect(titles('use', true)[0]).toBe('dsp3 – gpu3');
  // What is as full as another stays in its place.
  expect(titles('use', true).slice(1, 4)).toEqual(['rp0 – sw0', 'rp1 – sw1', 'dsp2 – gpu2']);
});

test('links that no flow crosses can be left out, both ways together', () => {
  expect(titles('place', true)).not.toContain('dsp4 – nic0');
  const requests = aUse(0, { flows: ['read' as never] });
  const rows = linkRows([aLink('a – b', aUse(0), requests)], { order: 'use', isUsedOnly: true });
  expect(rows.map(({ direction }) => direction)).toEqual(['down', 'up']);
});

test('both ways of a link stand below each other, with its place in the report', () => {
  const rows = linkRows(links, { order: 'use', isUsedOnly: true });
  for (const [at, row] of rows.entries()) {
    expect(row.direction).toBe(at % 2 === 0 ? 'down' : 'up');
    expect(links[row.link]).toBe(row.report);
  }
});
