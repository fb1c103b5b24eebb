import { describe, expect, test } from 'vitest';
import { byIdOf, twoHosts } from '../twoHosts.testkit.ts';
import { type ReportSketch, reportOf } from './mappedReport.testkit.ts';
import { mappingWays } from './mappingWays.ts';
import { entryNumbers, wayWords } from './mappingWords.ts';

const byId = byIdOf(twoHosts());
const peer = '04:00.0';

function said(sketch: ReportSketch): readonly string[] {
  const report = reportOf(sketch);
  return mappingWays(report, byId).map((way) => {
    const { letter, title, why } = wayWords(way, report, (id) => `the NIC ${id.slice(5)}`);
    return [letter, title, why].filter((each) => each !== null && each !== '').join(' | ');
  });
}

test.each([
  [[0], '1'],
  [[0, 1], '1, 2'],
  [[0, 1, 3, 4], '1, 2, 4, 5'],
  [[0, 1, 2, 3, 9], '1–4, 10'],
  [[0, 2, 4, 6, 8, 10, 12], '1, 3, 5, 7 … (7 entries)'],
])('%j are %s', (entries, words) => {
  expect(entryNumbers(entries)).toBe(words);
});

describe('what stands beside a way', () => {
  test.each<[string, ReportSketch, readonly string[]]>([
    [
      'RAM and a peer',
      {
        entries: ['ram', peer, 'ram'],
        outputs: [
          ['IOVA', 0, 1],
          ['BUS', 1, 1],
          ['IOVA', 2, 1],
        ],
        wire: [{}, {}, {}],
      },
      ['I | 1, 3 → RAM by IOVA', 'B | 2 → the NIC 04:00.0 by bus address'],
    ],
    [
      'without translation',
      { entries: [peer], outputs: [['PHYS', 0, 1]], wire: [{}] },
      ['P | 1 → the NIC 04:00.0 by physical address'],
    ],
    [
      'a fault',
      { entries: [peer], outputs: [['IOVA', 0, 1]], wire: [{ fate: 'faults' }] },
      ['I | 1 by IOVA: IOMMU fault | meant for the NIC 04:00.0'],
    ],
    [
      'no request is made with it',
      { entries: [peer], outputs: [['PHYS', 0, 1]], wire: [{ fate: 'unusable' }] },
      ['P | 1 by physical address: not sent | meant for the NIC 04:00.0'],
    ],
    [
      'a miss',
      { entries: [peer], outputs: [['PHYS', 0, 1]], wire: [{ fate: 'misses' }] },
      ['P | 1 misses the NIC 04:00.0 | by physical address'],
    ],
    [
      'bounced',
      { entries: ['ram'], outputs: [['SWIOTLB', 0, 1]], wire: [{ fate: 'copy' }] },
      ['S | 1 → bounce buffer in RAM | a copy of the pages'],
    ],
    [
      'kernel addresses',
      {
        entries: ['ram', 'ram'],
        outputs: [
          ['VADDR', 0, 1],
          ['VADDR', 1, 1],
        ],
        wire: [],
      },
      ['V | 1, 2 never leave the CPU | kernel addresses: no device can use them'],
    ],
    [
      'nothing written',
      { entries: [peer], outputs: [['PHYS', 0, 1, null]], wire: [{ fate: 'unusable' }] },
      ['1 → no address | success, and nothing was written'],
    ],
    [
      'refused at an entry',
      { entries: ['ram', peer], outputs: [], mapping: { errno: -121, failedAt: 1 } },
      ['2 never leaves: -EREMOTEIO | nor does the rest of its list'],
    ],
    [
      'refused as a whole, by a kernel that says only 0',
      { entries: ['ram'], outputs: [], mapping: { errno: -22, failedAt: null, returns: 'zero' } },
      ['The list never leaves: -EINVAL, the caller sees 0'],
    ],
  ])('%s', (_, sketch, words) => {
    expect(said(sketch)).toEqual(words);
  });
});
