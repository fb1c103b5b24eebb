import type { FunctionId, ScatterlistId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { ScatterlistEntry } from '../../model/workload.ts';
import type { MappingReport } from '../mapping/mappingReport.ts';
import {
  behindVmd,
  ENTRIES,
  fourRootPorts,
  IN_VMD,
  ON_ROOT_PORTS,
  oneSwitch,
  peer,
  unlisted,
  withLimits,
  withOffset,
} from '../mapping/scenarioMachines.testkit.ts';
import { mapped } from '../mapping/scenarios/mapped.testkit.ts';

/*
 * The machines on which the claims about lists are shown, by the letters that docs/claims.md gives them.
 * C lies as a document for the scenarios already; a test holds the others to theirs.
 */

/** One switch. */
export const C = oneSwitch();

/** A root port for each device; the adapter's driver leaves the longest segment at the PCI default. */
export const D = withLists(
  withLimits(fourRootPorts(), ON_ROOT_PORTS.nic, { maxSegment: 0x1_0000 }),
  ON_ROOT_PORTS.nic,
  {
    'Peer memory alone': [peer(0x2000, 0, ON_ROOT_PORTS.driveA)],
    'RAM and peer memory': mixed(ON_ROOT_PORTS.driveA),
    'Thirty-two pages': ENTRIES.E2,
  },
);

const vmd = unlisted(behindVmd());

/** Drive and adapter below a switch in a VMD domain, another drive outside; the host bridge is on no list. */
export const E = withLists(
  {
    ...vmd,
    settings: {
      ...vmd.settings,
      cmdline: 'intel_iommu=on pci=disable_acs_redir=10000:02:00.0;10000:02:01.0',
    },
  },
  IN_VMD.nic,
  {
    'RAM and peer memory': mixed(IN_VMD.driveA),
    'Peer memory first': mixed(IN_VMD.driveA).slice(2),
  },
);

/** As C, and memory of the devices lies 0x10000000 lower on the bus than where the CPU has it. */
export const F = { ...withOffset(oneSwitch(), -0x1000_0000), name: 'One switch, bus offset' };

/** RAM, RAM, 8 KiB of the drive, RAM, RAM. */
function mixed(provider: FunctionId): readonly ScatterlistEntry[] {
  return ENTRIES.E6.map((entry) => (entry.kind === 'peer' ? { ...entry, provider } : entry));
}

function withLists(
  machine: Machine,
  client: FunctionId,
  lists: Readonly<Record<string, readonly ScatterlistEntry[]>>,
): Machine {
  const scatterlists = Object.entries(lists).map(([label, entries], index) => ({
    id: `list:${index + 1}` as ScatterlistId,
    label,
    client,
    entries,
  }));
  return { ...machine, workload: { ...machine.workload, scatterlists } };
}

/** What a kernel makes of a list of that name; for its own device unless another is asked for. */
export function ask(
  machine: Machine,
  label: string,
  under: Parameters<typeof mapped>[2] = {},
): MappingReport {
  const list = machine.workload.scatterlists.find((each) => each.label === label);
  if (!list) throw new Error(`no list ${label}`);
  return mapped(machine, list.entries, { client: list.client, ...under });
}

/** The calls on the way to the mapper, without their brackets. */
export function calls({ chosen }: MappingReport): readonly string[] {
  return chosen.chain.map(({ call }) => call.replace('()', ''));
}

/** What is wrong with each output. */
export function defects({ mapping }: MappingReport): readonly (readonly string[])[] {
  return mapping.outputs.map((output) => output.defects);
}
