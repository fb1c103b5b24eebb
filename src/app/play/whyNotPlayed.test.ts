import { expect, test } from 'vitest';
import { reportOf } from '../../canvas/mapping/mappedReport.testkit.ts';
import { hopOf, walkOf } from '../../canvas/play/walk.testkit.ts';
import { whyNotPlayed } from './whyNotPlayed.ts';

test('an output whose requests have a way can be played', () => {
  const walk = walkOf([hopOf('03:00.0', 'sent')]);
  const report = reportOf({ entries: ['ram'], outputs: [['IOVA', 0, 1]], wire: [{ walk }] });
  expect(whyNotPlayed(report, 0)).toBeNull();
  expect(whyNotPlayed(report, 1)).toMatch(/no outputs/);
});

test('why others cannot', () => {
  const report = reportOf({
    entries: ['ram', 'ram', 'ram', 'ram'],
    outputs: [
      ['VADDR', 0, 1],
      ['PHYS', 1, 1, null],
      ['PHYS', 2, 1],
      ['PHYS', 3, 1],
    ],
    wire: [{}, {}, { text: 'Software takes it.' }],
  });
  expect(whyNotPlayed(report, 0)).toMatch(/never leaves the CPU/);
  expect(whyNotPlayed(report, 1)).toMatch(/has no address/);
  expect(whyNotPlayed(report, 2)).toBe('Software takes it.');
  expect(whyNotPlayed(report, 3)).toMatch(/fares as the others/);
});

test('of a refused list nothing', () => {
  const refused = { entries: ['ram'], outputs: [], mapping: { errno: -121 } } as const;
  expect(whyNotPlayed(reportOf(refused), 0)).toMatch(/refused with -EREMOTEIO/);
});
