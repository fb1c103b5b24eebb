import { bench, describe } from 'vitest';
import { finishTogether } from './finishTogether.ts';
import { maxMin } from './maxMin.testkit.ts';
import { between, GEN5_X16, LinkNetwork, twoSwitches } from './pcieNetwork.testkit.ts';
import { solveFluid } from './solveFluid.ts';
import { without } from './without.ts';

/**
 * A machine of 500 functions: eight root complexes on a ring of two sockets, a switch below each with
 * 19 devices, and 64 streams that go anywhere in it, one in three a read.
 */
function manySwitches(streams: number) {
  const net = new LinkNetwork();
  net.link('N0', 'N1', 2 * GEN5_X16);
  for (let sw = 0; sw < 8; sw++) {
    net.link(`S${sw}`, `N${sw % 2}`, GEN5_X16);
    for (let at = 0; at < 19; at++) net.link(`D${sw}.${at}`, `S${sw}`, GEN5_X16);
  }
  for (let stream = 0; stream < streams; stream++) {
    const [a, b] = [(stream * 3) % 8, (stream * 5 + (stream >> 2)) % 8];
    const [from, to] = [`D${a}.${(stream * 7) % 19}`, `D${b}.${(stream * 11 + 2) % 19}`];
    const roots = a % 2 === b % 2 ? [`N${a % 2}`] : [`N${a % 2}`, `N${b % 2}`];
    const path = a === b ? [from, `S${a}`, to] : [from, `S${a}`, ...roots, `S${b}`, to];
    if (from === to) continue;
    if (stream % 3 === 0) net.read(path.join(' '));
    else net.write(path.join(' '));
  }
  return net.network();
}

const network = manySwitches(64);
const { bindings } = solveFluid(network);

function allToAll() {
  const net = twoSwitches();
  for (let a = 0; a < 8; a++) for (let b = 0; b < 8; b++) if (a !== b) net.write(between(a, b));
  return net.network();
}

describe('64 streams over the links of 500 functions', () => {
  bench('plain max-min, without DLLPs', () => {
    maxMin(network);
  });
  bench('by ports, with DLLPs', () => {
    solveFluid(network);
  });
  bench('what comes next for each', () => {
    without(network, bindings);
  });
});

const collective = allToAll();
describe('56 transfers, each to each', () => {
  bench('until the last is there', () => {
    finishTogether(collective, 1e9);
  });
});
