import { acs, MachineBuilder } from '../../src/model/machine.testkit.ts';
import type { Machine } from '../../src/model/machine.ts';
import type { PciFunction } from '../../src/model/pciFunction.ts';
import type { PcieCapability } from '../../src/model/registers.ts';

/** Below each root port a switch with as many downstream ports, a card of one or two functions each. */
const PORTS = 12;
const HOSTS_PER_DOMAIN = 8;
const BUSES_PER_HOST = 32;

/** GPU, NIC, NVMe drive, processing accelerator. */
const CLASSES = [0x030200, 0x020000, 0x010802, 0x120000] as const;
const RATES = [16, 32] as const;

/** A machine with this many functions: hosts with a switch each, and cards below their ports. */
export function bigMachine(count: number): Machine {
  const builder = new MachineBuilder();
  let made = 0;
  for (let host = 0; made < count; host++) {
    const domain = hex(Math.floor(host / HOSTS_PER_DOMAIN), 4);
    const bus = (host % HOSTS_PER_DOMAIN) * BUSES_PER_HOST;
    const at = (offset: number, rest: string) => `${domain}:${hex(bus + offset)}:${rest}`;
    const last = hex(bus + 2 + PORTS);
    builder.host(at(0, '00.0'), '8086:09a2');
    builder.rootPort(at(0, '01.0'), `${hex(bus + 1)}-${last}`, { acs: acs(0x1d) });
    builder.upstream(at(1, '00.0'), `${hex(bus + 2)}-${last}`);
    made += 3;
    for (let port = 0; port < PORTS && made < count; port++) {
      const below = 3 + port;
      const classCode = CLASSES[port % CLASSES.length] ?? 0;
      const change = { classCode, driver: 'driver', numaNode: host % 2 };
      builder.downstream(at(2, `${hex(port)}.0`), hex(bus + below), { acs: acs(0x1d) });
      builder.endpoint(at(below, '00.0'), { change });
      made += 2;
      if (port % 4 === 1 && made < count) {
        builder.endpoint(at(below, '00.1'), { change });
        made++;
      }
    }
  }
  const machine = builder.build();
  return { ...machine, functions: machine.functions.map(withLink) };
}

function withLink(fn: PciFunction, index: number): PciFunction {
  if (fn.pcie === null || fn.pcie === 'unknown') return fn;
  const state = { gts: RATES[index % RATES.length] ?? 16, width: index % 3 === 0 ? 4 : 16 };
  const link = { capable: state, current: state, targetGts: null, portNumber: 0 };
  const pcie: PcieCapability = { ...fn.pcie, link };
  return { ...fn, pcie };
}

function hex(value: number, digits = 2): string {
  return value.toString(16).padStart(digits, '0');
}
