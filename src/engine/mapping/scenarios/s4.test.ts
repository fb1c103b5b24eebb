import { expect, test } from 'vitest';
import { behindVmd, DRIVE_C, ENTRIES, IN_VMD, unlisted, VMD } from '../scenarioMachines.testkit.ts';
import { fates, mapped, outputs, reasons } from './mapped.testkit.ts';

/* Can DMA operations be stacked? Drive A and the adapter in a VMD domain, drive C outside of it. */

const machine = behindVmd();
const LIST = ENTRIES.E6.map((entry) =>
  entry.kind === 'peer' ? { ...entry, provider: IN_VMD.driveA } : entry,
);
const inside = {
  client: IN_VMD.nic,
  cmdline: 'intel_iommu=on pci=disable_acs_redir=10000:02:00.0;10000:02:01.0;10000:00:00.0',
} as const;

test('1: the domain’s operations call those of the VMD function, whose id the IOMMU sees', () => {
  const report = mapped(machine, LIST, { ...inside, kernel: '4.20' });
  expect(report.chosen).toMatchObject({ kind: 'vmd-ops', inner: 'intel-ops' });
  expect(report.chosen.chain.map(({ call }) => call)).toContain('vmd_map_sg()');
  const walk = report.wire[0]?.walk;
  const last = walk?.hops.findIndex(({ at }) => at.kind === 'iommu') ?? -1;
  expect(walk?.hops[last - 1]?.at).toEqual({ kind: 'function', id: VMD });
});

test('2: a shim at the bridge maps one by one: five, where 6.1 makes three', () => {
  const shim = mapped(machine, LIST, { ...inside, kernel: '4.20', design: 'p2p-shim' });
  expect(shim.chosen.kind).toBe('p2p-shim');
  expect(shim.mapping.outputs).toHaveLength(5);
  expect(reasons(shim).slice(1)).toEqual(['shim', 'shim', 'shim', 'shim']);
  expect(outputs(shim)[2]).toBe('0x3800000000+2000 BUS');
  expect(shim.mapping.iova).toHaveLength(4);
  const upstream = mapped(machine, LIST, { ...inside, kernel: '6.1' });
  expect(outputs(upstream)).toEqual([
    '0xffffc000+2000',
    '0x3800000000+2000 BUS',
    '0xffffe000+2000',
  ]);
});

test('3: a device outside has no shim: peer memory is mapped as if it were RAM', () => {
  const outside = { ...inside, client: DRIVE_C };
  const report = mapped(machine, LIST, { ...outside, kernel: '4.20', design: 'p2p-shim' });
  expect(report.chosen.kind).toBe('intel-ops');
  expect(report.mapping.errno).toBe(0);
  expect(report.mapping.outputs[2]?.defects).toEqual(['as-ram']);
  expect(fates(report)[2]).toBe('unknown');
});

test('4: the same on 6.1 is -EREMOTEIO', () => {
  const report = mapped(unlisted(machine), LIST, { ...inside, client: DRIVE_C, kernel: '6.1' });
  expect(report.mapping).toMatchObject({ errno: -121, failedAt: 2 });
});

test('5: once VMD has no operations, its function stands for the devices all the same', () => {
  const report = mapped(machine, LIST, { ...inside, kernel: '5.6' });
  expect(report.chosen.kind).toBe('intel-ops');
  const ids = report.wire[0]?.walk?.hops.map(({ at }) => (at.kind === 'function' ? at.id : null));
  expect(ids).toContain(VMD);
});
