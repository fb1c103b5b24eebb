import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';

/** Two disks in a VMD domain, and the VMD function on the root bus of the machine. */
export function vmdMachine(): Machine {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:2020')
    .rciep('00:05.5', { id: '8086:201d' })
    .rootPort('10000:00:02.0', '01')
    .endpoint('10000:01:00.0')
    .rootPort('10000:00:03.0', '02')
    .endpoint('10000:02:00.0')
    .build();
  const hostBridges = machine.hostBridges.map((host) =>
    host.domain === 0x10000 ? { ...host, kind: 'vmd' as const, vmdFunction: id('00:05.5') } : host,
  );
  return { ...machine, hostBridges };
}
