import type { DeviceKind } from '../model/deviceKind.ts';
import { shortTitle } from '../model/shortTitle.ts';

/** Words of a vendor's name that say what every vendor is; the first word stays, whatever it is. */
const FILLERS =
  /(?<=^\S+(?: \S+)?) (?:Technology|Technologies|Electronics|Semiconductors?|Micro Devices|Microelectronics|Networks|Systems|International|Company|and subsidiaries|\/ \S+)(?=,? \S)/;
/** Vendors have been merged and renamed three deep; a name of nothing but such words is damage. */
const MOST_FILLERS = 3;

/** Kinds whose tables put the name on the box in brackets behind the chip's. */
const NAMED_IN_BRACKETS: ReadonlySet<DeviceKind> = new Set<DeviceKind>([
  'gpu',
  'nic',
  'accelerator',
  'display',
]);
const BRACKETED = /^(\S+) .*\[([^[\]]{4,})\](.*)$/;

/** A device's name for a card: the vendor's first word, the product, no corporate forms. */
export function cardTitle(title: string, kind: DeviceKind): string {
  const short = shortVendor(title);
  const product = NAMED_IN_BRACKETS.has(kind) ? BRACKETED.exec(short) : null;
  return product ? `${product[1]} ${product[2]}${product[3]}` : short;
}

/** A switch is drawn as one box: that its name comes from the port that leads up goes unsaid. */
export function switchTitle(title: string): string {
  return shortVendor(title).replace(/ (?:\(Upstream\)|Upstream(?: Switch)? Port)(?= |$)/i, '');
}

function shortVendor(title: string): string {
  let short = shortTitle(title.slice(0, 200));
  for (let count = 0; count < MOST_FILLERS; count++) short = short.replace(FILLERS, '');
  return short;
}
