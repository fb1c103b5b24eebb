import { type AddressMap, addressMap, type Region } from '../../build/addressMap.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

export const FILTERS = ['memory', 'above', 'below', 'ports'] as const;
/** All memory, that above or below 4 GiB, or I/O ports. */
export type Filter = (typeof FILTERS)[number];

/** A line of the table: one region. */
export interface AddressRow {
  /** Unique; the same as long as the region is where it is. */
  readonly key: string;
  readonly region: Region;
  /** 0 for what lies in nothing else. */
  readonly level: number;
  /** Place of the row that it lies in; -1. */
  readonly above: number;
  /** What the row selects. */
  readonly part: FunctionId | HostBridgeId;
  /** Bytes within it that belong to nobody; `null` of what has nothing inside and of BARs. */
  readonly free: bigint | null;
  /** Bus address minus CPU address. */
  readonly busOffset: bigint;
}

/** The regions of a host bridge. */
export interface HostRegions {
  /** `null`: what hangs in the air. */
  readonly host: HostBridge | null;
  readonly regions: readonly Region[];
}

/** An address map as the panel shows it. */
export interface ShownMap {
  readonly map: AddressMap;
  /** In the document's order; those without a region are left out. */
  readonly hosts: readonly HostRegions[];
  readonly hasOffsets: boolean;
  /** How many BARs have no known size, or no address though they have a size. */
  readonly unsized: number;
}

const FOUR_GIB = 1n << 32n;

export function shownMap(machine: Machine): ShownMap {
  const map = addressMap(machine);
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const hostOf = hostFinder(byId);
  const of = new Map<HostBridgeId | null, Region[]>();
  for (const region of map.regions) {
    const { owner } = region;
    const host = owner.kind === 'host' ? owner.id : hostOf(owner.id);
    const list = of.get(host);
    if (list) list.push(region);
    else of.set(host, [region]);
  }
  const hosts: HostRegions[] = machine.hostBridges.flatMap((host) => {
    const regions = of.get(host.id);
    return regions ? [{ host, regions }] : [];
  });
  const loose = of.get(null);
  if (loose) hosts.push({ host: null, regions: loose });
  const hasOffsets = map.regions.some(
    ({ owner }) => owner.kind === 'host' && owner.busOffset !== 0n,
  );
  return { map, hosts, hasOffsets, unsized: countUnsized(map.regions) };
}

/** The host bridge above a function, each way walked once. */
function hostFinder(byId: ReadonlyMap<FunctionId, PciFunction>) {
  const known = new Map<FunctionId, HostBridgeId | null>();
  return (id: FunctionId): HostBridgeId | null => {
    const way: FunctionId[] = [];
    let host: HostBridgeId | null = null;
    for (let at: FunctionId | null = id; at !== null && !way.includes(at); ) {
      const found = known.get(at);
      if (found !== undefined) {
        host = found;
        break;
      }
      way.push(at);
      const parent: PciFunction['parent'] | undefined = byId.get(at)?.parent;
      at = null;
      if (parent === undefined || parent === 'unknown') break;
      if (parent.kind === 'host') host = parent.id;
      else at = parent.id;
    }
    for (const each of way) known.set(each, host);
    return host;
  };
}

function countUnsized(regions: readonly Region[]): number {
  return regions.reduce((sum, { owner, inside }) => {
    const own = owner.kind === 'bar' && owner.isSizeUnknown ? 1 : 0;
    return sum + own + countUnsized(inside);
  }, 0);
}

export function passes({ kind, first }: Region, filter: Filter): boolean {
  if (kind === 'io') return filter === 'ports';
  if (filter === 'memory') return true;
  return filter === (first >= FOUR_GIB ? 'above' : 'below');
}

/** The regions that pass, as lines from the outside in. */
export function addressRows(hosts: readonly HostRegions[], filter: Filter): readonly AddressRow[] {
  const rows: AddressRow[] = [];
  const add = (region: Region, level: number, above: number, offset: bigint) => {
    const { owner, inside } = region;
    const busOffset = owner.kind === 'host' ? owner.busOffset : offset;
    const at = rows.length;
    rows.push({
      key: keyOf(region),
      region,
      level,
      above,
      part: owner.id,
      free: owner.kind === 'bar' ? null : freeIn(region),
      busOffset,
    });
    for (const each of inside) add(each, level + 1, at, busOffset);
  };
  for (const { regions } of hosts) {
    for (const region of regions) if (passes(region, filter)) add(region, 0, -1, 0n);
  }
  return rows;
}

export function keyOf({ owner, kind, first }: Region): string {
  const which = owner.kind === 'bar' ? `${owner.bar}${owner.copies > 0 ? 'v' : ''}` : owner.kind;
  return `${owner.id} ${which} ${kind} ${first.toString(16)}`;
}

export function sizeOf({ first, last }: Region): bigint {
  return last - first + 1n;
}

/** Bytes of a window that nothing in it takes up. */
export function freeIn(region: Region): bigint {
  let free = sizeOf(region);
  let end = region.first;
  for (const { first, last } of region.inside) {
    const begin = first > end ? first : end;
    if (last >= begin) free -= last - begin + 1n;
    if (last + 1n > end) end = last + 1n;
  }
  return free;
}
