import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { IommuHardware } from '../../model/settings.ts';
import { resolveConditions } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { acsWordIsWritten } from './acsMoment.ts';

function written(era: string, iommu: IommuHardware, driver: PciFunction['driver'], cmdline = '') {
  const machine = new MachineBuilder().endpoint('00:02.0', { change: { driver } }).build();
  const [fn] = machine.functions;
  const conditions = resolveConditions(machine, { kernel: eraById(era), iommu, cmdline });
  return fn && acsWordIsWritten(fn, conditions);
}

// e08 in 6.18 and 7.0, with and without an IOMMU.
test.each([
  ['6.18', 'none', null, 'yes'],
  ['7.0', 'none', null, 'no'],
  ['7.0', 'none', 'nvme', 'yes'],
  ['7.0', 'none', UNKNOWN, 'unknown'],
  ['7.0', 'intel', null, 'yes'],
] as const)('%s, IOMMU %s, driver %s: %s', (era, iommu, driver, answer) => {
  expect(written(era, iommu, driver)).toBe(answer);
});

test('an IOMMU that is off configures nothing', () => {
  expect(written('7.0', 'intel', null, 'intel_iommu=off')).toBe('no');
});
