import type { Hex64 } from '../../base/hex.ts';
import { addressHex, addressOf, type DmaAddress } from '../../engine/dma/dmaAddress.ts';
import type { DmaOutput, DmaSpace } from '../../engine/dma/dmaMapping.ts';
import { iovaInMaps, physInMaps } from '../../engine/mapping/inMaps.ts';
import type { MappedEntry, MappingReport } from '../../engine/mapping/mappingReport.ts';
import type { FabricWalk, Hop } from '../../engine/report.ts';
import { SPACE_WORDS } from '../../layout/mapping/mappingWords.ts';
import type { FunctionId } from '../../model/ids.ts';

/** What a device puts on the wire for an output of a mapped list. */
export interface SentAddress {
  readonly space: DmaSpace;
  readonly address: Hex64;
  /** What the IOMMU makes of it; `null`: nothing, or none is asked. */
  readonly leadsTo: Hex64 | null;
}

type Mapped = Pick<MappingReport, 'mapping' | 'addresses' | 'entries'>;

/**
 * What the walk's request carries; `null` where the output has no address. Of an output that joins
 * several kinds of memory the walk is one of them, and its address lies somewhere within.
 */
export function sentAddress(
  report: Mapped,
  output: number,
  { question }: Pick<FabricWalk, 'question'>,
): SentAddress | null {
  const found = report.mapping.outputs[output];
  const first = report.addresses[output] ?? null;
  if (!found || first === null) return null;
  const { space } = found;
  if (question.wire) return { space, ...question.wire };
  const entry = entryOf(report, found, question.completer);
  const address = entry === found.first ? found.address : iovaOf(report, entry);
  if (address === null) return { space, address: first, leadsTo: null };
  const leadsTo = space === 'IOVA' ? led(report, address) : null;
  return { space, address: addressHex(address), leadsTo };
}

/** The first entry of an output in the memory that a walk leads to. */
function entryOf(
  { entries }: Mapped,
  { first, count }: DmaOutput,
  completer: FunctionId | null,
): number {
  const isIt = ({ kind, provider }: MappedEntry) =>
    completer === null ? kind === 'ram' : provider === completer;
  const at = entries.slice(first, first + count).findIndex(isIt);
  return at < 0 ? first : first + at;
}

function iovaOf({ mapping, entries }: Mapped, entry: number): DmaAddress | null {
  const text = entries[entry]?.phys;
  const phys = text === undefined ? null : addressOf(text);
  return phys === null ? null : iovaInMaps(mapping.maps, entry, phys);
}

function led({ mapping }: Mapped, address: DmaAddress): Hex64 | null {
  const phys = physInMaps(mapping.maps, address);
  return phys === null ? null : addressHex(phys);
}

/** What becomes of the address at a hop; `null` where that has nothing to do with it. */
export function addressWords(
  { action, at, packet }: Pick<Hop, 'action' | 'at' | 'packet'>,
  { space, address, leadsTo }: SentAddress,
): string | null {
  if (packet === 'completion') return null;
  switch (action) {
    case 'sent':
      return `${packet === 'write' ? 'Write to' : 'Read from'} ${address}`;
    case 'peer':
      if (space === 'IOVA') return null;
      return `${SPACE_WORDS[space].words} ${address} turns at the switch`.replace(/^./, capital);
    case 'translated':
      return leadsTo === null ? null : `${address} becomes ${leadsTo}`;
    case 'passed':
      return at.kind === 'iommu' ? `${address} passes as it is` : null;
    case 'refused':
      return at.kind === 'iommu' ? `IOMMU fault at ${address}` : null;
    case 'delivered':
      if (at.kind !== 'memory') return null;
      return space === 'SWIOTLB' ? 'Delivered to the bounce buffer' : 'Delivered to RAM';
    default:
      return null;
  }
}

function capital(letter: string): string {
  return letter.toUpperCase();
}
