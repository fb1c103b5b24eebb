import { describe, expect, it } from 'vitest';
import { between, GEN3_X8, GEN5_X16, LinkNetwork, twoSwitches } from './pcieNetwork.testkit.ts';
import { solveFluid } from './solveFluid.ts';

const gigabytes = (net: LinkNetwork) => solveFluid(net.network()).rates.map((rate) => rate / 1e9);
const sum = (rates: readonly number[]) => rates.reduce((all, rate) => all + rate, 0);

/*
 * A simulation that sends every packet, with buffers, credits and arbiters that go round their inputs,
 * ran these cases (GB/s: all flows together, the slowest and the fastest).
 */
const SIMULATED: readonly (readonly [string, LinkNetwork, number, number, number])[] = [
  ['a write below a switch', twoSwitches().write(between(0, 1)), 56.31, 56.31, 56.31],
  ['a write through the root complex', twoSwitches().write(between(0, 4)), 56.31, 56.31, 56.31],
  [
    'with 16 header credits',
    twoSwitches().write(between(0, 4), (16 * 256) / 273e-9),
    14.98,
    14.98,
    14.98,
  ],
  ['both ways', twoSwitches().write(between(0, 1)).write(between(1, 0)), 109.51, 54.75, 54.75],
  ['a read', twoSwitches().read(between(0, 4)), 56.31, 56.31, 56.31],
  ['a read with 32 tags', twoSwitches().read(between(0, 4), 15.36e9), 15.36, 15.36, 15.36],
  [
    'two writes over an uplink',
    twoSwitches().write(between(0, 4)).write(between(1, 5)),
    56.31,
    28.15,
    28.16,
  ],
  [
    'four writes over an uplink',
    [0, 1, 2, 3].reduce((net, at) => net.write(between(at, at + 4)), twoSwitches()),
    56.31,
    14.07,
    14.08,
  ],
  [
    'one device writes to two, near and far',
    twoSwitches().write(between(0, 4)).write(between(0, 2)),
    56.29,
    28.15,
    28.15,
  ],
  [
    'three into one below a switch',
    [1, 2, 3].reduce((net, at) => net.write(between(at, 0)), twoSwitches()),
    56.31,
    18.77,
    18.77,
  ],
  ['all to all below a switch', allToAll(4), 219.01, 18.24, 18.26],
  [
    'one near and two far into one',
    twoSwitches().write(between(5, 4)).write(between(0, 4)).write(between(1, 4)),
    56.31,
    14.08,
    28.15,
  ],
  [
    'a read of host memory, Gen3 x8',
    new LinkNetwork().link('D', 'RC', GEN3_X8).read('RC D'),
    7.03,
    7.03,
    7.03,
  ],
];

function allToAll(devices: number): LinkNetwork {
  const net = twoSwitches();
  for (let a = 0; a < devices; a++) {
    for (let b = 0; b < devices; b++) if (a !== b) net.write(between(a, b));
  }
  return net;
}

describe('solveFluid', () => {
  it.each(SIMULATED)('agrees with every packet sent: %s', (_, net, all, least, most) => {
    const rates = gigabytes(net);
    expect(Math.abs(sum(rates) / all - 1)).toBeLessThan(0.002);
    expect(Math.abs(Math.min(...rates) / least - 1)).toBeLessThan(0.002);
    expect(Math.abs(Math.max(...rates) / most - 1)).toBeLessThan(0.002);
  });

  it('gives a port its turn, however many come by it', () => {
    const net = twoSwitches().write(between(5, 4)).write(between(0, 4)).write(between(1, 4));
    const [near, ...far] = gigabytes(net);
    expect(near).toBeCloseTo(28.15, 1);
    for (const rate of far) expect(rate).toBeCloseTo(14.08, 1);
    expect(GEN5_X16).toBeGreaterThan(61e9);
  });
});
