import { ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { KIB, mem32, mem64 } from './devicePlans.ts';
import { type Figure, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BridgePart, PortPart, SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { CONVENTION, PCIE_DEVICES, QEMU } from './sources.ts';
import { QEMU_SEEN } from './sourcesDevices.ts';

const seen = <T>(value: T): Figure<T> => known(value, QEMU_SEEN);
const chosen = <T>(value: T): Figure<T> => known(value, CONVENTION);
const coded = <T>(value: T): Figure<T> =>
  known(value, { ...QEMU, title: 'QEMU, hw/pci-bridge/ioh3420.c: no ACS capability is set up' });
const GEN1_X1 = { gts: 2.5, width: 1 };

const ROOT_PORT: PortPart = {
  kind: 'port',
  id: 'port',
  title: 'Generic root port',
  aliases: [],
  note: 'What a `port` line stands for where the host names no platform.',
  port: {
    pciId: chosen(pciIdOf(0x1b36, 0x000c)),
    link: chosen({ gts: 32, width: 16 }),
    acs: chosen({ capability: 0x1f, control: 0 }),
    maxPayload: chosen(512),
  },
};

/** Root ports that are parts by themselves. */
export const PORTS: readonly PortPart[] = [
  ROOT_PORT,
  {
    kind: 'port',
    id: 'qemu-root-port',
    title: 'QEMU pcie-root-port',
    aliases: ['pcie-root-port'],
    note: 'The plain root port of q35 and arm machines, with ACS.',
    port: {
      pciId: seen(pciIdOf(0x1b36, 0x000c)),
      link: seen({ gts: 16, width: 32 }),
      acs: seen(ACS_ROOT_PORT_DT),
      maxPayload: seen(128),
      bars: seen([mem32(0, 4 * KIB)]),
    },
  },
  {
    kind: 'port',
    id: 'qemu-ioh3420',
    title: 'QEMU ioh3420',
    aliases: ['ioh3420'],
    note: 'The root port of the Intel 5520 I/O hub.',
    port: {
      pciId: coded(pciIdOf(0x8086, 0x3420)),
      link: coded({ gts: 2.5, width: 1 }),
      acs: coded(null),
      maxPayload: coded(128),
    },
  },
];

/** The only switch that QEMU models; its downstream ports have no ACS capability. */
export const QEMU_SWITCHES: readonly SwitchPart[] = [
  {
    kind: 'switch',
    id: 'qemu-xio3130',
    title: 'QEMU xio3130 (Texas Instruments)',
    aliases: ['xio3130', 'x3130'],
    note: 'x3130-upstream with xio3130-downstream ports, without ACS.',
    upstream: {
      pciId: seen(pciIdOf(0x104c, 0x8232)),
      acs: seen(null),
      maxPayload: seen(128),
    },
    downstream: {
      pciId: seen(pciIdOf(0x104c, 0x8233)),
      acs: seen(null),
      maxPayload: seen(128),
    },
    maxPorts: known(32, PCIE_DEVICES),
    lanes: UNKNOWN_FIGURE,
    link: seen(GEN1_X1),
    latencyNs: UNKNOWN_FIGURE,
    management: [],
    portsAre: seen('devices'),
  },
];

/** Bridges to conventional PCI, as QEMU models them. */
export const QEMU_BRIDGES: readonly BridgePart[] = [
  {
    kind: 'bridge',
    id: 'qemu-pcie-pci-bridge',
    title: 'QEMU pcie-pci-bridge',
    aliases: ['pcie-pci-bridge'],
    note: 'From PCI Express to conventional PCI.',
    type: 'pcie-to-pci',
    pciId: seen(pciIdOf(0x1b36, 0x000e)),
    classCode: seen(0x060400),
    link: seen(GEN1_X1),
    acs: seen(null),
    bars: seen([mem64(0, 256)]),
  },
  {
    kind: 'bridge',
    id: 'qemu-pci-bridge',
    title: 'QEMU pci-bridge',
    aliases: ['pci-bridge'],
    note: 'Between two conventional buses.',
    type: 'conventional-bridge',
    pciId: seen(pciIdOf(0x1b36, 0x0001)),
    classCode: seen(0x060400),
    link: seen(null),
    acs: seen(null),
    bars: seen([mem64(0, 256)]),
  },
  {
    kind: 'bridge',
    id: 'qemu-dmi-bridge',
    title: 'QEMU i82801b11-bridge',
    aliases: ['i82801b11-bridge', 'dmi-bridge'],
    note: 'From the root bus to a conventional bus, as Intel chipsets had it.',
    type: 'conventional-bridge',
    pciId: seen(pciIdOf(0x8086, 0x244e)),
    classCode: seen(0x060401),
    link: seen(null),
    acs: seen(null),
    bars: seen([]),
  },
];
