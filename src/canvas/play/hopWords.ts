import { assertNever } from '../../base/assertNever.ts';
import type { FabricWalk, Hop, Place } from '../../engine/report.ts';
import { hostCaption } from '../../layout/hostWords.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import type { OpenDocument } from '../../store/state.ts';
import { documentTitles } from '../names/documentTitles.ts';
import { addressWords, type SentAddress } from './sentAddress.ts';
import type { Told } from './Teller.ts';

/** The decision of a hop in two or three words. */
export function actionWords({ action, packet, acs, to }: Hop): string {
  const bits = acs === '' ? '' : ` ${acs}`;
  switch (action) {
    case 'sent':
      return packet === 'write'
        ? 'Write sent'
        : packet === 'read'
          ? 'Read sent'
          : 'Completion sent';
    case 'up':
      return 'Routed up';
    case 'peer':
      return packet === 'completion' ? 'Straight across' : 'Address hit';
    case 'redirected':
      return `Redirected by ACS${bits}`;
    case 'down':
      return 'Routed down';
    case 'translated':
      return 'Translated';
    case 'passed':
      return 'Let pass';
    case 'forwarded':
      return 'Forwarded';
    case 'delivered':
      return packet === 'completion' ? 'Completed' : 'Delivered';
    case 'refused':
      return `Refused${acs === '' ? '' : ` by ACS${bits}`}`;
    case 'unknown':
      // It goes on if what is supposed holds.
      return to === null ? 'Not known' : 'Not promised';
    default:
      return assertNever(action);
  }
}

/** The same, with what becomes of the address where one is known. */
export function decisionWords(hop: Hop, sent: SentAddress | null): string {
  return (sent && addressWords(hop, sent)) ?? actionWords(hop);
}

/** Is it more than being passed on? Worth hearing, even when there is no time for all. */
export function isWeighty({ action }: Hop): boolean {
  return action !== 'up' && action !== 'down';
}

const PORTS: Readonly<Partial<Record<FunctionType, string>>> = {
  'root-port': 'root port',
  upstream: 'upstream port',
  downstream: 'downstream port',
  'pcie-to-pci': 'bridge',
  'pci-to-pcie': 'bridge',
  'conventional-bridge': 'bridge',
};

/** `downstream port 28:01.0`, `GPU 0 29:00.0`, `root complex, I/O stack 2 · 0000:26`, `IOMMU`, `host memory`. */
export function placeWords(
  place: Place,
  document: Pick<OpenDocument, 'machine' | 'byId' | 'titles'>,
): string {
  switch (place.kind) {
    case 'iommu':
      return 'IOMMU';
    case 'memory':
      return 'host memory';
    case 'root-complex': {
      const host = document.machine.hostBridges.find(({ id }) => id === place.host);
      if (!host) return 'root complex';
      return `root complex, ${hostCaption(host, null)}`;
    }
    case 'function': {
      const fn = document.byId.get(place.id);
      if (!fn) return place.id;
      const port = fn.type === 'unknown' ? undefined : PORTS[fn.type];
      const address = shortAddress(fn);
      if (port !== undefined) return `${port} ${address}`;
      const title = documentTitles(document)(fn);
      return title === '' ? address : `${title} ${address}`;
    }
    default:
      return assertNever(place);
  }
}

/** Without the domain that nearly all share. */
function shortAddress({ address, id }: PciFunction): string {
  return address ? formatAddress(address).replace(/^0000:/, '') : id;
}

/** The decision at a hop for somebody who listens; `null` beyond the walk's ends. */
export function toldHop(
  walk: FabricWalk,
  index: number,
  document: Parameters<typeof placeWords>[1],
  sent: SentAddress | null = null,
): Told | null {
  const { hops, failure } = walk;
  const hop = hops[index];
  if (!hop) return null;
  const place = placeWords(hop.at, document);
  const isLast = index === hops.length - 1;
  const end = isLast && failure !== null ? ` ${failure}` : '';
  const decision = decisionWords(hop, sent);
  const count = `${index + 1} of ${hops.length}`;
  return {
    short: `${count}, ${place}: ${decision}.`,
    full: `${count}, ${place}: ${decision}. ${hop.text}${end}`,
    isWeighty: isWeighty(hop),
  };
}
