import { ACS_ROOT_PORT } from './acsPlans.ts';
import { MIB, mem32, mem64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { RootPortPlan, VmdPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { ACS_NOT_SEEN, CONVENTION, PCI_IDS } from './sources.ts';

const INTEL = 0x8086;
const DRIVER: Source = {
  title: 'Linux, drivers/pci/controller/vmd.c, vmd_ids[]',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/controller/vmd.c',
  quality: 'kernel',
};
/** `vmd_get_bus_number_start()`: 0, 128 or 224, as firmware set it. */
const RESTRICTED: Source = {
  title: 'Linux, vmd.c: bus 0, 128 or 224, as firmware says; laptops show 224 (10000:e0)',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/controller/vmd.c',
  quality: 'kernel',
};
const SAPPHIRE: Source = {
  title: 'Kernel log of a Sapphire Rapids machine: domain 10000 begins with bus 80, port 8086:352a',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};

/** Configuration space for 32 buses, memory, and memory with MSI-X: sizes that laptops often show. */
const BARS = known([mem64(0, 32 * MIB), mem32(2, 32 * MIB), mem64(4, MIB)], {
  title: 'Chosen here: firmware gives these three BARs their sizes',
  url: null,
  quality: 'convention',
});

function rootPort(pciId: RootPortPlan['pciId']): RootPortPlan {
  return {
    pciId,
    link: known({ gts: 16, width: 4 }, CONVENTION),
    acs: known(ACS_ROOT_PORT, ACS_NOT_SEEN),
    maxPayload: known(256, CONVENTION),
  };
}

/** The root ports behind it are the CPU's own; which of them, a machine's firmware chooses. */
const STANDING_IN: RootPortPlan['pciId'] = known(pciIdOf(0x1b36, 0x000c), {
  title: 'Stands in for a root port of the CPU, of which there are several',
  url: null,
  quality: 'convention',
});

function client(device: number, title: string, ids: Source, aliases: readonly string[]): VmdPart {
  return {
    kind: 'vmd',
    id: `vmd-${device.toString(16).padStart(4, '0')}`,
    title: `Intel VMD ${device.toString(16).padStart(4, '0')}${title}`,
    aliases,
    note: 'Of client processors: drives of a laptop sit behind it where RST is switched on.',
    pciId: known(pciIdOf(INTEL, device), ids),
    startBus: known(224, RESTRICTED),
    bars: BARS,
    rootPort: rootPort(STANDING_IN),
  };
}

const UNKNOWN_START: Figure<number> = UNKNOWN_FIGURE;

/** Intel's Volume Management Devices, by age. */
export const VMDS: readonly VmdPart[] = [
  {
    kind: 'vmd',
    id: 'vmd',
    title: 'Generic VMD',
    aliases: [],
    note: 'The ids are those of the first generation, of which the domain begins with bus 0.',
    pciId: known(pciIdOf(INTEL, 0x201d), CONVENTION),
    startBus: known(0, CONVENTION),
    bars: BARS,
    rootPort: {
      pciId: known(pciIdOf(INTEL, 0x2030), CONVENTION),
      link: known({ gts: 8, width: 4 }, CONVENTION),
      acs: known(ACS_ROOT_PORT, CONVENTION),
      maxPayload: known(256, CONVENTION),
    },
  },
  {
    kind: 'vmd',
    id: 'vmd-201d',
    title: 'Intel VMD 201d (Skylake-SP, Cascade Lake-SP)',
    aliases: ['vmd1'],
    note: 'Has no restriction of bus numbers: its domain begins with bus 0.',
    pciId: known(pciIdOf(INTEL, 0x201d), PCI_IDS),
    startBus: known(0, DRIVER),
    bars: BARS,
    rootPort: rootPort(known(pciIdOf(INTEL, 0x2030), PCI_IDS)),
  },
  {
    kind: 'vmd',
    id: 'vmd-28c0',
    title: 'Intel VMD 28c0 (Ice Lake-SP, Sapphire Rapids and later)',
    aliases: ['vmd2'],
    note: 'Firmware may leave it a part of the bus numbers only.',
    pciId: known(pciIdOf(INTEL, 0x28c0), PCI_IDS),
    startBus: known(128, SAPPHIRE),
    bars: BARS,
    rootPort: rootPort(known(pciIdOf(INTEL, 0x352a), SAPPHIRE)),
  },
  {
    kind: 'vmd',
    id: 'vmd-28c1',
    title: 'Intel VMD 28c1',
    aliases: [],
    note: 'Takes its bus numbers from what firmware left in its memory.',
    pciId: known(pciIdOf(INTEL, 0x28c1), DRIVER),
    startBus: UNKNOWN_START,
    bars: BARS,
    rootPort: rootPort(STANDING_IN),
  },
  client(0x9a0b, ' (Tiger Lake)', PCI_IDS, []),
  client(0x4c3d, ' (Rocket Lake)', PCI_IDS, []),
  client(0x467f, ' (Alder Lake)', PCI_IDS, []),
  client(0xa77f, ' (Raptor Lake)', PCI_IDS, []),
  client(0x7d0b, ' (Meteor Lake)', PCI_IDS, []),
  client(0xad0b, ' (Arrow Lake)', PCI_IDS, []),
  client(0xb60b, '', DRIVER, []),
  client(0xb06f, '', DRIVER, []),
  client(0xb07f, ' (Panther Lake)', DRIVER, []),
];
