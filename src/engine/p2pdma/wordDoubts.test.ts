import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { INTEL, oneSwitch, twoRootPorts } from './workedMachines.testkit.ts';

function verdict(machine: Machine, request: Partial<ConditionRequest>) {
  const analysis = analyze(machine, {
    kernel: eraById('6.12'),
    cpu: INTEL,
    acsWords: 'boot',
    ...request,
  });
  const [provider, client] = machine.functions.some((fn) => fn.id === id('03:00.0'))
    ? ['03:00.0', '04:00.0']
    : ['01:00.0', '02:00.0'];
  return analysis.pair(id(provider ?? ''), id(client ?? ''));
}

const drawn = (machine: Machine): Machine => ({ ...machine, origin: 'drawn' });

describe('what a boot made of ACS words rests on', () => {
  test('no word of an IOMMU: taken as none, and one would redirect', () => {
    expect(verdict(drawn(oneSwitch()), {})).toMatchObject({
      mapType: 'BUS_ADDR',
      confidence: 'assumed',
      decidedBy: ['iommu'],
    });
  });

  test('the IOMMU stated: proven', () => {
    expect(verdict(drawn(oneSwitch()), { iommu: 'none' }).confidence).toBe('proven');
    expect(verdict(drawn(oneSwitch()), { iommu: 'amd' })).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      confidence: 'proven',
    });
  });

  test('redirected words of a captured machine may be the kernel’s, not the firmware’s', () => {
    const machine = oneSwitch({ provider: 0x1d, client: 0x1d });
    const settings = { ...machine.settings, acsWords: 'boot' } as const;
    const asked = { iommu: 'none', acsWords: null } as const;
    expect(verdict({ ...machine, settings }, asked)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      confidence: 'assumed',
      decidedBy: ['acs-words'],
    });
  });

  test('pairs that ACS words do not decide rest on nothing', () => {
    expect(verdict(drawn(twoRootPorts('8086:29c0')), {}).decidedBy).toEqual([]);
  });

  test('words as they stand rest on nothing', () => {
    expect(verdict(drawn(oneSwitch()), { acsWords: 'as-is' }).confidence).toBe('proven');
  });

  test('kernels differ in what a list of ports does, and nothing says which one runs', () => {
    const machine = drawn(oneSwitch({ provider: 0x04 }));
    const asked = {
      iommu: 'none',
      cmdline: 'pci=disable_acs_redir=02:00.0',
      kernel: null,
    } as const;
    expect(verdict(machine, asked)).toMatchObject({
      // From 7.0 on the list does nothing where no driver is bound and no IOMMU is in use.
      mapType: 'NOT_SUPPORTED',
      confidence: 'assumed',
      decidedBy: ['kernel'],
    });
  });

  test('each way in which kernels differ is looked at, not the first alone', () => {
    // The early form brings RR back as the firmware had it, and differs in UF only; the later clears it.
    const cmdline = 'pci=config_acs=1x0xx@02:00.0';
    const asked = { iommu: 'none', cmdline, kernel: null } as const;
    expect(verdict(drawn(oneSwitch({ provider: 0x04 })), asked)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      decidedBy: ['kernel'],
    });
  });

  test('kernels differ in when they hear amd_iommu=off', () => {
    const asked = { iommu: 'amd', cmdline: 'amd_iommu=off', kernel: null } as const;
    expect(verdict(drawn(oneSwitch()), asked)).toMatchObject({
      mapType: 'BUS_ADDR',
      decidedBy: ['kernel'],
    });
  });
});
