import type { FabricWalk, Hop, Place } from '../../engine/report.ts';
import { formatAddress } from '../../model/address.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { OpenDocument } from '../../store/state.ts';
import { HOP_LOOKS } from './hopGlyphs.ts';

/** How a request fares, in a sentence, with the sign of the map type that it is like. */
export interface Fate {
  readonly kind: VerdictKind;
  readonly text: string;
}

export function fateOf(walk: FabricWalk): Fate {
  const { question, outcome, failure, throughRoot, hops } = walk;
  const isRead = question.operation === 'read';
  switch (outcome) {
    case 'refused':
      return { kind: 'NOT_SUPPORTED', text: failure ?? 'Refused.' };
    case 'unknown':
      return hops.at(-1)?.action === 'delivered'
        ? { kind: 'unknown', text: 'Arrives if the root complex forwards, which nothing promises.' }
        : { kind: 'unknown', text: 'Ends where nothing shows how it goes on.' };
    case 'completed':
      if (!throughRoot.request && !throughRoot.completion) {
        const text = isRead ? 'Arrives directly, and so do the data.' : 'Arrives directly.';
        return { kind: 'BUS_ADDR', text };
      }
      return { kind: 'THRU_HOST_BRIDGE', text: throughText(walk) };
  }
}

function throughText({ question, throughRoot }: FabricWalk): string {
  if (question.operation === 'write') return 'Arrives through the root complex.';
  if (throughRoot.request && throughRoot.completion) {
    return 'Arrives through the root complex, and so do the data.';
  }
  return throughRoot.request
    ? 'Goes through the root complex; the data return directly.'
    : 'Arrives directly; the data return through the root complex.';
}

/** "redirected by RR", "arrived", and of what comes back "data arrived". */
export function hopWords({ action, acs, packet, at }: Hop): string {
  const { words } = HOP_LOOKS[action];
  const what = packet === 'completion' ? `data ${words}` : words;
  if (acs === '') return action === 'unknown' && at.kind === 'function' ? 'not known' : what;
  return action === 'unknown' ? `${acs} would decide` : `${what} by ${acs}`;
}

/** Where a hop is, as the kernel names functions. */
export function placeName(place: Place, document: Pick<OpenDocument, 'byId'> | null): string {
  switch (place.kind) {
    case 'iommu':
      return 'IOMMU';
    case 'root-complex':
      return 'Root complex';
    case 'memory':
      return 'Host memory';
    case 'function': {
      const fn = document?.byId.get(place.id);
      return fn?.address ? formatAddress(fn.address) : place.id;
    }
  }
}
