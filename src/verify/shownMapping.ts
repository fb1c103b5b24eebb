import type { Analysis } from '../engine/analyze.ts';
import { addressFor } from '../engine/p2pdma/addressFor.ts';
import type { MapType, PairVerdict } from '../engine/p2pdma/verdict.ts';

/** The way a mapping takes, in the words of a case. */
export function shownKind(mapType: MapType | null): 'bus' | 'host' | 'error' | 'unknown' {
  switch (mapType) {
    case 'BUS_ADDR':
      return 'bus';
    case 'THRU_HOST_BRIDGE':
      return 'host';
    case 'NOT_SUPPORTED':
      return 'error';
    case null:
      return 'unknown';
  }
}

/** What a case has for a refused mapping that returns 0 entries, for want of an errno. */
const ZERO_ENTRIES = -5;
const EREMOTEIO = -121;

/**
 * The address that a mapping gives the client, in the words of a case: `phys`, as the host and the bus
 * know the memory (the two are the same on these machines), `iova`, `unwritten`, or the errno.
 */
export function shownAddress(analysis: Analysis, verdict: PairVerdict): string | number {
  const { refusedMapping } = analysis.conditions.kernel.value.features;
  const isTranslated = analysis.isTranslated(verdict.client);
  const { space, memory } = addressFor(analysis, verdict, isTranslated);
  switch (space) {
    case 'bus':
      return 'phys';
    case 'physical':
      return memory.every(({ programmed }) => programmed === null) ? 'unwritten' : 'phys';
    case 'iova':
      return 'iova';
    case 'none':
      return refusedMapping === 'zero' ? ZERO_ENTRIES : EREMOTEIO;
    case 'unknown':
      return 'unknown';
  }
}
