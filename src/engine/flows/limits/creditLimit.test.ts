import { describe, expect, it } from 'vitest';
import { limitNamed, plannedStream } from './limits.testkit.ts';

const credits = (flow: string, headerCredits: number, changes = {}) =>
  limitNamed(plannedStream(flow, { headerCredits, ...changes }), 'credits').bytesPerSecond / 1e9;

describe('creditLimit', () => {
  it('lets 16 writes of 256 bytes go in each loop: as a simulation packet by packet has it', () => {
    // The simulation gave 15.0 GB/s.
    expect(credits('gpu0 -> gpu1 write', 16)).toBeCloseTo((16 * 256) / 274.4, 1);
    expect(credits('gpu0 -> gpu1 write', 16)).toBeCloseTo(15, 0);
  });

  it('rises with credits and falls with the time that they take to come back', () => {
    expect(credits('gpu0 -> gpu1 write', 32) / credits('gpu0 -> gpu1 write', 16)).toBeCloseTo(2);
    expect(credits('gpu0 -> gpu1 write', 16, { creditReturnNs: 300 })).toBeLessThan(10);
  });

  it('is above every link up to Gen5 x16 with the usual figure', () => {
    for (const flow of [
      'gpu0 -> gpu1 write',
      'gpu0 <- gpu1 read',
      'ram -> gpu1 write by cpu0/WC',
    ]) {
      const { limits } = plannedStream(flow);
      const found = limits.find(({ kind }) => kind === 'credits');
      expect(found?.bytesPerSecond).toBeGreaterThan(45.8e9);
    }
  });

  it('counts completions of reads as they are cut', () => {
    expect(credits('gpu0 -> gpu1 read size=64', 16)).toBeCloseTo((16 * 64) / 271.3, 1);
  });
});
