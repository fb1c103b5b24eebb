import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';

/** Two disks in a VMD domain, two more below a redirecting switch, and the VMD function on the root bus of the machine. */
export function vmdMachine(): Machine {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:2020')
    .rciep('00:05.5', { id: '8086:201d' })
    .rootPort('10000:00:02.0', '01')
    .endpoint('10000:01:00.0')
    .rootPort('10000:00:03.0', '02')
    .endpoint('10000:02:00.0')
    .rootPort('10000:00:04.0', '03-06', { acs: acs(0x1d) })
    .upstream('10000:03:00.0', '04-06')
    .downstream('10000:04:00.0', '05', { acs: acs(0x14) })
    .downstream('10000:04:01.0', '06', { acs: acs(0x14) })
    .endpoint('10000:05:00.0')
    .endpoint('10000:06:00.0')
    .build();
  const hostBridges = machine.hostBridges.map((host) =>
    host.domain === 0x10000 ? { ...host, kind: 'vmd' as const, vmdFunction: id('00:05.5') } : host,
  );
  return { ...machine, hostBridges };
}
