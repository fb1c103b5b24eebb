import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { NO_IOMMU } from './acsContext.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { pciAcsPathEnabled } from './pciAcsPathEnabled.ts';

function path(rootPort: number, downstream: number) {
  const topology = buildTopology(
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01-03', { acs: acs(rootPort) })
      .upstream('01:00.0', '02-03')
      .downstream('02:00.0', '03', { acs: acs(downstream) })
      .endpoint('03:00.0')
      .build(),
  );
  return pciAcsPathEnabled(
    topology,
    topology.indexOf.get(id('02:00.0')) ?? -1,
    REQ_ACS_FLAGS,
    NO_IOMMU,
  );
}

test.each([
  [0x1d, 0x1d, 'yes'],
  [0x1d, 0x00, 'no'],
  [0x00, 0x1d, 'no'],
])('root port %i, downstream port %i: %s', (rootPort, downstream, answer) => {
  expect(path(rootPort, downstream)).toBe(answer);
});
