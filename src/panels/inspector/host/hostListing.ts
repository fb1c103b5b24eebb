import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import type { Era } from '../../../engine/kernel/eras.ts';
import { type AllowListRow, allowListOf } from '../../../engine/p2pdma/allowList.ts';
import { cpuSupportsP2pdma } from '../../../engine/p2pdma/cpuSupportsP2pdma.ts';
import { hostBridgeIdentity } from '../../../engine/p2pdma/hostBridgeIdentity.ts';
import { hostBridgeWhitelist } from '../../../engine/p2pdma/hostBridgeWhitelist.ts';
import { buildTopology, functionAt } from '../../../engine/pci/topology.ts';
import type { Conditions } from '../../../engine/report.ts';
import { devfn } from '../../../model/address.ts';
import type { HostBridge, Machine } from '../../../model/machine.ts';
import type { PciFunction, PciId } from '../../../model/pciFunction.ts';

/** By which function Linux knows a host bridge, and what its list says of it. */
export interface HostListing {
  /** The first function on the root bus; `null` when none is shown there. */
  readonly first: PciFunction | null;
  /** The ids the list is asked for; `null`: this kernel takes no function of the bus. */
  readonly id: OrUnknown<PciId> | null;
  /** The row that names it. */
  readonly row: AllowListRow | null;
  readonly verdict: 'listed' | 'listed-same-host' | 'not-listed' | 'nobody' | 'unknown';
  /** The kernel trusts the CPU and never reads the list. */
  readonly isListMoot: boolean;
  /** No function 00.0 is shown on the root bus. */
  readonly isHeadless: boolean;
}

export function hostListing(
  machine: Machine,
  host: HostBridge,
  { kernel, cpu }: Pick<Conditions, 'kernel' | 'cpu'>,
): HostListing {
  const era = kernel.value;
  const topology = buildTopology(machine);
  const place = machine.hostBridges.indexOf(host);
  const [firstPlace] = topology.rootBus[place] ?? [];
  const first = firstPlace === undefined ? null : functionAt(topology, firstPlace);
  const identity = hostBridgeIdentity(topology, place, era.features);
  const { answer, row } = hostBridgeWhitelist(identity, allowListOf(era), true);
  const isListed = answer === 'yes' && row !== null;
  return {
    first,
    id: identity.id,
    row,
    verdict: isListed
      ? row.sameHostOnly
        ? 'listed-same-host'
        : 'listed'
      : answer === 'unknown'
        ? 'unknown'
        : identity.id === null
          ? 'nobody'
          : 'not-listed',
    isListMoot: cpuSupportsP2pdma(cpu.value, era.features) === 'yes',
    isHeadless: first === null || first.address === null || devfn(first.address) !== 0,
  };
}

/** What the list says, and what follows, in a sentence or two. */
export function listingSentence({ first, row, verdict }: HostListing, era: Era): string {
  const list = `the list of ${era.title}`;
  if (era.features.hostIdentity === 'none') {
    return `${era.title} has no list of host bridges: what has to go through one is refused.`;
  }
  switch (verdict) {
    case 'listed':
      return `On ${list}: ${row?.platform}.`;
    case 'listed-same-host':
      return `On ${list}, for two devices below this one host bridge only: ${row?.platform}.`;
    case 'not-listed':
      return `Not on ${list}: what has to go through it is refused.`;
    case 'unknown':
      return `Whether it is on ${list} is open: the input hides the ids of ${first ? nameOf(first) : 'its first function'}.`;
    case 'nobody':
      if (!first) return `Nothing is shown on its root bus, so ${list} cannot be asked.`;
      return `Its bus begins with ${nameOf(first)}, which ${era.title} does not take for a host bridge: what has to go through it is refused.`;
  }
}

/** Rows of the list as choices: the ids, whom they stand for, and under which condition. */
export function listChoices(era: Era): readonly { readonly id: PciId; readonly text: string }[] {
  return allowListOf(era).map(({ vendor, device, platform, sameHostOnly }) => ({
    id: { vendor, device: device ?? UNKNOWN },
    text: sameHostOnly ? `${platform}, same host bridge only` : platform,
  }));
}
