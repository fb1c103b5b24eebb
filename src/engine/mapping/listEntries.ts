import { hex64, hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import type { RamPage, ScatterlistEntry } from '../../model/workload.ts';
import type { Analysis } from '../analyze.ts';
import { addressHex, addressOf, type DmaAddress } from '../dma/dmaAddress.ts';
import type { PeerMemory, SgEntry } from '../dma/scatterlist.ts';
import { busAddress } from '../p2pdma/busAddress.ts';
import { busOffset } from '../pci/busOffset.ts';
import { functionAt, NOT_SHOWN } from '../pci/topology.ts';
import type { MappingOptions } from './mappingOptions.ts';
import type { MappedEntry } from './mappingReport.ts';
import { nameOf } from './nameOf.ts';
import { type KnownPair, pairOfEntry } from './peerOfEntry.ts';

/** A list with all that the machine says of its memory. */
export interface ResolvedList {
  readonly entries: readonly MappedEntry[];
  /** As the kernel is given it. */
  readonly list: readonly SgEntry[];
  /** Where each entry's memory is on the bus, for peers. */
  readonly bus: readonly (DmaAddress | null)[];
  /** The first entry without an address, for which nothing can be mapped; `null`: all have one. */
  readonly missing: number | null;
  /** Entries whose pair the input does not decide. */
  readonly isOpen: readonly boolean[];
  readonly remarks: readonly string[];
}

/** Memory that one provider lends by one BAR. */
interface Lent {
  readonly start: DmaAddress;
  readonly size: number | 'unknown';
  readonly offset: number;
  readonly pair: KnownPair;
  readonly memory: PeerMemory;
  /** What an entry of it is, the end of a sentence. */
  readonly text: string;
}

/** Why there is none. */
type Found = Lent | { readonly without: string };

interface Resolved {
  readonly entry: MappedEntry;
  readonly sg: SgEntry;
  readonly bus: DmaAddress | null;
  readonly isMissing: boolean;
  readonly isOpen: boolean;
}

/** What the entries of a list are on this machine; entries of one BAR share their memory. */
export function listEntries(
  analysis: Analysis,
  client: FunctionId,
  entries: readonly ScatterlistEntry[],
  options: MappingOptions,
): ResolvedList {
  const lenders = new Map<string, Found>();
  const lenderOf = ({ bar, provider }: PeerEntry) => {
    const key = `${bar} ${provider}`;
    const found = lenders.get(key) ?? lentBy(analysis, client, provider, bar, options);
    lenders.set(key, found);
    return found;
  };
  const remarks = new Set<string>();
  const shown: MappedEntry[] = [];
  const list: SgEntry[] = [];
  const places: (DmaAddress | null)[] = [];
  const isOpen: boolean[] = [];
  let gap: number | null = null;
  // One walk, with no more objects than the answer has: lists may be long.
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as ScatterlistEntry;
    const found =
      entry.kind === 'ram'
        ? ramEntry(entry, index)
        : peerEntry(entry, index, lenderOf(entry), remarks);
    shown.push(found.entry);
    list.push(found.sg);
    places.push(found.bus);
    isOpen.push(found.isOpen);
    if (found.isMissing) gap ??= index;
  }
  for (const lent of lenders.values()) if ('without' in lent) remarks.add(`${lent.without}.`);
  if (gap !== null) {
    remarks.add(`Entry ${gap + 1} has no address, so that the list cannot be handed to a kernel.`);
  }
  if (isOpen.includes(true)) {
    remarks.add('What a pair is, the input does not show: the best of what is possible is shown.');
  }
  return { entries: shown, list, bus: places, missing: gap, isOpen, remarks: [...remarks] };
}

type PeerEntry = ScatterlistEntry & { kind: 'peer' };

function peerEntry(
  { provider, bar, offset, length }: PeerEntry,
  index: number,
  lent: Found,
  remarks: Set<string>,
): Resolved {
  if ('without' in lent) return missing('peer', length, lent.without, index, provider);
  if (lent.size !== UNKNOWN && offset + length > lent.size) {
    remarks.add(`Entry ${index + 1} reaches beyond the end of BAR ${bar}.`);
  }
  const phys = lent.start + offset;
  const bus = phys + lent.offset;
  const physHex = addressHex(phys);
  return {
    entry: {
      kind: 'peer',
      phys: physHex,
      bus: bus === phys ? physHex : addressHex(bus),
      length,
      provider,
      mapType: lent.pair.mapType,
      ...(lent.pair.isBySwitchIommu && { isBySwitchIommu: true }),
      text: `Entry ${index + 1} is ${lent.text}`,
    },
    sg: { phys, length, peer: lent.memory },
    bus,
    isMissing: false,
    isOpen: lent.pair.mapType === null,
  };
}

const PAGES: Readonly<Record<RamPage, string>> = {
  'fs-dax':
    'a page of a DAX file (MEMORY_DEVICE_FS_DAX): a device’s, but not MEMORY_DEVICE_PCI_P2PDMA, so no mapping takes it for a peer’s: it is mapped like RAM',
  'device-dax':
    'a page of a DAX device (MEMORY_DEVICE_GENERIC): a device’s, but not MEMORY_DEVICE_PCI_P2PDMA, so no mapping takes it for a peer’s: it is mapped like RAM',
  highmem: 'host memory that the kernel has no address for (HIGHMEM)',
};

function ramEntry(
  { address, length, page }: ScatterlistEntry & { kind: 'ram' },
  index: number,
): Resolved {
  const phys = addressOf(address);
  if (phys === null)
    return missing('ram', length, `${address} is no address of memory`, index, null);
  return {
    entry: {
      kind: 'ram',
      phys: address,
      bus: null,
      length,
      provider: null,
      mapType: null,
      text: `Entry ${index + 1} is ${page === undefined ? 'host memory' : PAGES[page]}.`,
      ...(page !== undefined && { page }),
    },
    sg: { phys, length, peer: null, ...(page === 'highmem' && { hasNoKernelMapping: true }) },
    bus: null,
    isMissing: false,
    isOpen: false,
  };
}

function missing(
  kind: MappedEntry['kind'],
  length: number,
  why: string,
  index: number,
  provider: FunctionId | null,
): Resolved {
  return {
    entry: {
      kind,
      phys: hex64(0n),
      bus: null,
      length,
      provider,
      mapType: null,
      text: `Entry ${index + 1} has no address: ${why}.`,
    },
    sg: { phys: 0, length, peer: null },
    bus: null,
    isMissing: true,
    isOpen: false,
  };
}

function lentBy(
  analysis: Analysis,
  client: FunctionId,
  provider: FunctionId,
  bar: number,
  options: MappingOptions,
): Found {
  const { topology, conditions } = analysis;
  const place = topology.indexOf.get(provider);
  if (place === undefined) return { without: `${provider} is not in the machine` };
  const fn = functionAt(topology, place);
  const found = barOf(fn, bar);
  const start = found?.address == null ? null : addressOf(found.address);
  if (!found || start === null) {
    return { without: `BAR ${bar} of ${nameOf(fn)} has no memory address` };
  }
  const windows = topology.machine.hostBridges[topology.host[place] ?? NOT_SHOWN]?.windows;
  const at = addressHex(start);
  const { offset } = busOffset({ start: at, size: found.size }, windows ?? UNKNOWN);
  const { features } = conditions.kernel.value;
  const isRight = options.fidelity === 'intended' || features.busOffsetSign === 'plus';
  const programmed = isRight ? offset : BigInt.asIntN(64, toBus(at, offset, analysis));
  const pair = pairOfEntry(analysis, provider, client, options);
  const hasWrongSign = programmed !== offset;
  return {
    start,
    size: found.size,
    offset: Number(offset),
    pair,
    text: `memory of ${nameOf(fn)}: ${pair.text}.`,
    memory: {
      provider,
      mapType: pair.supposed,
      busOffset: Number(programmed),
      ...(hasWrongSign && { hasWrongSign }),
    },
  };
}

/** What this kernel adds to CPU addresses. */
function toBus(start: ReturnType<typeof addressHex>, offset: bigint, analysis: Analysis): bigint {
  const { programmed } = busAddress(start, offset, analysis.conditions.kernel.value.features);
  return hex64Value(programmed) - hex64Value(start);
}

function barOf({ bars }: PciFunction, index: number): Bar | undefined {
  if (bars === UNKNOWN) return undefined;
  return bars.find((bar) => bar.index === index && bar.kind === 'memory');
}
