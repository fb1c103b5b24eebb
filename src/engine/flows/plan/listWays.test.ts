import { describe, expect, test } from 'vitest';
import { flowAt, plansOf, rates, reportOf } from '../flows.testkit.ts';

const TARGET = `
cpu GenuineIntel:6
kernel 6.12 "intel_iommu=on"
iommu intel strict
socket 0
  host h0 8086:2020
    rp0: port gen4 x16
      sw0: switch gen4 x16
        nic: nic gen4 x16
        ssd0: nvme gen4 x4 cmb=1G
        gpu0: gpu gen4 x16
list L on nic: ram 2 x 4K, ssd0+0+8K
`;

describe('ways to the memory of a list', () => {
  test('a way for each target, by its bytes', () => {
    const [stream] = plansOf(`${TARGET}flow nic -> L write`).streams;
    expect(stream?.ways.map(({ route, share }) => [route, share])).toEqual([
      ['memory', 0.5],
      ['redirected', 0.5],
    ]);
  });

  test('one rate for all of them: the slow target holds back the rest', () => {
    const report = reportOf(`${TARGET}flow nic -> L write`);
    expect(flowAt(report, 0).limit?.where).toBe('Gen4 x4 above ssd0, downwards');
    const alone = flowAt(reportOf(`${TARGET}flow nic -> ssd0 write`), 0).bytesPerSecond ?? 0;
    expect(flowAt(report, 0).bytesPerSecond).toBeCloseTo(2 * alone, 0);
  });

  test('it is mapped for one device; another has no addresses', () => {
    const report = reportOf(`${TARGET}flow gpu0 -> L write`);
    expect(rates(report)).toEqual([0]);
    expect(flowAt(report, 0).limit?.text).toBe(
      'The list is mapped for nic: gpu0 does not have its addresses.',
    );
  });

  test('a list has no engine: its device fetches what lies there', () => {
    const report = reportOf(`${TARGET}flow L -> nic write`);
    expect(flowAt(report, 0).streams[0]?.title).toBe('nic reads from L');
    expect(flowAt(report, 0).remarks).toContain('L has no engine: nic reads.');
  });

  test('what Linux does not map goes nowhere', () => {
    const text = TARGET.replace('8086:2020', '8086:29c0').replace(
      'rp0: port',
      'rp0: port id=8086:1901',
    );
    const { limit } = flowAt(reportOf(`${text}flow nic -> L write`), 0);
    expect(limit).toMatchObject({ kind: 'refused' });
    expect(limit?.text).toContain('Linux does not map the list at entry');
  });
});
