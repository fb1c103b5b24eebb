import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { clientOf, clientWithoutPci, softwareRdmaClient } from './client.ts';

function bound(driver: string | null) {
  const [fn] = new MachineBuilder().endpoint('01:00.0', { change: { driver } }).build().functions;
  if (!fn) throw new Error('a function was built');
  return clientOf(fn);
}

test.each([
  ['nvme', 'hardware'],
  ['mlx5_core', 'hardware'],
  ['hfi1', 'virt'],
  ['qib', 'virt'],
  [null, 'hardware'],
] as const)('a function with driver %s: %s operations', (driver, dmaOps) => {
  expect(bound(driver)).toEqual({ device: id('01:00.0'), dmaOps, label: '0000:01:00.0' });
});

test('rxe over an interface is taken to the interface’s PCI function all the same', () => {
  expect(softwareRdmaClient('rxe', id('01:00.0'))).toMatchObject({
    device: id('01:00.0'),
    dmaOps: 'virt',
  });
});

test('a RAM disk has no PCI function above it', () => {
  expect(clientWithoutPci('ram0').device).toBeNull();
});
