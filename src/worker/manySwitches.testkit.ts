import { hex64 } from '../base/hex.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar, PcieCapability } from '../model/registers.ts';

const HOSTS_PER_DOMAIN = 8;
const PORTS_PER_SWITCH = 19;

/**
 * Large machines with all that a dump says of them. 500 functions in each domain: eight root
 * complexes, below each a switch with 19 devices of two functions.
 */
export function manySwitches(domains: number): Machine {
  const builder = new MachineBuilder();
  const hex = (value: number, digits = 2) => value.toString(16).padStart(digits, '0');
  for (let root = 0; root < domains * HOSTS_PER_DOMAIN; root++) {
    const domain = `${hex(Math.floor(root / HOSTS_PER_DOMAIN), 4)}:`;
    const bus = (root % HOSTS_PER_DOMAIN) * 32;
    const at = (offset: number) => `${domain}${hex(bus + offset)}`;
    const last = hex(bus + 2 + PORTS_PER_SWITCH);
    builder.host(`${at(0)}:00.0`, '8086:09a2');
    for (let fn = 0; fn < (root % 2 ? 3 : 2); fn++) builder.rciep(`${at(0)}:02.${fn}`);
    builder.rootPort(`${at(0)}:01.0`, `${hex(bus + 1)}-${last}`, { acs: acs(0x1d) });
    builder.upstream(`${at(1)}:00.0`, `${hex(bus + 2)}-${last}`);
    for (let port = 0; port < PORTS_PER_SWITCH; port++) {
      const word = acs(port % 2 ? 0 : 0x1d);
      builder.downstream(`${at(2)}:${hex(port)}.0`, hex(bus + 3 + port), { acs: word });
      builder.endpoint(`${at(3 + port)}:00.0`).endpoint(`${at(3 + port)}:00.1`);
    }
  }
  const machine = builder.build();
  return { ...machine, functions: machine.functions.map(asCaptured) };
}

const BARS: readonly Bar[] = [0, 2, 4].map((index) => ({
  index,
  kind: 'memory',
  is64bit: true,
  prefetchable: index === 2,
  address: hex64(0xe000_0000n + BigInt(index) * 0x100_0000n),
  size: 0x100_0000,
  resizableTo: null,
}));

const PCIE: PcieCapability = {
  version: 2,
  link: {
    capable: { gts: 32, width: 16 },
    current: { gts: 32, width: 16 },
    targetGts: 32,
    portNumber: 0,
  },
  slotImplemented: false,
  slotNumber: null,
  maxPayloadSupported: 512,
  maxPayload: 256,
  maxReadRequest: 512,
  readCompletionBoundary: 64,
  tags: 256,
  relaxedOrdering: true,
  noSnoop: true,
};

/** With all that a dump says of a function: what is cloned weighs as much as in a real one. */
function asCaptured(fn: PciFunction): PciFunction {
  return {
    ...fn,
    pcie: fn.pcie === null ? null : { ...PCIE },
    bars: BARS.map((bar) => ({ ...bar })),
    subsystemId: { vendor: 0x1b36, device: 0x0010 },
    names: {
      vendor: 'Example Corporation',
      device: `Device of ${fn.id}`,
      className: 'Non-Volatile memory controller',
      subsystem: 'Example Corporation Device 0010',
    },
  };
}
