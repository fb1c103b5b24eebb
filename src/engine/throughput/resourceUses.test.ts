import { expect, it } from 'vitest';
import { between, GEN5_X16, twoSwitches } from './pcieNetwork.testkit.ts';
import { resourceUses } from './resourceUses.ts';
import { solveFluid } from './solveFluid.ts';

it('adds up packets and what goes before them', () => {
  const net = twoSwitches().write(between(0, 1)).write(between(1, 0));
  const network = net.network();
  const { rates } = solveFluid(network);
  const uses = resourceUses(network, rates);
  const at = [...uses.keys()].find((resource) => net.nameOf(resource) === 'G0>S0') ?? -1;
  expect(uses[at]?.overhead).toBeCloseTo(((rates[1] ?? 0) * 8) / 256, 3);
  expect(((uses[at]?.packets ?? 0) + (uses[at]?.overhead ?? 0)) / GEN5_X16).toBeCloseTo(1, 9);
  const idle = [...uses.keys()].find((resource) => net.nameOf(resource) === 'G2>S0') ?? -1;
  expect(uses[idle]).toEqual({ packets: 0, overhead: 0 });
});
