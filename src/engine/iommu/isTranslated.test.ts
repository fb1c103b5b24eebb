import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { IommuHardware } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '1022:1450')
  .endpoint('00:01.0', { id: '1022:0008', change: { classCode: 0x080600, type: 'conventional' } })
  .rootPort('00:02.0', '01-02')
  .rootPort('00:03.0', '03')
  .downstream('01:00.0', '02', { change: { type: 'pcie-to-pci' } })
  .endpoint('02:00.0', { change: { type: 'conventional' } })
  .endpoint('03:00.0')
  .build();

function translated(kernel: string, iommu: IommuHardware, cmdline: string): readonly string[] {
  const analysis = analyze(machine, { kernel: eraById(kernel), iommu, cmdline });
  return machine.functions.filter((fn) => analysis.isTranslated(fn.id)).map((fn) => fn.id);
}

const ids = (...names: readonly string[]) => names.map((name) => id(name));
const ALL = machine.functions.map((fn) => fn.id);

describe('untrusted functions with pass-through', () => {
  // Two functions of one slot share a group; only one of them is untrusted.
  const outside = new MachineBuilder()
    .host('00:00.0', '8086:9a14')
    .rootPort('00:07.0', '01')
    .rootPort('00:08.0', '02')
    .endpoint('01:00.0', { change: { untrusted: true, multifunction: true } })
    .endpoint('01:00.1', { change: { multifunction: true } })
    .endpoint('02:00.0')
    .build();

  test.each([
    ['4.20', 'intel', []],
    ['5.4', 'intel', ['01:00.0']],
    ['5.4', 'amd', []],
    ['5.8', 'intel', ['01:00.0', '01:00.1']],
    ['5.10', 'amd', []],
    ['5.11', 'amd', ['01:00.0', '01:00.1']],
    ['6.12', 'intel', ['01:00.0', '01:00.1']],
  ] as const)('%s, %s', (kernel, iommu, expected) => {
    const asked = { kernel: eraById(kernel), iommu, cmdline: 'intel_iommu=on iommu=pt' };
    const analysis = analyze(outside, asked);
    const found = outside.functions.filter(({ id: each }) => analysis.isTranslated(each));
    expect(found.map((fn) => fn.id.slice(5)).filter((each) => !each.startsWith('00'))).toEqual(
      expected,
    );
  });

  test('their addresses are not flushed lazily, and those of the group are not, either', () => {
    const analysis = analyze(outside, { kernel: eraById('6.12'), iommu: 'intel' });
    const held = outside.functions.filter((fn) => analysis.sharesWithUntrusted(fn.id));
    expect(held.map((fn) => fn.id)).toEqual(ids('00:07.0', '01:00.0', '01:00.1'));
  });
});

describe('whose addresses an IOMMU translates', () => {
  test.each([
    ['6.12', 'none', '', []],
    ['6.12', 'intel', 'intel_iommu=off', []],
    ['6.12', 'intel', 'intel_iommu=on iommu.passthrough=0', ALL],
    ['6.12', 'intel', 'intel_iommu=on iommu=pt', []],
    ['5.10', 'intel', 'intel_iommu=on iommu=pt', []],
    // One requester id for all behind the bridge: kept out of the identity domain.
    ['5.4', 'intel', 'intel_iommu=on iommu=pt', ids('01:00.0', '02:00.0')],
    ['5.4', 'amd', 'iommu=pt', []],
    // All but the IOMMU itself.
    ['6.12', 'amd', 'iommu.passthrough=0', ALL.filter((each) => each !== id('00:01.0'))],
  ] as const)('%s, %s, "%s"', (kernel, iommu, cmdline, expected) => {
    expect(translated(kernel, iommu, cmdline)).toEqual(expected);
  });
});
