import { ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { functionPlan, KIB, mem32, ports } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, FunctionPlan, PlatformPart, RootPortPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { platform } from './platformRow.ts';

const INTEL = 0x8086;
const SEEN: Source = {
  title: 'QEMU 7.2, machine q35, as Linux 5.4 to 7.0 show it (fixtures/golden)',
  url: 'https://www.qemu.org/docs/master/specs/pci-ids.html',
  quality: 'emulator',
};
const seen = <T>(value: T): Figure<T> => known(value, SEEN);

const ROOT_PORT: RootPortPlan = {
  pciId: seen(pciIdOf(0x1b36, 0x000c)),
  link: seen({ gts: 16, width: 32 }),
  acs: seen(ACS_ROOT_PORT_DT),
  maxPayload: seen(128),
  bars: seen([mem32(0, 4 * KIB)]),
};

/** The ICH9 stands at device 31 of every q35 machine. */
function ich9(
  number: number,
  role: string,
  device: number,
  classCode: number,
  bars: readonly BarPlan[],
): { readonly device: number; readonly function: FunctionPlan } {
  return {
    device: 0x1f,
    function: functionPlan(role, {
      number,
      type: 'conventional',
      pciId: seen(pciIdOf(INTEL, device)),
      classCode: seen(classCode),
      bars: seen(bars),
      acs: seen(null),
      ats: seen(false),
      ari: seen(false),
      sriov: seen(null),
      driver: seen(null),
      dma: seen({ maskBits: 64, maxSegment: 0x10000 }),
      p2pMemory: seen(null),
    }),
  };
}

const COMMON = {
  maker: 'QEMU',
  firstDeviceClass: seen(0x060000),
  rootPort: ROOT_PORT,
  forwardsWrites: seen(true),
  forwardsReads: seen(true),
  windowOffset: seen(0),
} as const;

/** QEMU's machines. What they forward they do as software, without an IOMMU in the way. */
export const QEMU_PLATFORMS: readonly PlatformPart[] = [
  platform({
    ...COMMON,
    id: 'q35',
    title: 'QEMU q35',
    aliases: ['qemu-q35'],
    note: 'Brings 00:00.0 and the ICH9 at 00:1f along. Not in the list of Linux.',
    year: UNKNOWN_FIGURE,
    firstDevice: seen(pciIdOf(INTEL, 0x29c0)),
    hostBridges: seen(1),
    integrated: [
      ich9(0, 'lpc', 0x2918, 0x060100, []),
      ich9(2, 'sata', 0x2922, 0x010601, [ports(4, 32), mem32(5, 4 * KIB)]),
      ich9(3, 'smbus', 0x2930, 0x0c0500, [ports(4, 64)]),
    ],
  }),
  platform({
    ...COMMON,
    id: 'pxb-pcie',
    title: 'QEMU pxb-pcie',
    aliases: ['qemu-pxb'],
    note:
      'A further root bus of a q35 machine, with nothing on it but what is plugged in. Its ' +
      'expander bridge (1b36:000b, qemu-pxb) sits on the first root bus.',
    firstDevice: seen(null),
  }),
];
