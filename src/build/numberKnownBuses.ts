import { UNKNOWN } from '../base/unknown.ts';
import type { PciAddress } from '../model/address.ts';
import type { HostBridge } from '../model/machine.ts';
import type { NumberTree } from './numberTree.ts';

/** Numbers of buses as a captured machine shows them; `null` where nothing does. */
export interface KnownBuses {
  /** Of root buses, by the host bridge's place. */
  readonly ofHost: readonly (number | null)[];
  /** Behind functions, by their place. */
  readonly behind: readonly (number | null)[];
  /** Do registers or a host bridge say which bus that is? */
  readonly isStated: (address: PciAddress) => boolean;
}

/**
 * What registers and host bridges say of bus numbers. Where a bridge's registers are hidden and
 * everything behind it is on one bus, a number that nobody else has, it is that bridge's.
 */
export function knownBuses(
  { functions, onHost, below }: NumberTree,
  hosts: readonly HostBridge[],
): KnownBuses {
  const stated = new Set<string>();
  const keyOf = (domain: number, bus: number) => `${domain}:${bus}`;
  for (const { domain, rootBus } of hosts) if (rootBus !== null) stated.add(keyOf(domain, rootBus));
  const registers = functions.map(({ bridge, address }): number | null => {
    if (bridge === null || bridge === UNKNOWN || bridge.secondary === UNKNOWN) return null;
    // A bridge that nobody set up forwards to bus 0, which is none of its own.
    if (bridge.secondary === 0) return null;
    if (address) stated.add(keyOf(address.domain, bridge.secondary));
    return bridge.secondary;
  });
  const isStated = ({ domain, bus }: PciAddress) => stated.has(keyOf(domain, bus));

  const common = (members: readonly number[]): number | null => {
    // What came from a bus that others say is theirs shows nothing of this one.
    const here = members.flatMap((index) => {
      const address = functions[index]?.address ?? null;
      return address === null || isStated(address) ? [] : [address];
    });
    const [first] = here;
    const isOne = here.every((each) => each.domain === first?.domain && each.bus === first.bus);
    return first && isOne ? first.bus : null;
  };
  return {
    ofHost: hosts.map(({ rootBus }, index) => rootBus ?? common(onHost[index] ?? [])),
    behind: registers.map((bus, index) => bus ?? common(below[index] ?? [])),
    isStated,
  };
}
