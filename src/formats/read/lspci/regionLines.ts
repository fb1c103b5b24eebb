import { parseHex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';
import { ROM_INDEX } from '../configSpace/bars.ts';
import { parseSize } from './size.ts';
import type { TextDraft } from './textDraft.ts';

/**
 * `Region 0: Memory at f1400000 (64-bit, non-prefetchable) [disabled] [size=4M]`, with the words
 * for an address that is none (`<unassigned>`, `<ignored>`) and `[virtual]` in front or behind.
 */
const REGION =
  /^(?:Region (\d): )?(?:\[virtual\] )?(Memory|I\/O ports) at (<[\w-]+>|[\da-f]{1,16})(?: \(([\w, -]*)\))?/i;
const ROM = /^(?:\[virtual\] )?Expansion ROM at (<[\w-]+>|[\da-f]{1,16})/i;

function parseRegion(text: string, match: RegExpExecArray, index: number): Bar {
  const attributes = match[4] ?? '';
  const address = parseHex64(match[3] ?? '');
  return {
    index,
    kind: match[2]?.toLowerCase() === 'memory' ? 'memory' : 'io',
    is64bit: attributes.includes('64-bit'),
    prefetchable: attributes.includes('prefetchable') && !attributes.includes('non-prefetchable'),
    address: address === '0x0' ? null : address,
    size: parseSize(text),
    resizableTo: UNKNOWN,
  };
}

function putBar(draft: TextDraft, bar: Bar, line: number): void {
  draft.bars.set(bar.index, bar);
  draft.barsLine ??= line;
}

/** -v leaves the index out: a 64-bit region is counted as two, as it takes two registers. */
function nextIndex(bars: readonly Bar[]): number {
  const last = bars.at(-1);
  return last === undefined ? 0 : Math.min(last.index + (last.is64bit ? 2 : 1), ROM_INDEX - 1);
}

/** Reads a region of the function itself, or of its virtual functions inside SR-IOV. */
export function readRegionLine(text: string, draft: TextDraft, line: number): boolean {
  const rom = ROM.exec(text);
  if (rom) {
    const address = parseHex64(rom[1] ?? '');
    const base = {
      index: ROM_INDEX,
      kind: 'memory',
      is64bit: false,
      prefetchable: false,
      resizableTo: null,
    } as const;
    putBar(
      draft,
      { ...base, address: address === '0x0' ? null : address, size: parseSize(text) },
      line,
    );
    return true;
  }
  const match = REGION.exec(text);
  if (!match) return false;
  if (match[1] === undefined) {
    draft.unnumbered.push(parseRegion(text, match, nextIndex(draft.unnumbered)));
    draft.barsLine ??= line;
    return true;
  }
  const bar = parseRegion(text, match, Number(match[1]));
  if (draft.inSriov) draft.vfBars.set(bar.index, bar);
  else if (bar.index < ROM_INDEX) putBar(draft, bar, line);
  return true;
}
