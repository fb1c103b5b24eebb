import { describe, expect, it } from 'vitest';
import { latencyOf } from './latencyOf.ts';
import { plannedStream, SMALL_RIG } from './limits.testkit.ts';

const latency = (flow: string, machine = SMALL_RIG, changes = {}) => {
  const { context, plan, sizes } = plannedStream(flow, changes, machine);
  const found = latencyOf(context, plan, sizes);
  if (!found) throw new Error('no latency');
  return found;
};
const texts = (flow: string) =>
  latency(flow).parts.map(({ text, ns }) => `${text}: ${Math.round(ns)}`);

describe('latencyOf', () => {
  it('is the sum of its parts', () => {
    const { ns, parts } = latency('gpu0 -> nic0 write');
    expect(ns).toBeCloseTo(parts.reduce((sum, part) => sum + part.ns, 0));
  });

  it('of a write ends at the device', () => {
    expect(texts('gpu0 -> gpu1 write')).toEqual([
      'switch sw0: 100',
      'all of a write, where it is stored before it goes on: 4',
      'gpu1: 120',
    ]);
  });

  it('of a read goes there and back', () => {
    expect(texts('gpu0 -> nic0 read').slice(0, 2)).toEqual([
      'switch sw0, there and back: 200',
      'root complex, there and back: 500',
    ]);
  });

  it('of memory is known as a whole', () => {
    expect(latency('ram -> nic0 read').ns).toBe(490);
    const ivy = SMALL_RIG.replace('host h0', 'host h0 "Xeon E5 v2"');
    expect(latency('ram -> nic0 read', ivy).ns).toBe(493);
  });

  it('takes what the text says of a switch', () => {
    const slow = SMALL_RIG.replace('sw0: switch pex89104', 'sw0: switch pex89104 latency=150');
    const difference = latency('gpu0 -> gpu1 write', slow).ns - latency('gpu0 -> gpu1 write').ns;
    expect(difference).toBeCloseTo(50);
  });

  it('adds the other socket, as far as the platform or the machine says', () => {
    const two = `${SMALL_RIG}socket 1\n  host h1\n    rp9: port gen5 x16\n`;
    const local = latency('ram0 -> nic0 read', two).ns;
    expect(latency('ram1 -> nic0 read', two).ns - local).toBe(108);
    const said = `${two}link upi socket0 -- socket1 latency=80\n`;
    expect(latency('ram1 -> nic0 read', said).ns - local).toBe(160);
    const amd = two.replace('GenuineIntel:6', 'AuthenticAMD:0x1a');
    expect(latency('ram1 -> nic0 read', amd).ns - local).toBe(540);
  });

  it('waits for whole packets where the way out is faster', () => {
    const sum = (flow: string) =>
      latency(flow).parts.find(({ text }) => text.startsWith('all of a write'))?.ns;
    // 280 bytes at Gen4 x4 (7.88 GB/s) into the root complex, then at Gen5 x16 (63.0 GB/s) twice.
    expect(sum('nvme0 -> gpu0 write')).toBeCloseTo(280 / 7.877 + 280 / 63.015, 1);
  });

  it('of nothing is not known', () => {
    const { context, plan, sizes } = plannedStream('gpu0 -> gpu1 write');
    expect(latencyOf(context, { ...plan, refusal: 'no' }, sizes)).toBeNull();
    expect(latencyOf(context, { ...plan, ways: [] }, sizes)).toBeNull();
  });
});
