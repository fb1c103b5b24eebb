import { describe, expect, it } from 'vitest';
import { machineOf } from '../flows.testkit.ts';
import { plannedStream, SMALL_RIG } from './limits.testkit.ts';

describe('sizesOf', () => {
  it('takes what the registers on the way show', () => {
    expect(plannedStream('gpu0 -> gpu1 write').sizes).toEqual({
      maxPayload: 256,
      maxReadRequest: 512,
      readCompletionBoundary: 64,
      tags: 256,
      assumed: [],
    });
  });

  it('goes by the least Max_Payload_Size on the way', () => {
    const machine = SMALL_RIG.replace('gpu1: gpu gen5 x16 mps=256', 'gpu1: gpu gen5 x16 mps=128');
    expect(plannedStream('gpu0 -> gpu1 write', {}, machine).sizes.maxPayload).toBe(128);
    expect(plannedStream('nic0 -> ram write', {}, machine).sizes.maxPayload).toBe(256);
  });

  it('says what it takes for granted', () => {
    const plain = SMALL_RIG.replaceAll(/ (?:mps|mrrs|tags)=\d+/g, '');
    const machine = plain.replace('gpu0: gpu', 'gpu0: gpu "RTX PRO 6000"');
    const { sizes } = plannedStream('gpu0 <- nic0 read', {}, machine);
    expect(sizes).toMatchObject({ maxPayload: 256, maxReadRequest: 512, tags: 256 });
    expect(sizes.assumed).toEqual([
      'Max_Payload_Size is not shown all the way: taken as 256 bytes.',
      'Tags of gpu0 are not shown: 256.',
    ]);
  });

  it('writes need neither tags nor read requests', () => {
    const machine = SMALL_RIG.replaceAll(/ (?:mrrs|tags)=\d+/g, '');
    expect(plannedStream('gpu0 -> gpu1 write', {}, machine).sizes.assumed).toEqual([]);
  });

  it('leaves out a fourth of 1024 ten-bit tags, and needs them at both ends', () => {
    const both = SMALL_RIG.replaceAll('tags=256', 'tags=1024');
    const one = SMALL_RIG.replace('tags=32', 'tags=1024');
    expect(plannedStream('gpu0 -> gpu1 read', {}, both).sizes.tags).toBe(768);
    expect(plannedStream('gpu0 -> nic0 read', {}, one).sizes.tags).toBe(256);
    expect(plannedStream('ram -> nic0 read', {}, one).sizes.tags).toBe(768);
  });

  it('goes by the physical function’s registers for a virtual one, whose own are 0', () => {
    const machine = SMALL_RIG.replace('tags=32', 'tags=32\n        vf 1 mps=128 mrrs=128 tags=256');
    const [virtual] = machineOf(machine).functions.filter(({ physfn }) => physfn !== null);
    const { sizes } = plannedStream(`ram -> ${virtual?.id} read`, {}, machine);
    expect(sizes).toMatchObject({ maxPayload: 256, maxReadRequest: 512, tags: 32 });
  });

  it('does what the options say instead', () => {
    const changes = { maxPayload: 512, maxReadRequest: 4096, tags: 8 };
    const { sizes } = plannedStream('gpu0 -> gpu1 read', changes);
    expect(sizes).toMatchObject(changes);
  });

  it.each([
    ['ram -> gpu0 write by cpu0/UC', 8],
    ['ram -> gpu0 write by cpu0/WC', 64],
  ])('%s: TLPs of %i bytes', (flow, bytes) => {
    expect(plannedStream(flow).sizes.maxPayload).toBe(bytes);
  });
});
