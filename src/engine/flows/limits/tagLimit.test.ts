import { describe, expect, it } from 'vitest';
import { limitNamed, plannedStream, SMALL_RIG } from './limits.testkit.ts';

describe('tagLimit', () => {
  it('is tags times a request in each loaded round trip', () => {
    const limit = limitNamed(plannedStream('ram -> nic0 read'), 'tags');
    expect(limit.bytesPerSecond).toBeCloseTo((32 * 512) / 562e-9, -3);
    expect(limit.where).toBe('32 tags of nic0');
    expect(limit.text).toBe(
      '32 reads of 512 bytes under way, each 562 ns there and back under load: 29.2 GB/s. More tags, a larger Max_Read_Request_Size or a shorter way would raise it.',
    );
  });

  it('goes by what a transfer asks for, where that is less', () => {
    const read = (size: number) =>
      limitNamed(plannedStream(`ram -> nic0 read size=${size}`), 'tags').bytesPerSecond;
    // 64 bytes, and a round trip of 512 ns from a cache: 32 Gb/s; DRAM makes it 29.
    expect((read(64) * 8) / 1e9).toBeCloseTo(29.15, 1);
    expect(read(513) / read(512)).toBeCloseTo(513 / 1024, 3);
  });

  it('rises with tags, and there is none for writes', () => {
    const many = SMALL_RIG.replace('tags=32', 'tags=256');
    const [few, more] = [SMALL_RIG, many].map(
      (machine) =>
        limitNamed(plannedStream('ram -> nic0 read', {}, machine), 'tags').bytesPerSecond,
    );
    expect((more ?? 0) / (few ?? 1)).toBeCloseTo(8);
    expect(plannedStream('nic0 -> ram write').limits.map(({ kind }) => kind)).not.toContain('tags');
  });
});
