import { device, functionPlan, KIB, MIB, pref64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  datasheet,
  LISTED_CLASS,
  NO_MEMORY_OFFERED,
  report,
  SINGLE_FUNCTION_ACS,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const XILINX = 0x10ee;
const INTEL = 0x8086;

const U200 = report('lspci -v of an Alveo U200 with both functions of its XDMA shell', null);
const XRT: Source = {
  title: 'Xilinx Runtime: xclmgmt drives the management function, xocl the user’s',
  url: 'https://github.com/Xilinx/XRT',
  quality: 'datasheet',
};
const DFL: Source = {
  title: 'Linux, drivers/fpga/dfl-pci.c: its list of ids',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/fpga/dfl-pci.c',
  quality: 'kernel',
};

const PLAIN: Partial<FunctionPlan> = {
  classCode: known(0x120000, LISTED_CLASS),
  acs: known(null, TAKEN_AS_ABSENT),
  ats: known(false, TAKEN_AS_ABSENT),
  sriov: known(null, TAKEN_AS_ABSENT),
  p2pMemory: known(null, NO_MEMORY_OFFERED),
};

/** Seen of the U200; a card of which the id is not known could be any that Linux has a quirk for. */
const NEXT_ID: Source = {
  title: 'Taken as the number after the management function’s, as the U200 has it',
  url: null,
  quality: 'convention',
};

/** Management function and the one that applications use: its id is the next number. */
function alveo(
  id: string,
  title: string,
  deviceId: number,
  gts: number,
  userId: FunctionPlan['pciId'],
  userBars: Figure<readonly BarPlan[]>,
): DevicePart {
  return device('fpga', {
    id,
    title,
    aliases: [title.replace('AMD Xilinx ', '')],
    note: 'With the maker’s XDMA shell: function 0 for management, function 1 for applications.',
    link: known({ gts, width: 16 }, datasheet(title)),
    functions: [
      functionPlan('management', {
        ...PLAIN,
        pciId: known(pciIdOf(XILINX, deviceId), PCI_IDS),
        bars: UNKNOWN_FIGURE,
        driver: known('xclmgmt', XRT),
      }),
      functionPlan('user', {
        ...PLAIN,
        number: 1,
        pciId: userId.source === null ? known(pciIdOf(XILINX, deviceId + 1), NEXT_ID) : userId,
        bars: userBars,
        driver: known('xocl', XRT),
      }),
    ],
  });
}

/** One function of a programmable card. */
function card(
  row: Pick<DevicePart, 'id' | 'title' | 'aliases' | 'note' | 'link'>,
  pciId: FunctionPlan['pciId'],
  driver: FunctionPlan['driver'],
): DevicePart {
  return device('fpga', {
    ...row,
    functions: [
      functionPlan('fpga', {
        ...PLAIN,
        pciId,
        bars: UNKNOWN_FIGURE,
        acs: known(null, SINGLE_FUNCTION_ACS),
        driver,
      }),
    ],
  });
}

/** Programmable cards: what they show depends on what is loaded into them. */
export const FPGAS: readonly DevicePart[] = [
  alveo(
    'u200',
    'AMD Xilinx Alveo U200',
    0x5000,
    8,
    known(pciIdOf(XILINX, 0x5001), U200),
    known([pref64(0, 32 * MIB), pref64(2, 256 * KIB), pref64(4, 256 * MIB)], U200),
  ),
  alveo('u250', 'AMD Xilinx Alveo U250', 0x5004, 8, UNKNOWN_FIGURE, UNKNOWN_FIGURE),
  alveo('u280', 'AMD Xilinx Alveo U280', 0x500c, 8, UNKNOWN_FIGURE, UNKNOWN_FIGURE),
  alveo('u50', 'AMD Xilinx Alveo U50', 0x5020, 8, UNKNOWN_FIGURE, UNKNOWN_FIGURE),
  card(
    {
      id: 'pac-a10',
      title: 'Intel PAC with Arria 10 GX',
      aliases: ['PAC A10', 'Intel PAC'],
      note: 'Programmable Acceleration Card.',
      link: known({ gts: 8, width: 8 }, datasheet('Intel PAC with Arria 10 GX FPGA')),
    },
    known(pciIdOf(INTEL, 0x09c4), PCI_IDS),
    known('dfl-pci', DFL),
  ),
  card(
    {
      id: 'pac-d5005',
      title: 'Intel FPGA PAC D5005',
      aliases: ['PAC D5005', 'PAC S10'],
      note: 'Programmable Acceleration Card with Stratix 10 SX.',
      link: known({ gts: 8, width: 16 }, datasheet('Intel FPGA PAC D5005')),
    },
    known(pciIdOf(INTEL, 0x0b2b), PCI_IDS),
    known('dfl-pci', DFL),
  ),
  card(
    {
      id: 'stratixv',
      title: 'Altera Stratix V development kit',
      aliases: ['Stratix V'],
      note: 'A bare design without a driver of its own.',
      link: known({ gts: 8, width: 8 }, datasheet('Altera Stratix V GX FPGA development kit')),
    },
    known(pciIdOf(0x1172, 0x00a7), PCI_IDS),
    known(null, TAKEN_AS_ABSENT),
  ),
];
