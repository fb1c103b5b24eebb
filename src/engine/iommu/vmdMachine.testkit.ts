import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';

/** A VMD function at 00:0e.0 with a root port and a drive in its domain 10000. */
export function vmdMachine(holder: HostBridge['vmdFunction'] = id('00:0e.0')): Machine {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:9a14')
    .rciep('00:0e.0', { id: '8086:9a0b' })
    .rootPort('10000:00:06.0', '01', { acs: acs(0x1d) })
    .endpoint('10000:01:00.0')
    .build();
  return {
    ...machine,
    hostBridges: machine.hostBridges.map((host) =>
      host.domain === 0 ? host : { ...host, kind: 'vmd', vmdFunction: holder },
    ),
  };
}
