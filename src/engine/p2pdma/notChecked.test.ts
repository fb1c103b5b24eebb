import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { IommuHardware } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { IOMMU_SET, oneSwitch, Q35, twoRootPorts, ZEN } from './workedMachines.testkit.ts';

function judge(machine: Machine, iommu: IommuHardware | null, client = '04:00.0') {
  const asked = { kernel: eraById('oot-2016'), cpu: ZEN, acsWords: 'as-is', iommu } as const;
  const provider = client === '04:00.0' ? '03:00.0' : '01:00.0';
  return analyze(machine, asked).pair(id(provider), id(client));
}

test.each([
  ['in one switch, no IOMMU: the switch delivers it', oneSwitch(), 'none', 'BUS_ADDR'],
  ['the same, redirected', oneSwitch({ client: IOMMU_SET }), 'none', 'THRU_HOST_BRIDGE'],
  ['the same with an IOVA: only the IOMMU knows it', oneSwitch(), 'intel', 'THRU_HOST_BRIDGE'],
] as const)('%s', (_, machine, iommu, mapType) => {
  expect(judge(machine, iommu)).toMatchObject({
    mapType,
    rule: 'not-checked',
    result: null,
    confidence: 'proven',
  });
});

test('nothing is ever refused, whatever the host bridge', () => {
  expect(judge(twoRootPorts(Q35), 'none', '02:00.0')).toMatchObject({
    mapType: 'THRU_HOST_BRIDGE',
    distance: 4,
    rule: 'not-checked',
  });
});

test('without a word about the IOMMU the answer rests on there being none', () => {
  expect(judge(oneSwitch(), null)).toMatchObject({ confidence: 'assumed', decidedBy: ['iommu'] });
});

test('a hidden ACS word leaves both ways open', () => {
  const machine = oneSwitch();
  const functions = machine.functions.map((fn) =>
    fn.id === id('02:00.0') ? { ...fn, acs: UNKNOWN } : fn,
  );
  expect(judge({ ...machine, functions }, 'none')).toMatchObject({
    possible: ['BUS_ADDR', 'THRU_HOST_BRIDGE'],
    rule: 'acs-unknown',
  });
});
