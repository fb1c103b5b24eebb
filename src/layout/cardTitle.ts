import type { DeviceKind } from '../model/deviceKind.ts';
import { shortTitle } from '../model/shortTitle.ts';

/** Words of a vendor's name that say what every vendor is. */
const FILLERS: ReadonlySet<string> = new Set([
  'Technology',
  'Technologies',
  'Electronics',
  'Semiconductor',
  'Semiconductors',
  'Microelectronics',
  'Networks',
  'Systems',
  'International',
  'Company',
  'and',
  'subsidiaries',
]);

/** Kinds whose tables put the name on the box in brackets behind the chip's. */
const NAMED_IN_BRACKETS: ReadonlySet<DeviceKind> = new Set<DeviceKind>([
  'gpu',
  'nic',
  'accelerator',
  'display',
]);

/** A device's name for a card: the vendor's first word, the product, no corporate forms. */
export function cardTitle(title: string, kind: DeviceKind): string {
  const short = shortVendor(title);
  if (!NAMED_IN_BRACKETS.has(kind)) return short;
  const open = short.indexOf(' [');
  const close = short.indexOf(']', open);
  const isName = open > 0 && close > open + 5;
  if (!isName) return short;
  const vendor = short.slice(0, short.indexOf(' '));
  return `${vendor} ${short.slice(open + 2, close)}${short.slice(close + 1)}`;
}

/** A switch is drawn as one box: that its name comes from the port that leads up goes unsaid. */
export function switchTitle(title: string): string {
  return shortVendor(title).replace(/ (?:\(Upstream\)|Upstream(?: Switch)? Port)(?= |$)/i, '');
}

/** The vendor without what follows its name, be it a second name (`Broadcom / LSI`); all else stays. */
function shortVendor(title: string): string {
  const words = shortTitle(title.slice(0, 200)).split(' ');
  const [first = '', second = ''] = words;
  // The vendor's own first word, or first two: `Matrox Electronics Systems`, `Red Hat`.
  let from = FILLERS.has(second) || second === '/' ? 1 : 2;
  const kept = from === 1 ? [first] : [first, second];
  while (from < words.length - 1) {
    const word = words[from] ?? '';
    if (word === '/' && from === 1) from += 2;
    else if (FILLERS.has(word)) from++;
    else break;
  }
  return [...kept, ...words.slice(from)].filter((word) => word !== '').join(' ');
}
