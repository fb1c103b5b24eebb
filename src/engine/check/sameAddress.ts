import { formatAddress } from '../../model/address.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { listed } from './words.ts';

/** Functions at one address, and host bridges with one root bus. */
export function sameAddress(look: Look): readonly Finding[] {
  return [...functions(look), ...rootBuses(look)];
}

function functions({ machine, name }: Look): readonly Finding[] {
  const at = new Map<number, PciFunction[]>();
  const clashes: PciFunction[][] = [];
  for (const fn of machine.functions) {
    if (!fn.address) continue;
    const { domain, bus, device, function: number } = fn.address;
    const key = domain * 0x1_0000 + bus * 0x100 + device * 8 + number;
    const there = at.get(key);
    if (!there) at.set(key, [fn]);
    else if (there.push(fn) === 2) clashes.push(there);
  }
  return clashes.map((clash): Finding => {
    const [first] = clash;
    const address = first?.address ? formatAddress(first.address) : '';
    // With all but one left to numbering, no two are set to the same.
    const fixed = clash.filter((fn) => fn.fixedAddress !== null).slice(1);
    return {
      severity: 'error',
      text: `${listed(clash.map(name))} have the same address ${address}.`,
      hint: 'Give all but one of them another device or function number.',
      parts: clash.map(({ id }) => id),
      mends:
        fixed.length === 0
          ? []
          : [
              {
                title: `Number ${listed(fixed.map(name))} anew`,
                changes: fixed.map(({ id }) => ({
                  kind: 'fix-address',
                  function: id,
                  fixed: null,
                })),
              },
            ],
    };
  });
}

function rootBuses({ machine, isDrawn }: Look): readonly Finding[] {
  return hostsWithTakenBus(machine).map(({ host, owner }): Finding => {
    const [kept, left] = [owner, host].map(({ id, label }) => label ?? id);
    const follows = isDrawn ? `, so nothing below ${left} has a number` : '';
    return {
      severity: 'error',
      text: `${kept} and ${left} have the same root bus${follows}.`,
      hint: 'Give one of them another bus number or domain.',
      parts: [owner.id, host.id],
    };
  });
}

interface TakenBus {
  readonly host: HostBridge;
  readonly owner: HostBridge;
}

/** Host bridges whose root bus one before them has. */
export function hostsWithTakenBus({ hostBridges }: Machine): readonly TakenBus[] {
  const owners = new Map<string, HostBridge>();
  return hostBridges.flatMap((host) => {
    if (host.rootBus === null) return [];
    const key = `${host.domain}:${host.rootBus}`;
    const owner = owners.get(key);
    if (owner) return [{ host, owner }];
    owners.set(key, host);
    return [];
  });
}
