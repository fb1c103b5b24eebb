import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciAddress } from '../../model/address.ts';
import { formatAddress } from '../../model/address.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { FixedAddress, PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import { hostOf } from './hostOf.ts';
import type { Look } from './look.ts';

/** Functions that do not have the numbers which were set for them by hand. */
export function fixedAddress(look: Look): readonly Finding[] {
  const { machine, name } = look;
  return machine.functions.flatMap((fn): readonly Finding[] => {
    const { address, fixedAddress: fixed } = fn;
    if (!fixed || !address || holds(fixed, address)) return [];
    return [
      {
        severity: 'warning',
        text: `${name(fn)} is at ${formatAddress(address)}; ${written(fixed)} was set by hand.`,
        hint: whyNot(look, fn, fixed, address),
        parts: [fn.id],
        mends: [
          {
            title: `Leave the number of ${name(fn)} to the tool`,
            changes: [{ kind: 'fix-address', function: fn.id, fixed: null }],
          },
        ],
      },
    ];
  });
}

function holds(fixed: FixedAddress, address: PciAddress): boolean {
  return (
    (fixed.bus === null || fixed.bus === address.bus) &&
    (fixed.device === null || fixed.device === address.device) &&
    (fixed.function === null || fixed.function === address.function)
  );
}

/** Who has the number, or which numbers there are. */
function whyNot(look: Look, fn: PciFunction, fixed: FixedAddress, address: PciAddress): string {
  const { functions, hostBridges } = look.machine;
  const wish = {
    bus: fixed.bus ?? address.bus,
    device: fixed.device ?? address.device,
    function: fixed.function ?? address.function,
  };
  const there = functions.find(
    (each) => each !== fn && each.address?.domain === address.domain && holds(wish, each.address),
  );
  if (there) return `${look.name(there)} has that number.`;
  const above = look.above(fn);
  const host = hostBridges.find(({ id }) => id === hostOf(look, fn));
  if (wish.bus !== address.bus) {
    const { bus } = wish;
    if (host && host.rootBus !== null && host.lastBus !== UNKNOWN && !isIn(host, bus)) {
      return `${host.label ?? host.id} has buses ${hex(host.rootBus, 2)} to ${hex(host.lastBus, 2)}.`;
    }
    const owner = functions.find((each) => secondaryOf(each) === bus && inDomain(each, address));
    if (owner) return `Bus ${hex(bus, 2)} is the one below ${look.name(owner)}.`;
    const range = above && rangeOf(above);
    if (above && range) {
      return `Buses ${hex(range.first, 2)} to ${hex(range.last, 2)} are below ${look.name(above)}.`;
    }
  }
  if (above && hasLinkBelow(above) && wish.device > 0) {
    return `The device at the end of ${look.name(above)}'s link is number 00.`;
  }
  return `No such number is left below ${above ? look.name(above) : (host?.label ?? 'its host bridge')}.`;
}

const isIn = ({ rootBus, lastBus }: HostBridge, bus: number) =>
  rootBus !== null && lastBus !== UNKNOWN && rootBus <= bus && bus <= lastBus;

const inDomain = (fn: PciFunction, { domain }: PciAddress) => fn.address?.domain === domain;

function rangeOf({ bridge }: PciFunction): { first: number; last: number } | null {
  if (!bridge || bridge === UNKNOWN) return null;
  const { secondary, subordinate } = bridge;
  return typeof secondary === 'number' && typeof subordinate === 'number'
    ? { first: secondary, last: subordinate }
    : null;
}

const secondaryOf = (fn: PciFunction) => rangeOf(fn)?.first ?? null;

function written({ bus, device, function: number }: FixedAddress): string {
  const words = [
    bus === null ? null : `bus ${hex(bus, 2)}`,
    device === null ? null : `device ${hex(device, 2)}`,
    number === null ? null : `function ${number}`,
  ];
  return words.filter((word) => word !== null).join(', ');
}
