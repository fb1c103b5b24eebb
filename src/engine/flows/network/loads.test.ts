import { describe, expect, test } from 'vitest';
import { plansOf, rates, reportOf, TWO_SWITCHES } from '../flows.testkit.ts';
import { sizesOf } from '../limits/sizesOf.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';
import { loadsOf } from './loads.ts';

/** Per transfer: bytes of each load, DLLPs beside it. */
function loads(work: string, size: number, options: Partial<ThroughputOptions> = {}) {
  const { context, streams } = plansOf(`${TWO_SWITCHES}${work} size=${size}`, options);
  const [plan] = streams;
  if (!plan) throw new Error('one flow has a stream');
  const { legs, dllps } = loadsOf(context, plan, sizesOf(context, plan));
  const whole = (value: number) => Math.round(value * size * 1e6) / 1e6;
  return {
    legs: legs.map((leg) =>
      leg.map(({ packets, payload, header }) => [packets, payload, header].map(whole)),
    ),
    dllps: dllps.map(({ bytes }) => whole(bytes)),
  };
}

describe('what packets cost on links', () => {
  test('a write: 24 bytes around each payload, an acknowledgement on the way back', () => {
    expect(loads('flow gpu0 -> gpu1 write', 512)).toEqual({
      legs: [
        [
          [2, 512, 48],
          [2, 512, 48],
        ],
      ],
      dllps: [16, 16],
    });
  });

  test('a read: requests one way, completions the other', () => {
    expect(loads('flow gpu0 <- gpu1 read', 512)).toEqual({
      legs: [
        [
          [1, 0, 24],
          [1, 0, 24],
        ],
        [
          [2, 512, 40],
          [2, 512, 40],
        ],
      ],
      dllps: [8, 8, 16, 16],
    });
  });

  test('completions cut at every boundary', () => {
    const { legs } = loads('flow gpu0 <- gpu1 read', 512, { completions: 'rcb' });
    expect(legs[1]?.[0]).toEqual([8, 512, 160]);
  });

  test('whole words are sent: what is not payload counts as header', () => {
    expect(loads('flow gpu0 -> gpu1 write', 257).legs[0]?.[0]).toEqual([2, 257, 51]);
  });

  test('short headers, and ECRC', () => {
    expect(loads('flow gpu0 -> gpu1 write', 256, { addressBits: 32 }).legs[0]?.[0]?.[2]).toBe(20);
    expect(loads('flow gpu0 -> gpu1 write', 256, { ecrc: true }).legs[0]?.[0]?.[2]).toBe(28);
  });

  test('each link by its own generation: flits have no framing and no DLLPs', () => {
    expect(loads('flow gpu0 -> gpu1 write', 256, { generation: 6 })).toEqual({
      legs: [
        [
          [1, 256, 16],
          [1, 256, 16],
        ],
      ],
      dllps: [],
    });
  });
});

test('a root complex that sends writes out again in cache lines: from there on each costs a header', () => {
  const text = `
cpu GenuineIntel:6
kernel 6.12 "iommu=pt"
socket 0
  host h0 sapphire-rapids
    rp0: port gen5 x16
      gpu0: gpu gen5 x16
    rp1: port gen5 x16
      gpu1: gpu gen5 x16
flow gpu0 -> gpu1 write`;
  const report = reportOf(text);
  expect(report.flows[0]?.limit?.where).toBe('Gen5 x16 above gpu1, downwards');
  expect(report.flows[0]?.limit?.text).toContain('64 bytes of payload cost 24 more');
  expect(rates(report)).toEqual([44.79]);
  expect(rates(reportOf(text, { withPlatformCaps: false }))).toEqual([56.31]);
});
