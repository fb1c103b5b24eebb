import { hex64Value, parseHex64 } from '../../../base/hex.ts';
import type { BridgeWindow } from '../../../model/registers.ts';
import { openWindow } from '../configSpace/bridgeWindows.ts';
import { putFact } from '../configSpace/functionFacts.ts';
import type { LineReader } from './textDraft.ts';

const BUS = /^primary=([\da-f]{2}), secondary=([\da-f]{2}), subordinate=([\da-f]{2})/i;
const RANGE = /^([\da-f]{4,16})-([\da-f]{4,16})/i;

/** `Bus: primary=00, secondary=01, subordinate=05, sec-latency=0` */
export const readBusLine: LineReader = (value, draft, line) => {
  const match = BUS.exec(value);
  if (!match) return false;
  const [primary, secondary, subordinate] = match
    .slice(1)
    .map((digits) => Number.parseInt(digits, 16));
  if (primary === undefined || secondary === undefined || subordinate === undefined) return false;
  putFact(draft.facts, 'primaryBus', primary, line);
  putFact(draft.facts, 'secondaryBus', secondary, line);
  putFact(draft.facts, 'subordinateBus', subordinate, line);
  return true;
};

/** `e0000000-e09fffff [size=10M]`, `None`, `[disabled]`, or a range that is marked disabled. */
export function windowReader(kind: BridgeWindow['kind']): LineReader {
  return (value, draft, line) => {
    const match = RANGE.exec(value);
    if (!match && !/^(?:None\b|\[disabled\])/i.test(value)) return false;
    const base = parseHex64(match?.[1] ?? '');
    const limit = parseHex64(match?.[2] ?? '');
    const open = base !== null && limit !== null && !value.includes('[disabled]');
    draft.windows.set(kind, open ? openWindow(kind, hex64Value(base), hex64Value(limit)) : null);
    draft.windowsLine ??= line;
    return true;
  };
}

/** `Memory window 0: 80000000-83fff000 (prefetchable)`: only CardBus bridges have these. */
export const readCardBusWindow: LineReader = (_value, draft) => {
  draft.cardBus = true;
  return true;
};
