import { describe, expect, it } from 'vitest';
import { limitNamed, plannedStream, SMALL_RIG } from './limits.testkit.ts';

const cpu = (flow: string) => limitNamed(plannedStream(flow), 'cpu').bytesPerSecond;

describe('loads and stores of a processor', () => {
  it('store one word at a time, uncached', () => {
    // Between 27 and 160 MB/s were seen.
    expect(cpu('ram -> gpu0 write by cpu0/UC')).toBeCloseTo(8 / 122e-9, -3);
  });

  it('store whole lines where writes combine: the link alone holds them back', () => {
    const { limits, sizes } = plannedStream('ram -> gpu0 write by cpu0/WC');
    expect(limits.map(({ kind }) => kind)).not.toContain('cpu');
    expect(sizes.maxPayload).toBe(64);
  });

  it('load one word in each round trip, or ten lines', () => {
    const machine = SMALL_RIG.replace(
      'rp2: port',
      'rp3: port gen3 x16\n      gpu9: gpu gen3 x16\n    rp2: port',
    );
    const load = (caching: string) =>
      limitNamed(plannedStream(`gpu9 -> ram read by cpu0/${caching}`, {}, machine), 'cpu');
    expect(load('UC').bytesPerSecond).toBeCloseTo(8 / 1210e-9, -3);
    // 0.53 to 0.55 GB/s were measured of a V100.
    expect(load('WC').bytesPerSecond / 1e9).toBeCloseTo(0.529, 3);
  });

  it('goes the same way by the same address, however the memory is mapped', () => {
    const ways = ['UC', 'WC', 'WB'].map(
      (caching) => plannedStream(`ram -> gpu0 write by cpu0/${caching}`).plan.ways,
    );
    expect(ways[1]).toEqual(ways[0]);
    expect(ways[2]?.length === 0 || ways[2]?.[0]?.route === ways[0]?.[0]?.route).toBe(true);
  });
});
