import { describe, expect, it } from 'vitest';
import { missFraction, WALKS_PER_SECOND, walkRate } from './iotlb.ts';
import { limitNamed, plannedStream, SMALL_RIG } from './limits.testkit.ts';

const KIB = 1024;
const table = (workingSetBytes: number | null, ioPageBytes = 4 * KIB) => ({
  iotlbEntries: 64,
  ioPageBytes,
  workingSetBytes,
});

describe('the IOTLB', () => {
  it('misses nothing that it holds', () => {
    for (const set of [null, 4 * KIB, 256 * KIB]) expect(missFraction(table(set))).toBe(0);
    expect(walkRate(table(256 * KIB), 64)).toBeNull();
  });

  it('misses what is beyond its entries', () => {
    expect(missFraction(table(512 * KIB))).toBe(0.5);
    expect(missFraction(table(64 * KIB * KIB))).toBeCloseTo(0.996, 3);
    expect(missFraction(table(64 * KIB * KIB, 2 * KIB * KIB))).toBe(0);
  });

  it('then goes as fast as tables are walked, page by page', () => {
    expect(walkRate(table(512 * KIB), 64)).toBe(2 * WALKS_PER_SECOND * 64);
    expect(walkRate(table(512 * KIB), 512)).toBe(2 * WALKS_PER_SECOND * 512);
    expect(walkRate(table(512 * KIB), null)).toBe(2 * WALKS_PER_SECOND * 4 * KIB);
    expect(walkRate(table(512 * KIB), 6 * KIB)).toBe(2 * WALKS_PER_SECOND * 3 * KIB);
  });

  it('limits translated flows only', () => {
    const changes = { workingSetBytes: 16 * KIB * KIB };
    const off = plannedStream('nic0 -> ram write size=64', changes);
    expect(off.limits.map(({ kind }) => kind)).not.toContain('iotlb');
    const machine = SMALL_RIG.replace('iommu none', 'iommu intel\nkernel 6.12 "intel_iommu=on"');
    const on = plannedStream('nic0 -> ram write size=64', changes, machine);
    const limit = limitNamed(on, 'iotlb');
    expect(limit.bytesPerSecond).toBeCloseTo((WALKS_PER_SECOND / 0.984375) * 64);
    expect(limit.source?.quality).toBe('measured');
  });
});
