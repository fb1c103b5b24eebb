import { expect, test } from 'vitest';
import { NIC, oneSwitch, peer, withFunctions } from '../scenarioMachines.testkit.ts';
import { fates, mapped, outputs, places } from './mapped.testkit.ts';

/* The mail that started it: which layer should say no? 8 KiB of peer memory, no IOMMU. */

const machine = oneSwitch();
const hfi1 = withFunctions(machine, (fn) => (fn.id === NIC ? { ...fn, driver: 'hfi1' } : fn));
const LIST = [peer(0x2000)];
const off = { iommu: 'none' } as const;

test('1: mlx5, with the flag of the series: the bus address, and the switch turns it', () => {
  const report = mapped(machine, LIST, { ...off, kernel: 'v1-2018' });
  expect(outputs(report)).toEqual(['0x3800000000+2000 BUS']);
  expect(places(report, 0)).toEqual([
    '04:00.0 sent',
    '02:01.0 peer',
    '02:00.0 down',
    '03:00.0 delivered',
  ]);
});

test('without the flag the BAR is mapped as if it were RAM', () => {
  const report = mapped(machine, LIST, { ...off, kernel: 'v1-2018', p2pFlag: false });
  expect(outputs(report)).toEqual(['0x3800000000+2000']);
  expect(report.mapping.outputs[0]?.defects).toEqual(['as-ram']);
  const translated = mapped(machine, LIST, { kernel: 'v1-2018', p2pFlag: false });
  expect(outputs(translated)).toEqual(['0xffffe000+2000']);
});

test('2: hfi1, with the flag: a bus address that the CPU would take for a pointer', () => {
  const report = mapped(hfi1, LIST, { ...off, kernel: 'v1-2018' });
  expect(outputs(report)).toEqual(['0x3800000000+2000 BUS']);
  expect(fates(report)).toEqual(['unusable']);
  expect(report.wire[0]?.text).toMatch(/pointer.*crash/);
});

test('3: hfi1 on 5.4: refused, because of dma_virt_ops', () => {
  const report = mapped(hfi1, LIST, { ...off, kernel: '5.4' });
  expect(report.mapping).toMatchObject({ returns: 'zero', outputs: [] });
  expect(report.mapping.errno).not.toBe(0);
  expect(report.entries[0]).toMatchObject({ mapType: 'NOT_SUPPORTED' });
  expect(report.entries[0]?.text).toContain('dma_virt_ops');
});

test('4: rxe over mlx5 on 5.4: the same, though its PCI function is a good client', () => {
  const report = mapped(machine, LIST, { ...off, kernel: '5.4', driver: 'software-rdma' });
  expect(report.mapping.errno).not.toBe(0);
  expect(mapped(machine, LIST, { ...off, kernel: '5.4' }).mapping.errno).toBe(0);
});

test.each(['6.1', '6.12'])('5: hfi1 on %s: drivers are told no before they map', (kernel) => {
  expect(mapped(hfi1, LIST, { ...off, kernel }).chosen.capability.answer).toBe('no');
});

test.each([
  ['6.1', 'private-ops', 'no'],
  ['6.1', 'private-ops-flagged', 'yes'],
  ['6.12', 'private-ops', 'no'],
  ['6.12', 'private-ops-flagged', 'no'],
] as const)('6: operations of its own on %s, %s: %s', (kernel, driver, expected) => {
  const report = mapped(machine, LIST, { ...off, kernel, driver });
  expect(report.chosen.capability.answer).toBe(expected);
});
