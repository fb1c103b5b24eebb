import { describe, expect, it } from 'vitest';
import { plannedStream } from './limits.testkit.ts';
import { ownLimitsOf } from './ownLimitsOf.ts';

describe('ownLimitsOf', () => {
  it('puts the tightest first', () => {
    const { limits } = plannedStream('ram -> nic0 read size=4096 depth=1 rate=5G');
    expect(limits.map(({ kind }) => kind)).toEqual([
      'offered-rate',
      'queue-depth',
      'tags',
      'credits',
    ]);
    expect(limits[0]?.text).toBe('The flow offers no more than 5.00 GB/s.');
  });

  it('knows of operations a second where somebody says so', () => {
    const { context, plan, sizes } = plannedStream('nic0 -> ram write size=64');
    const limits = ownLimitsOf(plan, sizes, { ...context, operationsPerSecond: 47.5e6 });
    expect(limits[0]).toMatchObject({ kind: 'device', bytesPerSecond: 47.5e6 * 64 });
  });

  it.each(['nic0 -> ram write', 'ram -> nic0 read'])('transfers of nothing: %s', (flow) => {
    const { limits } = plannedStream(`${flow} size=0 depth=2`);
    expect(limits.map(({ kind, bytesPerSecond }) => [kind, bytesPerSecond])).toEqual([
      ['offered-rate', 0],
    ]);
  });
});
