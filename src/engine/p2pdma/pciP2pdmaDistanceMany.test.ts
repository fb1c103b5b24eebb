import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { type Client, clientWithoutPci, softwareRdmaClient } from './client.ts';
import { pciP2pdmaDistanceMany } from './pciP2pdmaDistanceMany.ts';
import { INTEL, Q35, ZEN } from './workedMachines.testkit.ts';

/** Three drives in a switch, the third below a redirecting port, and one below a root port. */
const machine = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-05')
  .upstream('01:00.0', '02-05')
  .downstream('02:00.0', '03', { acs: acs(0) })
  .downstream('02:01.0', '04', { acs: acs(0) })
  .downstream('02:02.0', '05', { acs: acs(0x1d) })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .endpoint('05:00.0')
  .rootPort('00:02.0', '06')
  .endpoint('06:00.0')
  .build();

const pci = (address: string): Client => ({
  device: id(address),
  dmaOps: 'hardware',
  label: address,
});

function ask(
  clients: readonly Client[],
  { era = '6.12', verbose = false, zen = false, on = machine } = {},
) {
  const cpu = zen ? ZEN : INTEL;
  const analysis = analyze(on, { kernel: eraById(era), cpu, acsWords: 'as-is' });
  return pciP2pdmaDistanceMany(analysis, id('03:00.0'), clients, verbose);
}

describe('the sum over all clients', () => {
  test.each<[string, readonly Client[], Parameters<typeof ask>[1], number]>([
    ['no client', [], {}, -1],
    ['one', [pci('04:00.0')], {}, 4],
    ['itself and a sibling', [pci('03:00.0'), pci('04:00.0')], {}, 4],
    ['the same twice', [pci('04:00.0'), pci('04:00.0')], {}, 8],
    ['one of them refused', [pci('04:00.0'), pci('05:00.0')], {}, -1],
    ['both allowed on Zen', [pci('05:00.0'), pci('06:00.0')], { zen: true }, 10],
  ])('%s', (_, clients, options, expected) => {
    expect(ask(clients, options).result).toBe(expected);
  });

  test('5.2 adds 0x1000 for each way through the root complex', () => {
    const functions = machine.functions.map((fn) =>
      fn.id === id('00:00.0') ? { ...fn, pciId: { vendor: 0x1022, device: 0x1450 } } : fn,
    );
    const zen = { ...machine, functions };
    const { result } = ask([pci('04:00.0'), pci('06:00.0')], { era: '5.2', on: zen });
    expect(result).toBe(4 + 0x1000 + 6);
  });

  test('a hidden word leaves the sum unknown, unless another client is refused anyway', () => {
    const functions = machine.functions.map((fn) =>
      fn.id === id('02:01.0') ? { ...fn, acs: UNKNOWN } : fn,
    );
    const dark: Machine = { ...machine, functions };
    expect(ask([pci('04:00.0')], { on: dark }).result).toBeNull();
    expect(ask([pci('04:00.0'), pci('05:00.0')], { on: dark }).result).toBe(-1);
  });
});

describe('which pairs it looks at', () => {
  const clients = [pci('05:00.0'), pci('06:00.0'), pci('04:00.0')];

  test('quietly, it stops at the first refusal', () => {
    expect(ask(clients).asked.map(({ client }) => client)).toEqual([id('05:00.0')]);
  });

  test('verbosely, it goes through all, to log each', () => {
    const { result, asked } = ask(clients, { verbose: true });
    expect(result).toBe(-1);
    expect(asked).toHaveLength(3);
  });
});

describe('clients that are refused for what they are', () => {
  const rxe = softwareRdmaClient('rxe', id('04:00.0'));

  test.each([
    ['4.20', 4, null],
    ['5.2', -1, 'virt-ops'],
    ['5.10', -1, 'virt-ops'],
    ['5.15', 4, null],
    ['6.12', 4, null],
  ] as const)('rxe over the interface in the switch, on %s', (era, result, why) => {
    const answer = ask([rxe], { era });
    expect(answer.result).toBe(result);
    expect(answer.refusal?.why ?? null).toBe(why);
  });

  test('what is no PCI device ends it at once, on every kernel', () => {
    for (const era of ['4.20', '5.10', '7.1']) {
      const answer = ask([clientWithoutPci('ram0'), pci('04:00.0')], { era, verbose: true });
      expect(answer).toMatchObject({ result: -1, asked: [], refusal: { why: 'not-pci' } });
    }
  });

  test('the messages name the client', () => {
    expect(ask([rxe], { era: '5.4' }).refusal?.message).toMatch(
      /^rxe@0000:04:00.0: .*dma_virt_ops/,
    );
    expect(ask([clientWithoutPci('ram0')]).refusal?.message).toMatch(/^ram0: .*not a PCI device/);
  });
});
