import { describe, expect, it } from 'vitest';
import { limitNamed, plannedStream } from './limits.testkit.ts';

const queue = (flow: string) => limitNamed(plannedStream(flow), 'queue-depth').bytesPerSecond;

describe('queueLimit', () => {
  it('is depth times size over the time of one transfer', () => {
    // 490 ns, then 4096 − 256 bytes more in completions of 276 bytes at Gen4 x4.
    const ns = 490 + (15 * 276) / 7.877;
    expect(queue('ram -> nvme0 read size=4096 depth=1')).toBeCloseTo(4096 / (ns * 1e-9), -7);
    expect(queue('ram -> nvme0 read size=4096 depth=4')).toBeCloseTo(
      4 * queue('ram -> nvme0 read size=4096 depth=1'),
    );
  });

  it('says nothing without a depth, or of large transfers', () => {
    for (const flow of ['ram -> nvme0 read size=4096', 'ram -> nvme0 read depth=4']) {
      expect(plannedStream(flow).limits.map(({ kind }) => kind)).not.toContain('queue-depth');
    }
  });
});
