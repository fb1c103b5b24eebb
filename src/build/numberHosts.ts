import { type Problem, problemError, problemWarning } from '../base/problem.ts';
import type { HostBridge } from '../model/machine.ts';
import type { RootPlace } from './numberBuses.ts';
import { LAST_BUS } from './numberPlan.ts';

const BUSES = LAST_BUS + 1;
/** Linux numbers the domains of VMDs from here (`vmd_find_free_domain()`, drivers/pci/controller/vmd.c). */
const FIRST_VMD_DOMAIN = 0x10000;

/**
 * Where each host bridge has its root bus, and which buses belong to it.
 *
 * A root bus that is set stays. Others are allotted, domain by domain: the 256 buses are divided
 * into equal shares, one for each host bridge of the domain, their number rounded up to a power of
 * two (as firmware of machines with several does, 00, 40, 80 and c0 for four), or smaller ones where
 * set numbers stand in the way. Each host bridge gets the next share that is free, the first bus 00. A share is larger than nearly any host
 * bridge needs, so that a card added below one renumbers no other. Where a share is too small, they
 * follow each other with what is left over between them. VMDs open domains of their own from 0x10000
 * up.
 *
 * In a drawn machine a host bridge that outgrows the room before the next one is no dead end: all of its
 * domain are allotted anew then, which is told. Nobody can tell by then which numbers a hand has set.
 *
 * @param sizes how many buses each host bridge takes
 * @param mayMove whether numbers that are set may be given up for want of room
 */
export function numberHosts(
  hosts: readonly HostBridge[],
  sizes: readonly number[],
  problems: Problem[],
  mayMove: boolean,
): readonly (RootPlace | null)[] {
  const domains = domainsOf(hosts);
  const inDomain = new Map<number, number[]>();
  hosts.forEach((_, index) => {
    const domain = domains[index] ?? 0;
    const members = inDomain.get(domain);
    if (members) members.push(index);
    else inDomain.set(domain, [index]);
  });
  const places: (RootPlace | null)[] = hosts.map(() => null);
  for (const [domain, members] of inDomain) {
    const asSet = startsIn(members, hosts, sizes, problems);
    const starts = (mayMove && anew(members, asSet, hosts, sizes, problems)) || asSet;
    const taken = [...starts.values()].sort((a, b) => a - b);
    const following = new Map(taken.map((bus, at) => [bus, taken[at + 1] ?? BUSES]));
    for (const [index, rootBus] of starts) {
      places[index] = { domain, rootBus, lastBus: (following.get(rootBus) ?? BUSES) - 1 };
    }
  }
  return places;
}

/** Those of VMDs in the order of the document, none twice; others as they are. */
function domainsOf(hosts: readonly HostBridge[]): readonly number[] {
  const taken = new Set(hosts.filter((host) => host.kind !== 'vmd').map((host) => host.domain));
  let free = FIRST_VMD_DOMAIN;
  return hosts.map(({ kind, domain }) => {
    if (kind !== 'vmd') return domain;
    let own = domain;
    if (own < FIRST_VMD_DOMAIN || taken.has(own)) {
      while (taken.has(free)) free++;
      own = free;
    }
    taken.add(own);
    return own;
  });
}

/** First buses of the host bridges of one domain. One that cannot have its number is left out. */
function startsIn(
  members: readonly number[],
  hosts: readonly HostBridge[],
  sizes: readonly number[],
  problems: Problem[],
): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  const taken = new Map<number, number>();
  const open: number[] = [];
  for (const index of members) {
    const host = hosts[index];
    if (!host) continue;
    const { rootBus } = host;
    const other = rootBus === null ? undefined : taken.get(rootBus);
    if (rootBus === null) {
      open.push(index);
    } else if (other !== undefined) {
      problems.push(sameBus(host, hosts[other]));
    } else if (!Number.isInteger(rootBus) || rootBus < 0 || rootBus > LAST_BUS) {
      problems.push(noSuchBus(host));
    } else {
      starts.set(index, rootBus);
      taken.set(rootBus, index);
    }
  }
  const sizeOf = (index: number) => sizes[index] ?? 1;
  const shared = inShares(open, members.length, starts, sizeOf) ?? oneByOne(open, starts, sizeOf);
  for (const index of open) {
    const start = shared.get(index);
    const host = hosts[index];
    if (start !== undefined) starts.set(index, start);
    else if (host) problems.push(noRoom(host, sizeOf(index)));
  }
  return starts;
}

/** Other numbers for all, where one has not enough room; `null` where that is not so, or no help. */
function anew(
  members: readonly number[],
  starts: ReadonlyMap<number, number>,
  hosts: readonly HostBridge[],
  sizes: readonly number[],
  problems: Problem[],
): ReadonlyMap<number, number> | null {
  const sizeOf = (index: number) => sizes[index] ?? 1;
  const placed = [...starts].sort(([, a], [, b]) => a - b);
  const crowded = placed.find(
    ([index, start], at) => start + sizeOf(index) > (placed[at + 1]?.[1] ?? BUSES),
  );
  const needed = members.reduce((sum, index) => sum + sizeOf(index), 0);
  if (!crowded || placed.length < members.length || needed > BUSES) return null;
  const none = new Map<number, number>();
  const found = inShares(members, members.length, none, sizeOf) ?? oneByOne(members, none, sizeOf);
  if (found.size < members.length) return null;
  const host = hosts[crowded[0]];
  if (host) problems.push(movedOn(host, sizeOf(crowded[0])));
  return found;
}

type SizeOf = (index: number) => number;

/** Equal shares, as large as can be; `null` where one of those to be placed needs more than one. */
function inShares(
  open: readonly number[],
  hosts: number,
  fixed: ReadonlyMap<number, number>,
  sizeOf: SizeOf,
): ReadonlyMap<number, number> | null {
  const least = Math.max(1, ...open.map(sizeOf));
  for (let share = BUSES; share >= least; share /= 2) {
    if (BUSES / share < hosts) continue;
    const starts = inSharesOf(share, open, fixed, sizeOf);
    if (starts) return starts;
  }
  return null;
}

function inSharesOf(
  share: number,
  open: readonly number[],
  fixed: ReadonlyMap<number, number>,
  sizeOf: SizeOf,
): ReadonlyMap<number, number> | null {
  const blocked = new Set<number>();
  for (const [index, start] of fixed) {
    const last = Math.min(LAST_BUS, start + sizeOf(index) - 1);
    for (let at = Math.floor(start / share); at <= Math.floor(last / share); at++) blocked.add(at);
  }
  const starts = new Map<number, number>();
  let next = 0;
  for (const index of open) {
    while (blocked.has(next)) next++;
    if ((next + 1) * share > BUSES) return null;
    starts.set(index, next * share);
    next++;
  }
  return starts;
}

/** Each in the first stretch that has room for it; what is left over lies between them. */
function oneByOne(
  open: readonly number[],
  fixed: ReadonlyMap<number, number>,
  sizeOf: SizeOf,
): ReadonlyMap<number, number> {
  const used = new Uint8Array(BUSES);
  for (const [index, start] of fixed) used.fill(1, start, start + sizeOf(index));
  const needed = open.reduce((sum, index) => sum + sizeOf(index), 0);
  const left = BUSES - used.reduce((sum, each) => sum + each, 0) - needed;
  const spare = fixed.size === 0 ? Math.max(0, Math.floor(left / Math.max(1, open.length))) : 0;
  const starts = new Map<number, number>();
  let at = 0;
  for (const index of open) {
    const size = Math.min(sizeOf(index), BUSES);
    let run = 0;
    let end = at;
    while (end < BUSES && run < size) run = used[end++] ? 0 : run + 1;
    if (run < size) continue;
    starts.set(index, end - size);
    at = Math.min(BUSES, end + spare);
  }
  return starts;
}

const bus = (number: number | null): string => (number ?? 0).toString(16).padStart(2, '0');

const sameBus = ({ id: where, rootBus }: HostBridge, other: HostBridge | undefined): Problem =>
  problemError(`${where} and ${other?.id} both have root bus ${bus(rootBus)}.`, {
    where,
    hint: 'Give one of them another root bus or domain, or leave its number out.',
  });

const noSuchBus = ({ id: where, rootBus }: HostBridge): Problem =>
  problemError(`${where} is to have root bus ${rootBus}; buses are 0 to 255.`, {
    where,
    hint: 'Give it another root bus, or leave its number out.',
  });

const movedOn = ({ id: where, domain }: HostBridge, size: number): Problem =>
  problemWarning(
    `${where} takes ${size} buses, more than there are before the next host bridge, so all root buses of domain ${domain.toString(16)} are numbered anew.`,
    { where },
  );

const noRoom = ({ id: where, domain }: HostBridge, size: number): Problem =>
  problemError(
    `${where} takes ${size} buses; domain ${domain.toString(16)} has no room for them.`,
    {
      where,
      hint: 'Put it into a domain of its own, or take bridges away.',
    },
  );
